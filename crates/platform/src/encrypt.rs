//! Encrypts an existing platform: the database and its keys, each written whole beside the old one
//! and then put in its place. A crash between the two leaves one plain and one encrypted file, which
//! running it again completes.

use crate::app::DATABASE_FILE;
use crate::secrets;
use crate::store::cipher::{self, Content};
use crate::{DataKey, DataLock, Error};
use rusqlite::{Connection, named_params};
use std::path::Path;
use zeroize::Zeroizing;

const BESIDE: &str = "platform.db.encrypting";

/// Encrypts the data of a platform that is not running. Answers whether there was anything to do.
///
/// # Errors
/// [`Error::KeyWrong`] when the data is encrypted with another key; [`Error::InUse`] while a process
/// has the database open.
pub fn encrypt(data_dir: &Path, key: &DataKey) -> Result<bool, Error> {
    let _lock = DataLock::take(data_dir)?;
    let path = data_dir.join(DATABASE_FILE);
    let database = match cipher::content(&path)? {
        Content::Plain => encrypt_database(&path, &data_dir.join(BESIDE), key).map(|()| true)?,
        Content::Empty | Content::Encrypted => cipher::open(&path, Some(key)).map(|_| false)?,
    };
    // Last: the database says whether this is its key.
    let keys = secrets::encrypt(data_dir, key)?;
    Ok(keys || database)
}

fn encrypt_database(path: &Path, beside: &Path, key: &DataKey) -> Result<(), Error> {
    let file = |source| Error::File { path: path.to_owned(), source };
    remove(beside)?;
    let plain = Connection::open(path)?;
    // Fails while any other program has it open; the write-ahead log goes with the mode.
    plain.pragma_update(None, "locking_mode", "exclusive")?;
    let mode = plain.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get(0));
    if !mode.is_ok_and(|mode: String| mode == "delete") {
        return Err(Error::InUse { path: path.to_owned() });
    }
    let version: i64 = plain.pragma_query_value(None, "user_version", |row| row.get(0))?;
    private_files::create_new(beside).map_err(file)?;
    let key_text = Zeroizing::new(format!("x'{}'", key.digits().as_str()));
    plain.execute(
        include_str!("../sql/encrypt/attach.sql"),
        named_params! { ":path": beside.to_string_lossy(), ":key": key_text.as_str() },
    )?;
    plain.query_row(include_str!("../sql/encrypt/export.sql"), [], |_| Ok(()))?;
    plain.pragma_update(Some("encrypted"), "user_version", version)?;
    plain.execute(include_str!("../sql/encrypt/detach.sql"), [])?;
    check(beside, key)?;
    plain.close().map_err(|(_, error)| error)?;
    replace(beside, path).map_err(file)
}

/// Believes the copy only when every page of it can be read.
fn check(beside: &Path, key: &DataKey) -> Result<(), Error> {
    let copy = cipher::open(beside, Some(key))?;
    let answer: String = copy.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if answer != "ok" {
        return Err(Error::Broken("the encrypted copy is damaged"));
    }
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// The plain file is overwritten before it goes, as far as the file system lets anybody overwrite.
fn replace(beside: &Path, path: &Path) -> std::io::Result<()> {
    std::fs::File::open(beside)?.sync_all()?;
    let mut plain = private_files::open_or_create(path)?;
    std::fs::rename(beside, path)?;
    if let Some(folder) = path.parent() {
        #[cfg(unix)]
        std::fs::File::open(folder)?.sync_all()?;
    }
    overwrite(&mut plain)
}

fn overwrite(file: &mut std::fs::File) -> std::io::Result<()> {
    let mut left = file.metadata()?.len();
    let zeroes = [0; 16 * 1024];
    while left > 0 {
        let part = usize::try_from(left).unwrap_or(usize::MAX).min(zeroes.len());
        std::io::Write::write_all(file, &zeroes[..part])?;
        left -= part as u64;
    }
    file.sync_all()
}

fn remove(path: &Path) -> Result<(), Error> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::File { path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
}
