//! A case as its person may see it: pure, from events to words.
//!
//! Posts stand where staff acted, never names. Notes, drafts, ranks and flags are not here, and
//! nothing that could still be taken back is.

mod hours;
mod letter;
mod promises;
mod talk;

pub(super) use hours::HourRow;
pub(super) use letter::Letter;
pub(super) use promises::Promise;
pub(super) use talk::Talk;

use crate::say::Say;
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::{
    Bearing, Case, CaseKind, Ending, HOLD, Holder, Stage, compose_subject, fold, holder,
};
use domain::text::Direction;
use domain::{Actor, DecisionId, Event, OpId, Recorded, StaffId};
use std::collections::BTreeSet;

/// The whole page of one case, in the words of one language.
pub(super) struct Story {
    pub(super) agency: String,
    pub(super) reference: String,
    pub(super) kind: String,
    pub(super) opened: String,
    pub(super) stage: Standing,
    pub(super) held: Option<Held>,
    pub(super) next: Option<String>,
    pub(super) asked: Asked,
    pub(super) letter: Option<Letter>,
    pub(super) review: Option<Passage>,
    pub(super) promises: Vec<Promise>,
    pub(super) hours: Vec<HourRow>,
    pub(super) hours_total: String,
    pub(super) talk: Vec<Talk>,
    pub(super) asks: Asks,
}

/// Where the case stands: words, and the name of its colour.
pub(super) struct Standing {
    pub(super) words: String,
    pub(super) colour: &'static str,
}

/// Who holds it now.
pub(super) struct Held {
    pub(super) who: String,
    pub(super) since: String,
}

/// What the person asked.
pub(super) struct Asked {
    pub(super) words: Passage,
    /// They left no words of their own: these are the form's.
    pub(super) from_form: bool,
    pub(super) points: Vec<Passage>,
}

/// A text in its own direction.
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) dir: &'static str,
}

/// What the page asks of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// Whether it is solved.
    Word {
        /// By which decision.
        decision: DecisionId,
        /// A promise is still to come.
        pending: bool,
        /// A message may be sent as well.
        open: bool,
    },
    /// Nothing; a message may be sent.
    Message,
    /// Nothing: the case is over.
    Nothing,
}

/// What is told of, and to whom.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub(super) say: Say,
    pub(super) book: &'a Book,
    pub(super) now: DateTime<Utc>,
}

/// The events that the person may know of: those taken back, and those of staff that may still be
/// taken back because they have not left the house, are left out.
pub(super) fn known(events: Vec<Recorded>, now: DateTime<Utc>) -> Vec<Recorded> {
    let back: BTreeSet<OpId> = events
        .iter()
        .filter_map(|it| if let Event::Withdrawn { op } = it.event { Some(op) } else { None })
        .collect();
    let in_the_house =
        |it: &Recorded| matches!(it.actor, Actor::Staff { .. }) && it.at + HOLD > now;
    let begins = |it: &Recorded| matches!(it.event, Event::CaseOpened { .. });
    events
        .into_iter()
        .filter(|it| !back.contains(&it.op) && (begins(it) || !in_the_house(it)))
        .collect()
}

impl Teller<'_> {
    /// Tells the case; none when nothing of it is known yet.
    pub(super) fn tell(self, events: &[Recorded]) -> Option<Story> {
        let case = fold(events)?;
        let letter = self.letter(&case, events);
        Some(Story {
            agency: self.book.name.of(self.say.0).to_owned(),
            reference: case.reference.to_string(),
            kind: self.say.of("case-kind", "kind", kind_word(case.kind)),
            opened: self.instant(case.opened_at),
            stage: self.standing(&case),
            held: self.held(&case),
            next: self.next(&case),
            asked: self.asked(&case),
            review: self.review(&case, events),
            promises: self.promises(&case),
            hours: self.hours(&case),
            hours_total: self.hours_total(&case),
            talk: self.talk(events, letter.is_some().then_some(&case)),
            asks: asks(&case),
            letter,
        })
    }

    fn standing(self, case: &Case) -> Standing {
        let (stage, colour) = match (case.stage, case.ending) {
            (_, Some(Ending::Confirmed)) if is_heard(case) => ("heard", "confirmed"),
            (_, Some(Ending::Confirmed)) => ("confirmed", "confirmed"),
            (_, Some(Ending::Unconfirmed { .. })) => ("unconfirmed", "unconfirmed"),
            (_, Some(Ending::Upheld)) => ("upheld", "upheld"),
            (_, Some(Ending::BeforeRida)) => ("before_rida", "unconfirmed"),
            (Stage::Answered, None) => ("answered", "near"),
            (_, None) if !case.disputed.is_empty() => ("reopened", "calm"),
            (Stage::New, None) => ("new", "calm"),
            (Stage::Open | Stage::Closed, None) => ("open", "calm"),
        };
        Standing { words: self.say.of("case-stage", "stage", stage), colour }
    }

    fn held(self, case: &Case) -> Option<Held> {
        let segment = case.ledger.last().filter(|_| holder(case) != Holder::Nobody)?;
        let since = self.instant(segment.since);
        Some(Held {
            who: self.holder(&segment.holder, segment.since),
            since: self.say.of("case-with-since", "when", &since),
        })
    }

    fn next(self, case: &Case) -> Option<String> {
        if case.stage == Stage::Closed {
            return None;
        }
        if let Some(at) = case.next_contact {
            let id = match (holder(case), at < self.now) {
                // We owe nothing while the person has the say; a reminder that is late is no debt.
                (Holder::AwaitingWord, true) => return None,
                (Holder::AwaitingWord, false) => "next-remind",
                (_, true) => "next-overdue",
                (_, false) => "next-at",
            };
            return Some(self.say.of(id, "when", &self.instant(at)));
        }
        let because = self.book.no_date_reasons.get(case.no_date.as_ref()?)?;
        Some(self.say.of("next-none", "because", because.of(self.say.0)))
    }

    fn asked(self, case: &Case) -> Asked {
        let from_form = case.own_words.trim().is_empty();
        let words = match (from_form, &case.subject_pieces[..]) {
            (false, _) => self.passage(&case.own_words),
            (true, []) => self.passage(&case.subject),
            (true, pieces) => self.passage(&compose_subject(pieces, self.say.0)),
        };
        Asked { words, from_form, points: case.points.iter().map(|it| self.passage(it)).collect() }
    }

    /// What a post is called; the person never learns who holds it.
    fn post_of(self, staff: &StaffId, at: DateTime<Utc>) -> String {
        let label = self.book.post_label_of(staff, at);
        label.map_or_else(|| self.say.text("holder-staff"), |it| it.of(self.say.0).to_owned())
    }

    fn instant(self, at: DateTime<Utc>) -> String {
        self.say.instant(at, self.book.calendar.zone())
    }

    fn passage(self, text: &str) -> Passage {
        let otherwise = if self.say.dir() == "rtl" { Direction::Rtl } else { Direction::Ltr };
        let dir = match Direction::of_or(text, otherwise) {
            Direction::Rtl => "rtl",
            Direction::Ltr => "ltr",
        };
        Passage { text: text.trim().to_owned(), dir }
    }
}

fn is_heard(case: &Case) -> bool {
    case.ending == Some(Ending::Confirmed) && case.confirmed_by == Some(Bearing::Heard)
}

fn asks(case: &Case) -> Asks {
    // What staff heard is not the person's own word, which they may still give.
    let silent_end = matches!(case.ending, Some(Ending::Unconfirmed { .. })) || is_heard(case);
    let answered = case.stage == Stage::Answered;
    match &case.decision {
        Some(decision) if answered || silent_end => Asks::Word {
            decision: decision.id,
            pending: case.remedies.iter().any(promises::is_to_come),
            open: answered,
        },
        Some(_) | None if case.stage == Stage::Closed => Asks::Nothing,
        Some(_) | None => Asks::Message,
    }
}

fn kind_word(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Complaint => "complaint",
        CaseKind::Inquiry => "inquiry",
        CaseKind::Suggestion => "suggestion",
        CaseKind::Concern => "concern",
        CaseKind::Request => "request",
        CaseKind::FaultReport => "fault_report",
    }
}
