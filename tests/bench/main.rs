//! `make bench`: every row of `performance.md`, each beside its limit, into `target/bench/report.json`.
//!
//! Names of rows as arguments measure only these, numbers only these sizes; `BENCH_STRESS=1` adds
//! 200,000 cases. Benchmarks are no tests: nothing fails because of a time.

mod authority;
mod backlog;
#[macro_use]
mod bare;
mod clock;
mod computer;
mod measure;
mod report;
mod rows;

use mimalloc::MiMalloc;
use report::Figure;
use std::io::Write as _;
use std::path::Path;
use tempfile::TempDir;

/// As in both programs.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Whatever went wrong: a benchmark that fails says so and stops.
pub type Fault = Box<dyn std::error::Error>;

const SIZES: [usize; 2] = [10_000, 50_000];
const STRESS: usize = 200_000;

/// What is measured: at one size, the rows that were asked for.
pub struct Run {
    pub n: usize,
    asked: Vec<String>,
    pub figures: Vec<Figure>,
}

impl Run {
    /// Whether one of these rows was asked for; all are when none is named.
    #[must_use]
    pub fn wants(&self, rows: &[&str]) -> bool {
        self.asked.is_empty() || rows.iter().any(|row| self.asked.iter().any(|it| it == row))
    }

    /// Keeps a figure and shows it at once.
    pub fn add(&mut self, figure: Figure) {
        say(&report::table(std::slice::from_ref(&figure)));
        self.figures.push(figure);
    }
}

fn main() -> Result<(), Fault> {
    let (asked, mut sizes) = asked(std::env::args().skip(1));
    if std::env::var("BENCH_STRESS").is_ok_and(|it| it == "1") {
        sizes.push(STRESS);
    }
    let mut figures = Vec::new();
    for n in sizes {
        let mut run = Run { n, asked: asked.clone(), figures: Vec::new() };
        // On a disk, not in memory: a commit shall cost what it costs.
        let folder = TempDir::new_in(target()?)?;
        rows::measure(&mut run, folder.path())?;
        figures.append(&mut run.figures);
        // After each size, so that a run that is stopped leaves what it has.
        report::write(&target()?.join("bench"), &figures)?;
    }
    say(&report::table(&figures));
    Ok(())
}

/// Names of rows, and sizes; without any size the usual ones.
fn asked(arguments: impl Iterator<Item = String>) -> (Vec<String>, Vec<usize>) {
    let (mut rows, mut sizes) = (Vec::new(), Vec::new());
    for argument in arguments {
        match argument.parse() {
            Ok(size) => sizes.push(size),
            Err(_) => rows.push(argument),
        }
    }
    if sizes.is_empty() {
        sizes.extend(SIZES);
    }
    (rows, sizes)
}

/// Where builds and reports lie.
fn target() -> Result<std::path::PathBuf, Fault> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or(own, Into::into);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn say(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
