//! Texts that fill a cell without saying anything.

use crate::text::fold;

/// Words for "none", without spaces and marks, folded as [`fold`] does.
const WORDS: [&str; 46] = [
    "لا",
    "لايوجد",
    "لاتوجد",
    "لايوجدرقم",
    "لايوجدهويه",
    "لاشيء",
    "لاشي",
    "لايعرف",
    "لااعرف",
    "غيرمتوفر",
    "غيرمتوفره",
    "غيرمتاح",
    "غيرمعروف",
    "غيرمعروفه",
    "غيرمحدد",
    "غيرموجود",
    "غيرمسجل",
    "بدون",
    "بدونهويه",
    "بدونرقم",
    "بلا",
    "بلارقم",
    "مجهول",
    "مجهوله",
    "لميذكر",
    "لميحدد",
    "ليسلديه",
    "صفر",
    "فارغ",
    "لاينطبق",
    "na",
    "none",
    "null",
    "nil",
    "nan",
    "no",
    "unknown",
    "notavailable",
    "notapplicable",
    "notprovided",
    "missing",
    "empty",
    "blank",
    "tbd",
    "ref",
    "value",
];

/// Whether a text stands for "no value": only marks, only zeros, one letter `x` again and again, or a
/// word for "none" in either language.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let key: String = fold(text).chars().filter(|c| c.is_alphanumeric() || *c == '@').collect();
    if key.is_empty() {
        return !text.trim().is_empty();
    }
    key.chars().all(|c| c == '0') || key.chars().all(|c| c == 'x') || WORDS.contains(&key.as_str())
}

/// Whether a text holds a number in scientific notation, `1.02346E+09`, as a spreadsheet shows one
/// that is too wide for its column. The digits that it left out are lost.
#[must_use]
pub fn is_rounded_number(text: &str) -> bool {
    let folded = fold(text);
    let letters: Vec<char> = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let is_exponent = |at: usize| {
        let before = at.checked_sub(1).and_then(|it| letters.get(it));
        let sign = matches!(letters.get(at + 1), Some('+' | '-' | '\u{2212}'));
        let digit = letters.get(at + 1 + usize::from(sign));
        before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            && digit.is_some_and(char::is_ascii_digit)
    };
    letters.iter().enumerate().any(|(at, c)| *c == 'e' && is_exponent(at))
}
