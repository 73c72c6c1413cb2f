//! Ids that follow from content: the same content has the same id, so that repeating an action does
//! nothing.
//!
//! They are keyed hashes, so that nobody outside can compute one, and UUIDs of version 8, which no
//! device may use (see [`is_minted_by_device`]). Both together keep a device from occupying an id
//! that the platform will need.

use crate::App;
use crate::secrets::{Purpose, Secrets};
use domain::AgencyId;
use protocol::Hash;
use uuid::{Builder, Uuid, Variant};

/// What a derived id names. Ids of two kinds never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DerivedId {
    /// An action of the scheduler.
    ScheduledAction,
    /// The case of an imported row.
    ImportedCase,
    /// The person of an imported row.
    ImportedPerson,
    /// An action of an import.
    ImportedAction,
    /// The random part of an imported case's reference.
    ImportedReference,
}

impl DerivedId {
    fn purpose(self) -> Purpose {
        match self {
            Self::ScheduledAction => Purpose::ScheduledAction,
            Self::ImportedCase => Purpose::ImportedCase,
            Self::ImportedPerson => Purpose::ImportedPerson,
            Self::ImportedAction => Purpose::ImportedAction,
            Self::ImportedReference => Purpose::ImportedReference,
        }
    }
}

impl App {
    /// The id that follows from some parts at one agency, keyed by this platform's secret.
    #[must_use]
    pub fn derived_id(&self, agency: &AgencyId, of: DerivedId, parts: &[&[u8]]) -> Uuid {
        uuid(&self.derived_hash(agency, of, parts))
    }

    /// The whole hash behind [`Self::derived_id`].
    #[must_use]
    pub fn derived_hash(&self, agency: &AgencyId, of: DerivedId, parts: &[&[u8]]) -> Hash {
        hash(&self.secrets, agency, of, parts)
    }
}

fn hash(secrets: &Secrets, agency: &AgencyId, of: DerivedId, parts: &[&[u8]]) -> Hash {
    let mut all = Vec::with_capacity(parts.len() + 1);
    all.push(agency.as_str().as_bytes());
    all.extend_from_slice(parts);
    secrets.hash(of.purpose(), &all)
}

/// A UUID of version 8 from the first half of a hash.
pub(crate) fn uuid(hash: &Hash) -> Uuid {
    let (half, _) = hash.0.split_at(16);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(half);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// Whether a device may have made this id: devices use version 7 only.
pub(crate) fn is_minted_by_device(id: Uuid) -> bool {
    id.get_version_num() == 7 && id.get_variant() == Variant::RFC4122
}
