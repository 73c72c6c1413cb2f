//! A whole import into a real store, twice.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Utc};
use domain::AgencyId;
use domain::case::{Channel, Ending, Holder, Stage};
use platform::import::{ImportReport, Map, assign, import};
use platform::setup::read_book;
use platform::{App, Config, system_random};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T06:00:00Z".parse().unwrap()
}

fn app() -> (App, AgencyId, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let app = App::open(Config::new(dir.path()), Arc::new(now), system_random()).unwrap();
    let book = read_book(&home().join("demo")).unwrap();
    app.put_book(&book).unwrap();
    (app, book.agency, dir)
}

fn map(name: &str) -> Map {
    toml::from_str(&std::fs::read_to_string(home().join("mappings").join(name)).unwrap()).unwrap()
}

fn sample() -> Vec<u8> {
    std::fs::read(home().join("tests/fixtures/nyc311_sample.csv")).unwrap()
}

fn bring(app: &App) -> ImportReport {
    import(app, map("nyc311.toml"), "sample.csv", &sample()[..]).unwrap()
}

#[test]
fn good_rows_enter_and_bad_ones_are_counted() {
    let (app, ..) = app();
    let report = bring(&app);
    assert_eq!((report.rows_read, report.entered, report.refused), (13, 4, 9));
    assert_eq!((report.entered_open, report.entered_closed), (2, 2));
    assert_eq!((report.subject_from_form, report.without_person), (4, 4));
    let twice = report.faults.iter().find(|it| it.reason.code() == "key-twice").unwrap();
    assert_eq!((twice.line, twice.column.as_deref()), (6, Some("Unique Key")));
}

#[test]
fn the_same_file_again_adds_nothing() {
    let (app, agency, _dir) = app();
    bring(&app);
    let last = app.last_seq(&agency).unwrap();
    let again = bring(&app);
    assert_eq!((again.entered, again.there_already, again.refused), (0, 4, 9));
    assert_eq!(app.last_seq(&agency).unwrap(), last);
}

#[test]
fn an_open_row_keeps_its_true_age_and_lies_unassigned_in_its_unit() {
    let (app, agency, _dir) = app();
    bring(&app);
    let [first, second] = app.unassigned(&agency, &"animal_health".into(), 10).unwrap()[..] else {
        panic!("two open rows")
    };
    for id in [first, second] {
        let case = app.case(&agency, id).unwrap().unwrap();
        assert_eq!((case.stage, case.owner.as_ref()), (Stage::New, None));
        assert_eq!(case.channel, Channel::Import);
        assert!(case.opened_at < "2025-04-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(case.ledger[0].since, case.opened_at);
        let unit = "animal_health".into();
        assert_eq!(case.ledger[0].holder, Holder::UnitManager { unit });
        assert!(case.next_contact.unwrap() > now());
    }
}

#[test]
fn a_closed_row_ends_as_closed_before_rida() {
    let (app, agency, _dir) = app();
    bring(&app);
    let events = app.events(&agency, 0, 1_000).unwrap();
    let endings: Vec<Ending> =
        events.iter().filter_map(|it| app.case(&agency, it.case?).unwrap()?.ending).collect();
    assert!(!endings.is_empty());
    assert!(endings.iter().all(|it| *it == Ending::BeforeRida));
}

#[test]
fn what_is_assigned_goes_to_handlers_in_turn_and_only_once() {
    let (app, agency, _dir) = app();
    bring(&app);
    assert_eq!(assign(&app, &agency, 1).unwrap(), 1);
    assert_eq!(assign(&app, &agency, 40).unwrap(), 1);
    assert_eq!(assign(&app, &agency, 40).unwrap(), 0);
    let book = app.book(&agency).unwrap();
    let events = app.events(&agency, 0, 1_000).unwrap();
    let mut owners: Vec<String> = events
        .iter()
        .filter_map(|it| app.case(&agency, it.case?).unwrap()?.owner)
        .map(|it| it.to_string())
        .collect();
    owners.sort();
    owners.dedup();
    assert!(owners.iter().all(|it| book.staff.contains_key(&it.as_str().into())));
    assert!(!owners.is_empty());
}

#[test]
fn a_row_that_was_refused_and_is_mended_enters() {
    let (app, ..) = app();
    bring(&app);
    let mut mended = sample();
    let wrong = b"14/3/2025 1:20";
    let at = mended.windows(wrong.len()).position(|it| it == wrong).unwrap();
    mended[at..at + wrong.len()].copy_from_slice(b"03/14/2025 1:2");
    let report = import(&app, map("nyc311.toml"), "mended.csv", &mended[..]).unwrap();
    assert_eq!((report.entered, report.there_already), (1, 4));
}

#[test]
fn an_arabic_sheet_brings_persons_with_their_cases() {
    let (app, agency, _dir) = app();
    let file = std::fs::read(home().join("tests/fixtures/arabic_sheet.csv")).unwrap();
    let report = import(&app, map("arabic_sheet.toml"), "sheet.csv", &file[..]).unwrap();
    assert_eq!((report.entered, report.refused, report.without_person), (5, 0, 1));
    let events = app.events(&agency, 0, 1_000).unwrap();
    let person = events
        .iter()
        .find_map(|it| app.case(&agency, it.case?).unwrap()?.person)
        .and_then(|it| app.person(&agency, it).unwrap())
        .unwrap();
    assert!(!person.identifiers.is_empty());
}
