//! The ledger of hours, summed by holder (R33, R38).

use super::who::{Reader, of_holder};
use crate::view::HeldFor;
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::{Case, Holder};

/// Who held the case how long, in the order in which they first held it. The sum is the lifetime.
pub fn hours(reader: Reader<'_>, case: &Case) -> Vec<HeldFor> {
    let mut sums: Vec<(&Holder, DateTime<Utc>, TimeDelta)> = Vec::new();
    for segment in &case.ledger {
        let held = segment.until.unwrap_or(reader.now) - segment.since;
        match sums.iter_mut().find(|(holder, ..)| **holder == segment.holder) {
            Some((_, since, sum)) => (*since, *sum) = (segment.since, *sum + held),
            None => sums.push((&segment.holder, segment.since, held)),
        }
    }
    sums.into_iter()
        .map(|(holder, since, sum)| HeldFor {
            holder: of_holder(reader, holder.clone(), Some(since)),
            seconds: sum.num_seconds().max(0),
        })
        .collect()
}
