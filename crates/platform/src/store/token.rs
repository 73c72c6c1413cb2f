//! Tokens, only as hashes.

use super::Tx;
use super::row::{hash, ms, uuid};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, DeviceId, StaffId};
use protocol::Hash;
use rusqlite::named_params;

/// Who an access token stands for.
pub(crate) struct TokenRow {
    pub(crate) device: DeviceId,
    pub(crate) staff: StaffId,
    pub(crate) public_key: [u8; 32],
    pub(crate) revoked: bool,
    pub(crate) disabled: bool,
}

/// The refresh tokens of a device. The previous one stays good until the current one is used, for an
/// answer may be lost on its way.
pub(crate) struct RefreshRow {
    pub(crate) current: Hash,
    pub(crate) previous: Option<Hash>,
    pub(crate) expires_at_ms: i64,
}

impl Tx<'_> {
    /// Keeps an access token and forgets the device's old ones.
    pub(crate) fn insert_access(
        self,
        agency: &AgencyId,
        token: &Hash,
        device: DeviceId,
        staff: &StaffId,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/access_token/purge.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":now": ms(now),
            },
        )?;
        self.run(
            include_str!("../../sql/access_token/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":token_hash": token.0,
                ":device": device.0.as_bytes(),
                ":staff": staff.as_str(),
                ":expires_at": ms(expires_at),
            },
        )?;
        Ok(())
    }

    /// Who an access token stands for now.
    pub(crate) fn access(
        self,
        agency: &AgencyId,
        token: &Hash,
        now: DateTime<Utc>,
    ) -> Result<Option<TokenRow>, Error> {
        self.one(
            include_str!("../../sql/access_token/session.sql"),
            named_params! { ":agency": agency.as_str(), ":token_hash": token.0, ":now": ms(now) },
            |row| {
                Ok(TokenRow {
                    device: DeviceId(uuid(row, 0)?),
                    staff: StaffId::new(row.get::<_, String>(1)?),
                    public_key: row.get(2)?,
                    revoked: row.get::<_, Option<i64>>(3)?.is_some(),
                    disabled: row.get::<_, Option<i64>>(4)?.is_some(),
                })
            },
        )
    }

    /// Ends every session of somebody; answers on how many computers.
    pub(crate) fn end_sessions(self, agency: &AgencyId, staff: &StaffId) -> Result<usize, Error> {
        self.run(
            include_str!("../../sql/access_token/end_of_staff.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
        )?;
        self.end_refresh(agency, staff)
    }

    /// Lets no session of somebody be renewed; answers on how many computers.
    pub(crate) fn end_refresh(self, agency: &AgencyId, staff: &StaffId) -> Result<usize, Error> {
        self.run(
            include_str!("../../sql/refresh_token/end_of_staff.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
        )
    }

    /// Notes that a challenge was answered; answers false when it was before.
    pub(crate) fn use_challenge(
        self,
        agency: &AgencyId,
        nonce: &Hash,
        expires_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        self.run(
            include_str!("../../sql/used_challenge/purge.sql"),
            named_params! { ":agency": agency.as_str(), ":now": ms(now) },
        )?;
        let added = self.run(
            include_str!("../../sql/used_challenge/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":nonce_hash": nonce.0,
                ":expires_at": ms(expires_at),
            },
        )?;
        Ok(added > 0)
    }

    /// The refresh tokens of a device.
    pub(crate) fn refresh(
        self,
        agency: &AgencyId,
        device: DeviceId,
    ) -> Result<Option<RefreshRow>, Error> {
        self.one(
            include_str!("../../sql/refresh_token/get.sql"),
            named_params! { ":agency": agency.as_str(), ":device": device.0.as_bytes() },
            |row| {
                Ok(RefreshRow {
                    current: hash(row, 0)?,
                    previous: row.get::<_, Option<[u8; 32]>>(1)?.map(Hash),
                    expires_at_ms: row.get(2)?,
                })
            },
        )
    }

    /// Replaces the refresh tokens of a device.
    pub(crate) fn put_refresh(
        self,
        agency: &AgencyId,
        device: DeviceId,
        current: &Hash,
        previous: Option<&Hash>,
        expires_at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/refresh_token/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":current_hash": current.0,
                ":previous_hash": previous.map(|it| it.0),
                ":expires_at": ms(expires_at),
            },
        )?;
        Ok(())
    }
}
