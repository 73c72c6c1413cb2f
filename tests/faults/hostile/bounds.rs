//! Every number and every instant that comes from outside, at its extremes: a typed answer for that
//! action alone, never a failure, and nothing out of bounds in the record.

use super::Attacker;
use super::attacker::is_accepted;
use super::samples::About;
use axum::body::Body;
use axum::http::{Method, Request};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{Action, CaseId, OpId};
use platform::Denied;
use protocol::{Outcome, ReceiptState};
use serde_json::{Value, json};
use stories::world::{World, id, late_bus};
use tower::ServiceExt;

/// The years that the record may speak of.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2126;

fn extreme_numbers() -> Vec<Value> {
    let whole = [0, 1, 255, 256, 65_536, 1 << 31, 1 << 32, (1 << 53) + 1, 1 << 63, u64::MAX];
    let below = [-1, i64::from(i32::MIN) - 1, i64::MIN];
    let mut all: Vec<Value> = whole.into_iter().map(Value::from).collect();
    all.extend(below.into_iter().map(Value::from));
    all.push(json!(1e300));
    all
}

fn extreme_instants() -> Vec<Value> {
    let texts = [
        "-262143-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "0026-04-05T00:00:00Z",
        "1446-09-01T00:00:00Z",
        "1899-12-31T23:59:59Z",
        "2400-01-01T00:00:00Z",
        "9999-12-31T23:59:60Z",
        "+10000-01-01T00:00:00Z",
        "+262142-12-31T23:59:59Z",
    ];
    texts.into_iter().map(Value::from).collect()
}

/// The paths of all numbers and instants in a message.
fn leaves(value: &Value, at: &str, found: &mut Vec<(String, Vec<Value>)>) {
    match value {
        Value::Number(_) => found.push((at.to_owned(), extreme_numbers())),
        Value::String(text) if is_instant(text) => found.push((at.to_owned(), extreme_instants())),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                leaves(item, &format!("{at}/{n}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                leaves(field, &format!("{at}/{name}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

fn is_instant(text: &str) -> bool {
    text.parse::<DateTime<Utc>>().is_ok() || text.parse::<NaiveDate>().is_ok()
}

/// Each message once with each of its numbers and instants at each extreme.
fn at_extremes(message: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    leaves(message, "", &mut found);
    let mut all = Vec::new();
    for (path, extremes) in found {
        for extreme in extremes {
            let mut changed = message.clone();
            *changed.pointer_mut(&path).expect("a leaf") = extreme.clone();
            all.push((format!("{path} = {extreme}"), changed));
        }
    }
    all
}

/// Asserts that nothing recorded lies out of bounds.
fn the_record_is_within_bounds(value: &Value) {
    let mut found = Vec::new();
    leaves(value, "", &mut found);
    for (path, _) in found {
        let leaf = value.pointer(&path).expect("a leaf");
        if let Some(at) = leaf.as_str().and_then(|it| it.parse::<DateTime<Utc>>().ok()) {
            assert!(YEARS.contains(&at.year()), "{path}: {at}");
        }
        if let Some(number) = leaf.as_f64() {
            assert!(number.abs() <= 9_007_199_254_740_992.0, "{path}: {number}");
        }
    }
}

fn note() -> Action {
    Action::AddNote { text: "ملاحظة".to_owned() }
}

/// Sends one message between two good ones; asserts that the good ones have their effect.
fn between_good_ones(who: &mut Attacker, case: CaseId, header: Value, body: &Value, what: &str) {
    let place = who.place();
    let bad = who.signs_json(header, body);
    who.goes_on_behind(&bad);
    let header = who.header(Some(case));
    let after = who.signs(header, &note());
    match who.push(vec![bad, after]) {
        Ok(answer) => {
            assert_eq!(answer.receipts.len(), 2, "{what}");
            assert!(is_accepted(&answer.receipts[1].state), "{what}");
            if let ReceiptState::Judged { verdict } = &answer.receipts[0].state {
                verdict.read(None).expect(what);
            }
        }
        Err(Denied::Failed(error)) => panic!("{what}: {error:?}"),
        Err(_) => who.goes_back_to(place),
    }
}

#[test]
fn extremes_in_an_action_concern_that_action_alone() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let mut attacker = Attacker::enrolled(&world, "marwa");
    let op = world.events(&case)[0].op;
    let random = fastrand::Rng::with_seed(9);
    let mut about = About { now: world.now(), op, random, case: None };
    for action in about.every_action() {
        let body = serde_json::to_value(&action).expect("json");
        for (what, body) in at_extremes(&body) {
            let opens = matches!(action, Action::OpenCase(_) | Action::ImportCase(_));
            let staff = matches!(action, Action::Delegate(_));
            let of = match (opens, staff) {
                (true, _) => Some(CaseId(attacker.id())),
                (_, true) => None,
                _ => Some(id(&case)),
            };
            let header = json_header(&mut attacker, of, action.kind());
            let what = format!("{}{what}", action.kind());
            between_good_ones(&mut attacker, id(&case), header, &body, &what);
        }
    }
    let events = world.house.app().events(world.agency(), 0, u32::MAX).expect("events");
    for recorded in events {
        the_record_is_within_bounds(&serde_json::to_value(recorded).expect("json"));
    }
}

fn json_header(who: &mut Attacker, case: Option<CaseId>, kind: &str) -> Value {
    let mut header = serde_json::to_value(who.header(case)).expect("json");
    header["kind"] = json!(kind);
    header
}

#[test]
fn extremes_in_a_header_concern_that_action_alone() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let mut attacker = Attacker::enrolled(&world, "marwa");
    let body = serde_json::to_value(note()).expect("json");
    let mut header = json_header(&mut attacker, Some(id(&case)), "add_note");
    header["base"]["revision"] = json!(1);
    let count = at_extremes(&header).len();
    for n in 0..count {
        let mut header = json_header(&mut attacker, Some(id(&case)), "add_note");
        header["base"]["revision"] = json!(1);
        let (what, header) = at_extremes(&header).remove(n);
        if !what.starts_with("/dev_seq") {
            between_good_ones(&mut attacker, id(&case), header, &body, &what);
            continue;
        }
        let bad = attacker.signs_json(header, &body);
        match attacker.push(vec![bad]) {
            Ok(answer) if answer.receipts.is_empty() => {}
            Ok(_) => assert!(what.ends_with("= 1"), "{what}"),
            Err(Denied::Failed(error)) => panic!("{what}: {error:?}"),
            Err(_) => {}
        }
    }
    let events = world.house.app().events(world.agency(), 0, u32::MAX).expect("events");
    for recorded in events {
        the_record_is_within_bounds(&serde_json::to_value(recorded).expect("json"));
    }
}

#[test]
fn extremes_in_any_message_are_answered_with_a_code() {
    let world = World::new();
    let marwa = world.computer("marwa");
    marwa.agrees();
    let router = platform::router(world.house.app());
    let access = {
        let computer = Attacker::enrolled(&world, "marwa");
        computer.access
    };
    let messages = [
        ("pull", json!({ "cursor": null, "book_version": 1, "items_max": 10 })),
        ("sign-in", json!({ "agency": "x", "staff": "y", "password": "", "device_key": 7 })),
        ("verdicts", json!({ "ops": [1] })),
        ("push", json!({ "device": 1, "store": 2, "actions": [3] })),
    ];
    for (address, message) in messages {
        for (what, message) in at_extremes(&message) {
            let request = Request::builder()
                .method(Method::POST)
                .uri(format!("/v1/{address}"))
                .header("content-type", "application/json")
                .header("authorization", format!("Bearer {access}"))
                .body(Body::from(serde_json::to_vec(&message).expect("json")))
                .expect("a request");
            let answer = world.handle().block_on(router.clone().oneshot(request)).expect("served");
            assert!(!answer.status().is_server_error(), "{address}{what}: {}", answer.status());
        }
    }
}

/// A handler's reply to a case on which the person called again, which its writer never saw.
fn reply_with(base: impl FnOnce(&World, CaseId, &mut protocol::Base)) -> Outcome {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let qais = world.computer("qais");
    let mut attacker = Attacker::enrolled(&world, "marwa");
    let seen = attacker.header(Some(id(&case))).base;
    qais.acts(&case, stories::world::call("اتصل ثانية")).expect("recorded");
    qais.agrees();
    let mut about = About {
        now: world.now(),
        op: OpId(attacker.id()),
        random: fastrand::Rng::with_seed(3),
        case: Some(world.case(&case)),
    };
    let _ = about.person();
    let reply = Action::SendReply(about.reply(domain::case::ReplyKind::Progress));
    let state = attacker.forges(id(&case), &reply, |it| {
        it.base = seen;
        base(&world, id(&case), &mut it.base);
    });
    super::attacker::outcome(&state.expect("an answer"))
}

#[test]
fn a_base_that_its_writer_cannot_have_seen_confirms_nothing() {
    let asks = |outcome: &Outcome| matches!(outcome, Outcome::NeedsConfirmation { .. });
    let honest = reply_with(|_, _, _| {});
    assert!(asks(&honest), "the honest one is asked: {honest:?}");
    let last = |world: &World| world.house.app().last_seq(world.agency()).expect("a number");
    let forged = [
        reply_with(|world, _, base| base.seq = last(world) + 1),
        reply_with(|_, _, base| base.seq = (1 << 53) - 1),
        // The right number, guessed: what was seen there does not fit it.
        reply_with(|world, _, base| base.seq = last(world)),
        reply_with(|world, _, base| {
            base.seq = last(world);
            base.last_inbound = None;
        }),
    ];
    for outcome in forged {
        assert!(asks(&outcome), "{outcome:?}");
    }
    let right = reply_with(|world, case, base| {
        let state = world.case(&case.to_string());
        (base.seq, base.last_inbound) = (state.seq.expect("a number"), state.last_inbound);
    });
    assert!(!asks(&right), "{right:?}");
}
