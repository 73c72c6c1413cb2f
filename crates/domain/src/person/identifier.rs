//! Which texts are identifiers of a person, and the one form in which each is kept and compared.
//!
//! Only a valid identifier identifies: it joins persons, is looked up and makes keys. A placeholder or
//! a number that a spreadsheet rounded would make one person of strangers.

mod national_id;
mod placeholder;

use crate::person::{Identifier, IdentifierKind};
use crate::phone::{PhoneError, parse_phone};
use crate::text::is_invisible;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

pub use national_id::check_digit_fits;
pub use placeholder::{is_placeholder, is_rounded_number};

/// Longest text that is read as an identifier, bytes.
pub const IDENTIFIER_BYTES_MAX: usize = 254;

/// Why a text is no identifier of its kind.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Error, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierError {
    /// There is no text.
    #[error("empty")]
    Empty,
    /// Words or marks that stand for "none": `-`, `0`, `n/a`, «لا يوجد».
    #[error("a placeholder for no value")]
    Placeholder,
    /// A spreadsheet rounded the number (`1.02346E+09`); its last digits are lost.
    #[error("a number that a spreadsheet rounded")]
    Rounded,
    /// Something that nobody holds: one digit repeated, or digits in counting order.
    #[error("filler digits")]
    Filler,
    /// It holds something other than digits and separators.
    #[error("not a number")]
    NotDigits,
    /// It has fewer or more digits than the country's numbers.
    #[error("wrong number of digits")]
    WrongLength,
    /// Its length fits, but not its first digits or the date in it.
    #[error("no such number in its country")]
    WrongForm,
    /// A phone without a known country.
    #[error("no such country code")]
    UnknownCountry,
    /// Not `name@domain`.
    #[error("not a mail address")]
    NotMail,
}

/// Reads an identifier of a kind as people and spreadsheets write it and returns the one form in which
/// it is kept: E.164 for phones, ASCII digits for national ids, lower case for mail. `region` is the
/// agency's country, two letters of ISO 3166.
///
/// # Errors
/// [`IdentifierError`] when the text identifies nobody.
///
/// ```
/// use domain::{IdentifierKind, parse_identifier};
/// assert_eq!(parse_identifier(IdentifierKind::NationalId, "١٠٢٣ ٤٥٦ ٧٨٩", "SA").unwrap(), "1023456789");
/// ```
pub fn parse_identifier(
    kind: IdentifierKind,
    text: &str,
    region: &str,
) -> Result<String, IdentifierError> {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(IdentifierError::Empty);
    }
    if text.len() > IDENTIFIER_BYTES_MAX {
        return Err(IdentifierError::WrongLength);
    }
    if is_placeholder(text) {
        return Err(IdentifierError::Placeholder);
    }
    if kind != IdentifierKind::Mail && is_rounded_number(text) {
        return Err(IdentifierError::Rounded);
    }
    match kind {
        IdentifierKind::Phone => {
            parse_phone(text, region).map(String::from).map_err(IdentifierError::from)
        }
        IdentifierKind::NationalId => national_id::parse(text, region),
        IdentifierKind::Mail => parse_mail(text),
    }
}

impl Identifier {
    /// Whether the value identifies somebody and stands in the form in which it is kept.
    #[must_use]
    pub fn is_valid(&self, region: &str) -> bool {
        parse_identifier(self.kind, &self.value, region).as_deref() == Ok(self.value.as_str())
    }
}

impl From<PhoneError> for IdentifierError {
    fn from(error: PhoneError) -> Self {
        match error {
            PhoneError::UnknownRegion | PhoneError::UnknownCountry => Self::UnknownCountry,
            PhoneError::NotANumber => Self::NotDigits,
            PhoneError::TooShort | PhoneError::TooLong => Self::WrongLength,
            PhoneError::Invalid => Self::WrongForm,
            PhoneError::Rounded => Self::Rounded,
        }
    }
}

/// The form only: one `@`, a name before it and a domain with a point behind it.
fn parse_mail(text: &str) -> Result<String, IdentifierError> {
    let mail = text.to_lowercase();
    let fits = |part: &str| {
        let outer = part.starts_with('.') || part.ends_with('.') || part.contains("..");
        let odd = |c: char| c.is_whitespace() || c.is_control() || "@,;:<>()[]\\\"".contains(c);
        !part.is_empty() && !outer && !part.contains(odd)
    };
    match mail.split_once('@') {
        Some((name, domain)) if fits(name) && fits(domain) && domain.contains('.') => Ok(mail),
        Some(_) | None => Err(IdentifierError::NotMail),
    }
}

#[cfg(test)]
mod tests;
