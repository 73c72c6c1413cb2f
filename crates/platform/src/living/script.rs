//! The form of the files in `cases`.

use super::when::{Ahead, When};
use domain::case::{
    CaseKind, Channel, ContactDirection, ContactOutcome, PointAnswer, PointOutcome, ReplyKind,
    RootCause,
};
use domain::money::Money;
use domain::{CategoryId, Language, NoDateReasonId, RemedyId, RemedyProgress, StaffId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What happened, case by case.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Script {
    /// Who brought cases, by a name that only these files use.
    pub persons: BTreeMap<String, PersonForm>,
    /// The cases.
    pub cases: Vec<CaseForm>,
}

impl Script {
    /// Adds what another file tells.
    pub fn append(&mut self, part: Self) {
        self.persons.extend(part.persons);
        self.cases.extend(part.cases);
    }
}

/// Somebody who brings cases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonForm {
    pub name: String,
    pub phone: String,
    #[serde(default)]
    pub language: Language,
}

/// One case and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseForm {
    /// Makes its ids, so that it is opened once.
    pub key: String,
    pub at: When,
    pub by: StaffId,
    #[serde(default)]
    pub person: Option<String>,
    pub kind: CaseKind,
    pub category: CategoryId,
    pub channel: Channel,
    pub subject: String,
    pub own_words: String,
    #[serde(default)]
    pub points: Vec<String>,
    #[serde(default)]
    pub tried: Vec<Channel>,
    #[serde(default)]
    pub cost: Option<Money>,
    pub people_affected: u32,
    #[serde(default)]
    pub place: Option<String>,
    #[serde(default)]
    pub confidential: bool,
    #[serde(default)]
    pub accused: Option<StaffId>,
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// One act on a case.
#[derive(Debug, Deserialize)]
pub struct Step {
    pub at: When,
    pub by: StaffId,
    #[serde(flatten)]
    pub deed: Deed,
}

/// What was done, named like the actions.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Deed {
    Take,
    Assign {
        to: StaffId,
    },
    Note {
        text: String,
    },
    Contact {
        own_words: String,
        #[serde(default = "phone")]
        channel: Channel,
        #[serde(default = "inbound")]
        direction: ContactDirection,
        #[serde(default = "spoke")]
        outcome: ContactOutcome,
    },
    Reply(ReplyForm),
    Ask(AskForm),
    Grant(RemedyForm),
    Remedy {
        to: RemedyProgress,
        proof: String,
    },
    Decide(ResolutionForm),
    RequestApproval(ResolutionForm),
    Approve,
    Return {
        note: String,
    },
    HeardSolved {
        text: String,
    },
    HeardNotSolved {
        text: String,
    },
}

/// A text to the person.
#[derive(Debug, Deserialize)]
pub struct ReplyForm {
    pub kind: ReplyKind,
    pub text: String,
    #[serde(default)]
    pub next: Option<Ahead>,
    #[serde(default)]
    pub no_date: Option<NoDateReasonId>,
}

/// A question to the person.
#[derive(Debug, Deserialize)]
pub struct AskForm {
    pub text: String,
    pub next: Ahead,
}

/// A remedy.
#[derive(Debug, Deserialize)]
pub struct RemedyForm {
    pub remedy: RemedyId,
    #[serde(default)]
    pub amount: Option<Money>,
    #[serde(default)]
    pub due: Option<Ahead>,
    #[serde(default)]
    pub proof: Option<String>,
}

/// A whole resolution with its letter.
#[derive(Debug, Deserialize)]
pub struct ResolutionForm {
    #[serde(default)]
    pub remedies: Vec<RemedyForm>,
    #[serde(default)]
    pub none_because: Option<String>,
    #[serde(default)]
    pub points: Vec<PointForm>,
    pub grounds: String,
    pub cause: RootCause,
    pub text: String,
}

/// The answer to a point.
#[derive(Debug, Deserialize)]
pub struct PointForm {
    pub point: u32,
    pub outcome: PointOutcome,
    #[serde(default)]
    pub because: String,
}

impl From<&PointForm> for PointAnswer {
    fn from(form: &PointForm) -> Self {
        Self { point: form.point, outcome: form.outcome, because: form.because.clone() }
    }
}

fn phone() -> Channel {
    Channel::Phone
}

fn inbound() -> ContactDirection {
    ContactDirection::Inbound
}

fn spoke() -> ContactOutcome {
    ContactOutcome::Spoke
}
