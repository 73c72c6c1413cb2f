//! From an action to its rule.

use super::{
    Case, approval, assign, clockwork, correct_person, decide as decision, guard, import_case,
    letter as letters, note, open_case, record_contact, remedy, reply, review, settle, silence,
    withdraw, word,
};
use crate::{Action, Context, Event, Refusal, bounds};

/// What should happen when an actor does something to a case, or why not.
///
/// Without a case only `open_case` and `import_case` make sense. The events are complete: applied in
/// order they need no book. An action that changes nothing answers with no events.
///
/// # Errors
///
/// A [`Refusal`] with the facts that the interface shows; nothing has happened.
pub fn decide(
    case: Option<&Case>,
    action: &Action,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    bounds::check(action, cx.now)?;
    let Some(case) = case else { return begin(action, cx) };
    guard::not_accused(case, cx)?;
    let events = judged(case, action, cx)?;
    settle::settle(case, events, cx)
}

fn begin(action: &Action, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if let Action::OpenCase(open) = action {
        open_case::decide(open, cx)
    } else if let Action::ImportCase(import) = action {
        import_case::decide(import, cx)
    } else {
        Err(Refusal::UnknownCase)
    }
}

fn judged(case: &Case, action: &Action, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    match action {
        Action::OpenCase(_) | Action::ImportCase(_) => Err(Refusal::CaseExists),
        Action::RecordContact(contact) => record_contact::decide(case, contact, cx),
        Action::CorrectPerson(correction) => correct_person::decide(case, correction, cx),
        Action::Take => assign::take(case, cx),
        Action::Assign { to } => assign::assign(case, to, cx),
        Action::Release { because } => assign::release(case, because, cx),
        Action::AddNote { text } => note::add(case, text, cx),
        Action::Attach { attachment } => note::attach(case, attachment, cx),
        Action::DraftReply { draft, parent, text } => reply::draft(*draft, *parent, text, cx),
        Action::SendReply(reply) => reply::send(case, reply, cx),
        Action::AskPerson(reply) => reply::ask_person(case, reply, cx),
        Action::GrantRemedy(ask) => remedy::grant(case, ask, cx),
        Action::UpdateRemedy { grant, to, proof } => remedy::update(case, *grant, *to, proof, cx),
        Action::RemedyDue { grant } => remedy::fall_due(case, *grant, cx),
        Action::RequestApproval { resolution, revises } => {
            approval::request(case, resolution, *revises, cx)
        }
        Action::Approve { approval, revision } => approval::approve(case, *approval, *revision, cx),
        Action::RefuseRequest { approval, revision, reasons } => {
            approval::refuse(case, *approval, *revision, reasons, cx)
        }
        Action::ReturnRequest { approval, revision, note } => {
            approval::return_for_revision(case, *approval, *revision, note, cx)
        }
        Action::Recall { approval } => approval::recall(case, *approval, cx),
        Action::PassApproval { approval, to } => approval::pass(case, *approval, to, cx),
        Action::Decide(resolution) => decision::decide(case, resolution, cx),
        Action::Withdraw { op } => withdraw::decide(case, *op, cx),
        Action::Confirm { decision, text, by } => word::confirm(case, *decision, text, *by, cx),
        Action::Dispute { decision, text, by } => word::dispute(case, *decision, text, *by, cx),
        Action::HeardSolved { decision, text } => word::heard_solved(case, *decision, text, cx),
        Action::HeardNotSolved { decision, text } => {
            word::heard_not_solved(case, *decision, text, cx)
        }
        Action::Review { decision, outcome, reasons } => {
            review::decide(case, *decision, *outcome, reasons, cx)
        }
        Action::Remind { decision, channel } => silence::remind(case, *decision, *channel, cx),
        Action::EndUnconfirmed { decision } => silence::end_unconfirmed(case, *decision, cx),
        Action::AskLapsed { ask } => clockwork::lapse(case, *ask, cx),
        Action::ReportLetter { letter, channel, fault } => {
            letters::report(case, *letter, (*channel, *fault), cx)
        }
        Action::ResendLetter { letter } => letters::resend(case, *letter, cx),
        // Of the staff aggregate, which has a rule of its own.
        Action::Delegate(_) | Action::EndDelegation { .. } => Err(Refusal::UnknownCase),
    }
}
