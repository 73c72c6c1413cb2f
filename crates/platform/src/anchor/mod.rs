//! What the platform remembers outside its database, so that a database that was restored from a backup
//! is noticed and no letter leaves twice.
//!
//! The folder holds one small file an agency with the history and the last number that was given out, and
//! a ledger of every letter that was handed to a provider. It is no part of a backup. When the database is
//! behind it, the platform refuses to serve until an operator adopts the restore.

mod heads;
mod letters;

pub(crate) use letters::{Carried, Known, Sent};

use crate::Error;
use domain::{AgencyId, LetterId};
use heads::Heads;
use letters::Letters;
use std::path::Path;

/// Why a database may not be served as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// The database is older than what the anchor remembers: it was restored from a backup.
    Restored,
    /// The database has a history, and the anchor is gone: what left the platform can't be known.
    AnchorMissing,
}

/// The memory of one platform outside its database.
pub(crate) struct Anchor {
    heads: Heads,
    letters: Letters,
}

/// Where a database stands: its history, and the last number of an agency.
pub(crate) struct Stands {
    pub(crate) agency: AgencyId,
    pub(crate) seq: u64,
}

impl Anchor {
    /// Opens the folder, or makes it.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        let heads = Heads::open(folder)?;
        Ok(Self { heads, letters: Letters::open(&folder.join("letters.db"))? })
    }

    /// Compares a database with what is remembered. One that is level or ahead is remembered from now on.
    pub(crate) fn compare(&self, epoch: u64, stands: &[Stands]) -> Result<Option<Behind>, Error> {
        let has_history = stands.iter().any(|it| it.seq > 0);
        // Written by the first adoption: a folder that was only opened remembers nothing.
        if self.heads.epoch() == 0 && has_history {
            return Ok(Some(Behind::AnchorMissing));
        }
        if epoch < self.heads.epoch() {
            return Ok(Some(Behind::Restored));
        }
        for it in stands {
            let remembered = self.heads.read(&it.agency)?;
            if remembered.is_some_and(|head| (epoch, it.seq) < (head.epoch, head.seq)) {
                return Ok(Some(Behind::Restored));
            }
        }
        for agency in self.heads.agencies()? {
            // An agency with a history that the database does not know at all.
            if !stands.iter().any(|it| it.agency.as_str() == agency) {
                return Ok(Some(Behind::Restored));
            }
        }
        self.adopt(epoch, stands)?;
        Ok(None)
    }

    /// The newest history that was ever served.
    pub(crate) fn epoch(&self) -> u64 {
        self.heads.epoch()
    }

    /// From now on this is where the database stands.
    pub(crate) fn adopt(&self, epoch: u64, stands: &[Stands]) -> Result<(), Error> {
        self.heads.keep_only(stands.iter().map(|it| it.agency.as_str()))?;
        for it in stands {
            self.heads.write(&it.agency, epoch, it.seq)?;
        }
        self.heads.write_epoch(epoch)
    }

    /// Remembers the last number of an agency, after the commit that gave it out.
    pub(crate) fn note(&self, agency: &AgencyId, epoch: u64, seq: u64) -> Result<(), Error> {
        self.heads.write(agency, epoch, seq)
    }

    /// Remembers that a letter is about to be handed to a provider, on disk when this returns. Answers
    /// what is known of an earlier attempt: then it must not be handed over again.
    pub(crate) fn begin_letter(
        &self,
        agency: &AgencyId,
        letter: LetterId,
        requeued: u32,
    ) -> Result<Option<Known>, Error> {
        self.letters.begin(agency, letter, requeued)
    }

    /// Remembers what the provider said.
    pub(crate) fn settle_letter(
        &self,
        agency: &AgencyId,
        letter: LetterId,
        requeued: u32,
        sent: Sent,
        carried: Carried,
    ) -> Result<(), Error> {
        self.letters.settle(agency, letter, requeued, sent, carried)
    }
}
