//! What was granted by whom, for limits per day.

use super::Tx;
use super::row::ms;
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, GrantId, RemedyId, SpentToday, StaffId};
use rusqlite::named_params;

impl Tx<'_> {
    /// Counts a grant against its giver's day.
    pub(crate) fn insert_spent(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        at: DateTime<Utc>,
        grant: GrantId,
        remedy: &RemedyId,
        minor: i64,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/spent/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":at": ms(at),
                ":op": grant.op.0.as_bytes(),
                ":n": grant.n,
                ":remedy": remedy.as_str(),
                ":minor": minor,
            },
        )?;
        Ok(())
    }

    /// A grant was taken back before it left the house.
    pub(crate) fn take_back_spent(self, agency: &AgencyId, op: domain::OpId) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/spent/take_back.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
        )?;
        Ok(())
    }

    /// What somebody granted since an instant, per remedy, in minor units.
    pub(crate) fn spent_since(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        since: DateTime<Utc>,
    ) -> Result<SpentToday, Error> {
        let rows = self.all(
            include_str!("../../sql/spent/since.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":since": ms(since),
            },
            |row| Ok((RemedyId::new(row.get::<_, String>(0)?), row.get(1)?)),
        )?;
        Ok(rows.into_iter().collect())
    }
}
