//! Where time and randomness come in: as arguments, so that a run with the same seed is the same run.

use chrono::{DateTime, Utc};
use domain::{CaseId, DraftId, OpId, PersonId};
use std::fmt;
use std::sync::Arc;
use uuid::{Builder, Uuid};

/// The clock and the random source of one session.
#[derive(Clone)]
pub struct Edge {
    now: Arc<Clock>,
    random: Arc<Random>,
}

type Clock = dyn Fn() -> DateTime<Utc> + Send + Sync;
type Random = dyn Fn(&mut [u8]) -> Result<(), NoRandom> + Send + Sync;

/// The random source gave nothing: no id or key may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no random bytes")]
pub struct NoRandom;

impl Edge {
    /// An edge of the caller's own: the system's in the window, a scripted one in tests.
    pub fn new(
        now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static,
        random: impl Fn(&mut [u8]) -> Result<(), NoRandom> + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), random: Arc::new(random) }
    }

    /// This device's clock, whole microseconds: what a store keeps is what was signed.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        let now = (self.now)();
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Fresh random bytes.
    ///
    /// # Errors
    /// [`NoRandom`].
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoRandom> {
        let mut bytes = [0; N];
        (self.random)(&mut bytes)?;
        Ok(bytes)
    }

    /// A UUID of version 7: ids sort by the time they were made.
    ///
    /// # Errors
    /// [`NoRandom`].
    pub fn id(&self, at: DateTime<Utc>) -> Result<Uuid, NoRandom> {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        Ok(Builder::from_unix_timestamp_millis(millis, &self.bytes()?).into_uuid())
    }

    pub(crate) fn op(&self, at: DateTime<Utc>) -> Result<OpId, NoRandom> {
        self.id(at).map(OpId)
    }

    pub(crate) fn case(&self, at: DateTime<Utc>) -> Result<CaseId, NoRandom> {
        self.id(at).map(CaseId)
    }

    pub(crate) fn person(&self, at: DateTime<Utc>) -> Result<PersonId, NoRandom> {
        self.id(at).map(PersonId)
    }

    pub(crate) fn draft(&self, at: DateTime<Utc>) -> Result<DraftId, NoRandom> {
        self.id(at).map(DraftId)
    }
}

impl fmt::Debug for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Edge")
    }
}
