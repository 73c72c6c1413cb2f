//! What single cells hold: texts as people write them, and what a spreadsheet or an export left there
//! instead of a text.

use super::encoding::is_misread;
use super::fault::Reason;
use domain::person::is_placeholder;
use domain::text::{fold, is_invisible};

/// What a spreadsheet shows when it has no value, in the languages of those who send sheets: these are
/// errors within a text too.
const SHEET_ERRORS: [&str; 30] = [
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
    "#CONNECT!",
    "#BUSY!",
    "#PYTHON!",
    "#VALEUR!",
    "#NOM?",
    "#NOMBRE!",
    "#NUL!",
    "#WERT!",
    "#BEZUG!",
    "#ZAHL!",
    "#NV",
    "#N/D",
    "#VALOR!",
    "#¡VALOR!",
    "#¡REF!",
    "#SAYI/0!",
    "#DEĞER!",
];
/// How a macro writes the errors of a spreadsheet: `Error 2042` is `#N/A`.
const MACRO_ERRORS: std::ops::RangeInclusive<u32> = 2_000..=2_099;
/// Elements of HTML that are tags even where their end is missing or attributes stand in them.
const ELEMENTS: [&str; 62] = [
    "a",
    "abbr",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "button",
    "center",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "font",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "label",
    "li",
    "link",
    "meta",
    "object",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "select",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "u",
    "ul",
    "video",
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
    if text.chars().any(|c| is_reversing(c) || c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Some(Reason::ControlCharacter);
    }
    if is_sheet_error(text) || is_formula(text) {
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

/// A mark that turns the letters behind it around: what is shown is not what stands there.
fn is_reversing(c: char) -> bool {
    c == '\u{202E}'
}

/// A spreadsheet's error as the whole cell or as a word of it, or a column that was too narrow.
fn is_sheet_error(text: &str) -> bool {
    let code = text.get(..6).filter(|it| it.eq_ignore_ascii_case("error "));
    let code = code.and_then(|_| text.get(6..)?.trim().parse::<u32>().ok());
    if code.is_some_and(|it| MACRO_ERRORS.contains(&it)) {
        return true;
    }
    if !text.contains('#') {
        return false;
    }
    let is_narrow = text.len() >= 3 && text.chars().all(|c| c == '#');
    // Every language has its own names: `#ИМЯ?`.
    let name = text.strip_prefix('#').and_then(|it| it.strip_suffix(['!', '?']));
    let is_name = |it: &str| it.chars().all(|c| c.is_uppercase() || "/0¡¿".contains(c));
    let is_known = |word: &str| SHEET_ERRORS.contains(&word.to_uppercase().as_str());
    is_narrow
        || name.is_some_and(|it| !it.is_empty() && is_name(it))
        || text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،')).any(is_known)
}

/// A formula instead of its value: `=A1`, `=Sheet2!B4`, `=SUM(A1:A9)`, `=+A1`. A sentence behind the
/// sign is none.
fn is_formula(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('=') else { return false };
    let rest = rest.trim_start_matches(['+', '-', '@']);
    let is_begun = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "$'(".contains(c));
    let is_one_word = !rest.contains(char::is_whitespace) && rest.is_ascii();
    is_begun && (is_one_word || rest.contains(['(', '!']))
}

/// Tags and entities of HTML, and the codes that a workbook writes for characters; a lone `<` is none.
fn has_markup(text: &str) -> bool {
    text.split('<').skip(1).any(is_tag)
        || text.split('&').skip(1).any(is_entity)
        || text.match_indices("_x").any(|(at, _)| is_character_code(text.get(at + 2..)))
}

/// Whether a tag stands behind a `<`: `<h2>`, `</o:p>`, `<svg/onload=…`.
fn is_tag(behind: &str) -> bool {
    if behind.starts_with("!--") || behind.starts_with("![CDATA[") || behind.starts_with("!DOCTYPE")
    {
        return true;
    }
    let tag = behind.strip_prefix('/').unwrap_or(behind);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-');
    let end = tag.find(|c| !is_name(c)).unwrap_or(tag.len());
    let (name, rest) = tag.split_at(end);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let is_known = ELEMENTS.contains(&name.to_ascii_lowercase().as_str());
    rest.starts_with('>')
        || rest.trim_start().starts_with("/>")
        || is_known && (rest.contains('>') || rest.contains('='))
        || rest.starts_with(['/', ' ']) && rest.split('>').next().is_some_and(|it| it.contains('='))
}

/// Whether an entity stands behind an `&`: `nbsp;`, `eacute;`, `#1575;`.
fn is_entity(behind: &str) -> bool {
    let Some((name, _)) = behind.split_once(';') else { return false };
    let is_named = matches!(name, "lt" | "gt")
        || (3..=10).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| c.is_ascii_alphanumeric());
    is_named
        || name.strip_prefix('#').is_some_and(|it| {
            let digits = it.strip_prefix(['x', 'X']).unwrap_or(it);
            (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit())
        })
}

/// `000D_` behind `_x`.
fn is_character_code(behind: Option<&str>) -> bool {
    let code = behind.and_then(|it| it.get(..5));
    code.and_then(|it| it.strip_suffix('_'))
        .is_some_and(|it| it.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether a cell names a sum: «الإجمالي», «إجمالي عدد البلاغات: 12», `Grand total`.
#[must_use]
pub fn is_total(text: &str) -> bool {
    let folded = fold(text);
    let words = || folded.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty());
    words().any(|it| SUMS.contains(&it))
        && words().all(|it| SUMS.contains(&it) || COUNTED.contains(&it))
}

/// Whether a cell begins like the name of a sum: «الإجمالي حتى تاريخه».
#[must_use]
pub fn begins_like_total(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphabetic()).filter(|it| !it.is_empty());
    is_total(text) || words.next().is_some_and(|it| SUMS.contains(&it))
}

/// A title as it is compared: without marks, line breaks, case and the spellings of one letter.
#[must_use]
pub fn title_key(title: &str) -> String {
    fold(&plain(title))
}

#[cfg(test)]
mod tests;
