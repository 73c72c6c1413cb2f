//! What an act or a reading may answer besides its result.

use crate::Edge;
use domain::Refusal;
use serde::Serialize;
use store::{FileError, StoreError, UnlockError};

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A rule said no: expected, typed, shown.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The machine or the door said no in a way that people can mend.
    #[error("{0:?}")]
    Trouble(Trouble),
    /// The store failed.
    #[error("store")]
    Store(#[source] StoreError),
    /// A kept file failed.
    #[error("kept file")]
    Kept(#[source] FileError),
    /// An action could not be written as it must travel.
    #[error("action")]
    Action(#[source] protocol::ActionError),
    /// A stored verdict is not what the platform signed.
    #[error("verdict")]
    Verdict(#[from] protocol::VerdictError),
    /// A stored text is not the JSON it was.
    #[error("json")]
    Json(#[from] serde_json::Error),
    /// A file could not be read or written.
    #[error("file")]
    File(#[source] std::io::Error),
    /// The system gave no random bytes, so that no id could be made.
    #[error(transparent)]
    Random(#[from] crate::edge::NoRandom),
    /// The platform's answer holds a key of another length.
    #[error("a key of {0} bytes")]
    Key(usize),
}

/// What people can mend, by code; the interface has words for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Trouble {
    /// The password does not open this computer's keys.
    WrongPassword,
    /// The platform took the password; this computer still opens with the one before it, which is
    /// asked for once.
    OldPasswordNeeded,
    /// What was given as the password before is not what opened this computer.
    OldPasswordWrong,
    /// Too many wrong passwords; nothing is wiped.
    TooMany {
        /// Seconds until the next try counts.
        retry_after_s: u32,
    },
    /// This computer is not enrolled: it needs a one-time code.
    CodeNeeded,
    /// Without the network the password does not open this computer.
    OfflineUnlockOff,
    /// Another window of this user is open.
    StoreInUse,
    /// The store was written by a newer program.
    StoreNewer,
    /// The store can't be trusted to keep what is typed; open it again.
    StoreFailed,
    /// Texts and answers together are more than one action may carry.
    TooLarge,
    /// No room is left. Nothing half done was kept.
    DiskFull,
    /// The agency's book has not come yet: wait for the first tier.
    NoBook,
    /// The file is of a kind that is only saved elsewhere, never opened.
    FileNotOpenable,
    /// No program on this computer opens the file.
    NoProgramForFile,
    /// The file was not fetched yet.
    FileNotHere,
    /// There is no such open item.
    NothingToAnswer,
}

/// An answer for the window: `{ "code": …, …facts }`.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Shown {
    /// A rule's code and facts.
    Refused(Refusal),
    /// A trouble's code.
    Trouble(Trouble),
    /// Unexpected: logged under its id.
    Failed {
        /// Always `failed`.
        code: &'static str,
        /// To find it in the log.
        id: String,
    },
}

impl DeskError {
    /// What the window gets. What is unexpected is logged with its chain, under a fresh id.
    #[must_use]
    pub fn shown(self, edge: &Edge) -> Shown {
        match self {
            Self::Refused(refusal) => Shown::Refused(refusal),
            Self::Trouble(trouble) => Shown::Trouble(trouble),
            Self::Store(_)
            | Self::Kept(_)
            | Self::Action(_)
            | Self::Verdict(_)
            | Self::Json(_)
            | Self::File(_)
            | Self::Random(_)
            | Self::Key(_) => {
                let id = format!("{:08x}", u32::from_be_bytes(edge.bytes().unwrap_or_default()));
                tracing::error!(id, chain = chain(&self), "unexpected");
                Shown::Failed { code: "failed", id }
            }
        }
    }
}

/// An error and what caused it, in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}

impl From<Trouble> for DeskError {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<protocol::ActionError> for DeskError {
    fn from(error: protocol::ActionError) -> Self {
        match error {
            protocol::ActionError::TooLarge(_) => Trouble::TooLarge.into(),
            protocol::ActionError::Header(_)
            | protocol::ActionError::Body(_)
            | protocol::ActionError::BodyHash
            | protocol::ActionError::Kind
            | protocol::ActionError::Signature
            | protocol::ActionError::Newer { .. } => Self::Action(error),
        }
    }
}

impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::InUse => Trouble::StoreInUse.into(),
            StoreError::Newer { .. } => Trouble::StoreNewer.into(),
            StoreError::Full => Trouble::DiskFull.into(),
            StoreError::Stopped
            | StoreError::Disk(_)
            | StoreError::Damaged
            | StoreError::Unreadable
            | StoreError::NoWal => {
                tracing::error!(chain = chain(&error), "the store failed");
                Trouble::StoreFailed.into()
            }
            StoreError::ChainMoved { .. }
            | StoreError::OtherEpoch { .. }
            | StoreError::Unknown { .. }
            | StoreError::Json { .. }
            | StoreError::Random
            | StoreError::Io(_)
            | StoreError::Sqlite(_) => Self::Store(error),
        }
    }
}

impl From<FileError> for DeskError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::Store(inner) => inner.into(),
            FileError::Missing => Trouble::FileNotHere.into(),
            FileError::Hash | FileError::Damaged => Self::Kept(error),
        }
    }
}

impl From<std::io::Error> for DeskError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, StorageFull};
        if matches!(error.kind(), StorageFull | QuotaExceeded) {
            return Trouble::DiskFull.into();
        }
        Self::File(error)
    }
}

impl DeskError {
    /// Why the keys stay closed; how long to wait needs the clock.
    pub(crate) fn locked(error: UnlockError, now: chrono::DateTime<chrono::Utc>) -> Self {
        match error {
            UnlockError::WrongPassword => Trouble::WrongPassword.into(),
            UnlockError::KeyringMissing | UnlockError::ShareMissing => {
                Trouble::OfflineUnlockOff.into()
            }
            UnlockError::SlowDown { not_before } => {
                let wait = (not_before - now).num_seconds().max(1);
                let retry_after_s = u32::try_from(wait).unwrap_or(u32::MAX);
                Trouble::TooMany { retry_after_s }.into()
            }
            UnlockError::NotEnrolled => Trouble::CodeNeeded.into(),
            UnlockError::Store(inner) => inner.into(),
        }
    }
}
