//! One computer of one user, whose keys the benchmark knows: so the limit can read a copy of the very
//! file that the desk reads.

use crate::Fault;
use crate::clock::Clock;
use desk::{Costs, Desk, Door, Edge, Parts};
use domain::{AgencyId, StaffId, StoreId};
use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use store::{Accepted, Cache, Card, Cost, KeyFile, Keys, Profile, RawKey, Secrets, Session, Vault};
use sync::{Open, Stores, SyncError};
use uuid::Builder;
use zeroize::Zeroizing;

const PASSWORD: &str = "نخلة باسقة 7";
/// Unlocking is no row here.
const LIGHT: Cost = Cost { memory_kib: 64, passes: 1 };
/// As the store's own connections have it.
const CACHE_KIB: i64 = 65_536;

pub struct Computer {
    root: PathBuf,
    agency: AgencyId,
    staff: StaffId,
    seed: u8,
}

impl Computer {
    pub fn new(root: &Path, agency: &AgencyId, staff: &StaffId, seed: u8) -> Self {
        Self { root: root.to_owned(), agency: agency.clone(), staff: staff.clone(), seed }
    }

    /// Signs what this computer sends.
    pub fn signing(&self) -> SigningKey {
        SigningKey::from_bytes(&self.keys().device_seed)
    }

    /// Enrols the user: keys, card and the session that a sign-in left.
    pub fn enrol(&self, session: &Session) -> Result<(), Fault> {
        let (keys, profile) = (self.keys(), self.profile()?);
        let secrets = Secrets {
            password: PASSWORD,
            keyring: None,
            share: None,
            password_alone: Accepted::Yes,
            cost: LIGHT,
            cost_alone: LIGHT,
        };
        let file = KeyFile::create(self.agency.clone(), self.staff.clone(), &keys, &secrets)?;
        profile.write_key_file(&file)?;
        profile.write_card(&Card {
            agency: self.agency.clone(),
            staff: self.staff.clone(),
            name: None,
            agency_name: None,
            platform: "http://127.0.0.1".to_owned(),
            device: Some(session.device),
            device_key: None,
        })?;
        let millis = u64::from(self.seed);
        let store = Builder::from_unix_timestamp_millis(millis, &[self.seed; 10]).into_uuid();
        Vault::open(&profile.vault_path(), &keys.vault, StoreId(store))?.put_session(session)?;
        Ok(())
    }

    /// The cache alone, while no desk is open.
    pub fn cache(&self) -> Result<Cache, Fault> {
        Ok(Cache::open(&self.profile()?.cache_path(), &self.keys().cache, self.staff.clone())?)
    }

    /// The desk, opened as after a start of the window.
    pub fn desk(&self, clock: &Clock) -> Result<Desk, Fault> {
        let costs = Costs { usual: LIGHT, alone: LIGHT };
        let door = Door::new(self.root.clone(), edge(clock, self.seed)).with_costs(costs);
        Ok(door.unlock(&self.agency, &self.staff, PASSWORD, None)?)
    }

    /// A bare connection to a copy of the cache, with the same key and as many pages in memory.
    pub fn bare_copy(&self) -> Result<Connection, Fault> {
        let copy = self.root.join("bare_copy.db");
        std::fs::copy(self.profile()?.cache_path(), &copy)?;
        encrypted(&copy, [self.seed; RawKey::BYTES])
    }

    /// A bare and empty encrypted file beside the store's.
    pub fn bare_new(&self, name: &str) -> Result<Connection, Fault> {
        encrypted(&self.root.join(name), [self.seed; RawKey::BYTES])
    }

    /// Keeps a copy as it is now, with its backlog and nothing that waits, and what opens it: the
    /// window is measured on it.
    pub fn leave_for_the_window(&self, n: usize) -> Result<(), Fault> {
        let desks = crate::target()?.join("bench/desks");
        let kept = desks.join(n.to_string());
        if kept.exists() {
            std::fs::remove_dir_all(&kept)?;
        }
        copy_folder(&self.root, &kept)?;
        Ok(std::fs::write(desks.join("password"), PASSWORD)?)
    }

    fn profile(&self) -> Result<Profile, Fault> {
        Ok(Profile::open(&self.root, &self.agency, &self.staff)?)
    }

    fn keys(&self) -> Keys {
        let key = || RawKey::new([self.seed; RawKey::BYTES]);
        Keys { vault: key(), cache: key(), device_seed: Zeroizing::new([self.seed; 32]) }
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn edge(clock: &Clock, seed: u8) -> Edge {
    let random = Mutex::new(fastrand::Rng::with_seed(seed.into()));
    let clock = clock.clone();
    Edge::new(
        move || clock.now(),
        move |bytes| {
            random.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill(bytes);
            Ok(())
        },
    )
}

/// Opens an encrypted file as the store does, without the store.
fn encrypted(path: &Path, key: [u8; RawKey::BYTES]) -> Result<Connection, Fault> {
    let connection = Connection::open(path)?;
    let mut digits = String::new();
    for byte in key {
        write!(digits, "{byte:02x}")?;
    }
    connection.execute_batch(&format!("pragma key = \"x'{digits}'\""))?;
    connection.execute_batch(include_str!("sql/bare_pragmas.sql"))?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    Ok(connection)
}

/// A desk that the engine reaches between two calls, as the window lends it.
pub struct Lent(pub Mutex<Desk>);

impl Stores for Lent {
    fn with<T>(
        &self,
        work: impl FnOnce(Open<'_>) -> Result<T, store::StoreError>,
    ) -> Result<T, SyncError> {
        let mut desk = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let Parts { vault, cache, files, signing } = desk.parts();
        Ok(work(Open { vault, cache, files, device_key: signing })?)
    }
}
