//! The vault: what the user wrote, until it is judged and beyond.

mod actions;
mod attention;
mod drafts;
mod loose;
mod mirror;
mod open;
mod receipts;
mod record;
mod recover;
mod session;

pub use attention::{Attention, AttentionWay, AttentionWhy, Subject};
pub use drafts::Draft;
pub use receipts::{Judged, Noted, Receipt, ReceiptState};
pub use record::{Along, ChainHead, NewAction, SavedAction, Standing};
pub use recover::{Recovered, Recovery, fresh_store_id};
pub use session::Session;

use crate::StoreError;
use mirror::Mirror;
use rusqlite::{Connection, Transaction, TransactionBehavior, config::DbConfig};

/// The vault of one user. It stops at the first failed sync and says so; what was acknowledged
/// before is there when it is opened again.
pub struct Vault {
    connection: Option<Connection>,
    mirror: Mirror,
}

impl Vault {
    fn connection(&self) -> Result<&Connection, StoreError> {
        self.connection.as_ref().ok_or(StoreError::Stopped)
    }

    /// One transaction; *saved* when this returns.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let connection = self.connection.as_mut().ok_or(StoreError::Stopped)?;
        let done = transact(connection, work);
        if done.as_ref().is_err_and(StoreError::must_stop) {
            self.stop();
        }
        done
    }

    /// Closes the connection without touching the disk any more than it must.
    fn stop(&mut self) {
        if let Some(connection) = self.connection.take() {
            // The file is suspect: the log must not be copied into it on the way out.
            let _ = connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        }
    }

    /// True after a failed write: nothing more is saved until the vault is opened again.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.connection.is_none()
    }
}

fn transact<T>(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let done = work(&transaction)?;
    transaction.commit()?;
    Ok(done)
}

#[cfg(test)]
mod tests;
