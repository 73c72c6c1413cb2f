//! From what the window sends to the words of an action.

use crate::act::{draft_id, op_id};
use crate::view::{DecideInput, ReplyInput, Seen};
use domain::case::ReplyKind;
use domain::{NextDate, Refusal, Resolution, SendReply, Slot, TemplateId};

/// A text to the person, as it will be signed. Without a next date or a reason it is no text yet.
pub fn reply(input: ReplyInput) -> Result<SendReply, Refusal> {
    let next = input.next.clone().ok_or(Refusal::NoNextDate)?;
    let kind = input.kind;
    reply_as(input, kind, next)
}

/// A resolution with its exact letter: always a decision that ends the case if the person agrees.
pub fn resolution(input: DecideInput) -> Result<Resolution, Refusal> {
    let cause = input.cause.ok_or_else(no_cause)?;
    Ok(Resolution {
        remedies: input.remedies,
        none_because: input.none_because.filter(|it| !it.trim().is_empty()),
        points: input.points,
        grounds: input.grounds,
        cause,
        letter: reply_as(input.letter, ReplyKind::Decision, NextDate::Ending)?,
    })
}

/// The root cause is chosen by whoever decides, never proposed.
pub fn no_cause() -> Refusal {
    Refusal::Empty { field: "cause".to_owned() }
}

fn reply_as(input: ReplyInput, kind: ReplyKind, next: NextDate) -> Result<SendReply, Refusal> {
    Ok(SendReply {
        reply_kind: kind,
        text: input.text,
        language: input.language,
        template: input.template.map(TemplateId::new),
        next,
        slot: slot(&input.seen)?,
        draft: input.draft.as_deref().map(draft_id).transpose()?,
        overrides: input.overrides,
        attachments: input.attachments,
    })
}

/// The place in the conversation that the writer saw (`sync.md`, Never twice).
fn slot(seen: &Seen) -> Result<Slot, Refusal> {
    let last_inbound = seen.last_inbound.as_deref().map(op_id).transpose()?;
    Ok(Slot { last_inbound, ordinal: seen.ordinal })
}
