//! Trading a refresh token, which only the computer that holds the device key can do.

use super::tokens::agency_of;
use crate::secrets::Purpose;
use crate::{App, Denied, Error};
use ed25519_dalek::VerifyingKey;
use protocol::{ChallengeRequest, RefreshAnswer, RefreshRequest};

impl App {
    /// New tokens for old. The answer may be lost on its way: the traded token stays good until the
    /// new one is used. A computer that proves its key is told why it gets none: `device_revoked`,
    /// `account_disabled`, `no_post` or `session_ended`.
    pub fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, Denied> {
        let agency = agency_of(&request.refresh)?;
        let hash = self.secrets.hash(Purpose::Refresh, &[request.refresh.as_bytes()]);
        self.store.write(|tx| {
            let device = tx.device(&agency, request.device)?.ok_or(Denied::Unauthorised)?;
            let key = VerifyingKey::from_bytes(&device.public_key)
                .map_err(|_| Error::Broken("a stored key that is none"))?;
            let challenge = ChallengeRequest::of_refresh(request, &key);
            let challenged = self
                .check_proof(&challenge, &request.proof, &request.refresh)
                .map_err(|_| Denied::Unauthorised)?;
            self.use_up(tx, &challenged).map_err(|_| Denied::Unauthorised)?;
            if device.revoked {
                return Err(Denied::Forbidden("device_revoked"));
            }
            let account = tx.account(&agency, &device.staff)?.ok_or(Denied::Unauthorised)?;
            if account.disabled {
                return Err(Denied::Forbidden("account_disabled"));
            }
            let row = tx.refresh(&agency, request.device)?;
            let row = row.ok_or(Denied::Forbidden("session_ended"))?;
            if !row.takes(&hash, self.now()) {
                return Err(Denied::Unauthorised);
            }
            self.check_post(tx, &agency, &device.staff)?;
            let tokens = self.issue(tx, &agency, request.device, &device.staff, Some(&hash))?;
            Ok(RefreshAnswer {
                access: tokens.access,
                refresh: tokens.refresh,
                lease_until: self.lease_until(tx, &agency)?,
            })
        })
    }
}
