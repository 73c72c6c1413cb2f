//! What happened, with who and when, newest last.

use super::facts::{labels_of, remedy_label};
use super::said::{said, said_if_any, words_or_subject};
use super::story::words_or;
use super::who::Reader;
use crate::view::{ApprovalStep, Happened, TimelineItem, Who};
use domain::book::Labels;
use domain::case::{Bearing, Case, RemedyState};
use domain::{
    Event, GrantId, Identifier, ImportCase, OpId, Recorded, RemedyProgress, Resolution, StaffId,
};
use std::collections::BTreeSet;

/// The events as the screen shows them. What was taken back is one quiet line, its words are gone.
pub fn timeline(reader: Reader<'_>, case: &Case, events: &[Recorded]) -> Vec<TimelineItem> {
    let gone = ops_where(events, |it| matches!(it, Event::Withdrawn { .. }));
    let decided = ops_where(events, |it| matches!(it, Event::Decided { .. }));
    let shown = Shown { reader, case, decided };
    let left = events.iter().filter(|it| !gone.contains(&it.op));
    left.filter_map(|it| shown.item(it)).collect()
}

/// The actions that such an event speaks of: its own, or the one it took back.
fn ops_where(events: &[Recorded], such: impl Fn(&Event) -> bool) -> BTreeSet<OpId> {
    let such = events.iter().filter(|it| such(&it.event));
    such.map(|it| if let Event::Withdrawn { op } = &it.event { *op } else { it.op }).collect()
}

struct Shown<'a> {
    reader: Reader<'a>,
    case: &'a Case,
    /// Actions whose remedies are named by the decision itself.
    decided: BTreeSet<OpId>,
}

impl Shown<'_> {
    fn item(&self, recorded: &Recorded) -> Option<TimelineItem> {
        Some(TimelineItem {
            id: format!("{}:{}", recorded.op, recorded.n),
            at: recorded.claimed_at,
            by: self.reader.actor(&recorded.actor),
            pending: recorded.seq.is_none(),
            what: self.what(recorded)?,
        })
    }

    /// None for what only moves clocks (the facts show those) and for drafts.
    fn what(&self, recorded: &Recorded) -> Option<Happened> {
        Some(match &recorded.event {
            Event::CaseOpened { open, .. } => Happened::Opened {
                words: said(words_or(&open.own_words, &open.subject)),
                channel: open.channel,
            },
            Event::CaseImported { import, .. } => imported(import),
            Event::ContactRecorded { channel, direction, outcome, own_words, .. } => {
                let (direction, channel, outcome) = (*direction, *channel, *outcome);
                Happened::Contact { direction, channel, outcome, words: said_if_any(own_words) }
            }
            Event::ReplySent { reply_kind, chosen_kind, text, attachments, .. } => {
                Happened::Reply {
                    kind: *reply_kind,
                    chosen: *chosen_kind,
                    words: said(text),
                    attachments: attachments.clone(),
                }
            }
            Event::NoteAdded { text, late } => Happened::Note { words: said(text), late: *late },
            Event::Confirmed { text, by, .. } => word(true, *by, text),
            Event::Disputed { text, by, .. } => word(false, *by, text),
            Event::SolvedHeard { text, .. } => word(true, Bearing::Heard, text),
            Event::Decided { resolution, approved_by, .. } => {
                decision(self.reader, resolution, approved_by.as_ref())
            }
            Event::Reviewed { outcome, reasons, .. } => {
                Happened::Review { outcome: *outcome, reasons: said(reasons) }
            }
            Event::PersonCorrected { added, ended, because, .. } => Happened::PersonCorrected {
                added: values(added),
                ended: values(ended),
                because: said(because),
            },
            Event::Flagged => Happened::Flagged,
            Event::OwnerChanged { to, because } => Happened::Owner {
                to: to.as_ref().map(|it| self.reader.who(it)),
                because: said_if_any(because),
            },
            Event::Attached { attachment } => Happened::Attached { file: attachment.clone() },
            Event::Withdrawn { .. } => Happened::TakenBack,
            Event::Reminded { channel, .. } => Happened::Reminder { channel: *channel },
            Event::LetterReturned { channel, fault, .. } => {
                Happened::LetterReturned { channel: *channel, fault: *fault }
            }
            Event::LetterReached { .. } => Happened::LetterReached,
            Event::LetterResent { .. } => Happened::LetterResent,
            Event::Closed { ending } => Happened::Closed { ending: *ending },
            Event::ApprovalRequested { .. }
            | Event::ApprovalPassed { .. }
            | Event::Approved { .. }
            | Event::ApprovalRefused { .. }
            | Event::ApprovalReturned { .. }
            | Event::ApprovalRecalled { .. } => self.approval(&recorded.event)?,
            Event::RemedyGranted { .. }
            | Event::RemedyUpdated { .. }
            | Event::RemedyFellDue { .. } => self.remedy(recorded)?,
            Event::ReplyDrafted { .. }
            | Event::PersonAsked { .. }
            | Event::ClocksSet { .. }
            | Event::AskLapsed { .. }
            | Event::NextContactSet { .. }
            | Event::Delegated { .. }
            | Event::DelegationEnded { .. } => return None,
        })
    }

    fn approval(&self, event: &Event) -> Option<Happened> {
        use ApprovalStep::{Approved, Passed, Recalled, Refused, Requested, Returned};
        let (state, of, words) =
            if let Event::ApprovalRequested { approver, resolution, .. } = event {
                (Requested, Some(approver), resolution.grounds.as_str())
            } else if let Event::ApprovalPassed { to, .. } = event {
                (Passed, Some(to), "")
            } else if let Event::Approved { by, .. } = event {
                (Approved, Some(by), "")
            } else if let Event::ApprovalRefused { by, reasons, .. } = event {
                (Refused, Some(by), reasons.as_str())
            } else if let Event::ApprovalReturned { by, note, .. } = event {
                (Returned, Some(by), note.as_str())
            } else if let Event::ApprovalRecalled { .. } = event {
                (Recalled, None, "")
            } else {
                return None;
            };
        let of = of.map(|it: &StaffId| self.reader.who(it));
        Some(Happened::Approval { state, of, words: said_if_any(words) })
    }

    fn remedy(&self, recorded: &Recorded) -> Option<Happened> {
        let (grant, state, proof) = if let Event::RemedyGranted { grant, .. } = &recorded.event {
            if self.decided.contains(&recorded.op) {
                return None;
            }
            (*grant, RemedyState::Granted, "")
        } else if let Event::RemedyUpdated { grant, to, proof } = &recorded.event {
            (*grant, state_of(*to), proof.as_str())
        } else if let Event::RemedyFellDue { grant } = &recorded.event {
            (*grant, RemedyState::Late, "")
        } else {
            return None;
        };
        let label = self.remedy_name(grant)?;
        Some(Happened::Remedy { label, state, proof: said_if_any(proof) })
    }

    fn remedy_name(&self, grant: GrantId) -> Option<Labels> {
        let granted = self.case.remedies.iter().find(|it| it.id == grant)?;
        Some(remedy_label(self.reader, &granted.ask.remedy))
    }
}

fn values(identifiers: &[Identifier]) -> Vec<String> {
    identifiers.iter().map(|it| it.value.clone()).collect()
}

fn imported(import: &ImportCase) -> Happened {
    Happened::Imported {
        words: words_or_subject(
            &import.open.own_words,
            &import.open.subject,
            &import.subject_pieces,
        ),
        source: import.source.clone(),
        key: import.source_key.clone(),
        closing_words: import.resolution_words.as_deref().and_then(said_if_any),
    }
}

fn word(solved: bool, by: Bearing, text: &str) -> Happened {
    Happened::Word { solved, by, words: said_if_any(text) }
}

fn decision(
    reader: Reader<'_>,
    resolution: &Resolution,
    approved_by: Option<&StaffId>,
) -> Happened {
    let approved_by: Option<Who> = approved_by.map(|it| reader.who(it));
    Happened::Decision {
        remedies: labels_of(reader, &resolution.remedies),
        none_because: resolution.none_because.as_deref().and_then(said_if_any),
        approved_by,
        cause: resolution.cause,
    }
}

fn state_of(progress: RemedyProgress) -> RemedyState {
    match progress {
        RemedyProgress::Ordered => RemedyState::Ordered,
        RemedyProgress::Done => RemedyState::Done,
        RemedyProgress::Failed => RemedyState::Failed,
    }
}
