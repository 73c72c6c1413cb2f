//! Settings of mail and text messages, as the file of settings holds them.

use domain::AgencyId;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The password of the mail server, when no file is named.
const MAIL_PASSWORD: &str = "RIDA_MAIL_PASSWORD";
/// The secret shared with the gateway, when no file is named.
const TEXT_SECRET: &str = "RIDA_TEXT_SECRET";
/// A shorter secret is guessed.
const SECRET_BYTES_MIN: usize = 24;

/// By which ways messages leave; none when neither is set.
#[derive(Clone, Debug, Default)]
pub struct LetterSettings {
    /// By mail.
    pub mail: Option<MailSettings>,
    /// By text message.
    pub text: Option<TextSettings>,
}

/// `[mail]`: a server that takes messages by SMTP.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// Its name, which its certificate must bear.
    pub host: String,
    /// Its port; that of the security when none.
    pub port: Option<u16>,
    /// How the line is encrypted.
    #[serde(default)]
    pub security: Security,
    /// Who signs in; nobody when none.
    pub user: Option<String>,
    /// A file with the password; the variable `RIDA_MAIL_PASSWORD` when none.
    pub password_file: Option<PathBuf>,
    /// The address that messages come from.
    pub from: String,
    /// A certificate that is trusted besides those of the system.
    pub ca_file: Option<PathBuf>,
    /// Seconds that the server may take to answer.
    #[serde(default = "timeout_s")]
    pub timeout_s: u64,
    /// Agencies whose mails hold the letter itself; those of others only announce it.
    #[serde(default)]
    pub letters_of: BTreeSet<AgencyId>,
    /// How large the files of one letter may be to go with it.
    #[serde(default = "files_bytes_max")]
    pub files_bytes_max: u64,
}

/// How the line to the mail server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// After STARTTLS, always.
    #[default]
    Starttls,
    /// From the first byte.
    Tls,
    /// Not at all: to this computer only.
    None,
}

/// `[text]`: a gateway that takes text messages by HTTP.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextSettings {
    /// Where messages are posted.
    pub url: String,
    /// A file with the secret that signs requests and receipts; `RIDA_TEXT_SECRET` when none.
    pub secret_file: Option<PathBuf>,
    /// Seconds that the gateway may take to answer.
    #[serde(default = "timeout_s")]
    pub timeout_s: u64,
}

/// Why settings can't be used.
#[derive(Debug)]
pub struct SettingsFault {
    /// Of the sentence that says it.
    pub code: &'static str,
    /// The value at fault; never a secret.
    pub value: String,
}

impl SettingsFault {
    pub(super) fn new(code: &'static str, value: impl Into<String>) -> Self {
        Self { code, value: value.into() }
    }
}

impl MailSettings {
    /// The password of the user, if one signs in.
    pub(super) fn password(&self) -> Result<Option<String>, SettingsFault> {
        let Some(user) = &self.user else { return Ok(None) };
        let found = secret(self.password_file.as_deref(), MAIL_PASSWORD)?;
        found.map_or_else(|| Err(SettingsFault::new("mail-password", user)), |it| Ok(Some(it)))
    }
}

impl TextSettings {
    pub(super) fn secret(&self) -> Result<Vec<u8>, SettingsFault> {
        let found = secret(self.secret_file.as_deref(), TEXT_SECRET)?.unwrap_or_default();
        if found.len() < SECRET_BYTES_MIN {
            return Err(SettingsFault::new("text-secret", SECRET_BYTES_MIN.to_string()));
        }
        Ok(found.into_bytes())
    }
}

fn secret(file: Option<&Path>, variable: &str) -> Result<Option<String>, SettingsFault> {
    let Some(path) = file else { return Ok(std::env::var(variable).ok()) };
    let fault = |cause| SettingsFault::new("file", format!("{}: {cause}", path.display()));
    if private_files::is_exposed(path).map_err(fault)? {
        return Err(SettingsFault::new("secret-exposed", path.display().to_string()));
    }
    let text = std::fs::read_to_string(path).map_err(fault)?;
    Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()))
}

fn timeout_s() -> u64 {
    30
}

fn files_bytes_max() -> u64 {
    10 * 1024 * 1024
}
