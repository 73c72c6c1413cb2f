//! Failures of unlocking: after some they slow down, and nothing is ever wiped.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Failures before the first wait.
pub const ATTEMPTS_FREE: u32 = 5;
const WAIT_SECONDS: i64 = 30;
/// Doubling ends here: 30 s, 1, 2, 4, 8, then 16 minutes each.
const DOUBLINGS_MAX: u32 = 5;

/// Failures since the last success, as they lie beside the key file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// How many.
    pub failed: u32,
    /// The next try counts from here.
    pub not_before: Option<DateTime<Utc>>,
}

impl Attempts {
    /// The instant to wait for, when it is not yet `now`. A clock that was put back can't lock
    /// anybody out: a wait is never longer than the longest one.
    #[must_use]
    pub fn wait(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let longest = now + TimeDelta::seconds(WAIT_SECONDS << DOUBLINGS_MAX);
        self.not_before.filter(|at| *at > now && *at <= longest)
    }

    /// One more failure.
    #[must_use]
    pub fn failed_at(self, now: DateTime<Utc>) -> Self {
        let failed = self.failed.saturating_add(1);
        let wait = failed
            .checked_sub(ATTEMPTS_FREE)
            .map(|over| now + TimeDelta::seconds(WAIT_SECONDS << over.min(DOUBLINGS_MAX)));
        Self { failed, not_before: wait }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_790_000_000 + second, 0).unwrap()
    }

    fn after(failures: u32) -> Attempts {
        (0..failures).fold(Attempts::default(), |it, _| it.failed_at(at(0)))
    }

    #[test]
    fn four_failures_cost_nothing_and_the_fifth_waits() {
        assert_eq!(after(4).wait(at(0)), None);
        assert_eq!(after(5).wait(at(0)), Some(at(30)));
        assert_eq!(after(5).wait(at(30)), None);
    }

    #[test]
    fn waits_double_up_to_sixteen_minutes() {
        assert_eq!(after(6).wait(at(0)), Some(at(60)));
        assert_eq!(after(10).wait(at(0)), Some(at(960)));
        assert_eq!(after(5_000).wait(at(0)), Some(at(960)));
    }

    #[test]
    fn a_clock_put_back_by_years_locks_nobody_out() {
        assert_eq!(after(20).wait(at(-400 * 86_400)), None);
    }
}
