//! The key of encrypted data: 32 bytes for SQLCipher and 16 bytes of salt, written as 96 hex digits.
//!
//! The salt is supplied with the key because it otherwise lies in the database's first bytes, outside
//! the protection of the write-ahead log.

use crate::Error;
use crate::surroundings::{Random, bytes};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const KEY_BYTES: usize = 48;
/// Name of the credential that systemd passes (`LoadCredential=rida-platform-key:...`).
const CREDENTIAL: &str = "rida-platform-key";
const CREDENTIALS_DIRECTORY: &str = "CREDENTIALS_DIRECTORY";

/// Encrypts a platform's data.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey(Zeroizing<[u8; KEY_BYTES]>);

/// Why a key can't be used.
#[derive(Debug, thiserror::Error)]
pub enum DataKeyError {
    /// The file can't be read.
    #[error("the key file {path}")]
    File {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        #[source]
        source: std::io::Error,
    },
    /// Other users of the computer may read the key.
    #[error("other users can read the key file {path}: chmod 600")]
    Exposed {
        /// The file.
        path: PathBuf,
    },
    /// Not 96 hex digits.
    #[error("a key is 96 hexadecimal digits; make one with `platform new-key FILE`")]
    Form,
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(..)")
    }
}

impl DataKey {
    /// A new key.
    ///
    /// # Errors
    /// [`Error::Random`].
    pub fn random(random: &Random) -> Result<Self, Error> {
        Ok(Self(Zeroizing::new(bytes(random)?)))
    }

    /// Reads 96 hex digits; white space around them is ignored.
    ///
    /// # Errors
    /// [`DataKeyError::Form`].
    pub fn parse(text: &str) -> Result<Self, DataKeyError> {
        let digits = text.trim().as_bytes();
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        if digits.len() != 2 * KEY_BYTES || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(DataKeyError::Form);
        }
        for (byte, pair) in key.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| DataKeyError::Form)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| DataKeyError::Form)?;
        }
        Ok(Self(key))
    }

    /// Reads a key file, which only its owner may read.
    ///
    /// # Errors
    /// [`DataKeyError`].
    pub fn read(path: &Path) -> Result<Self, DataKeyError> {
        let file = |source| DataKeyError::File { path: path.to_owned(), source };
        if private_files::is_exposed(path).map_err(file)? {
            return Err(DataKeyError::Exposed { path: path.to_owned() });
        }
        Self::parse(&Zeroizing::new(std::fs::read_to_string(path).map_err(file)?))
    }

    /// Finds the key: a named file, else the text of a variable, else a credential of systemd. `None`
    /// when none of them is there.
    ///
    /// # Errors
    /// [`DataKeyError`].
    pub fn find(file: Option<&Path>, text: Option<&str>) -> Result<Option<Self>, DataKeyError> {
        if let Some(path) = file {
            return Self::read(path).map(Some);
        }
        if let Some(text) = text {
            return Self::parse(text).map(Some);
        }
        let folder = std::env::var_os(CREDENTIALS_DIRECTORY).map(PathBuf::from);
        match folder.map(|it| it.join(CREDENTIAL)).filter(|it| it.exists()) {
            Some(path) => {
                let text = std::fs::read_to_string(&path);
                let text = text.map_err(|source| DataKeyError::File { path, source })?;
                Self::parse(&Zeroizing::new(text)).map(Some)
            }
            None => Ok(None),
        }
    }

    /// Writes the key into a new file that only its owner may read.
    ///
    /// # Errors
    /// [`DataKeyError::File`], also when the file is there already.
    pub fn write_new(&self, path: &Path) -> Result<(), DataKeyError> {
        let write = || {
            let mut file = private_files::create_new(path)?;
            std::io::Write::write_all(
                &mut file,
                format!("{}\n", self.digits().as_str()).as_bytes(),
            )?;
            file.sync_all()
        };
        write().map_err(|source| DataKeyError::File { path: path.to_owned(), source })
    }

    pub(crate) fn digits(&self) -> Zeroizing<String> {
        let digit = |it: u8| char::from_digit(u32::from(it), 16).unwrap_or_default();
        Zeroizing::new(self.0.iter().flat_map(|it| [digit(it >> 4), digit(it & 15)]).collect())
    }

    /// A key for another purpose, from which this one can't be found.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(purpose, self.0.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written_and_no_other_text_is_a_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let key = DataKey::parse(&"0f".repeat(48)).unwrap();
        key.write_new(&path).unwrap();
        assert_eq!(DataKey::read(&path).unwrap(), key);
        assert!(key.write_new(&path).is_err(), "a key is never overwritten");
        for text in ["", "0f", &"0g".repeat(48), &"0f".repeat(49)] {
            assert!(DataKey::parse(text).is_err());
        }
        assert_eq!(format!("{key:?}"), "DataKey(..)");
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        std::fs::write(&path, "0f".repeat(48)).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(DataKey::read(&path), Err(DataKeyError::Exposed { .. })));
    }
}
