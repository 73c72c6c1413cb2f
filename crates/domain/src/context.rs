//! What a rule may know besides the aggregate: plain data, gathered before it is asked.

use crate::{Actor, OpId, Person, RemedyId, StaffId, book::Book};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Where the rule runs: the device guesses, the platform decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At once, on the handler's computer, with what it knows.
    Device,
    /// In the agency's order, with the powers of that moment.
    Platform,
}

/// What one staff member has granted today, in minor units of the agency's currency.
pub type SpentToday = BTreeMap<RemedyId, i64>;

/// Everything a rule may look at besides the state and the action.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The instant of the act: the device's clock, or the platform's.
    pub now: DateTime<Utc>,
    /// The action's id; ids of what it makes are derived from it.
    pub op: OpId,
    /// Who acts.
    pub actor: &'a Actor,
    /// Where the rule runs.
    pub side: Side,
    /// The agency's facts: units, posts, powers, calendars, lists.
    pub book: &'a Book,
    /// What the actor granted since the start of the agency's day, this case apart from nothing.
    pub spent_today: &'a SpentToday,
    /// Open cases per staff member, shown when work is assigned; empty when unknown.
    pub load: &'a BTreeMap<StaffId, u32>,
    /// The person of the case, when there is one.
    pub person: Option<&'a Person>,
}
