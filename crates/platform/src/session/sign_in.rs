//! Signing in, and enrolling the computer when a code is given.

use super::limiter::Counted;
use crate::secrets::Purpose;
use crate::store::Tx;
use crate::surroundings::{read_short_code, uuid};
use crate::{App, Denied};
use domain::DeviceId;
use ed25519_dalek::VerifyingKey;
use protocol::{Exact, SignInAnswer, SignInRequest};
use std::net::IpAddr;

/// Longer passwords are not hashed.
const PASSWORD_BYTES_MAX: usize = 1024;
/// Failures of one account at one address before it slows down.
const FREE_AT_ADDRESS: u32 = 5;
/// Failures of one account from anywhere.
const FREE_OF_ACCOUNT: u32 = 20;
/// Failures from one address, which a whole office may share.
const FREE_OF_ADDRESS: u32 = 30;

impl App {
    /// Signs in. Answers `wrong_password` alike for an unknown account and a wrong password, in the
    /// same time; `code_missing`, `wrong_code`, `unknown_device` or `device_revoked` only after it.
    pub fn sign_in(
        &self,
        request: &SignInRequest,
        address: Option<IpAddr>,
    ) -> Result<SignInAnswer, Denied> {
        let counted = counted(request, address);
        self.limiter.check(&counted, self.now())?;
        if let Err(denied) = self.check_password(request) {
            self.limiter.fail(&counted, self.now());
            return Err(denied);
        }
        let answer = self.store.write(|tx| Ok::<_, Denied>(self.admit(tx, request)))?;
        match &answer {
            Ok(_) => self.limiter.forgive(&counted[0]),
            Err(Denied::Forbidden("wrong_code")) => self.limiter.fail(&counted, self.now()),
            Err(_) => {}
        }
        answer
    }

    fn check_password(&self, request: &SignInRequest) -> Result<(), Denied> {
        if request.password.len() > PASSWORD_BYTES_MAX {
            return Err(Denied::Forbidden("wrong_password"));
        }
        let stored = self.store.read(|tx| tx.password(&request.agency, &request.staff))?;
        if self.passwords.fits(&request.password, stored.as_deref())? {
            return Ok(());
        }
        Err(Denied::Forbidden("wrong_password"))
    }

    /// What follows a right password. A refusal is committed too: it counts the wrong code.
    fn admit(&self, tx: Tx<'_>, request: &SignInRequest) -> Result<SignInAnswer, Denied> {
        let book = self.book_at(tx, &request.agency, tx.head(&request.agency)?)?;
        if book.posts_of(&request.staff, self.now()).is_empty() {
            return Err(Denied::Forbidden("no_post"));
        }
        let device = match request.device {
            Some(device) => known(tx, request, device)?,
            None => self.enrol(tx, request)?,
        };
        let tokens = self.issue(tx, &request.agency, device, &request.staff, None)?;
        Ok(SignInAnswer {
            device,
            staff: request.staff.clone(),
            access: tokens.access,
            refresh: tokens.refresh,
            share: Exact(self.secrets.share(&request.agency, &request.staff, device).0.to_vec()),
            platform_key: Exact(self.verifying_key().to_bytes().to_vec()),
            lease_until: self.lease_until(tx, &request.agency)?,
            at: self.now(),
        })
    }

    /// Makes the computer known. Asked again with the same key, because the answer was lost, it
    /// answers the same computer.
    fn enrol(&self, tx: Tx<'_>, request: &SignInRequest) -> Result<DeviceId, Denied> {
        let key: [u8; 32] =
            request.device_key.0.as_slice().try_into().map_err(|_| Denied::Malformed("key"))?;
        VerifyingKey::from_bytes(&key).map_err(|_| Denied::Malformed("key"))?;
        if let Some(device) = tx.device_of_key(&request.agency, &request.staff, &key)? {
            return Ok(device);
        }
        let typed = request.code.as_deref().ok_or(Denied::Forbidden("code_missing"))?;
        let code = read_short_code(typed).unwrap_or_default();
        let code = self.secrets.hash(Purpose::Enrolment, &[code.as_bytes()]);
        let now = self.now();
        if !tx.enrolment_code_is_good(&request.agency, &request.staff, &code, now)? {
            tx.count_wrong_code(&request.agency, &request.staff)?;
            return Err(Denied::Forbidden("wrong_code"));
        }
        tx.use_enrolment_code(&request.agency, &request.staff, &code, now)?;
        let device = DeviceId(uuid(&self.random, now)?);
        tx.insert_device(&request.agency, device, &request.staff, &key, now)?;
        Ok(device)
    }
}

/// A computer that says it is enrolled: its own, with its own key, and not revoked.
fn known(tx: Tx<'_>, request: &SignInRequest, device: DeviceId) -> Result<DeviceId, Denied> {
    let row = tx
        .device(&request.agency, device)?
        .filter(|it| it.staff == request.staff && it.public_key[..] == request.device_key.0[..])
        .ok_or(Denied::Forbidden("unknown_device"))?;
    if row.revoked {
        return Err(Denied::Forbidden("device_revoked"));
    }
    Ok(device)
}

fn counted(request: &SignInRequest, address: Option<IpAddr>) -> [Counted; 3] {
    let address = address.map_or_else(|| "here".to_owned(), |it| it.to_string());
    let account = format!("{}\n{}", request.agency, request.staff);
    [
        Counted { who: format!("sign-in\n{account}\n{address}"), free: FREE_AT_ADDRESS },
        Counted { who: format!("sign-in\n{account}"), free: FREE_OF_ACCOUNT },
        Counted { who: format!("sign-in from\n{address}"), free: FREE_OF_ADDRESS },
    ]
}
