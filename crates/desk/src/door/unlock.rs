//! An enrolled computer: unlock without the network, or sign in again with it.

use super::enrol::bytes_32;
use super::{Door, SignedIn};
use crate::desk::{Desk, Opening};
use crate::{DeskError, Trouble};
use domain::{AgencyId, StaffId};
use store::{Accepted, Keys, OfflineWrap, Opened, OpenedBy, Profile};

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
        let keys = self.keys(&profile, password, keyring, None)?.keys;
        Desk::open(Opening { profile, keys, edge: self.edge.clone(), session: None })
    }

    /// Opens the desk of an enrolled user whom the platform has just let in again: its share opens
    /// the keys where this computer alone may not. A password that was changed elsewhere opens nothing
    /// yet: the old one is asked for once, and the keys are wrapped anew (`sync.md`, Sign-in and keys).
    ///
    /// # Errors
    /// [`crate::Trouble`]: `old_password_needed`, `old_password_wrong`, `too_many`, `store_in_use` …
    pub fn sign_in(&self, user: &SignedIn<'_>) -> Result<Desk, DeskError> {
        let share = bytes_32(&user.answer.share)?;
        let profile = Profile::open(&self.root, &user.agency, &user.staff)?;
        let keys = match self.keys(&profile, user.password, user.keyring, Some(&share)) {
            Err(error) if is_wrong(&error) => self.keys_before(&profile, user, &share)?,
            opened => {
                let Opened { keys, by } = opened?;
                self.wrap_anew_if_needed(&profile, &keys, user, &share, Some(by))?;
                keys
            }
        };
        self.open_for(user, profile, keys)
    }

    /// A new sign-in while the desk is open: tokens and lease change, the work stays. A password that
    /// was changed elsewhere opens this computer from now on; the keys are at hand.
    ///
    /// # Errors
    /// [`crate::Trouble`]: `store_in_use` when the desk is somebody else's.
    pub fn renew(&self, desk: &mut Desk, user: &SignedIn<'_>) -> Result<(), DeskError> {
        if (&desk.agency, &desk.staff) != (&user.agency, &user.staff) {
            return Err(Trouble::StoreInUse.into());
        }
        let share = bytes_32(&user.answer.share)?;
        desk.renew(user.answer)?;
        let Some(file) = desk.profile.key_file()? else { return Ok(()) };
        let opened = file.unlock(user.password, user.keyring, Some(&share));
        let by = opened.ok().map(|it| it.by);
        self.wrap_anew_if_needed(&desk.profile, &desk.keys, user, &share, by)
    }

    fn keys(
        &self,
        profile: &Profile,
        password: &str,
        keyring: Option<&[u8; 32]>,
        share: Option<&[u8; 32]>,
    ) -> Result<Opened, DeskError> {
        let now = self.edge.now();
        profile.unlock(password, keyring, share, now).map_err(|it| DeskError::locked(it, now))
    }

    /// By the password before the one that the platform took, which opens from now on.
    fn keys_before(
        &self,
        profile: &Profile,
        user: &SignedIn<'_>,
        share: &[u8; 32],
    ) -> Result<Keys, DeskError> {
        let old = user.old_password.ok_or(Trouble::OldPasswordNeeded)?;
        let keys = match self.keys(profile, old, user.keyring, Some(share)) {
            Err(error) if is_wrong(&error) => return Err(Trouble::OldPasswordWrong.into()),
            opened => opened?.keys,
        };
        self.wrap_anew(profile, &keys, user, share)?;
        Ok(keys)
    }

    /// When the way in that should open from now on did not: the password was changed, a keyring came
    /// or was lost and begun anew, the password alone was accepted.
    fn wrap_anew_if_needed(
        &self,
        profile: &Profile,
        keys: &Keys,
        user: &SignedIn<'_>,
        share: &[u8; 32],
        by: Option<OpenedBy>,
    ) -> Result<(), DeskError> {
        let Some(file) = profile.key_file()? else { return Ok(()) };
        let alone = file.offline() == OfflineWrap::PasswordOnly;
        let may_offline = alone || user.keyring.is_some() || user.password_alone == Accepted::Yes;
        match by {
            Some(OpenedBy::Offline) => Ok(()),
            Some(OpenedBy::Share) if !may_offline => Ok(()),
            Some(OpenedBy::Share) | None => self.wrap_anew(profile, keys, user, share),
        }
    }

    /// In every way that is at hand. That the password alone opens was accepted once for all.
    fn wrap_anew(
        &self,
        profile: &Profile,
        keys: &Keys,
        user: &SignedIn<'_>,
        share: &[u8; 32],
    ) -> Result<(), DeskError> {
        let Some(mut file) = profile.key_file()? else { return Ok(()) };
        let mut secrets = self.secrets(user, share);
        if file.offline() == OfflineWrap::PasswordOnly {
            secrets.password_alone = Accepted::Yes;
        }
        file.rewrap(keys, &secrets)?;
        Ok(profile.write_key_file(&file)?)
    }
}

fn is_wrong(error: &DeskError) -> bool {
    matches!(error, DeskError::Trouble(Trouble::WrongPassword))
}
