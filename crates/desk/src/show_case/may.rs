//! What the reader may do here now: asked of the rules themselves, so that no button says another
//! thing than they.

use crate::ground::Ground;
use crate::view::May;
use domain::book::Right;
use domain::case::{
    AttachmentRef, Case, Channel, ContactDirection, ContactOutcome, ReplyKind, RootCause, decide,
};
use domain::{
    Action, CorrectPerson, DecisionId, GrantId, Language, NextDate, Refusal, RemedyAsk,
    RemedyProgress, Resolution, ReviewOutcome, SendReply, Slot, StaffId, lease_allows,
};

/// Acts that the rules would not refuse outright now. Each is tried with words that are still
/// missing: a refusal of the words is not a refusal of the act.
pub fn may(ground: &Ground, case: &Case, lease_over: bool) -> Vec<May> {
    let tries = tries(case, ground.actor.staff());
    let mut may: Vec<May> = tries
        .into_iter()
        .filter(|(_, action)| !lease_over || lease_allows(action))
        .filter(|(_, action)| is_open(case, action, ground))
        .map(|(may, _)| may)
        .collect();
    if ground.cx().book.rights_of(&ground.actor, ground.now).contains(&Right::OverruleGate) {
        may.push(May::OverruleGate);
    }
    may
}

fn is_open(case: &Case, action: &Action, ground: &Ground) -> bool {
    match decide(Some(case), action, &ground.cx()) {
        Ok(events) => !events.is_empty(),
        Err(refusal) => !is_outright(&refusal),
    }
}

/// A refusal of who acts, or of where the case stands.
fn is_outright(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NoRight { .. }
            | Refusal::NotOwner { .. }
            | Refusal::IsAccused
            | Refusal::UnknownCase
            | Refusal::WrongStage { .. }
            | Refusal::WrongDecision
            | Refusal::UnknownGrant
            | Refusal::WrongProgress
            | Refusal::ApprovalWaits { .. }
            | Refusal::NotIndependent
            | Refusal::NotDisputed
            | Refusal::AlreadySaidByPerson
            | Refusal::LeaseOver
    )
}

fn tries(case: &Case, me: Option<&StaffId>) -> Vec<(May, Action)> {
    let mut tries = vec![
        (May::Take, Action::Take),
        (May::Release, Action::Release { because: String::new() }),
        (May::Reply, Action::SendReply(no_words(ReplyKind::Progress))),
        (May::Note, Action::AddNote { text: String::new() }),
        (May::Attach, Action::Attach { attachment: no_file() }),
        (May::Contact, Action::RecordContact(contact())),
        (May::CorrectPerson, Action::CorrectPerson(no_correction())),
        (May::Decide, Action::Decide(Box::new(no_resolution()))),
        (May::Grant, Action::GrantRemedy(no_remedy())),
    ];
    tries.extend(me.map(|it| (May::Assign, Action::Assign { to: other_than(case, it) })));
    tries.extend(open_grant(case).map(|grant| (May::UpdateRemedy, done(grant))));
    let letter = case.returned.first().map(|it| it.letter);
    tries.extend(letter.map(|letter| (May::Resend, Action::ResendLetter { letter })));
    if let Some(decision) = case.decision.as_ref().map(|it| it.id) {
        tries.push((May::Hear, Action::HeardNotSolved { decision, text: String::new() }));
        tries.push((May::Review, review(decision)));
    }
    tries
}

/// Any receiver: whether this one may is said when they are chosen.
fn other_than(case: &Case, me: &StaffId) -> StaffId {
    if case.owner.as_ref() == Some(me) { StaffId::new("") } else { me.clone() }
}

fn open_grant(case: &Case) -> Option<GrantId> {
    use domain::case::RemedyState::{Granted, Late, Ordered};
    let mut open = case.remedies.iter().filter(|it| matches!(it.state, Granted | Ordered | Late));
    open.next().map(|it| it.id)
}

fn done(grant: GrantId) -> Action {
    Action::UpdateRemedy { grant, to: RemedyProgress::Done, proof: String::new() }
}

fn review(decision: DecisionId) -> Action {
    Action::Review { decision, outcome: ReviewOutcome::Upheld, reasons: String::new() }
}

fn contact() -> domain::RecordContact {
    domain::RecordContact {
        channel: Channel::Phone,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Spoke,
        own_words: String::new(),
        cost: None,
    }
}

fn no_correction() -> CorrectPerson {
    CorrectPerson { add: Vec::new(), end: Vec::new(), because: String::new() }
}

fn no_file() -> AttachmentRef {
    let nothing = String::new;
    AttachmentRef { hash: nothing(), name: nothing(), bytes: 0, media_type: nothing() }
}

fn no_remedy() -> RemedyAsk {
    RemedyAsk { remedy: "".into(), amount: None, due: None, performer: None, proof: None }
}

fn no_resolution() -> Resolution {
    Resolution {
        remedies: Vec::new(),
        none_because: None,
        points: Vec::new(),
        grounds: String::new(),
        cause: RootCause::System,
        letter: no_words(ReplyKind::Decision),
    }
}

/// In a slot that is free whatever was said.
fn no_words(reply_kind: ReplyKind) -> SendReply {
    SendReply {
        reply_kind,
        text: String::new(),
        language: Language::Ar,
        template: None,
        next: NextDate::Ending,
        slot: Slot { last_inbound: None, ordinal: u32::MAX },
        draft: None,
        overrides: Vec::new(),
        attachments: Vec::new(),
    }
}
