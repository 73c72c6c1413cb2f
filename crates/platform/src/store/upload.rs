//! Files that are being sent, in chunks. Every device has uploads of its own.

use super::Tx;
use super::row::{count, hash, int, ms, uuid};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, DeviceId, StaffId};
use protocol::Hash;
use rusqlite::named_params;

/// One file on its way from one device.
#[derive(Clone, Copy)]

pub(crate) struct UploadId {
    pub(crate) device: DeviceId,
    pub(crate) hash: Hash,
}

/// How much of it has arrived.
#[derive(Clone, Copy)]
pub(crate) struct UploadRow {
    /// Bytes that the device claims.
    pub(crate) total: u64,
    /// Bytes that arrived.
    pub(crate) received: u64,
}

impl Tx<'_> {
    /// How much of an upload has arrived; `None` before its first chunk.
    pub(crate) fn upload(
        self,
        agency: &AgencyId,
        upload: &UploadId,
    ) -> Result<Option<UploadRow>, Error> {
        self.one(
            include_str!("../../sql/upload/get.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": upload.device.0.as_bytes(),
                ":hash": upload.hash.0,
            },
            |row| Ok(UploadRow { total: count(row, 0)?, received: count(row, 1)? }),
        )
    }

    /// Keeps one chunk and how much has arrived with it.
    pub(crate) fn insert_chunk(
        self,
        agency: &AgencyId,
        upload: &UploadId,
        start: u64,
        bytes: &[u8],
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/upload_chunk/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": upload.device.0.as_bytes(),
                ":hash": upload.hash.0,
                ":start": int(start)?,
                ":bytes": bytes,
            },
        )?;
        Ok(())
    }

    /// Writes how much of an upload has arrived.
    pub(crate) fn put_upload(
        self,
        agency: &AgencyId,
        upload: &UploadId,
        staff: &StaffId,
        row: UploadRow,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/upload/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": upload.device.0.as_bytes(),
                ":hash": upload.hash.0,
                ":staff": staff.as_str(),
                ":total": int(row.total)?,
                ":received": int(row.received)?,
                ":now": ms(now),
            },
        )?;
        Ok(())
    }

    /// The chunks that have arrived, in order.
    pub(crate) fn upload_chunks(
        self,
        agency: &AgencyId,
        upload: &UploadId,
    ) -> Result<Vec<Vec<u8>>, Error> {
        self.all(
            include_str!("../../sql/upload_chunk/list.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": upload.device.0.as_bytes(),
                ":hash": upload.hash.0,
            },
            |row| Ok(row.get(0)?),
        )
    }

    /// Deletes an upload with its chunks.
    pub(crate) fn delete_upload(self, agency: &AgencyId, upload: &UploadId) -> Result<(), Error> {
        for statement in [
            include_str!("../../sql/upload_chunk/clear.sql"),
            include_str!("../../sql/upload/delete.sql"),
        ] {
            self.run(
                statement,
                named_params! {
                    ":agency": agency.as_str(),
                    ":device": upload.device.0.as_bytes(),
                    ":hash": upload.hash.0,
                },
            )?;
        }
        Ok(())
    }

    /// Unfinished uploads of a user with the bytes that each claims, the newest first.
    pub(crate) fn uploads_of(
        self,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<Vec<(UploadId, u64)>, Error> {
        self.all(
            include_str!("../../sql/upload/of_staff.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
            |row| {
                let upload = UploadId { device: DeviceId(uuid(row, 0)?), hash: hash(row, 1)? };
                Ok((upload, count(row, 2)?))
            },
        )
    }

    /// Unfinished uploads that have not moved since an instant.
    pub(crate) fn uploads_before(
        self,
        agency: &AgencyId,
        before: DateTime<Utc>,
    ) -> Result<Vec<UploadId>, Error> {
        self.all(
            include_str!("../../sql/upload/old.sql"),
            named_params! { ":agency": agency.as_str(), ":before": ms(before) },
            |row| Ok(UploadId { device: DeviceId(uuid(row, 0)?), hash: hash(row, 1)? }),
        )
    }
}
