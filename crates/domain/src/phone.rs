//! Phone numbers of persons: read as they are typed, kept as E.164, found by their ends (R01).

use std::fmt;

use phonenumber::{Mode, country};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

use crate::person::is_rounded_number;
use crate::text::fold;

const TYPED_BYTES_MAX: usize = 128;
/// The fewest and most digits of a tail: fewer find half the city, more miss numbers without a code.
const TAIL_DIGITS: (usize, usize) = (7, 9);
/// Fewest digits behind the first that are no accident.
const FILLER_DIGITS_MIN: usize = 7;
const E164_DIGITS: (usize, usize) = (7, 15);

/// A valid phone number in E.164 form, `+96824123456`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Phone(String);

/// Why a text is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum PhoneError {
    /// The default region is not the two-letter code of a country.
    #[error("no such region")]
    UnknownRegion,
    /// There is no number in the text.
    #[error("not a phone number")]
    NotANumber,
    /// The country code belongs to no country.
    #[error("no such country code")]
    UnknownCountry,
    /// It is shorter than any number of its country.
    #[error("too short")]
    TooShort,
    /// It is longer than any number of its country.
    #[error("too long")]
    TooLong,
    /// Its length fits and its country gives out no such number.
    #[error("no such number in its country")]
    Invalid,
    /// A spreadsheet rounded it (`9.66501E+11`); its last digits are lost.
    #[error("a number that a spreadsheet rounded")]
    Rounded,
}

/// Reads a phone number in any digits, with or without a country code. A number without one belongs
/// to the default region, a two-letter ISO 3166 code such as `OM`.
pub fn parse_phone(text: &str, default_region: &str) -> Result<Phone, PhoneError> {
    let region: country::Id =
        default_region.to_ascii_uppercase().parse().map_err(|_| PhoneError::UnknownRegion)?;
    if text.len() > TYPED_BYTES_MAX {
        return Err(PhoneError::TooLong);
    }
    if is_rounded_number(text) {
        return Err(PhoneError::Rounded);
    }
    let dialled = dialled(without_fraction(text));
    let number = phonenumber::parse(Some(region), &dialled).map_err(|error| reason(&error))?;
    if !number.is_valid() {
        return Err(PhoneError::Invalid);
    }
    Phone::try_from(number.format().mode(Mode::E164).to_string())
}

/// A spreadsheet writes a whole number as `966501234567.0`; that zero is no digit of it.
fn without_fraction(text: &str) -> &str {
    let text = text.trim();
    let split = text.rsplit_once(['.', '\u{066B}']);
    let zeros = |it: &str| !it.is_empty() && it.chars().all(|c| matches!(c, '0' | '\u{0660}'));
    let digits = |it: &str| it.chars().all(char::is_numeric);
    split.filter(|(whole, fraction)| digits(whole) && zeros(fraction)).map_or(text, |it| it.0)
}

/// What would be dialled: ASCII digits and a leading plus. `00` opens an international number
/// wherever a plus would. Words and groups are left out here, so the parser never guesses at an
/// extension, which is no part of a person's identity.
fn dialled(text: &str) -> String {
    let folded = fold(text);
    let mut digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    let is_plus = folded.chars().find(|c| *c == '+' || c.is_ascii_digit()) == Some('+');
    if !is_plus && digits.starts_with("00") {
        digits.replace_range(..2, "+");
    } else if is_plus {
        digits.insert(0, '+');
    }
    digits
}

fn reason(error: &phonenumber::ParseError) -> PhoneError {
    use phonenumber::ParseError as E;
    match error {
        E::NoNumber | E::MalformedInteger(_) => PhoneError::NotANumber,
        E::InvalidCountryCode => PhoneError::UnknownCountry,
        E::TooShortAfterIdd | E::TooShortNsn => PhoneError::TooShort,
        E::TooLong => PhoneError::TooLong,
    }
}

impl Phone {
    /// The number as `+` and digits.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.0
    }

    /// Whether the country of the number gives out such numbers. Always so for one that was parsed;
    /// one that came stored or over the wire is only known to have the form.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        phonenumber::parse(None, &self.0).is_ok_and(|number| number.is_valid())
    }

    /// Whether it is what people type when they give no number: `0500000000`, `0555555555`,
    /// `0512345678`. All digits of the subscriber but the first are one digit, or count up from one or
    /// more, or count down.
    #[must_use]
    pub fn is_filler(&self) -> bool {
        let Ok(number) = phonenumber::parse(None, &self.0) else { return false };
        let national = number.national().value().to_string();
        let digits = national.as_bytes().get(1..).unwrap_or_default();
        let all = |fits: fn(u8, u8) -> bool| digits.windows(2).all(|it| fits(it[0], it[1]));
        digits.len() >= FILLER_DIGITS_MIN
            && (all(|a, b| a == b) || all(|a, b| a > b'0' && a + 1 == b) || all(|a, b| a == b + 1))
    }

    /// The last digits, by which a number is found without its country code. `digits` is held
    /// between 7 and 9.
    #[must_use]
    pub fn tail_key(&self, digits: usize) -> &str {
        tail(self.0.trim_start_matches('+'), digits)
    }

    /// The number in groups as its country writes it, for eyes only: `+968 24 123456`.
    #[must_use]
    pub fn grouped(&self) -> String {
        phonenumber::parse(None, &self.0)
            .map_or_else(|_| self.0.clone(), |n| n.format().mode(Mode::International).to_string())
    }
}

/// The tail of a number that is still being typed, in any digits; none below seven digits.
#[must_use]
pub fn typed_tail_key(text: &str, digits: usize) -> Option<String> {
    let typed: String = fold(text).chars().filter(char::is_ascii_digit).collect();
    (typed.len() >= TAIL_DIGITS.0).then(|| tail(&typed, digits).to_owned())
}

fn tail(ascii: &str, digits: usize) -> &str {
    let wanted = digits.clamp(TAIL_DIGITS.0, TAIL_DIGITS.1);
    &ascii[ascii.len().saturating_sub(wanted)..]
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;

    /// Checks the form only; a number that was valid when it was stored stays readable when its
    /// country changes its plan.
    fn try_from(text: String) -> Result<Self, PhoneError> {
        let digits = text.strip_prefix('+').ok_or(PhoneError::NotANumber)?;
        if digits.starts_with('0') || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(PhoneError::NotANumber);
        }
        match digits.len() {
            n if n < E164_DIGITS.0 => Err(PhoneError::TooShort),
            n if n > E164_DIGITS.1 => Err(PhoneError::TooLong),
            _ => Ok(Self(text)),
        }
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn e164(text: &str, region: &str) -> Result<String, PhoneError> {
        parse_phone(text, region).map(String::from)
    }

    #[test]
    fn one_number_in_many_spellings_is_one_number() {
        let spellings = [
            "24123456",
            "2412 3456",
            "٢٤١٢٣٤٥٦",
            "۲۴۱۲۳۴۵۶",
            "+968 2412-3456",
            "0096824123456",
            "٠٠٩٦٨ ٢٤١٢ ٣٤٥٦",
            "\u{202A}+968 2412 3456\u{202C}",
            "هاتف: +968 2412 3456",
            "tel:+968-2412-3456",
        ];
        for text in spellings {
            assert_eq!(e164(text, "om"), Ok("+96824123456".to_owned()), "{text}");
        }
    }

    #[test]
    fn a_national_prefix_belongs_to_its_region() {
        assert_eq!(e164("0501234567", "SA"), Ok("+966501234567".to_owned()));
        assert_eq!(e164("01001234567", "EG"), Ok("+201001234567".to_owned()));
        assert_eq!(e164("+20 100 123 4567", "OM"), Ok("+201001234567".to_owned()));
    }

    #[test]
    fn each_fault_has_its_own_name() {
        assert_eq!(e164("24123456", "XX"), Err(PhoneError::UnknownRegion));
        assert_eq!(e164("اتصل بي", "OM"), Err(PhoneError::NotANumber));
        assert_eq!(e164("", "OM"), Err(PhoneError::NotANumber));
        assert_eq!(e164("+999 1234 5678", "OM"), Err(PhoneError::UnknownCountry));
        assert_eq!(e164("11111111", "OM"), Err(PhoneError::Invalid));
        assert_eq!(e164(&"9".repeat(40), "OM"), Err(PhoneError::TooLong));
        assert_eq!(e164(&" ".repeat(1_000_000), "OM"), Err(PhoneError::TooLong));
    }

    #[test]
    fn a_number_that_a_spreadsheet_rounded_is_no_phone() {
        for text in ["9.66501E+11", "9,66501e+11", "٩٫٦٦٥٠١E+١١", "9.66501E11", "9.66501 E+11"]
        {
            for region in ["OM", "SA"] {
                assert_eq!(e164(text, region), Err(PhoneError::Rounded), "{text}");
            }
        }
        assert_eq!(e164("501234567.0", "SA"), Ok("+966501234567".to_owned()));
    }

    #[test]
    fn it_is_found_by_its_tail() {
        let phone = parse_phone("+96824123456", "OM").unwrap();
        assert_eq!((phone.tail_key(7), phone.tail_key(9)), ("4123456", "824123456"));
        assert_eq!((phone.tail_key(1), phone.tail_key(99)), ("4123456", "824123456"));
        assert_eq!(typed_tail_key("٤١٢ ٣٤٥٦", 8), Some("4123456".to_owned()));
        assert_eq!(typed_tail_key("3456", 8), None);
    }

    #[test]
    fn it_is_grouped_for_eyes() {
        let phone = parse_phone("24123456", "OM").unwrap();
        assert_eq!(phone.grouped(), "+968 24 123456");
        assert!(phone.is_valid());
    }

    #[test]
    fn only_the_form_is_checked_when_it_comes_back() {
        assert!(serde_json::from_str::<Phone>("\"+96824123456\"").is_ok());
        for bad in ["24123456", "+9682412x456", "+0968", "+123", "+1234567890123456"] {
            assert!(serde_json::from_str::<Phone>(&format!("\"{bad}\"")).is_err(), "{bad}");
        }
        assert!(!serde_json::from_str::<Phone>("\"+99912345678\"").unwrap().is_valid());
    }

    #[test]
    fn a_filler_number_is_told_from_a_real_one() {
        let is_filler = |text, region| parse_phone(text, region).unwrap().is_filler();
        for text in ["0500000000", "0555555555", "0512345678", "0587654321", "0511111111"] {
            assert!(is_filler(text, "SA"), "{text}");
        }
        for text in ["0501234567", "0501112233", "0505555555", "0500000401"] {
            assert!(!is_filler(text, "SA"), "{text}");
        }
        assert!(is_filler("99999999", "OM") && !is_filler("92123456", "OM"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "[+0-9٠-٩ ()a-z;=x#*-]{0,30}") {
            if let Ok(phone) = parse_phone(&text, "OM") {
                prop_assert!(phone.is_valid());
                prop_assert_eq!(parse_phone(phone.e164(), "EG"), Ok(phone.clone()));
            }
        }
    }
}
