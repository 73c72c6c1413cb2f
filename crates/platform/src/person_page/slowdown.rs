//! Failures slow down, and never lock out: after some free ones each further try waits longer.
//!
//! A try counts as a failure from its beginning until it is known to be right, so that a thousand
//! guesses sent at once wait like a thousand guesses sent one after another.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Failures on one reference before the first wait, per hour.
pub(super) const PER_REFERENCE: u32 = 10;
/// Failures from one address before the first wait, per hour.
pub(super) const PER_ADDRESS: u32 = 30;
/// The longest wait: the right code always gets in after it.
pub(super) const WAIT_MAX: Duration = Duration::from_secs(30);

const WINDOW: TimeDelta = TimeDelta::hours(1);
/// Above this many, those that nobody tried lately are forgotten.
const KEPT_MAX: usize = 50_000;

/// Who is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Counted {
    /// A reference as it was typed, whether a case has it or not.
    Reference(String),
    /// A network address; the first half of one of IP version 6, for that is what one house has.
    Address(IpAddr),
}

/// Tries per hour, in memory: a restart forgives, which costs an attacker more than it gives.
#[derive(Default)]
pub(super) struct Slowdown {
    tries: Mutex<HashMap<Counted, Tries>>,
}

struct Tries {
    since: DateTime<Utc>,
    failed: u32,
}

impl Slowdown {
    /// Begins a try: how long it must wait first.
    pub(super) fn begin(&self, counted: &[Counted], now: DateTime<Utc>) -> Duration {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() > KEPT_MAX {
            tries.retain(|_, it| now - it.since < WINDOW);
        }
        let mut wait = Duration::ZERO;
        for it in counted {
            let entry = tries.entry(it.clone()).or_insert(Tries { since: now, failed: 0 });
            if now - entry.since >= WINDOW {
                *entry = Tries { since: now, failed: 0 };
            }
            wait = wait.max(wait_after(entry.failed, it.free()));
            entry.failed = entry.failed.saturating_add(1);
        }
        wait
    }

    /// The try was right: it counts no more.
    pub(super) fn was_right(&self, counted: &[Counted]) {
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        for it in counted {
            if let Some(entry) = tries.get_mut(it) {
                entry.failed = entry.failed.saturating_sub(1);
            }
        }
    }
}

impl Counted {
    /// An address, cut to what one house has.
    pub(super) fn address(address: IpAddr) -> Self {
        Self::Address(match address {
            IpAddr::V4(_) => address,
            IpAddr::V6(whole) => {
                let [a, b, c, d, ..] = whole.segments();
                IpAddr::from([a, b, c, d, 0, 0, 0, 0])
            }
        })
    }

    fn free(&self) -> u32 {
        match self {
            Self::Reference(_) => PER_REFERENCE,
            Self::Address(_) => PER_ADDRESS,
        }
    }
}

/// Nothing for the free ones; then one second, doubled by each further failure, up to the longest.
fn wait_after(failed: u32, free: u32) -> Duration {
    let Some(doublings) = failed.checked_sub(free) else { return Duration::ZERO };
    let seconds = 1_u64.checked_shl(doublings).unwrap_or(u64::MAX);
    Duration::from_secs(seconds).min(WAIT_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> Vec<Counted> {
        vec![Counted::Reference("RD-7K2M-9QXF".to_owned())]
    }

    #[test]
    fn waits_begin_after_the_free_failures_grow_and_end_at_the_longest() {
        let slowdown = Slowdown::default();
        let now = DateTime::UNIX_EPOCH;
        let waits: Vec<u64> =
            (0..18).map(|_| slowdown.begin(&reference(), now).as_secs()).collect();
        assert_eq!(waits[..10], [0; 10]);
        assert_eq!(waits[10..], [1, 2, 4, 8, 16, 30, 30, 30]);
    }

    #[test]
    fn right_tries_cost_nothing_and_an_hour_forgives() {
        let slowdown = Slowdown::default();
        let now = DateTime::UNIX_EPOCH;
        for _ in 0..100 {
            assert_eq!(slowdown.begin(&reference(), now), Duration::ZERO);
            slowdown.was_right(&reference());
        }
        for _ in 0..12 {
            slowdown.begin(&reference(), now);
        }
        assert_ne!(slowdown.begin(&reference(), now), Duration::ZERO);
        assert_eq!(slowdown.begin(&reference(), now + WINDOW), Duration::ZERO);
    }

    #[test]
    fn another_reference_from_the_same_address_waits_after_thirty() {
        let slowdown = Slowdown::default();
        let home = Counted::address(IpAddr::from([10, 0, 0, 1]));
        let try_one = |n: u32| {
            let counted = [Counted::Reference(n.to_string()), home.clone()];
            slowdown.begin(&counted, DateTime::UNIX_EPOCH).as_secs()
        };
        let waits: Vec<u64> = (0..32).map(try_one).collect();
        assert_eq!(waits[..30], [0; 30]);
        assert_eq!(waits[30..], [1, 2]);
    }

    #[test]
    fn one_house_is_one_address_of_version_six() {
        let one = Counted::address("2001:db8:1:2::7".parse().expect("address"));
        let other = Counted::address("2001:db8:1:2:ffff::9".parse().expect("address"));
        let next_door = Counted::address("2001:db8:1:3::7".parse().expect("address"));
        assert_eq!(one, other);
        assert_ne!(one, next_door);
    }
}
