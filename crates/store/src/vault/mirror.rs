//! The mirror of typed text: one sealed file per live draft, outside the database.
//!
//! The seal is the checksum: a file in which one bit differs is no mirror and is passed over.

use super::Draft;
use crate::files::write_whole;
use crate::sealed::{self, NONCE_BYTES};
use crate::{RawKey, StoreError};
use chrono::SubsecRound;
use domain::DraftId;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

pub(super) struct Mirror {
    folder: PathBuf,
    key: Zeroizing<[u8; 32]>,
}

impl Mirror {
    pub(super) fn open(folder: PathBuf, key: &RawKey) -> Result<Self, StoreError> {
        private_files::create_folder(&folder)?;
        Ok(Self { folder, key: key.derive("rida 2026 store mirror of drafts") })
    }

    pub(super) fn put(&self, draft: &Draft) -> Result<(), StoreError> {
        let name = draft.draft.to_string();
        let nonce = sealed::random()?;
        // Rounded as the column is, so that a mirror never looks newer than its own row.
        let draft = Draft { saved_at: draft.saved_at.trunc_subsecs(6), ..draft.clone() };
        let plain = Zeroizing::new(crate::sqlite::json("draft", &draft)?);
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
    pub(super) fn all(&self) -> Result<Vec<Draft>, StoreError> {
        let mut drafts = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            drafts.extend(self.read(&entry?.path()));
        }
        Ok(drafts)
    }

    fn read(&self, path: &Path) -> Option<Draft> {
        let name = path.file_name()?.to_str()?;
        let whole = fs::read(path).ok()?;
        let (nonce, sealed) = whole.split_at_checked(NONCE_BYTES)?;
        let plain = sealed::unseal(&self.key, nonce.try_into().ok()?, name.as_bytes(), sealed)?;
        serde_json::from_slice(&plain).ok()
    }
}
