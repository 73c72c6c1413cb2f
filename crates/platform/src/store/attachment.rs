//! Verified attachments by hash, who sent them, and the cases they belong to.

use super::row::{count, hash as hash_of, int, ms, uuid};
use super::{Tx, UploadId};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, CaseId, StaffId};
use protocol::Hash;
use rusqlite::named_params;

impl Tx<'_> {
    /// The size of a verified file in bytes; `None` while no upload of it was finished.
    pub(crate) fn attachment(self, agency: &AgencyId, hash: &Hash) -> Result<Option<u64>, Error> {
        self.one(
            include_str!("../../sql/attachment/get.sql"),
            named_params! { ":agency": agency.as_str(), ":hash": hash.0 },
            |row| count(row, 0),
        )
    }

    /// Turns a finished upload into a verified file.
    pub(crate) fn insert_attachment(
        self,
        agency: &AgencyId,
        upload: &UploadId,
        total: u64,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/attachment/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":hash": upload.hash.0,
                ":total": int(total)?,
                ":now": ms(now),
            },
        )?;
        self.run(
            include_str!("../../sql/attachment_chunk/take.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": upload.device.0.as_bytes(),
                ":hash": upload.hash.0,
            },
        )?;
        Ok(())
    }

    /// All bytes, in order.
    pub(crate) fn attachment_bytes(self, agency: &AgencyId, hash: &Hash) -> Result<Vec<u8>, Error> {
        let chunks: Vec<Vec<u8>> = self.all(
            include_str!("../../sql/attachment_chunk/list.sql"),
            named_params! { ":agency": agency.as_str(), ":hash": hash.0 },
            |row| Ok(row.get(0)?),
        )?;
        Ok(chunks.concat())
    }

    /// Verified files since before an instant that belong to no case.
    pub(crate) fn unfiled_attachments(
        self,
        agency: &AgencyId,
        before: DateTime<Utc>,
    ) -> Result<Vec<Hash>, Error> {
        self.all(
            include_str!("../../sql/attachment/unfiled.sql"),
            named_params! { ":agency": agency.as_str(), ":before": ms(before) },
            |row| hash_of(row, 0),
        )
    }

    /// Deletes a verified file with its bytes and sources.
    pub(crate) fn delete_attachment(self, agency: &AgencyId, hash: &Hash) -> Result<(), Error> {
        for statement in [
            include_str!("../../sql/attachment_chunk/clear.sql"),
            include_str!("../../sql/attachment_source/clear.sql"),
            include_str!("../../sql/attachment/delete.sql"),
        ] {
            self.run(statement, named_params! { ":agency": agency.as_str(), ":hash": hash.0 })?;
        }
        Ok(())
    }

    /// Records that a user sent all bytes of a file.
    pub(crate) fn insert_source(
        self,
        agency: &AgencyId,
        hash: &Hash,
        staff: &StaffId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/attachment_source/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":hash": hash.0,
                ":staff": staff.as_str(),
            },
        )?;
        Ok(())
    }

    /// Whether a user sent all bytes of a file.
    pub(crate) fn is_source(
        self,
        agency: &AgencyId,
        hash: &Hash,
        staff: &StaffId,
    ) -> Result<bool, Error> {
        let found = self.number(
            include_str!("../../sql/attachment_source/get.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":hash": hash.0,
                ":staff": staff.as_str(),
            },
        )?;
        Ok(found > 0)
    }

    /// Bytes of the verified files that a user sent and nobody attached to a case.
    pub(crate) fn unfiled_bytes(self, agency: &AgencyId, staff: &StaffId) -> Result<u64, Error> {
        self.number(
            include_str!("../../sql/attachment_source/unfiled_bytes.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
        )
    }

    /// Says that an attachment belongs to a case.
    pub(crate) fn link_attachment(
        self,
        agency: &AgencyId,
        hash: &Hash,
        case: CaseId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/case_attachment/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":hash": hash.0,
                ":case_id": case.0.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// The cases it belongs to.
    pub(crate) fn cases_with_attachment(
        self,
        agency: &AgencyId,
        hash: &Hash,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/case_attachment/cases.sql"),
            named_params! { ":agency": agency.as_str(), ":hash": hash.0 },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }
}
