//! Bounds of every number and instant that an action brings. They are checked before any rule, so that
//! no rule computes with a value that can't be meant.

use crate::case::{AttachmentRef, FILE_BYTES_MAX};
use crate::{
    Action, Identifier, ImportCase, NextDate, OpenCase, PersonOf, Refusal, RemedyAsk, Resolution,
    SendReply,
};
use chrono::{DateTime, TimeDelta, Utc};

/// Instants later than so many days from now are refused: ten years.
pub const DAYS_AHEAD_MAX: i64 = 3_653;
/// Numbers of people above this are refused.
pub const PEOPLE_MAX: u32 = 100_000_000;
/// Seconds from 1970 back to the beginning of 1900; earlier instants are refused.
const SECONDS_BEFORE_1970: i64 = 2_208_988_800;

/// Refuses an action with an instant before 1900 or more than ten years ahead, a file larger than
/// files may be, or more people than there can be.
///
/// # Errors
///
/// [`Refusal::OutOfRange`] or [`Refusal::FileTooLarge`], whatever the case and the actor are.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others bring neither numbers nor instants")]
pub fn check(action: &Action, now: DateTime<Utc>) -> Result<(), Refusal> {
    match action {
        Action::OpenCase(open) => opening(open, now),
        Action::ImportCase(import) => imported(import, now),
        Action::Attach { attachment } => files(std::slice::from_ref(attachment)),
        Action::SendReply(letter) | Action::AskPerson(letter) => reply(letter, now),
        Action::GrantRemedy(ask) => remedy(ask, now),
        Action::Decide(resolution) | Action::RequestApproval { resolution, .. } => {
            resolved(resolution, now)
        }
        Action::Delegate(lent) => {
            instant("since", lent.since, now)?;
            instant("until", lent.until, now)
        }
        _ => Ok(()),
    }
}

/// The instant, or the nearest one that is within bounds.
#[must_use]
pub fn nearest(at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    let (first, last) = ends(now);
    if at < first { first } else { at.min(last) }
}

/// The first and the last instant that may be meant.
fn ends(now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    let first = DateTime::UNIX_EPOCH - TimeDelta::seconds(SECONDS_BEFORE_1970);
    let last = now.checked_add_signed(TimeDelta::days(DAYS_AHEAD_MAX)).unwrap_or(now);
    (first, last)
}

fn instant(field: &str, at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
    if nearest(at, now) == at { Ok(()) } else { Err(out_of_range(field)) }
}

fn out_of_range(field: &str) -> Refusal {
    Refusal::OutOfRange { field: field.to_owned() }
}

fn instants(
    field: &str,
    all: impl IntoIterator<Item = DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    all.into_iter().try_for_each(|at| instant(field, at, now))
}

fn files(attachments: &[AttachmentRef]) -> Result<(), Refusal> {
    let fits = attachments.iter().all(|it| it.bytes <= u64::from(FILE_BYTES_MAX));
    if fits { Ok(()) } else { Err(Refusal::FileTooLarge { bytes_max: FILE_BYTES_MAX }) }
}

fn opening(open: &OpenCase, now: DateTime<Utc>) -> Result<(), Refusal> {
    if open.people_affected > PEOPLE_MAX {
        return Err(out_of_range("people_affected"));
    }
    let PersonOf::New { record } = &open.person else { return Ok(()) };
    let times = |it: &Identifier| [Some(it.since), it.until];
    instants("since", record.identifiers.iter().flat_map(times).flatten(), now)
}

fn imported(import: &ImportCase, now: DateTime<Utc>) -> Result<(), Refusal> {
    opening(&import.open, now)?;
    instants("opened_at", [import.opened_at], now)?;
    instants("closed_at", import.closed_at, now)?;
    instants("next_contact", import.next_contact, now)
}

fn reply(letter: &SendReply, now: DateTime<Utc>) -> Result<(), Refusal> {
    files(&letter.attachments)?;
    match letter.next {
        NextDate::At { at } => instant("next", at, now),
        NextDate::None { .. } | NextDate::Ending => Ok(()),
    }
}

fn remedy(ask: &RemedyAsk, now: DateTime<Utc>) -> Result<(), Refusal> {
    instants("due", ask.due, now)
}

fn resolved(resolution: &Resolution, now: DateTime<Utc>) -> Result<(), Refusal> {
    resolution.remedies.iter().try_for_each(|ask| remedy(ask, now))?;
    reply(&resolution.letter, now)
}
