//! Times of an operation and of its limit, taken in turns.

use crate::Fault;
use std::time::{Duration, Instant};

/// What one side took.
#[derive(Default)]
pub struct Times {
    /// Wall time of each operation, milliseconds.
    wall_ms: Vec<f64>,
    cpu_ms: f64,
}

impl Times {
    /// The wall time below which so many of a hundred operations stay, milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.wall_ms.clone();
        sorted.sort_by(f64::total_cmp);
        let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
        sorted.get(at).copied().unwrap_or_default()
    }

    /// Median wall time, milliseconds.
    pub fn p50(&self) -> f64 {
        self.percentile(50)
    }

    /// Processor time of one operation, all threads together, milliseconds. None where the system
    /// does not tell it.
    pub fn cpu_ms(&self) -> Option<f64> {
        let count = u32::try_from(self.wall_ms.len()).ok().filter(|it| *it > 0)?;
        (self.cpu_ms > 0.0).then(|| self.cpu_ms / f64::from(count))
    }

    /// Runs one operation and keeps what it took.
    pub fn time<T>(&mut self, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        let begun = Instant::now();
        let done = std::hint::black_box(work()?);
        self.wall_ms.push(begun.elapsed().as_secs_f64() * 1e3);
        Ok(done)
    }

    /// Keeps what somebody else timed.
    pub fn took(&mut self, wall: Duration) {
        self.wall_ms.push(wall.as_secs_f64() * 1e3);
    }

    /// Reads the processor time around work that times itself.
    pub fn around(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let before = cpu_ms();
        work(self)?;
        self.cpu_ms += cpu_ms() - before;
        Ok(())
    }

    /// Runs operations one after the other; their processor time is read around all of them, because
    /// reading it takes longer than a short one.
    pub fn block(
        &mut self,
        places: std::ops::Range<usize>,
        mut work: impl FnMut(usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let before = cpu_ms();
        for place in places {
            self.time(|| work(place))?;
        }
        self.cpu_ms += cpu_ms() - before;
        Ok(())
    }
}

/// How often, and how many in a row before the other side has its turn.
#[derive(Clone, Copy)]
pub struct Turns {
    pub blocks: usize,
    pub of: usize,
}

/// An operation and its limit, block by block in turns, so that a busy machine is busy for both. The
/// first block of each warms up and is forgotten.
pub fn in_turns(
    turns: Turns,
    mut ours: impl FnMut(usize) -> Result<(), Fault>,
    mut limit: impl FnMut(usize) -> Result<(), Fault>,
) -> Result<(Times, Times), Fault> {
    let Turns { blocks, of } = turns;
    let (mut own, mut bare) = (Times::default(), Times::default());
    Times::default().block(0..of, &mut ours)?;
    Times::default().block(0..of, &mut limit)?;
    for block in 1..=blocks {
        let places = block * of..(block + 1) * of;
        own.block(places.clone(), &mut ours)?;
        bare.block(places, &mut limit)?;
    }
    Ok((own, bare))
}

/// Processor time of this process so far, milliseconds.
fn cpu_ms() -> f64 {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else { return 0.0 };
    let of_thread = |path: std::path::PathBuf| -> Option<f64> {
        let text = std::fs::read_to_string(path.join("schedstat")).ok()?;
        text.split(' ').next()?.parse().ok()
    };
    let ns: f64 = threads.flatten().filter_map(|it| of_thread(it.path())).sum();
    ns / 1e6
}
