//! Signing in, and enrolling the computer when a code is given.

use super::limiter::Caller;
use super::password::Lane;
use crate::secrets::Purpose;
use crate::store::{DeviceRow, Tx};
use crate::surroundings::{read_short_code, uuid};
use crate::{App, Denied, Error};
use domain::{AgencyId, DeviceId, StaffId};
use ed25519_dalek::VerifyingKey;
use protocol::{ChallengeRequest, Exact, ShareAnswer, ShareRequest, SignInAnswer, SignInRequest};
use std::net::IpAddr;

/// Longer passwords are not hashed.
const PASSWORD_BYTES_MAX: usize = 1024;
const WRONG_PASSWORD: Denied = Denied::Forbidden("wrong_password");

impl App {
    /// Signs in. `bad_proof` when the computer does not prove its key. Answers `wrong_password` alike for
    /// an unknown account and a wrong password, in the same time; `account_disabled`, `no_post`,
    /// `code_missing`, `wrong_code`, `unknown_device` or `device_revoked` only after it.
    pub fn sign_in(
        &self,
        request: &SignInRequest,
        address: Option<IpAddr>,
    ) -> Result<SignInAnswer, Denied> {
        let challenge = ChallengeRequest::of_sign_in(request);
        let challenged = self.check_proof(&challenge, &request.proof, "")?;
        let (agency, staff) = (&request.agency, &request.staff);
        let device = self.enrolled(agency, staff, request.device)?;
        let proven = device.is_some_and(|it| it.public_key[..] == request.device_key.0[..]);
        let caller = match request.device.filter(|_| proven) {
            Some(device) => Caller::Device(device),
            None => Caller::Stranger,
        };
        self.counted(caller, agency, staff, address, |lane| {
            self.store.write(|tx| self.use_up(tx, &challenged))?;
            let stored = self.check_password(agency, staff, &request.password, lane)?;
            self.store.write(|tx| Ok::<_, Denied>(self.admit(tx, request, &stored)))?
        })
    }

    /// The platform's share of an enrolled computer's keys, for the right password: a computer whose keys
    /// open by the network alone can't prove its key before it has it. Gives no session.
    pub fn share(
        &self,
        request: &ShareRequest,
        address: Option<IpAddr>,
    ) -> Result<ShareAnswer, Denied> {
        let ShareRequest { agency, staff, password, device } = request;
        // Only this computer and the platform know its id: a stranger can't make it wait.
        let caller = match self.enrolled(agency, staff, Some(*device))? {
            Some(_) => Caller::Device(*device),
            None => Caller::Stranger,
        };
        self.counted(caller, agency, staff, address, |lane| {
            let stored = self.check_password(agency, staff, password, lane)?;
            self.store.read(|tx| {
                unchanged(tx, agency, staff, &stored)?;
                let row = tx.device(agency, *device)?.filter(|it| it.staff == *staff);
                not_revoked(&row.ok_or(Denied::Forbidden("unknown_device"))?)
            })?;
            Ok(ShareAnswer { share: Exact(self.secrets.share(agency, staff, *device).0.to_vec()) })
        })
    }

    /// Runs one try at a password and counts it: from its beginning, so that a thousand tries at once
    /// wait like a thousand one after another. Only a wrong password or code stays counted.
    fn counted<T>(
        &self,
        caller: Caller,
        agency: &AgencyId,
        staff: &StaffId,
        address: Option<IpAddr>,
        work: impl FnOnce(Lane) -> Result<T, Denied>,
    ) -> Result<T, Denied> {
        let lane = match caller {
            Caller::Device(_) => Lane::Device,
            Caller::Stranger => Lane::Stranger,
        };
        let attempt = self.limiter.begin(caller, agency, staff, address, self.now())?;
        let answer = work(lane);
        match &answer {
            Ok(_) => self.limiter.right(&attempt, self.now()),
            Err(Denied::Forbidden("wrong_password" | "wrong_code")) => {}
            Err(_) => self.limiter.not_counted(&attempt),
        }
        answer
    }

    /// A computer of this person that is enrolled and not revoked.
    fn enrolled(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
        device: Option<DeviceId>,
    ) -> Result<Option<DeviceRow>, Error> {
        let Some(device) = device else { return Ok(None) };
        let row = self.store.read(|tx| tx.device(agency, device))?;
        Ok(row.filter(|it| it.staff == *staff && !it.revoked))
    }

    /// Answers the stored hash that the password fits.
    fn check_password(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
        password: &str,
        lane: Lane,
    ) -> Result<String, Denied> {
        if password.len() > PASSWORD_BYTES_MAX {
            return Err(WRONG_PASSWORD);
        }
        let account = self.store.read(|tx| tx.account(agency, staff))?;
        let stored = account.map(|it| it.password);
        if !self.passwords.fits(password, stored.as_deref(), lane)? {
            return Err(WRONG_PASSWORD);
        }
        stored.ok_or(WRONG_PASSWORD)
    }

    /// What follows a right password. A refusal is committed too: it counts the wrong code.
    fn admit(
        &self,
        tx: Tx<'_>,
        request: &SignInRequest,
        stored: &str,
    ) -> Result<SignInAnswer, Denied> {
        unchanged(tx, &request.agency, &request.staff, stored)?;
        self.check_post(tx, &request.agency, &request.staff)?;
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

    /// Somebody without any post has no session.
    pub(super) fn check_post(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<(), Denied> {
        let book = self.book_at(tx, agency, tx.head(agency)?)?;
        if book.posts_of(staff, self.now()).is_empty() {
            return Err(Denied::Forbidden("no_post"));
        }
        Ok(())
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

/// The account as it was when its password was checked: changed or disabled since, it lets nobody in.
fn unchanged(tx: Tx<'_>, agency: &AgencyId, staff: &StaffId, stored: &str) -> Result<(), Denied> {
    let account = tx.account(agency, staff)?.filter(|it| it.password == stored);
    if account.ok_or(WRONG_PASSWORD)?.disabled {
        return Err(Denied::Forbidden("account_disabled"));
    }
    Ok(())
}

/// A computer that says it is enrolled: its own, with its own key, and not revoked.
fn known(tx: Tx<'_>, request: &SignInRequest, device: DeviceId) -> Result<DeviceId, Denied> {
    let row = tx
        .device(&request.agency, device)?
        .filter(|it| it.staff == request.staff && it.public_key[..] == request.device_key.0[..])
        .ok_or(Denied::Forbidden("unknown_device"))?;
    not_revoked(&row)?;
    Ok(device)
}

fn not_revoked(device: &DeviceRow) -> Result<(), Denied> {
    if device.revoked {
        return Err(Denied::Forbidden("device_revoked"));
    }
    Ok(())
}
