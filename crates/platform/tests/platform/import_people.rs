//! Who is one person in a sheet, and who only seems to be.

#![allow(clippy::unwrap_used)]

use crate::import_sheets::{Office, row, sheet};
use domain::{CaseId, IdentifierKind, Person};
use platform::PersonChange;
use platform::import::ImportReport;
use std::collections::BTreeMap;

/// The key, the name, the phone and the national id of a row.
type Caller = [&'static str; 4];

fn callers(rows: &[Caller]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|[key, name, phone, id]| {
            let mut row = row(key, "14/03/2025", "ماء");
            for (at, cell) in [(7, name), (8, phone), (9, id)] {
                (*cell).clone_into(&mut row[at]);
            }
            row
        })
        .collect();
    sheet(&rows)
}

impl Office {
    /// The person of each row, as other records know them, by the row's key.
    fn known(&self) -> BTreeMap<String, Person> {
        let imported = |case: CaseId| {
            let events = self.app.case_events(&self.agency, case).unwrap();
            events.iter().find_map(|it| {
                let domain::Event::CaseImported { import, .. } = &it.event else { return None };
                Some(import.source_key.clone())
            })
        };
        let cases = self.cases().into_iter();
        cases
            .filter_map(|it| {
                let person = self.app.person(&self.agency, it.person?).unwrap()?;
                Some((imported(it.id)?, person))
            })
            .collect()
    }

    /// The records that are one with another record.
    fn joined(&self) -> usize {
        let is_joined = |it: &&Person| {
            let history = self.app.person_history(&self.agency, it.id).unwrap();
            let last = history.iter().rev().find(|it| {
                let change = &it.change;
                matches!(change, PersonChange::Joined { .. } | PersonChange::Parted { .. })
            });
            last.is_some_and(|it| matches!(it.change, PersonChange::Joined { .. }))
        };
        self.persons().iter().filter(is_joined).count()
    }
}

fn remarks(report: &ImportReport) -> Vec<(u64, &str)> {
    report.remarks.iter().map(|it| (it.line, it.remark.code())).collect()
}

#[test]
fn an_id_with_a_wrong_check_digit_or_filler_digits_identifies_nobody() {
    let ids = [
        "1111111112",
        "1000000001",
        "1122334455",
        "1234512345",
        "1234567891",
        "1234567899",
        "1010101010",
        "1023456789",
    ];
    for id in ids {
        let office = Office::new();
        let text = callers(&[["S1", "هدى", "", id], ["S2", "ريم", "", id]]);
        let report = office.bring(text.as_bytes());
        assert_eq!((report.entered, report.remarks.len()), (2, 2), "{id}");
        assert_eq!(office.persons().len(), 2, "{id}");
        assert!(office.persons().iter().all(|it| it.identifiers.is_empty()), "{id}");
    }
}

#[test]
fn one_id_with_another_name_and_another_phone_is_left_out_with_the_key_of_the_first() {
    let office = Office::new();
    let id = "1098765439";
    let rows = [
        ["S1", "فهد خالد", "0501111101", id],
        ["S2", "نورة ماجد", "0501111102", id],
        ["S3", "فهد بن خالد", "0501111103", id],
    ];
    let report = office.bring(callers(&rows).as_bytes());
    assert_eq!(report.entered, 3);
    assert_eq!(remarks(&report), [(3, "id-of-another")]);
    assert!(format!("{:?}", report.remarks[0]).contains("\"S1\""));
    let known = office.known();
    assert_eq!(known["S1"].id, known["S3"].id);
    assert_eq!(known["S2"].name, "نورة ماجد");
    assert_eq!(known["S2"].current(IdentifierKind::Phone), Some("+966501111102"));
    assert_eq!(known["S2"].current(IdentifierKind::NationalId), None);
    // A later file is compared with what entered before, and the same file again adds nothing.
    let later = callers(&[["T1", "منى ليلى", "0501111109", id]]);
    assert_eq!(remarks(&office.bring(later.as_bytes())), [(2, "id-of-another")]);
    let again = office.bring(callers(&rows).as_bytes());
    assert_eq!((again.there_already, again.refused), (3, 0));
}

#[test]
fn one_name_and_phone_before_two_ids_joins_neither_of_the_two_persons() {
    let (a, b) = ("1098765439", "1023456781");
    let with = |key, id| [key, "محمد علي", "0501111101", id];
    let orders = [
        [with("S1", ""), with("S2", a), with("S3", b)],
        [with("S2", a), with("S1", ""), with("S3", b)],
        [with("S2", a), with("S3", b), with("S1", "")],
    ];
    for rows in orders {
        let office = Office::new();
        let report = office.bring(callers(&rows).as_bytes());
        assert_eq!((report.entered, office.persons().len(), office.joined()), (3, 3, 0));
        let line = rows.iter().position(|it| it[0] == "S1").unwrap() as u64 + 2;
        assert_eq!(remarks(&report), [(line, "several-persons")]);
        let again = office.bring(callers(&rows).as_bytes());
        assert_eq!((again.there_already, again.refused), (3, 0));
    }
}

#[test]
fn a_second_id_in_a_later_file_parts_what_the_first_file_joined() {
    let office = Office::new();
    let with = |key, id| [key, "محمد علي", "0501111101", id];
    office.bring(callers(&[with("S1", ""), with("S2", "1098765439")]).as_bytes());
    assert_eq!(office.joined(), 1);
    office.bring(callers(&[with("S3", "1023456781")]).as_bytes());
    assert_eq!((office.persons().len(), office.joined()), (3, 0));
}

#[test]
fn a_filler_phone_joins_nobody_and_gets_no_letter() {
    for phone in ["0500000000", "0555555555", "0512345678"] {
        let office = Office::new();
        let rows = [["S1", "محمد", phone, ""], ["S2", "محمد", phone, ""], ["S3", "", phone, ""]];
        let report = office.bring(callers(&rows).as_bytes());
        assert_eq!((report.entered, report.without_person), (3, 1), "{phone}");
        assert_eq!((office.persons().len(), report.letters.len()), (2, 0), "{phone}");
        assert_eq!(remarks(&report), [2, 3, 4].map(|line| (line, "filler-phone")));
    }
}

#[test]
fn one_phone_in_one_way_or_another_needs_no_remark() {
    let office = Office::new();
    let phones = [
        "050 111 2233",
        "050-111-2233",
        "+966 50 111 2233",
        "(050) 1112233",
        "\u{202A}0501112233\u{202C}",
    ];
    for (n, phone) in phones.iter().enumerate() {
        let mut row = row(&n.to_string(), "14/03/2025", "ماء");
        row[8] = (*phone).to_owned();
        let report = office.bring(sheet(&[row]).as_bytes());
        assert_eq!((report.entered, report.remarks), (1, Vec::new()), "{phone}");
    }
    assert!(
        office
            .persons()
            .iter()
            .all(|it| it.current(IdentifierKind::Phone) == Some("+966501112233"))
    );
}
