//! The agency's facts: all that is set up from files and shared with every desk.
//!
//! Nothing of any agency is in code. The book is plain data; its checks run when it is set up.

mod check;
mod powers;
mod rules;
#[cfg(test)]
pub(crate) mod sample;
mod staff;
mod tree;
mod units;
mod words;

pub use check::{BookFault, FaultCode};
pub use rules::*;
pub use units::*;
pub use words::*;

use crate::calendar::Calendar;
use crate::money::Currency;
use crate::{AgencyId, CategoryId, NoDateReasonId, PostId, RemedyId, StaffId, TemplateId, UnitId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One agency, whole. Changes raise its version; desks get the newest whole book by pull.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// Rises by one with each change.
    pub version: u64,
    /// Which agency.
    pub agency: AgencyId,
    /// Its name.
    pub name: Labels,
    /// Two letters that begin every reference.
    pub reference_prefix: String,
    /// Two letters of the country for phones without one, for example `OM`.
    pub region: String,
    /// The only currency of its remedies.
    pub currency: Currency,
    /// Working time where a unit has none of its own.
    pub calendar: Calendar,
    /// Its parts.
    pub units: BTreeMap<UnitId, Unit>,
    /// Roles.
    pub posts: BTreeMap<PostId, Post>,
    /// People.
    pub staff: BTreeMap<StaffId, Staff>,
    /// The catalogue.
    pub remedies: BTreeMap<RemedyId, Remedy>,
    /// Who may grant what.
    pub powers: Vec<Power>,
    /// Posts lent for a time.
    pub delegations: Vec<Delegation>,
    /// What cases are about.
    pub categories: BTreeMap<CategoryId, Category>,
    /// Reasons why no next date can be given.
    pub no_date_reasons: BTreeMap<NoDateReasonId, Labels>,
    /// Texts to begin from.
    pub templates: BTreeMap<TemplateId, Template>,
    /// Phrases the gate looks for.
    pub gate: GateLists,
    /// Hours and minutes that move a case up the queue.
    pub rank: RankTable,
    /// When silence ends a case.
    pub reminders: ReminderRule,
    /// How long a device may decide without having met the platform, hours.
    pub session_lease_hours: u32,
    /// How long a question to the person may pause the clocks, working days.
    pub person_pause_days_max: u32,
    /// Largest attachment, bytes; at most [`crate::case::FILE_BYTES_MAX`].
    #[serde(default = "file_bytes_max")]
    pub attachment_bytes_max: u32,
}

fn file_bytes_max() -> u32 {
    crate::case::FILE_BYTES_MAX
}

#[cfg(test)]
mod tests;
