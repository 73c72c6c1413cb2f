//! The edge: the clock and the random source, given from outside so that a run with the same seed is
//! the same run.

use crate::Error;
use chrono::{DateTime, Utc};
use domain::reference::FollowCode;
use std::sync::Arc;
use uuid::{Builder, Uuid};

/// Says what time it is.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// Fills bytes at random, or says that it can't.
pub type Random = Arc<dyn Fn(&mut [u8]) -> Result<(), NoRandom> + Send + Sync>;

/// The random source gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandom;

/// Symbols of an enrolment code or a decision's word.
pub(crate) const SHORT_CODE_CHARS: usize = 8;
/// Symbols of a follow code, whose reader is used for the short ones too.
const FOLLOW_CODE_CHARS: usize = 20;

/// The system's clock.
#[must_use]
pub fn system_clock() -> Clock {
    Arc::new(Utc::now)
}

/// The system's random source.
#[must_use]
pub fn system_random() -> Random {
    Arc::new(|bytes| getrandom::fill(bytes).map_err(|_| NoRandom))
}

impl From<NoRandom> for Error {
    fn from(_: NoRandom) -> Self {
        Self::Random
    }
}

/// Some random bytes.
pub(crate) fn bytes<const N: usize>(random: &Random) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    random(&mut bytes)?;
    Ok(bytes)
}

/// A UUID of version 7.
pub(crate) fn uuid(random: &Random, now: DateTime<Utc>) -> Result<Uuid, Error> {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Ok(Builder::from_unix_timestamp_millis(millis, &bytes(random)?).into_uuid())
}

/// Eight symbols of Crockford base32 in two groups, forty random bits.
pub(crate) fn short_code(random: &Random) -> Result<String, Error> {
    let code = FollowCode::from_random(bytes(random)?).canonical();
    let (left, right) = code[..SHORT_CODE_CHARS].split_at(SHORT_CODE_CHARS / 2);
    Ok(format!("{left}-{right}"))
}

/// The eight symbols of a short code as people write it: any case, grouping and digits.
pub(crate) fn read_short_code(typed: &str) -> Option<String> {
    let padded = format!("{typed}{}", "0".repeat(FOLLOW_CODE_CHARS - SHORT_CODE_CHARS));
    let code = FollowCode::parse(&padded).ok()?.canonical();
    Some(code[..SHORT_CODE_CHARS].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_code_is_read_however_it_is_written() {
        let code = short_code(&system_random()).expect("random");
        let plain = code.replace('-', "");
        assert_eq!(plain.len(), SHORT_CODE_CHARS);
        assert_eq!(read_short_code(&code), Some(plain.clone()));
        assert_eq!(read_short_code(&plain.to_lowercase()), Some(plain.clone()));
        assert_eq!(read_short_code(&plain[1..]), None);
    }
}
