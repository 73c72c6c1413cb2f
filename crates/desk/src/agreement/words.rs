//! The words that somebody typed into an action: whole, because nothing may ever be lost.

use domain::Action;

/// The text of an action; none when it holds no words of its writer.
pub fn words(action: &Action) -> Option<&str> {
    let text = match action {
        Action::OpenCase(open) => first_of([&open.own_words, &open.subject]),
        Action::ImportCase(import) => first_of([&import.open.own_words, &import.open.subject]),
        Action::RecordContact(contact) => &contact.own_words,
        Action::SendReply(reply) | Action::AskPerson(reply) => &reply.text,
        Action::Decide(resolution) | Action::RequestApproval { resolution, .. } => {
            &resolution.letter.text
        }
        Action::AddNote { text }
        | Action::DraftReply { text, .. }
        | Action::Confirm { text, .. }
        | Action::Dispute { text, .. }
        | Action::HeardSolved { text, .. }
        | Action::HeardNotSolved { text, .. } => text,
        Action::CorrectPerson(correction) => &correction.because,
        Action::Release { because } => because,
        Action::UpdateRemedy { proof, .. } => proof,
        Action::RefuseRequest { reasons, .. } | Action::Review { reasons, .. } => reasons,
        Action::ReturnRequest { note, .. } => note,
        Action::Take
        | Action::Assign { .. }
        | Action::Attach { .. }
        | Action::GrantRemedy(_)
        | Action::Approve { .. }
        | Action::Recall { .. }
        | Action::PassApproval { .. }
        | Action::Withdraw { .. }
        | Action::Remind { .. }
        | Action::EndUnconfirmed { .. }
        | Action::RemedyDue { .. }
        | Action::AskLapsed { .. }
        | Action::ReportLetter { .. }
        | Action::ResendLetter { .. }
        | Action::Delegate(_)
        | Action::EndDelegation { .. } => "",
    };
    (!text.trim().is_empty()).then_some(text)
}

fn first_of(texts: [&str; 2]) -> &str {
    texts.into_iter().find(|it| !it.trim().is_empty()).unwrap_or_default()
}
