//! The figures: a file for machines, a table for people.

use crate::Fault;
use crate::measure::Times;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// What a row is measured in.
#[derive(Clone, Copy, PartialEq)]
pub enum Unit {
    Milliseconds,
    Seconds,
    PerSecond,
    Bytes,
}

/// One row of `performance.md` at one size.
pub struct Figure {
    pub row: &'static str,
    /// Cases.
    pub n: usize,
    pub unit: Unit,
    /// The median, or the rate of the median run.
    pub value: f64,
    pub p50: f64,
    pub p95: f64,
    /// Where the target names it.
    pub p99: Option<f64>,
    /// The same work by the smallest program, in the same unit.
    pub limit: Option<f64>,
    /// Processor time of one operation, milliseconds.
    pub cpu_ms: Option<f64>,
    /// As `performance.md` says it.
    pub target: &'static str,
    pub met: bool,
}

impl Figure {
    /// A row of times in milliseconds. Whether it is met is for the caller to say.
    pub fn of_times(row: &'static str, n: usize, times: &Times, limit: &Times) -> Self {
        Self {
            row,
            n,
            unit: Unit::Milliseconds,
            value: times.p50(),
            p50: times.p50(),
            p95: times.percentile(95),
            p99: None,
            limit: Some(limit.p50()),
            cpu_ms: times.cpu_ms(),
            target: "",
            met: true,
        }
    }

    /// A row of runs that each did `count` things.
    pub fn of_rate(
        row: &'static str,
        n: usize,
        count: usize,
        times: &Times,
        limit: &Times,
    ) -> Self {
        let rate = |ms: f64| f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * 1e3 / ms;
        Self {
            unit: Unit::PerSecond,
            value: rate(times.p50()),
            p50: rate(times.p50()),
            p95: rate(times.percentile(95)),
            limit: Some(rate(limit.p50())),
            ..Self::of_times(row, n, times, limit)
        }
    }

    /// The same in seconds, for what takes some.
    pub fn in_seconds(self) -> Self {
        let (value, p50, p95) = (self.value / 1e3, self.p50 / 1e3, self.p95 / 1e3);
        Self { unit: Unit::Seconds, value, p50, p95, limit: self.limit.map(|it| it / 1e3), ..self }
    }

    /// With its target.
    pub fn against(self, target: &'static str, is_met: impl FnOnce(&Self) -> bool) -> Self {
        let met = is_met(&self);
        Self { target, met, ..self }
    }

    /// How many times what the limit takes.
    fn ratio(&self) -> Option<f64> {
        let limit = self.limit?;
        Some(if self.unit == Unit::PerSecond { limit / self.value } else { self.value / limit })
    }

    fn unit(&self) -> &'static str {
        match self.unit {
            Unit::Milliseconds => "ms",
            Unit::Seconds => "s",
            Unit::PerSecond => "1/s",
            Unit::Bytes => "B",
        }
    }

    fn json(&self) -> Value {
        let mut json = json!({
            "row": self.row, "n": self.n, "value": self.value, "unit": self.unit(),
            "p50": self.p50, "p95": self.p95, "limit": self.limit,
            "ratio_to_limit": self.ratio(), "cpu_ms": self.cpu_ms,
            "target": self.target, "met": self.met,
        });
        if let Some(p99) = self.p99 {
            json["p99"] = p99.into();
        }
        json
    }

    fn line(&self) -> String {
        let number = |it: Option<f64>| it.map_or_else(|| "–".to_owned(), short);
        format!(
            "{:<22}{:>8} {:>9} {:<4}{:>9}{:>9}{:>10}{:>8}{:>9}  {} {}\n",
            self.row,
            self.n,
            short(self.value),
            self.unit(),
            short(self.p95),
            number(self.p99),
            number(self.limit),
            number(self.ratio()),
            number(self.cpu_ms),
            if self.met { "met   " } else { "MISSED" },
            self.target,
        )
    }
}

/// Three figures that matter.
fn short(value: f64) -> String {
    match value.abs() {
        it if it >= 100.0 => format!("{value:.0}"),
        it if it >= 10.0 => format!("{value:.1}"),
        it if it >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// Writes the file; the window's rows are added by its own benchmark.
pub fn write(folder: &Path, figures: &[Figure]) -> Result<(), Fault> {
    let rows: Vec<Value> = figures.iter().map(Figure::json).collect();
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("report.json"), serde_json::to_vec_pretty(&rows)?)?;
    Ok(())
}

/// The same for people.
pub fn table(figures: &[Figure]) -> String {
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{:<22}{:>8} {:>9} {:<4}{:>9}{:>9}{:>10}{:>8}{:>9}  target",
        "row", "n", "value", "", "p95", "p99", "limit", "ratio", "cpu ms"
    );
    text.extend(figures.iter().map(Figure::line));
    text
}
