//! Sending what waits, in the order of the chain, without letting one bad action wedge the rest.

use crate::batch::cut;
use crate::{Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::{DeviceId, OpId, StoreId};
use protocol::{Exact, Platform, PlatformError, PushAnswer, PushRequest, Receipt, SignedAction};
use store::{SavedAction, Standing};

/// What a delivery brought, and what ended it early.
#[derive(Debug, Default)]
pub struct Delivered {
    /// In the order of the chain.
    pub receipts: Vec<Receipt>,
    /// Why the rest waits for the next round.
    pub trouble: Option<PlatformError>,
}

/// Actions that are read from the vault at a time.
const READ_MAX: u32 = 200;

struct Waiting {
    device: DeviceId,
    actions: Vec<SavedAction>,
}

/// Sends everything that was saved and not yet answered.
pub async fn deliver(
    stores: &impl Stores,
    platform: &impl Platform,
    now: &impl Fn() -> DateTime<Utc>,
) -> Result<Delivered, SyncError> {
    let mut done = Delivered::default();
    let mut from = 0;
    let mut count_max = usize::MAX;
    loop {
        let Some(waiting) = waiting(stores, from)? else { return Ok(done) };
        let batch = batch_of(&waiting, count_max);
        let answer = send(stores, platform, waiting.device, batch).await;
        match answer {
            Ok(answer) => {
                count_max = count_max.saturating_mul(2);
                done.receipts.extend(answer.receipts);
                match next_after(stores, batch, answer.expected)? {
                    Some(next) => from = next,
                    None => return Ok(done),
                }
            }
            Err(trouble) if batch.len() > 1 && may_be_one_action(&trouble) => {
                count_max = batch.len() / 2;
            }
            Err(trouble) if may_be_one_action(&trouble) => {
                match send_stub(stores, platform, waiting.device, &batch[0], now).await? {
                    Some(answer) => {
                        done.receipts.extend(answer.receipts);
                        match next_after(stores, &batch[..1], answer.expected)? {
                            Some(next) => from = next,
                            None => return Ok(done),
                        }
                    }
                    None => return Ok(Delivered { trouble: Some(trouble), ..done }),
                }
            }
            Err(PlatformError::Unauthorised) => return Err(PlatformError::Unauthorised.into()),
            Err(trouble) => return Ok(Delivered { trouble: Some(trouble), ..done }),
        }
    }
}

/// Where the chain goes on behind a batch; none when the platform expects one of its actions, or an
/// earlier one. Receipts don't say it: those of actions that were freed are among them. What the
/// platform has not got any more is offered again by the next round.
fn next_after(
    stores: &impl Stores,
    batch: &[SavedAction],
    expected: u64,
) -> Result<Option<u64>, SyncError> {
    let (Some(first), Some(last)) = (batch.first(), batch.last()) else { return Ok(None) };
    if expected < first.action.dev_seq {
        let offered = stores.with(|open| open.vault.offer_again(expected))?;
        tracing::warn!(expected, offered, "the platform has an older chain");
    }
    Ok((expected > last.action.dev_seq).then_some(last.action.dev_seq + 1))
}

/// The chain's next unanswered actions of one incarnation of the vault.
fn waiting(stores: &impl Stores, from: u64) -> Result<Option<Waiting>, SyncError> {
    stores.with(|open| {
        let Some(session) = open.vault.session()? else { return Ok(None) };
        let mut actions = open.vault.pending_from(from, READ_MAX)?;
        actions.retain(|it| matches!(it.standing, Standing::Saved | Standing::Sent));
        let Some(store) = actions.first().map(|it| it.store) else { return Ok(None) };
        actions.retain(|it| it.store == store);
        Ok(Some(Waiting { device: session.device, actions }))
    })
}

fn batch_of(waiting: &Waiting, count_max: usize) -> &[SavedAction] {
    let sizes: Vec<usize> = waiting
        .actions
        .iter()
        .map(|it| it.action.header.len() + it.action.body.len() + 64)
        .collect();
    &waiting.actions[..cut(&sizes, count_max)]
}

async fn send(
    stores: &impl Stores,
    platform: &impl Platform,
    device: DeviceId,
    batch: &[SavedAction],
) -> Result<PushAnswer, PlatformError> {
    let ops: Vec<OpId> = batch.iter().map(|it| it.action.op).collect();
    let store = batch.first().map_or(StoreId(uuid::Uuid::nil()), |it| it.store);
    // Marked before the call: if the answer is lost, the next round asks for the verdicts.
    let marked = stores.with(|open| open.vault.mark_sent(&ops));
    if marked.is_err() {
        return Err(PlatformError::Unreachable);
    }
    let actions = batch.iter().map(|it| signed(it, it.as_stub)).collect();
    platform.push(&PushRequest { device, store, actions }).await
}

fn signed(action: &SavedAction, as_stub: bool) -> SignedAction {
    SignedAction {
        header: Exact(action.action.header.clone()),
        body: (!as_stub).then(|| Exact(action.action.body.clone())),
        signature: Exact(action.action.signature.clone()),
    }
}

/// Sends header and hash alone, when the whole action can't pass something on the way: the chain
/// moves on and only this case waits. Only if the platform itself answers is the action to blame.
async fn send_stub(
    stores: &impl Stores,
    platform: &impl Platform,
    device: DeviceId,
    action: &SavedAction,
    now: &impl Fn() -> DateTime<Utc>,
) -> Result<Option<PushAnswer>, SyncError> {
    if action.as_stub || platform.hello().await.is_err() {
        return Ok(None);
    }
    let request = PushRequest { device, store: action.store, actions: vec![signed(action, true)] };
    let Ok(answer) = platform.push(&request).await else { return Ok(None) };
    let at = now();
    stores.with(|open| open.vault.mark_undeliverable(action.action.op, at))?;
    Ok(Some(answer))
}

/// Troubles that the words of a single action can cause on the way or at the other end.
fn may_be_one_action(trouble: &PlatformError) -> bool {
    match trouble {
        PlatformError::TooLarge | PlatformError::Nonsense | PlatformError::Failed { .. } => true,
        PlatformError::Forbidden { .. }
        | PlatformError::Unreachable
        | PlatformError::Unauthorised
        | PlatformError::TooMany { .. }
        | PlatformError::OtherVersion => false,
    }
}
