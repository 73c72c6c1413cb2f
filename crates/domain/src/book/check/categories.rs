//! What cases are about: who is competent, who approves, and the clocks.

use super::{FaultCode, Faults};
use crate::book::{Book, Category, Right};

/// No clock is longer, hours.
const HOURS_MAX: u32 = 24 * 366;
/// No clock is longer, days.
pub(super) const DAYS_MAX: u32 = 3 * 366;

pub(super) fn check(book: &Book, faults: &mut Faults) {
    faults.demand(!book.categories.is_empty(), FaultCode::Zero, "categories", &0);
    for (id, category) in &book.categories {
        let place = format!("categories.{id}");
        faults.code(place.as_str(), id.as_str());
        faults.labels(&format!("{place}.label"), &category.label);
        if let Some(standard) = &category.standard {
            faults.labels(&format!("{place}.standard"), standard);
        }
        let unit = format!("{place}.unit");
        if book.units.contains_key(&category.unit) {
            let answers = somebody_approves(book, category);
            faults.demand(answers, FaultCode::NobodyApproves, unit, &category.unit);
        } else {
            faults.add(FaultCode::UnknownUnit, unit, &category.unit);
        }
        clocks(&place, category, faults);
    }
}

fn clocks(place: &str, category: &Category, faults: &mut Faults) {
    let clocks = &category.clocks;
    for (name, length, max) in [
        ("clocks.answer_hours", clocks.answer_hours, HOURS_MAX),
        ("clocks.solution_days", clocks.solution_days, DAYS_MAX),
        ("clocks.next_contact_days", clocks.next_contact_days, DAYS_MAX),
        ("clocks.approval_hours", clocks.approval_hours, HOURS_MAX),
    ] {
        faults.number(format!("{place}.{name}"), length, max);
    }
    if let Some(hours) = category.ceiling_hours {
        faults.number(format!("{place}.ceiling_hours"), hours, HOURS_MAX);
    }
}

/// Whether a manager of the category's unit or of one above may answer an approval; else every
/// request ends in a refusal.
fn somebody_approves(book: &Book, category: &Category) -> bool {
    let managers = book.line_of(&category.unit).into_iter().filter_map(|id| book.units.get(id));
    managers
        .filter_map(|unit| book.posts.get(&unit.manager).filter(|_| book.is_held(&unit.manager)))
        .any(|post| post.rights.contains(&Right::Approve))
}
