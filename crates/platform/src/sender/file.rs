//! A sender whose messages are files: the way out of a demo, and of a platform without a provider.

use super::text::{Carries, compose};
use super::{Delivery, OutgoingMessage, Sender};
use crate::surroundings::Clock;
use chrono::{DateTime, Utc};
use domain::Language;
use domain::case::Channel;
use serde::{Deserialize, Serialize};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const OUTBOX: &str = "outbox";

/// Writes each message as a file that only its owner may read, in `outbox` of the data folder.
pub struct FileSender {
    dir: PathBuf,
    /// Where persons reach the platform, without a slash at the end.
    page_url: String,
    clock: Clock,
}

/// A message as its file holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledMessage {
    /// When it was handed over.
    pub at: DateTime<Utc>,
    /// The case's reference.
    pub reference: String,
    /// The person's name.
    pub name: String,
    /// By which way it would go.
    pub channel: Channel,
    /// A phone in E.164, or a mail address.
    pub address: String,
    /// In which language it is.
    pub language: Language,
    /// The whole text, codes included.
    pub text: String,
    /// Opens the case.
    pub code: String,
    /// Answers the decision.
    pub word: Option<String>,
}

impl FileSender {
    /// A sender into a data folder; links in its messages begin with `page_url`.
    #[must_use]
    pub fn new(data_dir: &Path, page_url: &str, clock: Clock) -> Self {
        let page_url = page_url.trim_end_matches('/').to_owned();
        Self { dir: data_dir.join(OUTBOX), page_url, clock }
    }

    fn file(&self, message: OutgoingMessage) -> io::Result<()> {
        let at = (self.clock)();
        let name = format!("{}-{}-{}", at.format("%Y%m%dT%H%M%S%3f"), message.op, message.n);
        // As outside a demo: a text message announces, a mail holds the letter.
        let is_mail = message.letter.channel == Channel::Mail;
        let carries = if is_mail { Carries::Letter } else { Carries::Announcement };
        let filed = FiledMessage {
            at,
            reference: message.letter.reference.to_string(),
            text: compose(&message, &self.page_url, carries),
            code: message.code.grouped(),
            word: message.word.map(|it| it.grouped()),
            name: message.letter.name,
            channel: message.letter.channel,
            address: message.letter.address,
            language: message.letter.language,
        };
        private_files::create_folder(&self.dir)?;
        let draft = self.dir.join(format!("{name}.part"));
        let mut file = private_files::create(&draft)?;
        file.write_all(&serde_json::to_vec_pretty(&filed)?)?;
        file.sync_all()?;
        std::fs::rename(&draft, self.dir.join(format!("{name}.json")))
    }
}

impl Sender for FileSender {
    /// A message appears whole or not at all, so that a failure here is certain; the disk may have
    /// room again later.
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        match self.file(message) {
            Ok(()) => Delivery::HandedOver,
            Err(error) => {
                tracing::error!(%error, "a message could not be written");
                Delivery::Later
            }
        }
    }
}

/// The newest messages of a data folder, the last one first.
pub fn filed_messages(data_dir: &Path, limit: usize) -> io::Result<Vec<FiledMessage>> {
    let dir = data_dir.join(OUTBOX);
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|it| it.map(|it| it.path()))
        .filter(|it| it.as_ref().map_or(true, |it| it.extension().is_some_and(|it| it == "json")))
        .collect::<io::Result<_>>()?;
    paths.sort_unstable_by(|a, b| b.cmp(a));
    paths.iter().take(limit).map(|it| Ok(serde_json::from_slice(&std::fs::read(it)?)?)).collect()
}
