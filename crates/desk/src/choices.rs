//! What the forms need to know of the agency.

use crate::show::Reader;
use crate::view::{CategoryChoice, Choice, IntakeChoices, NextDays, StaffChoice, TemplateChoice};
use crate::{Desk, DeskError};
use domain::StaffId;
use domain::book::Book;
use domain::case::CaseKind;
use std::collections::BTreeMap;

/// All kinds of case, complaints first (R11).
const KINDS: [CaseKind; 6] = [
    CaseKind::Complaint,
    CaseKind::Inquiry,
    CaseKind::Suggestion,
    CaseKind::Concern,
    CaseKind::Request,
    CaseKind::FaultReport,
];

impl Desk {
    /// Categories, units, reasons, templates, and the colleagues of the user's unit with their load.
    pub fn intake_choices(&self) -> Result<IntakeChoices, DeskError> {
        let book = self.book()?;
        let reader = Reader { book: &book, me: &self.staff, now: self.now() };
        Ok(IntakeChoices {
            categories: categories(reader),
            kinds: KINDS.to_vec(),
            units: named(book.units.iter().map(|(id, it)| (id.as_str(), &it.label))),
            no_date_reasons: named(book.no_date_reasons.iter().map(|(id, it)| (id.as_str(), it))),
            templates: templates(&book),
            staff: colleagues(reader, &self.open_load()?),
            next_days: next_days(reader),
        })
    }
}

/// The next working day of the user's unit, the third and the fifth, at this time of day within its hours.
fn next_days(reader: Reader<'_>) -> NextDays {
    let unit = reader.book.unit_of(reader.me, reader.now);
    let calendar = unit.map_or(&reader.book.calendar, |it| reader.book.calendar_of(it));
    let after = |days| calendar.add_working_days(reader.now, days).unwrap_or(reader.now);
    NextDays { first: after(1), third: after(3), fifth: after(5) }
}

fn categories(reader: Reader<'_>) -> Vec<CategoryChoice> {
    let categories = reader.book.categories.iter().map(|(id, it)| CategoryChoice {
        code: id.as_str().to_owned(),
        label: it.label.clone(),
        unit: reader.unit(&it.unit),
        vital: it.ceiling_hours.is_some(),
    });
    categories.collect()
}

fn named<'a>(labels: impl Iterator<Item = (&'a str, &'a domain::book::Labels)>) -> Vec<Choice> {
    labels.map(|(code, label)| Choice { code: code.to_owned(), label: label.clone() }).collect()
}

fn templates(book: &Book) -> Vec<TemplateChoice> {
    let templates = book.templates.iter().map(|(id, it)| TemplateChoice {
        code: id.as_str().to_owned(),
        label: it.label.clone(),
        categories: it.categories.iter().map(|it| it.as_str().to_owned()).collect(),
        text: it.text.clone(),
        example: it.example.clone(),
    });
    templates.collect()
}

/// The user's unit and those below it: whom they may give a case to or hear a complaint about.
fn colleagues(reader: Reader<'_>, load: &BTreeMap<StaffId, u32>) -> Vec<StaffChoice> {
    let Some(unit) = reader.book.unit_of(reader.me, reader.now) else { return Vec::new() };
    let mut found = Vec::new();
    for unit in reader.book.units_under(unit) {
        for staff in reader.book.staff_in_unit(unit, reader.now) {
            let who = reader.who(&staff);
            found.push(StaffChoice {
                staff: staff.as_str().to_owned(),
                name: who.name,
                post: who.post,
                unit: reader.unit(unit),
                load: load.get(&staff).copied().unwrap_or(0),
            });
        }
    }
    found
}
