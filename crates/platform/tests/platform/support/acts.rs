//! Actions of the tests, and what became of them.

use super::{Desk, World, book, morning};
use chrono::TimeDelta;
use domain::case::{ReplyKind, RootCause};
use domain::money::Money;
use domain::{Action, CaseId, Language, NextDate, OpId, RemedyAsk, Resolution, SendReply, Slot};
use protocol::{Outcome, Receipt, ReceiptState};

/// What a verdict says.
pub fn outcome(state: &ReceiptState) -> Outcome {
    match state {
        ReceiptState::Judged { verdict } => verdict.read(None).expect("verdict").outcome,
        ReceiptState::Held { why } => panic!("held: {why:?}"),
    }
}

pub fn outcome_of(receipt: &Receipt) -> Outcome {
    outcome(&receipt.state)
}

pub fn is_accepted(state: &ReceiptState) -> bool {
    matches!(state, ReceiptState::Judged { .. })
        && matches!(outcome(state), Outcome::Accepted { .. })
}

/// A late bus, opened by somebody.
pub fn opened(world: &World, desk: &mut Desk) -> CaseId {
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
    case
}

/// A late bus that somebody opened and owns.
pub fn taken(world: &World, desk: &mut Desk) -> CaseId {
    let case = opened(world, desk);
    let state = desk.does(case, &Action::Take);
    assert!(is_accepted(&state), "{:?}", outcome(&state));
    case
}

pub fn note(text: &str) -> Action {
    Action::AddNote { text: text.to_owned() }
}

/// A letter in the first slot of a case that was opened by an action.
pub fn letter(kind: ReplyKind, text: &str, ordinal: u32, inbound: Option<OpId>) -> SendReply {
    SendReply {
        reply_kind: kind,
        text: text.to_owned(),
        language: Language::Ar,
        template: None,
        next: NextDate::At { at: morning() + TimeDelta::days(1) },
        slot: Slot { last_inbound: inbound, ordinal },
        draft: None,
        overrides: vec![],
        attachments: vec![],
    }
}

pub fn progress(text: &str, ordinal: u32, inbound: Option<OpId>) -> Action {
    Action::SendReply(letter(ReplyKind::Progress, text, ordinal, inbound))
}

/// A refund with its letter.
pub fn decision(minor: i64, ordinal: u32, inbound: Option<OpId>) -> Action {
    let amount = Money::new(minor, book().currency).expect("money");
    let text = "قلتم: انتظرت ساعة كاملة. صرفنا لكم استردادا اليوم، ولكم الاعتراض إن لم يحل الأمر.";
    let mut letter = letter(ReplyKind::Decision, text, ordinal, inbound);
    letter.next = NextDate::Ending;
    Action::Decide(Box::new(Resolution {
        remedies: vec![RemedyAsk {
            remedy: "refund".into(),
            amount: Some(amount),
            due: None,
            performer: None,
            proof: None,
        }],
        none_because: None,
        points: vec![],
        grounds: "المادة 12".to_owned(),
        cause: RootCause::System,
        letter,
    }))
}
