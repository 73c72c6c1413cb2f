//! The agency that the rows are measured at, and its made cases.

use crate::Fault;
use crate::clock::Clock;
use domain::book::{ApprovalDemand, Book};
use domain::{CaseId, Identifier, Recorded, StaffId};
use std::path::Path;
use store::{Cache, CacheItem, News};
use stories::generator::{Generator, MadeCase};

/// Every run makes the same cases.
const SEED: u64 = 20_260_301;
/// Events come in pages as the engine asks for them.
const PAGE: usize = 500;
/// So many cases of a backlog have 30 messages.
pub const LONG: usize = 100;
/// Calls that a long case has beside the messages of any case.
const LONG_CALLS: u16 = 26;

/// The demo's agency with all work in one unit, so that one handler sees every case.
pub fn book() -> Result<Book, Fault> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/platform/demo");
    let read = platform::setup::read_book(&folder);
    let mut book = read.map_err(|faults| format!("{} faults in the demo", faults.len()))?;
    for category in book.categories.values_mut() {
        category.unit = "water".into();
        category.approval = ApprovalDemand::Never;
    }
    Ok(book)
}

/// Whose desk is measured.
pub fn reader() -> StaffId {
    "maryam".into()
}

/// What of a backlog the rows ask for.
#[derive(Default)]
pub struct Known {
    /// Cases of 30 messages.
    pub long: Vec<CaseId>,
    /// Phones of some persons.
    pub phones: Vec<String>,
}

/// A generator of `n` cases.
pub fn generator(book: &Book, n: usize) -> Result<Generator<'_>, Fault> {
    Ok(Generator::new(SEED, book, Clock::start(), u64::try_from(n)?)?)
}

/// Fills a cache with `n` cases in pages, as a first sync would.
pub fn fill(cache: &mut Cache, book: &Book, n: usize) -> Result<Known, Fault> {
    let mut generator = generator(book, n)?;
    let (mut known, mut seq, mut place) = (Known::default(), 0, 0);
    while place < n {
        let page = PAGE.min(n - place);
        let mut items = Vec::with_capacity(page);
        for at in place..place + page {
            let is_long = at % (n / LONG).max(1) == 0;
            let made = generator.make_longer_by(if is_long { LONG_CALLS } else { 0 });
            known.note(&made, is_long);
            items.push(enter(made, &mut seq));
        }
        place += page;
        cache.receive(page_of(items, place, book))?;
    }
    while cache.idle_step()? {}
    cache.checkpoint()?;
    Ok(known)
}

impl Known {
    fn note(&mut self, made: &MadeCase, is_long: bool) {
        if is_long {
            self.long.push(made.id);
            let phones = made.person.identifiers.iter().map(|it: &Identifier| it.value.clone());
            self.phones.extend(phones);
        }
    }
}

fn enter(made: MadeCase, seq: &mut u64) -> CacheItem {
    let number = |mut it: Recorded| {
        *seq += 1;
        it.seq = Some(*seq);
        it
    };
    let events = made.events.into_iter().map(number).collect();
    CacheItem::Enter { case: made.id, events, person: Some(made.person) }
}

fn page_of(items: Vec<CacheItem>, place: usize, book: &Book) -> News {
    News {
        items,
        cursor: place.to_string(),
        epoch: 1,
        keys: None,
        book: (place <= PAGE).then(|| book.clone()),
    }
}
