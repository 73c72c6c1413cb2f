//! A new computer: keys first, because the platform binds the device to them.

use super::{Door, SignedIn};
use crate::desk::{Desk, Opening};
use crate::{DeskError, Edge, Trouble};
use ed25519_dalek::SigningKey;
use protocol::{Exact, SignInAnswer};
use store::{Card, KeyFile, Keys, Profile, Session};

/// Keys that the platform has not met yet. Dropping them leaves nothing behind.
pub struct Enrolment(Keys);

impl Enrolment {
    /// Fresh keys.
    pub fn begin() -> Result<Self, DeskError> {
        Ok(Self(Keys::random()?))
    }

    /// What goes with the sign-in: the device's public key.
    #[must_use]
    pub fn device_key(&self) -> Exact {
        public_key(&self.0)
    }

    /// Its private half, for the proof that goes with the sign-in.
    #[must_use]
    pub fn signing_key(&self) -> SigningKey {
        SigningKey::from_bytes(&self.0.device_seed)
    }
}

impl Door {
    /// Enrols this computer for a user whom the platform has just let in, and opens their desk.
    ///
    /// # Errors
    /// [`crate::Trouble`]: `store_newer`, `store_failed` when keys are here already: new ones in their
    /// place would open nothing of what was written with them.
    pub fn enrol(&self, enrolment: Enrolment, user: &SignedIn<'_>) -> Result<Desk, DeskError> {
        let keys = enrolment.0;
        let share = bytes_32(&user.answer.share)?;
        let profile = Profile::open(&self.root, &user.agency, &user.staff)?;
        // Keys without a vault opened nothing yet: an enrolment that was broken off begins anew.
        if profile.key_file()?.is_some() && profile.vault_path().exists() {
            return Err(Trouble::StoreFailed.into());
        }
        let secrets = self.secrets(user, &share);
        let file = KeyFile::create(user.agency.clone(), user.staff.clone(), &keys, &secrets)?;
        // The card first: a crash between the two leaves a card without keys, which enrolling replaces.
        profile.write_card(&card(user, &keys))?;
        profile.write_key_file(&file)?;
        self.open_for(user, profile, keys)
    }

    pub(super) fn open_for(
        &self,
        user: &SignedIn<'_>,
        profile: Profile,
        keys: Keys,
    ) -> Result<Desk, DeskError> {
        let session = Some(session(user.answer, &self.edge)?);
        let mut desk = Desk::open(Opening { profile, keys, edge: self.edge.clone(), session })?;
        desk.note_demo(user.demo)?;
        Ok(desk)
    }
}

/// What the sign-in screen may know before anything is unlocked.
pub(super) fn card(user: &SignedIn<'_>, keys: &Keys) -> Card {
    Card {
        agency: user.agency.clone(),
        staff: user.staff.clone(),
        name: None,
        agency_name: None,
        platform: user.platform.clone(),
        device: Some(user.answer.device),
        device_key: Some(public_key(keys).0),
    }
}

/// What an answer leaves behind in the vault.
pub(crate) fn session(answer: &SignInAnswer, edge: &Edge) -> Result<Session, DeskError> {
    let now = edge.now();
    Ok(Session {
        device: answer.device,
        access: Some(answer.access.clone()),
        refresh: Some(answer.refresh.clone()),
        share: Some(bytes_32(&answer.share)?),
        platform_key: bytes_32(&answer.platform_key)?,
        lease_until: answer.lease_until,
        last_contact: Some(answer.at),
        clock_off_seconds: (now - answer.at).num_seconds(),
    })
}

pub(super) fn bytes_32(bytes: &Exact) -> Result<[u8; 32], DeskError> {
    bytes.0.as_slice().try_into().map_err(|_| DeskError::Key(bytes.0.len()))
}

fn public_key(keys: &Keys) -> Exact {
    Exact(SigningKey::from_bytes(&keys.device_seed).verifying_key().to_bytes().to_vec())
}
