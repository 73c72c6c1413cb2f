//! Attachments at rest: sealed in chunks, named by their hash, and writing files whole.

use crate::sealed::{self, NONCE_BYTES, TAG_BYTES};
use crate::{StoreError, hex};
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Plain bytes of one sealed chunk; the wire's chunks are of the same size.
pub const CHUNK_BYTES: usize = 1024 * 1024;
const MARK: [u8; 8] = *b"ridafil1";
/// Mark, length of the plain bytes, the random part of every chunk's nonce.
const HEAD_BYTES: usize = 8 + 8 + PREFIX_BYTES;
const PREFIX_BYTES: usize = NONCE_BYTES - 4;

/// Why an attachment can't be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// Not 64 hex digits.
    #[error("not the hash of an attachment")]
    Hash,
    /// There is no such attachment here.
    #[error("no such attachment")]
    Missing,
    /// A bit differs from what was written.
    #[error("the attachment is damaged")]
    Damaged,
    /// The disk.
    #[error("a file of the store")]
    Store(#[from] StoreError),
}

impl From<std::io::Error> for FileError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{NotFound, UnexpectedEof};
        let kind = error.kind();
        if kind == NotFound {
            Self::Missing
        } else if kind == UnexpectedEof {
            Self::Damaged
        } else {
            Self::Store(error.into())
        }
    }
}

/// The folder of sealed attachments.
pub struct Files {
    folder: PathBuf,
    key: Zeroizing<[u8; 32]>,
}

impl Files {
    /// Opens the folder, making it if need be. The key is [`crate::Keys::files`].
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn open(folder: PathBuf, key: Zeroizing<[u8; 32]>) -> Result<Self, StoreError> {
        private_files::create_folder(&folder)?;
        Ok(Self { folder, key })
    }

    /// Keeps an attachment; on disk when this returns. The same hash again changes nothing.
    ///
    /// # Errors
    /// [`FileError::Hash`], or the disk.
    pub fn put(&self, hash: &str, bytes: &[u8]) -> Result<(), FileError> {
        let path = self.path(hash)?;
        if path.exists() {
            return Ok(());
        }
        let prefix: [u8; PREFIX_BYTES] = sealed::random()?;
        let mut whole = Vec::with_capacity(HEAD_BYTES + bytes.len() + TAG_BYTES);
        whole.extend_from_slice(&MARK);
        whole.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        whole.extend_from_slice(&prefix);
        for (n, chunk) in bytes.chunks(CHUNK_BYTES).enumerate() {
            let bound = binding(hash, bytes.len() as u64);
            whole.extend(sealed::seal(&self.key, nonce(prefix, n), &bound, chunk));
        }
        Ok(write_whole(&path, &whole)?)
    }

    /// Size of the plain bytes.
    ///
    /// # Errors
    /// [`FileError::Missing`], [`FileError::Damaged`].
    pub fn size(&self, hash: &str) -> Result<u64, FileError> {
        Ok(self.head(hash)?.1)
    }

    /// Whether it is here.
    #[must_use]
    pub fn has(&self, hash: &str) -> bool {
        self.path(hash).is_ok_and(|path| path.exists())
    }

    /// The n-th chunk of [`CHUNK_BYTES`], from 0; empty behind the end.
    ///
    /// # Errors
    /// [`FileError::Missing`], [`FileError::Damaged`].
    pub fn chunk(&self, hash: &str, n: u32) -> Result<Vec<u8>, FileError> {
        let (mut file, total, prefix) = self.head(hash)?;
        let (n, size) = (n as usize, CHUNK_BYTES as u64);
        let left = total.saturating_sub(n as u64 * size).min(size);
        if left == 0 {
            return Ok(Vec::new());
        }
        let step = size + TAG_BYTES as u64;
        file.seek(SeekFrom::Start(HEAD_BYTES as u64 + n as u64 * step))?;
        let mut sealed = Vec::new();
        file.take(left + TAG_BYTES as u64).read_to_end(&mut sealed)?;
        sealed::unseal(&self.key, nonce(prefix, n), &binding(hash, total), &sealed)
            .ok_or(FileError::Damaged)
    }

    /// All of it.
    ///
    /// # Errors
    /// [`FileError::Missing`], [`FileError::Damaged`].
    pub fn read(&self, hash: &str) -> Result<Vec<u8>, FileError> {
        let mut whole = Vec::new();
        for n in 0.. {
            let chunk = self.chunk(hash, n)?;
            if chunk.is_empty() {
                break;
            }
            whole.extend(chunk);
        }
        Ok(whole)
    }

    /// Erases it; nothing happens when it is not here.
    ///
    /// # Errors
    /// [`FileError::Hash`], or the disk.
    pub fn remove(&self, hash: &str) -> Result<(), FileError> {
        match fs::remove_file(self.path(hash)?) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// A name from outside never becomes a path: 64 hex digits or nothing.
    fn path(&self, hash: &str) -> Result<PathBuf, FileError> {
        match hex::decode(hash) {
            Some(bytes) if bytes.len() == 32 => Ok(self.folder.join(hash.to_ascii_lowercase())),
            _ => Err(FileError::Hash),
        }
    }

    fn head(&self, hash: &str) -> Result<(File, u64, [u8; PREFIX_BYTES]), FileError> {
        let mut file = File::open(self.path(hash)?)?;
        let (mut mark, mut total, mut prefix) = ([0; 8], [0; 8], [0; PREFIX_BYTES]);
        file.read_exact(&mut mark)?;
        file.read_exact(&mut total)?;
        file.read_exact(&mut prefix)?;
        if mark != MARK {
            return Err(FileError::Damaged);
        }
        Ok((file, u64::from_le_bytes(total), prefix))
    }
}

/// A chunk can't be moved to another file or place, nor a file be cut at a chunk's end.
fn binding(hash: &str, total: u64) -> Vec<u8> {
    [hash.to_ascii_lowercase().as_bytes(), &total.to_le_bytes()].concat()
}

fn nonce(prefix: [u8; PREFIX_BYTES], n: usize) -> [u8; NONCE_BYTES] {
    let mut nonce = [0; NONCE_BYTES];
    nonce[..PREFIX_BYTES].copy_from_slice(&prefix);
    nonce[PREFIX_BYTES..].copy_from_slice(&u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes());
    nonce
}

/// Writes a file beside its place, syncs it and puts it there: whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_extension("new");
    let mut file = private_files::create(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, path)?;
    sync_folder_of(path)
}

/// Without this a rename may be undone by a power loss.
#[cfg(unix)]
fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Elsewhere the file system orders renames itself.
#[cfg(not(unix))]
fn sync_folder_of(_: &Path) -> Result<(), StoreError> {
    Ok(())
}
