//! What an operator chooses. The defaults are those of `sync.md`.

use crate::data_key::DataKey;
use crate::sender::LetterSettings;
use std::path::PathBuf;

/// Settings of one platform process.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the database and its keys lie.
    pub data_dir: PathBuf,
    /// Where it remembers what left it, outside the database and its backups; a folder of the data folder
    /// when none. On another disk it survives the loss of the data folder.
    pub anchor_dir: Option<PathBuf>,
    /// Where persons reach the platform, without a path: for links in messages and for cookies. The
    /// address on which it answers when none.
    pub page_url: Option<String>,
    /// Whether the platform itself speaks TLS.
    pub tls: bool,
    /// How dear a guess at a password is.
    pub password_cost: PasswordCost,
    /// Life of an access token, minutes.
    pub access_minutes: u32,
    /// Life of a refresh token, days; longer than the longest session lease.
    pub refresh_days: u32,
    /// Life of an enrolment code, minutes.
    pub code_minutes: u32,
    /// By which ways messages to persons leave.
    pub letters: LetterSettings,
    /// Encrypts the database and its keys; they are stored in clear without one.
    pub data_key: Option<DataKey>,
}

/// Argon2id parameters.
#[derive(Clone, Copy, Debug)]
pub struct PasswordCost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl PasswordCost {
    /// 64 MiB, three passes.
    pub const FULL: Self = Self { memory_kib: 64 * 1024, passes: 3 };
    /// For tests only: a guess costs nothing.
    pub const TRIFLING: Self = Self { memory_kib: 32, passes: 1 };
}

impl Config {
    /// The defaults, with the data in a folder.
    #[must_use]
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            anchor_dir: None,
            page_url: None,
            tls: false,
            password_cost: PasswordCost::FULL,
            access_minutes: 15,
            refresh_days: 30,
            code_minutes: 15,
            letters: LetterSettings::default(),
            data_key: None,
        }
    }

    /// The folder of the anchor.
    pub(crate) fn anchor_dir(&self) -> PathBuf {
        self.anchor_dir.clone().unwrap_or_else(|| self.data_dir.join("anchor"))
    }

    /// Whether persons come over TLS: then their cookies never travel without it.
    #[must_use]
    pub fn page_is_secure(&self) -> bool {
        self.tls || self.page_url.as_ref().is_some_and(|it| it.starts_with("https://"))
    }
}
