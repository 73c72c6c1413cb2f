//! Access tokens: short-lived, kept as keyed hashes, the agency's code in front of the secret.

use crate::secrets::Purpose;
use crate::store::{RefreshRow, Tx};
use crate::surroundings::bytes;
use crate::{App, Denied, Error};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{AgencyId, DeviceId, StaffId};
use ed25519_dalek::VerifyingKey;
use protocol::Hash;

const TOKEN_BYTES: usize = 32;
/// Longer texts are no tokens and are not hashed.
const TOKEN_CHARS_MAX: usize = 256;

/// Who speaks, on which computer.
#[derive(Clone, Debug)]
pub struct Session {
    /// Which tenant.
    pub agency: AgencyId,
    /// Who.
    pub staff: StaffId,
    /// On which enrolled computer.
    pub device: DeviceId,
    /// That computer's key.
    pub key: VerifyingKey,
}

/// New tokens for a device.
pub(super) struct Tokens {
    pub(super) access: String,
    pub(super) refresh: String,
}

impl App {
    /// Who an access token stands for. A revoked computer and a disabled account are told so.
    pub fn session(&self, token: &str) -> Result<Session, Denied> {
        self.may_serve()?;
        let agency = agency_of(token)?;
        let hash = self.secrets.hash(Purpose::Access, &[token.as_bytes()]);
        let now = self.now();
        let row = self.store.read(|tx| tx.access(&agency, &hash, now))?;
        let row = row.ok_or(Denied::Unauthorised)?;
        if row.revoked {
            return Err(Denied::Forbidden("device_revoked"));
        }
        if row.disabled {
            return Err(Denied::Forbidden("account_disabled"));
        }
        let key = VerifyingKey::from_bytes(&row.public_key)
            .map_err(|_| Error::Broken("a stored key that is none"))?;
        Ok(Session { agency, staff: row.staff, device: row.device, key })
    }

    /// Makes both tokens of a device. The token that was just used stays good until the new one is.
    pub(super) fn issue(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        device: DeviceId,
        staff: &StaffId,
        used: Option<&Hash>,
    ) -> Result<Tokens, Error> {
        let now = self.now();
        let tokens = Tokens { access: self.token(agency)?, refresh: self.token(agency)? };
        let access = self.secrets.hash(Purpose::Access, &[tokens.access.as_bytes()]);
        let until = now + TimeDelta::minutes(self.config.access_minutes.into());
        tx.insert_access(agency, &access, device, staff, until, now)?;
        let refresh = self.secrets.hash(Purpose::Refresh, &[tokens.refresh.as_bytes()]);
        let until = now + TimeDelta::days(self.config.refresh_days.into());
        tx.put_refresh(agency, device, &refresh, used, until)?;
        tx.mark_seen(agency, device, now)?;
        Ok(tokens)
    }

    fn token(&self, agency: &AgencyId) -> Result<String, Error> {
        let secret = BASE64_URL_SAFE_NO_PAD.encode(bytes::<TOKEN_BYTES>(&self.random)?);
        Ok(format!("{agency}.{secret}"))
    }

    /// Until when a device may decide without having met the platform again.
    pub(super) fn lease_until(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
    ) -> Result<DateTime<Utc>, Error> {
        let book = self.book_at(tx, agency, tx.head(agency)?)?;
        Ok(self.now() + TimeDelta::hours(book.session_lease_hours.into()))
    }
}

impl RefreshRow {
    /// Whether a token may be traded now.
    pub(super) fn takes(&self, token: &Hash, now: DateTime<Utc>) -> bool {
        let known = *token == self.current || Some(*token) == self.previous;
        known && self.expires_at_ms > now.timestamp_millis()
    }
}

/// The agency that stands in front of a token's secret.
pub(super) fn agency_of(token: &str) -> Result<AgencyId, Denied> {
    if token.len() > TOKEN_CHARS_MAX {
        return Err(Denied::Unauthorised);
    }
    let (agency, _) = token.rsplit_once('.').ok_or(Denied::Unauthorised)?;
    Ok(AgencyId::new(agency))
}
