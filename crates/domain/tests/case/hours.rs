//! The ledger of hours.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::Action;
use domain::case::{Bearing, Holder, holder, holding_totals};

fn seconds(world: &World, holder: &Holder) -> i64 {
    let totals = holding_totals(world.case(), world.now);
    totals.iter().find(|(who, _)| who == holder).map_or(0, |(_, seconds)| *seconds)
}

fn huda() -> Holder {
    Holder::Handler { staff: "huda".into() }
}

#[test]
fn without_an_owner_the_hours_are_the_managers_by_post() {
    let mut world = World::opened();
    world.later(TimeDelta::minutes(90));
    world.does("huda", Action::Take);
    world.later(TimeDelta::minutes(30));
    assert_eq!(seconds(&world, &Holder::UnitManager { unit: "buses".into() }), 5_400);
    assert_eq!(seconds(&world, &huda()), 1_800);
}

#[test]
fn what_was_on_its_way_from_an_offline_desk_was_held_by_sync() {
    let mut world = World::owned();
    world.later(TimeDelta::hours(5));
    world.offline = TimeDelta::hours(2);
    world.does("huda", make::decide(&world, 3_000));
    assert_eq!(seconds(&world, &huda()), 3 * 3_600);
    assert_eq!(seconds(&world, &Holder::Sync), 2 * 3_600);
    assert_eq!(holder(world.case()), Holder::AwaitingWord);
}

#[test]
fn a_wrong_clock_takes_no_hour_that_was_given_before() {
    let mut world = World::owned();
    world.later(TimeDelta::hours(5));
    world.offline = TimeDelta::zero();
    world.does("person", make::called_again());
    world.later(TimeDelta::hours(1));
    world.offline = TimeDelta::days(400);
    world.does("huda", make::decide(&world, 3_000));
    assert_eq!(seconds(&world, &huda()), 5 * 3_600);
    assert_eq!(seconds(&world, &Holder::Sync), 3_600);
    let mut ahead = World::owned();
    ahead.later(TimeDelta::hours(1));
    ahead.offline = -TimeDelta::days(400);
    ahead.does("huda", make::decide(&ahead, 3_000));
    assert_eq!(seconds(&ahead, &Holder::Sync), 0);
}

#[test]
fn a_late_note_takes_no_hours() {
    let mut world = World::owned();
    world.later(TimeDelta::hours(5));
    world.offline = TimeDelta::hours(2);
    world.does("huda", Action::AddNote { text: "x".into() });
    assert_eq!(seconds(&world, &Holder::Sync), 0);
}

#[test]
fn a_case_opened_offline_began_when_the_person_spoke() {
    let mut world = World::empty();
    world.offline = TimeDelta::hours(20);
    world.does("huda", make::open());
    assert_eq!(world.case().opened_at, world.now - TimeDelta::hours(20));
    assert_eq!(seconds(&world, &Holder::Sync), 20 * 3_600);
    // The clocks run from the arrival: no device's clock moves a deadline.
    let mut online = World::empty();
    online.does("huda", make::open());
    assert_eq!(world.case().clocks, online.case().clocks);
}

#[test]
fn the_one_asked_first_holds_until_they_answer() {
    let mut world = World::owned();
    world.does("huda", make::ask_approval(&world, 20_000));
    let kind = domain::case::ReplyKind::Question;
    let question = make::reply(&world, kind, "في أي يوم انتظرتم؟");
    world.does("huda", Action::AskPerson(question));
    assert_eq!(holder(world.case()), Holder::Approver { staff: "badr".into() });
    assert_eq!(world.case().clocks.paused_since, None);
    world.later(TimeDelta::hours(1));
    let approval = world.case().approvals[0].id;
    let note = "x".to_owned();
    world.does("badr", Action::ReturnRequest { approval, revision: 1, note });
    assert_eq!(holder(world.case()), Holder::Person);
    assert_eq!(world.case().clocks.paused_since, Some(world.now));
}

#[test]
fn closed_time_counts_only_once_the_case_is_open_again() {
    let mut world = World::answered();
    let (decision, by) = (world.decision(), Bearing::OwnPage);
    world.later(TimeDelta::hours(1));
    world.does("person", Action::Confirm { decision, text: String::new(), by });
    world.later(TimeDelta::hours(10));
    assert_eq!(seconds(&world, &Holder::Nobody), 0);
    world.does("hamed", Action::HeardNotSolved { decision, text: "عاد".into() });
    assert_eq!(seconds(&world, &Holder::Nobody), 36_000);
}
