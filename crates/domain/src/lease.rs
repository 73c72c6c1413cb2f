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
        | Action::Delegate(_)
        | Action::EndDelegation { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::OpId;
    use uuid::Uuid;

    #[test]
    fn after_the_lease_one_may_note_but_not_take_or_approve() {
        assert!(lease_allows(&Action::AddNote { text: "سُمع".into() }));
        assert!(!lease_allows(&Action::Take));
        assert!(!lease_allows(&Action::Approve { approval: OpId(Uuid::nil()), revision: 1 }));
    }
}
