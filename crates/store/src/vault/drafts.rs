//! Typed text: one row overwritten in place, a mirror beside it, revisions frozen now and then.

use super::Vault;
use super::mirror::Mirrored;
use crate::StoreError;
use crate::sqlite::{bytes, id, id_or_none, instant, us};
use chrono::{DateTime, Utc};
use domain::{CaseId, DraftId};
use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An unsent text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which.
    pub draft: DraftId,
    /// Of which case; none for a new case's fields.
    pub case: Option<CaseId>,
    /// Which form it belongs to; the desk's word.
    pub form: String,
    /// The whole text, or JSON of the form.
    pub text: String,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
}

impl Vault {
    /// Saves the live text: one row, overwritten in place, and its mirror. It is on disk when this
    /// returns.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Stopped`].
    pub fn put_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let saves = self.write(|t| {
            let saves = next_save(t)?;
            put(t, draft, saves)?;
            t.prepare_cached(sql!("vault/closed_drafts/reopen"))?
                .execute(named_params! {":draft": bytes(draft.draft)})?;
            Ok(saves)
        })?;
        self.mirror.put(&Mirrored { saves, draft: draft.clone() })
    }

    /// Freezes the live text as a revision, unless it is the same as the last one. On sending,
    /// discarding, leaving the case, and every five minutes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn freeze_draft(&mut self, draft: DraftId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.write(|t| freeze(t, draft, at))
    }

    /// Lets a text go: its last revision is kept for 90 days.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn discard_draft(&mut self, draft: DraftId, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.write(|t| close(t, draft, at))
    }

    /// Unsent texts of a case, or with none those that belong to no case yet; newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn drafts_of(&self, case: Option<CaseId>) -> Result<Vec<Draft>, StoreError> {
        let params = named_params! {":case_id": case.map(bytes)};
        list(self.connection()?, sql!("vault/drafts/of_case"), params)
    }

    /// All unsent texts, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        list(self.connection()?, sql!("vault/drafts/all"), [])
    }

    /// One unsent text.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn draft(&self, draft: DraftId) -> Result<Option<Draft>, StoreError> {
        by_id(self.connection()?, draft)
    }

    /// Frozen revisions of a draft, newest first, also after it was sent or let go.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn revisions(&self, draft: DraftId) -> Result<Vec<Draft>, StoreError> {
        let params = named_params! {":draft": bytes(draft)};
        list(self.connection()?, sql!("vault/revisions/of_draft"), params)
    }

    /// Puts back what the mirror has and the database lost: bits that flip in the log take
    /// acknowledged rows with them and nothing says so (`storage.md`, 3). What is newer is told by the
    /// count of saves, because a clock can be put back.
    pub(super) fn heal_drafts(&mut self) -> Result<(), StoreError> {
        let closed = closed(self.connection()?)?;
        for mirrored in self.mirror.all()? {
            let kept = saves_of(self.connection()?, mirrored.draft.draft)?;
            let gone = closed.get(&mirrored.draft.draft).copied();
            if kept.max(gone).is_none_or(|last| last < mirrored.saves) {
                self.write(|t| put(t, &mirrored.draft, mirrored.saves))?;
            }
        }
        Ok(())
    }

    /// The mirror of a closed draft goes once the action that carries its text lies in the checked
    /// file, and not before.
    pub(super) fn forget_closed_mirrors(&mut self) -> Result<(), StoreError> {
        for draft in closed(self.connection()?)?.keys() {
            self.mirror.remove(*draft)?;
        }
        Ok(())
    }
}

/// Freezes and ends a draft, as part of another transaction.
pub(super) fn close(
    t: &Transaction<'_>,
    draft: DraftId,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let saves = saves_of(t, draft)?.map_or_else(|| next_save(t), Ok)?;
    freeze(t, draft, at)?;
    t.prepare_cached(sql!("vault/drafts/delete"))?
        .execute(named_params! {":draft": bytes(draft)})?;
    t.prepare_cached(sql!("vault/closed_drafts/insert"))?
        .execute(named_params! {":draft": bytes(draft), ":closed_us": us(at), ":saves": saves})?;
    Ok(())
}

/// The number of the next save, higher than that of every save before.
fn next_save(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached(sql!("vault/drafts/next_save"))?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The number of the save that stands in the database.
fn saves_of(connection: &Connection, draft: DraftId) -> Result<Option<i64>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("vault/drafts/saves"))?;
    let saves = statement.query_row(named_params! {":draft": bytes(draft)}, |row| row.get(0));
    Ok(saves.optional()?)
}

pub(super) fn by_id(connection: &Connection, draft: DraftId) -> Result<Option<Draft>, StoreError> {
    let params = named_params! {":draft": bytes(draft)};
    Ok(connection
        .prepare_cached(sql!("vault/drafts/by_id"))?
        .query_row(params, from_row)
        .optional()?)
}

fn freeze(t: &Transaction<'_>, draft: DraftId, at: DateTime<Utc>) -> Result<(), StoreError> {
    t.prepare_cached(sql!("vault/revisions/freeze"))?
        .execute(named_params! {":draft": bytes(draft), ":frozen_us": us(at)})?;
    Ok(())
}

fn put(t: &Transaction<'_>, draft: &Draft, saves: i64) -> Result<(), StoreError> {
    t.prepare_cached(sql!("vault/drafts/put"))?.execute(named_params! {
        ":draft": bytes(draft.draft),
        ":case_id": draft.case.map(bytes),
        ":form": draft.form,
        ":text": draft.text,
        ":saved_us": us(draft.saved_at),
        ":saves": saves,
    })?;
    Ok(())
}

/// Closed drafts, each with the number of its last save.
fn closed(connection: &Connection) -> Result<BTreeMap<DraftId, i64>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("vault/closed_drafts/all"))?;
    let rows = statement.query_map([], |row| Ok((id(row, "draft")?, row.get("saves")?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn list(
    connection: &Connection,
    statement: &'static str,
    params: impl Params,
) -> Result<Vec<Draft>, StoreError> {
    let mut statement = connection.prepare_cached(statement)?;
    let drafts = statement.query_map(params, from_row)?;
    Ok(drafts.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        draft: id(row, "draft")?,
        case: id_or_none(row, "case_id")?,
        form: row.get("form")?,
        text: row.get("text")?,
        saved_at: instant(row, "saved_us")?,
    })
}
