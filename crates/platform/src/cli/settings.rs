//! Settings: flags, else environment (clap reads both), else the file, else defaults.

use super::args::{Cli, Common, Lang, Serve};
use crate::sender::{LetterSettings, MailSettings, TextSettings};
use crate::{Config, DataKey, ForwardedHeader, Hosts, Limits, Proxies};
use domain::Language;
use serde::Deserialize;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const PORT: u16 = 8460;
/// Holds the key itself.
const KEY: &str = "RIDA_PLATFORM_KEY";

/// The file of settings. Every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "a setting that names a file says so")]
struct File {
    data: Option<PathBuf>,
    bind: Option<SocketAddr>,
    lang: Option<Lang>,
    anchor: Option<PathBuf>,
    page_url: Option<String>,
    access_minutes: Option<u32>,
    refresh_days: Option<u32>,
    code_minutes: Option<u32>,
    mail: Option<MailSettings>,
    text: Option<TextSettings>,
    key_file: Option<PathBuf>,
    tls_cert: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    insecure_http: Option<bool>,
    trusted_proxies: Option<Vec<IpAddr>>,
    forwarded_header: Option<HeaderName>,
    hosts: Option<Vec<String>>,
    connections_max: Option<usize>,
    connections_per_address_max: Option<usize>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
enum HeaderName {
    #[serde(rename = "x-forwarded-for")]
    XForwardedFor,
    #[serde(rename = "forwarded")]
    Forwarded,
}

/// Everything that was chosen.
#[derive(Debug)]
pub struct Settings {
    /// For the platform itself.
    pub config: Config,
    /// Where it answers.
    pub bind: SocketAddr,
    /// How it is served.
    pub serving: ServingSettings,
    /// Of what is printed.
    pub language: Language,
}

/// How the platform is served; the files of TLS are not opened yet.
#[derive(Debug)]
pub struct ServingSettings {
    /// Chain of certificates.
    pub tls_cert: Option<PathBuf>,
    /// Private key.
    pub tls_key: Option<PathBuf>,
    /// Plain HTTP beyond loopback.
    pub insecure_http: bool,
    /// Whose forwarded addresses are believed.
    pub proxies: Proxies,
    /// Names under which it answers.
    pub hosts: Hosts,
    /// Connections.
    pub limits: Limits,
}

/// The file of settings can't be used.
#[derive(Debug)]
pub struct Unreadable {
    /// Which.
    pub path: PathBuf,
    /// The system's or the parser's word.
    pub cause: String,
}

impl File {
    /// The first setting that would let nobody in: a limit or a time of nothing.
    fn zero(&self) -> Option<&'static str> {
        let times = [
            ("access_minutes", self.access_minutes == Some(0)),
            ("refresh_days", self.refresh_days == Some(0)),
            ("code_minutes", self.code_minutes == Some(0)),
            ("connections_max", self.connections_max == Some(0)),
            ("connections_per_address_max", self.connections_per_address_max == Some(0)),
        ];
        times.into_iter().find(|(_, is_zero)| *is_zero).map(|(name, _)| name)
    }
}

impl Settings {
    /// Puts everything together.
    pub fn new(cli: &Cli, serve: Option<&Serve>) -> Result<Self, Unreadable> {
        let file = cli.common.config.as_deref().map_or_else(|| Ok(File::default()), read)?;
        if let Some(name) = file.zero() {
            let path = cli.common.config.clone().unwrap_or_default();
            return Err(Unreadable { path, cause: format!("{name} = 0") });
        }
        let key = key(&cli.common, file.key_file.as_deref())?;
        let mut settings = Self::of(&cli.common, serve, file);
        settings.config.data_key = key;
        Ok(settings)
    }

    fn of(common: &Common, serve: Option<&Serve>, file: File) -> Self {
        let serving = ServingSettings::of(serve, &file);
        let bind = serve.and_then(|it| it.bind);
        let data = common.data.clone().or(file.data).unwrap_or_else(own_folder);
        let mut config = Config::new(data);
        config.anchor_dir = file.anchor;
        config.page_url = file.page_url;
        config.access_minutes = file.access_minutes.unwrap_or(config.access_minutes);
        config.refresh_days = file.refresh_days.unwrap_or(config.refresh_days);
        config.code_minutes = file.code_minutes.unwrap_or(config.code_minutes);
        config.letters = LetterSettings { mail: file.mail, text: file.text };
        let loopback = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
        let bind = bind.or(file.bind).unwrap_or(loopback);
        config.tls = serving.tls_cert.is_some();
        Self { config, bind, language: language(common.lang.or(file.lang)), serving }
    }
}

impl ServingSettings {
    fn of(serve: Option<&Serve>, file: &File) -> Self {
        let typed = |of: fn(&Serve) -> Option<PathBuf>| serve.and_then(of);
        let mut proxies = file.trusted_proxies.clone().unwrap_or_default();
        let mut hosts = file.hosts.clone().unwrap_or_default();
        if let Some(serve) = serve {
            proxies.extend(&serve.trusted_proxy);
            hosts.extend(serve.host.iter().cloned());
        }
        let header = match file.forwarded_header {
            Some(HeaderName::Forwarded) => ForwardedHeader::Forwarded,
            Some(HeaderName::XForwardedFor) | None => ForwardedHeader::XForwardedFor,
        };
        let usual = Limits::default();
        let per_address_max = file.connections_per_address_max.unwrap_or(usual.per_address_max);
        Self {
            tls_cert: typed(|it| it.tls_cert.clone()).or_else(|| file.tls_cert.clone()),
            tls_key: typed(|it| it.tls_key.clone()).or_else(|| file.tls_key.clone()),
            insecure_http: serve.is_some_and(|it| it.insecure_http)
                || file.insecure_http.unwrap_or(false),
            proxies: Proxies::new(&proxies, header),
            hosts: Hosts::named(&hosts),
            limits: Limits {
                all_max: file.connections_max.unwrap_or(usual.all_max),
                per_address_max,
            },
        }
    }
}

/// The key of encrypted data, when one was named.
fn key(common: &Common, in_file: Option<&Path>) -> Result<Option<DataKey>, Unreadable> {
    let path = common.key_file.as_deref().or(in_file);
    let text = std::env::var(KEY).ok().map(Zeroizing::new);
    DataKey::find(path, text.as_ref().map(|it| it.as_str())).map_err(|error| Unreadable {
        path: path.unwrap_or_else(|| Path::new(KEY)).to_owned(),
        cause: super::console::chain(&error),
    })
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
        Common { data: data.map(PathBuf::from), config: None, key_file: None, lang }
    }

    fn file(text: &str) -> File {
        toml::from_str(text).unwrap()
    }

    fn serve() -> Serve {
        Serve {
            bind: None,
            address_file: None,
            tls_cert: None,
            tls_key: None,
            insecure_http: false,
            trusted_proxy: vec![],
            host: vec![],
        }
    }

    #[test]
    fn names_and_proxies_that_were_typed_stand_beside_those_of_the_file() {
        let text = "hosts = [\"a.example\"]\ntrusted_proxies = [\"10.0.0.1\"]\n\
                    forwarded_header = \"forwarded\"\nconnections_max = 7";
        let serve = Serve {
            host: vec!["B.example".to_owned()],
            trusted_proxy: vec!["10.0.0.2".parse().unwrap()],
            ..serve()
        };
        let settings = Settings::of(&common(None, None), Some(&serve), file(text)).serving;
        let names = ["a.example", "b.example"].map(str::to_owned);
        assert_eq!(settings.hosts, Hosts::Named(names.to_vec()));
        let proxies = ["10.0.0.1", "10.0.0.2"].map(|it| it.parse().unwrap());
        assert_eq!(settings.proxies, Proxies::new(&proxies, ForwardedHeader::Forwarded));
        assert_eq!(settings.limits.all_max, 7);
    }

    #[test]
    fn what_was_typed_wins_over_the_file_and_the_file_over_defaults() {
        let text = "data = \"/file\"\nbind = \"127.0.0.1:1\"\nlang = \"en\"\ncode_minutes = 5";
        let typed = "127.0.0.1:2".parse().unwrap();
        let serve = Serve { bind: Some(typed), ..serve() };
        let settings = Settings::of(&common(Some("/typed"), None), Some(&serve), file(text));
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
