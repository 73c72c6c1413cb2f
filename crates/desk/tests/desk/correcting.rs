//! How a person is reached, corrected at the desk.

use crate::acting::{act, huda, refusal};
use crate::world::{World, late_bus};
use chrono::TimeDelta;
use desk::Desk;
use desk::view::*;
use domain::{Address, CorrectPerson, IdentifierError, IdentifierKind, Refusal};

fn correction(add: &[&str], end: &[&str]) -> Act {
    let addresses = |values: &[&str]| {
        let kind = IdentifierKind::Phone;
        values.iter().map(|it| Address { kind, value: (*it).to_owned() }).collect()
    };
    let because = "قاله في مكالمة اليوم".to_owned();
    Act::CorrectPerson {
        correction: CorrectPerson { add: addresses(add), end: addresses(end), because },
    }
}

fn phones(desk: &Desk, case: &str) -> (Vec<String>, Vec<String>) {
    let person = desk.show_case(case).unwrap().person.unwrap();
    let values = |it: Vec<IdentifierView>| it.into_iter().map(|it| it.value).collect();
    (values(person.identifiers), values(person.past_identifiers))
}

#[test]
fn a_correction_is_in_view_at_once_and_stays_when_the_platform_agreed() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    assert!(view.may.contains(&May::CorrectPerson));
    let case = view.row.case.clone();
    world.pass(TimeDelta::minutes(1));
    act(&mut desk, &view, correction(&["٩٩١٢ ٣٤٥٦"], &["92345678"])).unwrap();
    let corrected = (vec!["+96899123456".to_owned()], vec!["+96892345678".to_owned()]);
    assert_eq!(phones(&desk, &case), corrected);
    // A second one builds on the first, which waits like it.
    world.pass(TimeDelta::minutes(1));
    let view = desk.show_case(&case).unwrap();
    act(&mut desk, &view, correction(&["92345678"], &["99123456"])).unwrap();
    let back = (
        vec!["+96892345678".to_owned()],
        vec!["+96899123456".to_owned(), "+96892345678".to_owned()],
    );
    let now = phones(&desk, &case);
    assert_eq!((now.0, now.1.len()), (back.0.clone(), back.1.len()));
    desk.agreed().unwrap();
    assert_eq!(phones(&desk, &case).0, back.0, "and both are replayed");
    let timeline = desk.show_case(&case).unwrap().timeline;
    let corrections =
        timeline.iter().filter(|it| matches!(it.what, Happened::PersonCorrected { .. }));
    assert_eq!(corrections.count(), 2);
}

#[test]
fn what_identifies_nobody_is_refused_by_its_name() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    for (typed, fault) in
        [("9.66501E+11", IdentifierError::Rounded), ("لا يوجد", IdentifierError::Placeholder)]
    {
        let kind = IdentifierKind::Phone;
        let refused = refusal(act(&mut desk, &view, correction(&[typed], &[])));
        assert_eq!(refused, Refusal::BadIdentifier { kind, fault });
        let input = OpenCaseInput { phone: typed.to_owned(), ..late_bus() };
        assert_eq!(refusal(desk.open_case(input)), Refusal::BadIdentifier { kind, fault });
        let kind = IdentifierKind::NationalId;
        let input = OpenCaseInput { national_id: typed.to_owned(), ..late_bus() };
        assert_eq!(refusal(desk.open_case(input)), Refusal::BadIdentifier { kind, fault });
    }
    let gone = refusal(act(&mut desk, &view, correction(&[], &["92345678"])));
    assert_eq!(gone, Refusal::LastAddress);
}
