//! Questions for news with a forged past.

use super::Attacker;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use domain::CaseId;
use protocol::{FeedItem, PullAnswer};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use stories::world::{World, id, late_bus};

fn question(cursor: Option<&str>, items_max: u32) -> Value {
    json!({ "cursor": cursor, "book_version": 0, "items_max": items_max })
}

/// Every case that an answer names.
fn cases(answer: &PullAnswer) -> BTreeSet<CaseId> {
    let cases = answer.items.iter().filter_map(|item| match item {
        FeedItem::Event { recorded } => recorded.case,
        FeedItem::Enter { case, .. }
        | FeedItem::Part { case, .. }
        | FeedItem::Leave { case, .. } => Some(*case),
        FeedItem::Stub { stub } => Some(stub.case),
        FeedItem::Person { .. } => None,
    });
    cases.collect()
}

/// A case about an official, brought in confidence.
fn hidden_case(world: &World) -> CaseId {
    let marwa = world.computer("marwa");
    let mut form = late_bus(1);
    form.accused = Some("qais".into());
    form.confidential = true;
    let case = marwa.opens(form);
    marwa.agrees();
    id(&case)
}

#[test]
fn forged_keys_tell_the_accused_nothing_of_the_case_about_them() {
    let world = World::new();
    let qais = Attacker::enrolled(&world, "qais");
    let first = qais.asks(question(None, 100)).expect("an answer");
    let hidden = hidden_case(&world);
    let told: Vec<String> = ["staff:marwa", "asked:marwa", "staff:hilal", "unit:buses:open"]
        .into_iter()
        .chain(["unit:stations:open", "unit:head_office:open", "stubs:agency"])
        .map(str::to_owned)
        .collect();
    for cursor in [Some(first.cursor.as_str()), None] {
        let mut forged = question(cursor, 100);
        forged["told"] = json!(told);
        let answer = qais.asks(forged).expect("an answer");
        assert!(!cases(&answer).contains(&hidden), "{:?}", answer.items);
    }
}

#[test]
fn a_cursor_that_somebody_changed_or_that_is_another_computers_is_none() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = id(&marwa.opens(late_bus(1)));
    marwa.agrees();
    let qais = Attacker::enrolled(&world, "qais");
    let own = qais.asks(question(None, 100)).expect("an answer");
    assert!(qais.asks(question(Some(&own.cursor), 100)).expect("an answer").items.is_empty());
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(&own.cursor).expect("base64");
    let mut foreign: Vec<String> = (0..bytes.len())
        .map(|at| {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            BASE64_URL_SAFE_NO_PAD.encode(changed)
        })
        .collect();
    for staff in ["marwa", "qais", "tamer"] {
        let other = Attacker::enrolled(&world, staff);
        foreign.push(other.asks(question(None, 100)).expect("an answer").cursor);
    }
    foreign.push("x".repeat(1_000_000));
    foreign.push(String::new());
    for cursor in foreign {
        let answer = qais.asks(question(Some(&cursor), 100)).expect("an answer");
        let begins_anew =
            |it: &FeedItem| matches!(it, FeedItem::Enter { case: it, .. } if *it == case);
        assert!(answer.items.iter().any(begins_anew), "everything is told anew");
    }
}

#[test]
fn an_answer_holds_no_more_items_than_were_asked_for() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let qais = Attacker::enrolled(&world, "qais");
    let opened: BTreeSet<CaseId> = (0..9).map(|n| id(&marwa.opens(late_bus(n)))).collect();
    marwa.agrees();
    let mut cursor: Option<String> = None;
    let mut page = |items_max: u32| {
        let mut named = BTreeSet::new();
        loop {
            let answer = qais.asks(question(cursor.as_deref(), items_max)).expect("an answer");
            assert!(answer.items.len() <= items_max as usize, "{} came", answer.items.len());
            named.extend(cases(&answer));
            cursor = Some(answer.cursor);
            if !answer.more {
                return named;
            }
        }
    };
    assert!(page(1).is_superset(&opened));
    // They lose their post, and with it every case at once.
    world.revises(|book| {
        book.staff.get_mut(&"qais".into()).expect("staff").posts.clear();
    });
    world.advance(TimeDelta::seconds(1));
    assert_eq!(page(1), opened, "each is taken back once");
    assert!(page(1).is_empty());
}

#[test]
fn a_case_that_was_never_told_is_not_taken_back() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let first = id(&marwa.opens(late_bus(1)));
    marwa.agrees();
    let qais = Attacker::enrolled(&world, "qais");
    let told = qais.asks(question(None, 100)).expect("an answer");
    assert!(cases(&told).contains(&first));
    let never_told = id(&marwa.opens(late_bus(2)));
    marwa.agrees();
    world.revises(|book| {
        book.staff.get_mut(&"qais".into()).expect("staff").posts.clear();
    });
    let answer = qais.asks(question(Some(&told.cursor), 100)).expect("an answer");
    assert!(cases(&answer).contains(&first));
    assert!(!cases(&answer).contains(&never_told), "{:?}", answer.items);
}
