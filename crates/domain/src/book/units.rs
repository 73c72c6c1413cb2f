//! Units, posts, staff, powers.

use super::Labels;
use crate::calendar::Calendar;
use crate::money::Money;
use crate::{CategoryId, OpId, PostId, RemedyId, StaffId, UnitId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// A part of the agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// Its name.
    pub label: Labels,
    /// The unit above.
    pub parent: Option<UnitId>,
    /// The post that manages it.
    pub manager: PostId,
    /// Its own working time.
    pub calendar: Option<Calendar>,
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its name, shown to the person instead of the holder's.
    pub label: Labels,
    /// Where.
    pub unit: UnitId,
    /// Other than remedies.
    pub rights: BTreeSet<Right>,
    /// Everything a trainee decides needs approval.
    #[serde(default)]
    pub trainee: bool,
}

/// What a post may do besides granting remedies. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Open cases, record contacts, take, reply, decide.
    Handle,
    /// Give cases to others of the unit.
    Assign,
    /// Answer approvals.
    Approve,
    /// Overrule the gate's kind, logged.
    OverruleGate,
    /// Read every case of the unit and those below.
    ReadUnit,
    /// Review disputed decisions of other units.
    Review,
    /// Take data out.
    Export,
    /// Enrol devices of the unit.
    Enrol,
    /// Bring cases from files.
    Import,
    /// Correct phones and mail addresses of persons of cases in sight.
    CorrectPerson,
}

/// Somebody who works there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Their name.
    pub name: Labels,
    /// The posts they hold, with dates.
    pub posts: Vec<Holding>,
    /// Who answers when they are silent or away.
    #[serde(default)]
    pub deputy: Option<StaffId>,
}

/// A post held for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Which.
    pub post: PostId,
    /// From the beginning when none.
    #[serde(default)]
    pub since: Option<DateTime<Utc>>,
    /// Without end when none.
    #[serde(default)]
    pub until: Option<DateTime<Utc>>,
}

/// Which remedies a post may grant, where, and up to which limits (R23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Power {
    /// Whose.
    pub post: PostId,
    /// Which.
    pub remedies: BTreeSet<RemedyId>,
    /// On which categories; all when empty.
    #[serde(default)]
    pub categories: BTreeSet<CategoryId>,
    /// Per case; none means without limit (for remedies without an amount).
    #[serde(default)]
    pub limit_case: Option<Money>,
    /// Per day.
    #[serde(default)]
    pub limit_day: Option<Money>,
    /// A proof must stand with the grant.
    #[serde(default)]
    pub proof_required: bool,
    /// The order, article or decree it rests on.
    pub legal_basis: Labels,
    /// From the beginning when none.
    #[serde(default)]
    pub since: Option<DateTime<Utc>>,
    /// Without end when none.
    #[serde(default)]
    pub until: Option<DateTime<Utc>>,
}

/// A post lent for a time; visible on everything done under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegation {
    /// The action that lent it.
    pub id: OpId,
    /// What.
    pub post: PostId,
    /// By whom.
    pub from: StaffId,
    /// To whom.
    pub to: StaffId,
    /// First instant.
    pub since: DateTime<Utc>,
    /// Last instant.
    pub until: DateTime<Utc>,
}
