//! Nothing was granted that nobody might grant: powers and limits read from the configuration as plain
//! JSON, added up here and not by the rules.

use super::play::History;
use serde_json::Value;
use std::collections::BTreeMap;

fn config_at(history: &History, seq: u64) -> &Value {
    let configured = history.configured.iter().rev().find(|it| it.from_seq < seq);
    &configured.expect("the first configuration").config
}

/// The posts of somebody; the test agency has no dates that matter here.
fn posts<'a>(config: &'a Value, staff: &str) -> Vec<&'a str> {
    let posts = config["staff"][staff]["posts"].as_array();
    posts.into_iter().flatten().filter_map(|it| it["post"].as_str()).collect()
}

fn lists(power: &Value, key: &str, wanted: &str) -> bool {
    let listed = power[key].as_array().map(Vec::as_slice).unwrap_or_default();
    listed.iter().any(|it| it == wanted)
}

/// The powers of somebody over a remedy in a category.
fn powers<'a>(config: &'a Value, staff: &str, remedy: &str, category: &str) -> Vec<&'a Value> {
    let posts = posts(config, staff);
    let all = config["powers"].as_array().expect("powers");
    all.iter()
        .filter(|it| it["post"].as_str().is_some_and(|post| posts.contains(&post)))
        .filter(|it| lists(it, "remedies", remedy))
        .filter(|it| {
            it["categories"].as_array().is_none_or(Vec::is_empty)
                || lists(it, "categories", category)
        })
        .collect()
}

fn limit(power: &Value, key: &str) -> i64 {
    power[key]["minor"].as_i64().unwrap_or(i64::MAX)
}

/// Each grant lies within a power that its grantor held at that number, and so do the sums of a case
/// and of a day.
pub fn nothing_was_granted_without_power(history: &History) {
    for case in &history.cases {
        let Some(state) = history.world.known_case(case) else { continue };
        let category = state.category.to_string();
        let mut granted: BTreeMap<String, i64> = BTreeMap::new();
        for recorded in history.world.events(case) {
            let recorded = serde_json::to_value(&recorded).expect("json");
            let event = &recorded["event"];
            if event["event"] != "remedy_granted" {
                continue;
            }
            let seq = recorded["seq"].as_u64().expect("a number");
            let config = config_at(history, seq);
            let remedy = event["ask"]["remedy"].as_str().expect("a remedy");
            let minor = event["ask"]["amount"]["minor"].as_i64().unwrap_or(0);
            let sum = granted.entry(remedy.to_owned()).or_default();
            let by = event["by"].as_str().expect("somebody");
            let actor = recorded["actor"]["staff"].as_str().unwrap_or(by);
            let may = [by, actor].iter().any(|staff| {
                powers(config, staff, remedy, &category).iter().any(|it| {
                    *sum + minor <= limit(it, "limit_case") && minor <= limit(it, "limit_day")
                })
            });
            assert!(
                may,
                "seed {}: {by} granted {remedy} of {minor} after {sum} at {seq}",
                history.seed
            );
            *sum += minor;
        }
    }
}
