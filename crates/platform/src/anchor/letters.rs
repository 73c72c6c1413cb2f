//! The second ledger of letters: which were handed to a provider, whatever became of the database. A
//! letter is named by its action, its place, and the times that somebody sent it again, which stay the same
//! when a device offers the action again.

use crate::Error;
use crate::sender::Delivery;
use domain::{AgencyId, LetterId};
use protocol::Hash;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What is known of a letter that was handed over, or may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// The call to the provider began; nobody knows how it ended.
    Attempting,
    /// The provider has it.
    HandedOver,
    /// The provider may have it.
    Uncertain,
    /// The provider has it not: it may be tried again.
    Failed,
}

const STATES: [(Sent, &str); 4] = [
    (Sent::Attempting, "attempting"),
    (Sent::HandedOver, "handed_over"),
    (Sent::Uncertain, "uncertain"),
    (Sent::Failed, "failed"),
];

impl Sent {
    fn word(self) -> &'static str {
        STATES.iter().find(|it| it.0 == self).map_or("attempting", |it| it.1)
    }

    /// As the ledger keeps what the sender said.
    pub(crate) fn of(delivery: Delivery) -> Self {
        match delivery {
            Delivery::HandedOver => Self::HandedOver,
            Delivery::Uncertain => Self::Uncertain,
            Delivery::Failed(_) | Delivery::Later => Self::Failed,
        }
    }

    fn read(word: &str) -> Self {
        // An unknown word is of a newer program: it counts as handed over or worse.
        STATES.iter().find(|it| it.1 == word).map_or(Self::Uncertain, |it| it.0)
    }
}

/// Keyed hashes of the code and of the word that a message carried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Carried {
    pub code: Option<Hash>,
    pub word: Option<Hash>,
}

/// An attempt of which the ledger knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub sent: Sent,
    pub carried: Carried,
}

/// The file of the ledger.
pub(super) struct Letters(Mutex<Connection>);

impl Letters {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let connection = crate::store::connect(path, None)?;
        connection.execute_batch(include_str!("../../sql/sent_letter/create.sql"))?;
        Ok(Self(Mutex::new(connection)))
    }

    pub(super) fn begin(
        &self,
        agency: &AgencyId,
        letter: LetterId,
        requeued: u32,
    ) -> Result<Option<Known>, Error> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = named_params! {
            ":agency": agency.as_str(),
            ":op": letter.op.0.as_bytes(),
            ":n": letter.n,
            ":requeued": requeued,
        };
        let known = connection
            .prepare_cached(include_str!("../../sql/sent_letter/get.sql"))?
            .query_row(key, |row| {
                let hash = |column| row.get::<_, Option<[u8; 32]>>(column);
                let carried = Carried {
                    code: hash("code_hash")?.map(Hash),
                    word: hash("word_hash")?.map(Hash),
                };
                Ok(Known { sent: Sent::read(&row.get::<_, String>("state")?), carried })
            })
            .optional()?;
        match known.map(|it| it.sent) {
            None | Some(Sent::Failed) => {
                connection
                    .prepare_cached(include_str!("../../sql/sent_letter/begin.sql"))?
                    .execute(key)?;
                Ok(None)
            }
            Some(_) => Ok(known),
        }
    }

    pub(super) fn settle(
        &self,
        agency: &AgencyId,
        letter: LetterId,
        requeued: u32,
        sent: Sent,
        carried: Carried,
    ) -> Result<(), Error> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        connection.prepare_cached(include_str!("../../sql/sent_letter/settle.sql"))?.execute(
            named_params! {
                ":agency": agency.as_str(),
                ":op": letter.op.0.as_bytes(),
                ":n": letter.n,
                ":requeued": requeued,
                ":state": sent.word(),
                ":code_hash": carried.code.map(|it| it.0),
                ":word_hash": carried.word.map(|it| it.0),
            },
        )?;
        Ok(())
    }
}
