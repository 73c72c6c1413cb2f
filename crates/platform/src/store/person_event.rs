//! The history of persons.

use super::Tx;
use super::row::{instant, ms, uuid};
use crate::Error;
use crate::record::{PersonChange, PersonChanged};
use domain::{AgencyId, OpId, PersonId, Recorded};
use rusqlite::named_params;

impl Tx<'_> {
    /// Writes down what an event changed about a person.
    pub(crate) fn insert_person_event(
        self,
        agency: &AgencyId,
        person: PersonId,
        cause: &Recorded,
        change: &PersonChange,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/person_event/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":person": person.0.as_bytes(),
                ":op": cause.op.0.as_bytes(),
                ":at": ms(cause.at),
                ":actor": serde_json::to_string(&cause.actor)?,
                ":change": serde_json::to_string(change)?,
            },
        )?;
        Ok(())
    }

    /// Everything that changed about a person, oldest first.
    pub(crate) fn person_events(
        self,
        agency: &AgencyId,
        person: PersonId,
    ) -> Result<Vec<PersonChanged>, Error> {
        self.all(
            include_str!("../../sql/person_event/of_person.sql"),
            named_params! { ":agency": agency.as_str(), ":person": person.0.as_bytes() },
            |row| {
                Ok(PersonChanged {
                    op: OpId(uuid(row, 0)?),
                    at: instant(row, 1)?,
                    actor: serde_json::from_str(&row.get::<_, String>(2)?)?,
                    change: serde_json::from_str(&row.get::<_, String>(3)?)?,
                })
            },
        )
    }
}
