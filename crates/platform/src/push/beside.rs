//! A withdrawal that travels beside its target: the target is then judged as nothing, without its
//! effect.

use super::check::Received;
use crate::Denied;
use crate::judge::Bench;
use crate::store::Chain;
use domain::{Action, OpId};
use std::collections::BTreeSet;

/// The actions of a batch that a later one of it withdraws. A withdrawal counts only if it will itself
/// be taken: it fits the chain, is on its target's case, and waits for nothing.
pub(super) fn withdrawn(bench: &Bench<'_>, checked: &[Received]) -> Result<BTreeSet<OpId>, Denied> {
    let mut withdrawn = BTreeSet::new();
    let Some(first) = checked.first() else { return Ok(withdrawn) };
    let mut chain = bench.tx.chain(bench.agency, first.header.device, first.header.store)?;
    let mut taken: Vec<&Received> = Vec::new();
    for received in checked {
        let header = &received.header;
        if let Some(row) = bench.tx.action(bench.agency, header.op)? {
            if row.header_hash != received.header_hash {
                break;
            }
            continue;
        }
        let is_repeated = taken.iter().any(|it| it.header.op == header.op);
        if header.dev_seq != chain.expected || header.prev != chain.prev || is_repeated {
            break;
        }
        chain = Chain { expected: chain.expected + 1, prev: received.header_hash };
        withdrawn.extend(target(received, &taken));
        taken.push(received);
    }
    Ok(withdrawn)
}

/// The action that a good withdrawal withdraws, among those that stand before it in the batch.
fn target(received: &Received, before: &[&Received]) -> Option<OpId> {
    let header = &received.header;
    let waits = !header.depends_on.is_empty() || !header.attachments.is_empty();
    if waits || header.confirms.is_some() {
        return None;
    }
    let Some(Action::Withdraw { op }) = received.action() else { return None };
    let target = before.iter().find(|it| it.header.op == *op)?;
    (target.header.case == header.case).then_some(*op)
}
