//! The ways on after a rejection.

use domain::case::{Case, mended_by_approval};
use domain::{Action, Actor, Refusal};
use protocol::NextStep;

/// What the writer may do with a text that was not accepted. Letting go is always one of them.
pub(super) fn next_steps(
    action: &Action,
    refusal: &Refusal,
    case: Option<&Case>,
    actor: &Actor,
) -> Vec<NextStep> {
    let mut steps = Vec::new();
    if mended_by_approval(refusal) && matches!(action, Action::Decide(_)) {
        steps.push(NextStep::MakeApproval);
    }
    let Some(case) = case.filter(|_| !matches!(refusal, Refusal::IsAccused)) else {
        return vec![NextStep::Discard];
    };
    if has_text(action) {
        steps.push(NextStep::AddAsNote);
        if case.owner.is_some() && case.owner.as_ref() != actor.staff() {
            steps.push(NextStep::HandToOwner);
        }
    }
    steps.push(NextStep::Discard);
    steps
}

fn has_text(action: &Action) -> bool {
    matches!(
        action,
        Action::SendReply(_)
            | Action::AskPerson(_)
            | Action::Decide(_)
            | Action::RequestApproval { .. }
            | Action::RecordContact(_)
            | Action::HeardSolved { .. }
            | Action::HeardNotSolved { .. }
            | Action::RefuseRequest { .. }
            | Action::ReturnRequest { .. }
            | Action::Review { .. }
    )
}
