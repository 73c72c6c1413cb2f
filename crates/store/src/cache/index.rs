//! The search index: folded words, in a document per event, numbered by time; and the parts of all
//! words (`parts.rs`).

use super::Writer;
use super::event_id::EventId;
use super::separators::Erased;
use crate::StoreError;
use chrono::{DateTime, Utc};
use domain::text::{each_word, stem};
use rusqlite::{CachedStatement, OptionalExtension, named_params};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// Documents of one second; more of them spill into the next.
const DOC_BITS: u32 = 12;
const PER_SECOND: i64 = 1 << DOC_BITS;

/// The words of a text, as the index takes them: a function of the text alone, because the index
/// keeps no text and must be told again, word by word, what to erase.
pub(super) struct Shadow {
    /// Stems, parted by spaces.
    stems: String,
    /// The words as they were written, folded, parted by spaces.
    wholes: String,
}

impl Shadow {
    /// None when there is no word in it.
    pub(super) fn of(texts: &[&str]) -> Option<Self> {
        let bytes = texts.iter().map(|it| it.len()).sum();
        let (mut letters, mut words) = (String::with_capacity(bytes), Vec::new());
        for text in texts {
            each_word(text, |word| {
                let start = letters.len();
                letters.push_str(word.whole);
                words.push(start..letters.len());
                ControlFlow::Continue(())
            });
        }
        words.sort_unstable_by(|a, b| letters[a.clone()].cmp(&letters[b.clone()]));
        words.dedup_by(|a, b| letters[a.clone()] == letters[b.clone()]);
        let room = || String::with_capacity(letters.len() + words.len());
        let mut shadow = Self { stems: room(), wholes: room() };
        for whole in words.into_iter().map(|it| &letters[it]) {
            shadow.stems.extend([stem(whole), " "]);
            shadow.wholes.extend([whole, " "]);
        }
        (!shadow.stems.is_empty()).then_some(shadow)
    }

    pub(super) fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.split_ascii_whitespace()
    }

    pub(super) fn wholes(&self) -> impl Iterator<Item = &str> {
        self.wholes.split_ascii_whitespace()
    }
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
            tell(self.t.prepare_cached(sql!("cache/words/delete"))?, *doc, &shadow.stems)?;
        }
        for (doc, shadow) in &put {
            tell(self.t.prepare_cached(sql!("cache/words/insert"))?, *doc, &shadow.stems)?;
            self.put_parts(shadow)?;
        }
        let erased: BTreeSet<&str> = erase.iter().flat_map(|(_, it)| it.stems()).collect();
        self.move_separators(&Erased::of(&erased))?;
        self.erase_parts(&erased)
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

fn tell(mut statement: CachedStatement<'_>, doc: i64, stems: &str) -> Result<(), StoreError> {
    statement.execute(named_params! {":doc": doc, ":text": stems})?;
    Ok(())
}
