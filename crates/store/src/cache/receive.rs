//! News of the platform, in one transaction with the cursor behind them.

use super::read_case::{agreed_of, overlay_of};
use super::write_case::Whole;
use super::{Cache, StubLine, Writer};
use super::{meta, ready};
use crate::StoreError;
use domain::book::Book;
use domain::{CaseId, OpId, Person, Recorded};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One piece of news, as the wire's feed names them.
#[derive(Clone, Debug, PartialEq)]
pub enum CacheItem {
    /// Something happened on a case that is here.
    Event(Box<Recorded>),
    /// A case came into sight, whole. Replaces what is here of it.
    Enter {
        /// Which.
        case: CaseId,
        /// All its events, in order.
        events: Vec<Recorded>,
        /// Who brought it.
        person: Option<Person>,
    },
    /// A piece of a case; the last one brings it into sight.
    Part {
        /// Which.
        case: CaseId,
        /// Whatever pieces came before are void.
        first: bool,
        /// Nothing follows.
        last: bool,
        /// The next of its events, in order.
        events: Vec<Recorded>,
        /// Who brought it; with the last piece.
        person: Option<Person>,
    },
    /// A case is out of sight: it is erased.
    Leave {
        /// Which.
        case: CaseId,
    },
    /// A person of a case in sight, as they are now.
    Person(Person),
    /// A case out of reach, as it is now.
    Stub(StubLine),
}

/// One answer of the platform.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// In order.
    pub items: Vec<CacheItem>,
    /// Where it ends.
    pub cursor: String,
    /// The platform's history.
    pub epoch: u64,
    /// The scope keys the user may subscribe to now; none when they are those of the last answer.
    pub keys: Option<Vec<String>>,
    /// The whole book, when it is newer.
    pub book: Option<Book>,
}

/// What the news touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// Cases that came or changed: their overlay is to be replayed.
    pub touched: BTreeSet<CaseId>,
    /// Cases that were erased: own words on them need attention in the vault.
    pub left: BTreeSet<CaseId>,
    /// Attachments of the cases that were erased, by hash: to be removed from the sealed files unless
    /// a pending action of the vault still carries them.
    pub loose_files: BTreeSet<String>,
    /// The book is another one.
    pub book: bool,
}

impl Cache {
    /// Takes an answer in: all of it with its cursor, or nothing. What was heard before changes
    /// nothing when it is heard again, and an answer without news writes nothing. After a case left, the log is emptied too.
    ///
    /// # Errors
    /// [`StoreError::OtherEpoch`] when the platform has another history than this cache: erase it
    /// and pull anew. [`StoreError::Full`] and the like leave no trace.
    pub fn receive(&mut self, news: News) -> Result<Received, StoreError> {
        let heard = meta::get(&self.connection)?;
        if let Some(held) = heard.epoch.filter(|it| *it != news.epoch) {
            return Err(StoreError::OtherEpoch { held });
        }
        let News { items, cursor, epoch, keys, book } = news;
        let before = self.book.clone();
        let new_book = book.map(Arc::new).filter(|it| Some(it) != before.as_ref());
        let is_first = heard.cursor.is_none();
        if new_book.is_some() {
            self.book.clone_from(&new_book);
        }
        let ready = ready::ready(&items);
        let done = self.write(|w| {
            w.ready.replace(ready);
            if let Some(book) = &new_book {
                w.put_book(book)?;
                w.note_new_book(before.as_deref(), book)?;
            }
            let mut intake = Intake::new(w, is_first);
            items.into_iter().try_for_each(|it| intake.take(it))?;
            intake.finish()?;
            w.put_heard(epoch, &cursor, keys.as_deref())?;
            Ok((intake.received, intake.erased))
        });
        let (mut received, erased) = match done {
            Ok(done) => done,
            Err(error) => {
                self.book = before;
                return Err(error);
            }
        };
        received.book = new_book.is_some();
        if erased {
            self.checkpoint()?;
        }
        Ok(received)
    }
}

/// One answer on its way in. Events of a case are gathered, so that it is folded once.
struct Intake<'a> {
    w: &'a Writer<'a>,
    /// The first answer brings what was there before, not news.
    is_first: bool,
    events: BTreeMap<CaseId, Vec<Recorded>>,
    received: Received,
    erased: bool,
}

impl<'a> Intake<'a> {
    fn new(w: &'a Writer<'a>, is_first: bool) -> Self {
        let events = BTreeMap::new();
        Self { w, is_first, events, received: Received::default(), erased: false }
    }

    fn take(&mut self, item: CacheItem) -> Result<(), StoreError> {
        match item {
            CacheItem::Event(recorded) => {
                if let Some(case) = recorded.case {
                    self.events.entry(case).or_default().push(*recorded);
                }
                Ok(())
            }
            CacheItem::Enter { case, events, person } => self.enter(case, events, person.as_ref()),
            CacheItem::Part { case, first, last, events, person } => {
                self.part(case, first, &events)?;
                if last { self.put_together(case, person.as_ref()) } else { Ok(()) }
            }
            CacheItem::Leave { case } => self.leave(case),
            CacheItem::Person(person) => self.person(&person),
            CacheItem::Stub(stub) => {
                self.erased |= self.w.put_stub(&stub)?;
                Ok(())
            }
        }
    }

    fn finish(&mut self) -> Result<(), StoreError> {
        for (case, events) in std::mem::take(&mut self.events) {
            self.append(case, events)?;
        }
        Ok(())
    }

    fn enter(
        &mut self,
        case: CaseId,
        events: Vec<Recorded>,
        person: Option<&Person>,
    ) -> Result<(), StoreError> {
        // Whole as of now: what was gathered before is in it.
        self.events.remove(&case);
        if let Some(person) = person {
            self.w.put_person(person)?;
        }
        let known = self.w.known(case)?;
        let stored = self.w.stored_of(known.as_ref())?;
        let overlay = not_among(overlay_of(&stored), &events);
        let by_others = self.is_news(events.last());
        let unread = known.as_ref().map_or(by_others, |it| it.unread || by_others);
        let pending = known.as_ref().map_or(0, |it| it.pending);
        let whole = Whole { agreed: events, overlay, unread, pending };
        self.w.put_case(known.as_ref(), stored, whole)?;
        self.received.left.remove(&case);
        self.received.touched.insert(case);
        Ok(())
    }

    fn part(&mut self, case: CaseId, first: bool, events: &[Recorded]) -> Result<(), StoreError> {
        if first {
            self.w.forget_parts(case)?;
        }
        self.w.keep_part(case, events)
    }

    fn put_together(&mut self, case: CaseId, person: Option<&Person>) -> Result<(), StoreError> {
        let events = self.w.parts_of(case)?;
        self.w.forget_parts(case)?;
        self.enter(case, events, person)
    }

    /// Events of a case that is here, behind those that are here already.
    fn append(&mut self, case: CaseId, events: Vec<Recorded>) -> Result<(), StoreError> {
        let Some(known) = self.w.known(case)? else { return Ok(()) };
        let stored = self.w.stored_events(known.num)?;
        let mut agreed = agreed_of(&stored);
        let there: BTreeSet<(OpId, u16)> = agreed.iter().map(|it| (it.op, it.n)).collect();
        let fresh: Vec<Recorded> =
            events.into_iter().filter(|it| !there.contains(&(it.op, it.n))).collect();
        if fresh.is_empty() {
            return Ok(());
        }
        let overlay = not_among(overlay_of(&stored), &fresh);
        let unread = known.unread || fresh.iter().any(|it| self.is_news(Some(it)));
        agreed.extend(fresh);
        let whole = Whole { agreed, overlay, unread, pending: known.pending };
        self.w.put_case(Some(&known), stored, whole)?;
        self.received.touched.insert(case);
        Ok(())
    }

    fn leave(&mut self, case: CaseId) -> Result<(), StoreError> {
        self.events.remove(&case);
        self.w.forget_parts(case)?;
        if let Some(files) = self.w.erase_case(case)? {
            self.erased = true;
            self.received.loose_files.extend(files);
        }
        self.received.touched.remove(&case);
        self.received.left.insert(case);
        Ok(())
    }

    fn person(&mut self, person: &Person) -> Result<(), StoreError> {
        if super::persons::by_id(self.w.t, person.id)?.is_some() {
            let num = self.w.put_person(person)?;
            let cases = super::persons::cases_of(self.w.t, num)?;
            self.received.touched.extend(cases.into_iter().map(|it| it.line.id));
            self.erased = true;
        }
        Ok(())
    }

    /// Something that somebody else did since the first answer.
    fn is_news(&self, recorded: Option<&Recorded>) -> bool {
        !self.is_first && recorded.is_some_and(|it| it.actor.staff() != Some(self.w.reader))
    }
}

/// The overlay without the actions that came back as events.
fn not_among(overlay: Vec<Recorded>, events: &[Recorded]) -> Vec<Recorded> {
    let ops: BTreeSet<OpId> = events.iter().map(|it| it.op).collect();
    overlay.into_iter().filter(|it| !ops.contains(&it.op)).collect()
}
