//! The queue: rows in the order of their stored instants, each filter on an index of its own.

use super::{Cache, Row};
use crate::StoreError;
use crate::sqlite::us;
use chrono::{DateTime, Utc};
use domain::reading::{Reader, Sight, may_see};
use domain::{StaffId, UnitId};
use rusqlite::{OptionalExtension, Params, Statement, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueFilter {
    /// The reader's own, not answered.
    Mine,
    /// Nobody's, of the units.
    Unowned,
    /// All of the units that are not answered.
    Unit,
    /// The reader's own whose nearest date is over.
    Overdue,
    /// The reader's own that wait for the person's word.
    Answered,
    /// The reader's own with a message that did not reach the person, and those of the units that
    /// nobody owns.
    Returned,
    /// Closed ones of the units, newest first.
    Closed,
}

/// A page of the queue.
#[derive(Clone, Debug)]
pub struct QueueQuery {
    /// Which rows.
    pub filter: QueueFilter,
    /// The units that count for filters by unit.
    pub units: Vec<UnitId>,
    /// For what is overdue, and for the rule of reading.
    pub now: DateTime<Utc>,
    /// From which row.
    pub offset: u32,
    /// How many rows.
    pub limit: u32,
}

/// How many rows stand behind each filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The reader's own, not answered.
    pub mine: u32,
    /// Nobody's, of the units.
    pub unowned: u32,
    /// All of the units that are not answered.
    pub unit: u32,
    /// The reader's own whose nearest date is over.
    pub overdue: u32,
    /// The reader's own that wait for the person's word.
    pub answered: u32,
    /// With a message that did not reach the person.
    pub returned: u32,
    /// Closed ones of the units.
    pub closed: u32,
}

/// Place of a row: band, instant, number.
type Place = (i64, i64, i64);

impl Cache {
    /// A page of the queue in its order: the manager's band, then the earlier instant. The work is
    /// that of one page, however many cases there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn queue(&self, query: &QueueQuery) -> Result<Vec<Row>, StoreError> {
        // One view of the file for all of them: each statement alone would begin and end its own.
        let _view = self.connection.unchecked_transaction()?;
        let mut places = self.places(query)?;
        places.sort_unstable();
        let page = places.into_iter().skip(query.offset as usize).take(query.limit as usize);
        let mut statement = self.connection.prepare_cached(sql!("cache/cases/by_num"))?;
        let mut rows = Vec::new();
        for (_, _, num) in page {
            let row = row_of(&mut statement, num)?;
            rows.extend(row.filter(|it| self.sees(it, query.now)));
        }
        Ok(rows)
    }

    /// How many rows stand behind each filter.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn counts(&self, units: &[UnitId], now: DateTime<Utc>) -> Result<Counts, StoreError> {
        let owner = self.reader.as_str();
        let of_owner = |from: i64, until: i64| {
            let params = named_params! {":owner": owner, ":from": from, ":until": until};
            self.count(sql!("cache/tallies/of_owner"), params)
        };
        let mut counts = Counts {
            mine: of_owner(0, 1)?,
            answered: of_owner(2, 2)?,
            overdue: self.count(
                sql!("cache/cases/count_overdue"),
                named_params! {":owner": owner, ":now_us": us(now)},
            )?,
            returned: self
                .count(sql!("cache/cases/count_returned"), named_params! {":owner": owner})?,
            ..Counts::default()
        };
        for unit in units.iter().collect::<BTreeSet<_>>() {
            let unit = unit.as_str();
            let of_unit = |from: i64, until: i64| {
                let params = named_params! {":unit": unit, ":from": from, ":until": until};
                self.count(sql!("cache/tallies/of_unit"), params)
            };
            counts.unowned +=
                self.count(sql!("cache/tallies/unowned"), named_params! {":unit": unit})?;
            counts.returned += self
                .count(sql!("cache/cases/count_returned_unowned"), named_params! {":unit": unit})?;
            counts.unit += of_unit(0, 1)?;
            counts.closed += of_unit(3, 3)?;
        }
        Ok(counts)
    }

    /// Open cases per owner, as far as they are in sight.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn loads(&self) -> Result<BTreeMap<StaffId, u32>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/tallies/loads"))?;
        let rows = statement.query_map([], |row| {
            let owner: String = row.get("owner")?;
            Ok((StaffId::new(owner), row.get("n")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Open cases of somebody, as far as they are in sight.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn load_of(&self, staff: &StaffId) -> Result<u32, StoreError> {
        let params = named_params! {":owner": staff.as_str(), ":from": 0, ":until": 1};
        self.count(sql!("cache/tallies/of_owner"), params)
    }

    /// Whether the reader may see the whole of it now. What they act on is theirs until the platform
    /// has spoken, even a case they opened for another unit.
    pub(super) fn sees(&self, row: &Row, now: DateTime<Utc>) -> bool {
        let is_accused = row.line.accused.as_ref() == Some(&self.reader);
        let Some(book) = &self.book else { return !is_accused };
        let reader = Reader::Staff { staff: self.reader.clone() };
        (row.pending > 0 && !is_accused)
            || may_see(&reader, &row.line.facts(), book, now) == Sight::Whole
    }

    /// A row by the case's number.
    pub(super) fn row(&self, num: i64) -> Result<Option<Row>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql!("cache/cases/by_num"))?;
        row_of(&mut statement, num)
    }

    fn places(&self, query: &QueueQuery) -> Result<Vec<Place>, StoreError> {
        let owner = self.reader.as_str();
        let limit = i64::from(query.offset) + i64::from(query.limit);
        let mine = named_params! {":owner": owner, ":limit": limit};
        match query.filter {
            QueueFilter::Mine => self.list(sql!("cache/cases/mine"), mine),
            QueueFilter::Answered => self.list(sql!("cache/cases/answered"), mine),
            QueueFilter::Overdue => self.list(
                sql!("cache/cases/overdue"),
                named_params! {":owner": owner, ":now_us": us(query.now), ":limit": limit},
            ),
            QueueFilter::Returned => {
                let mut places = self.list(sql!("cache/cases/returned"), mine)?;
                places.extend(self.of_units(sql!("cache/cases/returned_unowned"), query, limit)?);
                Ok(places)
            }
            QueueFilter::Unowned => self.of_units(sql!("cache/cases/unowned"), query, limit),
            QueueFilter::Unit => self.of_units(sql!("cache/cases/unit"), query, limit),
            QueueFilter::Closed => self.of_units(sql!("cache/cases/closed"), query, limit),
        }
    }

    /// Each unit's page is on its index; the pages of several units are merged here.
    fn of_units(
        &self,
        statement: &'static str,
        query: &QueueQuery,
        limit: i64,
    ) -> Result<Vec<Place>, StoreError> {
        let mut places = Vec::new();
        for unit in query.units.iter().collect::<BTreeSet<_>>() {
            let params = named_params! {":unit": unit.as_str(), ":limit": limit};
            places.extend(self.list(statement, params)?);
        }
        Ok(places)
    }

    fn list(&self, statement: &'static str, params: impl Params) -> Result<Vec<Place>, StoreError> {
        let mut statement = self.connection.prepare_cached(statement)?;
        let rows = statement.query_map(params, |row| {
            Ok((row.get("band")?, row.get("rank_us")?, row.get("num")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn count(&self, statement: &'static str, params: impl Params) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(statement)?;
        Ok(statement.query_row(params, |row| row.get(0))?)
    }
}

fn row_of(by_num: &mut Statement<'_>, num: i64) -> Result<Option<Row>, StoreError> {
    by_num
        .query_row(named_params! {":num": num}, |row| Ok(Row::from_row(row)))
        .optional()?
        .transpose()
}
