//! Texts of people with their own direction, computed once and here (`interface.md`, Arabic rules).

use crate::view::Said;
use domain::case::SubjectPiece;
use domain::text::Direction;

/// Characters of a line that is only a reminder of a text.
pub const LINE_CHARS_MAX: usize = 240;

/// A text as it was said. Without a letter it runs as numbers do.
pub fn said(text: impl Into<String>) -> Said {
    let text = text.into();
    Said { dir: Direction::of_or(&text, Direction::Ltr), text, pieces: None }
}

/// A subject or the words that stand for it, with its pieces when it was put together from a form.
pub fn in_pieces(text: Said, pieces: &[SubjectPiece]) -> Said {
    Said { pieces: (!pieces.is_empty()).then(|| pieces.to_vec()), ..text }
}

/// The person's own words, or the subject of a case that came without any.
pub fn words_or_subject(own: &str, subject: &str, pieces: &[SubjectPiece]) -> Said {
    if own.trim().is_empty() { in_pieces(said(subject), pieces) } else { said(own) }
}

/// A text, or nothing when there is none but space.
pub fn said_if_any(text: &str) -> Option<Said> {
    let text = text.trim();
    (!text.is_empty()).then(|| said(text))
}

/// The beginning of a text on one line. The direction stays that of the whole text.
pub fn one_line(text: &str) -> Said {
    let dir = Direction::of_or(text, Direction::Ltr);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Said { text: cut(&words, LINE_CHARS_MAX), dir, pieces: None }
}

/// The first characters of a text, cut after a word when one ends near by.
pub fn cut(text: &str, chars_max: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(chars_max) else { return text.to_owned() };
    let head = &text[..end];
    let word_end = head.rfind(char::is_whitespace).filter(|at| *at > end / 2).unwrap_or(end);
    format!("{}…", head[..word_end].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_own_direction_when_it_is_cut() {
        let text = format!("{} fiber", "انقطع الخط\nمنذ يومين ".repeat(30));
        let line = one_line(&text);
        assert_eq!(line.dir, Direction::Rtl);
        assert!(line.text.ends_with('…') && !line.text.contains('\n'));
        assert!(line.text.chars().count() <= LINE_CHARS_MAX + 1);
    }

    #[test]
    fn a_number_alone_runs_left_to_right() {
        assert_eq!(said("+968 2412 3456").dir, Direction::Ltr);
    }

    #[test]
    fn nothing_but_space_is_nothing() {
        assert_eq!(said_if_any(" \n"), None);
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut_inside() {
        assert_eq!(cut(&"ا".repeat(10), 4), "اااا…");
    }
}
