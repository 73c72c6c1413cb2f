//! One poisoned action among fifty: the other forty-nine are judged in the same round.

use super::checker;
use chrono::TimeDelta;
use desk::view::AttentionWhy;
use domain::{CaseId, OpId};
use protocol::{BodyRequest, Exact, Platform, PlatformError, PushRequest};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    assert!(marwa.pending().is_empty(), "what needs attention stands in that list alone");
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
    let request = BodyRequest { op: op.parse().expect("an id"), body };
    world.handle().block_on(way.body(&request)).expect("taken");
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

/// A proxy that lets the words of one action pass by no way.
fn refuses_everywhere(marwa: &Computer, op: OpId) -> Arc<AtomicUsize> {
    let offered: Arc<AtomicUsize> = Arc::default();
    let counted = Arc::clone(&offered);
    marwa.line.fails(move |asked| match asked {
        Asked::Push(request) if holds_words_of(request, op) => {
            Fault::Instead(PlatformError::TooLarge)
        }
        Asked::Body(_) => {
            counted.fetch_add(1, Ordering::SeqCst);
            Fault::Instead(PlatformError::TooLarge)
        }
        _ => Fault::Pass,
    });
    offered
}

fn heals_by_itself(world: &World) {
    let marwa = world.computer("marwa");
    let (cases, op) = fifty_notes(&marwa);
    let offered = refuses_everywhere(&marwa, op.parse().expect("an id"));
    for _ in 0..5 {
        marwa.agrees();
    }
    assert_eq!(noted(world, &cases), 49);
    assert_eq!(offered.load(Ordering::SeqCst), 1, "not at each poll");

    marwa.line.heals();
    marwa.agrees();
    assert_eq!(marwa.attention().len(), 1, "not yet time to offer it again");
    world.advance(TimeDelta::minutes(10));
    marwa.agrees();
    assert_eq!(noted(world, &cases), 50);
    assert!(marwa.attention().is_empty() && marwa.pending().is_empty());
    checker::all_is_well(world, &[&marwa]);
}

#[test]
fn a_body_that_may_pass_at_last_goes_by_itself() {
    heals_by_itself(&World::new());
}

#[test]
fn a_body_that_may_pass_at_last_goes_by_itself_over_http() {
    heals_by_itself(&World::over_http());
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
