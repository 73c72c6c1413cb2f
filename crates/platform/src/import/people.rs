//! Rows that name one person, and rows that only seem to. Two strangers under one number would read each
//! other's letters, so what is not certain stays apart and is remarked on.

use super::content;
use super::fault::{Remark, RemarkOf};
use super::ids::{person_id, row_person_id};
use super::plan::{Books, Plan};
use super::row::{MappedRow, map_row, person_of};
use super::sheet::Sheet;
use crate::{App, Error};
use chrono::{DateTime, Utc};
use domain::person::same_person;
use domain::text::name_key;
use domain::{AgencyId, IdentifierKind, Person, PersonOf};
use std::collections::{BTreeSet, HashMap};

/// Records that are kept of one national id; more differ in nothing that matters.
const RECORDS_MAX: usize = 16;

/// A phone and a name.
type PhoneAndName = (AgencyId, String, String);

/// Who has which identifier, in the whole file and in the store.
#[derive(Debug, Default)]
pub struct People {
    /// The national ids that stand beside a phone and a name, anywhere in the file.
    ids: HashMap<PhoneAndName, BTreeSet<String>>,
    /// The records with a national id, those of the store first, each with a key of theirs.
    records: HashMap<(AgencyId, String), Vec<(String, Person)>>,
}

impl People {
    /// Looks at every row of a file, because a later row may show that an earlier one is ambiguous.
    pub fn of(plan: &Plan, books: &Books, sheet: &Sheet, now: DateTime<Utc>) -> Self {
        let mut people = Self::default();
        if plan.person_national_id.is_none() || plan.person_phone.is_none() {
            return people;
        }
        for row in sheet.rows.iter().filter_map(|it| map_row(plan, books, it, now).ok()) {
            let PersonOf::New { record } = &row.import.open.person else { continue };
            let id = record.current(IdentifierKind::NationalId);
            if let (Some(id), Some(key)) = (id, phone_and_name(&row.agency, record)) {
                people.ids.entry(key).or_default().insert(id.to_owned());
            }
        }
        people
    }

    /// Decides of whom a row is. A national id of somebody else is left out of it, and a phone with a
    /// name that fits several persons joins it to none of them.
    pub fn settle(&mut self, plan: &Plan, app: &App, row: &mut MappedRow) -> Result<(), Error> {
        self.settle_id(plan, app, row)?;
        self.settle_phone(plan, app, row)
    }

    fn settle_id(&mut self, plan: &Plan, app: &App, row: &mut MappedRow) -> Result<(), Error> {
        let PersonOf::New { record } = &row.import.open.person else { return Ok(()) };
        let Some(id) = record.current(IdentifierKind::NationalId).map(str::to_owned) else {
            return Ok(());
        };
        let place = (row.agency.clone(), id.clone());
        if !self.records.contains_key(&place) {
            self.records.insert(place.clone(), stored(app, &row.agency, &id)?);
        }
        let records = self.records.entry(place).or_default();
        let own = person_id(&row.agency, &id, "");
        let has_own = records.iter().any(|(_, it)| it.id == own);
        let mut known = records.iter().filter(|(_, it)| !has_own || it.id == own).peekable();
        let first = known.peek().map(|(key, _)| key.clone());
        if known.any(|(_, it)| same_person(it, record)) || first.is_none() {
            if records.len() < RECORDS_MAX {
                records.push((row.import.source_key.clone(), record.clone()));
            }
            return Ok(());
        }
        let mut record = record.clone();
        record.identifiers.retain(|it| it.kind != IdentifierKind::NationalId);
        row.import.open.person = person_of(&row.agency, row_key(row), record);
        let key = first.unwrap_or_default();
        remark(row, plan, plan.person_national_id, RemarkOf::IdOfAnother { key });
        Ok(())
    }

    fn settle_phone(&self, plan: &Plan, app: &App, row: &mut MappedRow) -> Result<(), Error> {
        let PersonOf::New { record } = &mut row.import.open.person else { return Ok(()) };
        let key = phone_and_name(&row.agency, record);
        let (None, Some(key)) = (record.current(IdentifierKind::NationalId), key) else {
            return Ok(());
        };
        let mut ids = self.ids.get(&key).cloned().unwrap_or_default();
        for other in app.persons_of(&row.agency, IdentifierKind::Phone, &key.1)? {
            if same_person(&other, record) {
                let theirs = other.current(IdentifierKind::NationalId).map(str::to_owned);
                ids.extend(theirs);
            }
        }
        if ids.len() > 1 {
            record.id = row_person_id(&row.agency, &row.import.source, &row.import.source_key);
            remark(row, plan, plan.person_phone, RemarkOf::SeveralPersons);
        }
        Ok(())
    }
}

/// What tells a row apart in all files.
fn row_key(row: &MappedRow) -> (&str, &str) {
    (&row.import.source, &row.import.source_key)
}

fn phone_and_name(agency: &AgencyId, record: &Person) -> Option<PhoneAndName> {
    let phone = record.current(IdentifierKind::Phone)?.to_owned();
    let name = name_key(&record.name);
    (!name.is_empty()).then(|| (agency.clone(), phone, name))
}

/// The records of the store with a national id, as they ever were: a phone that was given up since
/// still tells that a row of an old file is theirs.
fn stored(app: &App, agency: &AgencyId, id: &str) -> Result<Vec<(String, Person)>, Error> {
    let persons = app.persons_of(agency, IdentifierKind::NationalId, id)?.into_iter();
    let known = persons.take(RECORDS_MAX).map(|mut person| {
        let key = case_key(app, agency, &person)?;
        for identifier in &mut person.identifiers {
            identifier.until = None;
        }
        Ok((key, person))
    });
    known.collect()
}

/// The key of a case of a person, or its reference when no file brought it.
fn case_key(app: &App, agency: &AgencyId, person: &Person) -> Result<String, Error> {
    for case in app.cases_of_person(agency, person.id)? {
        let events = app.case_events(agency, case)?;
        if let Some(import) = content::imported(&events) {
            return Ok(import.source_key.clone());
        }
        if let Some(case) = app.case(agency, case)? {
            return Ok(case.reference.to_string());
        }
    }
    Ok(person.id.to_string())
}

fn remark(row: &mut MappedRow, plan: &Plan, column: Option<usize>, remark: RemarkOf) {
    let column = column.and_then(|at| plan.header.get(at)).cloned();
    row.remarks.push(Remark { line: row.line, column, remark });
}
