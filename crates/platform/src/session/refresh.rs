//! Trading a refresh token, which only the computer that holds the device key can do.

use super::tokens::agency_of;
use crate::secrets::Purpose;
use crate::{App, Denied, Error};
use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use protocol::{RefreshAnswer, RefreshRequest};

impl App {
    /// New tokens for old. The answer may be lost on its way: the traded token stays good until the
    /// new one is used.
    pub fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, Denied> {
        let agency = agency_of(&request.refresh)?;
        let hash = self.secrets.hash(Purpose::Refresh, &[request.refresh.as_bytes()]);
        self.store.write(|tx| {
            let device = tx.device(&agency, request.device)?.ok_or(Denied::Unauthorised)?;
            check_signature(request, &device.public_key)?;
            let row = tx.refresh(&agency, request.device)?.ok_or(Denied::Unauthorised)?;
            if !row.takes(&hash, self.now()) {
                return Err(Denied::Unauthorised);
            }
            if device.revoked {
                return Err(Denied::Forbidden("device_revoked"));
            }
            let tokens = self.issue(tx, &agency, request.device, &device.staff, Some(&hash))?;
            Ok(RefreshAnswer {
                access: tokens.access,
                refresh: tokens.refresh,
                lease_until: self.lease_until(tx, &agency)?,
            })
        })
    }
}

fn check_signature(request: &RefreshRequest, key: &[u8; 32]) -> Result<(), Denied> {
    let key =
        VerifyingKey::from_bytes(key).map_err(|_| Error::Broken("a stored key that is none"))?;
    let signature =
        Signature::from_slice(&request.signature.0).map_err(|_| Denied::Unauthorised)?;
    key.verify(request.refresh.as_bytes(), &signature).map_err(|_| Denied::Unauthorised)
}
