//! A new computer, until everything in reach is encrypted and can be searched.

use super::{Scene, Seat};
use crate::backlog;
use crate::bare::{Indexed, Shelf};
use crate::measure::Times;
use crate::report::{Figure, Unit};
use crate::{Fault, Run};
use domain::Event;
use std::sync::Mutex;
use std::time::Instant;
use sync::News;

const RUNS: u8 = 2;
/// Of 100,000 cases in 12 s.
const SECONDS_OF_A_CASE: f64 = 12.0 / 100_000.0;
/// Texts of one transaction of the limit: those of a page of 500 cases.
const PAGE: usize = 500;

/// Answers the last of the desks, which the rows after this one use.
pub fn measure(run: &mut Run, scene: &Scene) -> Result<Seat, Fault> {
    let (mut whole, mut first, mut bare) = (Times::default(), Times::default(), Times::default());
    let mut seat = None;
    for turn in 0..RUNS {
        let mut opened = None;
        whole.block(0..1, |_| {
            opened = Some(begin(scene, turn, &mut first)?);
            Ok(())
        })?;
        seat = opened;
        if run.wants(&["first_sync"]) {
            limit(scene, run.n, &mut bare)?;
        } else {
            return seat.ok_or_else(|| "no desk".into());
        }
    }
    let target = "≤ 12 s of 100k cases";
    let n = f64::from(u32::try_from(run.n)?);
    let figure = Figure::of_times("first sync", run.n, &whole, &bare).in_seconds();
    run.add(figure.against(target, |it| it.value <= n * SECONDS_OF_A_CASE));
    let figure = Figure::of_rate("first sync, cases", run.n, run.n, &whole, &bare);
    run.add(figure.against("≥ 8,333/s", |it| it.value >= 1.0 / SECONDS_OF_A_CASE));
    let figure = Figure {
        limit: None,
        cpu_ms: None,
        unit: Unit::Milliseconds,
        ..Figure::of_times("first tier usable", run.n, &first, &bare)
    };
    run.add(figure.in_seconds().against("≤ 1 s", |it| it.p95 <= 1.0));
    seat.ok_or_else(|| "no desk".into())
}

fn begin(scene: &Scene, turn: u8, first: &mut Times) -> Result<Seat, Fault> {
    let root = scene.folder.join(format!("desk{turn}"));
    let (lent, http) =
        scene.authority.desk(&root, &scene.clock, (&backlog::reader(), 20 + turn))?;
    let begun = Instant::now();
    let usable: Mutex<Option<std::time::Duration>> = Mutex::new(None);
    let heard = |news: News| {
        let is_first = news.progress.is_some_and(|it| it.tier > 1 || it.done >= it.total);
        if let (true, Ok(mut usable)) = (is_first, usable.lock()) {
            usable.get_or_insert_with(|| begun.elapsed());
        }
    };
    let now = || scene.clock.now();
    scene.authority.runtime.block_on(sync::round(&lent, &http, now, heard))?;
    let usable = usable.into_inner().map_err(|_| "a panic")?.ok_or("no tier was told")?;
    first.took(usable);
    Ok(Seat { lent, http })
}

/// The same events put into an encrypted file with both indexes. What they are is found out before
/// the clock runs.
fn limit(scene: &Scene, n: usize, bare: &mut Times) -> Result<(), Fault> {
    let folder = tempfile::TempDir::new_in(&scene.folder)?;
    let agency = domain::AgencyId::from("waha");
    let computer = crate::computer::Computer::new(folder.path(), &agency, &backlog::reader(), 99);
    let mut shelf = Shelf::new(computer.bare_new("bare_shelf.db")?)?;
    let book = backlog::book()?;
    let mut generator = backlog::generator(&book, n)?;
    let mut took = std::time::Duration::ZERO;
    for _ in 0..n.div_ceil(PAGE) {
        let mut texts = Vec::new();
        for _ in 0..PAGE {
            for recorded in generator.make().events {
                texts.push(Indexed::new(serde_json::to_string(&recorded)?, &said(&recorded.event)));
            }
        }
        let begun = Instant::now();
        shelf.put(&texts)?;
        took += begun.elapsed();
    }
    bare.took(took);
    Ok(())
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the others hold no words")]
fn said(event: &Event) -> String {
    match event {
        Event::CaseOpened { open, .. } => {
            format!("{} {} {}", open.subject, open.own_words, open.points.join(" "))
        }
        Event::ContactRecorded { own_words: text, .. }
        | Event::NoteAdded { text, .. }
        | Event::ReplySent { text, .. } => text.clone(),
        _ => String::new(),
    }
}
