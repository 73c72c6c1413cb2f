//! Search: folded words first, parts of words after them, newest first, within what the reader may
//! see.

use super::event_id::EventId;
use super::index::trigrams;
use super::words_of_event::words_of as words_of_event;
use super::{Cache, Excerpt, Row};
use crate::StoreError;
use crate::sqlite::parse;
use chrono::{DateTime, Utc};
use domain::Recorded;
use domain::case::Stage;
use domain::text::{Word, fold, words_of};
use rusqlite::{OptionalExtension, named_params};
use std::collections::BTreeSet;

/// Words of a question that count.
const TERMS_MAX: usize = 8;
/// Documents that one look into the index brings.
const DOCS_AT_ONCE: u32 = 128;
/// Documents that one question looks at, whatever it finds.
const DOCS_MAX: usize = 4_096;
/// Letters from which a word that is still being typed is looked for.
const OPEN_CHARS_MIN: usize = 2;
const GRAM_CHARS: usize = 3;

/// A question.
#[derive(Clone, Debug)]
pub struct SearchQuery {
    /// Words, as typed so far: the last one may be unfinished.
    pub text: String,
    /// How many cases.
    pub limit: u32,
    /// Leave closed cases out.
    pub open_only: bool,
    /// For the rule of reading.
    pub now: DateTime<Utc>,
}

/// A case that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The case.
    pub row: Row,
    /// The words around the hit.
    pub excerpt: Excerpt,
}

/// What was found, newest first; parts of words behind whole ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// Each case once.
    pub hits: Vec<Hit>,
    /// There are more.
    pub more: bool,
}

/// One word of a question.
pub(super) struct Term {
    word: Word,
    /// It may go on.
    is_open: bool,
}

impl Term {
    pub(super) fn all_of(text: &str) -> Vec<Self> {
        let mut words = words_of(text);
        words.truncate(TERMS_MAX);
        let last = words.len();
        let ends_open = words.last().is_some_and(|it| fold(&text[it.bytes.end..]).is_empty());
        let open = |n: usize| ends_open && n + 1 == last;
        words.into_iter().enumerate().map(|(n, word)| Self { word, is_open: open(n) }).collect()
    }

    /// Whether a word of a text is a hit; parts of words count, to mark what trigrams found.
    pub(super) fn hits(&self, word: &Word) -> bool {
        word.stem == self.word.stem
            || (self.is_open && word.stem.starts_with(&self.word.stem))
            || self.is_part_of(word)
    }

    fn is_part_of(&self, word: &Word) -> bool {
        let long = self.word.whole.chars().count() >= GRAM_CHARS;
        long && (word.whole.contains(&self.word.whole) || word.whole.contains(&self.word.stem))
    }

    /// As FTS5 reads it. Terms hold letters and digits only, so quoting them is enough.
    fn as_words(&self) -> String {
        let Word { stem, whole, .. } = &self.word;
        if !self.is_open || whole.chars().count() < OPEN_CHARS_MIN {
            return format!("\"{stem}\"");
        }
        if stem == whole {
            format!("\"{whole}\" *")
        } else {
            format!("(\"{whole}\" * OR \"{stem}\" *)")
        }
    }

    fn as_grams(&self) -> Option<String> {
        let grams: Vec<String> =
            trigrams(&self.word.stem).into_iter().map(|it| format!("\"{it}\"")).collect();
        (!grams.is_empty()).then(|| grams.join(" AND "))
    }
}

impl Cache {
    /// Finds cases by their words, by their persons' names, by references and phones.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn search(&self, query: &SearchQuery) -> Result<Hits, StoreError> {
        let terms = Term::all_of(&query.text);
        let mut found =
            Finding { cache: self, query, terms, seen: BTreeSet::new(), hits: Vec::new() };
        if found.terms.is_empty() || query.limit == 0 {
            return Ok(Hits::default());
        }
        found.by_number()?;
        found.by_words()?;
        if !found.is_full() && found.terms.len() > 1 {
            found.by_words_apart()?;
        }
        if !found.is_full() {
            found.by_parts()?;
        }
        let mut hits = found.hits;
        let more = hits.len() > query.limit as usize;
        hits.truncate(query.limit as usize);
        Ok(Hits { hits, more })
    }

    fn event_of(&self, doc: i64) -> Result<Option<EventId>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/docs/event"))?;
        let event = statement.query_row(named_params! {":doc": doc}, |row| row.get(0));
        Ok(event.optional()?.map(EventId))
    }

    fn recorded_at(&self, event: EventId) -> Result<Option<Recorded>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/events/by_id"))?;
        let text: Option<String> =
            statement.query_row(named_params! {":id": event.0}, |row| row.get(0)).optional()?;
        text.map(|it| parse("event", &it)).transpose()
    }

    /// Documents of the index before one, newest first.
    fn docs(
        &self,
        statement: &'static str,
        question: &str,
        before: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(statement)?;
        let params = named_params! {":match": question, ":before": before, ":limit": DOCS_AT_ONCE};
        let docs = statement.query_map(params, |row| row.get(0))?;
        Ok(docs.collect::<Result<_, _>>()?)
    }
}

/// A question on its way through the index.
struct Finding<'a> {
    cache: &'a Cache,
    query: &'a SearchQuery,
    terms: Vec<Term>,
    seen: BTreeSet<i64>,
    hits: Vec<Hit>,
}

impl Finding<'_> {
    /// One more than asked for tells that there are more.
    fn is_full(&self) -> bool {
        self.hits.len() > self.query.limit as usize
    }

    /// Six digits are a phone or a national id before they are words.
    fn by_number(&mut self) -> Result<(), StoreError> {
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

    /// All words in one text.
    fn by_words(&mut self) -> Result<(), StoreError> {
        let question: Vec<String> = self.terms.iter().map(Term::as_words).collect();
        self.walk(sql!("cache/words/find"), &question.join(" AND "), |_, _| true)
    }

    /// All words on one case, in texts apart: its person's name and what was said, for example.
    fn by_words_apart(&mut self) -> Result<(), StoreError> {
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
    fn by_parts(&mut self) -> Result<(), StoreError> {
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
        let (mut before, mut looked_at) = (i64::MAX, 0);
        while !self.is_full() && looked_at < DOCS_MAX {
            let docs = self.cache.docs(statement, question, before)?;
            looked_at += docs.len();
            for doc in &docs {
                if self.is_full() {
                    return Ok(());
                }
                if let Some(event) = self.cache.event_of(*doc)? {
                    self.add(event, &holds)?;
                }
            }
            match docs.last() {
                Some(last) if docs.len() == DOCS_AT_ONCE as usize => before = *last,
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    fn docs_of(&self, statement: &'static str, question: &str) -> Result<Vec<EventId>, StoreError> {
        let (mut before, mut places) = (i64::MAX, Vec::new());
        while places.len() < DOCS_MAX {
            let docs = self.cache.docs(statement, question, before)?;
            for doc in &docs {
                places.extend(self.cache.event_of(*doc)?);
            }
            match docs.last() {
                Some(last) if docs.len() == DOCS_AT_ONCE as usize => before = *last,
                _ => break,
            }
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
