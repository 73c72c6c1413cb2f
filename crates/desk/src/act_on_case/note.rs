//! Write an internal note; it closes its draft.

use crate::act::{On, draft_id};
use crate::view::Saved;
use crate::{Desk, DeskError};
use domain::Action;

impl Desk {
    pub(super) fn note(
        &mut self,
        on: On,
        text: String,
        draft: Option<&str>,
    ) -> Result<Saved, DeskError> {
        let draft = draft.map(draft_id).transpose()?;
        self.act(&on.with(Action::AddNote { text }).closing(draft))
    }
}
