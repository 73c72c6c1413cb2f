//! How two stretches of words lie to each other.

use std::ops::Range;

use super::tokens::Tokens;

pub(super) fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

pub(super) fn within(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start >= b.start && a.start < b.end
}

pub(super) fn same_sentence(tokens: &Tokens<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    tokens.said.sentence_of(a.start) == tokens.said.sentence_of(b.start)
}
