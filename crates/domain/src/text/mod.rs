//! Text as search and the reply gate see it: folded, cut into words, with a direction of its own.
//!
//! Folding happens here, once, for the index, the query, the gate and the joining of persons, so
//! that no two of them disagree. Nothing depends on a locale. Raw text found 0 of 8 Arabic probes,
//! folded words 6 (`interface.md`, Arabic rules).

mod alike;
mod direction;
mod fold;
mod name;
mod words;

pub use alike::alike;
pub use direction::Direction;
pub use fold::{FOLD_BYTES_MAX, fold, fold_digits, is_invisible};
pub use name::{is_name_within, name_key, same_name};
pub use words::{
    PassingWord, STEM_CHARS_MIN, WORD_CHARS_MAX, Word, each_word, forms, stem, words, words_of,
};
