//! A clock that begins on the same Sunday morning in every run and goes on as time does, so that the
//! made cases are the same and no two acts fall on one instant.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Instant;

/// 2026-03-01, a quarter past eleven in Riyadh: within working hours.
const START_US: i64 = 1_772_352_900_000_000;

#[derive(Clone)]
pub struct Clock {
    begun: Instant,
    /// Set back while a past is made.
    shift_us: Arc<AtomicI64>,
}

impl Clock {
    pub fn new() -> Self {
        Self { begun: Instant::now(), shift_us: Arc::default() }
    }

    /// The instant at which every run begins.
    pub fn start() -> DateTime<Utc> {
        DateTime::from_timestamp_micros(START_US).unwrap_or_default()
    }

    pub fn now(&self) -> DateTime<Utc> {
        let shift = TimeDelta::microseconds(self.shift_us.load(Ordering::Relaxed));
        let passed = TimeDelta::from_std(self.begun.elapsed()).unwrap_or_default();
        let now = Self::start() + passed + shift;
        // Whole microseconds: what is stored is what was said.
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Makes it be `at`, from where it goes on.
    pub fn set(&self, at: DateTime<Utc>) {
        let passed = TimeDelta::from_std(self.begun.elapsed()).unwrap_or_default();
        let shift = at - Self::start() - passed;
        self.shift_us.store(shift.num_microseconds().unwrap_or_default(), Ordering::Relaxed);
    }
}
