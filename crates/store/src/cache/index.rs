//! The search index: folded words and trigrams, in a document per event, numbered by time.

use super::Writer;
use super::event_id::EventId;
use super::separators::Erased;
use crate::StoreError;
use chrono::{DateTime, Utc};
use domain::text::words_of;
use rusqlite::{CachedStatement, OptionalExtension, named_params};

/// Documents of one second; more of them spill into the next.
const DOC_BITS: u32 = 12;
const PER_SECOND: i64 = 1 << DOC_BITS;

/// Two shadows of a text, as the index takes them: a function of the text alone, because the index
/// keeps no text and must be told again, word by word, what to erase.
pub(super) struct Shadow {
    words: String,
    grams: String,
}

impl Shadow {
    /// None when there is no word in it.
    pub(super) fn of(texts: &[&str]) -> Option<Self> {
        let (mut stems, mut grams) = (Vec::new(), Vec::new());
        for word in texts.iter().flat_map(|it| words_of(it)) {
            grams.extend(trigrams(&word.whole));
            stems.push(word.stem);
        }
        grams.sort_unstable();
        grams.dedup();
        stems.sort_unstable();
        stems.dedup();
        let grams = grams.iter().flat_map(|it| it.iter().chain(&[' '])).collect();
        (!stems.is_empty()).then(|| Self { words: stems.join(" "), grams })
    }

    /// Stems and trigrams, each parted by spaces.
    pub(super) fn texts(&self) -> (&str, &str) {
        (&self.words, &self.grams)
    }
}

/// All runs of three characters of a word.
pub(super) fn trigrams(word: &str) -> impl Iterator<Item = [char; 3]> {
    let next = word.chars().zip(word.chars().skip(1)).zip(word.chars().skip(2));
    next.map(|((a, b), c)| [a, b, c])
}

/// What the index is told at the end of a transaction, when nothing else is written any more. A
/// statement that may have to be undone makes FTS5 write a segment of its own for what it holds; a
/// thousand cases would become a thousand segments.
#[derive(Default)]
pub(super) struct Told {
    put: Vec<(i64, Shadow)>,
    erase: Vec<(i64, Shadow)>,
}

impl Writer<'_> {
    /// Indexes a text that was said at an instant; answers its document.
    pub(super) fn index(
        &self,
        event: EventId,
        at: DateTime<Utc>,
        shadow: Shadow,
    ) -> Result<i64, StoreError> {
        let doc = self.free_doc(at)?;
        self.t
            .prepare_cached(sql!("cache/docs/insert"))?
            .execute(named_params! {":doc": doc, ":event": event.0})?;
        self.index.borrow_mut().put.push((doc, shadow));
        Ok(doc)
    }

    /// Erases a document; the shadow must be the one it was indexed with.
    pub(super) fn unindex(&self, doc: i64, shadow: Option<Shadow>) -> Result<(), StoreError> {
        self.index.borrow_mut().erase.extend(shadow.map(|it| (doc, it)));
        let mut statement = self.t.prepare_cached(sql!("cache/docs/delete"))?;
        statement.execute(named_params! {":doc": doc})?;
        Ok(())
    }

    /// Tells the index, and leaves no erased word in it.
    pub(super) fn write_index(&self) -> Result<(), StoreError> {
        let Told { mut put, mut erase } = self.index.take();
        // FTS5 gathers rising numbers in memory and writes a segment at each step back.
        erase.sort_unstable_by_key(|(doc, _)| *doc);
        put.sort_unstable_by_key(|(doc, _)| *doc);
        // First out, then in: the number of an erased document may have been given again.
        for (doc, shadow) in &erase {
            tell(self.t.prepare_cached(sql!("cache/words/delete"))?, *doc, &shadow.words)?;
            tell(self.t.prepare_cached(sql!("cache/grams/delete"))?, *doc, &shadow.grams)?;
        }
        for (doc, shadow) in &put {
            tell(self.t.prepare_cached(sql!("cache/words/insert"))?, *doc, &shadow.words)?;
            tell(self.t.prepare_cached(sql!("cache/grams/insert"))?, *doc, &shadow.grams)?;
        }
        self.move_separators(&Erased::of(erase.iter().map(|(_, it)| it)))
    }

    /// Gives a document to another event with the same words.
    pub(super) fn move_doc(&self, doc: i64, event: EventId) -> Result<(), StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/docs/move"))?;
        statement.execute(named_params! {":doc": doc, ":event": event.0})?;
        Ok(())
    }

    /// The document of a case's head.
    pub(super) fn head_doc(&self, case_num: i64) -> Result<Option<i64>, StoreError> {
        let event = EventId::head(case_num).0;
        let mut statement = self.t.prepare_cached(sql!("cache/docs/head"))?;
        Ok(statement.query_row(named_params! {":event": event}, |row| row.get(0)).optional()?)
    }

    /// Numbers rise with time, so that the newest come first without sorting.
    fn free_doc(&self, at: DateTime<Utc>) -> Result<i64, StoreError> {
        let mut from = at.timestamp().max(1) << DOC_BITS;
        let mut statement = self.t.prepare_cached(sql!("cache/docs/last_between"))?;
        loop {
            let range = named_params! {":from": from, ":until": from + PER_SECOND};
            let last: Option<i64> = statement.query_row(range, |row| row.get(0))?;
            match last {
                None => return Ok(from),
                Some(last) if last + 1 < from + PER_SECOND => return Ok(last + 1),
                Some(_) => from += PER_SECOND,
            }
        }
    }
}

fn tell(mut statement: CachedStatement<'_>, doc: i64, text: &str) -> Result<(), StoreError> {
    if !text.is_empty() {
        statement.execute(named_params! {":doc": doc, ":text": text})?;
    }
    Ok(())
}
