//! A date in the ways people write it.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::said::Said;
use crate::text::words;

/// The names of the months, January first: English with its short form, Arabic of the Gulf and
/// Egypt, Arabic of the Levant and Iraq.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير", "كانون الثاني"],
    &["february", "feb", "فبراير", "شباط"],
    &["march", "mar", "مارس", "آذار"],
    &["april", "apr", "أبريل", "إبريل", "نيسان"],
    &["may", "مايو", "أيار"],
    &["june", "jun", "يونيو", "يونيه", "حزيران"],
    &["july", "jul", "يوليو", "يوليه", "تموز"],
    &["august", "aug", "أغسطس", "آب"],
    &["september", "sep", "sept", "سبتمبر", "أيلول"],
    &["october", "oct", "أكتوبر", "تشرين الأول"],
    &["november", "nov", "نوفمبر", "تشرين الثاني"],
    &["december", "dec", "ديسمبر", "كانون الأول"],
];
/// The names of the weekdays, Monday first.
const WEEKDAYS: [[&str; 3]; 7] = [
    ["monday", "الاثنين", "الإثنين"],
    ["tuesday", "الثلاثاء", "الثلاثا"],
    ["wednesday", "الأربعاء", "الاربعا"],
    ["thursday", "الخميس", "خميس"],
    ["friday", "الجمعة", "جمعة"],
    ["saturday", "السبت", "سبت"],
    ["sunday", "الأحد", "أحد"],
];
/// Days told from the day of writing.
const RELATIVE_DAYS: [&str; 7] = ["today", "tomorrow", "yesterday", "اليوم", "غداً", "الغد", "أمس"];
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];
/// «3rd of March», «3 من شهر مارس».
const BETWEEN: [&str; 3] = ["of", "من", "شهر"];

/// Where the date stands, as ranges of words: `2026-03-09`, `9/3/2026`, `9.3.26`, `9/3`, «9 March»,
/// «March 9th, 2026», «٩ مارس», «٩ من شهر آذار ٢٠٢٦». The day stands before the month, as the region
/// writes it. A named date may leave its year out, but not name another.
pub(super) fn ranges(said: &Said<'_>, date: NaiveDate) -> Vec<Range<usize>> {
    let names = month_names(date);
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in 0..said.words.len() {
        let end = numeric_end(said, start, date).or_else(|| named_end(said, start, date, &names));
        if let Some(end) = end.filter(|_| found.last().is_none_or(|last| start >= last.end)) {
            found.push(start..end);
        }
    }
    found
}

/// Whether the words name the day of the date by its weekday, or by its distance from the day of
/// writing, which can't be checked here.
pub(super) fn names_day(told: &str, date: NaiveDate) -> bool {
    let weekday = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize);
    let names = weekday.into_iter().flatten().chain(&RELATIVE_DAYS);
    let names: Vec<String> = names.flat_map(|name| words(name)).collect();
    words(told).iter().any(|word| names.contains(word))
}

fn month_names(date: NaiveDate) -> Vec<Vec<String>> {
    MONTHS
        .get(date.month0() as usize)
        .into_iter()
        .flat_map(|n| n.iter())
        .map(|n| words(n))
        .collect()
}

fn numeric_end(said: &Said<'_>, start: usize, date: NaiveDate) -> Option<usize> {
    if start.checked_sub(1).is_some_and(|before| is_joined(said, before)) {
        return None;
    }
    let mut end = start + 1;
    while is_joined(said, end - 1) {
        end += 1;
    }
    let numbers: Option<Vec<u32>> = (start..end).map(|at| said.number(at)).collect();
    let fits = match *numbers?.as_slice() {
        [year, month, day] if year > 99 => is_day(date, day, month) && is_year(date, year),
        [day, month, year] => is_day(date, day, month) && is_year(date, year),
        // Without a year only a stroke makes a date: «9.3» is a number, «9-3» a range.
        [day, month] => is_day(date, day, month) && said.joint(start).as_deref() == Some("/"),
        _ => false,
    };
    fits.then_some(end)
}

/// Whether two numbers are written together, by `/`, `-` or `.`.
fn is_joined(said: &Said<'_>, at: usize) -> bool {
    said.number(at).is_some()
        && said.number(at + 1).is_some()
        && said.joint(at).is_some_and(|joint| matches!(joint.as_str(), "/" | "-" | "."))
}

fn named_end(
    said: &Said<'_>,
    start: usize,
    date: NaiveDate,
    names: &[Vec<String>],
) -> Option<usize> {
    let end = if ordinal(said, start) == Some(date.day()) {
        let month = (start + 1..=said.words.len()).find(|at| !is_between(said, *at))?;
        month_end(said, month, names)?
    } else {
        let day = month_end(said, start, names)?;
        (ordinal(said, day)? == date.day()).then_some(day + 1)?
    };
    if !said.is_one_sentence(&(start..end)) {
        return None;
    }
    match said.number(end) {
        Some(year) if year > 999 && said.is_one_sentence(&(start..end + 1)) => {
            is_year(date, year).then_some(end + 1)
        }
        _ => Some(end),
    }
}

fn month_end(said: &Said<'_>, at: usize, names: &[Vec<String>]) -> Option<usize> {
    let longest = names.iter().filter(|name| {
        let written = said.words.get(at..at + name.len()).unwrap_or_default();
        !written.is_empty() && written.iter().map(|word| &word.stem).eq(name.iter())
    });
    longest.map(Vec::len).max().map(|words| at + words)
}

fn is_between(said: &Said<'_>, at: usize) -> bool {
    said.words.get(at).is_some_and(|word| BETWEEN.contains(&word.whole.as_str()))
}

/// A number, or one with its English ending: «3rd».
fn ordinal(said: &Said<'_>, at: usize) -> Option<u32> {
    let word = said.words.get(at)?.whole.as_str();
    let digits = ORDINALS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn is_day(date: NaiveDate, day: u32, month: u32) -> bool {
    (date.day(), date.month()) == (day, month)
}

fn is_year(date: NaiveDate, year: u32) -> bool {
    let (_, full) = date.year_ce();
    year == full || (year < 100 && year == full % 100)
}
