//! What single cells hold: texts as people write them, and what a spreadsheet or an export left there
//! instead of a text.

use super::encoding::is_misread;
use super::fault::Reason;
use domain::person::is_placeholder;
use domain::text::{fold, is_invisible};

/// Values that a spreadsheet shows when it has none.
const SHEET_ERRORS: [&str; 13] = [
    "#REF!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#GETTING_DATA",
    "#BLOCKED!",
    "#UNKNOWN!",
];
/// Elements of HTML that forms and mails leave in texts.
const ELEMENTS: [&str; 24] = [
    "br", "p", "div", "span", "b", "i", "u", "a", "ul", "ol", "li", "table", "tr", "td", "th",
    "font", "strong", "em", "img", "html", "body", "script", "style", "h1",
];
/// Words for a sum, folded.
const SUMS: [&str; 11] = [
    "الاجمالي",
    "اجمالي",
    "المجموع",
    "مجموع",
    "العدد",
    "عدد",
    "total",
    "totals",
    "subtotal",
    "sum",
    "count",
];
/// Words that stand beside those for a sum, folded.
const COUNTED: [&str; 24] = [
    "الكلي",
    "العام",
    "البلاغات",
    "الشكاوي",
    "الحالات",
    "الطلبات",
    "الصفوف",
    "السجلات",
    "المفتوحه",
    "المغلقه",
    "grand",
    "sub",
    "overall",
    "of",
    "all",
    "the",
    "number",
    "rows",
    "cases",
    "records",
    "complaints",
    "requests",
    "open",
    "closed",
];
/// The shortest text of marks that stands for letters that were lost: `????`.
const LOST_CHARS_MIN: usize = 3;

/// A short value without what nobody sees: direction marks, spaces around it, the apostrophe and `="…"`
/// with which spreadsheets keep a number as text.
#[must_use]
pub fn plain(cell: &str) -> String {
    let visible: String = cell
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let visible = visible.trim();
    let formula = visible.strip_prefix("=\"").and_then(|it| it.strip_suffix('"'));
    let quoted = visible.strip_prefix('\'');
    let text = formula.or(quoted).unwrap_or(visible);
    text.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text without a byte order mark and space around it; its words stay as they are.
#[must_use]
pub fn words(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
}

/// Whether a cell holds nothing but a word or a mark for "none".
#[must_use]
pub fn is_empty(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || matches!(text, "\\N" | "(null)" | "undefined" | "N/A" | "[null]")
        || is_placeholder(text)
}

/// Whether a cell holds a word for "none" that is none of a number's digits: a key may be `0`.
#[must_use]
pub fn is_empty_key(text: &str) -> bool {
    is_empty(text) && !text.chars().any(char::is_numeric)
}

/// What is wrong with a cell whatever its column means.
#[must_use]
pub fn fault(cell: &str) -> Option<Reason> {
    let text = cell.trim();
    if text.is_empty() {
        return None;
    }
    if text.contains('\u{FFFD}') {
        return Some(Reason::Encoding);
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Some(Reason::ControlCharacter);
    }
    let is_error = SHEET_ERRORS.iter().any(|it| text.eq_ignore_ascii_case(it));
    let is_narrow = text.len() >= 3 && text.chars().all(|c| c == '#');
    let is_formula = text.strip_prefix('=').is_some_and(|it| {
        it.contains('(') && it.chars().next().is_some_and(|c| c.is_ascii_alphabetic())
    });
    if is_error || is_narrow || is_formula {
        return Some(Reason::SheetError);
    }
    if is_misread(text) {
        return Some(Reason::Encoding);
    }
    if is_lost(text) {
        return Some(Reason::LostLetters);
    }
    has_markup(text).then_some(Reason::Markup)
}

/// Letters that became question marks in an encoding that has none of them.
fn is_lost(text: &str) -> bool {
    let marks = text.chars().filter(|c| *c == '?').count();
    let others = text.chars().filter(|c| c.is_alphanumeric()).count();
    marks >= LOST_CHARS_MIN && (others == 0 || (marks > others && text.contains("??? ")))
        || text
            .split_whitespace()
            .filter(|it| it.len() >= 2 && it.bytes().all(|b| b == b'?'))
            .count()
            >= 2
}

/// Tags and entities of HTML; a lone `<` is none.
fn has_markup(text: &str) -> bool {
    let tag = text.split('<').skip(1).any(|it| {
        let it = it.strip_prefix('/').unwrap_or(it);
        let end = it.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(it.len());
        let (name, behind) = it.split_at(end);
        let known = ELEMENTS.contains(&name.to_ascii_lowercase().as_str());
        known && behind.contains('>') || it.starts_with("!--") || it.starts_with("![CDATA[")
    });
    let entity = text.split('&').skip(1).any(|it| {
        it.split_once(';').is_some_and(|(name, _)| {
            matches!(name, "nbsp" | "amp" | "lt" | "gt" | "quot" | "apos" | "lrm" | "rlm")
                || name.strip_prefix('#').is_some_and(|it| {
                    let digits = it.strip_prefix(['x', 'X']).unwrap_or(it);
                    (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit())
                })
        })
    });
    tag || entity
}

/// Whether a cell names a sum: «الإجمالي», «إجمالي عدد البلاغات: 12», `Grand total`.
#[must_use]
pub fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let words = || folded.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty());
    words().any(|it| SUMS.contains(&it))
        && words().all(|it| SUMS.contains(&it) || COUNTED.contains(&it))
}

/// A title as it is compared: without marks, line breaks, case and the spellings of one letter.
#[must_use]
pub fn title_key(title: &str) -> String {
    fold(&plain(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_left_is_no_text() {
        for (text, reason) in [
            ("#REF!", Reason::SheetError),
            ("#n/a", Reason::SheetError),
            ("########", Reason::SheetError),
            ("=VLOOKUP(A1,B:C,2)", Reason::SheetError),
            ("a\0b", Reason::ControlCharacter),
            ("a\u{85}b", Reason::ControlCharacter),
            ("ماء\u{FFFD}", Reason::Encoding),
            ("Ø§Ù„Ø¨Ù„Ø§Øº", Reason::Encoding),
            ("????? ??????", Reason::LostLetters),
            ("<p>ماسورة</p>", Reason::Markup),
            ("سطر<br>سطر", Reason::Markup),
            ("ماء&nbsp;كثير", Reason::Markup),
            ("a &#1575; b", Reason::Markup),
            ("<script>alert(1)</script>", Reason::Markup),
        ] {
            assert_eq!(fault(text), Some(reason), "{text}");
        }
    }

    #[test]
    fn what_people_write_is_text() {
        for text in [
            "ماسورة مكسورة أمام البيت\nمنذ يومين",
            "5 < 6 and 7 > 6",
            "لماذا؟؟؟",
            "why??? nobody answers",
            "R&D; B & B",
            "#5 main street",
            "= وصلت الفاتورة",
            "près de l'école",
            "tab\tinside",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn a_short_value_loses_what_nobody_sees() {
        for text in [
            "2025-1",
            " 2025-1\u{200F}",
            "\u{FEFF}2025-1",
            "=\"2025-1\"",
            "'2025-1",
            "\u{A0}2025-1 ",
        ] {
            assert_eq!(plain(text), "2025-1", "{text:?}");
        }
        assert_eq!(title_key("رقم\u{200F}\nالبلاغ "), title_key("رقم البلاغ"));
    }

    #[test]
    fn words_for_none_are_empty() {
        for text in ["", "-", "NULL", "\\N", "N/A", "لا يوجد", "(null)", "None", "nan"] {
            assert!(is_empty(text), "{text}");
        }
        assert!(is_empty("0") && !is_empty_key("0") && is_empty_key("NULL"));
    }
}
