//! A case comes from a file, with its own past.

use super::{Ending, SUBJECT_PIECES_MAX, SubjectPiece, clocks, guard, open_case};
use crate::book::Right;
use crate::{Context, Event, ImportCase, Refusal};

pub(super) fn decide(import: &ImportCase, cx: &Context<'_>) -> Result<Vec<Event>, Refusal> {
    guard::holds(cx, Right::Import)?;
    let unit = open_case::check(&import.open, cx)?;
    check_times(import, cx)?;
    guard::written("source", &import.source, guard::LINE_CHARS_MAX)?;
    guard::written("source_key", &import.source_key, guard::LINE_CHARS_MAX)?;
    check_pieces(import)?;
    let words = import.resolution_words.as_deref().unwrap_or_default();
    guard::fits("resolution_words", words, guard::TEXT_CHARS_MAX)?;
    let category = cx.book.category(&import.open.category)?;
    let calendar = cx.book.calendar_of(&unit);
    let mut import = import.clone();
    import.open.person = open_case::as_kept(&import.open.person, cx)?;
    if import.closed_at.is_none() && import.next_contact.is_none() {
        import.next_contact = Some(clocks::next_contact(&category.clocks, calendar, cx.now));
    }
    let closed = import.closed_at.is_some();
    // The clocks of an old row run from its true beginning: nothing resets them.
    let clocks = clocks::begin(category, calendar, import.opened_at);
    let mut events =
        vec![Event::CaseImported { import: Box::new(import), unit }, Event::ClocksSet { clocks }];
    if closed {
        events.push(Event::Closed { ending: Ending::BeforeRida });
    }
    Ok(events)
}

/// A composed subject is bounded like any other.
fn check_pieces(import: &ImportCase) -> Result<(), Refusal> {
    let fits = |text: &str| guard::fits("subject_pieces", text, guard::LINE_CHARS_MAX);
    if import.subject_pieces.len() > SUBJECT_PIECES_MAX {
        return Err(guard::out_of_range("subject_pieces"));
    }
    for piece in &import.subject_pieces {
        match piece {
            SubjectPiece::Label { label } => {
                fits(&label.ar)?;
                fits(&label.en)?;
            }
            SubjectPiece::Value { text } | SubjectPiece::Text { text } => fits(text)?,
            SubjectPiece::Separator => {}
        }
    }
    Ok(())
}

/// What the file claims lies in order and in the past; the next contact lies ahead.
fn check_times(import: &ImportCase, cx: &Context<'_>) -> Result<(), Refusal> {
    if import.opened_at > cx.now {
        return Err(guard::out_of_range("opened_at"));
    }
    if import.closed_at.is_some_and(|at| at < import.opened_at || at > cx.now) {
        return Err(guard::out_of_range("closed_at"));
    }
    if import.next_contact.is_some_and(|at| at <= cx.now) {
        return Err(guard::out_of_range("next_contact"));
    }
    Ok(())
}
