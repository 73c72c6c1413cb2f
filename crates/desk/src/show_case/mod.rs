//! One case on one screen: story, timeline, powers, facts.

mod may;
mod powers;

use crate::act::case_id;
use crate::ground::Ground;
use crate::show::{self, Reader, in_pieces, said, said_if_any};
use crate::view::{CaseView, QueueRow, ReturnedView, Seen};
use crate::{Desk, DeskError};
use domain::case::{Case, ReturnedLetter};
use domain::money::Money;
use domain::{CaseId, Refusal};
use protocol::Base;
use store::StoredCase;

impl Desk {
    /// Shows a case whole. One out of sight is unknown here: its stub holds no words.
    pub fn show_case(&self, case: &str) -> Result<CaseView, DeskError> {
        let id = case_id(case)?;
        let ground = self.ground(id)?;
        let stored = ground.known()?;
        let book = self.book()?;
        let reader = Reader { book: &book, me: &self.staff, now: ground.now };
        let parts = Parts {
            row: show::row(reader, stored.row()),
            others: self.others(&stored.case)?,
            drafts: self.drafts(&stored.case, &stored.events)?,
        };
        Ok(whole(reader, &ground, stored, parts, self.is_lease_over(ground.now)?))
    }

    /// Shows a case to somebody who opens it: from now on it is read.
    pub fn read_case(&mut self, case: &str) -> Result<CaseView, DeskError> {
        let view = self.show_case(case)?;
        if view.row.unread {
            self.cache.mark_seen(case_id(case)?)?;
        }
        Ok(view)
    }

    /// What somebody who acts on the case this instant has seen: all that is here.
    pub(crate) fn base_now(&self, case: CaseId) -> Result<Base, DeskError> {
        let case = self.case_now(case)?.ok_or(Refusal::UnknownCase)?;
        Ok(Base {
            seq: case.seq.unwrap_or(0),
            last_inbound: case.last_inbound,
            last_outbound: case.outbound.last().map(|it| it.op),
            revision: None,
        })
    }

    /// The same, also of a case that is not here any more.
    pub(crate) fn base_or_none(&self, case: CaseId) -> Result<Base, DeskError> {
        match self.base_now(case) {
            Err(DeskError::Refused(Refusal::UnknownCase)) => Ok(Base::default()),
            base => base,
        }
    }

    /// The person's other cases in sight, as rows.
    fn others(&self, case: &Case) -> Result<Vec<QueueRow>, DeskError> {
        let Some(person) = case.person else { return Ok(Vec::new()) };
        let mut others = self.cache.cases_of_person(person)?;
        let mut seen = Vec::new();
        others.retain(|it| it.line.id != case.id);
        for row in others {
            if row.pending > 0 || self.may_read(&row.line.facts())? {
                seen.push(row);
            }
        }
        Ok(self.shown(&*self.book()?, seen))
    }
}

/// What the store adds to the state and the events.
struct Parts {
    row: QueueRow,
    others: Vec<QueueRow>,
    drafts: Vec<crate::view::DraftView>,
}

fn whole(
    reader: Reader<'_>,
    ground: &Ground,
    stored: &StoredCase,
    parts: Parts,
    lease_over: bool,
) -> CaseView {
    let StoredCase { case, events, person, .. } = stored;
    CaseView {
        row: parts.row,
        seen: seen(case),
        person: person.as_ref().map(show::person),
        category: case.category.to_string(),
        own_words: said_if_any(&case.own_words),
        subject: in_pieces(said(&case.subject), &case.subject_pieces),
        subject_from_form: case.subject_from_form,
        points: case.points.iter().map(said).collect(),
        tried: case.tried.clone(),
        channel: case.channel,
        cost: cost(reader, case),
        place: case.place.as_deref().and_then(said_if_any),
        opened_at: case.opened_at,
        ending: case.ending,
        story: show::story(reader, case, events),
        timeline: show::timeline(reader, case, events),
        powers: powers::powers(reader, ground, case),
        remedies: show::remedies(reader, case),
        returned: case.returned.iter().map(returned).collect(),
        approvals: show::case_approvals(reader, case),
        attachments: case.attachments.clone(),
        attachment_bytes_max: reader.book.attachment_bytes_max,
        others: parts.others,
        drafts: parts.drafts,
        may: may::may(ground, case, lease_over),
        clocks: show::clocks(case),
        hours: show::hours(reader, case),
        standard: reader.book.categories.get(&case.category).and_then(|it| it.standard.clone()),
    }
}

fn returned(it: &ReturnedLetter) -> ReturnedView {
    ReturnedView {
        op: it.letter.op.to_string(),
        n: it.letter.n,
        channel: it.channel,
        fault: it.fault,
        at: it.at,
    }
}

/// Sent back with each act.
fn seen(case: &Case) -> Seen {
    Seen {
        seq: case.seq.unwrap_or(0),
        last_inbound: case.last_inbound.map(|it| it.to_string()),
        last_outbound: case.outbound.last().map(|it| it.op.to_string()),
        ordinal: u32::try_from(case.outbound.len()).unwrap_or(u32::MAX),
    }
}

/// What it cost the person so far, when it cost anything.
fn cost(reader: Reader<'_>, case: &Case) -> Option<Money> {
    let cost = Money::new(case.cost_minor, reader.book.currency).ok()?;
    (case.cost_minor != 0).then_some(cost)
}
