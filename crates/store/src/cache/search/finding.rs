//! A question on its way through the index: by number, by words, by words apart, by parts.

use super::{Hit, SearchQuery, Term};
use crate::StoreError;
use crate::cache::event_id::EventId;
use crate::cache::words_of_event::words_of as words_of_event;
use crate::cache::{Cache, Excerpt, Row};
use domain::case::Stage;
use std::collections::BTreeSet;

/// Documents that one question looks at, whatever it finds.
const DOCS_MAX: u32 = 4_096;
/// Documents of its first look.
const DOCS_FIRST: u32 = 128;
/// Cases that one question looks at in vain: closed ones, or not for these eyes.
const UNWANTED_MAX: usize = 1_024;
/// Documents of each word that are looked at when words stand apart.
const DOCS_APART_MAX: u32 = 1_024;

/// A question on its way through the index.
pub(super) struct Finding<'a> {
    pub cache: &'a Cache,
    pub query: &'a SearchQuery,
    pub terms: Vec<Term>,
    pub seen: BTreeSet<i64>,
    pub hits: Vec<Hit>,
}

impl Finding<'_> {
    /// One more than asked for tells that there are more.
    pub(super) fn is_full(&self) -> bool {
        self.hits.len() > self.query.limit as usize
            || self.seen.len() - self.hits.len() > UNWANTED_MAX
    }

    /// Six digits are a phone or a national id before they are words.
    pub(super) fn by_number(&mut self) -> Result<(), StoreError> {
        if self.query.text.chars().any(char::is_alphabetic) {
            return Ok(());
        }
        let found = self.cache.lookup(&self.query.text, self.query.now)?;
        for row in found.persons.into_iter().flat_map(|(_, rows)| rows).chain(found.cases) {
            let excerpt = Excerpt { text: row.line.about.clone(), marks: Vec::new() };
            if let Some(num) = self.cache.num_of(row.line.id)?
                && self.wants(&row)
                && self.seen.insert(num)
            {
                self.hits.push(Hit { row, excerpt });
            }
        }
        Ok(())
    }

    /// All words in one text. A word that may go on is first taken as it stands.
    pub(super) fn by_words(&mut self) -> Result<(), StoreError> {
        if self.terms.iter().any(Term::is_long_and_open) {
            let whole: Vec<String> = self.terms.iter().map(Term::as_whole_word).collect();
            self.walk(&whole.join(" AND "))?;
        }
        if self.is_full() {
            return Ok(());
        }
        let question: Result<Vec<String>, _> =
            self.terms.iter().map(|it| it.as_words(self.cache)).collect();
        self.walk(&question?.join(" AND "))
    }

    /// All words on one case, in texts apart: its person's name and what was said, for example.
    pub(super) fn by_words_apart(&mut self) -> Result<(), StoreError> {
        let mut common: Option<BTreeSet<i64>> = None;
        let mut places = Vec::new();
        for term in &self.terms {
            let question = term.as_words(self.cache)?;
            places = self.cache.docs(&question, i64::MAX, DOCS_APART_MAX)?;
            let cases: BTreeSet<i64> = places.iter().map(|(_, it)| it.case_num()).collect();
            common = Some(match common {
                Some(common) => common.intersection(&cases).copied().collect(),
                None => cases,
            });
        }
        let common = common.unwrap_or_default();
        for (_, event) in places.into_iter().filter(|(_, it)| common.contains(&it.case_num())) {
            if self.is_full() {
                break;
            }
            self.add(event)?;
        }
        Ok(())
    }

    /// Parts of words.
    pub(super) fn by_parts(&mut self) -> Result<(), StoreError> {
        let parts = self.terms.iter().map(|it| it.as_parts(self.cache));
        let parts = parts.collect::<Result<Option<Vec<String>>, _>>()?;
        parts.map_or(Ok(()), |it| self.walk(&it.join(" AND ")))
    }

    fn walk(&mut self, question: &str) -> Result<(), StoreError> {
        let mut before = i64::MAX;
        // Few at first, because that is mostly enough; then all at once, because each look costs.
        for limit in [DOCS_FIRST, DOCS_MAX] {
            let docs = self.cache.docs(question, before, limit)?;
            for (_, event) in &docs {
                if self.is_full() {
                    return Ok(());
                }
                self.add(*event)?;
            }
            match docs.last() {
                Some((last, _)) if docs.len() == limit as usize => before = *last,
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    /// Adds the case of an event, unless it was looked at before.
    fn add(&mut self, event: EventId) -> Result<(), StoreError> {
        let num = event.case_num();
        if !self.seen.insert(num) {
            return Ok(());
        }
        let Some(row) = self.cache.row(num)?.filter(|it| self.wants(it)) else { return Ok(()) };
        let excerpt = if event.is_head() {
            self.head_excerpt(&row)
        } else {
            let Some(recorded) = self.cache.recorded_at(event)? else { return Ok(()) };
            Excerpt::of(&words_of_event(&recorded.event), &self.terms)
        };
        self.hits.push(Hit { row, excerpt });
        Ok(())
    }

    fn head_excerpt(&self, row: &Row) -> Excerpt {
        let reference = row.line.reference.to_string();
        let name = row.person_name.as_deref().unwrap_or_default();
        Excerpt::of(&[name, reference.as_str()], &self.terms)
    }

    fn wants(&self, row: &Row) -> bool {
        let is_open = row.line.stage != Stage::Closed;
        (is_open || !self.query.open_only) && self.cache.sees(row, self.query.now)
    }
}
