//! The direction of a stored text: its own, by its first strong letter, whatever the interface's.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The way a text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Left to right, as Latin.
    Ltr,
    /// Right to left, as Arabic.
    Rtl,
}

impl Direction {
    /// The direction of the first strong letter, or none: digits, punctuation and symbols have no
    /// direction of their own. What stands between isolating marks does not count (UAX 9, P2).
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let mut depth = 0_u32;
        for c in text.chars() {
            match c {
                '\u{2066}'..='\u{2068}' => depth += 1,
                '\u{2069}' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                _ => match strong(c) {
                    None => {}
                    found @ Some(_) => return found,
                },
            }
        }
        None
    }

    /// The direction of the text, or the given one when the text has none.
    #[must_use]
    pub fn of_or(text: &str, otherwise: Self) -> Self {
        Self::of(text).unwrap_or(otherwise)
    }
}

fn strong(c: char) -> Option<Direction> {
    match c {
        '\u{200E}' => Some(Direction::Ltr),
        '\u{200F}' | '\u{061C}' => Some(Direction::Rtl),
        _ if !c.is_alphabetic() => None,
        '\u{0590}'..='\u{08FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}' => Some(Direction::Rtl),
        _ => Some(Direction::Ltr),
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::{Ltr, Rtl};
    use super::*;

    #[test]
    fn the_first_strong_letter_decides() {
        assert_eq!(Direction::of("انقطع الخط Fiber"), Some(Rtl));
        assert_eq!(Direction::of("Fiber انقطع"), Some(Ltr));
        assert_eq!(Direction::of("« 23 ـ ٢٣ » ماء"), Some(Rtl));
        assert_eq!(Direction::of("שלום"), Some(Rtl));
    }

    #[test]
    fn digits_and_signs_have_none() {
        assert_eq!(Direction::of("+968 2412 3456"), None);
        assert_eq!(Direction::of("٢٠٢٦/٠٠١٢"), None);
        assert_eq!(Direction::of(""), None);
        assert_eq!(Direction::of_or("12.500", Rtl), Rtl);
    }

    #[test]
    fn an_isolated_part_does_not_decide() {
        assert_eq!(Direction::of("\u{2068}RD-7K2M-9QXF\u{2069} أغلقت"), Some(Rtl));
    }

    #[test]
    fn a_mark_decides_before_a_letter() {
        assert_eq!(Direction::of("\u{200F}RD"), Some(Rtl));
    }
}
