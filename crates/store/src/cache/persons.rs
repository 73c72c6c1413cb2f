//! Persons of the cases in sight, found by any run of six digits of their numbers.

use super::{Cache, Row, Writer, lookup_keys};
use crate::StoreError;
use crate::sqlite::{bytes, json, parse};
use domain::case::Case;
use domain::{Event, IdentifierKind, Person, PersonId, PersonOf, Recorded};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Cases of one person that are listed; more are a matter for search.
const CASES_MAX: u32 = 500;

impl Cache {
    /// A person of a case in sight.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn person(&self, person: PersonId) -> Result<Option<Person>, StoreError> {
        Ok(by_id(&self.connection, person)?.map(|(_, it)| it))
    }

    /// Their cases: open ones first, then closed ones, each newest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn cases_of_person(&self, person: PersonId) -> Result<Vec<Row>, StoreError> {
        match by_id(&self.connection, person)? {
            Some((num, _)) => cases_of(&self.connection, num),
            None => Ok(Vec::new()),
        }
    }
}

pub(super) fn cases_of(connection: &Connection, person: i64) -> Result<Vec<Row>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/cases/of_person"))?;
    let mut rows = statement.query(named_params! {":person": person, ":limit": CASES_MAX})?;
    let mut cases = Vec::new();
    while let Some(row) = rows.next()? {
        cases.push(Row::from_row(row)?);
    }
    Ok(cases)
}

pub(super) fn by_num(connection: &Connection, num: i64) -> Result<Option<Person>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/persons/by_num"))?;
    let text: Option<String> =
        statement.query_row(named_params! {":num": num}, |row| row.get("person")).optional()?;
    text.map(|it| parse("person", &it)).transpose()
}

pub(super) fn by_id(
    connection: &Connection,
    person: PersonId,
) -> Result<Option<(i64, Person)>, StoreError> {
    let mut statement = connection.prepare_cached(sql!("cache/persons/by_id"))?;
    let found: Option<(i64, String)> = statement
        .query_row(named_params! {":id": bytes(person)}, |row| {
            Ok((row.get("num")?, row.get("person")?))
        })
        .optional()?;
    found.map(|(num, text)| Ok((num, parse("person", &text)?))).transpose()
}

impl Writer<'_> {
    /// Writes a person as they are now, and their name into the heads of their cases.
    pub(super) fn put_person(&self, person: &Person) -> Result<i64, StoreError> {
        let Some((num, before)) = by_id(self.t, person.id)? else {
            return self.insert_person(person);
        };
        if before == *person {
            return Ok(num);
        }
        self.t.prepare_cached(sql!("cache/persons/update"))?.execute(named_params! {
            ":num": num, ":name": person.name, ":person": json("person", person)?,
        })?;
        self.delete_keys(num, &before)?;
        self.insert_keys(num, person)?;
        if before.name != person.name {
            for row in cases_of(self.t, num)? {
                let Some(known) = self.known(row.line.id)? else { continue };
                let reference = row.line.reference.to_string();
                self.unindex_head(known.num, &reference, Some(&before.name))?;
                self.index_head(known.num, row.line.opened_at, &reference, Some(&person.name))?;
            }
        }
        Ok(num)
    }

    /// The row of a case's person. A person who was made on this device stands in the opening event
    /// only, until the platform sends them.
    pub(super) fn person_of(
        &self,
        case: &Case,
        events: &[Recorded],
    ) -> Result<Option<i64>, StoreError> {
        let Some(person) = case.person else { return Ok(None) };
        if let Some((num, _)) = by_id(self.t, person)? {
            return Ok(Some(num));
        }
        match events.iter().find_map(|it| opened_with(&it.event)) {
            Some(record) if record.id == person => self.put_person(record).map(Some),
            _ => Ok(None),
        }
    }

    pub(super) fn name_of(&self, person: Option<i64>) -> Result<Option<String>, StoreError> {
        let Some(num) = person else { return Ok(None) };
        Ok(by_num(self.t, num)?.map(|it| it.name))
    }

    /// Erases a person when no case of theirs is left.
    pub(super) fn forget_person(&self, num: i64) -> Result<(), StoreError> {
        let left: i64 = self
            .t
            .prepare_cached(sql!("cache/cases/count_of_person"))?
            .query_row(named_params! {":person": num}, |row| row.get(0))?;
        let Some(person) = by_num(self.t, num)?.filter(|_| left == 0) else { return Ok(()) };
        self.delete_keys(num, &person)?;
        self.t
            .prepare_cached(sql!("cache/persons/delete"))?
            .execute(named_params! {":num": num})?;
        Ok(())
    }

    fn insert_person(&self, person: &Person) -> Result<i64, StoreError> {
        self.t.prepare_cached(sql!("cache/persons/insert"))?.execute(named_params! {
            ":id": bytes(person.id), ":name": person.name, ":person": json("person", person)?,
        })?;
        let num = self.t.last_insert_rowid();
        self.insert_keys(num, person)?;
        Ok(num)
    }

    fn insert_keys(&self, num: i64, person: &Person) -> Result<(), StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/person_keys/insert"))?;
        for key in keys_of(person) {
            statement.execute(named_params! {":key": key, ":person": num})?;
        }
        Ok(())
    }

    fn delete_keys(&self, num: i64, person: &Person) -> Result<(), StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/person_keys/delete"))?;
        for key in keys_of(person) {
            statement.execute(named_params! {":key": key, ":person": num})?;
        }
        Ok(())
    }
}

/// Also of numbers that are no longer theirs: an old phone still finds them.
fn keys_of(person: &Person) -> Vec<i64> {
    let numbers = person.identifiers.iter().filter(|it| it.kind != IdentifierKind::Mail);
    numbers.flat_map(|it| lookup_keys::keys(&it.value)).collect()
}

fn opened_with(event: &Event) -> Option<&Person> {
    let open = if let Event::CaseOpened { open, .. } = event {
        open
    } else if let Event::CaseImported { import, .. } = event {
        &import.open
    } else {
        return None;
    };
    if let PersonOf::New { record } = &open.person { Some(record) } else { None }
}
