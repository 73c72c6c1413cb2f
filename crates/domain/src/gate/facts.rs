//! Facts of this case in the text of a reply (gate rule 3, R25).

use std::collections::HashSet;
use std::ops::Range;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::about::About;
use super::phrases::Phrase;
use super::said::Said;
use super::template::typed_words;
use super::{Span, amounts, dates, own_words};
use crate::case::Fact;
use crate::text::{fold, words_of};

/// What was done needs so many letters to be something; «تم» is nothing.
pub const DONE_LETTERS_MIN: usize = 8;
/// A shorter work-order number is any number.
const WORK_ORDER_CHARS_MIN: usize = 3;

/// A claimed fact that stands in the text and that no template brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactFound {
    /// Which of the claimed facts, by its place.
    pub fact: u32,
    /// Where it stands.
    pub span: Span,
}

/// The claimed facts that really stand in the text, in the order in which they were claimed.
///
/// A claim is checked, not believed: the date of a *when* is written there, or its weekday in the
/// words named; the amount is that amount; quoted words stand in the person's own text; what was
/// done is more than a word. A fact counts where at least one of its words was typed: what stands in
/// `template_text`, the text that the template gave for this case with its places filled in, never
/// counts, and neither do the reference and the person's name.
#[must_use]
pub fn facts(
    text: &str,
    template_text: Option<&str>,
    claimed: &[Fact],
    about: &About<'_>,
) -> Vec<FactFound> {
    let looked = Looked::new(text, template_text, about);
    let mut found = Vec::new();
    for (fact, index) in claimed.iter().zip(0_u32..) {
        let spans = looked.ranges(fact, about).into_iter().map(|range| looked.said.span(&range));
        found.extend(spans.map(|span| FactFound { fact: index, span }));
    }
    found
}

/// Whether at least one claimed fact of this case stands in the text; see [`facts`].
#[must_use]
pub fn holds_a_fact(
    text: &str,
    template_text: Option<&str>,
    claimed: &[Fact],
    about: &About<'_>,
) -> bool {
    let looked = Looked::new(text, template_text, about);
    claimed.iter().any(|fact| !looked.ranges(fact, about).is_empty())
}

/// What a word of the text is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    Typed,
    Template,
    Never,
}

/// A text whose words were weighed.
pub(super) struct Looked<'a> {
    pub said: Said<'a>,
    pub counts: Vec<Counts>,
}

impl<'a> Looked<'a> {
    pub fn new(text: &'a str, template_text: Option<&str>, about: &About<'_>) -> Self {
        let said = Said::new(text);
        let counts = weighed(&said, template_text, about);
        Self { said, counts }
    }

    /// Where the fact stands, in ranges of which something was typed.
    pub fn ranges(&self, fact: &Fact, about: &About<'_>) -> Vec<Range<usize>> {
        let said = &self.said;
        let mut ranges = match fact {
            Fact::Done { words } if letters(words) < DONE_LETTERS_MIN => Vec::new(),
            Fact::Done { words } => Phrase::of_words(words).ranges(said),
            Fact::When { at, words } => when(said, *at, words, about),
            Fact::Amount { money, .. } => amounts::ranges(said, *money),
            Fact::WorkOrder { number } if !is_telling(number) => Vec::new(),
            Fact::WorkOrder { number } => compact_ranges(said, number),
            Fact::Quote { words } => self.quoted(words, about.own_words.unwrap_or_default()),
        };
        ranges.retain(|range| {
            self.counts.get(range.clone()).is_some_and(|counts| counts.contains(&Counts::Typed))
        });
        ranges
    }

    /// Where the quoted words stand, as far as they are the person's.
    fn quoted(&self, words: &str, own: &str) -> Vec<Range<usize>> {
        let theirs = own_words::ranges(&self.said, own, &self.counts);
        let mut quoted = Phrase::of_words(words).ranges(&self.said);
        quoted.retain(|quote| {
            let lies_in = |row: &Range<usize>| row.start <= quote.start && quote.end <= row.end;
            own_words::is_theirs(&self.said, quote, &self.counts) && theirs.iter().any(lies_in)
        });
        quoted
    }
}

fn weighed(said: &Said<'_>, template_text: Option<&str>, about: &About<'_>) -> Vec<Counts> {
    let name = words_of(about.person_name.unwrap_or_default());
    let name: HashSet<String> = name.into_iter().map(|word| word.whole).collect();
    let mut counts: Vec<Counts> = typed_words(said, template_text)
        .into_iter()
        .map(|typed| if typed { Counts::Typed } else { Counts::Template })
        .collect();
    for (counts, word) in counts.iter_mut().zip(&said.words) {
        if name.contains(&word.whole) {
            *counts = Counts::Never;
        }
    }
    let reference = about.reference.map(|reference| reference.to_string()).unwrap_or_default();
    for range in compact_ranges(said, &reference) {
        counts[range].fill(Counts::Never);
    }
    counts
}

/// The date of the instant in any form; without one, the words named, if they name its day.
fn when(said: &Said<'_>, at: DateTime<Utc>, words: &str, about: &About<'_>) -> Vec<Range<usize>> {
    let date = at.with_timezone(&about.zone).date_naive();
    let written = dates::ranges(said, date);
    if written.is_empty() && dates::names_day(words, date) {
        return Phrase::of_words(words).ranges(said);
    }
    written
}

fn letters(words: &str) -> usize {
    fold(words).chars().filter(|c| c.is_alphanumeric()).count()
}

fn is_telling(number: &str) -> bool {
    letters(number) >= WORK_ORDER_CHARS_MIN && fold(number).bytes().any(|b| b.is_ascii_digit())
}

/// Where an identifier stands, however it is cut by dashes, strokes and spaces.
fn compact_ranges(said: &Said<'_>, identifier: &str) -> Vec<Range<usize>> {
    let wanted: String = words_of(identifier).into_iter().map(|word| word.whole).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    (0..said.words.len())
        .filter_map(|start| Some(start..compact_end(said, start, &wanted)?))
        .collect()
}

fn compact_end(said: &Said<'_>, start: usize, wanted: &str) -> Option<usize> {
    let mut rest = wanted;
    for (at, word) in said.words.iter().enumerate().skip(start) {
        rest = rest.strip_prefix(word.whole.as_str())?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
}
