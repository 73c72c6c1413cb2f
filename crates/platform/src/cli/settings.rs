//! Settings: flags, else environment (clap reads both), else the file, else defaults.

use super::args::{Cli, Common, Lang};
use crate::Config;
use crate::sender::{LetterSettings, MailSettings, TextSettings};
use domain::Language;
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

const PORT: u16 = 8460;

/// The file of settings. Every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    bind: Option<SocketAddr>,
    lang: Option<Lang>,
    page_url: Option<String>,
    access_minutes: Option<u32>,
    refresh_days: Option<u32>,
    code_minutes: Option<u32>,
    attachment_bytes_max: Option<u64>,
    mail: Option<MailSettings>,
    text: Option<TextSettings>,
}

/// Everything that was chosen.
#[derive(Debug)]
pub struct Settings {
    /// For the platform itself.
    pub config: Config,
    /// Where it answers.
    pub bind: SocketAddr,
    /// Of what is printed.
    pub language: Language,
}

/// The file of settings can't be used.
#[derive(Debug)]
pub struct Unreadable {
    /// Which.
    pub path: PathBuf,
    /// The system's or the parser's word.
    pub cause: String,
}

impl Settings {
    /// Puts everything together.
    pub fn new(cli: &Cli, bind: Option<SocketAddr>) -> Result<Self, Unreadable> {
        let file = cli.common.config.as_deref().map_or_else(|| Ok(File::default()), read)?;
        Ok(Self::of(&cli.common, bind, file))
    }

    fn of(common: &Common, bind: Option<SocketAddr>, file: File) -> Self {
        let data = common.data.clone().or(file.data).unwrap_or_else(own_folder);
        let mut config = Config::new(data);
        config.page_url = file.page_url;
        config.access_minutes = file.access_minutes.unwrap_or(config.access_minutes);
        config.refresh_days = file.refresh_days.unwrap_or(config.refresh_days);
        config.code_minutes = file.code_minutes.unwrap_or(config.code_minutes);
        config.letters = LetterSettings { mail: file.mail, text: file.text };
        let bytes_max = file.attachment_bytes_max;
        config.attachment_bytes_max = bytes_max.unwrap_or(config.attachment_bytes_max);
        let loopback = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
        Self {
            config,
            bind: bind.or(file.bind).unwrap_or(loopback),
            language: language(common.lang.or(file.lang)),
        }
    }
}

/// The language of what is printed, as far as it is known before the file is read.
#[must_use]
pub fn language(lang: Option<Lang>) -> Language {
    match lang {
        Some(Lang::En) => Language::En,
        Some(Lang::Ar) | None => Language::Ar,
    }
}

fn read(path: &Path) -> Result<File, Unreadable> {
    let unreadable = |cause: String| Unreadable { path: path.to_owned(), cause };
    let text = std::fs::read_to_string(path).map_err(|it| unreadable(it.to_string()))?;
    toml::from_str(&text).map_err(|it| unreadable(it.message().to_owned()))
}

/// A folder of the operator's own, as the desktop's conventions have it.
fn own_folder() -> PathBuf {
    let home = || std::env::var_os("HOME").map(|it| PathBuf::from(it).join(".local/share"));
    let data = std::env::var_os("XDG_DATA_HOME").map(PathBuf::from).or_else(home);
    data.unwrap_or_default().join("rida-platform")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(data: Option<&str>, lang: Option<Lang>) -> Common {
        Common { data: data.map(PathBuf::from), config: None, lang }
    }

    fn file(text: &str) -> File {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn what_was_typed_wins_over_the_file_and_the_file_over_defaults() {
        let text = "data = \"/file\"\nbind = \"127.0.0.1:1\"\nlang = \"en\"\ncode_minutes = 5";
        let typed = "127.0.0.1:2".parse().unwrap();
        let settings = Settings::of(&common(Some("/typed"), None), Some(typed), file(text));
        assert_eq!(settings.config.data_dir, PathBuf::from("/typed"));
        assert_eq!(settings.config.code_minutes, 5);
        assert_eq!((settings.bind, settings.language), (typed, Language::En));
        let settings = Settings::of(&common(None, Some(Lang::Ar)), None, file(text));
        assert_eq!(settings.config.data_dir, PathBuf::from("/file"));
        assert_eq!((settings.bind.port(), settings.language), (1, Language::Ar));
    }

    #[test]
    fn without_a_word_it_answers_on_loopback_only() {
        let settings = Settings::of(&common(None, None), None, File::default());
        assert!(settings.bind.ip().is_loopback());
        assert_eq!(settings.language, Language::Ar);
    }

    #[test]
    fn a_slip_in_the_file_is_not_passed_over() {
        assert!(toml::from_str::<File>("bnid = \"127.0.0.1:1\"").is_err());
    }
}
