//! Copies that were opened: a folder for the user alone, wiped at lock, at exit and at the next start.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

/// The folder of opened copies.
pub struct Opened(PathBuf);

impl Opened {
    /// Begins with an empty folder, whatever a crash left.
    pub fn begin(folder: PathBuf) -> io::Result<Self> {
        let opened = Self(folder);
        opened.wipe()?;
        Ok(opened)
    }

    /// Writes a read-only copy, in a folder of its own so that names never meet.
    pub fn write(&self, apart: &str, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        let folder = self.0.join(apart);
        private_files::create_folder(&folder)?;
        let path = folder.join(name);
        if path.exists() {
            return Ok(path);
        }
        let mut file = private_files::create_new(&path)?;
        file.write_all(bytes)?;
        let mut permissions = file.metadata()?.permissions();
        permissions.set_readonly(true);
        file.set_permissions(permissions)?;
        Ok(path)
    }

    /// Removes every copy.
    pub fn wipe(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
