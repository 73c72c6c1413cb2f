//! What everybody of the agency may know of a case.

use super::Tx;
use super::row::{count, int};
use crate::Error;
use domain::{AgencyId, CaseId};
use protocol::Stub;
use rusqlite::named_params;

/// A stub with the change it stands at.
pub(crate) struct StubRow {
    pub(crate) change: u64,
    pub(crate) stub: Stub,
}

impl Tx<'_> {
    /// Writes a stub; nothing happens when it says what it said before.
    pub(crate) fn put_stub(self, agency: &AgencyId, row: &StubRow) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/stub/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": row.stub.case.0.as_bytes(),
                ":change": int(row.change)?,
                ":visible": row.stub.visible,
                ":body": serde_json::to_string(&row.stub)?,
            },
        )?;
        Ok(())
    }

    /// The stub of a case.
    pub(crate) fn stub(self, agency: &AgencyId, case: CaseId) -> Result<Option<Stub>, Error> {
        self.one(
            include_str!("../../sql/stub/get.sql"),
            named_params! { ":agency": agency.as_str(), ":case_id": case.0.as_bytes() },
            |row| Ok(serde_json::from_str(&row.get::<_, String>(0)?)?),
        )
    }

    /// Stubs that changed after a change, oldest change first.
    pub(crate) fn stubs_after(
        self,
        agency: &AgencyId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<StubRow>, Error> {
        self.all(
            include_str!("../../sql/stub/after.sql"),
            named_params! { ":agency": agency.as_str(), ":after": int(after)?, ":limit": limit },
            |row| {
                Ok(StubRow {
                    change: count(row, 0)?,
                    stub: serde_json::from_str(&row.get::<_, String>(1)?)?,
                })
            },
        )
    }

    /// How many stubs are shown.
    pub(crate) fn count_stubs(self, agency: &AgencyId) -> Result<u64, Error> {
        self.number(
            include_str!("../../sql/stub/count.sql"),
            named_params! { ":agency": agency.as_str() },
        )
    }
}
