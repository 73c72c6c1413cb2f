//! Take out what was not sent: the exact signed bytes, and the words for human eyes.

use crate::agreement::words;
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::{AgencyId, DeviceId, OpId, StaffId};
use protocol::{Exact, SignedAction};
use serde::Serialize;
use store::{Draft, SavedAction};

/// A file that any desk can read and the platform can judge.
#[derive(Serialize)]
struct Unsent<'a> {
    rida: u16,
    agency: &'a AgencyId,
    staff: &'a StaffId,
    device: Option<DeviceId>,
    written_at: DateTime<Utc>,
    actions: Vec<UnsentAction>,
    drafts: Vec<Draft>,
}

#[derive(Serialize)]
struct UnsentAction {
    op: OpId,
    kind: String,
    at: DateTime<Utc>,
    words: Option<String>,
    signed: SignedAction,
}

impl Desk {
    /// The unsent work of this computer as JSON: actions with their signatures, and drafts.
    pub fn export_unsent(&self) -> Result<Vec<u8>, DeskError> {
        let pending = self.vault.pending()?;
        let unsent = Unsent {
            rida: protocol::PROTOCOL,
            agency: &self.agency,
            staff: &self.staff,
            device: self.vault.session()?.map(|it| it.device),
            written_at: self.edge.now(),
            actions: pending.iter().map(unsent_action).collect::<Result<_, _>>()?,
            drafts: self.vault.drafts()?,
        };
        Ok(serde_json::to_vec_pretty(&unsent)?)
    }
}

fn unsent_action(saved: &SavedAction) -> Result<UnsentAction, DeskError> {
    let action = saved.read()?;
    Ok(UnsentAction {
        op: saved.action.op,
        kind: saved.action.kind.clone(),
        at: saved.action.claimed_at,
        words: words(&action).map(str::to_owned),
        signed: signed(saved),
    })
}

fn signed(saved: &SavedAction) -> SignedAction {
    SignedAction {
        header: Exact(saved.action.header.clone()),
        body: Some(Exact(saved.action.body.clone())),
        signature: Exact(saved.action.signature.clone()),
    }
}
