//! Persons that come with cases, what changes about them, and who turns out to be the same.

use crate::judge::Bench;
use crate::store::What;
use crate::{App, Error};
use chrono::{DateTime, Utc};
use domain::person::{fits_several, same_person};
use domain::{
    Actor, AgencyId, CaseId, Event, Identifier, IdentifierKind, OpId, Person, PersonId, PersonOf,
    Recorded,
};
use serde::{Deserialize, Serialize};

/// What changed about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum PersonChange {
    /// The first case of theirs came.
    Created {
        /// With these.
        identifiers: Vec<Identifier>,
    },
    /// An import knew more of them.
    Learned {
        /// Identifiers that they never had here.
        added: Vec<Identifier>,
    },
    /// Staff corrected the ways to reach them.
    Corrected {
        /// Theirs since this.
        added: Vec<Identifier>,
        /// Theirs until this.
        ended: Vec<Identifier>,
        /// How staff know.
        because: String,
    },
    /// They turned out to be the person of another record; both records stay.
    Joined {
        /// The other record.
        to: PersonId,
    },
    /// They are not the person of the other record any more.
    Parted {
        /// The other record.
        from: PersonId,
    },
}

/// A change with who made it and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonChanged {
    /// The action behind it.
    pub op: OpId,
    /// When it was judged.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// What.
    pub change: PersonChange,
}

impl App {
    /// Everybody with an identifier, whether it is still theirs or not.
    pub(crate) fn persons_of(
        &self,
        agency: &AgencyId,
        kind: IdentifierKind,
        value: &str,
    ) -> Result<Vec<Person>, Error> {
        self.store.read(|tx| tx.persons_of(agency, kind, value))
    }

    /// The cases of a person.
    pub(crate) fn cases_of_person(
        &self,
        agency: &AgencyId,
        person: PersonId,
    ) -> Result<Vec<CaseId>, Error> {
        self.store.read(|tx| tx.cases_of_person(agency, person))
    }

    /// The history of a person, oldest first.
    pub fn person_history(
        &self,
        agency: &AgencyId,
        person: PersonId,
    ) -> Result<Vec<PersonChanged>, Error> {
        self.store.read(|tx| tx.person_events(agency, person))
    }
}

impl Bench<'_> {
    /// Keeps the person of a new case. One who is known already only learns what an import knows
    /// besides: nothing is written over, and only the platform's own writers get here (`Bench::refuse_person`).
    pub(super) fn keep_person(&mut self, person: &PersonOf, cause: &Recorded) -> Result<(), Error> {
        let PersonOf::New { record } = person else { return Ok(()) };
        let Some(mut known) = self.tx.person(self.agency, record.id)? else {
            self.tx.insert_person(self.agency, record)?;
            let change = PersonChange::Created { identifiers: record.identifiers.clone() };
            return self.person_changed(record, &record.identifiers, cause, &change);
        };
        let added = known.learn(record);
        if added.is_empty() {
            return Ok(());
        }
        self.tx.update_person(self.agency, &known)?;
        let change = PersonChange::Learned { added: added.clone() };
        self.person_changed(&known, &added, cause, &change)?;
        self.tell_person(known.id)
    }

    /// Takes a correction in and tells everybody who sees a case of that person.
    pub(super) fn correct_person(&mut self, cause: &Recorded) -> Result<(), Error> {
        let Event::PersonCorrected { person, added, ended, because } = &cause.event else {
            return Ok(());
        };
        let known = self.tx.person(self.agency, *person)?;
        let mut known = known.ok_or(Error::Broken("a correction of nobody"))?;
        known.correct(&cause.event);
        self.tx.update_person(self.agency, &known)?;
        let (added, ended) = (added.clone(), ended.clone());
        let change =
            PersonChange::Corrected { added: added.clone(), ended, because: because.clone() };
        self.person_changed(&known, &added, cause, &change)?;
        self.tell_person(known.id)
    }

    fn person_changed(
        &self,
        person: &Person,
        added: &[Identifier],
        cause: &Recorded,
        change: &PersonChange,
    ) -> Result<(), Error> {
        let added_by = match change {
            PersonChange::Corrected { .. } => cause.actor.staff(),
            PersonChange::Created { .. }
            | PersonChange::Learned { .. }
            | PersonChange::Joined { .. }
            | PersonChange::Parted { .. } => None,
        };
        for identifier in added {
            self.tx.put_identifier(self.agency, person.id, identifier, added_by)?;
        }
        self.tx.insert_person_event(self.agency, person.id, cause, change)?;
        self.join(person, cause)
    }

    /// When somebody known is the same (`rules.md`, `join_persons`), the record says so. The records
    /// stay two, so that they part again when they are no longer the same.
    fn join(&self, person: &Person, cause: &Recorded) -> Result<(), Error> {
        self.join_one(person, cause)?;
        // Somebody without a national id who fits this one may fit two persons now.
        for other in self.alike(person)? {
            let others = self.alike(&other)?;
            if !fits_several(&other, others.iter()) {
                continue;
            }
            for record in others.iter().chain([&other]).filter(|it| it.id != person.id) {
                self.join_one(record, cause)?;
            }
        }
        Ok(())
    }

    fn join_one(&self, person: &Person, cause: &Recorded) -> Result<(), Error> {
        let before = self.tx.joined_to(self.agency, person.id)?;
        let candidates = self.candidates(person)?;
        if before.is_some_and(|before| candidates.iter().any(|it| it.id == before)) {
            return Ok(());
        }
        let mut now = None;
        for other in &candidates {
            // Two records never stand for each other.
            if self.tx.joined_to(self.agency, other.id)? != Some(person.id) {
                now = Some(other.id);
                break;
            }
        }
        if now == before {
            return Ok(());
        }
        self.tx.join_person(self.agency, person.id, now)?;
        let parted = before.map(|from| PersonChange::Parted { from });
        for change in parted.into_iter().chain(now.map(|to| PersonChange::Joined { to })) {
            self.tx.insert_person_event(self.agency, person.id, cause, &change)?;
        }
        Ok(())
    }

    /// The records of which a record may be one: the same person, and neither of the two fits several
    /// persons with different national ids.
    fn candidates(&self, record: &Person) -> Result<Vec<Person>, Error> {
        let alike = self.alike(record)?;
        if fits_several(record, alike.iter()) {
            return Ok(Vec::new());
        }
        let mut candidates = Vec::with_capacity(alike.len());
        for other in alike {
            if !fits_several(&other, self.alike(&other)?.iter()) {
                candidates.push(other);
            }
        }
        Ok(candidates)
    }

    /// Every other record that is the same person as a record.
    fn alike(&self, record: &Person) -> Result<Vec<Person>, Error> {
        let mut alike: Vec<Person> = Vec::new();
        for identifier in &record.identifiers {
            let others = self.tx.persons_of(self.agency, identifier.kind, &identifier.value)?;
            for other in others {
                let is_new = other.id != record.id && alike.iter().all(|it| it.id != other.id);
                if is_new && same_person(&other, record) {
                    alike.push(other);
                }
            }
        }
        Ok(alike)
    }

    /// Tells the readers of every case of a person that the person changed, one change for each case.
    fn tell_person(&mut self, person: PersonId) -> Result<(), Error> {
        for case in self.tx.cases_of_person(self.agency, person)? {
            self.head.change += 1;
            for key in self.tx.scope_of(self.agency, case)? {
                self.tell(&key, case, What::Person, None)?;
            }
            let state = self.tx.case(self.agency, case)?;
            self.change_stub(case, state.as_ref())?;
        }
        // What follows is a change of its own.
        self.head.change += 1;
        Ok(())
    }
}
