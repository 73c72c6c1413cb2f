//! The same text again (gate rule 2, R20).

use super::Case;
use crate::SendReply;
use crate::text::{alike, fold, words};
use std::collections::BTreeSet;

/// From here on two texts are the same text, percent.
pub const REPEAT_PERCENT: u8 = 90;

/// So many characters of a sent text are kept to tell near repeats.
pub const GIST_CHARS_MAX: usize = 600;

/// The form in which a text is compared with those that went before.
pub(super) fn gist(text: &str) -> String {
    fold(text).chars().take(GIST_CHARS_MAX).collect()
}

/// How alike the text is to one that went out before, if it is the same and brings no new number: a
/// new date or amount is news in an old sentence.
pub(super) fn of(case: &Case, reply: &SendReply) -> Option<u8> {
    let gist = gist(&reply.text);
    if gist.trim().is_empty() {
        // No words say nothing again, and every screen of a case asks with none.
        return None;
    }
    let percents = case.outbound.iter().filter_map(|before| {
        let percent = alike(&before.gist, &gist);
        let same = percent >= REPEAT_PERCENT && numbers(&gist).is_subset(&numbers(&before.gist));
        same.then_some(percent)
    });
    percents.max()
}

fn numbers(text: &str) -> BTreeSet<String> {
    words(text).into_iter().filter(|word| word.bytes().any(|b| b.is_ascii_digit())).collect()
}
