//! A question on its way through the index: by number, by words, by words apart, by parts.

use super::{Hit, SearchQuery, Term};
use crate::StoreError;
use crate::cache::event_id::EventId;
use crate::cache::words_of_event::words_of as words_of_event;
use crate::cache::{Cache, Excerpt, Row};
use domain::case::Stage;
use domain::text::{Word, words_of};
use std::collections::BTreeSet;

/// Documents that one question looks at, whatever it finds.
const DOCS_MAX: u32 = 4_096;
/// Documents of its first look.
const DOCS_FIRST: u32 = 128;
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

    /// All words in one text. A long word that may go on is first taken as it stands: the index
    /// walks one word from its newest text on, but gathers all texts of all words that begin so.
    pub(super) fn by_words(&mut self) -> Result<(), StoreError> {
        if self.terms.iter().any(Term::is_long_and_open) {
            let whole: Vec<String> = self.terms.iter().map(Term::as_whole_word).collect();
            self.walk(sql!("cache/words/find"), &whole.join(" AND "), |_, _| true)?;
        }
        if self.is_full() {
            return Ok(());
        }
        let question: Vec<String> = self.terms.iter().map(Term::as_words).collect();
        self.walk(sql!("cache/words/find"), &question.join(" AND "), |_, _| true)
    }

    /// All words on one case, in texts apart: its person's name and what was said, for example.
    pub(super) fn by_words_apart(&mut self) -> Result<(), StoreError> {
        let mut common: Option<BTreeSet<i64>> = None;
        let mut places = Vec::new();
        for term in &self.terms {
            places = self.docs_of(sql!("cache/words/find"), &term.as_words())?;
            let cases: BTreeSet<i64> = places.iter().map(|it| it.case_num()).collect();
            common = Some(match common {
                Some(common) => common.intersection(&cases).copied().collect(),
                None => cases,
            });
        }
        let common = common.unwrap_or_default();
        for event in places.into_iter().filter(|it| common.contains(&it.case_num())) {
            if self.is_full() {
                break;
            }
            self.add(event, |_, _| true)?;
        }
        Ok(())
    }

    /// Parts of words.
    pub(super) fn by_parts(&mut self) -> Result<(), StoreError> {
        let grams: Vec<String> = self.terms.iter().filter_map(Term::as_grams).collect();
        if grams.is_empty() {
            return Ok(());
        }
        // The index knows which trigrams a text holds, not where: the text itself decides.
        self.walk(sql!("cache/grams/find"), &grams.join(" AND "), |terms, texts| {
            let words: Vec<Word> = texts.iter().flat_map(|it| words_of(it)).collect();
            terms.iter().all(|term| words.iter().any(|word| term.hits(word)))
        })
    }

    fn walk(
        &mut self,
        statement: &'static str,
        question: &str,
        holds: impl Fn(&[Term], &[&str]) -> bool,
    ) -> Result<(), StoreError> {
        let mut before = i64::MAX;
        // Few at first, because that is mostly enough; then all at once, because each look costs.
        for limit in [DOCS_FIRST, DOCS_MAX] {
            let docs = self.cache.docs(statement, question, before, limit)?;
            for doc in &docs {
                if self.is_full() {
                    return Ok(());
                }
                if let Some(event) = self.cache.event_of(*doc)? {
                    self.add(event, &holds)?;
                }
            }
            match docs.last() {
                Some(last) if docs.len() == limit as usize => before = *last,
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    fn docs_of(&self, statement: &'static str, question: &str) -> Result<Vec<EventId>, StoreError> {
        let mut places = Vec::new();
        for doc in self.cache.docs(statement, question, i64::MAX, DOCS_APART_MAX)? {
            places.extend(self.cache.event_of(doc)?);
        }
        Ok(places)
    }

    fn add(
        &mut self,
        event: EventId,
        holds: impl Fn(&[Term], &[&str]) -> bool,
    ) -> Result<(), StoreError> {
        let num = event.case_num();
        if self.seen.contains(&num) {
            return Ok(());
        }
        let Some(row) = self.cache.row(num)?.filter(|it| self.wants(it)) else {
            self.seen.insert(num);
            return Ok(());
        };
        let excerpt = if event.is_head() {
            self.head_excerpt(&row, holds)
        } else {
            let Some(recorded) = self.cache.recorded_at(event)? else { return Ok(()) };
            let texts = words_of_event(&recorded.event);
            holds(&self.terms, &texts).then(|| Excerpt::of(&texts, &self.terms))
        };
        if let Some(excerpt) = excerpt {
            self.seen.insert(num);
            self.hits.push(Hit { row, excerpt });
        }
        Ok(())
    }

    fn head_excerpt(&self, row: &Row, holds: impl Fn(&[Term], &[&str]) -> bool) -> Option<Excerpt> {
        let reference = row.line.reference.to_string();
        let texts = [row.person_name.as_deref().unwrap_or_default(), reference.as_str()];
        holds(&self.terms, &texts).then(|| Excerpt::of(&texts, &self.terms))
    }

    fn wants(&self, row: &Row) -> bool {
        let is_open = row.line.stage != Stage::Closed;
        (is_open || !self.query.open_only) && self.cache.sees(row, self.query.now)
    }
}
