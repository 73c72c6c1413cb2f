//! The platform's words in the form in which the vault keeps them.

use crate::SyncError;
use domain::OpId;
use ed25519_dalek::VerifyingKey;
use protocol::limits::VERDICTS_MAX;
use protocol::{Outcome, Platform, PlatformError, Receipt, ReceiptState, VerdictsRequest};
use std::collections::BTreeSet;
use store::Judged;

/// Asks for the receipts of actions, in as many questions as it takes. Actions that the platform does
/// not know have none.
pub async fn receipts_of(
    platform: &impl Platform,
    ops: Vec<OpId>,
) -> Result<Vec<Receipt>, PlatformError> {
    let mut receipts: Vec<Receipt> = Vec::new();
    let mut left = ops;
    while !left.is_empty() {
        let asked: Vec<OpId> = left.drain(..left.len().min(VERDICTS_MAX)).collect();
        let answer = platform.verdicts(&VerdictsRequest { ops: asked.clone() }).await?;
        let answered: BTreeSet<OpId> = answer.receipts.iter().map(|it| it.op).collect();
        receipts.extend(answer.receipts);
        if answer.more {
            let before = left.len();
            left.extend(asked.iter().filter(|op| !answered.contains(op)));
            // An answer that leaves out all of them would be asked for without end.
            if left.len() - before == asked.len() {
                return Err(PlatformError::Nonsense);
            }
        }
    }
    Ok(receipts)
}

/// Checks the signature of a verdict and that it speaks of the header it came with.
pub fn kept(receipt: &Receipt, key: &VerifyingKey) -> Result<store::Receipt, SyncError> {
    let state = match &receipt.state {
        ReceiptState::Held { why } => {
            let why = serde_json::to_string(why).map_err(|_| PlatformError::Nonsense)?;
            store::ReceiptState::Held { why }
        }
        ReceiptState::Judged { verdict } => {
            let read = verdict.read(Some(key)).map_err(|_| PlatformError::Nonsense)?;
            if read.op != receipt.op || read.header_hash != receipt.header_hash {
                return Err(PlatformError::Nonsense.into());
            }
            store::ReceiptState::Judged {
                judged: judged(&read.outcome),
                verdict: verdict.verdict.0.clone(),
                signature: verdict.signature.0.clone(),
            }
        }
    };
    Ok(store::Receipt { op: receipt.op, header_hash: receipt.header_hash.0, state })
}

fn judged(outcome: &Outcome) -> Judged {
    match outcome {
        Outcome::Accepted { .. } => Judged::Accepted,
        Outcome::Rejected { .. } => Judged::Rejected,
        Outcome::NeedsConfirmation { .. } => Judged::NeedsConfirmation,
    }
}
