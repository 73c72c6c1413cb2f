//! An open session of one user: the vault, the cache, the keys and the agency's book.

use crate::attach::Opened;
use crate::{DeskError, Edge, Trouble};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::{AgencyId, CaseId, DeviceId, DraftId, OpId, Refusal, StaffId, StoreId};
use ed25519_dalek::{Signer, SigningKey};
use protocol::SignInAnswer;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Cache, Files, Keys, Profile, Session, Vault};

/// The only door of the window to the store. While it lives, no other window opens the same root.
pub struct Desk {
    pub(crate) edge: Edge,
    pub(crate) agency: AgencyId,
    pub(crate) staff: StaffId,
    pub(crate) device: DeviceId,
    pub(crate) vault: Vault,
    pub(crate) cache: Cache,
    pub(crate) files: Files,
    pub(crate) opened: Opened,
    pub(crate) signing: SigningKey,
    /// When the live text of a draft was last frozen.
    pub(crate) frozen: BTreeMap<DraftId, DateTime<Utc>>,
    /// What the rules now say of actions that are still on their way.
    pub(crate) doubts: BTreeMap<OpId, (CaseId, Refusal)>,
    /// When old and loose things were last looked for.
    pub(crate) tidied_at: Option<DateTime<Utc>>,
    pub(crate) profile: Profile,
    /// For wraps that are made anew while it is open; gone with it.
    pub(crate) keys: Keys,
}

/// What a session is opened with.
pub(crate) struct Opening {
    pub profile: Profile,
    pub keys: Keys,
    pub edge: Edge,
    /// What a sign-in has just left; none when unlocked without the network.
    pub session: Option<Session>,
}

/// The store of a session, lent to the engine between two calls of the platform.
pub struct Parts<'a> {
    /// Actions, drafts, receipts.
    pub vault: &'a mut Vault,
    /// What came from the platform, and the overlay.
    pub cache: &'a mut Cache,
    /// Attachments.
    pub files: &'a Files,
    /// The device's key, for a refresh of the session.
    pub signing: &'a SigningKey,
}

impl Desk {
    pub(crate) fn open(opening: Opening) -> Result<Self, DeskError> {
        let Opening { profile, keys, edge, session } = opening;
        let fresh = StoreId(edge.id(edge.now())?);
        let mut vault = Vault::open(&profile.vault_path(), &keys.vault, fresh)?;
        if let Some(session) = &session {
            vault.put_session(session)?;
        }
        // Enrolling broke off before the platform's answer was kept: signing in brings another.
        let session = vault.session()?.ok_or(Trouble::OfflineUnlockOff)?;
        let (agency, staff) = profile.owner();
        let mut desk = Self {
            agency: agency.clone(),
            staff: staff.clone(),
            device: session.device,
            cache: Cache::open(&profile.cache_path(), &keys.cache, staff.clone())?,
            files: Files::open(profile.files_path(), keys.files())?,
            opened: Opened::begin(profile.files_path().with_file_name("opened"))?,
            signing: SigningKey::from_bytes(&keys.device_seed),
            frozen: BTreeMap::new(),
            doubts: BTreeMap::new(),
            tidied_at: None,
            vault,
            profile,
            keys,
            edge,
        };
        desk.agreed()?;
        Ok(desk)
    }

    /// At the start, and after the book changed: the effect of all that is still on its way laid over
    /// anew.
    pub fn agreed(&mut self) -> Result<(), DeskError> {
        self.refresh_overlay(None)
    }

    /// After news of these cases: the same for them alone, however much waits elsewhere.
    pub fn agreed_on(&mut self, cases: &[CaseId]) -> Result<(), DeskError> {
        self.refresh_overlay(Some(cases))
    }

    /// Tokens and lease of a new sign-in.
    pub(crate) fn renew(&mut self, answer: &SignInAnswer) -> Result<(), DeskError> {
        let session = crate::door::session(answer, &self.edge)?;
        Ok(self.vault.put_session(&session)?)
    }

    /// The platform's clock as far as it is known here: rules, limits and leases are by that one. The
    /// engine learns the difference with every answer.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        let now = self.edge.now();
        // Only a vault that has stopped has no session here, and it says so at the next write.
        let session = self.vault.session().ok().flatten();
        session.map_or(now, |it| it.platform_time(now))
    }

    /// Until when this computer may decide without having met the platform again.
    pub(crate) fn lease_until(&self) -> Result<DateTime<Utc>, DeskError> {
        let session = self.vault.session()?.ok_or(Trouble::OfflineUnlockOff)?;
        Ok(session.lease_until)
    }

    /// Whether this computer has not met the platform for too long.
    pub(crate) fn is_lease_over(&self, now: DateTime<Utc>) -> Result<bool, DeskError> {
        Ok(now > self.lease_until()?)
    }

    /// The agency's book; [`Trouble::NoBook`] until the first answer of the platform.
    pub(crate) fn book(&self) -> Result<Arc<Book>, Trouble> {
        self.cache.book().ok_or(Trouble::NoBook)
    }

    /// Lends the store to the engine. It is never held across the network.
    pub fn parts(&mut self) -> Parts<'_> {
        Parts {
            vault: &mut self.vault,
            cache: &mut self.cache,
            files: &self.files,
            signing: &self.signing,
        }
    }

    /// Whose desk it is.
    #[must_use]
    pub fn owner(&self) -> (&AgencyId, &StaffId, DeviceId) {
        (&self.agency, &self.staff, self.device)
    }

    /// The device's key, for the proof of a new sign-in.
    #[must_use]
    pub fn signing_key(&self) -> SigningKey {
        self.signing.clone()
    }

    /// Ed25519 by the device's key, as a refresh of the session needs it.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.signing.sign(bytes).to_bytes().to_vec()
    }
}
