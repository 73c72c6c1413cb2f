//! What the platform has of a device's own chain, for a vault that was restored or cloned.

use crate::session::Session;
use crate::{App, Denied};
use protocol::limits::{PUSH_ACTIONS_MAX, PUSH_BYTES_MAX};
use protocol::{OwnActionsAnswer, OwnActionsRequest, SignedAction};

impl App {
    /// Actions of this session's device, as they were signed: nobody else's can be asked for.
    pub fn own_actions(
        &self,
        session: &Session,
        request: &OwnActionsRequest,
    ) -> Result<OwnActionsAnswer, Denied> {
        let limit = u32::try_from(PUSH_ACTIONS_MAX + 1).unwrap_or(u32::MAX);
        let (agency, device) = (&session.agency, session.device);
        let found = self
            .store
            .read(|tx| tx.actions_of_chain(agency, device, request.store, request.after, limit))?;
        let (count, mut bytes) = (found.len(), 0);
        let fits = |it: &SignedAction| {
            bytes += it.bytes();
            bytes <= PUSH_BYTES_MAX
        };
        let actions: Vec<_> = found.into_iter().take(PUSH_ACTIONS_MAX).take_while(fits).collect();
        Ok(OwnActionsAnswer { more: actions.len() < count, actions })
    }
}
