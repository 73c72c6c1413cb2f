//! An enrolled computer: unlock without the network, or sign in again with it.

use super::enrol::bytes_32;
use super::{Door, SignedIn};
use crate::DeskError;
use crate::desk::{Desk, Opening};
use domain::{AgencyId, StaffId};
use store::{Accepted, Keys, OfflineWrap, Profile};

impl Door {
    /// Opens the desk of an enrolled user without the network.
    ///
    /// # Errors
    /// [`crate::Trouble`]: `wrong_password`, `too_many`, `offline_unlock_off`, `store_in_use` …
    pub fn unlock(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
        password: &str,
        keyring: Option<&[u8; 32]>,
    ) -> Result<Desk, DeskError> {
        let profile = Profile::open(&self.root, agency, staff)?;
        let keys = self.keys(&profile, password, keyring, None)?;
        Desk::open(Opening { profile, keys, edge: self.edge.clone(), session: None })
    }

    /// Opens the desk of an enrolled user whom the platform has just let in again: its share opens
    /// the keys where this computer alone may not.
    pub fn sign_in(&self, user: &SignedIn<'_>) -> Result<Desk, DeskError> {
        let share = bytes_32(&user.answer.share)?;
        let profile = Profile::open(&self.root, &user.agency, &user.staff)?;
        let keys = self.keys(&profile, user.password, user.keyring, Some(&share))?;
        self.wrap_anew_if_more_is_possible(&profile, &keys, user, &share)?;
        self.open_for(user, profile, keys)
    }

    fn keys(
        &self,
        profile: &Profile,
        password: &str,
        keyring: Option<&[u8; 32]>,
        share: Option<&[u8; 32]>,
    ) -> Result<Keys, DeskError> {
        let now = self.edge.now();
        profile.unlock(password, keyring, share, now).map_err(|it| DeskError::locked(it, now))
    }

    /// A keyring that came, or a password alone that was accepted, opens the computer from now on.
    fn wrap_anew_if_more_is_possible(
        &self,
        profile: &Profile,
        keys: &Keys,
        user: &SignedIn<'_>,
        share: &[u8; 32],
    ) -> Result<(), DeskError> {
        let Some(mut file) = profile.key_file()? else { return Ok(()) };
        let possible = user.keyring.is_some() || user.password_alone == Accepted::Yes;
        if file.offline() == OfflineWrap::Off && possible {
            file.rewrap(keys, &self.secrets(user, share))?;
            profile.write_key_file(&file)?;
        }
        Ok(())
    }
}
