//! Agreement: what waits to be judged, and what needs attention.

mod attention;
mod pending;
mod words;

pub(crate) use words::words;

use crate::view::{AgreementView, LinkView, ProgressView, WaitingView};
use crate::{Desk, DeskError};

/// Of each list of [`WaitingView`]; what is judged or settled makes room for the next.
const SHOWN: u32 = 200;

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
            pending: self.vault.pending_count()?,
            attention: self.vault.attention_count()?,
            progress,
            clock_off_seconds: session.as_ref().map_or(0, |it| it.clock_off_seconds),
            lease_until: self.lease_until,
        })
    }

    /// What waits to be judged, and what needs attention with its whole text.
    pub fn waiting(&self) -> Result<WaitingView, DeskError> {
        Ok(WaitingView {
            pending: self.pending_views(SHOWN)?,
            attention: self.attention_views(SHOWN)?,
        })
    }
}
