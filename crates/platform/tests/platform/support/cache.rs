//! A device's cache in small, and the check that it equals what its user may see.

use super::{Desk, World};
use domain::reading::{CaseFacts, Reader, Sight, may_see};
use domain::{CaseId, Recorded, StaffId};
use protocol::{FeedItem, PullAnswer, Stub};
use std::collections::BTreeMap;

/// What a device keeps of what it is told.
#[derive(Default)]
pub struct Cache {
    pub cases: BTreeMap<CaseId, Vec<Recorded>>,
    pub stubs: BTreeMap<CaseId, Stub>,
}

impl Cache {
    pub fn take(&mut self, answer: &PullAnswer) {
        for item in &answer.items {
            match item {
                FeedItem::Event { recorded } => {
                    let case = recorded.case.expect("an event of a case");
                    let events = self.cases.get_mut(&case).expect("of a case that is held");
                    assert!(events.last().expect("events").seq < recorded.seq, "in order, once");
                    events.push((**recorded).clone());
                }
                FeedItem::Enter { case, events, .. } => {
                    self.cases.insert(*case, events.clone());
                }
                FeedItem::Part { case, first, events, .. } => {
                    let held = self.cases.entry(*case).or_default();
                    if *first {
                        held.clear();
                    }
                    held.extend(events.iter().cloned());
                }
                FeedItem::Leave { case, .. } => {
                    self.cases.remove(case);
                }
                FeedItem::Stub { stub } if stub.visible => {
                    self.stubs.insert(stub.case, stub.clone());
                }
                FeedItem::Stub { stub } => {
                    self.stubs.remove(&stub.case);
                }
                FeedItem::Person { .. } => {}
            }
        }
    }

    /// Pulls until nothing more waits.
    pub fn catch_up(&mut self, desk: &mut Desk, items_max: u32) {
        let keys = desk.keys();
        loop {
            let answer = desk.pull_keys(keys.clone(), items_max);
            self.take(&answer);
            if !answer.more {
                return;
            }
        }
    }

    pub fn check(&self, world: &World, staff: &str) {
        let book = world.app.book(&world.agency).expect("book");
        let reader = Reader::Staff { staff: StaffId::from(staff) };
        for (case, events) in all_cases(world) {
            let state = world.app.case(&world.agency, case).expect("case").expect("case");
            let sight = may_see(&reader, &CaseFacts::of(&state), &book, world.now());
            let held = self.cases.get(&case);
            assert_eq!(held.is_some(), sight == Sight::Whole, "{staff} sees {sight:?} of {case}");
            if let Some(held) = held {
                assert_eq!(*held, events);
            }
        }
    }
}

pub fn all_cases(world: &World) -> BTreeMap<CaseId, Vec<Recorded>> {
    let mut cases: BTreeMap<CaseId, Vec<Recorded>> = BTreeMap::new();
    for recorded in world.app.events(&world.agency, 0, 100_000).expect("events") {
        if let Some(case) = recorded.case {
            cases.entry(case).or_default().push(recorded);
        }
    }
    cases
}
