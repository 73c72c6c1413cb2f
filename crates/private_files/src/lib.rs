//! Files and folders that only their owner may read, on both sides of the product: databases, keys,
//! attachments, drafts, exports and messages.
//!
//! Modes are set when a file is created and once more afterwards, so that they depend on no umask:
//! 0700 for folders, 0600 for files. SQLite gives its log and shared memory the mode of the database,
//! so that [`reserve`] is enough for a database. Outside Unix, where the user's profile is private
//! already, only the files are created.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Creates a folder and its missing parents. A folder that exists already becomes private.
///
/// # Errors
/// The file system's; [`io::ErrorKind::InvalidInput`] for a folder that all users of the computer
/// share, such as `/tmp`.
pub fn create_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    close(path).map(|_| ())
}

/// Creates a file for writing, or empties the one that is there.
///
/// # Errors
/// The file system's.
pub fn create(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().write(true).create(true).truncate(true))
}

/// Creates a file for writing that must not be there yet.
///
/// # Errors
/// The file system's.
pub fn create_new(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().write(true).create_new(true))
}

/// Makes sure that a file is there and private, and leaves its content: for a database, before SQLite
/// opens it. A file that exists is never opened: closing it would let go of the locks that other
/// connections of this process hold on it (POSIX), and another program could then delete the
/// database's log.
///
/// # Errors
/// The file system's.
pub fn reserve(path: &Path) -> io::Result<()> {
    match create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => close(path).map(|_| ()),
        made => made.map(|_| ()),
    }
}

/// Opens a file for reading and writing in place, and makes it when it is missing. Never a database;
/// see [`reserve`].
///
/// # Errors
/// The file system's.
pub fn open_or_create(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true).write(true).create(true).truncate(false))
}

/// Writes a whole file.
///
/// # Errors
/// The file system's.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    io::Write::write_all(&mut create(path)?, bytes)
}

fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    let file = options.open(path)?;
    close(path)?;
    Ok(file)
}

/// Whether others than its owner may read or write a file.
///
/// # Errors
/// The file system's.
pub fn is_exposed(path: &Path) -> io::Result<bool> {
    #[cfg(unix)]
    return Ok(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path)?.permissions()) & 0o077 != 0
    );
    #[cfg(not(unix))]
    return fs::metadata(path).map(|_| false);
}

/// Takes the rights of all but the owner from everything in a folder, and from the folder. Links are
/// not followed. Answers what others could read or write until now; nothing for a folder that does
/// not exist.
///
/// # Errors
/// As [`create_folder`]; the first file whose mode can't be changed, with its path.
pub fn restrict(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut opened_up = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        let kind = match fs::symlink_metadata(&path) {
            Ok(found) => found.file_type(),
            // A journal or a message may go while this looks.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(named(&path, &error)),
        };
        if !kind.is_dir() && !kind.is_file() {
            continue;
        }
        if close(&path)? {
            opened_up.push(path.clone());
        }
        if kind.is_dir() {
            for entry in fs::read_dir(&path).map_err(|error| named(&path, &error))? {
                waiting.push(entry?.path());
            }
        }
    }
    Ok(opened_up)
}

/// Takes the rights of all but the owner. Answers whether there were any.
#[cfg(unix)]
fn close(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    const STICKY: u32 = 0o1000;
    let found = match fs::metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(named(path, &error)),
    };
    let mode = found.permissions().mode();
    if found.is_dir() && mode & STICKY != 0 {
        let why = "all users of this computer share this folder; name a folder inside it";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    let others = mode & 0o077;
    if others == 0 {
        return Ok(false);
    }
    let private = fs::Permissions::from_mode(mode & 0o700);
    fs::set_permissions(path, private).map_err(|error| named(path, &error))?;
    Ok(true)
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature everywhere")]
fn close(_: &Path) -> io::Result<bool> {
    Ok(false)
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use std::os::unix::fs::PermissionsExt;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn private_root() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o700)).unwrap();
        root
    }

    #[test]
    fn what_is_created_is_private_from_the_first_byte() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("a/b");
        create_folder(&folder).unwrap();
        assert_eq!((mode(&folder), mode(&root.path().join("a"))), (0o700, 0o700));
        let file = folder.join("file");
        write(&file, b"text").unwrap();
        assert_eq!(mode(&file), 0o600);
        drop(create_new(&folder.join("new")).unwrap());
        assert_eq!(mode(&folder.join("new")), 0o600);
        reserve(&file).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"text");
    }

    #[test]
    fn what_others_could_read_becomes_private_and_is_named() {
        let root = private_root();
        let (folder, file) = (root.path().join("open"), root.path().join("open/file"));
        fs::create_dir(&folder).unwrap();
        fs::write(&file, "text").unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(restrict(root.path()).unwrap(), [folder.clone(), file.clone()]);
        assert_eq!((mode(&folder), mode(&file)), (0o700, 0o600));
        assert_eq!(restrict(root.path()).unwrap(), Vec::<PathBuf>::new());
    }

    #[test]
    fn a_link_is_not_followed_and_a_shared_folder_is_refused() {
        let root = private_root();
        let outside = tempfile::tempdir().unwrap();
        let elsewhere = outside.path().join("elsewhere");
        fs::write(&elsewhere, "text").unwrap();
        fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o644)).unwrap();
        std::os::unix::fs::symlink(&elsewhere, root.path().join("link")).unwrap();
        assert!(restrict(root.path()).unwrap().is_empty());
        assert_eq!(mode(&elsewhere), 0o644);
        fs::set_permissions(root.path(), fs::Permissions::from_mode(0o1777)).unwrap();
        assert!(restrict(root.path()).is_err());
        assert!(create_folder(root.path()).is_err());
    }
}
