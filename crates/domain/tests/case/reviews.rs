//! review.

use crate::world::World;
use domain::case::{Bearing, Ending, Stage};
use domain::{Action, DecisionId, Refusal, ReviewOutcome};

fn disputed() -> (World, DecisionId) {
    let mut world = World::answered();
    let decision = world.decision();
    let by = Bearing::OwnPage;
    world.does("person", Action::Dispute { decision, text: "لا".into(), by });
    (world, decision)
}

fn review(decision: DecisionId, outcome: ReviewOutcome) -> Action {
    Action::Review { decision, outcome, reasons: "راجعت السجل والتذكرة".into() }
}

#[test]
fn only_somebody_of_another_unit_reviews() {
    let (world, decision) = disputed();
    let upheld = review(decision, ReviewOutcome::Upheld);
    assert_eq!(world.judges("badr", &upheld), Err(Refusal::NotIndependent));
    assert!(matches!(world.judges("huda", &upheld), Err(Refusal::NoRight { .. })));
    assert!(world.judges("fatma", &upheld).is_ok());
    assert!(world.judges("overseer", &upheld).is_ok());
}

#[test]
fn upheld_closes_with_the_clock_stopped_at_the_decision() {
    let (mut world, decision) = disputed();
    let decided_at = world.case().decision.as_ref().unwrap().at;
    world.does("fatma", review(decision, ReviewOutcome::Upheld));
    let case = world.case();
    assert_eq!((case.stage, case.ending), (Stage::Closed, Some(Ending::Upheld)));
    assert_eq!(case.clocks.solved_at, Some(decided_at));
}

#[test]
fn overturned_leaves_the_case_open_without_a_decision() {
    let (mut world, decision) = disputed();
    world.does("fatma", review(decision, ReviewOutcome::Overturned));
    let case = world.case();
    assert_eq!((case.stage, &case.decision), (Stage::Open, &None));
    assert_eq!(case.clocks.solved_at, None);
    assert!(case.next_contact.is_some());
}

#[test]
fn what_nobody_disputed_is_not_reviewed() {
    let world = World::answered();
    let upheld = review(world.decision(), ReviewOutcome::Upheld);
    let stage = Stage::Answered;
    assert_eq!(world.judges("fatma", &upheld), Err(Refusal::WrongStage { stage }));
    let (world, decision) = disputed();
    let other = DecisionId { ..decision };
    let reasons = String::new();
    let silent = Action::Review { decision: other, outcome: ReviewOutcome::Upheld, reasons };
    assert!(matches!(world.judges("fatma", &silent), Err(Refusal::Empty { .. })));
}
