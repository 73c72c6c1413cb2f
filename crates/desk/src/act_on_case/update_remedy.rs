//! Say what became of a granted remedy, with its proof.

use crate::act::{On, op_id};
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::{Action, GrantId, RemedyProgress};

impl Desk {
    /// `granted` names the remedy: the action that granted it and its place there.
    pub(super) fn update_remedy(
        &mut self,
        on: On,
        granted: (&str, u8),
        to: RemedyProgress,
        proof: String,
    ) -> Result<Saved, DeskError> {
        let grant = GrantId { op: op_id(granted.0)?, n: granted.1 };
        self.act(&on.with(Action::UpdateRemedy { grant, to, proof }))
    }
}
