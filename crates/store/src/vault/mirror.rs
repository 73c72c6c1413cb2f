//! The mirror of typed text: one sealed file per live draft, outside the database.
//!
//! The seal is the checksum: a file in which one bit differs is no mirror and is passed over.

use super::Draft;
use crate::files::write_whole;
use crate::sealed::{self, NONCE_BYTES};
use crate::{RawKey, StoreError};
use domain::DraftId;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A draft as its mirror holds it.
#[derive(Serialize, Deserialize)]
pub(super) struct Mirrored {
    /// The number of its save: the order of saves, whatever the clock said.
    pub saves: i64,
    pub draft: Draft,
}

pub(super) struct Mirror {
    folder: PathBuf,
    key: Zeroizing<[u8; 32]>,
}

impl Mirror {
    pub(super) fn open(folder: PathBuf, key: &RawKey) -> Result<Self, StoreError> {
        private_files::create_folder(&folder)?;
        Ok(Self { folder, key: key.derive("rida 2026 store mirror of drafts") })
    }

    pub(super) fn put(&self, mirrored: &Mirrored) -> Result<(), StoreError> {
        let name = mirrored.draft.draft.to_string();
        let nonce = sealed::random()?;
        let plain = Zeroizing::new(crate::sqlite::json("draft", mirrored)?);
        let mut whole = nonce.to_vec();
        whole.extend(sealed::seal(&self.key, nonce, name.as_bytes(), plain.as_bytes()));
        write_whole(&self.folder.join(name), &whole)
    }

    pub(super) fn remove(&self, draft: DraftId) -> Result<(), StoreError> {
        match fs::remove_file(self.folder.join(draft.to_string())) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// All mirrors that are whole.
    pub(super) fn all(&self) -> Result<Vec<Mirrored>, StoreError> {
        let mut drafts = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            drafts.extend(self.read(&entry?.path()));
        }
        Ok(drafts)
    }

    fn read(&self, path: &Path) -> Option<Mirrored> {
        let name = path.file_name()?.to_str()?;
        let whole = fs::read(path).ok()?;
        let (nonce, sealed) = whole.split_at_checked(NONCE_BYTES)?;
        let plain = sealed::unseal(&self.key, nonce.try_into().ok()?, name.as_bytes(), sealed)?;
        serde_json::from_slice(&plain).ok()
    }
}
