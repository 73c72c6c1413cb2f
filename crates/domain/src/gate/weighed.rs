//! What each word of a text is worth: typed, brought by a template, or never counted.

use std::collections::HashSet;
use std::ops::Range;

use super::about::About;
use super::said::Said;
use super::template::typed_words;
use crate::text::words_of;

/// What a word of the text is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    Typed,
    Template,
    Never,
}

/// Weighs each word. What stands in `template_text`, the text that the template gave for this case with
/// its places filled in, is the template's; the reference and the person's name never count.
pub(super) fn weighed(
    said: &Said<'_>,
    template_text: Option<&str>,
    about: &About<'_>,
) -> Vec<Counts> {
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
