//! How a text leaves the house. The portal row *is* the reply; a message only announces it.

mod file;
mod gateway;
mod mail;
mod outward;
mod receipts;
mod settings;
mod shown;
mod signature;
mod text;

pub use file::{FileSender, FiledMessage, filed_messages};
pub use outward::Outward;
pub use receipts::RECEIPTS_PATH;
pub use settings::{LetterSettings, MailSettings, Security, SettingsFault, TextSettings};
pub use shown::MESSAGES_PATH;
pub use signature::sign;

use axum::Router;

use chrono::{DateTime, Utc};
use domain::book::Labels;
use domain::case::{AttachmentRef, Channel, Ending, LetterFault, ReplyKind};
use domain::reference::{FollowCode, Reference};
use domain::{AgencyId, CaseId, Language, OpId};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};

/// What the ledger keeps of a text: all but the codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// What it is.
    pub kind: LetterKind,
    /// By which way.
    pub channel: Channel,
    /// A phone in E.164, or a mail address.
    pub address: String,
    /// The person's name.
    pub name: String,
    /// In which language they are written to.
    pub language: Language,
    /// The case's.
    pub reference: Reference,
    /// The exact text; empty where the sender's own words do, and once it was sent.
    pub text: String,
    /// The files that go with it.
    pub files: Vec<AttachmentRef>,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LetterKind {
    /// We have your case; here is how to follow it.
    Welcome,
    /// The agency wrote.
    Reply {
        /// What it is.
        reply: ReplyKind,
    },
    /// We wait for your word.
    Reminder,
    /// The case is over.
    Ended {
        /// How it ended.
        ending: Ending,
    },
}

/// A text on its way out, with the codes that exist nowhere else.
pub struct OutgoingMessage {
    /// Whose.
    pub agency: AgencyId,
    /// What the agency is called.
    pub from: Labels,
    /// The action behind it; with `n` it names the message for ever.
    pub op: OpId,
    /// Its place among the texts of that action.
    pub n: u16,
    /// How often somebody sent it again after it had certainly failed.
    pub round: u32,
    /// When it is sent.
    pub at: DateTime<Utc>,
    /// About which case.
    pub case: CaseId,
    /// The case is confidential, or about an official: nothing is said about it.
    pub is_private: bool,
    /// The files that go with it; none when they stay on the page.
    pub files: Vec<OutgoingFile>,
    /// The text.
    pub letter: Letter,
    /// To follow the case: one of its own for each message.
    pub code: FollowCode,
    /// To confirm or dispute the decision of this message, when it asks for the person's word.
    pub word: Option<FollowCode>,
}

impl OutgoingMessage {
    /// Names the message to a provider: the same for each attempt, so that a second one is
    /// recognized; another once it was sent again after a certain failure.
    #[must_use]
    pub fn slot(&self) -> String {
        match self.round {
            0 => format!("{}.{}", self.op, self.n),
            round => format!("{}.{}.r{round}", self.op, self.n),
        }
    }
}

/// A file that goes with a message.
pub struct OutgoingFile {
    /// Its name, as the writer gave it.
    pub name: String,
    /// By content.
    pub media_type: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// What a sender knows of the hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The provider has it.
    HandedOver,
    /// It may have it: a human looks, no second try is made.
    Uncertain,
    /// It certainly has not, and a second try would not help.
    Failed(LetterFault),
    /// It certainly has not for now; a later try may succeed.
    Later,
}

/// Hands messages to a provider. It is called once per message, outside every transaction.
pub trait Sender: Send + Sync {
    /// Hands a message over.
    fn deliver(&self, message: OutgoingMessage) -> Delivery;

    /// Whether messages can be sent on this channel.
    fn carries(&self, _channel: Channel) -> bool {
        true
    }

    /// How large all files of one message may be, in bytes.
    fn files_bytes_max(&self, _agency: &AgencyId, _channel: Channel) -> u64 {
        0
    }
}

/// The routes of messages: those of a demo, and the receipts of the gateway.
pub fn routes(app: Arc<crate::App>) -> Router {
    shown::routes(Arc::clone(&app)).merge(receipts::routes(app))
}

/// Keeps messages in memory, for tests.
#[derive(Default)]
pub struct MemorySender {
    messages: Mutex<Vec<OutgoingMessage>>,
}

impl MemorySender {
    /// Takes what was delivered so far.
    pub fn take(&self) -> Vec<OutgoingMessage> {
        std::mem::take(&mut *self.messages.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Sender for MemorySender {
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        self.messages.lock().unwrap_or_else(PoisonError::into_inner).push(message);
        Delivery::HandedOver
    }
}
