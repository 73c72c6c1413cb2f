//! The id of an attachment: a hash of its bytes, keyed by the agency, so that the same file at two
//! agencies has two ids and a name outside tells nobody what a file holds.

use domain::AgencyId;
use serde::{Deserialize, Serialize};

/// How much of a file the platform has: the answer to every chunk and to every question for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentSize {
    /// Bytes from the beginning of the file.
    pub received: u64,
}

/// Sees a file go by and names it at the end.
pub struct AttachmentHasher(blake3::Hasher);

impl AttachmentHasher {
    /// Begins a file of one agency.
    #[must_use]
    pub fn new(agency: &AgencyId) -> Self {
        let key = blake3::derive_key("rida attachment id v1", agency.as_str().as_bytes());
        Self(blake3::Hasher::new_keyed(&key))
    }

    /// The next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// 64 hex digits.
    #[must_use]
    pub fn hash(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_have_another_id_at_another_agency() {
        let id = |agency: &str, parts: &[&[u8]]| {
            let mut hasher = AttachmentHasher::new(&AgencyId::new(agency));
            for part in parts {
                hasher.update(part);
            }
            hasher.hash()
        };
        assert_eq!(id("a", &[b"photo"]), id("a", &[b"pho", b"to"]));
        assert_ne!(id("a", &[b"photo"]), id("b", &[b"photo"]));
    }
}
