//! The device's key for the proof of a sign-in, before the desk is open.

use super::Door;
use crate::{DeskError, Trouble};
use domain::{AgencyId, StaffId};
use ed25519_dalek::SigningKey;
use store::{Profile, UnlockError};

/// What may open the keys of an enrolled user.
#[derive(Clone, Copy)]
pub struct KeySecrets<'a> {
    /// As typed.
    pub password: &'a str,
    /// What opened this computer before, when the password was changed elsewhere.
    pub old_password: Option<&'a str>,
    /// The system keyring's secret, when it can be used.
    pub keyring: Option<&'a [u8; 32]>,
    /// The platform's share, when it was asked for.
    pub share: Option<&'a [u8; 32]>,
}

impl Door {
    /// The key with which an enrolled computer proves itself; none when these secrets don't open it. A
    /// wrong password is not counted here: the platform counts it.
    ///
    /// # Errors
    /// [`crate::Trouble`]: `store_in_use`, `store_newer` …
    pub fn device_key(
        &self,
        agency: &AgencyId,
        staff: &StaffId,
        secrets: &KeySecrets<'_>,
    ) -> Result<Option<SigningKey>, DeskError> {
        let profile = Profile::open(&self.root, agency, staff)?;
        let Some(file) = profile.key_file()? else { return Ok(None) };
        for password in std::iter::once(secrets.password).chain(secrets.old_password) {
            match file.unlock(password, secrets.keyring, secrets.share) {
                Ok(opened) => return Ok(Some(SigningKey::from_bytes(&opened.keys.device_seed))),
                Err(UnlockError::Store(error)) => return Err(error.into()),
                Err(
                    UnlockError::WrongPassword
                    | UnlockError::KeyringMissing
                    | UnlockError::ShareMissing
                    | UnlockError::SlowDown { .. }
                    | UnlockError::NotEnrolled,
                ) => {}
            }
        }
        Ok(None)
    }
}

impl KeySecrets<'_> {
    /// Why the keys stay closed though the platform took the password: it was changed elsewhere.
    #[must_use]
    pub fn closed(&self) -> Trouble {
        match self.old_password {
            Some(_) => Trouble::OldPasswordWrong,
            None => Trouble::OldPasswordNeeded,
        }
    }
}
