//! Keys that a device has not seen yet are told whole: in tiers, resumable, with progress.

use super::cursor::Cursor;
use super::page::{Page, STUBS, tier};
use crate::Error;
use domain::CaseId;
use protocol::Progress;

impl Page<'_> {
    /// Tells as much of the new keys as fits. Answers how far it came; none when nothing was new.
    pub(super) fn enter_new(&mut self, cursor: &mut Cursor) -> Result<Option<Progress>, Error> {
        let mut progress = None;
        if !cursor.leaving.is_empty() {
            return Ok(None);
        }
        while self.room() > 0 {
            let Some(first) = cursor.entering.front() else { break };
            let tier = tier(&first.key);
            if cursor.total == 0 && cursor.done == 0 {
                cursor.total = self.count_tier(cursor, tier)?;
            }
            let told = if first.key == STUBS {
                self.enter_stubs(cursor)?
            } else {
                self.enter_cases(cursor)?
            };
            cursor.done = cursor.done.saturating_add(told);
            progress =
                Some(Progress { tier, done: cursor.done, total: cursor.total.max(cursor.done) });
            if cursor.entering.front().is_none_or(|it| super::page::tier(&it.key) != tier) {
                (cursor.done, cursor.total) = (0, 0);
            }
        }
        if progress.is_some() && cursor.entering.is_empty() {
            cursor.whole_until = self.bench.head.change;
        }
        Ok(progress)
    }

    /// A page of cases of the first key. What another told key has brought is not told again.
    fn enter_cases(&mut self, cursor: &mut Cursor) -> Result<u32, Error> {
        let Some(entering) = cursor.entering.front().cloned() else { return Ok(0) };
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let cases = tx.cases_in_scope(agency, &entering.key, entering.after, self.limit())?;
        let is_last = cases.len() < self.room();
        let mut told = 0;
        let mut after = entering.after;
        for case in &cases {
            if self.room() == 0 {
                break;
            }
            let keys = tx.scope_of(agency, *case)?;
            if !keys.iter().any(|key| cursor.has_told(key)) {
                let seq = cursor.seq;
                self.enter(cursor, *case, seq)?;
            }
            (told, after) = (told + 1, *case);
        }
        if is_last && cases.last().is_none_or(|it| *it == after) {
            cursor.entering.pop_front();
        } else if let Some(front) = cursor.entering.front_mut() {
            front.after = after;
        }
        Ok(told)
    }

    /// A page of stubs. A device that has none need not be told which are out of sight.
    fn enter_stubs(&mut self, cursor: &mut Cursor) -> Result<u32, Error> {
        let limit = self.limit();
        let rows = self.bench.tx.stubs_after(self.bench.agency, cursor.stubs, limit)?;
        let told = self.push_stubs(&rows, false)?;
        let is_last = told == rows.len() && rows.len() < limit as usize;
        cursor.stubs = rows[..told].last().map_or(cursor.stubs, |it| it.change);
        let told = u32::try_from(told).unwrap_or(u32::MAX);
        if is_last {
            cursor.stubs = self.bench.head.change;
            cursor.entering.pop_front();
        }
        Ok(told)
    }

    fn count_tier(&self, cursor: &Cursor, of: u8) -> Result<u32, Error> {
        let (tx, agency) = (self.bench.tx, self.bench.agency);
        let mut total = 0_u64;
        for entering in cursor.entering.iter().filter(|it| tier(&it.key) == of) {
            let is_begun = entering.after != CaseId(uuid::Uuid::nil());
            total += match entering.key.as_str() {
                STUBS => tx.count_stubs(agency)?,
                _ if is_begun => 0,
                key => tx.count_scope(agency, key)?,
            };
        }
        Ok(u32::try_from(total).unwrap_or(u32::MAX))
    }
}
