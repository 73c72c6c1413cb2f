//! A checker that shares no code with either side: it reads what they stored as plain JSON and adds it
//! up in its own, much smaller way.

use serde_json::Value;
use std::collections::BTreeMap;
use stories::world::{Computer, World};

/// What the events of a case add up to, as far as this checker follows.
#[derive(Debug, Default, PartialEq)]
struct Sum {
    stage: String,
    owner: Option<String>,
    outbound: usize,
    remedies: usize,
    contacts: u64,
    seq: u64,
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn add(sum: &mut Sum, recorded: &Value) {
    let event = &recorded["event"];
    sum.seq = recorded["seq"].as_u64().expect("a number");
    match text(event, "event").as_str() {
        "case_opened" => {
            sum.owner = event["owner"].as_str().map(str::to_owned);
            if sum.owner.is_some() { "open" } else { "new" }.clone_into(&mut sum.stage);
            sum.contacts = 1;
        }
        "owner_changed" => {
            sum.owner = event["to"].as_str().map(str::to_owned);
            if sum.stage == "new" && sum.owner.is_some() {
                "open".clone_into(&mut sum.stage);
            }
        }
        "contact_recorded" if event["direction"] == "inbound" => sum.contacts += 1,
        "reply_sent" => sum.outbound += 1,
        "remedy_granted" => sum.remedies += 1,
        "decided" => "answered".clone_into(&mut sum.stage),
        // Whoever disputes reached us.
        "disputed" => {
            sum.contacts += 1;
            "open".clone_into(&mut sum.stage);
        }
        "closed" => "closed".clone_into(&mut sum.stage),
        _ => {}
    }
}

fn of_state(state: &Value) -> Sum {
    let count = |key: &str| state[key].as_array().map_or(0, Vec::len);
    Sum {
        stage: text(state, "stage"),
        owner: state["owner"].as_str().map(str::to_owned),
        outbound: count("outbound"),
        remedies: count("remedies"),
        contacts: state["contacts"].as_u64().expect("a count"),
        seq: state["seq"].as_u64().expect("a number"),
    }
}

/// Every event of the agency, as stored.
fn history(world: &World) -> Vec<Value> {
    let events = world.house.app().events(world.agency(), 0, u32::MAX).expect("events");
    events.iter().map(|it| serde_json::to_value(it).expect("json")).collect()
}

fn by_case(history: &[Value]) -> BTreeMap<String, Vec<&Value>> {
    let mut cases: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for recorded in history {
        cases.entry(text(recorded, "case")).or_default().push(recorded);
    }
    cases
}

/// The numbers are 1, 2, 3 … without a gap, and nothing happened twice.
pub fn the_sequence_is_gapless(world: &World) {
    let history = history(world);
    let mut seen = std::collections::BTreeSet::new();
    for (at, recorded) in (1_u64..).zip(&history) {
        assert_eq!(recorded["seq"].as_u64(), Some(at), "no gap");
        assert!(seen.insert((text(recorded, "op"), recorded["n"].as_u64())), "nothing twice");
    }
}

/// What happened adds up to what the platform says stands. Withdrawn actions are left out.
pub fn the_state_is_the_sum_of_what_happened(world: &World) {
    let history = history(world);
    let withdrawn: Vec<String> = history
        .iter()
        .filter(|it| it["event"]["event"] == "withdrawn")
        .map(|it| text(&it["event"], "op"))
        .collect();
    for (case, events) in by_case(&history) {
        let mut sum = Sum::default();
        let told = |it: &&Value| format!("{} {} {}", it["seq"], text(it, "op"), it["event"]);
        let events_told = || events.iter().map(told).collect::<Vec<_>>().join("\n");
        for recorded in &events {
            if !withdrawn.contains(&text(recorded, "op")) {
                add(&mut sum, recorded);
            }
        }
        let state = serde_json::to_value(world.case(&case)).expect("json");
        assert_eq!(of_state(&state), sum, "case {case}:\n{}", events_told());
    }
}

/// A computer holds every case of its user's unit with all its events, and no other.
pub fn the_computer_holds_what_it_may_see(world: &World, computer: &Computer, unit: &str) {
    let history = history(world);
    for (case, events) in by_case(&history) {
        let state = serde_json::to_value(world.case(&case)).expect("json");
        let id = case.parse().expect("an id");
        let held = computer.desk().parts().cache.events(id).expect("the cache answers");
        let held: Vec<Value> =
            held.iter().map(|it| serde_json::to_value(it).expect("json")).collect();
        if text(&state, "unit") == unit {
            assert_eq!(held.iter().collect::<Vec<_>>(), events, "case {case}");
        } else {
            assert!(held.is_empty(), "case {case} is of another unit");
        }
    }
}

/// Nothing waits, and nothing is on its way without a reason.
pub fn nothing_waits(computer: &Computer) {
    let pending = computer.pending();
    let behind = |it: &&desk::view::PendingView| {
        !matches!(it.state, desk::view::PendingState::Behind { .. })
    };
    assert_eq!(pending.iter().filter(behind).count(), 0, "{pending:?}");
    if !pending.is_empty() {
        assert!(!computer.attention().is_empty(), "what waits says why: {pending:?}");
    }
}

/// All of it, for desks of the bus unit.
pub fn all_is_well(world: &World, computers: &[&Computer]) {
    the_sequence_is_gapless(world);
    the_state_is_the_sum_of_what_happened(world);
    for computer in computers {
        nothing_waits(computer);
        the_computer_holds_what_it_may_see(world, computer, "buses");
    }
}
