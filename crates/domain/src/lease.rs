//! The session lease: what a device may do that has not met the platform for too long (`sync.md`,
//! Sign-in and keys).

use crate::Action;

/// Whether an action is allowed after the lease has run out: one may still type, note and record who
/// came, never decide, send, grant or move a case. What is refused is [`crate::Refusal::LeaseOver`].
#[must_use]
pub fn lease_allows(action: &Action) -> bool {
    match action {
        Action::OpenCase(_)
        | Action::RecordContact(_)
        | Action::AddNote { .. }
        | Action::Attach { .. }
        | Action::DraftReply { .. } => true,
        Action::ImportCase(_)
        | Action::CorrectPerson(_)
        | Action::Take
        | Action::Assign { .. }
        | Action::Release { .. }
        | Action::SendReply(_)
        | Action::AskPerson(_)
        | Action::GrantRemedy(_)
        | Action::UpdateRemedy { .. }
        | Action::RequestApproval { .. }
        | Action::Approve { .. }
        | Action::RefuseRequest { .. }
        | Action::ReturnRequest { .. }
        | Action::Recall { .. }
        | Action::PassApproval { .. }
        | Action::Decide(_)
        | Action::Withdraw { .. }
        | Action::Confirm { .. }
        | Action::Dispute { .. }
        | Action::HeardSolved { .. }
        | Action::HeardNotSolved { .. }
        | Action::Review { .. }
        | Action::Remind { .. }
        | Action::EndUnconfirmed { .. }
        | Action::RemedyDue { .. }
        | Action::AskLapsed { .. }
        | Action::ReportLetter { .. }
        | Action::ResendLetter { .. }
        | Action::Delegate(_)
        | Action::EndDelegation { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpId;
    use crate::book::sample::refund_ask;
    use crate::case::AttachmentRef;
    use uuid::Uuid;

    #[test]
    fn after_the_lease_one_may_note_but_neither_take_nor_grant_nor_approve() {
        assert!(lease_allows(&Action::AddNote { text: "سُمع".into() }));
        assert!(!lease_allows(&Action::Take));
        assert!(!lease_allows(&Action::GrantRemedy(refund_ask(1))));
        assert!(!lease_allows(&Action::Approve { approval: OpId(Uuid::nil()), revision: 1 }));
    }

    #[test]
    fn after_the_lease_everything_that_only_adds_is_allowed() {
        let op = OpId(Uuid::nil());
        let (hash, name, media_type) = (String::new(), String::new(), String::new());
        let draft = crate::DraftId(Uuid::nil());
        let adding = [
            Action::AddNote { text: "ن".into() },
            Action::DraftReply { draft, parent: Some(op), text: "ن".into() },
            Action::Attach { attachment: AttachmentRef { hash, name, bytes: 1, media_type } },
        ];
        assert!(adding.iter().all(|it| it.only_adds() && lease_allows(it)));
    }
}
