//! What of an answer can be made before it is written, on all cores: the JSON and the folded words of
//! each event. Of a first fetch that is a quarter of the work, and writing has one thread only.

use super::CacheItem;
use super::index::Shadow;
use super::words_of_event::words_of;
use crate::StoreError;
use crate::sqlite::json;
use domain::{OpId, Recorded};
use rayon::prelude::*;
use std::collections::HashMap;

/// Fewer events are made ready sooner than another thread wakes up.
const EVENTS_MIN: usize = 64;

/// An event that is ready to be written.
pub(super) struct ReadyEvent {
    pub json: String,
    pub shadow: Option<Shadow>,
}

impl ReadyEvent {
    pub(super) fn of(recorded: &Recorded) -> Result<Self, StoreError> {
        let shadow = Shadow::of(&words_of(&recorded.event));
        Ok(Self { json: json("event", recorded)?, shadow })
    }
}

/// Events by their action and place. Whatever is not among them is made ready when it is written.
pub(super) type Ready = HashMap<(OpId, u16), ReadyEvent>;

/// Of all that enters whole.
pub(super) fn ready(items: &[CacheItem]) -> Ready {
    let entering: Vec<&Recorded> = items.iter().flat_map(events).collect();
    if entering.len() < EVENTS_MIN {
        return Ready::default();
    }
    // Whoever writes one that fails here makes it again, and tells why.
    let made = entering.into_par_iter();
    made.filter_map(|it| Some(((it.op, it.n), ReadyEvent::of(it).ok()?))).collect()
}

fn events(item: &CacheItem) -> &[Recorded] {
    match item {
        CacheItem::Enter { events, .. } | CacheItem::Part { events, .. } => events,
        CacheItem::Event(_)
        | CacheItem::Leave { .. }
        | CacheItem::Person(_)
        | CacheItem::Stub(_) => &[],
    }
}
