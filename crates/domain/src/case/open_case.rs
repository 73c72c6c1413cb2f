//! A case begins, with what the person brought (R09, R11, R45, R54).

use super::{clocks, guard};
use crate::book::Right;
use crate::reference::Prefix;
use crate::{
    Actor, Context, Event, Identifier, OpenCase, Person, PersonOf, Refusal, UnitId,
    parse_identifier,
};

/// How many points one case may ask.
const POINTS_MAX: usize = 20;
/// How many identifiers a new person brings.
const IDENTIFIERS_MAX: usize = 10;

pub(super) fn decide(open: &OpenCase, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    if matches!(cx.actor, Actor::Staff { .. } | Actor::Overseer { .. }) {
        guard::holds(cx, Right::Handle)?;
    }
    let unit = check(open, cx)?;
    let open = OpenCase { person: as_kept(&open.person, cx)?, ..open.clone() };
    let category = cx.book.category(&open.category)?;
    let calendar = cx.book.calendar_of(&unit);
    let next_contact = clocks::next_contact(&category.clocks, calendar, cx.now);
    let clocks = clocks::begin(category, calendar, cx.now);
    Ok(vec![
        Event::CaseOpened { open: Box::new(open), unit, next_contact, owner: None },
        Event::ClocksSet { clocks },
    ])
}

/// Everything in it is of this agency and fits. Answers the unit whose work it is.
pub(super) fn check(open: &OpenCase, cx: &Context<'_>) -> Result<UnitId, Refusal> {
    let category = cx.book.category(&open.category)?;
    let unit = open.unit.as_ref().unwrap_or(&category.unit);
    if !cx.book.units.contains_key(unit) {
        return Err(guard::unknown(unit));
    }
    if Ok(open.reference.prefix()) != Prefix::parse(&cx.book.reference_prefix) {
        return Err(guard::unknown(&open.reference));
    }
    if let Some(accused) = open.accused.as_ref().filter(|it| !cx.book.staff.contains_key(it)) {
        return Err(guard::unknown(accused));
    }
    check_person(&open.person)?;
    check_words(open)?;
    check_numbers(open, cx)?;
    Ok(unit.clone())
}

fn check_person(person: &PersonOf) -> Result<(), Refusal> {
    let PersonOf::New { record } = person else { return Ok(()) };
    if record.name.trim().is_empty() && record.identifiers.is_empty() {
        return Err(Refusal::PersonEmpty);
    }
    if record.identifiers.len() > IDENTIFIERS_MAX {
        return Err(guard::out_of_range("identifiers"));
    }
    guard::fits("name", &record.name, guard::LINE_CHARS_MAX)
}

/// A new person with each identifier once, in the form in which it is kept. Only valid identifiers
/// identify; none is known since a later instant than now, and none has ended before it came.
pub(super) fn as_kept(person: &PersonOf, cx: &Context<'_>) -> Result<PersonOf, Refusal> {
    let PersonOf::New { record } = person else { return Ok(person.clone()) };
    let mut kept: Vec<Identifier> = Vec::new();
    for it in &record.identifiers {
        let value = parse_identifier(it.kind, &it.value, &cx.book.region)
            .map_err(|fault| Refusal::BadIdentifier { kind: it.kind, fault })?;
        if it.until.is_some() {
            return Err(guard::out_of_range("until"));
        }
        if !kept.iter().any(|other| other.kind == it.kind && other.value == value) {
            let since = it.since.min(cx.now);
            kept.push(Identifier { kind: it.kind, value, since, until: None });
        }
    }
    Ok(PersonOf::New { record: Person { identifiers: kept, ..record.clone() } })
}

fn check_words(open: &OpenCase) -> Result<(), Refusal> {
    guard::written("subject", &open.subject, guard::LINE_CHARS_MAX)?;
    guard::fits("own_words", &open.own_words, guard::TEXT_CHARS_MAX)?;
    guard::fits("place", open.place.as_deref().unwrap_or_default(), guard::LINE_CHARS_MAX)?;
    open.points.iter().try_for_each(|it| guard::written("points", it, guard::LINE_CHARS_MAX))
}

fn check_numbers(open: &OpenCase, cx: &Context<'_>) -> Result<(), Refusal> {
    if open.points.len() > POINTS_MAX {
        return Err(guard::out_of_range("points"));
    }
    if open.people_affected == 0 {
        return Err(guard::out_of_range("people_affected"));
    }
    guard::cost(open.cost, cx)
}
