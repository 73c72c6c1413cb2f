//! What lies in the cache: cases with the overlay over them, read with the reader's rights.

use crate::show::{self, Reader};
use crate::view::QueueRow;
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::Case;
use domain::reading::{CaseFacts, Sight, may_see};
use domain::{Action, CaseId, OpId, Recorded, SpentToday, StaffId};
use std::collections::BTreeMap;
use store::{Row, Standing, StoredCase};

impl Desk {
    /// A case as it stands on this device: the platform's events, then those still on their way.
    /// None when it is not here or not for these eyes.
    pub(crate) fn stored(&self, case: CaseId) -> Result<Option<StoredCase>, DeskError> {
        let Some(stored) = self.cache.case(case)? else { return Ok(None) };
        // What this device itself opened is its own until the platform has spoken.
        let own = stored.case.seq.is_none();
        let seen = own || self.may_read(&CaseFacts::of(&stored.case))?;
        Ok(Some(stored).filter(|_| seen))
    }

    /// The state of a case in sight.
    pub(crate) fn case_now(&self, case: CaseId) -> Result<Option<Case>, DeskError> {
        Ok(self.stored(case)?.map(|it| it.case))
    }

    /// The events of a case in sight; none of a case that is not.
    pub(crate) fn events_now(&self, case: CaseId) -> Result<Vec<Recorded>, DeskError> {
        Ok(self.stored(case)?.map(|it| it.events).unwrap_or_default())
    }

    /// The one rule of reading (`rules.md`, Reading).
    pub(crate) fn may_read(&self, facts: &CaseFacts) -> Result<bool, DeskError> {
        let reader = domain::reading::Reader::Staff { staff: self.staff.clone() };
        let sight = may_see(&reader, facts, &*self.book()?, self.now());
        Ok(sight == Sight::Whole)
    }

    /// Rows as the window shows them; the cache gives out none that is not for these eyes.
    pub(crate) fn shown(&self, book: &Book, rows: Vec<Row>) -> Vec<QueueRow> {
        let reader = Reader { book, me: &self.staff, now: self.now() };
        rows.into_iter().map(|it| show::row(reader, it)).collect()
    }

    /// What the user granted since the start of the agency's day, what is on its way included.
    pub(crate) fn spent_today(
        &self,
        book: &Book,
        now: DateTime<Utc>,
    ) -> Result<SpentToday, DeskError> {
        Ok(self.cache.spent_since(&self.staff, book.calendar.start_of_day(now))?)
    }

    /// Open cases per colleague.
    pub(crate) fn open_load(&self) -> Result<BTreeMap<StaffId, u32>, DeskError> {
        Ok(self.cache.loads()?)
    }

    /// Makes the overlay anew from the vault, of these cases or of all, and notes what the rules now
    /// say of actions that are still on their way.
    pub(crate) fn refresh_overlay(&mut self, cases: Option<&[CaseId]>) -> Result<(), DeskError> {
        let notes = store::replay(&self.vault, &mut self.cache, cases)?;
        match cases {
            None => self.doubts.clear(),
            Some(cases) => self.doubts.retain(|_, (case, _)| !cases.contains(case)),
        }
        for note in notes {
            if !self.gives_up(note.op)? {
                self.doubts.insert(note.op, (note.case, note.refusal));
            }
        }
        Ok(())
    }

    /// What gives up an action without effect takes nothing back, whatever the rule of taking back
    /// says of it.
    fn gives_up(&self, op: OpId) -> Result<bool, DeskError> {
        let Some(saved) = self.vault.action(op)? else { return Ok(false) };
        let Action::Withdraw { op } = saved.read()? else { return Ok(false) };
        let target = self.vault.action(op)?;
        Ok(target.is_some_and(|it| it.standing != Standing::Accepted))
    }
}
