//! One process at a time serves a data folder, or changes it as a whole.

use crate::Error;
use std::fs::{File, TryLockError};
use std::path::Path;

/// Held by whoever serves, encrypts, restores or adopts.
const LOCK_FILE: &str = "in-use.lock";

/// The right to serve a data folder or to change it as a whole, until it is dropped. The system lets it
/// go when a process dies.
#[derive(Debug)]
pub struct DataLock {
    _file: File,
}

impl DataLock {
    /// Takes the lock of a folder, which is made when it is missing.
    ///
    /// # Errors
    /// [`Error::InUse`] while another process holds it; [`Error::File`].
    pub fn take(data_dir: &Path) -> Result<Self, Error> {
        let path = data_dir.join(LOCK_FILE);
        let failed = |source| Error::File { path: path.clone(), source };
        private_files::create_folder(data_dir).map_err(failed)?;
        let file = private_files::open_or_create(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse { path: data_dir.to_owned() }),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }
}
