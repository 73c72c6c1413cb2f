//! Numbers from outside, bounded where they enter.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// The largest number of a message: up to here every program computes exactly, and a database column
/// holds it.
pub const NUMBER_MAX: u64 = (1 << 53) - 1;

/// Reads a number that is at most [`NUMBER_MAX`].
pub(crate) fn number<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let number = u64::deserialize(from)?;
    if number > NUMBER_MAX {
        return Err(D::Error::custom("a number above 2^53 - 1"));
    }
    Ok(number)
}
