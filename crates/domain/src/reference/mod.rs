//! The reference of a case and the code to follow it.

mod follow;
mod symbols;

pub use follow::{FollowCode, FollowCodeError};

use std::fmt;

use serde::{Deserialize, Serialize};
use symbols::{check_symbol, compact, symbol};
use thiserror::Error;
use ts_rs::TS;

const PREFIX_CHARS: usize = 2;
const RANDOM_CHARS: usize = 7;
const TOTAL_CHARS: usize = PREFIX_CHARS + RANDOM_CHARS + 1;

/// The two Latin letters that open every reference of an agency. Latin, because a reference that
/// begins with a digit is scrambled inside Arabic text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Prefix([u8; PREFIX_CHARS]);

impl Prefix {
    /// Reads two Latin letters in either case.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let letters = text.trim().to_ascii_uppercase();
        match letters.as_bytes() {
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Ok(Self([*a, *b])),
            _ => Err(ReferenceError::Prefix),
        }
    }
}

/// The reference of a case, `RD-7K2M-9QXF`: the agency's two letters, seven of Crockford base32 and a
/// check character. It is an address, never a secret, made on the device and final at once.
///
/// The check finds every single wrong character and every pair of swapped neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Reference([u8; TOTAL_CHARS]);

/// Why a text is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum ReferenceError {
    /// The agency's part is not two Latin letters.
    #[error("a reference begins with two Latin letters")]
    Prefix,
    /// There are too few or too many characters.
    #[error("a reference has {TOTAL_CHARS} characters, not {found}")]
    Length {
        /// How many there are, separators left out.
        found: u32,
    },
    /// A character stands in it that no reference holds, such as U.
    #[error("a reference holds no such character")]
    Symbol,
    /// The check character does not fit: something was misread or mistyped.
    #[error("the check character does not fit")]
    Check,
}

impl Reference {
    /// Makes a reference from random bytes; the top five bits of the forty are left out.
    #[must_use]
    pub fn from_random(prefix: Prefix, random: [u8; 5]) -> Self {
        let bits = random.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut chars = [0; TOTAL_CHARS];
        chars[..PREFIX_CHARS].copy_from_slice(&prefix.0);
        for (at, slot) in chars[PREFIX_CHARS..TOTAL_CHARS - 1].iter_mut().enumerate() {
            *slot = symbols::from_bits(bits >> (5 * at));
        }
        chars[TOTAL_CHARS - 1] = check_symbol(&chars[..TOTAL_CHARS - 1]);
        Self(chars)
    }

    /// Reads a reference as people write it: any case, O for 0, I or L for 1, Arabic digits, dashes
    /// missing, moved or of another kind.
    pub fn parse(text: &str) -> Result<Self, ReferenceError> {
        let typed = compact(text).ok_or(ReferenceError::Symbol)?;
        let mut chars: [u8; TOTAL_CHARS] = typed.as_slice().try_into().map_err(|_| {
            ReferenceError::Length { found: u32::try_from(typed.len()).unwrap_or(u32::MAX) }
        })?;
        if !chars[..PREFIX_CHARS].iter().all(u8::is_ascii_uppercase) {
            return Err(ReferenceError::Prefix);
        }
        for c in &mut chars[PREFIX_CHARS..] {
            *c = symbol(*c).ok_or(ReferenceError::Symbol)?;
        }
        if check_symbol(&chars[..TOTAL_CHARS - 1]) != chars[TOTAL_CHARS - 1] {
            return Err(ReferenceError::Check);
        }
        Ok(Self(chars))
    }

    /// The agency's two letters.
    #[must_use]
    pub fn prefix(&self) -> Prefix {
        Prefix([self.0[0], self.0[1]])
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|c| write!(f, "{}", char::from(*c)))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, c) in self.0.iter().enumerate() {
            let dash = if at == PREFIX_CHARS || at == PREFIX_CHARS + 4 { "-" } else { "" };
            write!(f, "{dash}{}", char::from(*c))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Prefix({self})")
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({self})")
    }
}

impl TryFrom<String> for Prefix {
    type Error = ReferenceError;

    fn try_from(text: String) -> Result<Self, ReferenceError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for Reference {
    type Error = ReferenceError;

    fn try_from(text: String) -> Result<Self, ReferenceError> {
        Self::parse(&text)
    }
}

impl From<Prefix> for String {
    fn from(prefix: Prefix) -> Self {
        prefix.to_string()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

#[cfg(test)]
mod tests;
