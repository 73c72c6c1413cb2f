//! The powers card: what somebody may grant on this case now, then what one approval would give and
//! by whom (R23, `rules.md`, Powers).

use super::limits::{approvers_above, left_on_case, left_today};
use super::{Case, guard};
use crate::book::{ApprovalDemand, Book, Labels, Power, Remedy};
use crate::money::Money;
use crate::{RemedyId, SpentToday, StaffId};
use chrono::{DateTime, Days, Utc};

/// What one staff member may grant on one case at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowersCard {
    /// Within their own power, in the order of the catalogue.
    pub mine: Vec<PowerLine>,
    /// What one approval adds, remedies they may not grant or further than they may: by whom would
    /// be asked, nearest first, then in the order of the catalogue.
    pub above: Vec<PowerLine>,
    /// Whatever the powers, a decision here needs approval: the category always demands it, or they
    /// are a trainee. The demand for "none, because" alone stands in the category.
    pub approval_demanded: bool,
}

/// One remedy of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerLine {
    /// Which.
    pub remedy: RemedyId,
    /// Whose power it is: their own, or the approver's.
    pub by: StaffId,
    /// It has an amount.
    pub amount: bool,
    /// Left on this case; none without limit.
    pub limit: Option<Money>,
    /// Left today; none without limit, and for an approver, whose day is theirs.
    pub left_today: Option<Money>,
    /// A proof must stand with it.
    pub proof_required: bool,
    /// The order, article or decree the power rests on.
    pub legal_basis: Labels,
    /// Done by, unless said otherwise.
    pub due: DateTime<Utc>,
}

/// The card of one staff member on one case. Empty for the accused and whoever stands above
/// them, who may do nothing here (R63).
#[must_use]
pub fn powers_card(
    case: &Case,
    staff: &StaffId,
    book: &Book,
    spent: &SpentToday,
    now: DateTime<Utc>,
) -> PowersCard {
    let approval_demanded = approval_demanded(case, staff, book, now);
    if guard::is_conflicted(case, staff, book, now) {
        return PowersCard { mine: vec![], above: vec![], approval_demanded };
    }
    let approvers = approvers_above(case, staff, book, now);
    let (mut mine, mut above) = (Vec::new(), Vec::new());
    for (id, remedy) in &book.remedies {
        let line = |by: &StaffId, power: &Power| line(case, (id, remedy), by, power, book, now);
        let own = book.power_for(staff, id, &case.category, now);
        if let Some(power) = own {
            mine.push(PowerLine { left_today: left_today(power, id, spent), ..line(staff, power) });
        }
        let wider = approvers.iter().find_map(|by| {
            let power = book.power_for(by, id, &case.category, now)?;
            own.is_none_or(|own| reaches_further(power, own)).then(|| line(by, power))
        });
        above.extend(wider);
    }
    above.sort_by_key(|it| approvers.iter().position(|by| *by == it.by));
    PowersCard { mine, above, approval_demanded }
}

/// When a remedy is done unless said otherwise: so many working days from now.
#[must_use]
pub fn due_of(case: &Case, remedy: &Remedy, book: &Book, now: DateTime<Utc>) -> DateTime<Utc> {
    let calendar = book.calendar_of(&case.unit);
    // A calendar that ends before that is no reason to promise nothing: then days are days.
    calendar
        .add_working_days(now, remedy.due_days)
        .or_else(|| now.checked_add_days(Days::new(remedy.due_days.into())))
        .unwrap_or(now)
}

fn approval_demanded(case: &Case, staff: &StaffId, book: &Book, now: DateTime<Utc>) -> bool {
    let category = book.categories.get(&case.category).map(|category| category.approval);
    category == Some(ApprovalDemand::Always) || book.is_only_trainee(staff, now)
}

fn line(
    case: &Case,
    (id, remedy): (&RemedyId, &Remedy),
    by: &StaffId,
    power: &Power,
    book: &Book,
    now: DateTime<Utc>,
) -> PowerLine {
    PowerLine {
        remedy: id.clone(),
        by: by.clone(),
        amount: remedy.amount,
        limit: left_on_case(power, case, id),
        left_today: None,
        proof_required: power.proof_required,
        legal_basis: power.legal_basis.clone(),
        due: due_of(case, remedy, book, now),
    }
}

/// Whether one power allows more on a case than another.
fn reaches_further(power: &Power, than: &Power) -> bool {
    match (power.limit_case, than.limit_case) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(limit), Some(other)) => limit.exceeds(other) == Ok(true),
    }
}

#[cfg(test)]
mod tests;
