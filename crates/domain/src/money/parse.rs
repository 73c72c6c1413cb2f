//! Amounts as people type them.

use super::{Currency, Money, MoneyError};
use crate::text::fold;

const TYPED_BYTES_MAX: usize = 64;

impl Money {
    /// Reads a typed amount in whole units, «12.500», «١٢٫٥», «1,250.75», in any digits.
    ///
    /// A point or the Arabic decimal sign opens the decimals; a comma, its Arabic sister or a space
    /// groups thousands. A comma that could be either is refused rather than guessed, because the
    /// guess would be wrong by a factor of a thousand. Signs and currency words don't belong here.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, MoneyError> {
        if text.len() > TYPED_BYTES_MAX {
            return Err(MoneyError::NotAnAmount);
        }
        let folded = fold(text.trim());
        let (whole, fraction) = match folded.split_once('.') {
            None => (folded.as_str(), ""),
            Some((_, "")) => return Err(MoneyError::NotAnAmount),
            Some(parts) => parts,
        };
        if fraction.is_empty() && is_ambiguous(text, whole, currency) {
            return Err(MoneyError::AmbiguousSeparator);
        }
        let minor = minor(&ungrouped(whole)?, fraction, currency.decimals())?;
        Self::new(minor, currency)
    }
}

/// One comma before three last digits is a group or the decimals of a currency of three. The Arabic
/// thousands sign is folded to a comma and means groups only.
fn is_ambiguous(raw: &str, whole: &str, currency: Currency) -> bool {
    currency.decimals() == 3 && whole.matches(',').count() == 1 && raw.contains(',')
}

fn ungrouped(whole: &str) -> Result<String, MoneyError> {
    let mut groups = whole.split([',', ' ']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let fits = rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    let digits = [&[first], rest.as_slice()].concat().concat();
    if first.is_empty() || !fits || !is_digits(&digits) {
        return Err(MoneyError::NotAnAmount);
    }
    Ok(digits)
}

fn minor(whole: &str, fraction: &str, decimals: u8) -> Result<i64, MoneyError> {
    if !is_digits(fraction) {
        return Err(MoneyError::NotAnAmount);
    }
    let missing = usize::from(decimals)
        .checked_sub(fraction.len())
        .ok_or(MoneyError::TooPrecise { decimals })?;
    // Only the size can be at fault: every character is known to be a digit.
    format!("{whole}{fraction}{}", "0".repeat(missing)).parse().map_err(|_| MoneyError::TooLarge)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}
