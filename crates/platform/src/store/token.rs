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
                })
            },
        )
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
