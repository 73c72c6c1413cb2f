//! By what a line is known as a row of its sheet, even when it is short or has faults.

use super::cells::{begins_like_total, is_total, plain, title_key, words};
use super::dates::is_date_of;
use super::map::Map;
use super::plan::value_key;
use super::records::{Inner, Part};
use std::collections::HashSet;

/// With fewer columns a line of prose may have as many commas.
const WIDTH_MIN: usize = 5;
/// So many separators before a closing quotation mark are no prose.
const SEPARATORS_MIN: usize = 3;
/// Digits of a phone number in its column.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// The columns of a sheet that show that a line is a row.
pub struct Signs<'a> {
    width: usize,
    key: Option<usize>,
    opened: Option<usize>,
    phone: Option<usize>,
    forms: &'a [String],
    /// Columns with few values, and the values that the mapping knows.
    known: Vec<(usize, HashSet<String>)>,
}

impl<'a> Signs<'a> {
    pub fn new(header: &[String], map: &'a Map) -> Self {
        let place = |title: &str| header.iter().position(|it| title_key(it) == title_key(title));
        let columns = &map.columns;
        let keys = |values: &[String]| values.iter().map(|it| value_key(it)).collect::<Vec<_>>();
        let ending =
            map.ending.iter().map(|it| (&it.column, keys(&[&it.closed[..], &it.open].concat())));
        let categories = &map.categories;
        let of_category = categories.columns.iter().enumerate().map(|(at, title)| {
            let values = categories.values.iter().filter_map(|it| it.is.get(at));
            (title, values.map(|it| value_key(it)).collect())
        });
        let owner = map
            .owner
            .iter()
            .map(|it| (&it.column, it.of.keys().map(|value| value_key(value)).collect()));
        let known = ending.chain(of_category).chain(owner);
        Self {
            width: header.len(),
            key: place(&columns.key),
            opened: place(&columns.opened),
            phone: columns.person_phone.as_ref().and_then(|it| place(it)),
            forms: &map.dates,
            known: known
                .filter_map(|(title, values)| Some((place(title)?, values.into_iter().collect())))
                .collect(),
        }
    }

    /// Whether a row has a date where its date stands.
    pub fn is_dated(&self, cells: &[String]) -> bool {
        is_date_of(words(cell(cells, self.opened)), self.forms)
    }

    /// Whether a row is a sum: a word for it stands in place of the key, or where there is no key. One
    /// with a date has nothing but numbers and dates besides, and words may follow the one for the sum.
    pub fn is_total(&self, cells: &[String]) -> bool {
        let key = words(cell(cells, self.key));
        let filled = || cells.iter().map(|it| words(it)).filter(|it| !it.is_empty());
        if !self.is_dated(cells) {
            let is_named = filled().next().is_some_and(is_total);
            return is_named && (key.is_empty() || is_total(key));
        }
        let is_text = |it: &str| {
            let has_letters = it.chars().any(char::is_alphabetic);
            has_letters && !is_date_of(it, self.forms) && !begins_like_total(it)
        };
        let is_named = filled().any(begins_like_total) && !filled().any(is_text);
        is_named && (key.is_empty() || begins_like_total(key))
    }

    /// Whether a line of a quoted cell shows that the cell has swallowed a row.
    pub fn is_swallowed(&self, record: &[String], inner: &Inner) -> bool {
        let is_wide = self.width >= WIDTH_MIN && inner.line.len() == self.width;
        let has_separator = inner.cells.len() > 1;
        match inner.part {
            // A whole row stands on the line on which its cell begins: the quotation mark is open.
            Part::First => is_wide && inner.cells.len() > SEPARATORS_MIN,
            Part::Middle => is_wide || self.has_sign(record, &inner.cells),
            Part::Last => {
                let is_row = is_wide && inner.cells.len() > SEPARATORS_MIN;
                let is_like_row = inner.line.len() + 1 >= self.width && has_separator;
                is_row
                    || self.has_sign(record, &inner.cells)
                    || is_like_row && self.has_sign(record, &inner.line)
            }
        }
    }

    /// Whether the cells of a line stand where a row of the sheet has them. `record` is a row nearby.
    pub fn has_sign(&self, record: &[String], cells: &[String]) -> bool {
        cells.len() > 1
            && (self.is_dated(cells)
                || is_phone(cell(cells, self.phone))
                || self.has_known_value(cells)
                || is_key_like(cell(record, self.key), cell(cells, self.key)))
    }

    fn has_known_value(&self, cells: &[String]) -> bool {
        let is_known = |(at, values): &(usize, HashSet<String>)| {
            let value = value_key(&plain(cell(cells, Some(*at))));
            !value.is_empty() && values.contains(&value)
        };
        self.known.iter().any(is_known)
    }
}

fn cell(cells: &[String], at: Option<usize>) -> &str {
    at.and_then(|at| cells.get(at)).map(String::as_str).unwrap_or_default()
}

fn is_phone(text: &str) -> bool {
    let text = plain(text);
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let is_number = |c: char| c.is_numeric() || matches!(c, ' ' | '+' | '-' | '(' | ')');
    PHONE_DIGITS.contains(&digits) && text.chars().all(is_number)
}

/// Whether a text has the form of a key: `K-102` and `K-97`.
fn is_key_like(key: &str, text: &str) -> bool {
    let (key, text) = (plain(key), plain(text));
    let shape = shape(&key);
    shape.contains('9')
        && shape == self::shape(&text)
        && key.chars().count().abs_diff(text.chars().count()) <= 1
}

/// A text with one sign for each run of digits or letters.
fn shape(text: &str) -> String {
    let kind = |c: char| match c {
        c if c.is_numeric() => '9',
        c if c.is_alphabetic() => 'a',
        c => c,
    };
    let mut shape: Vec<char> = text.chars().map(kind).collect();
    shape.dedup();
    shape.into_iter().collect()
}
