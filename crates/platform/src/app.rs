//! The authority: one store, its keys, a clock and a random source.

use crate::anchor::{Anchor, Behind, Stands};
use crate::config::Config;
use crate::health::Watch;
use crate::judge::Bench;
use crate::secrets::Secrets;
use crate::session::{Limiter, Passwords};
use crate::store::{Head, Store, Tx};
use crate::surroundings::{Clock, Random, uuid};
use crate::{Denied, Error};
use chrono::{DateTime, Utc};
use domain::AgencyId;
use domain::book::Book;
use ed25519_dalek::VerifyingKey;
use std::collections::HashMap;
use std::fs::File;
use std::sync::atomic::AtomicI64;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use uuid::Uuid;

pub(crate) const DATABASE_FILE: &str = "platform.db";
const KEYS_MARK: &str = "keys_mark";
const EPOCH: &str = "epoch";
const DEMO: &str = "demo";

/// A running platform. Every method may be called from any thread; each blocks while it works.
pub struct App {
    pub(crate) config: Config,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) store: Store,
    pub(crate) secrets: Secrets,
    pub(crate) passwords: Passwords,
    pub(crate) limiter: Limiter,
    pub(crate) epoch: u64,
    /// The name of this run in the ledger of messages.
    pub(crate) run: Uuid,
    /// Held while this process hands messages over.
    pub(crate) letters_lock: Mutex<Option<File>>,
    pub(crate) watch: Watch,
    /// When old uploads were deleted last, milliseconds since 1970.
    pub(crate) purged_ms: AtomicI64,
    pub(crate) anchor: Arc<Anchor>,
    /// Why the database may not be served, until its restore is adopted.
    behind: Option<Behind>,
    books: RwLock<HashMap<AgencyId, Arc<Book>>>,
}

impl App {
    /// Opens the data folder, or makes it. Held actions that this program can read now are judged.
    pub fn open(config: Config, clock: Clock, random: Random) -> Result<Self, Error> {
        let dir = &config.data_dir;
        private_files::create_folder(dir)
            .and_then(|()| private_files::restrict(dir))
            .map_err(|source| Error::File { path: dir.clone(), source })?;
        let key = config.data_key.as_ref();
        let store = Store::open(&dir.join(DATABASE_FILE), key)?;
        let mark = store.read(|tx| tx.meta(KEYS_MARK))?;
        let secrets = Secrets::open(dir, mark.as_deref(), key, &random)?;
        let epoch = store.write(|tx| found(tx, &secrets))?;
        let anchor = Arc::new(Anchor::open(&config.anchor_dir())?);
        let behind = anchor.compare(epoch, &stands(&store)?)?;
        watch(&store, &anchor, epoch);
        let app = Self {
            anchor,
            behind,
            passwords: Passwords::new(config.password_cost),
            limiter: Limiter::default(),
            run: uuid(&random, clock())?,
            letters_lock: Mutex::default(),
            purged_ms: AtomicI64::new(i64::MIN),
            books: RwLock::default(),
            watch: Watch::default(),
            config,
            clock,
            random,
            store,
            secrets,
            epoch,
        };
        if app.behind.is_none() {
            app.resume()?;
        }
        Ok(app)
    }

    /// What an earlier run left half done.
    fn resume(&self) -> Result<(), Error> {
        for agency in self.agencies()? {
            self.judge_newer(&agency)?;
        }
        Ok(())
    }

    /// What time it is here.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    /// The key with which devices check verdicts.
    #[must_use]
    pub fn verifying_key(&self) -> VerifyingKey {
        self.secrets.signing().verifying_key()
    }

    /// Every agency that was set up.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the path names one lifetime only"
    )]
    pub fn agencies(&self) -> Result<Vec<AgencyId>, Error> {
        self.store.read(|tx| tx.agencies())
    }

    /// The newest book of an agency.
    pub fn book(&self, agency: &AgencyId) -> Result<Arc<Book>, Error> {
        self.store.read(|tx| self.book_at(tx, agency, tx.head(agency)?))
    }

    /// Sets an agency up or changes it. The version is given here; a book that says nothing new
    /// changes nothing. Who may see the cases that follow the book is looked at again. Answers the
    /// version that stands.
    pub fn put_book(&self, book: &Book) -> Result<u64, Error> {
        self.store.write(|tx| {
            let head = tx.head(&book.agency)?;
            let stands = match head.book_version {
                0 => Arc::new(book.clone()),
                _ => self.book_at(tx, &book.agency, head)?,
            };
            let same = Book { version: stands.version, ..book.clone() } == *stands;
            if head.book_version > 0 && same {
                return Ok(head.book_version);
            }
            let mut bench = Bench::with_book(self, tx, &book.agency, stands)?;
            bench.enact(book.clone())?;
            let version = bench.head.book_version;
            bench.close()?;
            Ok(version)
        })
    }

    /// The book that stands at a head, read once per version and process.
    pub(crate) fn book_at(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        head: Head,
    ) -> Result<Arc<Book>, Error> {
        if head.book_version == 0 {
            return Err(Error::UnknownAgency);
        }
        let books = self.books.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(book) = books.get(agency).filter(|it| it.version == head.book_version) {
            return Ok(Arc::clone(book));
        }
        drop(books);
        let book =
            tx.book(agency, head.book_version)?.ok_or(Error::Broken("a head without book"))?;
        let book = Arc::new(book);
        let mut books = self.books.write().unwrap_or_else(PoisonError::into_inner);
        books.insert(agency.clone(), Arc::clone(&book));
        Ok(book)
    }

    /// Why the database may not be served as it is; none when it may.
    #[must_use]
    pub fn behind(&self) -> Option<Behind> {
        self.behind
    }

    /// Refuses while the database is behind what left the platform.
    pub(crate) fn may_serve(&self) -> Result<(), Error> {
        self.behind.map_or(Ok(()), |why| Err(Error::NotAdopted(why)))
    }

    /// Adopts a restored database: it begins another history, from the next start on, newer than every one
    /// that was ever served. Devices erase what they heard, fetch it anew and offer again what this
    /// database has never seen. When nothing is known of the letters that left, those that wait are held
    /// for a human. Answers the new epoch.
    pub fn adopt_restore(&self) -> Result<u64, Error> {
        let epoch = self.epoch.max(self.anchor.epoch()) + 1;
        let now = self.now();
        self.store.write(|tx| {
            if self.behind == Some(Behind::AnchorMissing) {
                for agency in tx.agencies()? {
                    tx.hold_letters(&agency, now)?;
                }
            }
            tx.put_meta(EPOCH, &epoch.to_le_bytes())
        })?;
        self.anchor.adopt(epoch, &stands(&self.store)?)?;
        Ok(epoch)
    }

    /// Marks an empty store as a demo. A store with real agencies never becomes one.
    pub fn mark_demo(&self) -> Result<(), Denied> {
        self.store.write(|tx| {
            if tx.meta(DEMO)?.is_none() && !tx.agencies()?.is_empty() {
                return Err(Denied::Forbidden("not_a_demo"));
            }
            Ok(tx.put_meta(DEMO, b"1")?)
        })
    }

    /// Whether this store is a demo; such a platform binds to loopback only.
    pub fn is_demo(&self) -> Result<bool, Error> {
        self.store.read(|tx| Ok(tx.meta(DEMO)?.is_some()))
    }
}

/// Where each agency of a store stands.
fn stands(store: &Store) -> Result<Vec<Stands>, Error> {
    store.read(|tx| {
        let agencies = tx.agencies()?.into_iter();
        agencies
            .map(|agency| {
                let seq = tx.head(&agency)?.seq;
                Ok(Stands { agency, seq })
            })
            .collect()
    })
}

/// After each commit the anchor remembers the numbers that were given out.
fn watch(store: &Store, anchor: &Arc<Anchor>, epoch: u64) {
    let anchor = Arc::clone(anchor);
    store.watch(Box::new(move |agency, seq| {
        // A database that is not adopted yet gives out no numbers that count.
        if anchor.epoch() > epoch { Ok(()) } else { anchor.note(agency, epoch, seq) }
    }));
}

/// The epoch of a store, and the mark of its keys, written when it is new.
fn found(tx: Tx<'_>, secrets: &Secrets) -> Result<u64, Error> {
    if let Some(epoch) = tx.meta(EPOCH)? {
        let epoch = epoch.try_into().map_err(|_| Error::Broken("an epoch of another length"))?;
        return Ok(u64::from_le_bytes(epoch));
    }
    tx.put_meta(KEYS_MARK, &secrets.mark().0)?;
    tx.put_meta(EPOCH, &1_u64.to_le_bytes())?;
    Ok(1)
}
