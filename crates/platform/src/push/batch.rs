//! One pushed batch: one transaction, a step of its own for each action.

use super::check::{Received, check};
use super::place::Placing;
use crate::judge::Bench;
use crate::session::Session;
use crate::store::Chain;
use crate::{App, Denied, Error};
use domain::{OpId, StoreId};
use protocol::limits::{PUSH_ACTIONS_MAX, PUSH_BYTES_MAX, RECEIPTS_BYTES_FULL};
use protocol::{HeldWhy, PushAnswer, PushRequest, Receipt, ReceiptState, SignedAction, json_bytes};
use rayon::prelude::*;

/// What became of one action of a batch.
enum Step {
    /// It is known or placed now.
    Receipt(Receipt),
    /// The chain has a gap here: what follows waits for what is missing.
    Gap,
}

impl App {
    /// Judges a batch in the order of the device's chain. What was judged stays judged when a later
    /// action stops the batch; only when the first one is bad is the whole answer a refusal.
    ///
    /// `bad_action`, `op_reused` and `chain_broken` mean: these bytes can't be of this chain.
    pub fn push(&self, session: &Session, request: &PushRequest) -> Result<PushAnswer, Denied> {
        if request.device != session.device {
            return Err(Denied::Forbidden("bad_action"));
        }
        if request.actions.len() > PUSH_ACTIONS_MAX
            || request.actions.iter().map(SignedAction::bytes).sum::<usize>() > PUSH_BYTES_MAX
        {
            return Err(Denied::TooLarge);
        }
        let (checked, bad) = check_all(session, request);
        if let (true, Some(bad)) = (checked.is_empty(), bad) {
            return Err(bad);
        }
        self.store.write(|tx| {
            still_enrolled(tx, session)?;
            let mut bench = Bench::open(self, tx, &session.agency)?;
            let receipts = push_all(&mut bench, checked)?;
            let chain = tx.chain(&session.agency, session.device, request.store)?;
            bench.close()?;
            Ok(PushAnswer { receipts, expected: chain.expected })
        })
    }
}

/// Those that are good, up to the first that is not, and what is wrong with it. Signatures cost more
/// than all else before the lock, so that the cores share them.
fn check_all(session: &Session, request: &PushRequest) -> (Vec<Received>, Option<Denied>) {
    let all: Vec<_> = request.actions.par_iter().map(|it| check(session, it.clone())).collect();
    let mut checked = Vec::with_capacity(all.len());
    for one in all {
        match one {
            Ok(received) if received.header.store == request.store => checked.push(received),
            Ok(_) => return (checked, Some(Denied::Forbidden("bad_action"))),
            Err(denied) => return (checked, Some(denied)),
        }
    }
    (checked, None)
}

/// The session was checked before the lock; the computer may have been revoked since.
fn still_enrolled(tx: crate::store::Tx<'_>, session: &Session) -> Result<(), Denied> {
    match tx.device(&session.agency, session.device)? {
        Some(device) if !device.revoked => Ok(()),
        Some(_) | None => Err(Denied::Forbidden("device_revoked")),
    }
}

fn push_all(bench: &mut Bench<'_>, checked: Vec<Received>) -> Result<Vec<Receipt>, Denied> {
    let mut receipts = Vec::with_capacity(checked.len());
    let mut freed = Vec::new();
    bench.taken_back = super::beside::withdrawn(bench, &checked)?;
    for received in checked {
        match push_one(bench, &received, &mut freed) {
            Ok(Step::Receipt(receipt)) => receipts.push(receipt),
            Err(Denied::Failed(error)) => return Err(Denied::Failed(error)),
            Err(denied) if receipts.is_empty() => return Err(denied),
            Ok(Step::Gap) | Err(_) => break,
        }
    }
    with_freed(receipts, freed)
}

/// Every action of the batch has its receipt in the answer. Those of actions that were freed follow as
/// far as they fit; the device asks for the others.
fn with_freed(mut receipts: Vec<Receipt>, freed: Vec<Receipt>) -> Result<Vec<Receipt>, Denied> {
    let mut bytes = json_bytes(&receipts).map_err(Error::from)?;
    for receipt in freed {
        bytes += json_bytes(&receipt).map_err(Error::from)?;
        if bytes > RECEIPTS_BYTES_FULL {
            break;
        }
        receipts.push(receipt);
    }
    Ok(receipts)
}

fn push_one(
    bench: &mut Bench<'_>,
    received: &Received,
    freed: &mut Vec<Receipt>,
) -> Result<Step, Denied> {
    if let Some(receipt) = known(bench, received)? {
        return Ok(Step::Receipt(receipt));
    }
    let (device, store) = (received.header.device, received.header.store);
    let chain = bench.tx.chain(bench.agency, device, store)?;
    if received.header.dev_seq != chain.expected {
        return Ok(Step::Gap);
    }
    if received.header.prev != chain.prev {
        tracing::warn!(%device, %store, "a chain that does not fit its past");
        return Err(Denied::Forbidden("chain_broken"));
    }
    let link_on = Chain { expected: chain.expected + 1, prev: received.header_hash };
    let (op, header_hash) = (received.header.op, received.header_hash);
    let placed = bench.step(|bench| {
        bench.tx.insert_action(bench.agency, op, &received.row(), bench.now)?;
        bench.tx.put_chain(bench.agency, device, store, link_on, bench.now)?;
        Placing::default().place_all(bench, received)
    });
    let (state, more) = placed.map_err(Denied::Failed)?;
    freed.extend(more);
    Ok(Step::Receipt(Receipt { op, header_hash, state }))
}

/// The receipt of an action that is here already: the same bytes get the same answer for ever, other
/// bytes under the same id are refused and reported.
fn known(bench: &mut Bench<'_>, received: &Received) -> Result<Option<Receipt>, Denied> {
    let op = received.header.op;
    let Some(row) = bench.tx.action(bench.agency, op)? else { return Ok(None) };
    if row.header_hash != received.header_hash {
        tracing::warn!(%op, device = %received.header.device, "other bytes under a known id");
        return Err(Denied::Forbidden("op_reused"));
    }
    if row.body.is_none() && received.action().is_some() {
        bench.body_arrived(op, received)?;
    }
    Ok(Some(bench.receipt(op, received.header_hash)?))
}

impl Bench<'_> {
    /// What stands about a stored action.
    pub(super) fn receipt(&self, op: OpId, header_hash: protocol::Hash) -> Result<Receipt, Error> {
        let state = match self.tx.verdict(self.agency, op)? {
            Some(row) => ReceiptState::Judged { verdict: row.signed },
            None => ReceiptState::Held {
                why: self.tx.held(self.agency, op)?.unwrap_or(HeldWhy::NewerSchema),
            },
        };
        Ok(Receipt { op, header_hash, state })
    }
}

/// The number a chain expects next.
pub(super) fn expected(
    tx: crate::store::Tx<'_>,
    session: &Session,
    store: StoreId,
) -> Result<u64, Error> {
    Ok(tx.chain(&session.agency, session.device, store)?.expected)
}
