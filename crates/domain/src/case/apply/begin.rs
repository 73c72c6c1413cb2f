//! The first event of a case.

use super::{ledger, trail};
use crate::case::{Case, Clocks, Ending, Stage};
use crate::{CaseId, Event, ImportCase, OpenCase, PersonId, PersonOf, Recorded, UnitId};
use chrono::{DateTime, TimeDelta, Utc};

/// A claimed beginning is believed back to here: no desk works longer without the platform
/// (`sync.md`, session lease).
const CLAIM_BACK_MAX: TimeDelta = TimeDelta::days(14);

pub(super) fn begin(recorded: &Recorded) -> Option<Case> {
    let id = recorded.case?;
    let case = if let Event::CaseOpened { open, unit, next_contact, owner } = &recorded.event {
        let since = recorded.claimed_at.clamp(recorded.at - CLAIM_BACK_MAX, recorded.at);
        let mut case = blank(id, open, unit, since, recorded);
        case.next_contact = Some(*next_contact);
        super::owner_changed(&mut case, owner.as_ref());
        ledger::begin(&mut case, since, recorded.op);
        case
    } else if let Event::CaseImported { import, unit } = &recorded.event {
        imported(id, import, unit, recorded)
    } else {
        return None;
    };
    Some(whole(case, recorded))
}

/// A row keeps its true age, and what a file says of the future counts as now.
fn imported(id: CaseId, import: &ImportCase, unit: &UnitId, recorded: &Recorded) -> Case {
    let since = import.opened_at.min(recorded.at);
    let mut case = blank(id, &import.open, unit, since, recorded);
    case.subject_from_form = import.subject_from_form;
    case.subject_pieces.clone_from(&import.subject_pieces);
    case.next_contact = import.next_contact;
    ledger::begin(&mut case, since, recorded.op);
    if let Some(closed_at) = import.closed_at {
        let closed_at = closed_at.clamp(since, recorded.at);
        case.stage = Stage::Closed;
        case.ending = Some(Ending::BeforeRida);
        case.closed_at = Some(closed_at);
        case.next_contact = None;
        ledger::close(&mut case, closed_at, recorded.op);
    }
    case
}

/// What stands around every first event.
fn whole(mut case: Case, recorded: &Recorded) -> Case {
    trail::note(&mut case, recorded);
    case.seq = recorded.seq;
    ledger::arrive(&mut case, recorded);
    case.touched_at = recorded.at;
    case
}

fn blank(
    id: CaseId,
    open: &OpenCase,
    unit: &UnitId,
    opened_at: DateTime<Utc>,
    recorded: &Recorded,
) -> Case {
    Case {
        id,
        reference: open.reference,
        kind: open.case_kind,
        category: open.category.clone(),
        unit: unit.clone(),
        person: person_of(&open.person),
        subject: open.subject.clone(),
        subject_from_form: false,
        subject_pieces: Vec::new(),
        own_words: open.own_words.clone(),
        points: open.points.clone(),
        tried: open.tried.clone(),
        channel: open.channel,
        cost_minor: open.cost.map_or(0, crate::money::Money::minor),
        people_affected: open.people_affected,
        place: open.place.clone(),
        confidential: open.confidential,
        accused: open.accused.clone(),
        stage: Stage::New,
        ending: None,
        confirmed_by: None,
        owner: None,
        touched_by: Vec::new(),
        opened_at,
        closed_at: None,
        next_contact: None,
        no_date: None,
        clocks: unset(opened_at),
        contacts: 1,
        contacts_without_progress: 1,
        flagged: false,
        last_inbound: Some(recorded.op),
        outbound: Vec::new(),
        asks: Vec::new(),
        remedies: Vec::new(),
        approvals: Vec::new(),
        decision: None,
        disputed: Vec::new(),
        attachments: Vec::new(),
        drafts: Vec::new(),
        returned: Vec::new(),
        ledger: Vec::new(),
        trail: Vec::new(),
        seq: None,
        touched_at: opened_at,
    }
}

/// Until `ClocksSet`, which the same action records, everything is due at once.
fn unset(at: DateTime<Utc>) -> Clocks {
    Clocks {
        answer_due: at,
        answered_at: None,
        solution_due: at,
        solved_at: None,
        ceiling: None,
        paused_since: None,
    }
}

fn person_of(person: &PersonOf) -> Option<PersonId> {
    match person {
        PersonOf::Known { id } => Some(*id),
        PersonOf::New { record } => Some(record.id),
        PersonOf::Unknown => None,
    }
}
