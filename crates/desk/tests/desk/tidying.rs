//! What waits for idle moments: old things and loose files go, in steps.

use crate::acting::huda;
use crate::world::World;
use chrono::TimeDelta;
use desk::Desk;
use desk::view::{Act, ActInput, CaseView};
use std::collections::BTreeSet;

fn note(desk: &mut Desk, view: &CaseView, text: &str) -> domain::OpId {
    let act = Act::Note { text: text.into(), draft: None };
    let input = ActInput { case: view.row.case.clone(), seen: view.seen.clone(), act };
    desk.act_on_case(input).unwrap().op.parse().unwrap()
}

#[test]
fn what_was_accepted_is_let_go_after_ninety_days_without_a_restart() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let old = note(&mut desk, &view, "قديمة");
    world.judge(&mut desk);
    assert!(desk.tidy().unwrap());
    assert!(desk.parts().vault.action(old).unwrap().is_some());
    world.pass(TimeDelta::days(91));
    world.meets(&mut desk);
    let new = note(&mut desk, &view, "جديدة");
    assert!(desk.tidy().unwrap());
    assert!(desk.parts().vault.action(old).unwrap().is_none());
    assert!(desk.parts().vault.action(new).unwrap().is_some(), "nobody has judged it");
}

#[test]
fn a_clock_that_runs_ahead_lets_go_of_nothing_until_the_platform_says_that_the_time_has_come() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let old = note(&mut desk, &view, "قديمة");
    world.judge(&mut desk);
    world.pass(TimeDelta::days(400));
    note(&mut desk, &view, "جديدة");
    assert!(desk.tidy().unwrap());
    assert!(desk.parts().vault.action(old).unwrap().is_some(), "it may be the clock");
    world.meets(&mut desk);
    world.pass(TimeDelta::hours(1));
    assert!(desk.tidy().unwrap());
    assert!(desk.parts().vault.action(old).unwrap().is_none());
}

#[test]
fn a_loose_file_stays_while_an_action_brings_it_and_goes_when_that_is_judged() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let file = desk.attach(&view.row.case, "وصل.txt", "وصل الدفع".as_bytes()).unwrap();
    desk.parts().vault.put_loose_files(&BTreeSet::from([file.hash.clone()])).unwrap();
    assert!(desk.tidy().unwrap());
    assert!(desk.parts().files.has(&file.hash), "it was not sent yet");
    world.judge(&mut desk);
    world.pass(TimeDelta::hours(1));
    assert!(desk.tidy().unwrap());
    assert!(!desk.parts().files.has(&file.hash));
    assert!(desk.parts().vault.loose_files().unwrap().is_empty());
}
