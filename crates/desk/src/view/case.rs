//! One case on one screen.

use super::{HolderView, PowersCard, QueueRow, Said, TimelineItem, Who};
use chrono::{DateTime, Utc};
use domain::book::Labels;
use domain::case::{
    ApprovalState, AttachmentRef, Channel, Ending, LetterFault, RemedyState, ReplyKind,
};
use domain::money::Money;
use domain::{IdentifierKind, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the reader had seen when they acted: sent back with each act on the case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Seen {
    /// The last platform number.
    #[ts(type = "number")]
    pub seq: u64,
    /// The last inbound message.
    pub last_inbound: Option<String>,
    /// The last outbound text.
    pub last_outbound: Option<String>,
    /// Outbound texts seen.
    pub ordinal: u32,
}

/// A case with its story.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseView {
    /// What the queue shows of it.
    pub row: QueueRow,
    /// Sent back with each act.
    pub seen: Seen,
    /// Who brought it.
    pub person: Option<PersonView>,
    /// The category's code: templates name it.
    pub category: String,
    /// In their own words.
    pub own_words: Option<Said>,
    /// The handler's one line.
    pub subject: Said,
    /// True when the subject was put together from a form's fields.
    pub subject_from_form: bool,
    /// What they asked for.
    pub points: Vec<Said>,
    /// What they tried before.
    pub tried: Vec<Channel>,
    /// How it began.
    pub channel: Channel,
    /// What it cost them so far.
    pub cost: Option<Money>,
    /// Where.
    pub place: Option<Said>,
    /// Since.
    pub opened_at: DateTime<Utc>,
    /// How it ended.
    pub ending: Option<Ending>,
    /// What was asked, promised, said last.
    pub story: StoryView,
    /// In order, newest last.
    pub timeline: Vec<TimelineItem>,
    /// What I may grant here now, and what one approval would give.
    pub powers: PowersCard,
    /// Granted remedies.
    pub remedies: Vec<RemedyView>,
    /// Messages that did not reach the person, or may not have.
    pub returned: Vec<ReturnedView>,
    /// Approvals of this case, newest last.
    pub approvals: Vec<CaseApproval>,
    /// Files.
    pub attachments: Vec<AttachmentRef>,
    /// The agency's limit for one file.
    pub attachment_bytes_max: u32,
    /// The person's other cases.
    pub others: Vec<QueueRow>,
    /// Unsent texts of mine, and other heads of the same draft.
    pub drafts: Vec<DraftView>,
    /// What I may do here now; the interface hides the rest.
    pub may: Vec<May>,
    /// Clocks, for the facts.
    pub clocks: ClocksView,
    /// Who held it how long, in seconds.
    pub hours: Vec<HeldFor>,
    /// The service standard of the category.
    pub standard: Option<Labels>,
}

/// A message that did not reach the person, or may not have.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedView {
    /// The action behind the message.
    pub op: String,
    /// Its place there.
    pub n: u16,
    /// By which way it was sent.
    pub channel: Channel,
    /// Why it came back.
    pub fault: LetterFault,
    /// When.
    pub at: DateTime<Utc>,
}

/// The person of a case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PersonView {
    /// Which.
    pub person: String,
    /// Name.
    pub name: Said,
    /// Ways to reach and know them.
    pub identifiers: Vec<IdentifierView>,
    /// Those that were theirs once, the last to end first.
    pub past_identifiers: Vec<IdentifierView>,
    /// The language in which they are written to.
    pub language: Language,
}

/// One identifier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IdentifierView {
    /// What it is.
    pub kind: IdentifierKind,
    /// For the screen.
    pub value: String,
    /// Known since.
    pub since: DateTime<Utc>,
    /// No longer theirs after this.
    pub until: Option<DateTime<Utc>>,
}

/// "Story so far": three short lines (R02).
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoryView {
    /// What was asked last.
    pub asked: Option<StoryLine>,
    /// What was promised: the nearest open one.
    pub promised: Option<PromiseLine>,
    /// What was said last to the person.
    pub said: Option<StoryLine>,
}

/// A line of the story.
#[derive(Clone, Debug, Serialize, TS)]
pub struct StoryLine {
    /// Its words, cut at the end.
    pub text: Said,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the person.
    pub by: Option<Who>,
    /// What kind of text it was, for ours.
    pub kind: Option<ReplyKind>,
}

/// A promise: a remedy with its day, or the next contact.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PromiseLine {
    /// The remedy; none for "next news on".
    pub remedy: Option<Labels>,
    /// By when.
    pub due: DateTime<Utc>,
    /// Who owes it.
    pub by: Option<Who>,
    /// Its instant has passed.
    pub late: bool,
}

/// A granted remedy.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RemedyView {
    /// The action that granted it.
    pub op: String,
    /// Its place in that action.
    pub n: u8,
    /// Its name.
    pub label: Labels,
    /// Amount.
    pub amount: Option<Money>,
    /// By when.
    pub due: DateTime<Utc>,
    /// Where it stands.
    pub state: RemedyState,
}

/// An approval as the case shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseApproval {
    /// Which.
    pub approval: String,
    /// Revision.
    pub revision: u32,
    /// Who is asked now.
    pub of: Option<Who>,
    /// Since.
    pub asked_at: DateTime<Utc>,
    /// When silence passes it on.
    pub limit: DateTime<Utc>,
    /// Where it stands.
    pub state: ApprovalState,
    /// I asked for it.
    pub mine: bool,
    /// The resolution asked for, to begin the next revision from when it was returned.
    pub resolution: domain::Resolution,
}

/// An unsent text.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftView {
    /// Which draft.
    pub draft: String,
    /// Its words.
    pub words: Said,
    /// What it is going to be.
    pub form: DraftForm,
    /// Saved when.
    pub saved_at: DateTime<Utc>,
    /// Written on another computer: a second head.
    pub elsewhere: bool,
}

/// Which form a draft belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DraftForm {
    /// The composer.
    Reply,
    /// The note field.
    Note,
    /// The decision's fields, as JSON of the form.
    Decision,
    /// A new case's fields, as JSON of the form.
    Intake,
}

/// An act that the rules would not refuse outright now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum May {
    /// Become the owner.
    Take,
    /// Give it to somebody.
    Assign,
    /// Give it back.
    Release,
    /// Write to the person.
    Reply,
    /// Write a note.
    Note,
    /// Record a contact.
    Contact,
    /// Decide, or ask for approval.
    Decide,
    /// Grant without deciding.
    Grant,
    /// Say how a remedy went.
    UpdateRemedy,
    /// Send a message again that came back.
    Resend,
    /// Record that the person said solved or not.
    Hear,
    /// Correct how the person is reached.
    CorrectPerson,
    /// Review a dispute.
    Review,
    /// Add a file.
    Attach,
    /// Overrule the gate's kind.
    OverruleGate,
}

/// The clocks of a case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClocksView {
    /// First answer due.
    pub answer_due: DateTime<Utc>,
    /// Stopped.
    pub answered_at: Option<DateTime<Utc>>,
    /// Solution due.
    pub solution_due: DateTime<Utc>,
    /// Stopped.
    pub solved_at: Option<DateTime<Utc>>,
    /// Hard ceiling.
    pub ceiling: Option<DateTime<Utc>>,
    /// Next news to the person.
    pub next_contact: Option<DateTime<Utc>>,
}

/// How long somebody held the case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct HeldFor {
    /// Who.
    pub holder: HolderView,
    /// Seconds, all segments together.
    #[ts(type = "number")]
    pub seconds: i64,
}
