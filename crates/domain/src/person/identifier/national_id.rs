//! Numbers that states give to persons, as far as their form is known.
//!
//! The form decides what is kept. A check digit that does not fit makes no difference to a person who is
//! spoken with, but a sheet's number with a wrong one identifies nobody: see [`check_digit_fits`].

use super::IdentifierError;
use crate::text::fold_digits;
use chrono::NaiveDate;

/// Fewest and most digits where a country's form is not known.
const DIGITS: (usize, usize) = (6, 18);
/// Fewest digits of a number in which a pattern is no accident.
const LONG_DIGITS: usize = 10;

/// Digits of an id, without spaces and dashes.
pub(super) fn parse(text: &str, region: &str) -> Result<String, IdentifierError> {
    let digits = digits_of(text)?;
    if is_filler(&digits) {
        return Err(IdentifierError::Filler);
    }
    check_form(&digits, region)?;
    Ok(digits)
}

/// Whether the check digit of a valid id fits; none where the country has none or its rule is not
/// known. A wrong one is worth a question to who typed it; in a file nobody can be asked, so there it
/// identifies nobody. A neighbour's id is judged by the neighbour's rule.
#[must_use]
pub fn check_digit_fits(id: &str, region: &str) -> Option<bool> {
    let region = region.to_ascii_uppercase();
    let own = form_of(&region);
    let is_of = |country: &str, form: Form| {
        form(id).is_ok() && (region == country || own.is_some_and(|own| own(id).is_err()))
    };
    // Each first of two digits counts double, which is Luhn for an even number of digits.
    (is_of("SA", saudi) || is_of("AE", emirates)).then(|| luhn(id))
}

fn digits_of(text: &str) -> Result<String, IdentifierError> {
    let text = fold_digits(text);
    // A spreadsheet marks text by an apostrophe, and writes whole numbers with a point and zeros.
    let text = text.trim_start_matches(['\'', '\u{2019}']);
    let text = whole_number(text).unwrap_or(text);
    let kept = text.chars().filter(|c| !c.is_whitespace() && !is_dash(*c));
    let digits: String = kept.collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdentifierError::NotDigits);
    }
    Ok(digits)
}

/// `1023456789.0` without its fraction of nothing.
fn whole_number(text: &str) -> Option<&str> {
    let (whole, fraction) = text.split_once('.')?;
    let is_nothing = !fraction.is_empty() && fraction.bytes().all(|b| b == b'0');
    is_nothing.then_some(whole)
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' | '\u{0640}'
    )
}

fn is_filler(digits: &str) -> bool {
    let digits = digits.as_bytes();
    let alike = |digits: &[u8]| digits.windows(2).all(|pair| pair[0] == pair[1]);
    // `1000000000` and `784000000000000` are filler behind what the form demands.
    let behind_prefix = digits.strip_prefix(b"784").unwrap_or(digits);
    alike(digits)
        || digits.len() > 1 && (alike(&digits[1..]) || alike(behind_prefix))
        || counts_up(digits)
        || counts_down(digits)
        || digits.len() >= LONG_DIGITS && is_long_filler(digits)
}

/// Patterns that are filler in a long number only: `1010101010`, `1234512345`, `1122334455`,
/// `1111111112`, `1000000001`, `1234567891`.
fn is_long_filler(digits: &[u8]) -> bool {
    let repeats = |period: usize| digits.iter().zip(&digits[period..]).all(|(a, b)| a == b);
    let alike = |digits: &[u8]| digits.windows(2).all(|pair| pair[0] == pair[1]);
    let is_pairs = digits.chunks(2).all(alike);
    let but_last = &digits[..digits.len() - 1];
    (2..=digits.len() / 2).any(repeats)
        || is_pairs
        || alike(but_last)
        || alike(&but_last[1..])
        || counts_up(but_last)
        || counts_down(but_last)
}

/// `12345678`, `1234567890`: a zero may follow the nine at the end.
fn counts_up(digits: &[u8]) -> bool {
    let kept = digits.strip_suffix(b"90").map_or(digits, |_| &digits[..digits.len() - 1]);
    kept.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

/// `87654321`, `0987654321`: a zero may stand before the nine at the beginning.
fn counts_down(digits: &[u8]) -> bool {
    let kept = digits.strip_prefix(b"09").map_or(digits, |_| &digits[1..]);
    kept.windows(2).all(|pair| pair[0] == pair[1] + 1)
}

/// The agency's country decides. A neighbour's number is taken where its form can't be mistaken.
fn check_form(digits: &str, region: &str) -> Result<(), IdentifierError> {
    let Some(form) = form_of(&region.to_ascii_uppercase()) else {
        let fits = (DIGITS.0..=DIGITS.1).contains(&digits.len());
        return if fits { Ok(()) } else { Err(IdentifierError::WrongLength) };
    };
    let own = form(digits);
    let neighbours = [saudi, emirates, egypt, kuwait];
    if own.is_err() && neighbours.iter().any(|form| form(digits).is_ok()) {
        return Ok(());
    }
    own
}

type Form = fn(&str) -> Result<(), IdentifierError>;

fn form_of(region: &str) -> Option<Form> {
    match region {
        "SA" => Some(saudi),
        "AE" => Some(emirates),
        "EG" => Some(egypt),
        "KW" => Some(kuwait),
        "OM" => Some(oman),
        "QA" => Some(qatar),
        "BH" => Some(bahrain),
        _ => None,
    }
}

fn when(length: bool, form: bool) -> Result<(), IdentifierError> {
    match (length, form) {
        (false, _) => Err(IdentifierError::WrongLength),
        (true, false) => Err(IdentifierError::WrongForm),
        (true, true) => Ok(()),
    }
}

/// Ten digits: 1 for citizens, 2 for residents.
fn saudi(digits: &str) -> Result<(), IdentifierError> {
    when(digits.len() == 10, digits.starts_with(['1', '2']))
}

/// 784, the year of birth, seven digits and a check digit.
fn emirates(digits: &str) -> Result<(), IdentifierError> {
    let year = number(digits, 3..7);
    when(digits.len() == 15, digits.starts_with("784") && (1900..=2100).contains(&year))
}

/// The century (2 or 3), the date of birth, the governorate, four digits and a check digit.
fn egypt(digits: &str) -> Result<(), IdentifierError> {
    let century = number(digits, 0..1);
    when(digits.len() == 14, (2..=3).contains(&century) && is_date(digits, 1700 + century * 100))
}

/// The century (1 to 3), the date of birth, four digits and a check digit.
fn kuwait(digits: &str) -> Result<(), IdentifierError> {
    let century = number(digits, 0..1);
    when(digits.len() == 12, (1..=3).contains(&century) && is_date(digits, 1700 + century * 100))
}

/// The civil number, which grew with time.
fn oman(digits: &str) -> Result<(), IdentifierError> {
    when((6..=9).contains(&digits.len()), true)
}

/// The century (2 or 3), the year of birth, the nationality and a number.
fn qatar(digits: &str) -> Result<(), IdentifierError> {
    when(digits.len() == 11, digits.starts_with(['2', '3']))
}

/// Year and month of birth, four digits and a check digit.
fn bahrain(digits: &str) -> Result<(), IdentifierError> {
    when(digits.len() == 9, (1..=12).contains(&number(digits, 2..4)))
}

/// Whether `YYMMDD` behind the first digit is a day.
fn is_date(digits: &str, century: u32) -> bool {
    let year = i32::try_from(century + number(digits, 1..3)).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, number(digits, 3..5), number(digits, 5..7)).is_some()
}

fn number(digits: &str, range: std::ops::Range<usize>) -> u32 {
    digits.get(range).and_then(|it| it.parse().ok()).unwrap_or_default()
}

/// The check of ISO/IEC 7812-1 over all digits, the last one included.
fn luhn(digits: &str) -> bool {
    let counted = digits.bytes().rev().zip([false, true].into_iter().cycle());
    let sum: u32 = counted
        .map(|(byte, is_double)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            let digit = if is_double { digit * 2 } else { digit };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}
