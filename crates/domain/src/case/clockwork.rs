//! What the platform's clockwork does when nobody acts. Pure: it says what is due, and each is then
//! judged like any other action.

use super::silence::{self, Step};
use super::{Ask, Asked, Case, Stage, approval, guard, remedy};
use crate::book::Book;
use crate::{Action, Actor, Context, Event, OpId, Person, Refusal, Side, SpentToday};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// What is due on a case now: each is accepted by `decide` for the platform, one after another.
#[must_use]
pub fn due(case: &Case, person: Option<&Person>, book: &Book, now: DateTime<Utc>) -> Vec<Action> {
    let mut actions = lapsed(case, now);
    actions.extend(passed(case, person, book, now));
    let overdue = case.remedies.iter().filter(|it| remedy::is_owed(it) && it.due <= now);
    actions.extend(overdue.map(|it| Action::RemedyDue { grant: it.id }));
    // A promise that falls due now moves the silence; its turn comes with the next look.
    if actions.is_empty() {
        actions.extend(silence::step(case, person, book, now).map(|(decision, step)| match step {
            Step::Remind(channel) => Action::Remind { decision, channel },
            Step::End => Action::EndUnconfirmed { decision },
        }));
    }
    actions
}

/// When something may be due next, for an index; none when only people can move the case.
#[must_use]
pub fn next_due(case: &Case, book: &Book) -> Option<DateTime<Utc>> {
    let asks = case.asks.iter().filter(|ask| is_ours_to_end(ask)).filter_map(|ask| ask.until);
    let limits = case
        .approvals
        .iter()
        .filter(|it| it.waits() && passes(case, it, None, book, it.limit).is_some())
        .map(|it| it.limit);
    let remedies = case.remedies.iter().filter(|it| remedy::is_owed(it)).map(|it| it.due);
    asks.chain(limits).chain(remedies).chain(silence::next_step_at(case, book)).min()
}

/// The person did not answer in time; the owner holds again.
pub(super) fn lapse(case: &Case, ask: OpId, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    guard::clockwork(cx)?;
    let waits = case.asks.iter().find(|it| it.op == ask && is_ours_to_end(it));
    let due = waits.and_then(|it| it.until).is_some_and(|until| until <= cx.now);
    if due { Ok(vec![Event::AskLapsed { ask }]) } else { Err(Refusal::NotDue) }
}

fn is_ours_to_end(ask: &Ask) -> bool {
    ask.of == Asked::Person
}

fn lapsed(case: &Case, now: DateTime<Utc>) -> Vec<Action> {
    let asks = case.asks.iter().filter(|it| is_ours_to_end(it));
    asks.filter(|it| it.until.is_some_and(|until| until <= now))
        .map(|it| Action::AskLapsed { ask: it.op })
        .collect()
}

fn passed(case: &Case, person: Option<&Person>, book: &Book, now: DateTime<Utc>) -> Vec<Action> {
    let silent = case.approvals.iter().filter(|it| it.waits() && it.limit <= now);
    silent
        .filter(|_| case.stage != Stage::Closed)
        .filter_map(|it| {
            let to = passes(case, it, person, book, now)?;
            Some(Action::PassApproval { approval: it.id, to })
        })
        .collect()
}

/// To whom the platform would pass the approval.
fn passes(
    case: &Case,
    it: &super::Approval,
    person: Option<&Person>,
    book: &Book,
    now: DateTime<Utc>,
) -> Option<crate::StaffId> {
    let (spent_today, load) = (SpentToday::new(), BTreeMap::new());
    let cx = Context {
        now,
        op: it.id,
        actor: &Actor::Platform,
        side: Side::Platform,
        book,
        spent_today: &spent_today,
        load: &load,
        person,
    };
    approval::next_approver(case, it, &cx)
}
