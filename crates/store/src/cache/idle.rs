//! Work that waits for idle moments, in bounded steps, so that saving never waits for it.

use super::read_case::{agreed_of, overlay_of};
use super::write_case::Whole;
use super::{Cache, Writer};
use crate::StoreError;
use crate::sqlite::id;
use domain::CaseId;
use domain::book::Book;
use rusqlite::named_params;

/// Pages of the index that one step merges: some milliseconds.
const MERGE_PAGES: i64 = 64;
/// Cases that one step ranks anew.
const RANKED_AT_ONCE: u32 = 50;

impl Cache {
    /// One step of what waits: ranking all cases anew after the agency changed what moves them up
    /// the queue, then merging the search index. True while there is more to do.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn idle_step(&mut self) -> Result<bool, StoreError> {
        if self.write(rank_step)? {
            return Ok(true);
        }
        self.merge_step()
    }

    /// FTS5 says so itself: fewer than two changes mean that a merge had nothing to do.
    fn merge_step(&mut self) -> Result<bool, StoreError> {
        let before = self.connection.total_changes();
        self.connection
            .prepare_cached(sql!("cache/words/merge"))?
            .execute(named_params! {":pages": MERGE_PAGES})?;
        Ok(self.connection.total_changes() - before >= 2)
    }
}

impl Writer<'_> {
    /// Notes that ranks are of another book than this one, if they are.
    pub(super) fn note_new_book(
        &self,
        before: Option<&Book>,
        now: &Book,
    ) -> Result<(), StoreError> {
        let same = before.is_none_or(|it| {
            (it.rank, &it.categories, &it.calendar) == (now.rank, &now.categories, &now.calendar)
        });
        if same { Ok(()) } else { self.put_ranked_until(Some(0)) }
    }

    fn rank_anew(&self, case: CaseId) -> Result<(), StoreError> {
        let Some(known) = self.known(case)? else { return Ok(()) };
        let stored = self.stored_events(known.num)?;
        let (agreed, overlay) = (agreed_of(&stored), overlay_of(&stored));
        let whole = Whole { agreed, overlay, unread: known.unread, pending: known.pending };
        self.put_case(Some(&known), stored, whole)
    }

    fn ids_behind(&self, num: i64) -> Result<Vec<(i64, CaseId)>, StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/cases/ids_behind"))?;
        let rows = statement
            .query_map(named_params! {":num": num, ":limit": RANKED_AT_ONCE}, |row| {
                Ok((row.get("num")?, id(row, "id")?))
            })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn put_ranked_until(&self, num: Option<i64>) -> Result<(), StoreError> {
        self.t
            .prepare_cached(sql!("cache/meta/put_ranked_until"))?
            .execute(named_params! {":ranked_until": num})?;
        Ok(())
    }
}

/// Ranks some cases anew, if any wait for it. True while more may.
fn rank_step(w: &Writer<'_>) -> Result<bool, StoreError> {
    let mut statement = w.t.prepare_cached(sql!("cache/meta/ranked_until"))?;
    let from: Option<i64> = statement.query_row([], |row| row.get(0))?;
    let Some(from) = from else { return Ok(false) };
    let cases = w.ids_behind(from)?;
    for (_, case) in &cases {
        w.rank_anew(*case)?;
    }
    w.put_ranked_until(cases.last().map(|(num, _)| *num))?;
    Ok(!cases.is_empty())
}
