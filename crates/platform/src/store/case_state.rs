//! The state of every case, and the columns by which cases are found.

use super::Tx;
use super::row::{instant_or_none, int, ms, uuid};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::case::Case;
use domain::reference::Reference;
use domain::{AgencyId, CaseId, PersonId, StaffId, UnitId};
use rusqlite::named_params;
use std::collections::BTreeMap;

/// Columns that are derived from a state and the agency's rules.
pub(crate) struct CaseColumns {
    /// When clockwork must look at it again.
    pub(crate) wake_at: Option<DateTime<Utc>>,
    /// When who may see it changes by time alone.
    pub(crate) scope_until: Option<DateTime<Utc>>,
    /// Whether who may see it changes with the book.
    pub(crate) follows_book: bool,
}

/// What opens or shuts the page of a case.
pub(crate) struct PageRow {
    pub(crate) case: CaseId,
    pub(crate) closed_at: Option<DateTime<Utc>>,
}

impl Tx<'_> {
    /// The state of a case.
    pub(crate) fn case(self, agency: &AgencyId, case: CaseId) -> Result<Option<Case>, Error> {
        self.one(
            include_str!("../../sql/case_state/get.sql"),
            named_params! { ":agency": agency.as_str(), ":case_id": case.0.as_bytes() },
            |row| Ok(serde_json::from_str(&row.get::<_, String>(0)?)?),
        )
    }

    /// The case of a reference.
    pub(crate) fn case_of_reference(
        self,
        agency: &AgencyId,
        reference: &Reference,
    ) -> Result<Option<CaseId>, Error> {
        self.one(
            include_str!("../../sql/case_state/by_reference.sql"),
            named_params! { ":agency": agency.as_str(), ":reference": reference.to_string() },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }

    /// The case of a reference, and when it closed.
    pub(crate) fn page_of_reference(
        self,
        agency: &AgencyId,
        reference: &Reference,
    ) -> Result<Option<PageRow>, Error> {
        self.one(
            include_str!("../../sql/case_state/page_by_reference.sql"),
            named_params! { ":agency": agency.as_str(), ":reference": reference.to_string() },
            |row| Ok(PageRow { case: CaseId(uuid(row, 0)?), closed_at: instant_or_none(row, 1)? }),
        )
    }

    /// All cases of a person.
    pub(crate) fn cases_of_person(
        self,
        agency: &AgencyId,
        person: PersonId,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/case_state/of_person.sql"),
            named_params! { ":agency": agency.as_str(), ":person": person.0.as_bytes() },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }

    /// Writes a state with its columns.
    pub(crate) fn put_case(
        self,
        agency: &AgencyId,
        case: &Case,
        columns: &CaseColumns,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/case_state/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.id.0.as_bytes(),
                ":reference": case.reference.to_string(),
                ":stage": word(&case.stage)?,
                ":unit": case.unit.as_str(),
                ":category": case.category.as_str(),
                ":owner": case.owner.as_ref().map(StaffId::as_str),
                ":person": case.person.as_ref().map(|it| it.0.as_bytes()),
                ":confidential": case.confidential,
                ":next_contact": case.next_contact.map(ms),
                ":closed_at": case.closed_at.map(ms),
                ":wake_at": columns.wake_at.map(ms),
                ":scope_until": columns.scope_until.map(ms),
                ":follows_book": columns.follows_book,
                ":seq": int(case.seq.unwrap_or(0))?,
                ":body": serde_json::to_string(case)?,
            },
        )?;
        Ok(())
    }

    /// A case that never was: its opening was taken back.
    pub(crate) fn delete_case(self, agency: &AgencyId, case: CaseId) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/case_state/delete.sql"),
            named_params! { ":agency": agency.as_str(), ":case_id": case.0.as_bytes() },
        )?;
        Ok(())
    }

    /// Open cases per owner.
    pub(crate) fn load(self, agency: &AgencyId) -> Result<BTreeMap<StaffId, u32>, Error> {
        let rows = self.all(
            include_str!("../../sql/case_state/load.sql"),
            named_params! { ":agency": agency.as_str() },
            |row| Ok((StaffId::new(row.get::<_, String>(0)?), row.get(1)?)),
        )?;
        Ok(rows.into_iter().collect())
    }

    /// Cases that clockwork must look at.
    pub(crate) fn cases_to_wake(
        self,
        agency: &AgencyId,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/case_state/wake.sql"),
            named_params! { ":agency": agency.as_str(), ":now": ms(now), ":limit": limit },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }

    /// When clockwork looks at a case again.
    pub(crate) fn set_wake(
        self,
        agency: &AgencyId,
        case: CaseId,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/case_state/set_wake.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":wake_at": at.map(ms),
            },
        )?;
        Ok(())
    }

    /// Cases whose readers change by time alone.
    pub(crate) fn cases_to_rescope(
        self,
        agency: &AgencyId,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/case_state/scope_due.sql"),
            named_params! { ":agency": agency.as_str(), ":now": ms(now), ":limit": limit },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }

    /// Cases whose readers change with the book.
    pub(crate) fn cases_that_follow_the_book(
        self,
        agency: &AgencyId,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/case_state/follow_book.sql"),
            named_params! { ":agency": agency.as_str() },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }

    /// Cases that lie in a unit without an owner, the one due first in front.
    pub(crate) fn unassigned(
        self,
        agency: &AgencyId,
        unit: &UnitId,
        limit: u32,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/case_state/unassigned.sql"),
            named_params! { ":agency": agency.as_str(), ":unit": unit.as_str(), ":limit": limit },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }
}

/// The word of a field-less variant as JSON writes it.
pub(super) fn word<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    let value = serde_json::to_value(value)?;
    value.as_str().map(str::to_owned).ok_or(Error::Broken("a word that is none"))
}
