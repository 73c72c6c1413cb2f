//! The last number of each agency, in a file of its own that is written in place after every commit. It is
//! not synced: a crash of the machine may leave it behind the database, which is harmless, never ahead.

use crate::Error;
use domain::AgencyId;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

const HEAD: &str = "head";
const EPOCH_FILE: &str = "epoch";
/// History, number, and eight bytes of their hash: a torn write is no head.
const BYTES: usize = 24;

/// What is remembered of an agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) epoch: u64,
    pub(super) seq: u64,
}

/// The files of one anchor.
pub(super) struct Heads {
    folder: PathBuf,
    open: Mutex<HashMap<String, File>>,
    /// Read once, written through.
    epoch: AtomicU64,
}

impl Heads {
    pub(super) fn open(folder: &Path) -> Result<Self, Error> {
        private_files::create_folder(folder).map_err(file_error(folder))?;
        let heads =
            Self { folder: folder.to_owned(), open: Mutex::default(), epoch: AtomicU64::new(0) };
        let epoch = Self::read_file(&folder.join(EPOCH_FILE))?.map_or(0, |it| it.epoch);
        heads.epoch.store(epoch, Ordering::Relaxed);
        Ok(heads)
    }

    pub(super) fn read(&self, agency: &AgencyId) -> Result<Option<Head>, Error> {
        Self::read_file(&self.path(agency.as_str()))
    }

    pub(super) fn write(&self, agency: &AgencyId, epoch: u64, seq: u64) -> Result<(), Error> {
        let path = self.path(agency.as_str());
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let file = match open.get_mut(agency.as_str()) {
            Some(file) => file,
            None => open
                .entry(agency.as_str().to_owned())
                .or_insert(private(&path).map_err(file_error(&path))?),
        };
        let write = |file: &mut File| {
            file.seek(SeekFrom::Start(0))?;
            file.write_all(&record(Head { epoch, seq }))
        };
        write(file).map_err(file_error(&path))
    }

    /// The newest history; zero before the first.
    pub(super) fn epoch(&self) -> u64 {
        self.epoch.load(Ordering::Relaxed)
    }

    pub(super) fn write_epoch(&self, epoch: u64) -> Result<(), Error> {
        let path = self.folder.join(EPOCH_FILE);
        let write = || {
            let mut file = private(&path)?;
            file.write_all(&record(Head { epoch, seq: 0 }))?;
            file.sync_all()
        };
        write().map_err(file_error(&path))?;
        self.epoch.store(epoch, Ordering::Relaxed);
        Ok(())
    }

    /// Every agency that is remembered with a number above zero.
    pub(super) fn agencies(&self) -> Result<Vec<String>, Error> {
        let mut agencies = Vec::new();
        for path in self.files()? {
            let name = path.file_stem().and_then(|it| it.to_str()).and_then(unhex);
            if let (Some(name), Some(head)) = (name, Self::read_file(&path)?)
                && head.seq > 0
            {
                agencies.push(name);
            }
        }
        Ok(agencies)
    }

    /// Forgets every agency but these.
    pub(super) fn keep_only<'a>(
        &self,
        agencies: impl Iterator<Item = &'a str>,
    ) -> Result<(), Error> {
        let kept: Vec<PathBuf> = agencies.map(|it| self.path(it)).collect();
        for path in self.files()? {
            if !kept.contains(&path) {
                fs::remove_file(&path).map_err(file_error(&path))?;
            }
        }
        Ok(())
    }

    fn files(&self) -> Result<Vec<PathBuf>, Error> {
        let entries = fs::read_dir(&self.folder).map_err(file_error(&self.folder))?;
        let paths = entries.filter_map(Result::ok).map(|it| it.path());
        Ok(paths.filter(|it| it.extension().is_some_and(|it| it == HEAD)).collect())
    }

    fn path(&self, agency: &str) -> PathBuf {
        let mut name = String::new();
        for byte in agency.bytes() {
            let _ = write!(name, "{byte:02x}");
        }
        self.folder.join(name).with_extension(HEAD)
    }

    fn read_file(path: &Path) -> Result<Option<Head>, Error> {
        let mut bytes = [0; BYTES];
        let read = File::open(path).and_then(|mut it| it.read_exact(&mut bytes));
        match read {
            Ok(()) => Ok(parsed(bytes)),
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) =>
            {
                Ok(None)
            }
            Err(error) => Err(file_error(path)(error)),
        }
    }
}

fn record(head: Head) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    bytes[..8].copy_from_slice(&head.epoch.to_le_bytes());
    bytes[8..16].copy_from_slice(&head.seq.to_le_bytes());
    let hash = blake3::hash(&bytes[..16]);
    bytes[16..].copy_from_slice(&hash.as_bytes()[..8]);
    bytes
}

fn parsed(bytes: [u8; BYTES]) -> Option<Head> {
    let number =
        |from: usize| Some(u64::from_le_bytes(bytes.get(from..from + 8)?.try_into().ok()?));
    let head = Head { epoch: number(0)?, seq: number(8)? };
    (record(head) == bytes).then_some(head)
}

fn unhex(text: &str) -> Option<String> {
    let byte = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..text.len()).step_by(2).map(byte).collect();
    String::from_utf8(bytes?).ok()
}

fn file_error(path: &Path) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let path = path.to_owned();
    |source| Error::File { path, source }
}

/// Opened for writing in place, and made when it is missing.
fn private(path: &Path) -> std::io::Result<File> {
    private_files::open_or_create(path)
}
