//! Rows of files become cases, or reasons why they do not: the two mappings that are shipped, on small
//! files of their form.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Utc};
use domain::calendar::Calendar;
use domain::case::CaseKind;
use domain::{IdentifierKind, Language, PersonOf};
use platform::import::{Books, Map, MappedRow, Misfit, Plan, RowFault, Sheet, map_row};
use platform::setup::read_book;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T06:00:00Z".parse().unwrap()
}

fn books() -> Books {
    let book = read_book(&home().join("demo")).unwrap();
    Books::from([(book.agency.clone(), book)])
}

fn mapping(name: &str) -> String {
    std::fs::read_to_string(home().join("mappings").join(name)).unwrap()
}

fn read(map: &str, file: &str) -> (Vec<MappedRow>, Vec<RowFault>) {
    let map: Map = toml::from_str(&mapping(map)).unwrap();
    let file = std::fs::File::open(home().join("tests/fixtures").join(file)).unwrap();
    let sheet = Sheet::read(file, &map).unwrap();
    let books = books();
    let plan = Plan::new(map, &sheet, &books, now()).unwrap();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for row in &sheet.rows {
        match map_row(&plan, &books, row, now()) {
            Ok(row) => rows.push(row),
            Err(found) => faults.extend(found),
        }
    }
    (rows, faults)
}

fn calendar() -> Calendar {
    books().into_values().next().unwrap().calendar
}

#[test]
fn a_row_without_person_or_words_gets_a_subject_from_the_form() {
    let (rows, _) = read("nyc311.toml", "nyc311_sample.csv");
    let first = &rows[0].import;
    assert_eq!(first.open.subject, "حيوان مهمل، 1 SAMPLE AVENUE");
    assert!(first.subject_from_form);
    assert_eq!(first.open.person, PersonOf::Unknown);
    assert_eq!(first.open.own_words, "");
    assert_eq!(first.open.category.as_str(), "animal_neglect");
    assert_eq!(first.open.unit.as_ref().unwrap().as_str(), "animal_health");
    assert_eq!(first.opened_at.to_rfc3339(), "2025-03-14T05:20:00+00:00");
    assert_eq!((first.source_line, first.closed_at), (2, None));
}

#[test]
fn a_closed_row_keeps_when_it_ended_and_has_no_next_contact() {
    let (rows, _) = read("nyc311.toml", "nyc311_sample.csv");
    let closed = &rows[2].import;
    assert_eq!(closed.closed_at.unwrap().to_rfc3339(), "2025-03-02T14:05:00+00:00");
    assert_eq!(closed.next_contact, None);
    assert_eq!(closed.open.subject, "كلب بلا مقود في حديقة");
}

#[test]
fn a_value_that_the_mapping_does_not_know_falls_back_to_the_wider_one() {
    let (rows, _) = read("nyc311.toml", "nyc311_sample.csv");
    assert_eq!(rows[3].import.open.subject, "محل حيوانات أليفة، 4 SAMPLE AVENUE");
}

#[test]
fn each_bad_row_is_listed_with_line_column_and_reason() {
    let (_, faults) = read("nyc311.toml", "nyc311_sample.csv");
    let said: Vec<(u64, &str, &str)> = faults
        .iter()
        .map(|it| (it.line, it.column.as_deref().unwrap_or(""), it.reason.code()))
        .collect();
    assert_eq!(
        said,
        [
            (7, "Created Date", "date"),
            (8, "Closed Date", "closed-before-opened"),
            (9, "Closed Date", "closed-without-date"),
            (10, "Closed Date", "open-with-closing-date"),
            (11, "Unique Key", "empty"),
            (12, "Created Date", "future"),
            (13, "", "column-count"),
            (14, "Incident Address", "encoding"),
        ]
    );
}

#[test]
fn an_arabic_sheet_is_read_with_its_digits_phones_and_words() {
    let (rows, faults) = read("arabic_sheet.toml", "arabic_sheet.csv");
    let [first, second, third, fourth, fifth] = &rows[..] else { panic!("{rows:#?} {faults:?}") };
    assert_eq!(first.import.open.own_words, "الموية تجري قدام البيت\nمن أمس الفجر");
    assert_eq!(first.import.open.subject, "الموية تجري قدام البيت");
    assert!(!first.import.subject_from_form);
    assert_eq!(first.import.opened_at.to_rfc3339(), "2026-11-03T06:15:00+00:00");
    assert_eq!(first.import.open.case_kind, CaseKind::Complaint);
    assert_eq!(second.import.open.subject, "عطل إنارة، شارع المدارس");
    assert!(second.import.subject_from_form);
    assert_eq!(third.import.resolution_words.as_deref(), Some("رُدمت الحفرة"));
    assert_eq!(fourth.import.open.category.as_str(), "none_of_these");
    // The complaint enters although its phone is none.
    let [remark] = &fifth.remarks[..] else { panic!("{fifth:?}") };
    assert_eq!((remark.line, remark.column.as_deref()), (7, Some("الجوال")));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn one_phone_with_one_name_is_one_person_in_every_row() {
    let (rows, _) = read("arabic_sheet.toml", "arabic_sheet.csv");
    let persons: Vec<_> = rows
        .iter()
        .filter_map(|row| match &row.import.open.person {
            PersonOf::New { record } => Some(record),
            PersonOf::Known { .. } | PersonOf::Unknown => None,
        })
        .collect();
    assert_eq!(persons[0].id, persons[1].id);
    assert_eq!(persons[0].current(IdentifierKind::Phone), Some("+966501112233"));
    assert_eq!(persons[2].current(IdentifierKind::NationalId), Some("1098765439"));
    assert_ne!(persons[0].id, persons[2].id);
    assert_eq!(persons[0].language, Language::Ar);
}

#[test]
fn next_contacts_are_spread_over_the_next_five_working_days() {
    let (rows, _) = read("nyc311.toml", "nyc311_sample.csv");
    let last = calendar().add_working_days(now(), 5).unwrap();
    for row in rows.iter().filter(|it| it.import.closed_at.is_none()) {
        let next = row.import.next_contact.unwrap();
        assert!(now() < next && next <= last, "{next}");
    }
}

#[test]
fn many_rows_fall_due_on_five_different_days() {
    let header = std::fs::read(home().join("tests/fixtures/nyc311_sample.csv")).unwrap();
    let header = String::from_utf8_lossy(&header).lines().next().unwrap().to_owned();
    let columns = header.split(',').count();
    let mut text = header;
    for key in 0..200 {
        let mut fields = vec![""; columns];
        let key = format!("k{key}");
        fields[..7].clone_from_slice(&[
            &key,
            "3/14/2025 1:20",
            "",
            "NYPD",
            "",
            "Dead Animal",
            "Cat",
        ]);
        fields[19] = "In Progress";
        text = format!("{text}\n{}", fields.join(","));
    }
    let books = books();
    let map: Map = toml::from_str(&mapping("nyc311.toml")).unwrap();
    let sheet = Sheet::read(text.as_bytes(), &map).unwrap();
    let plan = Plan::new(map, &sheet, &books, now()).unwrap();
    let mut days = BTreeSet::new();
    for row in &sheet.rows {
        let row = map_row(&plan, &books, row, now()).unwrap();
        days.insert(row.import.next_contact.unwrap().date_naive());
    }
    assert!(days.len() >= 5, "{days:?}");
}

#[test]
fn what_does_not_fit_is_said_before_any_row_enters() {
    let text = mapping("nyc311.toml")
        .replace(r#"closed = "Closed Date""#, r#"closed = "Ended""#)
        .replace(
            r#"DSNY = { agency = "waha", unit = "animal_health" }"#,
            r#"DSNY = { unit = "zoo" }"#,
        )
        .replace(r#"category = "dead_animal""#, r#"category = "dead_dragon""#);
    let map: Map = toml::from_str(&text).unwrap();
    let header = "Unique Key,Created Date,Incident Address,Incident Address,City\n";
    let sheet = Sheet::read(header.as_bytes(), &map).unwrap();
    let misfits = Plan::new(map, &sheet, &books(), now()).unwrap_err();
    for misfit in [
        Misfit::UnknownColumn { column: "Ended".to_owned() },
        Misfit::ColumnTwice { column: "Incident Address".to_owned() },
        Misfit::UnknownUnit { agency: "waha".into(), unit: "zoo".into() },
        Misfit::UnknownCategory { agency: "waha".into(), category: "dead_dragon".into() },
    ] {
        assert!(misfits.contains(&misfit), "{misfit:?} in {misfits:?}");
    }
}

#[test]
fn a_label_that_is_missing_in_one_language_is_refused() {
    let text = mapping("nyc311.toml").replace(r#"en = "Dead cat""#, r#"en = " ""#);
    assert!(toml::from_str::<Map>(&text).is_err());
}
