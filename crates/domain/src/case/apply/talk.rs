//! What is said between the agency and the person, and what is being written.

use crate::case::repeat::gist;
use crate::case::{
    Ask, Asked, AttachmentRef, Case, Channel, ContactDirection, ContactOutcome, Decision,
    DraftHead, LetterFault, Outbound, ReplyKind, ReturnedLetter, Stage,
};
use crate::money::Money;
use crate::{DraftId, LetterId, OpId, Recorded, Slot, StaffId};
use chrono::{DateTime, Utc};

/// A contact in which they spoke or wrote also answers what they were asked; a message that we left
/// doesn't.
pub(super) fn contact(
    case: &mut Case,
    recorded: &Recorded,
    (channel, direction, outcome): (Channel, ContactDirection, ContactOutcome),
    cost: Option<Money>,
) {
    case.cost_minor = case.cost_minor.saturating_add(cost.map_or(0, Money::minor));
    if is_heard(direction, outcome) {
        case.asks.retain(|ask| ask.of != Asked::Person);
    }
    if outcome == ContactOutcome::Spoke {
        // They were told in person what the message said.
        case.returned.clear();
    }
    match direction {
        ContactDirection::Inbound => reached_us(case, recorded.op),
        ContactDirection::Outbound => called(case, recorded, channel, outcome),
    }
}

pub(super) fn sent(case: &mut Case, recorded: &Recorded, kind: ReplyKind, text: &str, slot: &Slot) {
    let (op, at, last_inbound) = (recorded.op, recorded.at, slot.last_inbound);
    case.outbound.push(Outbound { op, kind, at, last_inbound, gist: gist(text) });
    told(case, recorded, kind);
}

/// A sent text closes its draft, whatever its heads, and its files belong to the case.
pub(super) fn close_draft(case: &mut Case, draft: Option<DraftId>, files: &[AttachmentRef]) {
    case.drafts.retain(|head| Some(head.draft) != draft);
    for file in files {
        attach(case, file);
    }
}

pub(super) fn asked(case: &mut Case, recorded: &Recorded, until: DateTime<Utc>) {
    let (op, since) = (recorded.op, recorded.at);
    case.asks.push(Ask { op, of: Asked::Person, since, until: Some(until) });
}

/// The person reached us; on an answered case their message waits for the owner, and reminders stop.
pub(super) fn reached_us(case: &mut Case, op: OpId) {
    case.contacts = case.contacts.saturating_add(1);
    case.contacts_without_progress = case.contacts_without_progress.saturating_add(1);
    case.last_inbound = Some(op);
    if let Some(decision) = &mut case.decision {
        decision.silent_since = None;
    }
}

fn is_heard(direction: ContactDirection, outcome: ContactOutcome) -> bool {
    match direction {
        ContactDirection::Inbound => outcome != ContactOutcome::NoAnswer,
        ContactDirection::Outbound => outcome == ContactOutcome::Spoke,
    }
}

/// Staff reached out. Nobody but the person can tell whether they did, so that it is no reminder and
/// never begins or shortens the silence: one that the person took begins a running one anew.
fn called(case: &mut Case, recorded: &Recorded, channel: Channel, outcome: ContactOutcome) {
    if case.stage != Stage::Answered {
        return;
    }
    let Some(decision) = &mut case.decision else { return };
    if let Some(since) = decision.silent_since.as_mut().filter(|_| outcome == ContactOutcome::Spoke)
    {
        *since = recorded.at.max(*since);
    }
    if channel == Channel::Phone {
        decision.calls.push(recorded.at);
    }
}

/// A text went out: from here we wait for the person again. Word that a remedy is done asks whether
/// it is solved, like a decision.
fn told(case: &mut Case, recorded: &Recorded, kind: ReplyKind) {
    if kind == ReplyKind::RemedyDone {
        super::progressed(case);
        let is_open = matches!(case.stage, Stage::New | Stage::Open);
        if let Some(by) = recorded.actor.staff().filter(|_| is_open) {
            answered(case, recorded, by, None);
        }
    }
    if let Some(decision) = case.decision.as_mut().filter(|_| case.stage == Stage::Answered) {
        decision.silent_since = Some(recorded.at);
    }
}

/// The case is answered: the only clock-stopping there is.
pub(super) fn answered(
    case: &mut Case,
    recorded: &Recorded,
    by: &StaffId,
    approved_by: Option<&StaffId>,
) {
    case.stage = Stage::Answered;
    case.confirmed_by = None;
    case.asks.retain(|ask| ask.of != Asked::Person);
    case.clocks.answered_at.get_or_insert(recorded.at);
    case.clocks.solved_at = Some(recorded.at);
    case.decision = Some(Decision {
        id: recorded.op,
        by: by.clone(),
        approved_by: approved_by.cloned(),
        at: recorded.at,
        reminders: Vec::new(),
        calls: Vec::new(),
        silent_since: Some(recorded.at),
        disputed: false,
    });
    super::touched_by(case, by);
    if let Some(approver) = approved_by {
        super::touched_by(case, approver);
    }
}

/// A message came back; an earlier report about it is replaced.
pub(super) fn returned(
    case: &mut Case,
    recorded: &Recorded,
    letter: LetterId,
    (channel, fault): (Channel, LetterFault),
) {
    case.returned.retain(|it| it.letter != letter);
    case.returned.push(ReturnedLetter { letter, channel, fault, at: recorded.at });
}

pub(super) fn attach(case: &mut Case, attachment: &AttachmentRef) {
    if !case.attachments.iter().any(|it| it.hash == attachment.hash) {
        case.attachments.push(attachment.clone());
    }
}

/// A revision replaces the one it was written from; a second with the same parent stands beside it.
pub(super) fn drafted(case: &mut Case, recorded: &Recorded, draft: DraftId, parent: Option<OpId>) {
    let Some(by) = recorded.actor.staff().cloned() else { return };
    case.drafts.retain(|head| head.draft != draft || Some(head.op) != parent);
    case.drafts.push(DraftHead { draft, op: recorded.op, parent, by });
}
