//! Words of a text, folded and lightly stripped, for the index, the query and the gate.

use std::ops::{ControlFlow, Range};

use super::fold::{bounded, fold_char};

/// A stripped word keeps at least this many letters: «الحي» and «حي» meet, «الا» stays whole.
pub const STEM_CHARS_MIN: usize = 2;
/// A longer run of letters is cut here; it is a token or noise, not a word.
pub const WORD_CHARS_MAX: usize = 64;

/// Longest first, so that «والماء» loses «وال» and not nothing. A bare «و» is never cut: too many
/// words begin with it («وزارة», «ورقة»).
const PREFIXES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded word without its article: what the index holds.
    pub stem: String,
    /// The folded word as it was written.
    pub whole: String,
    /// Where it stands in the raw text, in bytes.
    pub bytes: Range<usize>,
}

/// The stems of a text, in order, repeated words repeated.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    words_of(text).into_iter().map(|word| word.stem).collect()
}

/// The words of a text with their places, so that a match can be shown in what was typed.
#[must_use]
pub fn words_of(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    each_word(text, |PassingWord { stem, whole, bytes }| {
        found.push(Word { stem: stem.to_owned(), whole: whole.to_owned(), bytes });
        ControlFlow::Continue(())
    });
    found
}

/// A [`Word`] on its way past, as long as it is looked at: nothing of it is kept.
#[derive(Debug)]
pub struct PassingWord<'a> {
    /// As in [`Word`].
    pub stem: &'a str,
    /// As in [`Word`].
    pub whole: &'a str,
    /// As in [`Word`].
    pub bytes: Range<usize>,
}

/// Shows the words of a text in order, until a break. For whoever looks at many texts and keeps few
/// words: it needs room for one.
pub fn each_word(text: &str, mut look: impl FnMut(PassingWord<'_>) -> ControlFlow<()>) {
    let (mut letters, mut bytes) = (String::new(), 0..0);
    let mut flow = ControlFlow::Continue(());
    for (at, raw) in bounded(text) {
        let after = at + raw.len_utf8();
        fold_char(raw, |c| {
            if is_letter_or_digit(c) {
                let start = if letters.is_empty() { at } else { bytes.start };
                bytes = start..after;
                letters.push(c);
            } else if !letters.is_empty() && flow.is_continue() {
                flow = look(passing(&letters, bytes.clone()));
                letters.clear();
            }
        });
        if flow.is_break() {
            return;
        }
    }
    if !letters.is_empty() {
        let _ = look(passing(&letters, bytes));
    }
}

/// The letters of almost all texts need no table.
fn is_letter_or_digit(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | 'ء'..='غ' | 'ف'..='ي') || (c != ' ' && c.is_alphanumeric())
}

fn passing(letters: &str, bytes: Range<usize>) -> PassingWord<'_> {
    // As many bytes are as many letters at most.
    let end = (letters.len() > WORD_CHARS_MAX).then(|| letters.char_indices().nth(WORD_CHARS_MAX));
    let whole = end.flatten().map_or(letters, |(end, _)| &letters[..end]);
    PassingWord { stem: stem(whole), whole, bytes }
}

/// A stem as it may stand in a text: bare, and behind each article that [`stem`] takes off.
pub fn forms(stem: &str) -> impl Iterator<Item = String> {
    std::iter::once("").chain(PREFIXES).map(move |article| format!("{article}{stem}"))
}

/// Takes one article off the front of a folded word, if a stem remains.
#[must_use]
pub fn stem(word: &str) -> &str {
    PREFIXES
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix))
        .filter(|rest| rest.chars().count() >= STEM_CHARS_MIN)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn articles_are_stripped_and_a_bare_waw_is_not() {
        assert_eq!(
            words("والماء بالماء كالماء فالماء للماء الماء وماء وزارة"),
            ["ماء", "ماء", "ماء", "ماء", "ماء", "ماء", "وماء", "وزاره"]
        );
    }

    #[test]
    fn a_stem_keeps_two_letters() {
        assert_eq!(words("الحي إلا والد"), ["حي", "الا", "والد"]);
    }

    #[test]
    fn every_form_of_a_stem_has_that_stem() {
        assert!(forms("ماء").any(|it| it == "والماء"));
        assert!(forms("ماء").all(|it| stem(&it) == "ماء"));
    }

    #[test]
    fn only_one_article_goes() {
        assert_eq!(words("الالتزام"), ["التزام"]);
    }

    #[test]
    fn punctuation_and_marks_part_words_but_vowels_do_not() {
        assert_eq!(words("شارعُ النَّخيل، رقم ٢٣/أ"), ["شارع", "نخيل", "رقم", "23", "ا"]);
        assert_eq!(words("RD-7K2M-9QXF"), ["rd", "7k2m", "9qxf"]);
        assert!(words(" …!؟ ").is_empty());
    }

    #[test]
    fn a_word_knows_where_it_stood() {
        let text = "  انكسرت المَاسورة!";
        let word = words_of(text).remove(1);
        assert_eq!(&text[word.bytes], "المَاسورة");
        assert_eq!((word.whole.as_str(), word.stem.as_str()), ("الماسوره", "ماسوره"));
    }

    #[test]
    fn who_looks_at_passing_words_may_stop() {
        let mut seen = Vec::new();
        each_word("ماء ½ نار هواء", |word| {
            seen.push(word.whole.to_owned());
            if word.whole == "2" { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!(seen, ["ماء", "1", "2"]);
    }

    #[test]
    fn a_run_without_an_end_is_cut() {
        assert_eq!(words(&"x".repeat(500))[0].len(), WORD_CHARS_MAX);
    }

    proptest! {
        #[test]
        fn places_lie_in_the_text_in_order(text in "[ ا-يa-z0-9.\u{064B}-\u{0652}ﻻ½]{0,60}") {
            let mut from = 0;
            for word in words_of(&text) {
                prop_assert!(word.bytes.start >= from || word.bytes.is_empty());
                prop_assert!(text.get(word.bytes.clone()).is_some());
                prop_assert!(!word.stem.is_empty());
                from = word.bytes.start;
            }
        }

        #[test]
        fn words_of_folded_text_are_the_same_words(text in "\\PC{0,60}") {
            prop_assert_eq!(words(&super::super::fold(&text)), words(&text));
        }
    }
}
