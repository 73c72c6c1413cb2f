//! One word of a question, and what it asks of the index.

use crate::StoreError;
use crate::cache::Cache;
use crate::cache::parts::PART_CHARS_MIN;
use domain::text::{PassingWord, Word, fold, words_of};
use std::collections::BTreeSet;

/// Words of a question that count.
const TERMS_MAX: usize = 8;
/// Letters from which a word that is still being typed is looked for.
const OPEN_CHARS_MIN: usize = 2;
/// The index keeps beginnings of two and of three letters (`words/create.sql`).
const PREFIX_CHARS_MAX: usize = 3;

/// One word of a question.
pub(in crate::cache) struct Term {
    word: Word,
    /// It may go on.
    is_open: bool,
}

impl Term {
    pub(in crate::cache) fn all_of(text: &str) -> Vec<Self> {
        let mut words = words_of(text);
        words.truncate(TERMS_MAX);
        let last = words.len();
        let ends_open = words.last().is_some_and(|it| fold(&text[it.bytes.end..]).is_empty());
        let open = |n: usize| ends_open && n + 1 == last;
        words.into_iter().enumerate().map(|(n, word)| Self { word, is_open: open(n) }).collect()
    }

    /// Whether a word of a text is a hit; parts of words count, to mark what they found.
    pub(in crate::cache) fn hits(&self, word: &PassingWord<'_>) -> bool {
        word.stem == self.word.stem
            || (self.is_open && word.stem.starts_with(&self.word.stem))
            || self.is_part_of(word.whole)
    }

    fn is_part_of(&self, whole: &str) -> bool {
        has_chars(&self.word.whole, PART_CHARS_MIN)
            && (whole.contains(&self.word.stem) || whole.contains(&self.word.whole))
    }

    /// Longer than the beginnings that the index keeps.
    pub(super) fn is_long_and_open(&self) -> bool {
        self.is_open && has_chars(&self.word.whole, PREFIX_CHARS_MAX + 1)
    }

    pub(super) fn as_whole_word(&self) -> String {
        quoted(&self.word.stem)
    }

    /// As FTS5 reads it.
    pub(super) fn as_words(&self, cache: &Cache) -> Result<String, StoreError> {
        if self.is_long_and_open() {
            return self.as_words_beginning(cache);
        }
        Ok(if self.is_open && has_chars(&self.word.whole, OPEN_CHARS_MIN) {
            self.as_beginning()
        } else {
            self.as_whole_word()
        })
    }

    /// Each word that begins so, because the index walks some words from their newest text on, but
    /// gathers all texts of all words that begin so.
    fn as_words_beginning(&self, cache: &Cache) -> Result<String, StoreError> {
        let Word { stem, whole, .. } = &self.word;
        let (Some(mut words), Some(more)) =
            (cache.words_beginning(stem)?, cache.words_beginning(whole)?)
        else {
            return Ok(self.as_beginning());
        };
        words.extend(more);
        words.insert(stem.clone());
        Ok(any_of(&words))
    }

    fn as_beginning(&self) -> String {
        let Word { stem, whole, .. } = &self.word;
        if stem == whole {
            format!("{} *", quoted(whole))
        } else {
            format!("({} * OR {} *)", quoted(whole), quoted(stem))
        }
    }

    /// Each word that this one is a part of; a short one stands for itself. None when there is no
    /// such word.
    pub(super) fn as_parts(&self, cache: &Cache) -> Result<Option<String>, StoreError> {
        if !has_chars(&self.word.stem, PART_CHARS_MIN) {
            return self.as_words(cache).map(Some);
        }
        let words = cache.words_holding(&self.word.stem)?;
        Ok((!words.is_empty()).then(|| any_of(&words)))
    }
}

fn any_of(words: &BTreeSet<String>) -> String {
    let quoted: Vec<String> = words.iter().map(|it| quoted(it)).collect();
    format!("({})", quoted.join(" OR "))
}

/// Words hold letters and digits only, so quoting them is enough.
fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

fn has_chars(text: &str, at_least: usize) -> bool {
    text.chars().nth(at_least - 1).is_some()
}
