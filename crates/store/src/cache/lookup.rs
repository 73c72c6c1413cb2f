//! From six digits of a phone or a national id, or six characters of a reference, to persons and
//! their cases (R01).

use super::lookup_keys::{self, compact};
use super::{Cache, Row, StubLine, persons, stubs};
use crate::StoreError;
use chrono::{DateTime, Utc};
use domain::Person;
use rusqlite::{Params, named_params};

/// Fewest digits or characters that are looked up.
pub const LOOKUP_CHARS_MIN: usize = lookup_keys::DIGITS_MIN;
/// Persons and stubs that a look-up lists; with that many more digits are needed anyway.
const FOUND_MAX: u32 = 20;
/// Above every character of a reference.
const BEHIND: char = '~';

/// What a look-up leads to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Persons with their cases, open ones first.
    pub persons: Vec<(Person, Vec<Row>)>,
    /// Cases by their reference.
    pub cases: Vec<Row>,
    /// Cases out of reach.
    pub stubs: Vec<StubLine>,
    /// There was more than is listed.
    pub more: bool,
}

impl Cache {
    /// Looks up digits anywhere in a phone or national id, or the beginning of a reference with or
    /// without the agency's letters. Less than six characters lead nowhere. Cases that the reader
    /// may not see are left out; those here in whole are not repeated as stubs.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn lookup(&self, typed: &str, now: DateTime<Utc>) -> Result<Found, StoreError> {
        let mut found = Found::default();
        if let Some((from, until)) = lookup_keys::typed_range(typed)
            && !typed.chars().any(char::is_alphabetic)
        {
            self.by_number(from, until, now, &mut found)?;
        }
        if found.persons.is_empty() && found.stubs.is_empty() {
            self.by_reference(typed, now, &mut found)?;
        }
        Ok(found)
    }

    fn by_number(
        &self,
        from: i64,
        until: i64,
        now: DateTime<Utc>,
        found: &mut Found,
    ) -> Result<(), StoreError> {
        let range = named_params! {":from": from, ":until": until, ":limit": FOUND_MAX + 1};
        let persons = self.numbers(sql!("cache/person_keys/find"), range)?;
        found.more |= persons.len() > FOUND_MAX as usize;
        for num in persons.into_iter().take(FOUND_MAX as usize) {
            let Some(person) = persons::by_num(&self.connection, num)? else { continue };
            let mut cases = persons::cases_of(&self.connection, num)?;
            cases.retain(|it| self.sees(it, now));
            if !cases.is_empty() {
                found.persons.push((person, cases));
            }
        }
        let range = named_params! {":from": from, ":until": until, ":limit": FOUND_MAX + 1};
        let stubs = self.numbers(sql!("cache/stub_keys/find"), range)?;
        self.add_stubs(stubs, found)
    }

    fn by_reference(
        &self,
        typed: &str,
        now: DateTime<Utc>,
        found: &mut Found,
    ) -> Result<(), StoreError> {
        let typed = compact(typed);
        if typed.len() < LOOKUP_CHARS_MIN {
            return Ok(());
        }
        let prefix = self.book.as_ref().map_or("", |it| it.reference_prefix.as_str());
        for from in [typed.clone(), compact(&format!("{prefix}{typed}"))] {
            let until = format!("{from}{BEHIND}");
            let range = named_params! {":from": from, ":until": until, ":limit": FOUND_MAX};
            let mut statement = self.connection.prepare_cached(sql!("cache/cases/by_reference"))?;
            let mut rows = statement.query(range)?;
            while let Some(row) = rows.next()? {
                let row = Row::from_row(row)?;
                if self.sees(&row, now) && !found.cases.contains(&row) {
                    found.cases.push(row);
                }
            }
            let stubs = self.numbers(sql!("cache/stubs/by_reference"), range)?;
            self.add_stubs(stubs, found)?;
        }
        Ok(())
    }

    fn add_stubs(&self, nums: Vec<i64>, found: &mut Found) -> Result<(), StoreError> {
        found.more |= nums.len() > FOUND_MAX as usize;
        for num in nums.into_iter().take(FOUND_MAX as usize) {
            let Some(stub) = stubs::by_num(&self.connection, num)? else { continue };
            if !self.holds(stub.case)? && !found.stubs.contains(&stub) {
                found.stubs.push(stub);
            }
        }
        Ok(())
    }

    fn numbers(
        &self,
        statement: &'static str,
        params: impl Params,
    ) -> Result<Vec<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(statement)?;
        let rows = statement.query_map(params, |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
