//! The name of what clockwork does: the same for the same case, clock and due instant.

use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::{Case, next_due};
use domain::{Action, OpId};
use protocol::Hash;
use uuid::Builder;

/// The id of an action that is due on a case.
pub(super) fn of(case: &Case, action: &Action, book: &Book) -> OpId {
    let clock = clock(action);
    let due = due_at(case, action, book).map_or(0, |at| at.timestamp_millis());
    let mut named = Vec::new();
    for part in [&case.id.0.as_bytes()[..], clock.as_bytes(), &due.to_le_bytes()[..]] {
        named.extend_from_slice(&(part.len() as u64).to_le_bytes());
        named.extend_from_slice(part);
    }
    let hash = Hash::of(&named);
    let (half, _) = hash.0.split_at(16);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(half);
    OpId(Builder::from_custom_bytes(bytes).into_uuid())
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
