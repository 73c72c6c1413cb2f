//! The senders of a platform: mail, text messages, or both.

use super::gateway::GatewaySender;
use super::mail::SmtpSender;
use super::settings::{LetterSettings, SettingsFault};
use super::{Delivery, OutgoingMessage, Sender};
use crate::surroundings::Clock;
use chrono::{DateTime, Utc};
use domain::case::Channel;
use domain::{AgencyId, Language};

/// Hands each message to the sender of its channel. Without settings it carries none, and messages
/// stay queued.
#[derive(Default)]
pub struct Outward {
    mail: Option<SmtpSender>,
    text: Option<GatewaySender>,
}

/// The address carries codes: over TLS, or to this computer only.
fn is_safe(page_url: &str) -> bool {
    let of_this_computer = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    page_url.starts_with("https://") || of_this_computer.iter().any(|it| page_url.starts_with(it))
}

impl Outward {
    /// Reads the settings with their secrets. Links in messages begin with `page_url`.
    pub fn new(
        settings: &LetterSettings,
        page_url: Option<&str>,
        clock: &Clock,
    ) -> Result<Self, SettingsFault> {
        if settings.mail.is_none() && settings.text.is_none() {
            return Ok(Self::default());
        }
        let page_url = page_url.ok_or(SettingsFault::new("page-url", ""))?.trim_end_matches('/');
        if !is_safe(page_url) {
            return Err(SettingsFault::new("page-url-plain", page_url));
        }
        let mail = settings.mail.as_ref().map(|it| SmtpSender::new(it, page_url)).transpose()?;
        let text = settings.text.as_ref().map(|it| GatewaySender::new(it, page_url, clock));
        Ok(Self { mail, text: text.transpose()? })
    }

    /// Whether anything can be sent.
    #[must_use]
    pub fn is_configured(&self) -> bool {
        self.mail.is_some() || self.text.is_some()
    }

    /// Sends a test message; none when the settings lack a sender for such an address.
    #[must_use]
    pub fn test(
        &self,
        address: &str,
        language: Language,
        id: &str,
        at: DateTime<Utc>,
    ) -> Option<Delivery> {
        if address.contains('@') {
            return self.mail.as_ref().map(|it| it.test(address, language, (id, at)));
        }
        self.text.as_ref().map(|it| it.test(address, language, id))
    }
}

impl Sender for Outward {
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        let sender: Option<&dyn Sender> = if message.letter.channel == Channel::Mail {
            self.mail.as_ref().map(|it| it as &dyn Sender)
        } else {
            self.text.as_ref().map(|it| it as &dyn Sender)
        };
        sender.map_or(Delivery::Later, |it| it.deliver(message))
    }

    fn carries(&self, channel: Channel) -> bool {
        match channel {
            Channel::Mail => self.mail.is_some(),
            Channel::Sms => self.text.is_some(),
            Channel::Phone
            | Channel::Branch
            | Channel::Social
            | Channel::Import
            | Channel::Portal => false,
        }
    }

    fn files_bytes_max(&self, agency: &AgencyId, channel: Channel) -> u64 {
        let mail = self.mail.as_ref().filter(|_| channel == Channel::Mail);
        mail.map_or(0, |it| it.files_bytes_max(agency, channel))
    }
}
