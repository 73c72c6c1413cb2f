//! The secret with which a person follows a case.

use std::fmt;

use thiserror::Error;

use super::symbols::{compact, from_bits, symbol};

const CHARS: usize = 20;
const GROUP_CHARS: usize = 5;

/// Twenty characters of Crockford base32, a hundred random bits, that open a case to its person.
///
/// It is in no event, pull, log, export or desk screen: it can't be serialised, copied or printed by
/// accident. The platform stores a keyed hash of [`FollowCode::canonical`] only.
pub struct FollowCode([u8; CHARS]);

/// The text is no code. It says no more, so that a guess learns nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a code of {CHARS} characters")]
pub struct FollowCodeError;

impl FollowCode {
    /// Makes a code from random bytes; four of their bits are left out.
    #[must_use]
    pub fn from_random(random: [u8; 13]) -> Self {
        let bits = random.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut chars = [0; CHARS];
        for (at, slot) in chars.iter_mut().enumerate() {
            *slot = from_bits(u64::try_from((bits >> (5 * at)) & 31).unwrap_or(0));
        }
        Self(chars)
    }

    /// Reads a code as people write it: any case, O for 0, I or L for 1, Arabic digits, any grouping.
    pub fn parse(text: &str) -> Result<Self, FollowCodeError> {
        let typed = compact(text).ok_or(FollowCodeError)?;
        let mut chars: [u8; CHARS] = typed.as_slice().try_into().map_err(|_| FollowCodeError)?;
        for c in &mut chars {
            *c = symbol(*c).ok_or(FollowCodeError)?;
        }
        Ok(Self(chars))
    }

    /// The twenty characters without groups: what is hashed.
    #[must_use]
    pub fn canonical(&self) -> String {
        self.0.iter().copied().map(char::from).collect()
    }

    /// The code for the person's eyes: `XXXXX-XXXXX-XXXXX-XXXXX`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let groups: Vec<String> = self
            .0
            .chunks(GROUP_CHARS)
            .map(|group| group.iter().copied().map(char::from).collect())
            .collect();
        groups.join("-")
    }
}

impl fmt::Debug for FollowCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FollowCode(…)")
    }
}
