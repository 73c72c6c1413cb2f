//! When to try again: a pure state machine with its own liveness check.
//!
//! Nothing here drops an action. While something waits and the platform may be reached, the next
//! attempt is never more than [`QUIET_MAX`] away (`sync.md`, Invariants).

use chrono::{DateTime, TimeDelta, Utc};
use protocol::PlatformError;

/// Between two polls when all is well.
pub const POLL: TimeDelta = TimeDelta::seconds(3);
/// The longest wait between two attempts, whatever went wrong.
pub const QUIET_MAX: TimeDelta = TimeDelta::minutes(5);
/// The first wait after a failure; it doubles from there.
const FIRST_WAIT: TimeDelta = TimeDelta::seconds(1);
/// Waits grow to here on their own; only the platform may ask for more.
const WAIT_MAX: TimeDelta = TimeDelta::seconds(60);

/// What the engine knows of the connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// Not tried yet.
    Unknown,
    /// The last attempt was answered.
    Online,
    /// No answer since.
    Offline,
    /// Something answers that is not the platform.
    NotPlatform,
    /// The session ran out.
    SignInNeeded,
    /// The session was ended on the platform, as after a change of the password.
    SessionEnded,
    /// The account was disabled, or its owner holds no post any more.
    AccountDisabled,
    /// One of both is too old.
    OtherVersion,
    /// The device was revoked.
    Revoked,
    /// This computer's own store failed, as on a full disk: the network has no part in it.
    StoreFailed,
}

/// The connection and its next attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// As the last attempt left it.
    pub state: LinkState,
    /// Since when it is so.
    pub since: Option<DateTime<Utc>>,
    /// The last answer of the platform.
    pub last_contact: Option<DateTime<Utc>>,
    /// When the next attempt is due.
    pub next_at: DateTime<Utc>,
    /// Attempts that failed in a row.
    pub failures: u32,
    /// The platform itself asked for patience; saving something doesn't hurry it.
    pub told_to_wait: bool,
}

impl Link {
    /// Before the first attempt, which is due at once.
    #[must_use]
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            state: LinkState::Unknown,
            since: None,
            last_contact: None,
            next_at: now,
            failures: 0,
            told_to_wait: false,
        }
    }

    /// True when an attempt is due. A clock that jumped back can't silence it: no attempt lies
    /// further ahead than [`QUIET_MAX`].
    #[must_use]
    pub fn is_due(&self, now: DateTime<Utc>) -> bool {
        now >= self.next_at || self.next_at - now > QUIET_MAX
    }

    /// Something was saved, or the user asked: try at once, unless the platform asked for patience.
    #[must_use]
    pub fn hurried(mut self, now: DateTime<Utc>) -> Self {
        let may_hurry = matches!(
            self.state,
            LinkState::Unknown | LinkState::Online | LinkState::Offline | LinkState::StoreFailed
        );
        if may_hurry && !self.told_to_wait {
            self.next_at = now;
        }
        self
    }

    /// Somebody came in: what failed before is no reason to wait any longer, unless the platform asked
    /// for patience.
    #[must_use]
    pub fn signed_in(self, now: DateTime<Utc>) -> Self {
        if self.told_to_wait { self } else { Self { next_at: now, failures: 0, ..self } }
    }

    /// After a round that was answered throughout.
    #[must_use]
    pub fn answered(self, now: DateTime<Utc>) -> Self {
        let since = if self.state == LinkState::Online { self.since } else { Some(now) };
        let next_at = now + POLL;
        Self {
            state: LinkState::Online,
            since,
            last_contact: Some(now),
            next_at,
            failures: 0,
            told_to_wait: false,
        }
    }

    /// After a round that failed. `jitter` is 0 to 255, so that thousands of desks don't return at once.
    #[must_use]
    pub fn failed(self, error: &PlatformError, now: DateTime<Utc>, jitter: u8) -> Self {
        let told = if let PlatformError::TooMany { retry_after_s } = error {
            Some(TimeDelta::seconds(i64::from(*retry_after_s)))
        } else {
            None
        };
        self.after(state_of(error), told, now, jitter)
    }

    /// After a round in which this computer's own store failed.
    #[must_use]
    pub fn store_failed(self, now: DateTime<Utc>, jitter: u8) -> Self {
        self.after(LinkState::StoreFailed, None, now, jitter)
    }

    /// After a failure: a wait that the platform told, or one that doubles.
    fn after(
        self,
        state: LinkState,
        told: Option<TimeDelta>,
        now: DateTime<Utc>,
        jitter: u8,
    ) -> Self {
        let failures = self.failures.saturating_add(1);
        let since = if self.state == state { self.since } else { Some(now) };
        let wait = told.unwrap_or_else(|| doubled(failures));
        let wait = wait + wait * i32::from(jitter) / 1024;
        let next_at = now + wait.min(QUIET_MAX);
        let told_to_wait = told.is_some();
        Self { state, since, next_at, failures, last_contact: self.last_contact, told_to_wait }
    }
}

fn state_of(error: &PlatformError) -> LinkState {
    match error {
        PlatformError::Unauthorised => LinkState::SignInNeeded,
        PlatformError::Forbidden { code } => match code.as_str() {
            "device_revoked" | "unknown_device" => LinkState::Revoked,
            "session_ended" => LinkState::SessionEnded,
            "account_disabled" | "no_post" => LinkState::AccountDisabled,
            _ => LinkState::NotPlatform,
        },
        PlatformError::Nonsense => LinkState::NotPlatform,
        PlatformError::OtherVersion => LinkState::OtherVersion,
        PlatformError::Unreachable
        | PlatformError::TooLarge
        | PlatformError::TooMany { .. }
        | PlatformError::Failed { .. } => LinkState::Offline,
    }
}

fn doubled(failures: u32) -> TimeDelta {
    (FIRST_WAIT * 2_i32.pow(failures.saturating_sub(1).min(6))).min(WAIT_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn start() -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000, 0).unwrap()
    }

    fn any_error() -> impl Strategy<Value = PlatformError> {
        prop_oneof![
            Just(PlatformError::Unreachable),
            Just(PlatformError::Unauthorised),
            Just(PlatformError::Forbidden { code: "device_revoked".into() }),
            Just(PlatformError::TooLarge),
            any::<u32>().prop_map(|retry_after_s| PlatformError::TooMany { retry_after_s }),
            Just(PlatformError::Failed { status: 502 }),
            Just(PlatformError::Nonsense),
            Just(PlatformError::OtherVersion),
        ]
    }

    proptest! {
        #[test]
        fn an_attempt_is_always_due_within_five_minutes(
            errors in proptest::collection::vec((any_error(), any::<u8>(), -40_000_000_i64..40_000_000), 1..60),
        ) {
            let mut now = start();
            let mut link = Link::new(now);
            for (error, jitter, jump_s) in errors {
                link = link.failed(&error, now, jitter);
                prop_assert!(link.is_due(now + QUIET_MAX));
                now += TimeDelta::seconds(jump_s);
                prop_assert!(link.is_due(now) || link.is_due(now + QUIET_MAX));
            }
        }
    }

    #[test]
    fn waits_double_and_an_answer_resets_them() {
        let now = start();
        let once = Link::new(now).failed(&PlatformError::Unreachable, now, 0);
        let twice = once.clone().failed(&PlatformError::Unreachable, now, 0);
        assert_eq!(once.next_at - now, TimeDelta::seconds(1));
        assert_eq!(twice.next_at - now, TimeDelta::seconds(2));
        assert_eq!(twice.answered(now).next_at - now, POLL);
    }

    #[test]
    fn it_says_since_when_it_is_offline() {
        let now = start();
        let later = now + TimeDelta::seconds(30);
        let link = Link::new(now).failed(&PlatformError::Unreachable, now, 0);
        let link = link.failed(&PlatformError::Failed { status: 500 }, later, 0);
        assert_eq!((link.state, link.since), (LinkState::Offline, Some(now)));
    }

    #[test]
    fn a_store_that_fails_is_no_missing_network_and_is_tried_again() {
        let now = start();
        let link = Link::new(now).answered(now).store_failed(now, 0);
        assert_eq!((&link.state, link.since), (&LinkState::StoreFailed, Some(now)));
        assert_eq!(link.next_at - now, TimeDelta::seconds(1));
        assert!(link.clone().hurried(now).is_due(now));
        assert_eq!(link.answered(now).state, LinkState::Online);
    }

    #[test]
    fn a_new_sign_in_is_tried_at_once_but_not_past_the_platforms_wish() {
        let now = start();
        let mut link = Link::new(now).answered(now);
        for _ in 0..5 {
            link = link.failed(&PlatformError::Unauthorised, now, 0);
        }
        assert!(!link.clone().hurried(now).is_due(now));
        assert!(link.clone().signed_in(now).is_due(now));
        let patient = link.failed(&PlatformError::TooMany { retry_after_s: 30 }, now, 0);
        assert!(!patient.signed_in(now).is_due(now));
    }

    #[test]
    fn a_save_hurries_the_next_attempt_but_not_past_the_platforms_wish() {
        let now = start();
        let patient = Link::new(now).answered(now).hurried(now);
        assert!(patient.is_due(now));
        let asked = Link::new(now)
            .failed(&PlatformError::TooMany { retry_after_s: 9 }, now, 0)
            .hurried(now);
        assert!(!asked.is_due(now));
    }
}
