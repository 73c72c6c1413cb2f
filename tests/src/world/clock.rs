//! Time and chance: both are driven, so that the same test is the same run.

use chrono::{DateTime, TimeDelta, Utc};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// A clock that stands still until it is moved. Copies show the same time, each with its own error.
#[derive(Clone)]
pub struct Wall {
    now_us: Arc<AtomicI64>,
    off_us: Arc<AtomicI64>,
}

impl Wall {
    /// A clock that shows this instant.
    pub fn at(now: DateTime<Utc>) -> Self {
        let now_us = Arc::new(AtomicI64::new(now.timestamp_micros()));
        Self { now_us, off_us: Arc::default() }
    }

    /// The same time on another clock, which can go wrong alone.
    #[must_use]
    pub fn another(&self) -> Self {
        Self { now_us: Arc::clone(&self.now_us), off_us: Arc::default() }
    }

    /// What it shows.
    pub fn now(&self) -> DateTime<Utc> {
        let us = self.now_us.load(Ordering::SeqCst) + self.off_us.load(Ordering::SeqCst);
        DateTime::from_timestamp_micros(us).expect("an instant")
    }

    /// Lets time pass on all copies.
    pub fn advance(&self, time: TimeDelta) {
        self.now_us.fetch_add(time.num_microseconds().expect("a short time"), Ordering::SeqCst);
    }

    /// Puts this clock alone wrong by so much.
    pub fn goes_wrong_by(&self, time: TimeDelta) {
        self.off_us.store(time.num_microseconds().expect("a short time"), Ordering::SeqCst);
    }
}

/// A source of bytes that is the same in each run and never repeats itself.
#[derive(Clone, Default)]
pub struct Seed {
    drawn: Arc<AtomicU64>,
    lane: u64,
}

impl Seed {
    /// A source of its own for somebody.
    #[must_use]
    pub fn lane(&self, name: &str) -> Self {
        let lane = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self { drawn: Arc::default(), lane }
    }

    /// Fills the bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        let drawn = self.drawn.fetch_add(1, Ordering::SeqCst);
        let mut random =
            fastrand::Rng::with_seed(self.lane ^ drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        random.fill(bytes);
    }
}
