//! Ending access: sessions, accounts and computers. What is ended here is refused at the next request,
//! whichever process ended it, because each request reads the store.

use super::password::Lane;
use crate::store::ListedDevice;
use crate::{App, Denied, Error};
use domain::{AgencyId, DeviceId, StaffId};

/// What an operator may know of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// There is none.
    Missing,
    /// It may sign in.
    Ready,
    /// It was disabled.
    Disabled,
}

/// What was ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// Computers that had a session.
    pub sessions: usize,
    /// Computers that were revoked.
    pub devices: usize,
}

impl App {
    /// Makes an account, or changes its password: then every session and every open enrolment code of
    /// this account ends in the same transaction.
    pub fn set_password(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
        password: &str,
    ) -> Result<Ended, Denied> {
        let hash = self.passwords.hash(password, &self.random, Lane::Device)?;
        let now = self.now();
        self.store.write(|tx| {
            tx.put_password(agency, staff, &hash, now)?;
            tx.end_enrolment_codes(agency, staff)?;
            Ok(Ended { sessions: tx.end_sessions(agency, staff)?, devices: 0 })
        })
    }

    /// Ends every session of somebody. They may sign in again.
    pub fn end_sessions(&self, agency: &AgencyId, staff: &StaffId) -> Result<Ended, Error> {
        let sessions = self.store.write(|tx| tx.end_sessions(agency, staff))?;
        Ok(Ended { sessions, devices: 0 })
    }

    /// Disables an account: its sessions and enrolment codes end, and it can't sign in until it is
    /// enabled. None when there is no account.
    pub fn disable_account(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<Option<Ended>, Error> {
        let now = self.now();
        self.store.write(|tx| {
            if !tx.set_disabled(agency, staff, Some(now))? {
                return Ok(None);
            }
            // Access tokens stay until they expire, so that a desk is told why it is refused.
            tx.end_enrolment_codes(agency, staff)?;
            Ok(Some(Ended { sessions: tx.end_refresh(agency, staff)?, devices: 0 }))
        })
    }

    /// Enables an account; answers whether there is one. What ended stays ended: they sign in anew.
    pub fn enable_account(&self, agency: &AgencyId, staff: &StaffId) -> Result<bool, Error> {
        self.store.write(|tx| {
            let there = tx.set_disabled(agency, staff, None)?;
            tx.end_sessions(agency, staff)?;
            Ok(there)
        })
    }

    /// Whether somebody may sign in.
    pub fn account_state(&self, agency: &AgencyId, staff: &StaffId) -> Result<AccountState, Error> {
        let account = self.store.read(|tx| tx.account(agency, staff))?;
        Ok(account.map_or(AccountState::Missing, |it| {
            if it.disabled { AccountState::Disabled } else { AccountState::Ready }
        }))
    }

    /// Whether somebody has an account.
    pub fn has_account(&self, agency: &AgencyId, staff: &StaffId) -> Result<bool, Error> {
        Ok(self.account_state(agency, staff)? != AccountState::Missing)
    }

    /// Every enrolled computer of an agency.
    pub fn devices(&self, agency: &AgencyId) -> Result<Vec<ListedDevice>, Error> {
        let now = self.now();
        self.store.read(|tx| tx.devices(agency, now))
    }

    /// Revokes a computer and ends its session; answers whether there was one to revoke.
    pub fn revoke_device(&self, agency: &AgencyId, device: DeviceId) -> Result<bool, Error> {
        let now = self.now();
        self.store.write(|tx| tx.revoke_device(agency, device, now))
    }

    /// Revokes every computer of somebody and ends their sessions.
    pub fn revoke_devices(&self, agency: &AgencyId, staff: &StaffId) -> Result<Ended, Error> {
        let now = self.now();
        self.store.write(|tx| {
            tx.end_enrolment_codes(agency, staff)?;
            let devices = tx.revoke_devices(agency, staff, now)?;
            Ok(Ended { sessions: tx.end_refresh(agency, staff)?, devices })
        })
    }
}
