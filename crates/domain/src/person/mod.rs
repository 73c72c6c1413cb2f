//! The person who brings a case: per agency, found by any of their identifiers.

mod identifier;
mod join;

pub use identifier::{
    IDENTIFIER_BYTES_MAX, IdentifierError, check_digit_fits, is_placeholder, is_rounded_number,
    parse_identifier,
};
pub use join::{join_persons, same_person};

use crate::PersonId;
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
        self.identifiers
            .iter()
            .find(|it| it.kind == kind && it.until.is_none())
            .map(|it| it.value.as_str())
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
