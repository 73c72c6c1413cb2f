//! Cases that come in pieces: kept aside until the last piece is here, so that half a case is never shown
//! as a whole one. The pieces lie in the transaction of the cursor that says they came.

use super::Writer;
use crate::StoreError;
use crate::sqlite::{bytes, json, parse};
use domain::{CaseId, Recorded};
use rusqlite::named_params;

impl Writer<'_> {
    /// Keeps the next piece of a case.
    pub(super) fn keep_part(&self, case: CaseId, events: &[Recorded]) -> Result<(), StoreError> {
        self.t.prepare_cached(sql!("cache/incoming/insert"))?.execute(
            named_params! {":case_id": bytes(case), ":events": json("events", &events)?},
        )?;
        Ok(())
    }

    /// All pieces of a case that are here, put together.
    pub(super) fn parts_of(&self, case: CaseId) -> Result<Vec<Recorded>, StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/incoming/of_case"))?;
        let mut rows = statement.query(named_params! {":case_id": bytes(case)})?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let part: Vec<Recorded> = parse("events", &row.get::<_, String>("events")?)?;
            events.extend(part);
        }
        Ok(events)
    }

    /// Throws the pieces of a case away.
    pub(super) fn forget_parts(&self, case: CaseId) -> Result<(), StoreError> {
        self.t
            .prepare_cached(sql!("cache/incoming/delete"))?
            .execute(named_params! {":case_id": bytes(case)})?;
        Ok(())
    }
}
