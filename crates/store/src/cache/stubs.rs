//! Stubs: what everybody may know of a case out of reach (`rules.md`, Reading).

use super::{Writer, lookup_keys};
use crate::StoreError;
use crate::sqlite::{bytes, json, parse};
use chrono::{DateTime, Utc};
use domain::case::Stage;
use domain::reference::Reference;
use domain::{CaseId, CategoryId, PostId, UnitId};
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};

/// A case without text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StubLine {
    /// Which.
    pub case: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// What it is about, from the list.
    pub category: CategoryId,
    /// Whose work.
    pub unit: UnitId,
    /// Where it stands.
    pub stage: Stage,
    /// The owner's post, never the name.
    pub owner_post: Option<PostId>,
    /// When the person hears next.
    pub next_contact: Option<DateTime<Utc>>,
    /// Inbound contacts.
    pub contacts: u32,
    /// Phones (E.164) and national ids that lead here.
    pub lookup: Vec<String>,
    /// False when it fell out of sight: it is erased.
    pub visible: bool,
}

impl Writer<'_> {
    /// Writes a stub as it is now, or erases it. True when something was erased.
    pub(super) fn put_stub(&self, stub: &StubLine) -> Result<bool, StoreError> {
        let before = by_id(self.t, stub.case)?;
        if let Some((num, before)) = &before {
            self.delete_stub_keys(*num, before)?;
        }
        if !stub.visible {
            let Some((num, _)) = before else { return Ok(false) };
            let mut statement = self.t.prepare_cached(sql!("cache/stubs/delete"))?;
            statement.execute(named_params! {":num": num})?;
            return Ok(true);
        }
        let num = self.t.prepare_cached(sql!("cache/stubs/put"))?.query_row(
            named_params! {
                ":id": bytes(stub.case),
                ":reference": lookup_keys::compact(&stub.reference.to_string()),
                ":stub": json("stub", stub)?,
            },
            |row| row.get("num"),
        )?;
        self.insert_stub_keys(num, stub)?;
        Ok(false)
    }

    fn insert_stub_keys(&self, num: i64, stub: &StubLine) -> Result<(), StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/stub_keys/insert"))?;
        for key in stub.lookup.iter().flat_map(|it| lookup_keys::keys(it)) {
            statement.execute(named_params! {":key": key, ":stub": num})?;
        }
        Ok(())
    }

    fn delete_stub_keys(&self, num: i64, stub: &StubLine) -> Result<(), StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/stub_keys/delete"))?;
        for key in stub.lookup.iter().flat_map(|it| lookup_keys::keys(it)) {
            statement.execute(named_params! {":key": key, ":stub": num})?;
        }
        Ok(())
    }
}

pub(super) fn by_num(connection: &Connection, num: i64) -> Result<Option<StubLine>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/stubs/by_num"))?;
    let text: Option<String> =
        statement.query_row(named_params! {":num": num}, |row| row.get("stub")).optional()?;
    text.map(|it| parse("stub", &it)).transpose()
}

fn by_id(connection: &Connection, case: CaseId) -> Result<Option<(i64, StubLine)>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/stubs/by_id"))?;
    let found: Option<(i64, String)> = statement
        .query_row(named_params! {":id": bytes(case)}, |row| {
            Ok((row.get("num")?, row.get("stub")?))
        })
        .optional()?;
    found.map(|(num, text)| Ok((num, parse("stub", &text)?))).transpose()
}
