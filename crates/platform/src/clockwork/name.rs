//! The name of what clockwork does: the same for the same case, clock and due instant.

use crate::derived_id::DerivedId;
use crate::{App, Error};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::{Case, next_due};
use domain::{Action, AgencyId, OpId};

/// Ids that are tried when somebody else's action has the first one.
const ATTEMPTS_MAX: u8 = 4;

/// The id of an action that is due on a case. It is keyed, and of a kind that no device may use, so
/// that no device can take it; if one is taken all the same, the next one is used, because a clock
/// must never stop for it.
pub(super) fn of(
    app: &App,
    agency: &AgencyId,
    case: &Case,
    action: &Action,
    book: &Book,
) -> Result<OpId, Error> {
    let clock = clock(action);
    let due = due_at(case, action, book).map_or(0, |at| at.timestamp_millis()).to_le_bytes();
    let nth = |attempt: u8| {
        let parts = [&case.id.0.as_bytes()[..], clock.as_bytes(), &due, &[attempt]];
        OpId(app.derived_id(agency, DerivedId::ScheduledAction, &parts))
    };
    for attempt in 0..ATTEMPTS_MAX {
        let op = nth(attempt);
        if !app.is_of_device(agency, op)? {
            return Ok(op);
        }
        tracing::error!(%op, "a device holds the id of a scheduled action");
    }
    Err(Error::Broken("every id of a scheduled action is taken"))
}

/// Which clock it is: the kind and what it runs for.
#[expect(clippy::wildcard_enum_match_arm, reason = "clockwork takes no other")]
fn clock(action: &Action) -> String {
    let of = match action {
        Action::PassApproval { approval, .. } => approval.to_string(),
        Action::AskLapsed { ask } => ask.to_string(),
        Action::RemedyDue { grant } => format!("{} {}", grant.op, grant.n),
        Action::Remind { decision, .. } | Action::EndUnconfirmed { decision } => {
            decision.to_string()
        }
        _ => String::new(),
    };
    format!("{} {of}", action.kind())
}

/// When it was due.
#[expect(clippy::wildcard_enum_match_arm, reason = "clockwork takes no other")]
fn due_at(case: &Case, action: &Action, book: &Book) -> Option<DateTime<Utc>> {
    match action {
        Action::PassApproval { approval, .. } => {
            case.approvals.iter().find(|it| it.id == *approval).map(|it| it.limit)
        }
        Action::AskLapsed { ask } => {
            case.asks.iter().find(|it| it.op == *ask).and_then(|it| it.until)
        }
        Action::RemedyDue { grant } => {
            case.remedies.iter().find(|it| it.id == *grant).map(|it| it.due)
        }
        // Nothing else is due when silence has its turn, so this is its instant.
        _ => next_due(case, book),
    }
}
