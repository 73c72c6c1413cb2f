//! Attachments by hash, in chunks, and the cases they belong to.

use super::Tx;
use super::row::{count, int, uuid};
use crate::Error;
use domain::{AgencyId, CaseId};
use protocol::Hash;
use rusqlite::named_params;

/// How much of an attachment is here.
#[derive(Clone, Copy)]
pub(crate) struct AttachmentRow {
    pub(crate) total: u64,
    pub(crate) received: u64,
    pub(crate) whole: bool,
}

impl Tx<'_> {
    /// How much of it is here.
    pub(crate) fn attachment(
        self,
        agency: &AgencyId,
        hash: &Hash,
    ) -> Result<Option<AttachmentRow>, Error> {
        self.one(
            include_str!("../../sql/attachment/get.sql"),
            named_params! { ":agency": agency.as_str(), ":hash": hash.0 },
            |row| {
                Ok(AttachmentRow {
                    total: count(row, 0)?,
                    received: count(row, 1)?,
                    whole: row.get(2)?,
                })
            },
        )
    }

    /// Says how much of it is here now.
    pub(crate) fn put_attachment(
        self,
        agency: &AgencyId,
        hash: &Hash,
        row: AttachmentRow,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/attachment/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":hash": hash.0,
                ":total": int(row.total)?,
                ":received": int(row.received)?,
                ":whole": row.whole,
            },
        )?;
        Ok(())
    }

    /// Keeps one chunk.
    pub(crate) fn insert_chunk(
        self,
        agency: &AgencyId,
        hash: &Hash,
        start: u64,
        bytes: &[u8],
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/attachment_chunk/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":hash": hash.0,
                ":start": int(start)?,
                ":bytes": bytes,
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

    /// Throws away bytes that turned out to be others than their hash says.
    pub(crate) fn clear_chunks(self, agency: &AgencyId, hash: &Hash) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/attachment_chunk/clear.sql"),
            named_params! { ":agency": agency.as_str(), ":hash": hash.0 },
        )?;
        Ok(())
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
