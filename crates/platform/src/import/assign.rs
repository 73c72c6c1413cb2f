//! Gives imported open cases to handlers, as a manager would on the first morning.

use crate::surroundings::uuid;
use crate::{Act, App, Error};
use domain::book::{Book, Right};
use domain::case::Channel;
use domain::{Action, Actor, AgencyId, CaseId, OpId, StaffId, UnitId};
use protocol::Outcome;

/// How many unassigned cases of a unit are looked at.
const LOOKED_AT_MAX: u32 = 10_000;

/// Gives up to `count` imported cases that lie unassigned to handlers of their units, those due first
/// in front, in turn. Answers how many were given.
pub fn assign(app: &App, agency: &AgencyId, count: u64) -> Result<u64, Error> {
    let book = app.book(agency)?;
    let mut given = 0;
    for unit in book.units.keys() {
        let handlers = handlers(&book, unit, app);
        let Some(manager) = manager(&book, unit, app) else { continue };
        if handlers.is_empty() {
            continue;
        }
        let mut turn = handlers.iter().cycle();
        for case in app.unassigned(agency, unit, LOOKED_AT_MAX)? {
            if given >= count {
                return Ok(given);
            }
            let imported = app.case(agency, case)?.is_some_and(|it| it.channel == Channel::Import);
            if !imported {
                continue;
            }
            if let Some(to) = turn.next() {
                given += u64::from(give(app, agency, case, &manager, to)?);
            }
        }
    }
    Ok(given)
}

/// Who only handles; in a unit where everybody does more, everybody who handles.
fn handlers(book: &Book, unit: &UnitId, app: &App) -> Vec<StaffId> {
    let now = app.now();
    let mut staff = book.staff_in_unit(unit, now);
    staff.retain(|it| book.rights_of_staff(it, now).contains(&Right::Handle));
    let plain: Vec<StaffId> = staff
        .iter()
        .filter(|it| !book.rights_of_staff(it, now).contains(&Right::Assign))
        .cloned()
        .collect();
    if plain.is_empty() { staff } else { plain }
}

fn manager(book: &Book, unit: &UnitId, app: &App) -> Option<Actor> {
    let staff = book.manager_of(unit, app.now())?;
    Some(Actor::Staff { staff, post: book.units.get(unit)?.manager.clone() })
}

fn give(
    app: &App,
    agency: &AgencyId,
    case: CaseId,
    manager: &Actor,
    to: &StaffId,
) -> Result<bool, Error> {
    let op = OpId(uuid(&app.random, app.now())?);
    let action = Action::Assign { to: to.clone() };
    let act = Act { op, actor: manager, case: Some(case), action: &action, claimed_at: None };
    let acted = app.act(agency, act)?;
    Ok(matches!(acted, crate::Acted::Judged(Outcome::Accepted { .. })))
}
