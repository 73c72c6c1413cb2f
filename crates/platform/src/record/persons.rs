//! Persons that come with cases, and who turns out to be the same.

use crate::Error;
use crate::judge::Bench;
use domain::person::same_person;
use domain::{Person, PersonId, PersonOf};

impl Bench<'_> {
    /// Keeps a new person. When somebody known is the same (`rules.md`, `join_persons`), it says so: the
    /// records stay two, so that the joining can be taken back.
    pub(super) fn keep_person(&self, person: &PersonOf) -> Result<(), Error> {
        let PersonOf::New { record } = person else { return Ok(()) };
        let joined_to = self.known_as(record)?;
        self.tx.put_person(self.agency, record, joined_to)
    }

    fn known_as(&self, record: &Person) -> Result<Option<PersonId>, Error> {
        for identifier in &record.identifiers {
            let others = self.tx.persons_of(self.agency, identifier.kind, &identifier.value)?;
            let same = others.iter().find(|it| it.id != record.id && same_person(it, record));
            if let Some(same) = same {
                return Ok(Some(same.id));
            }
        }
        Ok(None)
    }
}
