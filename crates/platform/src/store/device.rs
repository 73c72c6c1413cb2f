//! Enrolled computers and the codes with which they are enrolled.

use super::Tx;
use super::row::{ms, uuid};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, DeviceId, StaffId};
use protocol::Hash;
use rusqlite::named_params;

/// An enrolled computer of one user.
pub(crate) struct DeviceRow {
    pub(crate) staff: StaffId,
    pub(crate) public_key: [u8; 32],
    pub(crate) revoked: bool,
}

impl Tx<'_> {
    /// A computer by its id.
    pub(crate) fn device(
        self,
        agency: &AgencyId,
        device: DeviceId,
    ) -> Result<Option<DeviceRow>, Error> {
        self.one(
            include_str!("../../sql/device/get.sql"),
            named_params! { ":agency": agency.as_str(), ":device": device.0.as_bytes() },
            |row| {
                Ok(DeviceRow {
                    staff: StaffId::new(row.get::<_, String>(0)?),
                    public_key: row.get(1)?,
                    revoked: row.get::<_, Option<i64>>(2)?.is_some(),
                })
            },
        )
    }

    /// The computer of somebody that holds a key already.
    pub(crate) fn device_of_key(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        public_key: &[u8; 32],
    ) -> Result<Option<DeviceId>, Error> {
        self.one(
            include_str!("../../sql/device/by_key.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":public_key": public_key,
            },
            |row| Ok(DeviceId(uuid(row, 0)?)),
        )
    }

    /// Enrols a computer.
    pub(crate) fn insert_device(
        self,
        agency: &AgencyId,
        device: DeviceId,
        staff: &StaffId,
        public_key: &[u8; 32],
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/device/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":staff": staff.as_str(),
                ":public_key": public_key,
                ":enrolled_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// Revokes a computer; answers whether there was one to revoke.
    pub(crate) fn revoke_device(
        self,
        agency: &AgencyId,
        device: DeviceId,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let touched = self.run(
            include_str!("../../sql/device/revoke.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":revoked_at": ms(now),
            },
        )?;
        Ok(touched > 0)
    }

    /// Keeps the hash of an enrolment code.
    pub(crate) fn insert_enrolment_code(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        code: &Hash,
        expires_at: Option<DateTime<Utc>>,
        tries: u32,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/enrolment_code/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":code_hash": code.0,
                ":expires_at": expires_at.map(ms),
                ":tries_left": tries,
            },
        )?;
        Ok(())
    }

    /// Whether somebody may enrol with this code now.
    pub(crate) fn enrolment_code_is_good(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        code: &Hash,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let found = self.one(
            include_str!("../../sql/enrolment_code/usable.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":code_hash": code.0,
                ":now": ms(now),
            },
            |_| Ok(()),
        )?;
        Ok(found.is_some())
    }

    /// Uses a code up; one of a demo stays good.
    pub(crate) fn use_enrolment_code(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        code: &Hash,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/enrolment_code/use.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":code_hash": code.0,
                ":now": ms(now),
            },
        )?;
        Ok(())
    }

    /// Counts a wrong code against every open code of somebody.
    pub(crate) fn count_wrong_code(self, agency: &AgencyId, staff: &StaffId) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/enrolment_code/fail.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
        )?;
        Ok(())
    }
}
