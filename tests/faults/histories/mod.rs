//! Random histories: people, faults, restores and a stranger with a key, played from a seed, and a
//! checker that knows powers, letters, stubs and the accused.
//!
//! `SEEDS=n` runs n histories (40 by default; `make test` runs 2,000), `START=s` begins at seed s. A
//! failure names its seed; `SEEDS=1 START=that` plays it again, `TRACE=1` beside it prints the steps.

mod acts;
mod lists;
mod play;
mod powers;
mod restores;
mod sight;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Histories when nobody says how many.
const SEEDS: u64 = 40;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// Plays histories on every core; the seeds that failed.
fn failures(start: u64, seeds: u64) -> Vec<u64> {
    let next = AtomicU64::new(start);
    let failed = Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= start + seeds {
                        break;
                    }
                    if catch_unwind(AssertUnwindSafe(|| play::history(seed))).is_err() {
                        failed.lock().expect("the failures").push(seed);
                    }
                }
            });
        }
    });
    failed.into_inner().expect("the failures")
}

#[test]
fn every_invariant_holds_in_every_random_history() {
    let (start, seeds) = (number("START", 0), number("SEEDS", SEEDS));
    let failed = failures(start, seeds);
    assert!(failed.is_empty(), "{} of {seeds} histories failed: seeds {failed:?}", failed.len());
}
