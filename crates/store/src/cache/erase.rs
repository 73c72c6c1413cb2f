//! Erasing a case so that not a byte of it stays (`sync.md`, Pull and scope).

use super::Writer;
use super::event_id::EventId;
use super::line::Row;
use super::read_case::Known;
use crate::StoreError;
use domain::case::AttachmentRef;
use domain::{CaseId, Event};
use rusqlite::named_params;
use std::collections::BTreeSet;

impl Writer<'_> {
    /// Erases a case: events, index, overlay, derived rows, and its person when no other case is
    /// theirs. The caller empties the log afterwards. Answers the hashes of its attachments; none
    /// when the case was not here.
    pub(super) fn erase_case(&self, case: CaseId) -> Result<Option<BTreeSet<String>>, StoreError> {
        let Some(known) = self.known(case)? else { return Ok(None) };
        self.erase_head(&known)?;
        let mut files = BTreeSet::new();
        for stored in self.stored_events(known.num)? {
            files.extend(files_of(&stored.recorded.event).iter().map(|it| it.hash.clone()));
            self.unindex_event(&stored)?;
        }
        let range = named_params! {
            ":from": EventId::head(known.num).0, ":until": EventId::end(known.num).0,
        };
        self.t.prepare_cached(sql!("cache/events/delete_of_case"))?.execute(range)?;
        self.delete_grants(known.num)?;
        self.t
            .prepare_cached(sql!("cache/waits/delete_of_case"))?
            .execute(named_params! {":case_num": known.num})?;
        self.t
            .prepare_cached(sql!("cache/cases/delete"))?
            .execute(named_params! {":num": known.num})?;
        if let Some(person) = known.person {
            self.forget_person(person)?;
        }
        Ok(Some(files))
    }

    fn erase_head(&self, known: &Known) -> Result<(), StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/cases/by_num"))?;
        let mut rows = statement.query(named_params! {":num": known.num})?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let row = Row::from_row(row)?;
        let reference = row.line.reference.to_string();
        self.unindex_head(known.num, &reference, row.person_name.as_deref())
    }
}

fn files_of(event: &Event) -> &[AttachmentRef] {
    if let Event::Attached { attachment } = event {
        std::slice::from_ref(attachment)
    } else if let Event::ReplySent { attachments, .. } = event {
        attachments
    } else {
        &[]
    }
}
