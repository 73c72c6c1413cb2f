//! The platform's words in the form in which the vault keeps them.

use crate::SyncError;
use ed25519_dalek::VerifyingKey;
use protocol::{Outcome, PlatformError, Receipt, ReceiptState};
use store::Judged;

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
