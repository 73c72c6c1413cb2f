//! Categories, clocks, the catalogue of remedies, and the numbers the rules run on.

use super::Labels;
use crate::UnitId;
use serde::{Deserialize, Serialize};

/// What a case is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its name.
    pub label: Labels,
    /// Who is competent (R12).
    pub unit: UnitId,
    /// Water, power, medicine, safety: a hard ceiling in real hours (R35).
    #[serde(default)]
    pub ceiling_hours: Option<u32>,
    /// When a decision here needs somebody above.
    #[serde(default)]
    pub approval: ApprovalDemand,
    /// Its clocks.
    pub clocks: ClockLengths,
    /// The service standard a letter cites (R46).
    #[serde(default)]
    pub standard: Option<Labels>,
}

/// When a decision needs approval whatever the powers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalDemand {
    /// Never (R34).
    #[default]
    Never,
    /// When nothing is granted.
    NoneBecause,
    /// Always.
    Always,
}

/// Lengths of clocks in working time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockLengths {
    /// First answer, working hours.
    pub answer_hours: u32,
    /// Solution, working days.
    pub solution_days: u32,
    /// Longest stretch without news to the person, working days.
    pub next_contact_days: u32,
    /// An approver's silence before it passes to the deputy, working hours.
    pub approval_hours: u32,
}

/// A kind of remedy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// Its name.
    pub label: Labels,
    /// Whether it has an amount.
    #[serde(default)]
    pub amount: bool,
    /// Working days until it is done, unless said otherwise.
    pub due_days: u32,
    /// The order, article or decree it rests on.
    pub legal_basis: Labels,
}

/// What moves a case up the queue (`rules.md`, The queue). Fame has no field here (R05).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankTable {
    /// A vital service or safety, hours earlier.
    pub vital_hours: u32,
    /// Each tenfold of people affected, hours earlier.
    pub per_tenfold_people_hours: u32,
    /// Each repeat contact without progress, hours earlier.
    pub per_repeat_hours: u32,
    /// Each day of age, minutes earlier.
    pub per_day_minutes: u32,
}

/// When silence ends an answered case (R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderRule {
    /// How many reminders.
    pub count: u32,
    /// Working days between two.
    pub gap_days: u32,
    /// Working days of silence after the last.
    pub last_days: u32,
}
