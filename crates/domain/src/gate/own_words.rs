//! Words of the person in the text of a reply: being repeated shows that one was read.

use std::collections::HashSet;
use std::ops::Range;

use super::said::Said;
use super::weighed::Counts;
use crate::text::words;

/// So many words in a row from the person's own text are a fact; fewer are the language.
pub const OWN_WORDS_MIN: usize = 3;
/// And so many letters, so that three small words are none.
pub const OWN_LETTERS_MIN: usize = 12;

/// Rows of words that the person's text has too, long enough to be theirs once the name and the
/// reference are taken out.
pub(super) fn ranges(said: &Said<'_>, own: &str, counts: &[Counts]) -> Vec<Range<usize>> {
    let own = words(own);
    let rows: HashSet<&[String]> = own.windows(OWN_WORDS_MIN).collect();
    let stems: Vec<String> = said.words.iter().map(|word| word.stem.clone()).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, row) in stems.windows(OWN_WORDS_MIN).enumerate() {
        if !rows.contains(row) {
            continue;
        }
        let end = start + OWN_WORDS_MIN;
        match found.last_mut() {
            Some(last) if last.end + 1 == end => last.end = end,
            _ => found.push(start..end),
        }
    }
    found.retain(|range| is_theirs(said, range, counts));
    found
}

/// Whether enough is left of the range without the name and the reference.
pub(super) fn is_theirs(said: &Said<'_>, range: &Range<usize>, counts: &[Counts]) -> bool {
    let kept: Vec<usize> = said
        .words
        .iter()
        .zip(counts)
        .take(range.end)
        .skip(range.start)
        .filter(|(_, counts)| **counts != Counts::Never)
        .map(|(word, _)| word.stem.chars().count())
        .collect();
    kept.len() >= OWN_WORDS_MIN && kept.iter().sum::<usize>() >= OWN_LETTERS_MIN
}
