//! What the rule may know besides the case.

use super::{Ask, Bench};
use crate::Error;
use domain::case::Case;
use domain::{Action, Context, Person, PersonOf, Side, SpentToday, StaffId};
use std::collections::BTreeMap;

/// The parts of a [`Context`] that must be read.
pub(super) struct Gathered {
    spent_today: SpentToday,
    load: BTreeMap<StaffId, u32>,
    pub(super) person: Option<Person>,
}

impl Gathered {
    /// Reads what this action needs and no more.
    pub(super) fn of(bench: &Bench<'_>, ask: &Ask<'_>, case: Option<&Case>) -> Result<Self, Error> {
        let since = bench.book.calendar.start_of_day(bench.now);
        let spent_today = match ask.actor.staff() {
            Some(staff) if may_spend(ask.action) => {
                bench.tx.spent_since(bench.agency, staff, since)?
            }
            Some(_) | None => SpentToday::new(),
        };
        let load = if matches!(ask.action, Action::Assign { .. }) {
            bench.tx.load(bench.agency)?
        } else {
            BTreeMap::new()
        };
        Ok(Self { spent_today, load, person: person_of(bench, ask.action, case)? })
    }

    pub(super) fn context<'a>(&'a self, bench: &'a Bench<'_>, ask: &'a Ask<'_>) -> Context<'a> {
        Context {
            now: bench.now,
            op: ask.op,
            actor: ask.actor,
            side: Side::Platform,
            book: &bench.book,
            spent_today: &self.spent_today,
            load: &self.load,
            person: self.person.as_ref(),
        }
    }
}

/// Who grants, decides or approves spends from the limits of a day.
fn may_spend(action: &Action) -> bool {
    matches!(
        action,
        Action::GrantRemedy(_)
            | Action::Decide(_)
            | Action::Approve { .. }
            | Action::RequestApproval { .. }
    )
}

#[expect(clippy::wildcard_enum_match_arm, reason = "two kinds bring a person")]
fn person_of(
    bench: &Bench<'_>,
    action: &Action,
    case: Option<&Case>,
) -> Result<Option<Person>, Error> {
    let brought = match action {
        Action::OpenCase(open) => Some(&open.person),
        Action::ImportCase(import) => Some(&import.open.person),
        _ => None,
    };
    let id = match (brought, case) {
        (Some(PersonOf::New { record }), _) => return Ok(Some(record.clone())),
        (Some(PersonOf::Known { id }), _) => Some(*id),
        (Some(PersonOf::Unknown), _) | (None, None) => None,
        (None, Some(case)) => case.person,
    };
    id.map_or(Ok(None), |id| bench.tx.person(bench.agency, id))
}
