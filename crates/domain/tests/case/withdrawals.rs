//! withdraw.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::Stage;
use domain::{Action, Refusal};

#[test]
fn a_decision_is_taken_back_within_the_hold_and_leaves_nothing_behind() {
    let mut world = World::owned();
    let before = world.case().clone();
    let op = world.does("huda", make::decide(&world, 3_000));
    world.later(TimeDelta::seconds(10));
    world.does("huda", Action::Withdraw { op });
    let case = world.case();
    assert_eq!((case.stage, &case.remedies, &case.decision), (Stage::Open, &vec![], &None));
    assert_eq!((&case.clocks, &case.outbound), (&before.clocks, &before.outbound));
    world.does("huda", make::decide(&world, 2_000));
}

#[test]
fn what_has_left_the_house_is_not_taken_back() {
    let mut world = World::owned();
    let op = world.does("huda", make::decide(&world, 3_000));
    world.later(TimeDelta::seconds(11));
    assert_eq!(world.judges("huda", &Action::Withdraw { op }), Err(Refusal::TooLate));
}

#[test]
fn what_was_built_on_is_not_taken_back_and_a_note_builds_nothing() {
    let mut world = World::opened();
    let op = world.does("huda", Action::Take);
    let back = Action::Withdraw { op };
    world.does("hamed", Action::AddNote { text: "x".into() });
    world.later(TimeDelta::days(1));
    assert!(world.judges("huda", &back).is_ok());
    world.does("person", make::called_again());
    assert_eq!(world.judges("huda", &back), Err(Refusal::TooLate));
}

#[test]
fn a_note_is_taken_back_by_its_writer_only() {
    let mut world = World::owned();
    let op = world.does("huda", Action::AddNote { text: "خطأ".into() });
    world.does("person", make::called_again());
    assert_eq!(world.judges("hamed", &Action::Withdraw { op }), Err(Refusal::NotYours));
    world.does("huda", Action::Withdraw { op });
}

#[test]
fn a_case_that_the_person_knows_of_stays() {
    let world = World::opened();
    let op = world.log[0].op;
    assert_eq!(world.judges("huda", &Action::Withdraw { op }), Err(Refusal::TooLate));
}

#[test]
fn what_the_person_said_is_struck_out_at_once_or_never() {
    let mut world = World::owned();
    let op = world.does("huda", make::called_again());
    world.later(TimeDelta::seconds(5));
    assert!(world.judges("huda", &Action::Withdraw { op }).is_ok());
    world.later(TimeDelta::seconds(6));
    assert_eq!(world.judges("huda", &Action::Withdraw { op }), Err(Refusal::TooLate));
}
