//! `grant_remedy` and its life.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{RemedyState, ReplyKind, Stage};
use domain::{Action, GrantId, NextDate, Refusal, RemedyAsk, RemedyProgress, SendReply};

fn update(grant: GrantId, to: RemedyProgress, proof: &str) -> Action {
    Action::UpdateRemedy { grant, to, proof: proof.into() }
}

fn granted() -> (World, GrantId) {
    let mut world = World::owned();
    let op = world.does("huda", Action::GrantRemedy(make::visit()));
    (world, GrantId { op, n: 0 })
}

#[test]
fn within_the_power_it_is_granted_at_once() {
    let (world, grant) = granted();
    let remedy = &world.case().remedies[0];
    assert_eq!((remedy.id, remedy.state), (grant, RemedyState::Granted));
    assert_eq!(world.case().stage, Stage::Open);
}

#[test]
fn limits_per_case_hold_over_several_grants_and_handlers() {
    let mut world = World::owned();
    world.does("huda", Action::GrantRemedy(make::refund(3_000)));
    world.does("badr", Action::Assign { to: "hamed".into() });
    let more = Action::GrantRemedy(make::refund(2_001));
    assert!(matches!(world.judges("hamed", &more), Err(Refusal::LimitExceeded { .. })));
    world.does("hamed", Action::GrantRemedy(make::refund(2_000)));
}

#[test]
fn a_power_that_wants_proof_gets_it() {
    let mut world = World::owned();
    world.does("badr", Action::Take);
    let bare = RemedyAsk { proof: None, ..make::refund(20_000) };
    let refused = world.judges("badr", &Action::GrantRemedy(bare));
    assert_eq!(refused, Err(Refusal::ProofMissing { remedy: "refund".into() }));
    world.does("badr", Action::GrantRemedy(make::refund(20_000)));
}

#[test]
fn a_remedy_goes_forward_only_and_says_how_we_know() {
    let (mut world, grant) = granted();
    let done = |proof| update(grant, RemedyProgress::Done, proof);
    assert!(matches!(world.judges("huda", &done(" ")), Err(Refusal::Empty { .. })));
    world.does("huda", update(grant, RemedyProgress::Ordered, ""));
    let again = update(grant, RemedyProgress::Ordered, "");
    assert_eq!(world.judges("huda", &again), Err(Refusal::WrongProgress));
    world.does("huda", done("أمر عمل 812"));
    let failed = update(grant, RemedyProgress::Failed, "تأخر");
    assert_eq!(world.judges("huda", &failed), Err(Refusal::WrongProgress));
    let unknown = update(GrantId { n: 9, ..grant }, RemedyProgress::Done, "x");
    assert_eq!(world.judges("huda", &unknown), Err(Refusal::UnknownGrant));
}

#[test]
fn the_unit_that_performs_it_may_say_so_and_another_may_not() {
    let mut world = World::owned();
    let ask = RemedyAsk { performer: Some("depot".into()), ..make::visit() };
    let grant = GrantId { op: world.does("huda", Action::GrantRemedy(ask)), n: 0 };
    let done = update(grant, RemedyProgress::Done, "أمر عمل 812");
    assert!(world.judges("nasser", &done).is_ok());
    assert!(matches!(world.judges("faris", &done), Err(Refusal::NoRight { .. })));
}

#[test]
fn a_broken_promise_is_for_the_managers_eyes() {
    let (mut world, grant) = granted();
    let due = Action::RemedyDue { grant };
    assert_eq!(world.judges("platform", &due), Err(Refusal::NotDue));
    world.now = world.case().remedies[0].due;
    assert_eq!(world.judges("huda", &due), Err(Refusal::NotDue));
    assert_eq!(world.ticks(), ["remedy_due"]);
    assert_eq!(world.case().remedies[0].state, RemedyState::Late);
    assert!(world.case().flagged);
    world.does("huda", update(grant, RemedyProgress::Done, "أمر عمل 812"));
    assert!(!world.case().flagged);
}

#[test]
fn word_that_it_is_done_needs_something_done_and_then_asks_whether_it_is_solved() {
    let (mut world, grant) = granted();
    let say_done = |world: &World| {
        let text = "زار الفني محطة روي وأصلح اللوحة، أمر العمل 812-A";
        let reply = make::reply(world, ReplyKind::RemedyDone, text);
        Action::SendReply(SendReply { next: NextDate::Ending, ..reply })
    };
    assert_eq!(world.judges("huda", &say_done(&world)), Err(Refusal::WrongProgress));
    world.later(TimeDelta::hours(1));
    world.does("huda", update(grant, RemedyProgress::Done, "أمر عمل 812"));
    assert_eq!(world.case().clocks.answered_at, None);
    let op = world.does("huda", say_done(&world));
    let case = world.case();
    assert_eq!((case.stage, case.clocks.answered_at), (Stage::Answered, Some(world.now)));
    assert_eq!(world.decision(), op);
}

#[test]
fn a_trainee_grants_nothing_alone() {
    let mut world = World::opened();
    world.does("tariq", Action::Take);
    let grant = Action::GrantRemedy(make::refund(1));
    assert_eq!(world.judges("tariq", &grant), Err(Refusal::ApprovalDemanded));
}
