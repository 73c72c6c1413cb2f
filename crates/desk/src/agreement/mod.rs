//! Agreement: what waits to be judged, and what needs attention.

mod attention;
mod pending;
mod words;

pub(crate) use words::words;

use crate::view::{AgreementView, LinkView, ProgressView, RecoveryView, WaitingView};
use crate::{Desk, DeskError};

impl Desk {
    /// Where agreement stands. The connection and the progress are the engine's to know.
    pub fn agreement(
        &self,
        link: LinkView,
        progress: Option<ProgressView>,
    ) -> Result<AgreementView, DeskError> {
        let session = self.vault.session()?;
        Ok(AgreementView {
            link,
            last_contact: session.as_ref().and_then(|it| it.last_contact),
            pending: self.vault.waiting_count()?,
            attention: self.vault.attention_count()?,
            progress,
            clock_off_seconds: session.as_ref().map_or(0, |it| it.clock_off_seconds),
            recovery: self.vault.recovery()?.map(|it| RecoveryView {
                at: it.at,
                recovered: it.recovered,
                resent: it.resent,
            }),
            lease_until: self.lease_until()?,
        })
    }

    /// The user has read what a recovery did.
    pub fn dismiss_recovery(&mut self) -> Result<(), DeskError> {
        Ok(self.vault.dismiss_recovery()?)
    }

    /// What waits to be judged, and what needs attention with its whole text: of each the first
    /// `limit`. [`AgreementView`] says how many there are.
    pub fn waiting(&self, limit: u32) -> Result<WaitingView, DeskError> {
        Ok(WaitingView {
            pending: self.pending_views(limit)?,
            attention: self.attention_views(limit)?,
        })
    }
}
