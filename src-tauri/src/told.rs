//! What a command answers when it has no result: a code with facts, never a sentence.

use desk::{DeskError, Edge, Shown};
use protocol::PlatformError;
use serde::Serialize;

/// From the desk, from the way to the platform, or from the window itself.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Told {
    /// A refusal of the rules, a trouble of the store, or an unexpected failure under its id.
    Desk(Shown),
    /// The platform or the way to it.
    Way(Way),
}

/// Why the platform did not answer, as the interface words it.
#[derive(Debug, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Way {
    /// No connection.
    Unreachable,
    /// The session ran out.
    Unauthorised,
    /// The password is wrong.
    WrongPassword,
    /// The one-time code is wrong, used or too old.
    WrongCode,
    /// The device was revoked.
    DeviceRevoked,
    /// The account was disabled.
    AccountDisabled,
    /// Its owner holds no post.
    NoPost,
    /// The session was ended on the platform.
    SessionEnded,
    /// Something on the way finds it too large.
    TooLarge,
    /// Slow down.
    TooMany {
        /// Seconds.
        retry_after_s: u32,
    },
    /// It speaks another version.
    OtherVersion,
    /// Whatever answered is not the platform.
    NotPlatform,
    /// The platform failed.
    PlatformFailed,
    /// Nobody is signed in.
    SignedOut,
}

impl Told {
    /// A desk's error, logged when it is unexpected.
    pub fn of(error: DeskError, edge: &Edge) -> Self {
        Self::Desk(error.shown(edge))
    }
}

impl From<PlatformError> for Told {
    fn from(error: PlatformError) -> Self {
        Self::Way(match error {
            PlatformError::Unreachable => Way::Unreachable,
            PlatformError::Unauthorised => Way::Unauthorised,
            PlatformError::Forbidden { code } => match code.as_str() {
                "wrong_password" => Way::WrongPassword,
                "wrong_code" => Way::WrongCode,
                "device_revoked" | "unknown_device" => Way::DeviceRevoked,
                "account_disabled" => Way::AccountDisabled,
                "no_post" => Way::NoPost,
                "session_ended" => Way::SessionEnded,
                _ => Way::PlatformFailed,
            },
            PlatformError::TooLarge => Way::TooLarge,
            PlatformError::TooMany { retry_after_s } => Way::TooMany { retry_after_s },
            PlatformError::Failed { .. } => Way::PlatformFailed,
            PlatformError::Nonsense => Way::NotPlatform,
            PlatformError::OtherVersion => Way::OtherVersion,
        })
    }
}
