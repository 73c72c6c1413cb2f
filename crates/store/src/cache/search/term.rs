//! One word of a question, and what it asks of the index.

use crate::cache::index::trigrams;
use domain::text::{Word, fold, words_of};

/// Words of a question that count.
const TERMS_MAX: usize = 8;
/// Letters from which a word that is still being typed is looked for.
const OPEN_CHARS_MIN: usize = 2;
const GRAM_CHARS: usize = 3;
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

    /// Whether a word of a text is a hit; parts of words count, to mark what trigrams found.
    pub(in crate::cache) fn hits(&self, word: &Word) -> bool {
        word.stem == self.word.stem
            || (self.is_open && word.stem.starts_with(&self.word.stem))
            || self.is_part_of(word)
    }

    fn is_part_of(&self, word: &Word) -> bool {
        let long = self.word.whole.chars().count() >= GRAM_CHARS;
        long && (word.whole.contains(&self.word.whole) || word.whole.contains(&self.word.stem))
    }

    /// Longer than the beginnings that the index keeps.
    pub(super) fn is_long_and_open(&self) -> bool {
        self.is_open && self.word.whole.chars().count() > PREFIX_CHARS_MAX
    }

    pub(super) fn as_whole_word(&self) -> String {
        format!("\"{}\"", self.word.stem)
    }

    /// As FTS5 reads it. Terms hold letters and digits only, so quoting them is enough.
    pub(super) fn as_words(&self) -> String {
        let Word { stem, whole, .. } = &self.word;
        if !self.is_open || whole.chars().count() < OPEN_CHARS_MIN {
            return self.as_whole_word();
        }
        if stem == whole {
            format!("\"{whole}\" *")
        } else {
            format!("(\"{whole}\" * OR \"{stem}\" *)")
        }
    }

    pub(super) fn as_grams(&self) -> Option<String> {
        let grams: Vec<String> =
            trigrams(&self.word.stem).map(|[a, b, c]| format!("\"{a}{b}{c}\"")).collect();
        (!grams.is_empty()).then(|| grams.join(" AND "))
    }
}
