//! Sending what waits, in the order of the chain, without letting one bad action wedge the rest.

use crate::batch::cut;
use crate::recover::recover;
use crate::scope::{Call, Scope, scope};
use crate::{Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::{DeviceId, OpId, StoreId};
use protocol::{Exact, Platform, PlatformError, PushAnswer, PushRequest, Receipt, SignedAction};
use store::SavedAction;

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
/// Rounds in which a batch must fail in the same way, while the platform answers otherwise, before one
/// of its actions is blamed and not the way.
const SUSPECT_ROUNDS: u32 = 3;
/// The vault's note of a batch that failed: the number of its first action, and in how many rounds.
const SUSPECT: &str = "suspect_batch";

/// Codes of a 403 that say: these bytes can't be of this chain.
const CHAIN_CODES: [&str; 2] = ["chain_broken", "op_reused"];

struct Waiting {
    device: DeviceId,
    actions: Vec<SavedAction>,
}

/// What to do after a batch failed.
enum Next {
    /// Send at most so many at a time.
    Fewer(usize),
    /// The one action can't pass: send its header alone.
    Stub,
    /// Go on in the next round.
    End,
}

/// Sends everything that was saved and not yet answered: first what is left under earlier names of the
/// vault, then what stands under its present one. A vault that the platform does not recognise is
/// recovered once and goes on under another name.
pub async fn deliver(
    stores: &impl Stores,
    platform: &impl Platform,
    now: &impl Fn() -> DateTime<Utc>,
) -> Result<Delivered, SyncError> {
    let mut done = Delivered::default();
    let mut recovered = false;
    let mut names = stores.with(|open| open.vault.stores())?;
    names.reverse();
    while let Some(store) = names.pop() {
        match deliver_chain(stores, platform, store, &mut done, now).await? {
            Chained::Sent => {}
            Chained::Trouble(trouble) => {
                done.trouble = Some(trouble);
                return Ok(done);
            }
            Chained::Unknown if !recovered => {
                recovered = true;
                if recover(stores, platform, store, now()).await? {
                    names = stores.with(|open| open.vault.stores())?;
                    names.reverse();
                    names.truncate(1);
                }
            }
            Chained::Unknown => {
                done.trouble = Some(PlatformError::Nonsense);
                return Ok(done);
            }
        }
    }
    Ok(done)
}

/// What became of the chain of one of the vault's names.
enum Chained {
    /// All that could be sent was.
    Sent,
    /// Why the rest waits for the next round.
    Trouble(PlatformError),
    /// The platform has other actions under these numbers.
    Unknown,
}

async fn deliver_chain(
    stores: &impl Stores,
    platform: &impl Platform,
    store: StoreId,
    done: &mut Delivered,
    now: &impl Fn() -> DateTime<Utc>,
) -> Result<Chained, SyncError> {
    let mut from = 0;
    let mut count_max = usize::MAX;
    let mut went_back = false;
    while let Some(waiting) = waiting(stores, store, from)? {
        let batch = batch_of(&waiting, count_max);
        let sent = send(stores, platform, waiting.device, batch).await?;
        let (answer, passed) = match sent {
            Ok(answer) => (answer, batch),
            Err(PlatformError::Forbidden { code }) if CHAIN_CODES.contains(&code.as_str()) => {
                return Ok(Chained::Unknown);
            }
            Err(trouble) => match after(stores, platform, batch, &trouble).await? {
                Next::Fewer(fewer) => {
                    count_max = fewer;
                    continue;
                }
                Next::End => return Ok(Chained::Trouble(trouble)),
                Next::Stub => {
                    match send_stub(stores, platform, waiting.device, &batch[0], now).await? {
                        Some(answer) => (answer, &batch[..1]),
                        None => return Ok(Chained::Trouble(trouble)),
                    }
                }
            },
        };
        count_max = count_max.saturating_mul(2);
        let unknown = is_unknown(passed, &answer);
        done.receipts.extend(answer.receipts);
        if unknown {
            return Ok(Chained::Unknown);
        }
        match next_after(stores, passed, answer.expected)? {
            After::On(next) => from = next,
            After::Wait => return Ok(Chained::Sent),
            // Once a round: a platform that goes back at each answer is not followed.
            After::Back(expected) if !went_back => {
                went_back = true;
                from = expected;
            }
            After::Back(_) => return Ok(Chained::Trouble(PlatformError::Nonsense)),
        }
    }
    Ok(Chained::Sent)
}

/// Whether the platform passed over an action without a receipt: it has another one under its number.
fn is_unknown(batch: &[SavedAction], answer: &PushAnswer) -> bool {
    let mut passed_over = batch.iter().filter(|it| it.action.dev_seq < answer.expected);
    passed_over.any(|it| !answer.receipts.iter().any(|receipt| receipt.op == it.action.op))
}

/// Finds out whether a failure lies with an action or with the way.
async fn after(
    stores: &impl Stores,
    platform: &impl Platform,
    batch: &[SavedAction],
    trouble: &PlatformError,
) -> Result<Next, SyncError> {
    let call = if batch.len() > 1 { Call::PushMany } else { Call::PushOne };
    let mut scope = scope(call, trouble);
    if scope == Scope::Suspect && is_blamed(stores, platform, batch).await? {
        scope = if batch.len() > 1 { Scope::Batch } else { Scope::Item };
    }
    match scope {
        Scope::Batch => Ok(Next::Fewer(batch.len() / 2)),
        Scope::Item => Ok(Next::Stub),
        Scope::Suspect | Scope::Round => Ok(Next::End),
        Scope::Session => Err(trouble.clone().into()),
    }
}

/// Whether a batch failed in so many rounds, with the platform answering otherwise, that one of its
/// actions must be the cause.
async fn is_blamed(
    stores: &impl Stores,
    platform: &impl Platform,
    batch: &[SavedAction],
) -> Result<bool, SyncError> {
    let Some(first) = batch.first().map(|it| it.action.dev_seq) else { return Ok(false) };
    if platform.hello().await.is_err() {
        return Ok(false);
    }
    let noted = stores.with(|open| open.vault.setting(SUSPECT))?;
    let rounds = noted.as_deref().map_or(0, |it| rounds_of(it, first)) + 1;
    if rounds < SUSPECT_ROUNDS {
        stores.with(|open| open.vault.put_setting(SUSPECT, &format!("{first} {rounds}")))?;
    }
    Ok(rounds >= SUSPECT_ROUNDS)
}

/// In how many rounds the batch that begins with this action failed before.
fn rounds_of(noted: &str, first: u64) -> u32 {
    let noted = noted.split_once(' ').and_then(|(of, n)| Some((of.parse().ok()?, n.parse().ok()?)));
    noted.filter(|(of, _): &(u64, u32)| *of == first).map_or(0, |(_, n)| n)
}

/// Where a chain goes on behind a batch.
enum After {
    /// At this number.
    On(u64),
    /// The platform expects an action of the batch: the next round asks again.
    Wait,
    /// The platform has an older chain, as after a restore: from this number on all is offered again.
    Back(u64),
}

/// Where the chain goes on behind a batch. Receipts don't say it: those of actions that were freed are
/// among them.
fn next_after(
    stores: &impl Stores,
    batch: &[SavedAction],
    expected: u64,
) -> Result<After, SyncError> {
    let (Some(first), Some(last)) = (batch.first(), batch.last()) else { return Ok(After::Wait) };
    if expected < first.action.dev_seq {
        let offered = stores.with(|open| open.vault.offer_again(first.store, expected))?;
        tracing::warn!(expected, offered, "the platform has an older chain");
        return Ok(After::Back(expected));
    }
    let is_past = expected > last.action.dev_seq;
    Ok(if is_past { After::On(last.action.dev_seq + 1) } else { After::Wait })
}

/// The chain's next unanswered actions under one of the vault's names. Those that the platform holds are
/// not read, however many there are.
fn waiting(stores: &impl Stores, store: StoreId, from: u64) -> Result<Option<Waiting>, SyncError> {
    stores.with(|open| {
        let Some(session) = open.vault.session()? else { return Ok(None) };
        let actions = open.vault.unsent_from(store, from, READ_MAX)?;
        Ok((!actions.is_empty()).then_some(Waiting { device: session.device, actions }))
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

/// What the platform answered to a batch. An error of this function is the device's own store's.
async fn send(
    stores: &impl Stores,
    platform: &impl Platform,
    device: DeviceId,
    batch: &[SavedAction],
) -> Result<Result<PushAnswer, PlatformError>, SyncError> {
    let ops: Vec<OpId> = batch.iter().map(|it| it.action.op).collect();
    let store = batch.first().map_or(StoreId(uuid::Uuid::nil()), |it| it.store);
    // Marked before the call: if the answer is lost, the next round asks for the verdicts.
    stores.with(|open| open.vault.mark_sent(&ops))?;
    let actions = batch.iter().map(|it| signed(it, it.as_stub)).collect();
    Ok(platform.push(&PushRequest { device, store, actions }).await)
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
