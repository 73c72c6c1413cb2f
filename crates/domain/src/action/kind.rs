//! The kind of an action as it stands in the header, and what follows from it.

use super::Action;
use crate::case::AttachmentRef;

impl Action {
    /// The version of every kind's shape today.
    pub const VERSION: u16 = 1;

    /// The kind as it stands in the header.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::OpenCase(_) => "open_case",
            Self::RecordContact(_) => "record_contact",
            Self::CorrectPerson(_) => "correct_person",
            Self::ImportCase(_) => "import_case",
            Self::Take => "take",
            Self::Assign { .. } => "assign",
            Self::Release { .. } => "release",
            Self::AddNote { .. } => "add_note",
            Self::Attach { .. } => "attach",
            Self::DraftReply { .. } => "draft_reply",
            Self::SendReply(_) => "send_reply",
            Self::AskPerson(_) => "ask_person",
            Self::GrantRemedy(_) => "grant_remedy",
            Self::UpdateRemedy { .. } => "update_remedy",
            Self::RequestApproval { .. } => "request_approval",
            Self::Approve { .. } => "approve",
            Self::RefuseRequest { .. } => "refuse_request",
            Self::ReturnRequest { .. } => "return_request",
            Self::Recall { .. } => "recall",
            Self::PassApproval { .. } => "pass_approval",
            Self::Decide(_) => "decide",
            Self::Withdraw { .. } => "withdraw",
            Self::Confirm { .. } => "confirm",
            Self::Dispute { .. } => "dispute",
            Self::HeardSolved { .. } => "heard_solved",
            Self::HeardNotSolved { .. } => "heard_not_solved",
            Self::Review { .. } => "review",
            Self::Remind { .. } => "remind",
            Self::EndUnconfirmed { .. } => "end_unconfirmed",
            Self::RemedyDue { .. } => "remedy_due",
            Self::AskLapsed { .. } => "ask_lapsed",
            Self::ReportLetter { .. } => "report_letter",
            Self::ResendLetter { .. } => "resend_letter",
            Self::Delegate(_) => "delegate",
            Self::EndDelegation { .. } => "end_delegation",
        }
    }

    /// The files that it carries; it waits until they are whole.
    #[must_use]
    pub fn files(&self) -> &[AttachmentRef] {
        match self {
            Self::Attach { attachment } => std::slice::from_ref(attachment),
            Self::SendReply(reply) | Self::AskPerson(reply) => &reply.attachments,
            Self::Decide(resolution) | Self::RequestApproval { resolution, .. } => {
                &resolution.letter.attachments
            }
            Self::OpenCase(_)
            | Self::RecordContact(_)
            | Self::ImportCase(_)
            | Self::Take
            | Self::Assign { .. }
            | Self::Release { .. }
            | Self::AddNote { .. }
            | Self::DraftReply { .. }
            | Self::GrantRemedy(_)
            | Self::UpdateRemedy { .. }
            | Self::Approve { .. }
            | Self::RefuseRequest { .. }
            | Self::ReturnRequest { .. }
            | Self::Recall { .. }
            | Self::PassApproval { .. }
            | Self::Withdraw { .. }
            | Self::Confirm { .. }
            | Self::Dispute { .. }
            | Self::HeardSolved { .. }
            | Self::HeardNotSolved { .. }
            | Self::Review { .. }
            | Self::Remind { .. }
            | Self::EndUnconfirmed { .. }
            | Self::RemedyDue { .. }
            | Self::AskLapsed { .. }
            | Self::Delegate(_)
            | Self::ReportLetter { .. }
            | Self::ResendLetter { .. }
            | Self::CorrectPerson(_)
            | Self::EndDelegation { .. } => &[],
        }
    }

    /// True for what only adds to a case and is therefore never held or moved aside: notes, drafts,
    /// attachments (`sync.md`, Order).
    #[must_use]
    pub fn only_adds(&self) -> bool {
        matches!(self, Self::AddNote { .. } | Self::DraftReply { .. } | Self::Attach { .. })
    }

    /// True for what does not depend on where the case stands, so that it never needs confirmation.
    #[must_use]
    pub fn ignores_movement(&self) -> bool {
        self.only_adds()
            || matches!(
                self,
                Self::OpenCase(_)
                    | Self::ImportCase(_)
                    | Self::RecordContact(_)
                    | Self::CorrectPerson(_)
                    | Self::Withdraw { .. }
            )
    }
}
