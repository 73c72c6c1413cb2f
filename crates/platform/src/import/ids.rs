//! Ids that follow from (source, key): the same row gets the same ids whenever it is read, so the same
//! file again adds nothing.

use domain::reference::{Prefix, Reference};
use domain::text::name_key;
use domain::{AgencyId, CaseId, OpId, PersonId};
use uuid::{Builder, Uuid};

/// The ids of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowIds {
    /// The case.
    pub case: CaseId,
    /// An address for it.
    pub reference: Reference,
}

impl RowIds {
    /// The ids of a row of a source.
    #[must_use]
    pub fn new(agency: &AgencyId, source: &str, key: &str, prefix: Prefix) -> Self {
        let case = derived("case", &[agency.as_str(), source, key]);
        let case = CaseId(uuid(&case));
        Self { case, reference: reference(case, prefix, 0) }
    }
}

/// An address for a case; a later attempt gives another, for when somebody has the first already.
#[must_use]
pub fn reference(case: CaseId, prefix: Prefix, attempt: u8) -> Reference {
    let hash = derived("reference", &[&case.to_string(), &attempt.to_string()]);
    let mut random = [0; 5];
    random.copy_from_slice(&hash.as_bytes()[..5]);
    Reference::from_random(prefix, random)
}

/// The id of an action that follows from some words; the same words are the same action.
#[must_use]
pub fn derived_op(words: &[&str]) -> OpId {
    OpId(uuid(&derived("op", words)))
}

/// The person of rows with the same strongest identifier and, beside a phone, the same name: one phone
/// may lead to several persons.
#[must_use]
pub fn person_id(agency: &AgencyId, identifier: &str, name: &str) -> PersonId {
    PersonId(uuid(&derived("person", &[agency.as_str(), identifier, &name_key(name)])))
}

/// The person of a row that joins nobody.
#[must_use]
pub fn row_person_id(agency: &AgencyId, source: &str, key: &str) -> PersonId {
    PersonId(uuid(&derived("row person", &[agency.as_str(), source, key])))
}

fn derived(purpose: &str, parts: &[&str]) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new_derive_key("rida 2026 import ids");
    for part in [purpose].iter().chain(parts) {
        // Lengths keep ("ab", "c") and ("a", "bc") apart.
        hasher.update(&(part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize()
}

fn uuid(hash: &blake3::Hash) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_bytes()[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(source: &str, key: &str) -> RowIds {
        RowIds::new(&AgencyId::new("x"), source, key, Prefix::parse("NT").unwrap())
    }

    #[test]
    fn the_same_row_has_the_same_ids_for_ever() {
        assert_eq!(ids("nyc311", "64345465"), ids("nyc311", "64345465"));
        assert_eq!(ids("nyc311", "1").case.to_string(), "32312f0b-7dfb-89fe-85be-58975bc6c4b7");
    }

    #[test]
    fn other_rows_and_sources_have_other_ids() {
        assert_ne!(ids("a", "bc"), ids("ab", "c"));
        assert_ne!(ids("a", "1").case, ids("a", "2").case);
        assert_ne!(ids("a", "1").reference, ids("a", "2").reference);
        let prefix = Prefix::parse("NT").unwrap();
        assert_ne!(reference(ids("a", "1").case, prefix, 1), ids("a", "1").reference);
    }
}
