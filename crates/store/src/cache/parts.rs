//! Parts of words: every run of three letters of every word that was ever said here, with all that
//! follows it in the word. A part of any length is then the beginning of some of these rows, and one
//! short range leads from it to the words that hold it.
//!
//! It is kept for words, not for texts: a language has few of them. A text that says nothing new
//! costs nothing here, and what a part is found in is asked of the index of words.

use super::{Cache, Writer};
use crate::StoreError;
use domain::text::{forms, stem};
use rusqlite::named_params;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};

/// Letters of the shortest part.
pub(super) const PART_CHARS_MIN: usize = 3;
/// Words that are remembered as known; then all are forgotten and asked for again.
const KNOWN_MAX: usize = 65_536;
/// Rows of one look, whatever it finds.
const ROWS_MAX: u32 = 512;
/// Words that the index is asked for at once.
const WORDS_MAX: usize = 64;
/// Above every letter.
const BEHIND: char = char::MAX;

/// Words whose parts are in the table, so that the table is not asked at each use of a word.
#[derive(Default)]
pub(super) struct KnownWords(RefCell<HashSet<Box<str>>>);

impl KnownWords {
    /// Forgets all: the transaction that told of them failed, or something was erased.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().clear();
    }

    /// Whether it was noted before; notes it.
    fn note(&self, whole: &str) -> bool {
        let mut known = self.0.borrow_mut();
        if known.contains(whole) {
            return true;
        }
        if known.len() >= KNOWN_MAX {
            known.clear();
        }
        known.insert(whole.into());
        false
    }
}

/// All parts of a word, the word itself first; none of a short one.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let starts = word.char_indices().map(|(at, _)| at);
    let count = word.chars().count().saturating_sub(PART_CHARS_MIN - 1);
    starts.take(count).map(|at| &word[at..])
}

impl Writer<'_> {
    pub(super) fn put_parts(&self, shadow: &super::index::Shadow) -> Result<(), StoreError> {
        for whole in shadow.wholes().filter(|it| !self.known_words.note(it)) {
            let mut statement = self.t.prepare_cached(sql!("cache/parts/insert"))?;
            for part in parts(whole) {
                // The longest is there only with all others.
                if statement.execute(named_params! {":part": part, ":stem": stem(whole)})? == 0 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Erases the parts of words that no text holds any more.
    pub(super) fn erase_parts(&self, erased: &BTreeSet<&str>) -> Result<(), StoreError> {
        for stem in erased {
            let mut any = self.t.prepare_cached(sql!("cache/words/any"))?;
            if any.exists(named_params! {":match": format!("\"{stem}\"")})? {
                continue;
            }
            self.known_words.forget();
            let mut statement = self.t.prepare_cached(sql!("cache/parts/delete"))?;
            for form in forms(stem) {
                for part in parts(&form) {
                    statement.execute(named_params! {":part": part, ":stem": stem})?;
                }
            }
        }
        Ok(())
    }
}

impl Cache {
    /// Words that begin so, or None when there are too many to ask for each.
    pub(super) fn words_beginning(
        &self,
        start: &str,
    ) -> Result<Option<BTreeSet<String>>, StoreError> {
        let mut rows = self.rows_of(start)?;
        let is_whole = rows.len() < ROWS_MAX as usize;
        rows.retain(|(part, stem)| part == stem);
        Ok((is_whole && rows.len() <= WORDS_MAX).then(|| words(rows)))
    }

    /// Words that hold a part; only some of them when there are too many to ask for each, because a
    /// part of so many is too short to mean one.
    pub(super) fn words_holding(&self, part: &str) -> Result<BTreeSet<String>, StoreError> {
        Ok(words(self.rows_of(part)?))
    }

    fn rows_of(&self, from: &str) -> Result<Vec<(String, String)>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/parts/find"))?;
        let until = format!("{from}{BEHIND}");
        let rows = statement.query_map(
            named_params! {":from": from, ":until": until, ":limit": ROWS_MAX},
            |row| Ok((row.get("part")?, row.get("stem")?)),
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn words(rows: Vec<(String, String)>) -> BTreeSet<String> {
    rows.into_iter().map(|(_, stem)| stem).take(WORDS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_a_part_from_each_letter_to_its_end() {
        assert_eq!(parts("المياه").collect::<Vec<_>>(), ["المياه", "لمياه", "مياه", "ياه"]);
        assert_eq!(parts("ماء").collect::<Vec<_>>(), ["ماء"]);
        assert!(parts("لا").next().is_none());
    }
}
