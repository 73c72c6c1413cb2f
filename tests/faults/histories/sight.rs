//! Who may see what, worked out from plain JSON: whole cases, stubs, and nothing for the accused.

use super::play::{History, Player};
use serde_json::Value;
use std::collections::BTreeSet;

/// What somebody may see of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sees {
    Nothing,
    Stub,
    Whole,
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn has(value: &Value, key: &str, wanted: &str) -> bool {
    value[key].as_array().is_some_and(|all| all.iter().any(|it| it == wanted))
}

fn posts<'a>(config: &'a Value, staff: &str) -> Vec<&'a str> {
    let posts = config["staff"][staff]["posts"].as_array();
    posts.into_iter().flatten().map(|it| text(it, "post")).collect()
}

fn units<'a>(config: &'a Value, staff: &str) -> Vec<&'a str> {
    posts(config, staff).into_iter().map(|post| text(&config["posts"][post], "unit")).collect()
}

/// A unit and those above it.
fn line<'a>(config: &'a Value, unit: &'a str) -> Vec<&'a str> {
    let mut line = vec![unit];
    while let Some(parent) = config["units"][line[line.len() - 1]]["parent"].as_str() {
        line.push(parent);
    }
    line
}

/// Manages a unit of the line, or reads whole units there.
fn manages(config: &Value, staff: &str, unit: &str) -> bool {
    let posts = posts(config, staff);
    line(config, unit).into_iter().any(|above| {
        posts.iter().any(|post| {
            text(&config["units"][above], "manager") == *post
                || (text(&config["posts"][post], "unit") == above
                    && has(&config["posts"][post], "rights", "read_unit"))
        })
    })
}

fn has_right(config: &Value, staff: &str, right: &str) -> bool {
    posts(config, staff).iter().any(|post| has(&config["posts"][post], "rights", right))
}

fn is_above(config: &Value, staff: &str, accused: &str) -> bool {
    let posts = posts(config, staff);
    units(config, accused).into_iter().any(|unit| {
        line(config, unit)
            .into_iter()
            .any(|above| posts.contains(&text(&config["units"][above], "manager")))
    })
}

fn is_asked(state: &Value, staff: &str) -> bool {
    let approvals = state["approvals"].as_array().map(Vec::as_slice).unwrap_or_default();
    approvals.iter().any(|it| has(it, "approvers", staff))
}

fn may_review(config: &Value, state: &Value, staff: &str) -> bool {
    if state["decision"]["disputed"] != true || !has_right(config, staff, "review") {
        return false;
    }
    let own = units(config, staff);
    let touched = state["touched_by"].as_array().map(Vec::as_slice).unwrap_or_default();
    touched
        .iter()
        .filter_map(Value::as_str)
        .all(|by| by != staff && !units(config, by).iter().any(|unit| own.contains(unit)))
}

fn sees(config: &Value, state: &Value, staff: &str) -> Sees {
    let accused = state["accused"].as_str();
    if accused == Some(staff) {
        return Sees::Nothing;
    }
    let unit = text(state, "unit");
    let confidential = state["confidential"] == true;
    let handles_here = has_right(config, staff, "handle") && units(config, staff).contains(&unit);
    let whole = state["owner"] == staff
        || is_asked(state, staff)
        || may_review(config, state, staff)
        || manages(config, staff, unit)
        || (handles_here && !confidential);
    let conflicted = accused.is_some_and(|it| is_above(config, staff, it));
    if whole && !conflicted {
        Sees::Whole
    } else if !confidential
        && (has_right(config, staff, "handle") || has_right(config, staff, "read_unit"))
    {
        Sees::Stub
    } else {
        Sees::Nothing
    }
}

/// Each computer holds every case of its user whole, with all its events, and no event of another.
pub fn each_computer_holds_what_its_user_may_see(history: &History) {
    let config = &history.configured[history.configured.len() - 1].config;
    for case in &history.cases {
        let Some(state) = history.world.known_case(case) else { continue };
        let state = serde_json::to_value(&state).expect("json");
        let events: Vec<Value> = history.world.events(case).iter().map(json).collect();
        for player in &history.players {
            let staff = player.computer.staff.to_string();
            let held: Vec<Value> = held(player, case);
            let (seed, sight) = (history.seed, sees(config, &state, &staff));
            if sight == Sees::Whole {
                assert_eq!(held, events, "seed {seed}: {staff} may see all of {case}");
            } else {
                assert!(held.is_empty(), "seed {seed}: {staff} holds {case} and may not");
                assert!(player.computer.desk().show_case(case).is_err(), "seed {seed}: {staff}");
            }
            stub_is_right(history, player, &state, sight);
        }
    }
}

fn json(recorded: &domain::Recorded) -> Value {
    serde_json::to_value(recorded).expect("json")
}

fn held(player: &Player, case: &str) -> Vec<Value> {
    let id = case.parse().expect("an id");
    let mut desk = player.computer.desk();
    let events = desk.parts().cache.events(id).expect("the cache answers");
    events.iter().map(json).collect()
}

/// The look-up by the whole reference finds a stub as the case stands, or nothing of it.
fn stub_is_right(history: &History, player: &Player, state: &Value, sight: Sees) {
    let reference = text(state, "reference");
    let mut desk = player.computer.desk();
    let found =
        desk.parts().cache.lookup(reference, history.world.now()).expect("the cache answers");
    let found = serde_json::to_value(&found.stubs).expect("json");
    let found = found.as_array().expect("a list");
    let (of_seed, staff) = (history.seed, &player.computer.staff);
    let shared = state["confidential"] != true && state["accused"].is_null();
    if sight == Sees::Nothing || (sight == Sees::Stub && !shared) {
        assert!(found.is_empty(), "seed {of_seed}: {staff} finds a stub of {reference}");
    } else if sight == Sees::Stub {
        assert_eq!(found.len(), 1, "seed {of_seed}: {staff} finds a stub of {reference}");
        assert_eq!(found[0]["stage"], state["stage"], "seed {of_seed}: {staff}, {reference}");
        assert_eq!(found[0]["contacts"], state["contacts"], "seed {of_seed}: {staff}, {reference}");
    }
}

/// No byte of a case ever reached the accused, those above them, or, when it is confidential, anybody
/// whom no event of it names.
pub fn the_accused_and_strangers_were_told_nothing(history: &History) {
    let config = &history.configured[0].config;
    for case in &history.cases {
        let Some(state) = history.world.known_case(case) else { continue };
        let state = serde_json::to_value(&state).expect("json");
        let named = named(history, case);
        for player in &history.players {
            let staff = player.computer.staff.to_string();
            let accused = state["accused"].as_str();
            let barred = accused.is_some_and(|it| it == staff || is_above(config, &staff, it))
                || (state["confidential"] == true
                    && sees(config, &state, &staff) == Sees::Nothing
                    && !named.contains(&staff));
            if barred && !named.contains(&staff) {
                let told = player.told.lock().expect("what was told");
                for secret in [case.as_str(), text(&state, "subject")] {
                    assert!(
                        !told.contains(secret),
                        "seed {}: {staff} was told {secret}",
                        history.seed
                    );
                }
            }
        }
    }
}

/// Everybody whom an event of the case names.
fn named(history: &History, case: &str) -> BTreeSet<String> {
    let events = serde_json::to_string(&history.world.events(case)).expect("json");
    let staff = history.configured[0].config["staff"].as_object().expect("staff");
    staff.keys().filter(|it| events.contains(&format!("\"{it}\""))).cloned().collect()
}
