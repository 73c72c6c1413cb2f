//! What was granted: by somebody today, and on cases like this one before.

use super::{Cache, Row};
use crate::StoreError;
use crate::sqlite::{instant, us};
use chrono::{DateTime, Utc};
use domain::{CategoryId, RemedyId, SpentToday, StaffId};
use rusqlite::named_params;

/// The same remedy on the same category before.
#[derive(Clone, Debug, PartialEq)]
pub struct Precedent {
    /// On which case; it ended as confirmed when the person agreed.
    pub row: Row,
    /// When.
    pub granted_at: DateTime<Utc>,
    /// How much, in minor units of the agency's currency.
    pub amount_minor: Option<i64>,
}

impl Cache {
    /// What somebody granted since an instant on cases in sight, the overlay included, in minor units.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn spent_since(
        &self,
        staff: &StaffId,
        since: DateTime<Utc>,
    ) -> Result<SpentToday, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/grants/spent"))?;
        let params = named_params! {":staff": staff.as_str(), ":since_us": us(since)};
        let rows = statement.query_map(params, |row| {
            let remedy: String = row.get("remedy")?;
            Ok((RemedyId::new(remedy), row.get("minor")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Grants of the same remedy on the same category that the reader may see, newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn precedents(
        &self,
        remedy: &RemedyId,
        category: &CategoryId,
        limit: u32,
        now: DateTime<Utc>,
    ) -> Result<Vec<Precedent>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/grants/precedents"))?;
        let mut rows = statement.query(named_params! {
            ":remedy": remedy.as_str(), ":category": category.as_str(), ":limit": limit,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (granted_at, amount_minor) =
                (instant(row, "granted_us")?, row.get("amount_minor")?);
            let row = Row::from_row(row)?;
            if self.sees(&row, now) {
                found.push(Precedent { row, granted_at, amount_minor });
            }
        }
        Ok(found)
    }
}
