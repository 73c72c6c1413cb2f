//! Failures slow the one who fails, by account and by address; nobody is ever locked out.

use crate::Denied;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Failures are forgotten after this time without a new one.
const MEMORY: TimeDelta = TimeDelta::hours(1);
/// No wait is longer, seconds.
const WAIT_S_MAX: i64 = 15 * 60;
/// Slots kept before the forgotten ones are swept out.
const SLOTS_SWEPT_AT: usize = 10_000;

/// Who is counted, and how many failures are free.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Counted {
    /// For example an account at an address.
    pub(crate) who: String,
    /// Failures before the first wait.
    pub(crate) free: u32,
}

struct Slot {
    failures: u32,
    last: DateTime<Utc>,
    until: DateTime<Utc>,
}

/// Counts failures in memory: a restart forgives, which costs an attacker more than it gives.
#[derive(Default)]
pub(crate) struct Limiter {
    slots: Mutex<HashMap<String, Slot>>,
}

impl Limiter {
    /// Turns away who must still wait.
    pub(crate) fn check(&self, counted: &[Counted], now: DateTime<Utc>) -> Result<(), Denied> {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let until = counted.iter().filter_map(|it| slots.get(&it.who)).map(|it| it.until).max();
        match until {
            Some(until) if until > now => {
                Err(Denied::TooMany { retry_after_s: whole_s(until - now) })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Counts a failure: after the free ones each doubles the wait.
    pub(crate) fn fail(&self, counted: &[Counted], now: DateTime<Utc>) {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        if slots.len() > SLOTS_SWEPT_AT {
            slots.retain(|_, slot| now - slot.last < MEMORY);
        }
        for it in counted {
            let slot =
                slots.entry(it.who.clone()).or_insert(Slot { failures: 0, last: now, until: now });
            if now - slot.last >= MEMORY {
                slot.failures = 0;
            }
            slot.failures = slot.failures.saturating_add(1);
            slot.last = now;
            slot.until = now + wait(slot.failures, it.free);
        }
    }

    /// Forgets the failures of who succeeded.
    pub(crate) fn forgive(&self, counted: &Counted) {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner).remove(&counted.who);
    }
}

fn wait(failures: u32, free: u32) -> TimeDelta {
    let doublings = failures.saturating_sub(free);
    if doublings == 0 {
        return TimeDelta::zero();
    }
    // Sixteen doublings are beyond the longest wait already.
    TimeDelta::seconds((1_i64 << doublings.min(16)).min(WAIT_S_MAX))
}

fn whole_s(wait: TimeDelta) -> u32 {
    u32::try_from(wait.num_seconds() + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_after_the_free_failures_and_end() {
        let waits: Vec<i64> = (4..10).map(|failures| wait(failures, 5).num_seconds()).collect();
        assert_eq!(waits, [0, 0, 2, 4, 8, 16]);
        assert_eq!(wait(u32::MAX, 5).num_seconds(), WAIT_S_MAX);
        assert_eq!(wait(68, 5).num_seconds(), WAIT_S_MAX);
    }
}
