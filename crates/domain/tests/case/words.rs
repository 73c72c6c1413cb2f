//! confirm, dispute, `heard_solved`, `heard_not_solved`.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{Bearing, Ending, Stage};
use domain::{Action, DecisionId, OpId, Refusal};

fn confirm(decision: DecisionId) -> Action {
    Action::Confirm { decision, text: String::new(), by: Bearing::OwnPage }
}

fn dispute(decision: DecisionId) -> Action {
    Action::Dispute { decision, text: "لم يصل المبلغ".into(), by: Bearing::OwnPage }
}

fn heard(decision: DecisionId) -> Action {
    Action::HeardSolved { decision, text: "قال: شكرا".into() }
}

#[test]
fn the_persons_word_closes_the_case() {
    let mut world = World::answered();
    let decision = world.decision();
    world.does("person", confirm(decision));
    assert_eq!(world.case().stage, Stage::Closed);
    assert_eq!(world.case().ending, Some(Ending::Confirmed));
    assert_eq!(world.case().next_contact, None);
    assert_eq!(world.judges("person", &dispute(decision)), Err(Refusal::AlreadySaidByPerson));
}

#[test]
fn nobody_gives_the_persons_word_for_them() {
    let world = World::answered();
    let decision = world.decision();
    for who in ["huda", "hamed", "badr", "platform"] {
        assert_eq!(world.judges(who, &confirm(decision)), Err(Refusal::NotYours));
        assert_eq!(world.judges(who, &dispute(decision)), Err(Refusal::NotYours));
    }
}

#[test]
fn a_word_is_for_the_decision_that_stands() {
    let world = World::answered();
    let other = OpId(uuid::Uuid::from_u128(3));
    assert_eq!(world.judges("person", &confirm(other)), Err(Refusal::WrongDecision));
    let open = World::owned();
    let refused = open.judges("person", &confirm(other));
    assert_eq!(refused, Err(Refusal::WrongStage { stage: Stage::Open }));
}

#[test]
fn a_dispute_opens_the_case_as_if_the_clock_had_never_stopped() {
    let mut world = World::answered();
    let due = world.case().clocks.solution_due;
    let decision = world.decision();
    world.later(TimeDelta::days(2));
    world.does("person", dispute(decision));
    let case = world.case();
    assert_eq!((case.stage, case.owner.as_ref()), (Stage::Open, Some(&"huda".into())));
    assert_eq!((case.clocks.solved_at, case.clocks.solution_due), (None, due));
    assert!(case.next_contact > Some(world.now));
    assert!(case.decision.as_ref().unwrap().disputed);
    assert_eq!(world.judges("person", &confirm(decision)), Err(Refusal::AlreadySaidByPerson));
    // The owner may decide anew; the new decision has a word of its own.
    world.does("huda", make::decide(&world, 1_000));
    assert_ne!(world.decision(), decision);
    assert_eq!(world.judges("person", &confirm(decision)), Err(Refusal::AlreadySaidByPerson));
    let again = world.decision();
    world.does("person", confirm(again));
}

#[test]
fn solved_heard_by_who_touched_the_case_is_only_written_down() {
    let mut world = World::answered();
    let decision = world.decision();
    world.does("huda", heard(decision));
    assert_eq!(world.case().stage, Stage::Answered);
    // Giving it away first changes nothing.
    world.does("badr", Action::Assign { to: "hamed".into() });
    world.does("huda", heard(decision));
    world.does("hamed", heard(decision));
    assert_eq!(world.case().stage, Stage::Answered);
}

#[test]
fn solved_heard_by_somebody_else_closes_the_case() {
    let mut world = World::answered();
    let decision = world.decision();
    world.does("faris", heard(decision));
    assert_eq!(world.case().ending, Some(Ending::Confirmed));
}

#[test]
fn not_solved_counts_at_once_whoever_heard_it() {
    let mut world = World::answered();
    let decision = world.decision();
    let not_solved = Action::HeardNotSolved { decision, text: "ما زال".into() };
    world.does("huda", not_solved.clone());
    assert_eq!(world.case().stage, Stage::Open);
    assert_eq!(world.judges("hamed", &not_solved), Err(Refusal::AlreadySaidByPerson));
}

#[test]
fn a_matter_that_came_back_reopens_a_confirmed_case() {
    let mut world = World::answered();
    let decision = world.decision();
    world.does("person", confirm(decision));
    world.later(TimeDelta::days(10));
    world.does("hamed", Action::HeardNotSolved { decision, text: "عاد".into() });
    assert_eq!((world.case().stage, world.case().ending), (Stage::Open, None));
    assert_eq!(world.case().closed_at, None);
}

#[test]
fn solved_heard_without_words_of_the_person_is_refused() {
    let world = World::answered();
    let decision = world.decision();
    for text in ["", "  \n"] {
        for who in ["faris", "huda"] {
            let heard = Action::HeardSolved { decision, text: text.into() };
            let empty = Refusal::Empty { field: "text".into() };
            assert_eq!(world.judges(who, &heard), Err(empty));
        }
    }
}

#[test]
fn what_was_heard_does_not_silence_the_person() {
    let mut world = World::answered();
    let decision = world.decision();
    world.does("faris", heard(decision));
    assert_eq!(world.judges("hamed", &heard(decision)), Err(Refusal::AlreadySaidByPerson));
    assert!(world.judges("person", &confirm(decision)).is_ok());
    world.does("person", dispute(decision));
    assert_eq!(world.case().stage, Stage::Open);
}
