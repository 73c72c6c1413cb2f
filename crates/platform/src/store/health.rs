//! What a monitor asks of the ledger of texts.

use super::Tx;
use super::row::{count, ms};
use crate::Error;
use crate::health::LetterCounts;
use chrono::{DateTime, Utc};
use domain::AgencyId;
use rusqlite::named_params;

impl Tx<'_> {
    /// How many texts should have left before `late`, or did not arrive.
    pub(crate) fn letter_counts(
        self,
        agency: &AgencyId,
        late: DateTime<Utc>,
    ) -> Result<LetterCounts, Error> {
        let found = self.one(
            include_str!("../../sql/outbox/health.sql"),
            named_params! { ":agency": agency.as_str(), ":late": ms(late) },
            |row| {
                let [late, uncertain, failed] = [count(row, 0)?, count(row, 1)?, count(row, 2)?];
                Ok(LetterCounts { late, uncertain, failed })
            },
        )?;
        found.ok_or(Error::Broken("a count without a row"))
    }
}
