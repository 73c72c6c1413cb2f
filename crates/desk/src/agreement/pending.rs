//! Actions that are not yet judged, each in exactly one state.

use crate::view::{PendingState, PendingView};
use crate::{Desk, DeskError};
use domain::{CaseId, OpId, Refusal};
use protocol::HeldWhy;
use std::collections::BTreeMap;
use store::{SavedAction, Standing};

impl Desk {
    /// The first in the order of the device's chain.
    pub(super) fn pending_views(&self, limit: u32) -> Result<Vec<PendingView>, DeskError> {
        let mut references = BTreeMap::new();
        let mut views = Vec::new();
        for saved in self.vault.waiting_first(limit)? {
            let reference = self.reference_of(saved.action.case, &mut references)?;
            views.push(PendingView {
                op: saved.action.op.to_string(),
                kind: saved.action.kind.clone(),
                case: saved.action.case.map(|it| it.to_string()),
                reference,
                at: saved.action.claimed_at,
                state: state_of(
                    &saved,
                    self.doubts.get(&saved.action.op).map(|(_, refusal)| refusal),
                ),
            });
        }
        Ok(views)
    }

    /// The reference of a case, looked up once for all its actions.
    pub(super) fn reference_of(
        &self,
        case: Option<CaseId>,
        known: &mut BTreeMap<CaseId, Option<String>>,
    ) -> Result<Option<String>, DeskError> {
        let Some(id) = case else { return Ok(None) };
        if let Some(reference) = known.get(&id) {
            return Ok(reference.clone());
        }
        let reference = self.case_now(id)?.map(|it| it.reference.to_string());
        known.insert(id, reference.clone());
        Ok(reference)
    }
}

fn state_of(saved: &SavedAction, doubt: Option<&Refusal>) -> PendingState {
    match (&saved.standing, doubt) {
        (Standing::Held { why }, _) => held(why),
        (_, Some(refusal)) => PendingState::ProbablyRefused { refusal: refusal.clone() },
        (
            Standing::Saved
            | Standing::Sent
            | Standing::Accepted
            | Standing::Rejected
            | Standing::NeedsConfirmation,
            None,
        ) => PendingState::Saved,
    }
}

/// A cause of another program stands as it came.
fn held(why: &str) -> PendingState {
    let code = match serde_json::from_str(why) {
        Ok(HeldWhy::Predecessor { op: OpId(op) }) => {
            return PendingState::Behind { op: op.to_string() };
        }
        Ok(HeldWhy::Attachment { .. }) => "attachment",
        Ok(HeldWhy::NewerSchema) => "newer_schema",
        Ok(HeldWhy::Body) => "body",
        Err(_) => why,
    };
    PendingState::Held { why: code.to_owned() }
}
