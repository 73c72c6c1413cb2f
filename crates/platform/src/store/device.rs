//! Enrolled computers and the codes with which they are enrolled.

use super::Tx;
use super::row::{instant_or_none, ms, uuid};
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

/// An enrolled computer in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedDevice {
    /// Its id.
    pub device: DeviceId,
    /// Whose it is.
    pub staff: StaffId,
    /// Since when it is enrolled.
    pub enrolled_at: DateTime<Utc>,
    /// When it last signed in or renewed its session.
    pub seen_at: DateTime<Utc>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
    /// Whether it could renew a session now.
    pub signed_in: bool,
}

impl Tx<'_> {
    /// Every computer of an agency.
    pub(crate) fn devices(
        self,
        agency: &AgencyId,
        now: DateTime<Utc>,
    ) -> Result<Vec<ListedDevice>, Error> {
        self.all(
            include_str!("../../sql/device/list.sql"),
            named_params! { ":agency": agency.as_str(), ":now": ms(now) },
            |row| {
                let at =
                    |at| instant_or_none(row, at)?.ok_or(Error::Broken("a device without time"));
                Ok(ListedDevice {
                    device: DeviceId(uuid(row, 0)?),
                    staff: StaffId::new(row.get::<_, String>(1)?),
                    enrolled_at: at(2)?,
                    seen_at: at(3)?,
                    revoked_at: instant_or_none(row, 4)?,
                    signed_in: row.get(5)?,
                })
            },
        )
    }

    /// Notes that a computer signed in or renewed its session.
    pub(crate) fn mark_seen(
        self,
        agency: &AgencyId,
        device: DeviceId,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/device/mark_seen.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":now": ms(now),
            },
        )?;
        Ok(())
    }

    /// Revokes every computer of somebody; answers how many.
    pub(crate) fn revoke_devices(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        now: DateTime<Utc>,
    ) -> Result<usize, Error> {
        self.run(
            include_str!("../../sql/device/revoke_of_staff.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":revoked_at": ms(now),
            },
        )
    }

    /// Takes back every open code with which somebody could enrol a computer; those of a demo stay.
    pub(crate) fn end_enrolment_codes(
        self,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/enrolment_code/end_of_staff.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
        )?;
        Ok(())
    }

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

    /// Revokes a computer and ends its session; answers whether there was one to revoke.
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
        self.run(
            include_str!("../../sql/refresh_token/end_of_device.sql"),
            named_params! { ":agency": agency.as_str(), ":device": device.0.as_bytes() },
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
