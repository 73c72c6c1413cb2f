//! "Story so far": what was asked, what was promised, what was said last (R02).

use super::said::{in_pieces, one_line};
use super::who::Reader;
use crate::view::{PromiseLine, StoryLine, StoryView};
use chrono::{DateTime, Utc};
use domain::case::{Case, ContactDirection, GrantedRemedy, RemedyState, Stage, SubjectPiece};
use domain::{Event, Recorded};

/// Three short lines from the state and the events, newest words first.
pub fn story(reader: Reader<'_>, case: &Case, events: &[Recorded]) -> StoryView {
    StoryView {
        asked: events.iter().rev().find_map(asked),
        promised: promised(reader, case),
        said: events.iter().rev().find_map(|it| said_last(reader, it)),
    }
}

/// The person's own words, or the subject of a case that came without any.
fn asked(recorded: &Recorded) -> Option<StoryLine> {
    let words = inbound_words(&recorded.event)?;
    let text = in_pieces(one_line(words), pieces_of(&recorded.event));
    (!text.text.is_empty()).then_some(StoryLine {
        text,
        at: asked_at(recorded),
        by: None,
        kind: None,
    })
}

/// What was imported was asked when the other record says, not when it came here.
fn asked_at(recorded: &Recorded) -> DateTime<Utc> {
    if let Event::CaseImported { import, .. } = &recorded.event {
        import.opened_at
    } else {
        recorded.claimed_at
    }
}

/// The pieces of a subject that stands for the words of the person.
fn pieces_of(event: &Event) -> &[SubjectPiece] {
    let Event::CaseImported { import, .. } = event else { return &[] };
    if import.open.own_words.trim().is_empty() { &import.subject_pieces } else { &[] }
}

fn inbound_words(event: &Event) -> Option<&str> {
    if let Event::CaseOpened { open, .. } = event {
        Some(words_or(&open.own_words, &open.subject))
    } else if let Event::CaseImported { import, .. } = event {
        Some(words_or(&import.open.own_words, &import.open.subject))
    } else if let Event::ContactRecorded {
        direction: ContactDirection::Inbound, own_words, ..
    } = event
    {
        Some(own_words)
    } else if let Event::Disputed { text, .. } = event {
        Some(text)
    } else {
        None
    }
}

pub(super) fn words_or<'a>(own: &'a str, subject: &'a str) -> &'a str {
    if own.trim().is_empty() { subject } else { own }
}

fn said_last(reader: Reader<'_>, recorded: &Recorded) -> Option<StoryLine> {
    let Event::ReplySent { text, reply_kind, .. } = &recorded.event else { return None };
    Some(StoryLine {
        text: one_line(text),
        at: recorded.claimed_at,
        by: reader.actor(&recorded.actor),
        kind: Some(*reply_kind),
    })
}

/// The nearest open promise: a remedy with its day, else the next news.
fn promised(reader: Reader<'_>, case: &Case) -> Option<PromiseLine> {
    let remedy = case.remedies.iter().filter(|it| is_owed(it.state)).min_by_key(|it| it.due);
    if let Some(remedy) = remedy {
        return Some(remedy_line(reader, remedy));
    }
    let due = case.next_contact.filter(|_| case.stage != Stage::Closed)?;
    Some(PromiseLine {
        remedy: None,
        due,
        by: case
            .owner
            .as_ref()
            .map_or_else(|| reader.manager(&case.unit), |it| Some(reader.who(it))),
        late: due < reader.now,
    })
}

fn remedy_line(reader: Reader<'_>, remedy: &GrantedRemedy) -> PromiseLine {
    let performer = remedy.ask.performer.as_ref().and_then(|unit| reader.manager(unit));
    PromiseLine {
        remedy: Some(super::facts::remedy_label(reader, &remedy.ask.remedy)),
        due: remedy.due,
        by: performer.or_else(|| Some(reader.who(&remedy.by))),
        late: remedy.due < reader.now,
    }
}

fn is_owed(state: RemedyState) -> bool {
    matches!(state, RemedyState::Granted | RemedyState::Ordered | RemedyState::Late)
}
