//! Money: a whole number of minor units with its currency, never a float.

mod currency;
mod parse;

pub use currency::Currency;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// The largest amount in either direction, in minor units: the largest whole number that a JSON
/// number, and so the window, holds exactly.
pub const MINOR_MAX: i64 = (1 << 53) - 1;

/// An amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(try_from = "Unchecked")]
pub struct Money {
    /// Baisa, fils, halala, cent: within ±[`MINOR_MAX`].
    #[ts(type = "number")]
    minor: i64,
    currency: Currency,
}

/// Why there is no such amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum MoneyError {
    /// No currency has this code.
    #[error("no such currency")]
    UnknownCurrency,
    /// Two currencies can't be added or compared.
    #[error("two different currencies")]
    OtherCurrency,
    /// Beyond what is held exactly.
    #[error("the amount is too large")]
    TooLarge,
    /// The text is no amount.
    #[error("not an amount")]
    NotAnAmount,
    /// More decimals than the currency has.
    #[error("more decimals than the currency has")]
    TooPrecise {
        /// How many it has.
        decimals: u8,
    },
    /// «12,500» in a currency of three decimals: a thousand times more or less.
    #[error("the separator can be read in two ways")]
    AmbiguousSeparator,
}

/// An amount cut for display; the interface chooses digits and order, and isolates the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MoneyParts {
    /// Below zero.
    pub negative: bool,
    /// Whole units in ASCII digits, without groups.
    pub whole: String,
    /// As many digits as the currency has decimals; empty when it has none.
    pub fraction: String,
    /// The code of the currency.
    pub currency: Currency,
}

#[derive(Deserialize)]
struct Unchecked {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// An amount in minor units, or [`MoneyError::TooLarge`].
    pub fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if minor.unsigned_abs() > MINOR_MAX.unsigned_abs() {
            return Err(MoneyError::TooLarge);
        }
        Ok(Self { minor, currency })
    }

    /// Nothing, in this currency.
    #[must_use]
    pub fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The amount in minor units.
    #[must_use]
    pub fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// The sum, in one currency.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        // Both are within ±2^53, so the sum can't leave i64.
        Self::new(self.minor + other.minor, self.currency)
    }

    /// The difference, in one currency; below zero when more is taken than there is.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        Self::new(self.minor - other.minor, self.currency)
    }

    /// Whether this is more than the other, in one currency.
    pub fn exceeds(self, other: Self) -> Result<bool, MoneyError> {
        self.same_currency(other)?;
        Ok(self.minor > other.minor)
    }

    /// The amount cut for display.
    #[must_use]
    pub fn parts(self) -> MoneyParts {
        let decimals = usize::from(self.currency.decimals());
        let digits = format!("{:0>1$}", self.minor.unsigned_abs(), decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        MoneyParts {
            negative: self.minor < 0,
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
            currency: self.currency,
        }
    }

    fn same_currency(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency { Ok(()) } else { Err(MoneyError::OtherCurrency) }
    }
}

impl TryFrom<Unchecked> for Money {
    type Error = MoneyError;

    fn try_from(raw: Unchecked) -> Result<Self, MoneyError> {
        Self::new(raw.minor, raw.currency)
    }
}

#[cfg(test)]
mod tests;
