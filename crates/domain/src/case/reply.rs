//! Texts to the person: drafts, replies, questions.

use super::reply_gate::{self, Draft};
use super::{Case, ReplyKind, Stage, clocks, guard, note, resolution};
use crate::{Context, DraftId, Event, NextDate, OpId, Refusal, SendReply};

/// A frozen revision of a draft; accepted wherever the case stands, so that no text is lost.
pub(super) fn draft(
    draft: DraftId,
    parent: Option<OpId>,
    text: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::any_staff(cx)?;
    guard::fits("text", text, guard::TEXT_CHARS_MAX)?;
    Ok(vec![Event::ReplyDrafted { draft, parent, text: text.to_owned() }])
}

/// A text of any kind but a decision, which is an action of its own with its remedies.
pub(super) fn send(
    case: &Case,
    reply: &SendReply,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::owner(case, cx)?;
    guard::stage(case, &reply_gate::WRITABLE)?;
    free_slot(case, reply)?;
    let kind = reply_gate::pass(case, Draft::bare(reply, reply.reply_kind), cx)?;
    match kind {
        ReplyKind::Decision => return Err(Refusal::NoRemedyNoReason),
        ReplyKind::RemedyDone => may_say_done(case, cx)?,
        ReplyKind::Acknowledgement
        | ReplyKind::Question
        | ReplyKind::Progress
        | ReplyKind::Deflection => {}
    }
    check_files(reply, cx)?;
    let next = next_contact(case, reply, cx);
    Ok(vec![sent(reply, kind), next])
}

/// A question: the person holds the case until they answer or the limit is reached, and only so long
/// do the clocks pause. A text that sends them elsewhere is no question.
pub(super) fn ask_person(
    case: &Case,
    reply: &SendReply,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::owner(case, cx)?;
    guard::stage(case, &[Stage::New, Stage::Open])?;
    free_slot(case, reply)?;
    let kind = ReplyKind::Question;
    reply_gate::pass(case, Draft::bare(reply, kind), cx)?;
    check_files(reply, cx)?;
    let until = clocks::ask_limit(case, cx.book, cx.now);
    let next = next_contact(case, reply, cx);
    Ok(vec![sent(reply, kind), Event::PersonAsked { until }, next])
}

/// Two texts against the same state of the conversation are the same slot; the second is told which
/// text stands there (`sync.md`, Never twice).
pub(super) fn free_slot(case: &Case, reply: &SendReply) -> Result<(), Refusal> {
    let taken = case.outbound.get(reply.slot.ordinal as usize);
    taken.map_or(Ok(()), |it| Err(Refusal::SlotTaken { by: it.op }))
}

pub(super) fn check_files(reply: &SendReply, cx: &Context<'_>) -> Result<(), Refusal> {
    reply.attachments.iter().try_for_each(|it| note::check_file(it, cx))
}

/// "It is done" needs something that is done, and answers the case only where a decision would need
/// neither approval nor points answered.
fn may_say_done(case: &Case, cx: &Context<'_>) -> Result<(), Refusal> {
    if !case.remedies.iter().any(|it| it.state == super::RemedyState::Done) {
        return Err(Refusal::WrongProgress);
    }
    if case.stage == Stage::Answered {
        return Ok(());
    }
    guard::no_approval_waits(case)?;
    resolution::approval_not_demanded(case, case.remedies.len(), cx)?;
    if case.points.is_empty() { Ok(()) } else { Err(Refusal::PointUnanswered { point: 0 }) }
}

pub(super) fn sent(reply: &SendReply, kind: ReplyKind) -> Event {
    Event::ReplySent {
        reply_kind: kind,
        chosen_kind: reply.reply_kind,
        text: reply.text.clone(),
        language: reply.language,
        template: reply.template.clone(),
        slot: reply.slot.clone(),
        draft: reply.draft,
        overrides: reply.overrides.clone(),
        attachments: reply.attachments.clone(),
    }
}

/// The next news that the text promises. After an ending the next is the first reminder.
pub(super) fn next_contact(case: &Case, reply: &SendReply, cx: &Context<'_>) -> Event {
    let calendar = cx.book.calendar_of(&case.unit);
    let (at, because) = match &reply.next {
        NextDate::At { at } => (Some(*at), None),
        NextDate::None { because } => (None, Some(because.clone())),
        NextDate::Ending => {
            let gap_days = cx.book.reminders.gap_days.max(1);
            (Some(clocks::after_days(calendar, cx.now, gap_days)), None)
        }
    };
    Event::NextContactSet { at, because }
}
