//! How a text leaves the house. The portal row *is* the reply; a message only announces it.

mod file;
mod shown;
mod text;

pub use file::{FileSender, FiledMessage, filed_messages};
pub use shown::{MESSAGES_PATH, routes};

use domain::book::Labels;
use domain::case::{Channel, Ending, ReplyKind};
use domain::reference::{FollowCode, Reference};
use domain::{AgencyId, CaseId, Language, OpId};
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};

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
    /// The exact text; empty where the sender's own words do.
    pub text: String,
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
    /// About which case.
    pub case: CaseId,
    /// The text.
    pub letter: Letter,
    /// To follow the case: one of its own for each message.
    pub code: FollowCode,
    /// To confirm or dispute the decision of this message, when it asks for the person's word.
    pub word: Option<FollowCode>,
}

/// What a sender knows of the hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The provider has it.
    HandedOver,
    /// It may have it: a human looks, no second try is made.
    Uncertain,
    /// It certainly has not.
    Failed,
}

/// A way out of the house. It is called once per message, outside every transaction.
pub trait Sender: Send + Sync {
    /// Hands a message over.
    fn deliver(&self, message: OutgoingMessage) -> Delivery;
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
