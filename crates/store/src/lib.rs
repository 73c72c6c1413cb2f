//! The device's store: a vault that is never dropped, a cache that may be dropped at any moment.
//!
//! - [`Profile`] is the folder of one user on one computer, held by an exclusive lock.
//! - [`KeyFile`] wraps the raw keys; [`Profile::unlock`] counts failures and slows down.
//! - [`Vault`] keeps what the user wrote: actions, drafts, receipts, items that need attention. What
//!   the screen calls *saved* has been committed there.
//! - [`Cache`] keeps what the platform sent, with its search index, and the overlay: the effect of
//!   actions that are not yet judged.
//! - [`Files`] keeps attachments, sealed.
//! - [`replay`] throws the overlay away and makes it again from the vault.
//!
//! Both databases are encrypted; SQL stands in `sql/`, one statement a file. Neither is ever written
//! in one transaction with the other. Methods are blocking; a connection belongs to one thread at a
//! time. Time and ids are arguments; only [`Keys::random`] and the nonces of sealed files ask the
//! system for randomness.

#[macro_use]
mod sqlite;

mod cache;
mod error;
mod files;
mod hex;
mod keys;
mod profile;

mod replay;
mod sealed;
mod vault;

pub use cache::*;
pub use error::StoreError;
pub use files::{CHUNK_BYTES, FileError, Files};
pub use keys::*;
pub use profile::{Card, Enrolled, Profile, enrolled};

pub use replay::{ReplayNote, replay};
pub use vault::*;
