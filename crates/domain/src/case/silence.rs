//! An answered case whose person says nothing: reminders, and at last an honest ending (R13, R42).

use super::{Case, Channel, Decision, Ending, Stage, clocks, guard, remedy};
use crate::book::Book;
use crate::{Context, DecisionId, Event, IdentifierKind, Person, Refusal};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// One more reminder, on a channel that the person has.
pub(super) fn remind(
    case: &Case,
    decision: DecisionId,
    channel: Channel,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let it = silent(case, decision, cx)?;
    if reminders_left(case, it, cx.person, cx.book) == 0 {
        return Err(Refusal::NotDue);
    }
    if next_step_at(case, cx.book).is_none_or(|at| at > cx.now) {
        return Err(Refusal::NotDue);
    }
    if !reach(cx.person).contains(&channel) {
        return Err(guard::out_of_range("channel"));
    }
    let gap_days = cx.book.reminders.gap_days.max(1);
    let next = clocks::after_days(cx.book.calendar_of(&case.unit), cx.now, gap_days);
    Ok(vec![
        Event::Reminded { decision, channel },
        Event::NextContactSet { at: Some(next), because: None },
    ])
}

/// Silence after all reminders ends the case; it is never counted as satisfied.
pub(super) fn end_unconfirmed(
    case: &Case,
    decision: DecisionId,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let it = silent(case, decision, cx)?;
    let sent = reminded(it);
    let left = reminders_left(case, it, cx.person, cx.book);
    if left > 0 {
        return Err(Refusal::RemindersMissing { sent, needed: sent.saturating_add(left) });
    }
    if next_step_at(case, cx.book).is_none_or(|at| at > cx.now) {
        return Err(Refusal::NotDue);
    }
    // Somebody whose message came back was not asked.
    if !case.returned.is_empty() || !enough_channels(case, it, cx.person) {
        return Err(Refusal::RemindersMissing { sent, needed: sent.saturating_add(1) });
    }
    let channels_tried = u32::try_from(channels_tried(it).len()).unwrap_or(u32::MAX);
    Ok(vec![Event::Closed { ending: Ending::Unconfirmed { channels_tried } }])
}

/// What the clockwork should do about the silence now, if anything.
pub(super) enum Step {
    Remind(Channel),
    End,
}

pub(super) fn step(
    case: &Case,
    person: Option<&Person>,
    book: &Book,
    now: DateTime<Utc>,
) -> Option<(DecisionId, Step)> {
    let decision = case.decision.as_ref()?;
    next_step_at(case, book).filter(|at| *at <= now)?;
    if reminders_left(case, decision, person, book) > 0 {
        let channel = least_tried(decision, &reach(person))?;
        return Some((decision.id, Step::Remind(channel)));
    }
    let may_end = case.returned.is_empty() && enough_channels(case, decision, person);
    may_end.then_some((decision.id, Step::End))
}

/// When the next reminder or the ending is due; none while the case is not waiting for word. The
/// silence counts from the decision, from our last answer to a message, or from the day on which
/// what we promised is due.
pub(super) fn next_step_at(case: &Case, book: &Book) -> Option<DateTime<Utc>> {
    let decision = case.decision.as_ref().filter(|_| case.stage == Stage::Answered)?;
    let rule = &book.reminders;
    let calendar = book.calendar_of(&case.unit);
    let promised = case.remedies.iter().filter(|it| remedy::is_owed(it)).map(|it| it.due).max();
    let since = decision.silent_since?.max(promised.unwrap_or(decision.at));
    let sent = reminded(decision);
    if case.person.is_none() {
        // Nobody can be reminded; the case waits as long as it would have.
        let days = rule.count.saturating_mul(rule.gap_days.max(1)).saturating_add(rule.last_days);
        return Some(clocks::after_days(calendar, since, days));
    }
    let last = reminders(decision).last().map_or(since, |(at, _)| since.max(*at));
    let days = if sent < rule.count { rule.gap_days.max(1) } else { rule.last_days.max(1) };
    Some(clocks::after_days(calendar, last, days))
}

fn silent<'a>(
    case: &'a Case,
    decision: DecisionId,
    cx: &Context<'_>,
) -> Result<&'a Decision, Refusal> {
    guard::clockwork(cx)?;
    guard::stage(case, &[Stage::Answered])?;
    let stands = case.decision.as_ref().filter(|it| it.id == decision);
    stands.ok_or(Refusal::WrongDecision)
}

/// As many as the agency wants, and at least one on each channel that the person has.
fn reminders_left(case: &Case, it: &Decision, person: Option<&Person>, book: &Book) -> u32 {
    if case.person.is_none() {
        return 0;
    }
    let sent = reminded(it);
    let tried = tried(it);
    let untried = reach(person).iter().filter(|channel| !tried.contains(channel)).count();
    let untried = u32::try_from(untried).unwrap_or(u32::MAX);
    book.reminders.count.saturating_sub(sent).max(untried)
}

/// With one channel only, somebody must have called as well, if there is a phone to call, and not
/// before the platform reminded.
fn enough_channels(case: &Case, it: &Decision, person: Option<&Person>) -> bool {
    let has_phone = person.and_then(|it| it.current(IdentifierKind::Phone)).is_some();
    case.person.is_none() || reach(person).len() > 1 || was_called(it) || !has_phone
}

/// The channels on which the platform reaches the person by itself; their page when it knows none.
fn reach(person: Option<&Person>) -> Vec<Channel> {
    let has = |kind| person.and_then(|it| it.current(kind)).is_some();
    let phone = has(IdentifierKind::Phone).then_some(Channel::Sms);
    let mail = has(IdentifierKind::Mail).then_some(Channel::Mail);
    let known: Vec<Channel> = phone.into_iter().chain(mail).collect();
    if known.is_empty() { vec![Channel::Portal] } else { known }
}

/// Reminders that the platform sent in this silence. Those before a message of the person were
/// answered by it. What staff write down is none: nobody shortens the silence by writing.
fn reminders(it: &Decision) -> impl Iterator<Item = &(DateTime<Utc>, Channel)> {
    it.reminders.iter().filter(|(at, _)| it.silent_since.is_some_and(|since| *at > since))
}

fn reminded(it: &Decision) -> u32 {
    u32::try_from(reminders(it).count()).unwrap_or(u32::MAX)
}

fn tried(it: &Decision) -> BTreeSet<Channel> {
    reminders(it).map(|(_, channel)| *channel).collect()
}

/// Staff called after the platform's first reminder.
fn was_called(it: &Decision) -> bool {
    let first = reminders(it).map(|(at, _)| *at).next();
    first.is_some_and(|first| it.calls.iter().any(|at| *at >= first))
}

/// On what the person was tried: their page alone reaches nobody who is not told to look.
fn channels_tried(it: &Decision) -> BTreeSet<Channel> {
    let mut tried = tried(it);
    tried.remove(&Channel::Portal);
    if was_called(it) {
        tried.insert(Channel::Phone);
    }
    tried
}

fn least_tried(it: &Decision, reach: &[Channel]) -> Option<Channel> {
    let times = |channel: &Channel| reminders(it).filter(|(_, on)| on == channel).count();
    reach.iter().copied().min_by_key(times)
}
