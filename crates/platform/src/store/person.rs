//! Persons and the identifiers that lead to them.

use super::Tx;
use super::case_state::word;
use crate::Error;
use domain::{AgencyId, IdentifierKind, Person, PersonId};
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

    /// Writes a person and the identifiers that lead to them.
    pub(crate) fn put_person(
        self,
        agency: &AgencyId,
        person: &Person,
        joined_to: Option<PersonId>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/person/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":person": person.id.0.as_bytes(),
                ":joined_to": joined_to.as_ref().map(|it| it.0.as_bytes()),
                ":body": serde_json::to_string(person)?,
            },
        )?;
        for identifier in &person.identifiers {
            self.run(
                include_str!("../../sql/identifier/put.sql"),
                named_params! {
                    ":agency": agency.as_str(),
                    ":kind": word(&identifier.kind)?,
                    ":value": identifier.value,
                    ":person": person.id.0.as_bytes(),
                },
            )?;
        }
        Ok(())
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
