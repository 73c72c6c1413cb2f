//! Persons and the identifiers that lead to them.

use super::Tx;
use super::case_state::word;
use super::row::uuid_or_none;
use crate::Error;
use domain::{AgencyId, Identifier, IdentifierKind, Person, PersonId, StaffId};
use rusqlite::{Row, named_params};

impl Tx<'_> {
    /// A person by id.
    pub(crate) fn person(
        self,
        agency: &AgencyId,
        person: PersonId,
    ) -> Result<Option<Person>, Error> {
        self.one(
            include_str!("../../sql/person/get.sql"),
            named_params! { ":agency": agency.as_str(), ":person": person.0.as_bytes() },
            read_person,
        )
    }

    /// Writes a new person. Fails when the id is taken: a row is never written over by another person.
    pub(crate) fn insert_person(self, agency: &AgencyId, person: &Person) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/person/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":person": person.id.0.as_bytes(),
                ":body": serde_json::to_string(person)?,
            },
        )?;
        Ok(())
    }

    /// Writes a known person as they are now.
    pub(crate) fn update_person(self, agency: &AgencyId, person: &Person) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/person/update.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":person": person.id.0.as_bytes(),
                ":body": serde_json::to_string(person)?,
            },
        )?;
        Ok(())
    }

    /// Whom a record turned out to be the same person as.
    pub(crate) fn joined_to(
        self,
        agency: &AgencyId,
        person: PersonId,
    ) -> Result<Option<PersonId>, Error> {
        let joined = self.one(
            include_str!("../../sql/person/joined_to.sql"),
            named_params! { ":agency": agency.as_str(), ":person": person.0.as_bytes() },
            |row| uuid_or_none(row, 0),
        )?;
        Ok(joined.flatten().map(PersonId))
    }

    /// Joins a record to another one, or parts it.
    pub(crate) fn join_person(
        self,
        agency: &AgencyId,
        person: PersonId,
        to: Option<PersonId>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/person/join.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":person": person.0.as_bytes(),
                ":joined_to": to.as_ref().map(|it| it.0.as_bytes()),
            },
        )?;
        Ok(())
    }

    /// Lets an identifier lead to a person. `added_by` names who added it to a known person.
    pub(crate) fn put_identifier(
        self,
        agency: &AgencyId,
        person: PersonId,
        identifier: &Identifier,
        added_by: Option<&StaffId>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/identifier/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":kind": word(&identifier.kind)?,
                ":value": identifier.value,
                ":person": person.0.as_bytes(),
                ":added_by": added_by.map(StaffId::as_str),
            },
        )?;
        Ok(())
    }

    /// Who added an identifier to a known person; none when it came with a case.
    pub(crate) fn identifier_added_by(
        self,
        agency: &AgencyId,
        person: PersonId,
        kind: IdentifierKind,
        value: &str,
    ) -> Result<Option<StaffId>, Error> {
        let added_by = self.one(
            include_str!("../../sql/identifier/added_by.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":kind": word(&kind)?,
                ":value": value,
                ":person": person.0.as_bytes(),
            },
            |row| Ok(row.get::<_, Option<String>>(0)?),
        )?;
        Ok(added_by.flatten().map(StaffId::new))
    }

    /// Everybody an identifier leads to, the oldest first.
    pub(crate) fn persons_of(
        self,
        agency: &AgencyId,
        kind: IdentifierKind,
        value: &str,
    ) -> Result<Vec<Person>, Error> {
        self.all(
            include_str!("../../sql/identifier/persons.sql"),
            named_params! { ":agency": agency.as_str(), ":kind": word(&kind)?, ":value": value },
            read_person,
        )
    }
}

fn read_person(row: &Row<'_>) -> Result<Person, Error> {
    Ok(serde_json::from_str(&row.get::<_, String>(0)?)?)
}
