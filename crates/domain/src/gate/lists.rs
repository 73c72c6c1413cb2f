//! The lists of phrases that an agency starts from, and the check of those that it edits.
//!
//! A phrase is found in any spelling that folds to it and in the usual forms of its words: with an
//! article, behind the letters that Arabic writes onto a word, with a pronoun or an ending. A lone `*` in it stands for up to three
//! words of the same sentence: «visit * branch». Words joined by `|` are alternatives in one place:
//! «call|ring us». A class in angle brackets stands for any of its words, as in «visit * <agency>»: the
//! classes are those of `lexicon/`, and `<order>` is anything that tells the person what to do.

use thiserror::Error;

use crate::book::GateLists;
use crate::text::words;

/// How many phrases one list may hold.
pub const PHRASES_MAX: usize = 1_000;
/// How many words one phrase may have.
pub const PHRASE_WORDS_MAX: usize = 12;

/// Why lists can't be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ListsError {
    /// A phrase has no word, and would match nothing or everything.
    #[error("a phrase without a word: {phrase:?}")]
    NoWord {
        /// The phrase.
        phrase: String,
    },
    /// A phrase is too long ever to be typed twice.
    #[error("more than {PHRASE_WORDS_MAX} words: {phrase:?}")]
    TooLong {
        /// The phrase.
        phrase: String,
    },
    /// A list is too long.
    #[error("more than {PHRASES_MAX} phrases")]
    TooMany,
}

impl GateLists {
    /// The Arabic lists that every agency starts from.
    #[must_use]
    pub fn arabic() -> Self {
        Self {
            deflections: lines(include_str!("shipped/deflection.ar.txt")),
            empty_formulas: lines(include_str!("shipped/empty.ar.txt")),
            favours: lines(include_str!("shipped/favour.ar.txt")),
            ..Self::default()
        }
    }

    /// The English lists that every agency starts from.
    #[must_use]
    pub fn english() -> Self {
        Self {
            deflections: lines(include_str!("shipped/deflection.en.txt")),
            empty_formulas: lines(include_str!("shipped/empty.en.txt")),
            favours: lines(include_str!("shipped/favour.en.txt")),
            ..Self::default()
        }
    }

    /// Several lists as one, because a reply may hold two languages.
    #[must_use]
    pub fn merged<'a>(lists: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut all = Self::default();
        for one in lists {
            all.deflections.extend_from_slice(&one.deflections);
            all.empty_formulas.extend_from_slice(&one.empty_formulas);
            all.favours.extend_from_slice(&one.favours);
        }
        all
    }

    /// Checks lists as they are loaded or edited; the first fault is returned.
    pub fn check(&self) -> Result<(), ListsError> {
        for list in [&self.deflections, &self.empty_formulas, &self.favours] {
            if list.len() > PHRASES_MAX {
                return Err(ListsError::TooMany);
            }
            list.iter().try_for_each(|phrase| check_phrase(phrase))?;
        }
        Ok(())
    }
}

fn check_phrase(phrase: &str) -> Result<(), ListsError> {
    // Alternatives stand in the place of one word.
    let places = phrase.split_whitespace().map(|it| match it {
        piece if piece.contains(['|', '<']) => usize::from(!words(piece).is_empty()),
        piece => words(piece).len(),
    });
    match places.sum() {
        0_usize => Err(ListsError::NoWord { phrase: phrase.to_owned() }),
        n if n > PHRASE_WORDS_MAX => Err(ListsError::TooLong { phrase: phrase.to_owned() }),
        _ => Ok(()),
    }
}

fn lines(file: &str) -> Vec<String> {
    file.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
