//! An agency from files: the two agencies that the project has, and every way to get the files wrong.

#![allow(clippy::unwrap_used)]

use domain::book::Labels;
use platform::setup::{Fault, Problem, Revision, read_book, revise};
use std::path::{Path, PathBuf};

fn nakheel() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/agency")
}

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo")
}

/// A copy of the test agency in which one text of one file is replaced.
fn spoiled(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(nakheel()).unwrap() {
        let path = entry.unwrap().path();
        let mut text = std::fs::read_to_string(&path).unwrap();
        if path.file_name().unwrap() == file {
            assert!(text.contains(from), "{file} holds no {from}");
            text = text.replacen(from, to, 1);
        }
        std::fs::write(dir.path().join(path.file_name().unwrap()), text).unwrap();
    }
    dir
}

fn only_fault(file: &str, from: &str, to: &str) -> Fault {
    let dir = spoiled(file, from, to);
    let mut faults = read_book(dir.path()).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

#[test]
fn both_agencies_are_whole() {
    for dir in [demo(), nakheel()] {
        let book = read_book(&dir).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(book.version, 1);
        assert!(book.categories.contains_key(&"none_of_these".into()), "R53");
    }
}

#[test]
fn the_demo_is_a_municipality_with_everything_to_show() {
    let book = read_book(&demo()).unwrap();
    for unit in ["water", "lighting", "roads", "billing", "permits", "animal_health"] {
        let unit = book.units.get(&unit.into()).unwrap();
        assert!(book.staff.values().any(|it| it.posts.iter().any(|p| p.post == unit.manager)));
    }
    assert!(book.categories.len() >= 20);
    assert!(book.templates.values().filter(|it| it.example.is_some()).count() >= 10);
    assert!(book.categories.values().any(|it| it.ceiling_hours.is_some()), "R35");
}

#[test]
fn a_label_in_the_demo_is_arabic_in_arabic_and_latin_in_english() {
    let book = read_book(&demo()).unwrap();
    let labels = book
        .categories
        .values()
        .map(|it| &it.label)
        .chain(book.units.values().map(|it| &it.label))
        .chain(book.posts.values().map(|it| &it.label))
        .chain(book.staff.values().map(|it| &it.name))
        .chain(book.remedies.values().flat_map(|it| [&it.label, &it.legal_basis]))
        .chain(book.templates.values().flat_map(|it| [&it.label, &it.text]))
        .chain(book.no_date_reasons.values());
    for Labels { ar, en } in labels {
        assert!(ar.chars().any(|c| ('\u{0621}'..='\u{064A}').contains(&c)), "{ar}");
        assert!(!en.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c)), "{en}");
    }
}

#[test]
fn the_test_agency_differs_from_the_demo_in_all_that_could_be_in_code() {
    let (demo, other) = (read_book(&demo()).unwrap(), read_book(&nakheel()).unwrap());
    assert_ne!(demo.currency.decimals(), other.currency.decimals());
    assert_ne!(demo.calendar, other.calendar);
    assert_ne!(demo.reminders, other.reminders);
    assert!(demo.posts.keys().all(|post| !other.posts.contains_key(post)));
}

#[test]
fn a_slip_of_the_pen_is_shown_with_file_line_and_key() {
    let fault = only_fault("categories.toml", "ceiling_hours = 5", "celing_hours = 5");
    assert!(matches!(fault.problem, Problem::UnknownKey));
    assert_eq!(fault.file, "categories.toml");
    assert_eq!(fault.key, "categories.unsafe_bus.celing_hours");
    assert_eq!(fault.line, Some(10));
}

#[test]
fn a_missing_label_is_shown_on_its_line() {
    let fault = only_fault("units.toml", r#"label = { ar = "الحافلات", en = "Buses" }"#, "");
    assert!(matches!(fault.problem, Problem::Form { .. }));
    assert_eq!((fault.file.as_str(), fault.line), ("units.toml", Some(5)));
}

#[test]
fn what_does_not_fit_together_is_shown_in_the_file_it_came_from() {
    let fault = only_fault("units.toml", r#"manager = "fleet_head""#, r#"manager = "boss""#);
    assert_eq!(fault.problem.code(), "unknown-post");
    assert_eq!((fault.file.as_str(), fault.line), ("units.toml", Some(8)));
    assert_eq!(fault.key, "units.buses.manager");
    let fault =
        only_fault("powers.toml", r#"["fare_refund", "taxi"]"#, r#"["fare_refund", "tram"]"#);
    assert_eq!((fault.file.as_str(), fault.line), ("powers.toml", Some(22)));
    assert_eq!((fault.key.as_str(), fault.problem.code()), ("powers.4.remedies", "unknown-remedy"));
}

#[test]
fn a_missing_file_and_broken_toml_are_said_together() {
    let dir = spoiled("powers.toml", "[[powers]]", "[[powers");
    std::fs::remove_file(dir.path().join("gate.toml")).unwrap();
    let faults = read_book(dir.path()).unwrap_err();
    let said: Vec<(&str, &str)> =
        faults.iter().map(|it| (it.file.as_str(), it.problem.code())).collect();
    assert_eq!(said, [("powers.toml", "form"), ("gate.toml", "file-missing")]);
}

#[test]
fn the_same_files_again_change_nothing() {
    let Revision::Next(first) = revise(None, read_book(&nakheel()).unwrap()) else {
        panic!("the first setup makes a book")
    };
    assert_eq!(first.version, 1);
    assert_eq!(revise(Some(&first), read_book(&nakheel()).unwrap()), Revision::Same);
}

#[test]
fn a_changed_limit_raises_the_version() {
    let standing = read_book(&nakheel()).unwrap();
    let dir = spoiled("powers.toml", "minor = 5250", "minor = 4000");
    let Revision::Next(next) = revise(Some(&standing), read_book(dir.path()).unwrap()) else {
        panic!("a changed limit is a change")
    };
    assert_eq!(next.version, 2);
    assert_eq!(next.powers[0].limit_case.unwrap().minor(), 4000);
}
