//! What changed, for the scope keys a device subscribes to.

use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::Stage;
use domain::reference::Reference;
use domain::{CaseId, CategoryId, Person, PostId, Recorded, UnitId};
use serde::{Deserialize, Serialize};

/// A question for news.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullRequest {
    /// Where the last answer ended; none for the first. Sealed by the platform for this user on this
    /// computer: any other text is answered as if there were none.
    pub cursor: Option<String>,
    /// `staff:u`, `asked:u`, `unit:u:open`, `unit:u:closed:2026-10`, `stubs:agency`. None: all that
    /// this user may subscribe to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<String>>,
    /// The book the device holds, 0 when none.
    #[serde(deserialize_with = "crate::bounded::number")]
    pub book_version: u64,
    /// At most [`crate::limits::PULL_ITEMS_MAX`]. An answer holds no more, but for the events of one
    /// action, which are never divided.
    pub items_max: u32,
}

/// News in the agency's order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PullAnswer {
    /// Where this answer ends.
    pub cursor: String,
    /// The platform's history; another one means: rebuild the cache.
    pub epoch: u64,
    /// The whole book, when newer than the device's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub book: Option<Book>,
    /// The keys this user may subscribe to now. None when the question named none and they are the
    /// same as those of the last answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<String>>,
    /// In order.
    pub items: Vec<FeedItem>,
    /// True when more waits behind the cursor.
    pub more: bool,
    /// How far a first sync has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// The platform's clock, to show a device whose own is wrong.
    pub at: DateTime<Utc>,
}

/// How far a first sync has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// 1 own and asked, 2 stubs and the unit's open, 3 the unit's closed.
    pub tier: u8,
    /// Cases sent so far in this tier.
    pub done: u32,
    /// Cases of this tier.
    pub total: u32,
}

/// One piece of news.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "item", rename_all = "snake_case")]
pub enum FeedItem {
    /// Something happened on a case the device holds.
    Event {
        /// What.
        recorded: Box<Recorded>,
    },
    /// A case came into sight, whole. Replaces what the device holds of it.
    Enter {
        /// Which.
        case: CaseId,
        /// All its events, in order.
        events: Vec<Recorded>,
        /// Who brought it.
        person: Option<Person>,
    },
    /// A piece of a case that is larger than a page. The device shows nothing of it until the last piece
    /// came; then it replaces what the device holds, like [`Self::Enter`].
    Part {
        /// Which.
        case: CaseId,
        /// True for the first piece: whatever pieces of it came before are void.
        first: bool,
        /// True for the last piece.
        last: bool,
        /// The next of its events, in order.
        events: Vec<Recorded>,
        /// Who brought it; with the last piece.
        person: Option<Person>,
    },
    /// A case is out of sight: erase it. Absence never means this.
    Leave {
        /// Which.
        case: CaseId,
        /// Why.
        reason: LeaveReason,
    },
    /// A person of a case in sight changed.
    Person {
        /// As they are now.
        person: Person,
    },
    /// What everybody may know of a case out of reach.
    Stub {
        /// As it is now.
        stub: Stub,
    },
}

/// Why a case left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaveReason {
    /// It belongs to somebody else's scope now.
    Moved,
    /// It became confidential.
    Confidential,
    /// The question that let you read it is long answered.
    AskEnded,
    /// The device no longer subscribes to the key.
    Unsubscribed,
}

/// A case without text (`rules.md`, Reading).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stub {
    /// Which.
    pub case: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// What it is about, from the list.
    pub category: CategoryId,
    /// Whose work.
    pub unit: UnitId,
    /// Where it stands.
    pub stage: Stage,
    /// The owner's post, never the name.
    pub owner_post: Option<PostId>,
    /// When the person hears next.
    pub next_contact: Option<DateTime<Utc>>,
    /// Inbound contacts.
    pub contacts: u32,
    /// Phones (E.164) and national ids that lead here, for look-up only.
    pub lookup: Vec<String>,
    /// False when it fell out of sight (confidential, or closed long ago): erase it.
    pub visible: bool,
}
