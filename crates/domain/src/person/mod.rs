//! The person who brings a case: per agency, found by any of their identifiers.

mod identifier;
mod join;

pub use identifier::{
    IDENTIFIER_BYTES_MAX, IdentifierError, check_digit_fits, is_placeholder, is_rounded_number,
    parse_identifier,
};
pub use join::{fits_several, join_persons, same_person};

use crate::{Event, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A way to know a person again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// E.164, for example `+96824123456`.
    Phone,
    /// As the state writes it, digits folded to ASCII.
    NationalId,
    /// Lower case.
    Mail,
}

/// One identifier, valid for a time. One phone may lead to several persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Identifier {
    /// What it is.
    pub kind: IdentifierKind,
    /// In the form of its kind.
    pub value: String,
    /// Known since.
    pub since: DateTime<Utc>,
    /// No longer theirs after this.
    pub until: Option<DateTime<Utc>>,
}

/// What is known of a person. An import may bring cases without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Per agency.
    pub id: PersonId,
    /// As the person gave it.
    pub name: String,
    /// Phones, national id, mail.
    pub identifiers: Vec<Identifier>,
    /// The language in which they are written to.
    pub language: Language,
}

impl Person {
    /// The value of the first identifier of a kind that is still theirs.
    #[must_use]
    pub fn current(&self, kind: IdentifierKind) -> Option<&str> {
        self.theirs(kind).next().map(|it| it.value.as_str())
    }

    /// The identifiers of a kind that are still theirs.
    pub fn theirs(&self, kind: IdentifierKind) -> impl Iterator<Item = &Identifier> {
        self.identifiers.iter().filter(move |it| it.kind == kind && it.until.is_none())
    }

    /// Whether an identifier is theirs now.
    #[must_use]
    pub fn has(&self, kind: IdentifierKind, value: &str) -> bool {
        self.theirs(kind).any(|it| it.value == value)
    }

    /// Takes a correction in; one of somebody else, or taken in before, changes nothing.
    pub fn correct(&mut self, event: &Event) {
        let Event::PersonCorrected { person, added, ended, .. } = event else { return };
        if *person != self.id {
            return;
        }
        for old in ended {
            let same = |it: &&mut Identifier| it.kind == old.kind && it.value == old.value;
            let mut open = self.identifiers.iter_mut().filter(|it| it.until.is_none());
            if let Some(open) =
                open.find(|it| same(it) && it.since <= old.until.unwrap_or(it.since))
            {
                open.until = old.until;
            }
        }
        for new in added {
            // An identifier that came back has a second time of its own.
            let is_there = |it: &Identifier| {
                it.kind == new.kind
                    && it.value == new.value
                    && (it.until.is_none() || it.since == new.since)
            };
            if !self.identifiers.iter().any(is_there) {
                self.identifiers.push(new.clone());
            }
        }
    }

    /// Takes in what another record of the same person knows besides: identifiers that this one never
    /// had. Nothing is changed or ended, and what ended is not revived. Answers what was new.
    pub fn learn(&mut self, other: &Person) -> Vec<Identifier> {
        let mut learned = Vec::new();
        for theirs in &other.identifiers {
            let ours = &mut self.identifiers;
            if !ours.iter().any(|it| it.kind == theirs.kind && it.value == theirs.value) {
                ours.push(theirs.clone());
                learned.push(theirs.clone());
            }
        }
        learned
    }
}

/// The languages of the interface, of letters and of every label from the agency's files.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Arabic, first and right to left.
    #[default]
    Ar,
    /// English, equal.
    En,
}
