//! Bodies that could not be delivered are offered again: what was in the way may be gone by now.

use crate::scope::{Call, Scope, scope};
use crate::{Stores, SyncError};
use chrono::{DateTime, TimeDelta, Utc};
use protocol::{BodyRequest, Exact, Platform, Receipt};
use store::SavedAction;

/// How long the same bodies are not offered again. A proxy that dislikes one is not asked at each
/// poll.
const PAUSE: TimeDelta = TimeDelta::minutes(10);
/// The vault's note of when bodies were offered last: an instant of this device's clock, RFC 3339.
const OFFERED_AT: &str = "bodies_offered_at";

/// Offers the body of every action that the platform holds as a stub, when it is time. What does not
/// pass stays as it is and holds up nothing else.
pub async fn bring_bodies(
    stores: &impl Stores,
    platform: &impl Platform,
    now: &impl Fn() -> DateTime<Utc>,
) -> Result<Vec<Receipt>, SyncError> {
    let mut receipts = Vec::new();
    for request in due(stores, now())? {
        match platform.body(&request).await {
            Ok(receipt) => receipts.push(receipt),
            Err(trouble) => match scope(Call::Body, &trouble) {
                Scope::Item => {}
                Scope::Session => return Err(trouble.into()),
                Scope::Batch | Scope::Suspect | Scope::Round => break,
            },
        }
    }
    if !receipts.is_empty() {
        // Something passes again: what comes next need not wait.
        stores.with(|open| open.vault.put_setting(OFFERED_AT, ""))?;
    }
    Ok(receipts)
}

/// The bodies to offer now. Noted before they leave, so that a program that dies on the way does not
/// offer them at each start.
fn due(stores: &impl Stores, now: DateTime<Utc>) -> Result<Vec<BodyRequest>, SyncError> {
    stores.with(|open| {
        let waiting = open.vault.held_for_body()?;
        let bodies: Vec<BodyRequest> = waiting.into_iter().map(body_of).collect();
        if bodies.is_empty() || is_early(open.vault.setting(OFFERED_AT)?, now) {
            return Ok(Vec::new());
        }
        open.vault.put_setting(OFFERED_AT, &now.to_rfc3339())?;
        Ok(bodies)
    })
}

fn body_of(saved: SavedAction) -> BodyRequest {
    BodyRequest { op: saved.action.op, body: Exact(saved.action.body) }
}

/// A clock that was put back must not silence it for ever.
fn is_early(offered_at: Option<String>, now: DateTime<Utc>) -> bool {
    let offered_at = offered_at.and_then(|it| it.parse::<DateTime<Utc>>().ok());
    offered_at.is_some_and(|at| (now - at).abs() < PAUSE)
}
