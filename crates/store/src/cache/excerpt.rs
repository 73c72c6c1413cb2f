//! The words around a hit, with the hits marked.

use super::search::Term;
use domain::text::{each_word, fold};
use std::ops::{ControlFlow, Range};

/// Characters before the first hit, and in all.
const BEFORE_CHARS: usize = 50;
const CHARS_MAX: usize = 200;

/// A piece of a text with the places of the hits in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// As it was written, on one line.
    pub text: String,
    /// Hits in it: start and end in UTF-16 units, as a window counts.
    pub marks: Vec<(u32, u32)>,
}

impl Excerpt {
    /// The first of the texts that holds a hit, cut around it; the beginning of the first text when
    /// none does.
    pub(super) fn of(texts: &[&str], terms: &[Term]) -> Self {
        texts.iter().find_map(|it| around_first_hit(it, terms)).unwrap_or_else(|| {
            let text = texts.first().copied().unwrap_or_default();
            cut(text, window(text, 0), &[])
        })
    }
}

/// None when no word of the text is a hit. What lies behind the piece that is shown is not looked at.
fn around_first_hit(text: &str, terms: &[Term]) -> Option<Excerpt> {
    let mut shown: Option<Range<usize>> = None;
    let mut hits = Vec::new();
    each_word(text, |word| {
        if shown.as_ref().is_some_and(|it| it.end < word.bytes.end) {
            return ControlFlow::Break(());
        }
        if terms.iter().any(|it| it.hits(&word)) {
            let start = word.bytes.start;
            let piece = shown.get_or_insert_with(|| window(text, start));
            // The first hit may be longer than the piece.
            hits.extend((word.bytes.end <= piece.end).then_some(word.bytes));
        }
        ControlFlow::Continue(())
    });
    Some(cut(text, shown?, &hits))
}

/// From a little before the hit, beginning with a whole word.
fn window(text: &str, hit: usize) -> Range<usize> {
    let head = &text[..hit];
    let before = head.char_indices().rev().take(BEFORE_CHARS).last().map_or(hit, |(at, _)| at);
    let start = match text[before..hit].find(char::is_whitespace) {
        Some(space) if before > 0 => before + space + 1,
        _ => before,
    };
    // A space may be longer than one byte.
    let start = (start..=hit).find(|at| text.is_char_boundary(*at)).unwrap_or(hit);
    let end = text[start..].char_indices().nth(CHARS_MAX).map_or(text.len(), |(at, _)| start + at);
    start..end
}

fn cut(text: &str, window: Range<usize>, hits: &[Range<usize>]) -> Excerpt {
    let piece = &text[window.clone()];
    let units = |until: usize| {
        let inside = &text[window.start..until];
        u32::try_from(inside.encode_utf16().count()).unwrap_or(u32::MAX)
    };
    let mark = |it: &Range<usize>| (units(it.start), units(with_marks(text, it.end)));
    let marks = hits.iter().map(mark).collect();
    // One space for one: the marks stay where they are.
    let text = piece.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    Excerpt { text, marks }
}

/// Vowel marks on its last letter belong to a word.
fn with_marks(text: &str, end: usize) -> usize {
    let is_mark = |c: &char| !c.is_whitespace() && fold(c.encode_utf8(&mut [0; 4])).is_empty();
    end + text[end..].chars().take_while(is_mark).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> Vec<String> {
        let excerpt = Excerpt::of(&[text], &Term::all_of(typed));
        let units: Vec<u16> = excerpt.text.encode_utf16().collect();
        let mark = |(from, until): &(u32, u32)| {
            String::from_utf16(&units[*from as usize..*until as usize]).unwrap()
        };
        excerpt.marks.iter().map(mark).collect()
    }

    #[test]
    fn hits_are_marked_as_they_were_written() {
        let text = "انكسرت 💧 المَاسورةُ أمس،\nوالماسورة قديمة";
        assert_eq!(marked(text, "ماسوره"), ["المَاسورةُ", "والماسورة"]);
    }

    #[test]
    fn a_long_text_is_cut_before_a_whole_word() {
        let text = format!("{} الهدف {}", "كلمة ".repeat(60), "أخرى ".repeat(90));
        let excerpt = Excerpt::of(&[&text], &Term::all_of("هدف"));
        assert!(excerpt.text.starts_with("كلمة") && excerpt.text.chars().count() <= CHARS_MAX);
        assert_eq!(marked(&text, "هدف"), ["الهدف"]);
    }

    #[test]
    fn without_a_hit_the_beginning_is_shown() {
        let excerpt = Excerpt::of(&["أول الكلام", "آخره"], &Term::all_of("غيره"));
        assert_eq!(excerpt, Excerpt { text: "أول الكلام".to_owned(), marks: vec![] });
    }
}
