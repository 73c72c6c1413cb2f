//! One poisoned action among fifty: the other forty-nine are judged in the same round.

use super::checker;
use desk::view::{AttentionWhy, PendingState};
use domain::{CaseId, OpId};
use protocol::{BodyRequest, Exact, PlatformError, PushRequest};
use stories::world::{Asked, Computer, Fault, World, id, late_bus, note};

const TEXT: &str = "نص لا يمر";

/// Fifty cases with a note on each, not sent yet; one note is poisoned.
fn fifty_notes(marwa: &Computer) -> (Vec<String>, String) {
    let cases: Vec<String> = (0..50).map(|n| marwa.opens(late_bus(n))).collect();
    marwa.agrees();
    for (n, case) in cases.iter().enumerate() {
        marwa.does(case, note(if n == 20 { TEXT } else { "ملاحظة" }));
    }
    let poisoned = marwa.pending().into_iter().find(|it| it.case.as_ref() == Some(&cases[20]));
    (cases, poisoned.expect("the poisoned one").op)
}

/// Something on the way, or the platform itself, fails on the words of one action.
fn holds_words_of(request: &PushRequest, op: OpId) -> bool {
    let mut actions = request.actions.iter().filter(|it| it.body.is_some());
    actions.any(|it| it.header().is_ok_and(|header| header.op == op))
}

fn noted(world: &World, cases: &[String]) -> usize {
    let notes = cases.iter().map(|case| {
        let events = world.events(case);
        events.iter().filter(|it| matches!(it.event, domain::Event::NoteAdded { .. })).count()
    });
    notes.sum()
}

fn poison(trouble: &PlatformError) {
    let world = World::new();
    let marwa = world.computer("marwa");
    let (cases, op) = fifty_notes(&marwa);
    let (poisoned, trouble) = (op.parse::<OpId>().expect("an id"), trouble.clone());
    marwa.line.fails(move |asked| match asked {
        Asked::Push(request) if holds_words_of(request, poisoned) => {
            Fault::Instead(trouble.clone())
        }
        _ => Fault::Pass,
    });
    marwa.agrees();
    assert_eq!(noted(&world, &cases), 49, "in the same round");
    let pending = marwa.pending();
    assert_eq!(pending.len(), 1);
    assert_eq!(pending[0].state, PendingState::Held { why: "body".into() });
    let (why, words) = marwa.told();
    assert_eq!(
        (why, words.as_str()),
        (AttentionWhy::Undeliverable, TEXT),
        "whole, and it says why"
    );

    // The body follows by another way: the file that the handler took out.
    marwa.line.heals();
    brings_the_body(&world, &marwa, &op);
    marwa.agrees();
    assert_eq!(noted(&world, &cases), 50);
    assert!(marwa.attention().is_empty(), "it healed by itself");
    checker::all_is_well(&world, &[&marwa]);
}

fn brings_the_body(world: &World, marwa: &Computer, op: &str) {
    let file = marwa.desk().export_unsent().expect("a file");
    let file: serde_json::Value = serde_json::from_slice(&file).expect("json");
    let actions = file["actions"].as_array().expect("actions");
    let action = actions.iter().find(|it| it["op"] == op).expect("the action");
    let body: Exact = serde_json::from_value(action["signed"]["body"].clone()).expect("its words");
    let way = world.house.way("marwa").expect("a way");
    way.body(BodyRequest { op: op.parse().expect("an id"), body }).expect("taken");
}

#[test]
fn a_text_too_large_for_a_proxy_holds_up_only_its_own_case() {
    poison(&PlatformError::TooLarge);
}

#[test]
fn a_text_that_a_filter_dislikes_holds_up_only_its_own_case() {
    poison(&PlatformError::Nonsense);
}

#[test]
fn a_text_that_makes_the_platform_fail_holds_up_only_its_own_case() {
    poison(&PlatformError::Failed { status: 500 });
}

#[test]
fn when_the_whole_platform_fails_no_action_is_blamed() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let (cases, _) = fifty_notes(&marwa);
    marwa.line.fails(|_| Fault::Instead(PlatformError::Failed { status: 502 }));
    assert!(marwa.agree().is_err());
    assert!(marwa.attention().is_empty(), "nothing is undeliverable");
    marwa.line.heals();
    marwa.agrees();
    assert_eq!(noted(&world, &cases), 50);
    let case: CaseId = id(&cases[0]);
    assert!(world.house.app().case(world.agency(), case).expect("the store answers").is_some());
    checker::all_is_well(&world, &[&marwa]);
}
