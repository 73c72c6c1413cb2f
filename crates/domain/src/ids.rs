//! Names of things. A code is chosen by people in the agency's files; an id is made by a program.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;
use uuid::Uuid;

/// Codes longer than this are refused when an agency is set up.
pub const CODE_CHARS_MAX: usize = 64;

macro_rules! code {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(String);

        impl $name {
            /// Takes the code as it is written in the agency's files.
            pub fn new(code: impl Into<String>) -> Self { Self(code.into()) }
            /// The code as written.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl From<&str> for $name {
            fn from(code: &str) -> Self { Self(code.to_owned()) }
        }
    )*};
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )*};
}

code! {
    /// A tenant: one government body or company.
    AgencyId
    /// A part of an agency with a manager.
    UnitId
    /// A person who works at the agency.
    StaffId
    /// The role in which staff act; holds rights and powers.
    PostId
    /// What a case is about, from the agency's list.
    CategoryId
    /// A kind of remedy in the agency's catalogue.
    RemedyId
    /// A reply template of the agency.
    TemplateId
    /// A reason, from the agency's list, why no next date can be given.
    NoDateReasonId
}

id! {
    /// One case. Made on the device that opens it.
    CaseId
    /// One person who brings cases, per agency.
    PersonId
    /// One action: its idempotency key for ever (UUID version 7).
    OpId
    /// One enrolled computer of one user.
    DeviceId
    /// One incarnation of a vault; a restored or cloned vault gets a new one.
    StoreId
    /// One draft of a reply, whatever its revision.
    DraftId
}

/// One remedy granted by one action: the action and the remedy's place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct GrantId {
    /// The action that granted it.
    pub op: OpId,
    /// Its place among the remedies of that action, from 0.
    pub n: u8,
}

/// An approval is named by the action that first asked for it.
pub type ApprovalId = OpId;
/// A decision is named by the action that made it (a decide or an approve).
pub type DecisionId = OpId;
