//! A copy of the platform's data that is made while it serves, checked, and put back.
//!
//! A backup is a folder: the database as it stood at one moment, the keys, and a manifest with the hash of
//! each file and what the database holds. The anchor is no part of it: it tells that a database was put
//! back.

use crate::store::cipher;
use crate::{App, Config, DataKey, DataLock, Error};
use domain::AgencyId;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const DATABASE: &str = "platform.db";
const KEYS: &str = "platform.keys";
/// Why a restore without `--force` is refused.
pub(crate) const OCCUPIED: &str = "the data folder holds a database already";
const MANIFEST: &str = "manifest.json";
/// The version of the manifest's shape.
const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this shape.
    pub format: u32,
    /// When it was made.
    pub at: chrono::DateTime<chrono::Utc>,
    /// The last number of each agency.
    pub heads: BTreeMap<AgencyId, u64>,
    /// Rows of the tables that matter.
    pub rows: BTreeMap<String, u64>,
    /// BLAKE3 of each file, in hex.
    pub files: BTreeMap<String, String>,
}

impl App {
    /// Copies everything into a new folder, while others read and write, and checks the copy. An
    /// existing folder is refused.
    pub fn backup(&self, to: &Path) -> Result<Manifest, Error> {
        private_folder(to)?;
        // Half a backup is none: the next try may take the same name.
        self.back_up(to).inspect_err(|_| _ = fs::remove_dir_all(to))
    }

    fn back_up(&self, to: &Path) -> Result<Manifest, Error> {
        let key = self.config.data_key.as_ref();
        let database = to.join(DATABASE);
        self.store.copy_to(&database, key)?;
        let keys = to.join(KEYS);
        copy(&self.config.data_dir.join(KEYS), &keys)?;
        let (heads, rows) = contents(&database, key)?;
        let files = BTreeMap::from([
            (DATABASE.to_owned(), hash_of(&database)?),
            (KEYS.to_owned(), hash_of(&keys)?),
        ]);
        let manifest = Manifest { format: FORMAT, at: self.now(), heads, rows, files };
        let path = to.join(MANIFEST);
        private_files::write(&path, &serde_json::to_vec_pretty(&manifest)?).map_err(at(&path))?;
        sync(to)?;
        Ok(manifest)
    }
}

/// Checks a backup and puts it in the place of the data folder's database. What stood there is moved aside
/// when `force` says so, else refused. The platform must be adopted before it serves again.
pub fn restore(config: &Config, from: &Path, force: bool) -> Result<Manifest, Error> {
    let manifest = check(from, config.data_key.as_ref())?;
    let dir = &config.data_dir;
    let _lock = DataLock::take(dir)?;
    if dir.join(DATABASE).exists() {
        if !force {
            return Err(Error::BadBackup(OCCUPIED));
        }
        set_aside(dir)?;
    }
    for name in [DATABASE, KEYS] {
        copy(&from.join(name), &dir.join(name))?;
    }
    sync(dir)?;
    Ok(manifest)
}

/// Whether a backup is whole: every file is what the manifest says, and so is the database's content.
fn check(from: &Path, key: Option<&DataKey>) -> Result<Manifest, Error> {
    let path = from.join(MANIFEST);
    let manifest: Manifest = serde_json::from_slice(&fs::read(&path).map_err(at(&path))?)?;
    if manifest.format != FORMAT {
        return Err(Error::BadBackup("it was made by another version of this program"));
    }
    for name in [DATABASE, KEYS] {
        let known = manifest.files.get(name);
        if known != Some(&hash_of(&from.join(name))?) {
            return Err(Error::BadBackup("a file differs from the manifest"));
        }
    }
    if contents(&from.join(DATABASE), key)? != (manifest.heads.clone(), manifest.rows.clone()) {
        return Err(Error::BadBackup("the database holds other rows than the manifest says"));
    }
    Ok(manifest)
}

type Contents = (BTreeMap<AgencyId, u64>, BTreeMap<String, u64>);

/// What a database holds, after its own check found nothing.
fn contents(database: &Path, key: Option<&DataKey>) -> Result<Contents, Error> {
    let connection = cipher::open(database, key)?;
    let answer: String =
        connection.query_row(include_str!("../sql/backup/integrity.sql"), [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(Error::BadBackup("the database is damaged"));
    }
    let heads = pairs(&connection, include_str!("../sql/backup/heads.sql"))?;
    let rows = pairs(&connection, include_str!("../sql/backup/rows.sql"))?;
    let heads = heads.into_iter().map(|(agency, seq)| (AgencyId::new(agency), seq));
    Ok((heads.collect(), rows.into_iter().collect()))
}

fn pairs(connection: &Connection, sql: &str) -> Result<Vec<(String, u64)>, Error> {
    let mut statement = connection.prepare(sql)?;
    let rows =
        statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Moves the database, its log and its keys into a folder beside them.
fn set_aside(dir: &Path) -> Result<(), Error> {
    let mut names = (1..=1_000).map(|n| dir.join(format!("before-restore-{n}")));
    let aside = names.find(|it| !it.exists());
    let aside = aside.ok_or(Error::BadBackup("too many databases were moved aside already"))?;
    private_folder(&aside)?;
    for name in [DATABASE, "platform.db-wal", "platform.db-shm", KEYS] {
        let path = dir.join(name);
        if path.exists() {
            fs::rename(&path, aside.join(name)).map_err(at(&path))?;
        }
    }
    Ok(())
}

fn hash_of(path: &Path) -> Result<String, Error> {
    let mut file = File::open(path).map_err(at(path))?;
    let mut hasher = blake3::Hasher::new();
    let mut bytes = vec![0; 1024 * 1024];
    loop {
        let read = file.read(&mut bytes).map_err(at(path))?;
        if read == 0 {
            return Ok(hasher.finalize().to_hex().to_string());
        }
        hasher.update(&bytes[..read]);
    }
}

fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Error + use<> {
    let path: PathBuf = path.to_owned();
    |source| Error::File { path, source }
}

fn private_folder(path: &Path) -> Result<(), Error> {
    if path.exists() {
        return Err(Error::BadBackup("the folder exists already"));
    }
    private_files::create_folder(path).map_err(at(path))
}

/// Copies a file into one that only its owner may read.
fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let mut source = File::open(from).map_err(at(from))?;
    let mut target = private_files::create(to).map_err(at(to))?;
    std::io::copy(&mut source, &mut target).map_err(at(to))?;
    Ok(())
}

fn sync(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let path = entry.map_err(at(folder))?.path();
        if path.is_file() {
            File::open(&path).and_then(|it| it.sync_all()).map_err(at(&path))?;
        }
    }
    File::open(folder).and_then(|it| it.sync_all()).map_err(at(folder))
}

impl crate::store::Store {
    /// Writes the database as it stands at this moment into a new file, while others write. What is
    /// encrypted stays encrypted.
    fn copy_to(&self, path: &Path, key: Option<&DataKey>) -> Result<(), Error> {
        let connection = self.reading()?;
        private_files::create_new(path).map_err(at(path))?;
        let text = path.to_str().ok_or(Error::BadBackup("the path is no text"))?;
        let Some(key) = key else {
            connection
                .execute(include_str!("../sql/backup/copy.sql"), named_params! { ":path": text })?;
            return Ok(());
        };
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let digits = Zeroizing::new(format!("x'{}'", key.digits().as_str()));
        connection.execute(
            include_str!("../sql/encrypt/attach.sql"),
            named_params! { ":path": text, ":key": digits.as_str() },
        )?;
        let snapshot = connection.unchecked_transaction()?;
        snapshot.query_row(include_str!("../sql/encrypt/export.sql"), [], |_| Ok(()))?;
        snapshot.commit()?;
        connection.pragma_update(Some("encrypted"), "user_version", version)?;
        connection.execute(include_str!("../sql/encrypt/detach.sql"), [])?;
        Ok(())
    }
}
