//! Answer a request for approval, or take one's own back.

use crate::act::{On, op_id};
use crate::view::{ApprovalAnswer, ApprovalInput, Saved};
use crate::{Desk, DeskError};
use domain::Action;

impl Desk {
    /// Approves, refuses or returns the revision that was read; or recalls the own request.
    pub fn answer_approval(&mut self, input: ApprovalInput) -> Result<Saved, DeskError> {
        let on = On::of(&input.case, &input.seen)?.reading(input.revision);
        let (approval, revision) = (op_id(&input.approval)?, input.revision);
        self.act(&on.with(match input.answer {
            ApprovalAnswer::Approve => Action::Approve { approval, revision },
            ApprovalAnswer::Refuse { reasons } => {
                Action::RefuseRequest { approval, revision, reasons }
            }
            ApprovalAnswer::Return { note } => Action::ReturnRequest { approval, revision, note },
            ApprovalAnswer::Recall => Action::Recall { approval },
        }))
    }
}
