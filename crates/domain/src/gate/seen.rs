//! Facts found in the text itself (R25, R49): days, times, durations, amounts, quantities,
//! identifiers, articles of law, places, posts, deeds with their object. Nobody claims them by hand.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Span;
use super::lexicon::Class;
use super::tokens::Tokens;
use super::when::{day, duration, is_latin, time};

/// What kind of fact a text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A day: a date of either calendar, a weekday, tomorrow.
    Day,
    /// A time of day or a window.
    Time,
    /// So many hours, days, weeks.
    Duration,
    /// A sum of money.
    Amount,
    /// So many of something.
    Quantity,
    /// A work order, invoice, permit, plate or meter by its number.
    Identifier,
    /// An article of law.
    Article,
    /// A place by its name.
    Place,
    /// Somebody by their post.
    Post,
    /// What was done to what.
    Deed,
    /// A yes or a no to something that was asked, or its reason.
    Decision,
    /// Words of the person.
    Quote,
}

/// A fact that stands in the text and that no template brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactSeen {
    /// What it is.
    pub kind: FactKind,
    /// Where it stands.
    pub span: Span,
}

pub(super) struct Found {
    pub kind: FactKind,
    pub words: Range<usize>,
}

/// So many words may stand between a number and what it counts.
pub(super) const NEAR: usize = 2;
/// An identifier has at least so many digits, when nothing else says that it is one.
const IDENTIFIER_DIGITS_MIN: usize = 3;
const PHONE_DIGITS_MIN: usize = 7;

/// Everything found, in the order of the text; of two that overlap, the first kind asked for stays.
pub(super) fn all(tokens: &Tokens<'_>) -> Vec<Found> {
    let finders: [(FactKind, Finder); 8] = [
        (FactKind::Article, article),
        (FactKind::Amount, amount),
        (FactKind::Day, day),
        (FactKind::Time, time),
        (FactKind::Duration, duration),
        (FactKind::Identifier, identifier),
        (FactKind::Quantity, quantity),
        (FactKind::Place, place),
    ];
    let mut taken = vec![false; tokens.all.len()];
    let mut found: Vec<Found> = Vec::new();
    for (kind, finder) in finders {
        let mut at = 0;
        while at < tokens.all.len() {
            let hit = finder(tokens, at).filter(|end| *end > at && *end <= tokens.all.len());
            let range = at..hit.unwrap_or(at);
            let is_free = !range.is_empty() && !taken[range.clone()].iter().any(|it| *it);
            if is_free && tokens.all[range.clone()].iter().any(|it| it.typed) {
                taken[range.clone()].fill(true);
                at = range.end;
                found.push(Found { kind, words: range });
            } else {
                at += 1;
            }
        }
    }
    for (at, token) in tokens.all.iter().enumerate() {
        if token.class.any(Class::POST) && token.typed && !taken[at] {
            found.push(Found { kind: FactKind::Post, words: at..at + 1 });
        }
    }
    found.sort_by_key(|it| it.words.start);
    found
}

/// The end of the fact that begins at this word.
type Finder = fn(&Tokens<'_>, usize) -> Option<usize>;

/// The end of a number that begins here, in digits or in words: «1,240», «مئة وثمانون».
pub(super) fn number_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.is_number(at) {
        return None;
    }
    let mut end = at + 1;
    while tokens.is_number(end) && joined(tokens, end - 1) {
        end += 1;
    }
    Some(end)
}

/// Whether a number goes on behind this word.
fn joined(tokens: &Tokens<'_>, at: usize) -> bool {
    let joint = tokens.said.joint(at).unwrap_or_default();
    match (tokens.all[at].digits, tokens.all[at + 1].digits) {
        (true, true) => matches!(joint.as_str(), "." | "," | "٬" | "٫"),
        (false, false) => joint.trim().is_empty() || joint == "-",
        _ => false,
    }
}

fn article(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.is(at, Class::LAW) {
        return None;
    }
    let mut next = at + 1;
    if tokens.is(next, Class::NUMBER_LABEL) {
        next += 1;
    }
    let is_numbered = tokens.is_number(next) || tokens.is(next, Class::ORDINAL);
    is_numbered.then(|| number_end(tokens, next).unwrap_or(next + 1))
}

fn amount(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if let Some(end) = number_end(tokens, at) {
        let currency = (end..end + NEAR).find(|it| is_currency(tokens, *it))?;
        return Some(currency + 1);
    }
    is_currency(tokens, at).then(|| number_end(tokens, at + 1)).flatten()
}

fn is_currency(tokens: &Tokens<'_>, at: usize) -> bool {
    if !tokens.is(at, Class::CURRENCY) {
        return false;
    }
    // «ر» alone is half of «ر.س», and «د» of «د.ك».
    let word = tokens.whole(at);
    word.chars().count() > 1
        || tokens.said.joint(at).is_some_and(|joint| joint == ".")
        || at.checked_sub(1).is_some_and(|before| tokens.all[before].digits)
}

fn identifier(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let mixed = |at: usize| {
        let word = tokens.whole(at);
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
        digits > 0 && letters > 0 && word.is_ascii() && !has_time_ending(word)
    };
    let digits_of = |at: usize| {
        if tokens.all.get(at).is_some_and(|it| it.digits) { tokens.whole(at).len() } else { 0 }
    };
    // «أمر العمل ٥٥٢٠٩», "meter no 4711", «القرار رقم ٢٢١»
    if tokens.is(at, Class::ORDER | Class::POST | Class::PLACE) && !tokens.is(at, Class::TOPIC) {
        let mut next = at + 1;
        while next < at + 5
            && (tokens.is(next, Class::ORDER | Class::NUMBER_LABEL | Class::DEED)
                || matches!(tokens.whole(next), "تحت" | "ب" | "under" | "with" | "of" | "مؤقت"))
        {
            next += 1;
        }
        if digits_of(next) > 0 || mixed(next) {
            let is_window = matches!(tokens.whole(next.wrapping_sub(1)), "من" | "from");
            return (!is_window).then_some(run_end(tokens, next));
        }
        // «بالإيصال 90331»; a Latin code before its number: "permit NP-2231"
        if is_code(tokens, next) {
            return Some(run_end(tokens, next + 1));
        }
        return None;
    }
    if is_code(tokens, at)
        && !is_topic_before(tokens, at)
        && digits_of(at + 1) >= IDENTIFIER_DIGITS_MIN - 1
    {
        return Some(run_end(tokens, at + 1));
    }
    let word = tokens.whole(at);
    if mixed(at)
        && word.len() >= IDENTIFIER_DIGITS_MIN
        && !is_topic_before(tokens, at)
        && !tokens.is(at, Class::UNIT | Class::CURRENCY)
    {
        return Some(at + 1);
    }
    // «رقم ٢٤» behind a thing of the world, not behind a complaint.
    if tokens.is(at, Class::NUMBER_LABEL)
        && digits_of(at + 1) > 0
        && digits_of(at + 1) < PHONE_DIGITS_MIN
    {
        let before = at.checked_sub(1).map(|it| tokens.class(it));
        let is_thing = before
            .is_some_and(|it| !it.any(Class::TOPIC | Class::CHANNEL | Class::EMPTY | Class::WARM));
        return (is_thing && !is_topic_before(tokens, at)).then_some(at + 2);
    }
    None
}

fn has_time_ending(word: &str) -> bool {
    ["am", "pm", "st", "nd", "rd", "th"].iter().any(|it| word.ends_with(it))
}

/// Latin letters that a stroke joins to a number: "WO-2041", "NP/2231".
fn is_code(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.whole(at);
    (1..=4).contains(&word.len())
        && is_latin(word)
        && tokens.said.joint(at).is_some_and(|joint| matches!(joint.as_str(), "-" | "/"))
        && tokens.all.get(at + 1).is_some_and(|it| it.digits)
}

/// The end of a run of numbers and codes that strokes join.
fn run_end(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while end < tokens.all.len()
        && tokens.said.joint(end - 1).is_some_and(|joint| matches!(joint.as_str(), "-" | "/"))
    {
        end += 1;
    }
    end
}

/// Whether the words before name a complaint, whose number is no fact.
pub(super) fn is_topic_before(tokens: &Tokens<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|it| {
        tokens.is(it, Class::TOPIC) && !tokens.is(it, Class::ORDER)
            || matches!(
                tokens.whole(it),
                "case" | "reference" | "ref" | "ticket" | "complaint" | "request"
            )
    })
}

fn quantity(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let end = number_end(tokens, at)?;
    let is_small = tokens.all[at].digits && tokens.whole(at).len() < PHONE_DIGITS_MIN
        || !tokens.all[at].digits
            && !matches!(
                tokens.whole(at),
                "واحد" | "واحده" | "الف" | "one" | "half" | "ربع" | "نص" | "second"
            );
    if !is_small || is_topic_before(tokens, at) {
        return None;
    }
    let counted = tokens.all.get(end).filter(|it| it.clause == tokens.all[at].clause)?;
    let says_nothing = Class::EMPTY
        | Class::WARM
        | Class::TOPIC
        | Class::VAGUE
        | Class::CHANNEL
        | Class::MUST
        | Class::DAYPART
        | Class::WEEKDAY
        | Class::CURRENCY
        | Class::PLACE
        | Class::NUMBER_LABEL;
    let is_thing =
        counted.class.any(Class::UNIT) || !counted.class.any(says_nothing) && !counted.digits;
    let is_word = tokens.whole(end).chars().count() > 1 && !tokens.whole(end).starts_with('ل');
    (is_thing && is_word).then_some(end + 1)
}

fn place(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let same = tokens.all.get(next).is_some_and(|it| it.clause == tokens.all[at].clause);
    if !tokens.is(at, Class::PLACE) || !same {
        return None;
    }
    let is_name = !tokens.class(next).is_known() || tokens.all[next].digits;
    is_name.then_some(next + 1)
}
