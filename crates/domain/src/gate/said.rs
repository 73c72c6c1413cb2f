//! A text cut into words and sentences, the form in which the gate looks at it.

use std::cell::OnceCell;
use std::ops::Range;

use super::Span;
use super::forms::forms as forms_of;
use crate::text::{Word, fold, words_of};

/// A text with its words.
pub(super) struct Said<'a> {
    pub raw: &'a str,
    pub words: Vec<Word>,
    /// The number of the sentence of each word.
    sentence: Vec<usize>,
    /// The forms of each word, made when they are first asked for.
    forms: Vec<OnceCell<Vec<String>>>,
}

impl<'a> Said<'a> {
    pub fn new(raw: &'a str) -> Self {
        let words = words_of(raw);
        let mut sentence = Vec::with_capacity(words.len());
        let mut number = 0;
        for (at, word) in words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|last| words.get(last));
            let between = before.and_then(|last| raw.get(last.bytes.end..word.bytes.start));
            number += usize::from(between.is_some_and(ends_a_sentence));
            sentence.push(number);
        }
        let forms = words.iter().map(|_| OnceCell::new()).collect();
        Self { raw, words, sentence, forms }
    }

    /// Whether the words of the range belong to one sentence.
    pub fn is_one_sentence(&self, words: &Range<usize>) -> bool {
        self.sentence.get(words.start) == self.sentence.get(words.end.saturating_sub(1))
    }

    /// The forms of a word; see [`forms`](super::forms::forms).
    pub fn forms(&self, at: usize) -> &[String] {
        let forms = self.forms.get(at).zip(self.words.get(at));
        forms.map_or(&[], |(cell, word)| cell.get_or_init(|| forms_of(&word.whole)))
    }

    /// The number of the sentence of a word.
    pub fn sentence_of(&self, at: usize) -> Option<usize> {
        self.sentence.get(at).copied()
    }

    /// Whether a line ends between a word and the next.
    pub fn raw_breaks(&self, after: usize) -> bool {
        let from = self.words.get(after).map_or(0, |it| it.bytes.end);
        let until = self.words.get(after + 1).map_or(from, |it| it.bytes.start);
        self.raw.get(from..until).is_some_and(|it| it.contains('\n'))
    }

    /// What stands between a word and the next, folded and without spaces around it.
    pub fn joint(&self, after: usize) -> Option<String> {
        let from = self.words.get(after)?.bytes.end;
        let until = self.words.get(after + 1)?.bytes.start;
        Some(fold(self.raw.get(from..until)?))
    }

    /// The bytes from the first to the last word of the range.
    pub fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.words.get(words.start).map_or(0, |word| word.bytes.start);
        let end = words.end.checked_sub(1).and_then(|last| self.words.get(last));
        start..end.map_or(start, |word| word.bytes.end)
    }

    pub fn span(&self, words: &Range<usize>) -> Span {
        Span::of(self.raw, self.bytes(words))
    }

    /// The word as a whole number of ASCII digits.
    pub fn number(&self, at: usize) -> Option<u32> {
        let word = &self.words.get(at)?.whole;
        word.bytes().all(|b| b.is_ascii_digit()).then(|| word.parse().ok())?
    }
}

/// A line break, or a mark of ending with space after it: «12.500» and «rida.gov.om» go on.
fn ends_a_sentence(between: &str) -> bool {
    let mut chars = between.chars().peekable();
    while let Some(c) = chars.next() {
        let is_end = matches!(c, '.' | '!' | '?' | '؟' | '…' | '؛' | ';');
        if c == '\n' || (is_end && chars.peek().is_some_and(|next| next.is_whitespace())) {
            return true;
        }
    }
    false
}
