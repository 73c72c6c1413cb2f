//! Mail by SMTP. Only an answer that is missing after the whole message was sent leaves doubt; every
//! failure before is certain.

use super::settings::{MailSettings, Security, SettingsFault};
use super::text::{Carries, compose, subject};
use super::{Delivery, OutgoingFile, OutgoingMessage, Sender};
use crate::say::Say;
use chrono::{DateTime, Utc};
use domain::case::{Channel, LetterFault};
use domain::text::Direction;
use domain::{AgencyId, Language};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, address::Envelope};
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::path::Path;
use std::time::{Duration, SystemTime};

const BYTES: &str = "application/octet-stream";
const FILE_NAME_CHARS_MAX: usize = 120;

/// Sends mails by one server.
pub(super) struct SmtpSender {
    host: String,
    port: u16,
    security: Security,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    from: Address,
    timeout: Duration,
    page_url: String,
    letters_of: BTreeSet<AgencyId>,
    files_bytes_max: u64,
}

/// A mail before it is made.
struct Draft<'a> {
    id: &'a str,
    from_name: String,
    to: Address,
    subject: String,
    text: String,
    language: Language,
    at: DateTime<Utc>,
    files: Vec<OutgoingFile>,
}

impl SmtpSender {
    pub(super) fn new(settings: &MailSettings, page_url: &str) -> Result<Self, SettingsFault> {
        let host = settings.host.trim();
        if host.is_empty() {
            return Err(SettingsFault::new("mail-host", ""));
        }
        if settings.security == Security::None && !is_loopback(host) {
            return Err(SettingsFault::new("mail-plain", host));
        }
        let from = settings.from.parse();
        let from = from.map_err(|_| SettingsFault::new("mail-from", &settings.from))?;
        let password = settings.password()?;
        let user = settings.user.clone().unwrap_or_default();
        let port = match settings.security {
            Security::Starttls => 587,
            Security::Tls => 465,
            Security::None => 25,
        };
        Ok(Self {
            host: host.to_owned(),
            port: settings.port.unwrap_or(port),
            security: settings.security,
            tls: tls(settings)?,
            credentials: password.map(|it| Credentials::new(user, it)),
            from,
            timeout: Duration::from_secs(settings.timeout_s.clamp(1, 600)),
            page_url: page_url.to_owned(),
            letters_of: settings.letters_of.clone(),
            files_bytes_max: settings.files_bytes_max,
        })
    }

    pub(super) fn test(
        &self,
        to: &str,
        language: Language,
        (id, at): (&str, DateTime<Utc>),
    ) -> Delivery {
        let say = Say(language);
        let Ok(to) = to.parse() else { return Delivery::Failed(LetterFault::Address) };
        self.send(Draft {
            id,
            from_name: "Rida".to_owned(),
            to,
            subject: say.text("letter-test-subject"),
            text: say.text("letter-test"),
            language,
            at,
            files: Vec::new(),
        })
    }

    fn send(&self, draft: Draft<'_>) -> Delivery {
        let to = draft.to.clone();
        let Ok(message) = self.make(draft) else {
            tracing::error!("a mail could not be made");
            return Delivery::Failed(LetterFault::Refused);
        };
        let mut connection = match self.connect() {
            Ok(connection) => connection,
            Err(error) => {
                tracing::warn!(status = ?error.status().map(u16::from), tls = error.is_tls(),
                    timeout = error.is_timeout(), "the mail server could not be used");
                return Delivery::Later;
            }
        };
        let delivery = self.transfer(&mut connection, to, &message.formatted());
        if delivery == Delivery::HandedOver {
            // The message is the server's already, whatever it says to the farewell.
            let _ = connection.quit();
        } else {
            connection.abort();
        }
        delivery
    }

    fn connect(&self) -> Result<SmtpConnection, lettre::transport::smtp::Error> {
        let name = ClientId::default();
        let first = self.tls.as_ref().filter(|_| self.security == Security::Tls);
        let server = (self.host.as_str(), self.port);
        let mut connection =
            SmtpConnection::connect(server, Some(self.timeout), &name, first, None)?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.security == Security::Starttls) {
            connection.starttls(tls, &name)?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials)?;
        }
        Ok(connection)
    }

    fn transfer(&self, connection: &mut SmtpConnection, to: Address, bytes: &[u8]) -> Delivery {
        let certain = |error: &lettre::transport::smtp::Error, fault| {
            tracing::warn!(status = ?error.status().map(u16::from), "a mail was not taken");
            if error.is_permanent() { Delivery::Failed(fault) } else { Delivery::Later }
        };
        if let Err(error) = connection.command(Mail::new(Some(self.from.clone()), Vec::new())) {
            return certain(&error, LetterFault::Refused);
        }
        if let Err(error) = connection.command(Rcpt::new(to, Vec::new())) {
            return certain(&error, LetterFault::Address);
        }
        if let Err(error) = connection.command(Data) {
            return certain(&error, LetterFault::Refused);
        }
        match connection.message(bytes) {
            Ok(_) => Delivery::HandedOver,
            Err(error) if error.is_permanent() || error.is_transient() => {
                certain(&error, LetterFault::Refused)
            }
            Err(_) => {
                tracing::warn!("the mail server did not confirm a mail");
                Delivery::Uncertain
            }
        }
    }

    fn make(&self, draft: Draft<'_>) -> Result<Message, lettre::error::Error> {
        let envelope = Envelope::new(Some(self.from.clone()), vec![draft.to.clone()])?;
        let domain = self.from.domain();
        let code = if draft.language == Language::Ar { "ar" } else { "en" };
        let builder = Message::builder()
            .envelope(envelope)
            .from(Mailbox::new(Some(draft.from_name), self.from.clone()))
            .to(Mailbox::new(None, draft.to))
            .subject(draft.subject)
            .date(SystemTime::from(draft.at))
            .message_id(Some(format!("<{}@{domain}>", draft.id)))
            .raw_header(raw("Auto-Submitted", "auto-generated"))
            .raw_header(raw("X-Auto-Response-Suppress", "All"))
            .raw_header(raw("Content-Language", code));
        let html = html(&draft.text, draft.language);
        let body = MultiPart::alternative_plain_html(draft.text, html);
        if draft.files.is_empty() {
            return builder.multipart(body);
        }
        let parts = draft.files.into_iter().map(|file| {
            let media_type = media_type(&file.media_type);
            Attachment::new(clean_name(&file.name)).body(file.bytes, media_type)
        });
        builder.multipart(parts.fold(MultiPart::mixed().multipart(body), MultiPart::singlepart))
    }
}

impl Sender for SmtpSender {
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        let Ok(to) = message.letter.address.parse::<Address>() else {
            return Delivery::Failed(LetterFault::Address);
        };
        let is_carried = self.letters_of.contains(&message.agency);
        let carries = if is_carried { Carries::Letter } else { Carries::Announcement };
        let language = message.letter.language;
        self.send(Draft {
            id: &message.slot(),
            from_name: message.from.of(language).to_owned(),
            to,
            subject: subject(&message),
            text: compose(&message, &self.page_url, carries),
            language,
            at: message.at,
            files: message.files,
        })
    }

    fn carries(&self, channel: Channel) -> bool {
        channel == Channel::Mail
    }

    fn files_bytes_max(&self, agency: &AgencyId, _: Channel) -> u64 {
        if self.letters_of.contains(agency) { self.files_bytes_max } else { 0 }
    }
}

fn tls(settings: &MailSettings) -> Result<Option<TlsParameters>, SettingsFault> {
    if settings.security == Security::None {
        return Ok(None);
    }
    let mut builder = TlsParameters::builder(settings.host.trim().to_owned());
    if let Some(path) = &settings.ca_file {
        builder = builder.add_root_certificate(certificate(path)?);
    }
    let tls = builder.build().map_err(|cause| SettingsFault::new("mail-tls", cause.to_string()))?;
    Ok(Some(tls))
}

fn certificate(path: &Path) -> Result<Certificate, SettingsFault> {
    let fault = |cause: String| SettingsFault::new("file", format!("{}: {cause}", path.display()));
    let pem = std::fs::read(path).map_err(|cause| fault(cause.to_string()))?;
    Certificate::from_pem(&pem).map_err(|cause| fault(cause.to_string()))
}

pub(super) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The same text for readers that show a plain one from left to right, whatever its language.
fn html(text: &str, language: Language) -> String {
    let say = Say(language);
    let paragraphs: Vec<String> = text.split("\n\n").map(|it| paragraph(it, say)).collect();
    let paragraphs = paragraphs.join("\n");
    let (code, dir) = (say.code(), say.dir());
    format!(
        "<!doctype html>\n<html lang=\"{code}\" dir=\"{dir}\">\n<head><meta charset=\"utf-8\"></head>\n\
         <body>\n{paragraphs}\n</body>\n</html>\n"
    )
}

fn paragraph(text: &str, say: Say) -> String {
    let dir = match Direction::of(text) {
        Some(Direction::Rtl) => "rtl",
        Some(Direction::Ltr) => "ltr",
        None => say.dir(),
    };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let lines: Vec<String> = escaped.lines().map(|it| format!("<bdi>{it}</bdi>")).collect();
    format!("<p dir=\"{dir}\">{}</p>", lines.join("<br>\n"))
}

/// A name without folders, marks of direction and characters that a file system refuses.
fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_kept = |it: &char| {
        !it.is_control()
            && !matches!(it, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let clean: String = last.chars().filter(is_kept).take(FILE_NAME_CHARS_MAX).collect();
    let clean = clean.trim().trim_start_matches('.').to_owned();
    if clean.is_empty() { "file".to_owned() } else { clean }
}

/// What a mail reader might run is sent as bytes.
fn media_type(named: &str) -> ContentType {
    let is_active = ["html", "svg", "xml", "script"].iter().any(|it| named.contains(it));
    let named = if is_active { BYTES } else { named };
    let parsed = ContentType::parse(named).or_else(|_| ContentType::parse(BYTES));
    parsed.unwrap_or(ContentType::TEXT_PLAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_cleaned() {
        for (name, clean) in [
            ("../../etc/passwd", "passwd"),
            ("C:\\a\\b.pdf", "b.pdf"),
            ("إيصال\u{202e}fdp.exe", "إيصالfdp.exe"),
            ("..hidden", "hidden"),
            ("a\r\nBcc: x", "aBcc x"),
            ("//", "file"),
        ] {
            assert_eq!(clean_name(name), clean);
        }
        assert_eq!(clean_name(&"ا".repeat(500)).chars().count(), FILE_NAME_CHARS_MAX);
    }

    #[test]
    fn only_this_computer_is_loopback() {
        assert!(["127.0.0.1", "::1", "[::1]", "localhost"].iter().all(|it| is_loopback(it)));
        assert!(!["10.0.0.1", "localhost.example", "example", ""].iter().any(|it| is_loopback(it)));
    }
}
