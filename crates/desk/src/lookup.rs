//! The phone first: from six digits to the person and their open cases (R01).

use crate::show::{self, Reader};
use crate::view::{LookupView, PersonCard};
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::CaseId;
use domain::phone::parse_phone;
use domain::text::fold_digits;
use store::Found;

impl Desk {
    /// Looks up a phone, a national id or a reference, in any digits. Cases out of reach are rows
    /// without words.
    pub fn lookup(&self, text: &str) -> Result<LookupView, DeskError> {
        let (book, now) = (self.book()?, self.now());
        let reader = Reader { book: &book, me: &self.staff, now };
        let found = self.found(text, now)?;
        let persons = found.persons.into_iter().map(|(person, rows)| PersonCard {
            person: show::person(&person),
            cases: self.shown(&book, rows),
        });
        let mut cases = self.shown(&book, found.cases);
        cases.extend(found.stubs.iter().map(|it| show::stub_row(reader, it)));
        Ok(LookupView {
            persons: persons.collect(),
            cases,
            phone: parse_phone(text, &book.region).ok().map(|it| it.e164().to_owned()),
            more_at_platform: found.more,
        })
    }

    /// The id of a case on this device, by its id or its whole reference; none when it is not here.
    pub fn case_named(&self, named: &str) -> Result<Option<String>, DeskError> {
        if named.parse::<CaseId>().is_ok() {
            return Ok(Some(named.to_owned()));
        }
        let found = self.cache.lookup(named, self.now())?;
        let case = found.cases.iter().find(|it| it.line.reference.to_string() == named);
        Ok(case.map(|it| it.line.id.to_string()))
    }

    /// As it stands, then without the zeros that are dialled inside a country or before its code.
    fn found(&self, text: &str, now: DateTime<Utc>) -> Result<Found, DeskError> {
        let found = self.cache.lookup(text, now)?;
        let typed = fold_digits(text);
        let number = typed.trim_start().trim_start_matches('0');
        let is_known =
            !(found.persons.is_empty() && found.cases.is_empty() && found.stubs.is_empty());
        if is_known || number.len() == typed.trim_start().len() {
            return Ok(found);
        }
        Ok(self.cache.lookup(number, now)?)
    }
}
