//! The phones and mail addresses of the person of a case change, as the person said.

use super::{Case, guard};
use crate::book::Right;
use crate::{
    Address, Context, CorrectPerson, Event, Identifier, IdentifierKind, Person, Refusal,
    parse_identifier,
};

/// Most changes in one correction.
const CHANGES_MAX: usize = 10;
/// Most identifiers of one person, ended ones included.
const IDENTIFIERS_MAX: usize = 100;

pub(super) fn decide(
    case: &Case,
    correction: &CorrectPerson,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::staff(cx, Right::CorrectPerson)?;
    let person = cx.person.filter(|it| Some(it.id) == case.person);
    let person = person.ok_or_else(|| guard::unknown(&"person"))?;
    guard::written("because", &correction.because, guard::LINE_CHARS_MAX)?;
    check_size(person, correction)?;
    let added = added(person, &correction.add, cx)?;
    let ended = ended(person, &correction.end, cx)?;
    if added.is_empty() && ended.is_empty() {
        return Ok(Vec::new());
    }
    let because = correction.because.clone();
    let event = Event::PersonCorrected { person: person.id, added, ended, because };
    still_reached(person, &event)?;
    Ok(vec![event])
}

fn check_size(person: &Person, correction: &CorrectPerson) -> Result<(), Refusal> {
    let (add, end) = (correction.add.len(), correction.end.len());
    if add == 0 && end == 0 {
        return Err(Refusal::Empty { field: "identifiers".to_owned() });
    }
    let too_many = add + end > CHANGES_MAX || person.identifiers.len() + add > IDENTIFIERS_MAX;
    if too_many { Err(guard::out_of_range("identifiers")) } else { Ok(()) }
}

/// What is theirs already is left out.
fn added(person: &Person, add: &[Address], cx: &Context<'_>) -> Result<Vec<Identifier>, Refusal> {
    let mut added: Vec<Identifier> = Vec::new();
    for address in add {
        let value = valid(address, cx)?;
        let is_known = person.has(address.kind, &value)
            || added.iter().any(|it| it.kind == address.kind && it.value == value);
        if !is_known {
            added.push(Identifier { kind: address.kind, value, since: cx.now, until: None });
        }
    }
    Ok(added)
}

/// As they are kept, whatever the form in which they were typed.
fn ended(person: &Person, end: &[Address], cx: &Context<'_>) -> Result<Vec<Identifier>, Refusal> {
    let mut ended: Vec<Identifier> = Vec::new();
    for address in end {
        check_kind(address.kind)?;
        let read = parse_identifier(address.kind, &address.value, &cx.book.region);
        let value = read.as_deref().unwrap_or(&address.value);
        let theirs = person.theirs(address.kind).find(|it| it.value == value);
        let theirs = theirs.ok_or(Refusal::NotTheirs { kind: address.kind })?;
        if !ended.iter().any(|it| it.kind == theirs.kind && it.value == theirs.value) {
            ended.push(Identifier { until: Some(cx.now), ..theirs.clone() });
        }
    }
    Ok(ended)
}

fn valid(address: &Address, cx: &Context<'_>) -> Result<String, Refusal> {
    check_kind(address.kind)?;
    let read = parse_identifier(address.kind, &address.value, &cx.book.region);
    read.map_err(|fault| Refusal::BadIdentifier { kind: address.kind, fault })
}

/// A national id says who somebody is, and is no way to reach them.
fn check_kind(kind: IdentifierKind) -> Result<(), Refusal> {
    match kind {
        IdentifierKind::Phone | IdentifierKind::Mail => Ok(()),
        IdentifierKind::NationalId => Err(guard::out_of_range("kind")),
    }
}

/// Who could be reached still can: without an address a silence would end the case unheard.
fn still_reached(person: &Person, event: &Event) -> Result<(), Refusal> {
    let mut after = person.clone();
    after.correct(event);
    let is_reached = |person: &Person| {
        let has = |kind| person.theirs(kind).next().is_some();
        has(IdentifierKind::Phone) || has(IdentifierKind::Mail)
    };
    if is_reached(person) && !is_reached(&after) { Err(Refusal::LastAddress) } else { Ok(()) }
}
