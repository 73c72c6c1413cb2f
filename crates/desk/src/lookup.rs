//! The phone first: from six digits to the person and their open cases (R01).

use crate::show::{self, Reader};
use crate::view::{LookupView, PersonCard};
use crate::{Desk, DeskError};
use domain::phone::parse_phone;

impl Desk {
    /// Looks up a phone, a national id or a reference, in any digits. Cases out of reach are rows
    /// without words.
    pub fn lookup(&self, text: &str) -> Result<LookupView, DeskError> {
        let (book, now) = (self.book()?, self.edge.now());
        let reader = Reader { book: &book, me: &self.staff, now };
        let found = self.cache.lookup(text, now)?;
        let persons = found.persons.iter().map(|(person, rows)| PersonCard {
            person: show::person(person),
            cases: self.shown(&book, rows),
        });
        let mut cases = self.shown(&book, &found.cases);
        cases.extend(found.stubs.iter().map(|it| show::stub_row(reader, it)));
        Ok(LookupView {
            persons: persons.collect(),
            cases,
            phone: parse_phone(text, &book.region).ok().map(|it| it.e164().to_owned()),
            more_at_platform: found.more,
        })
    }
}
