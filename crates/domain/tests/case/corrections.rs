//! `correct_person`.

use crate::make;
use crate::world::World;
use domain::case::Stage;
use domain::{
    Action, Address, CorrectPerson, Event, IdentifierError, IdentifierKind, ImportCase, OpenCase,
    Person, PersonOf, Refusal,
};
use proptest::prelude::*;

fn address(kind: IdentifierKind, value: &str) -> Address {
    Address { kind, value: value.to_owned() }
}

fn phone(value: &str) -> Address {
    address(IdentifierKind::Phone, value)
}

fn correction(add: Vec<Address>, end: Vec<Address>) -> Action {
    Action::CorrectPerson(CorrectPerson {
        add, end, because: "قالته في مكالمة اليوم".to_owned()
    })
}

/// The person as the correction leaves them.
fn corrected(world: &World, events: &[Event]) -> Person {
    let mut person = world.person.clone().unwrap();
    for event in events {
        person.correct(event);
    }
    person
}

#[test]
fn a_correction_adds_and_ends_and_keeps_the_past() {
    let world = World::owned();
    let old = make::person().identifiers[0].clone();
    let action = correction(vec![phone("٩٢٩٩ ٩٩٩٩")], vec![phone("92123456")]);
    let events = world.judges("huda", &action).unwrap();
    let after = corrected(&world, &events);
    assert_eq!(after.current(IdentifierKind::Phone), Some("+96892999999"));
    assert_eq!(after.current(IdentifierKind::Mail), Some("salim@example.om"));
    let before = after.identifiers.iter().find(|it| it.value == old.value).unwrap();
    assert_eq!((before.since, before.until), (old.since, Some(world.now)));
    let mut again = after.clone();
    for event in &events {
        again.correct(event);
    }
    assert_eq!(again, after, "taken in twice it changes nothing");
}

#[test]
fn a_correction_needs_the_right_a_reason_and_a_valid_address() {
    let world = World::owned();
    let add = |value| correction(vec![phone(value)], vec![]);
    let no_right = world.judges("amal", &add("92999999"));
    assert!(matches!(no_right, Err(Refusal::NoRight { .. })), "{no_right:?}");
    assert!(world.judges("person", &add("92999999")).is_err());
    for (value, fault) in [
        ("9.66501E+11", IdentifierError::Rounded),
        ("لا يوجد", IdentifierError::Placeholder),
        ("123", IdentifierError::WrongForm),
    ] {
        let refused = world.judges("huda", &add(value));
        assert!(
            matches!(refused, Err(Refusal::BadIdentifier { fault: it, .. }) if it == fault
                || it == IdentifierError::WrongLength),
            "{value}: {refused:?}"
        );
    }
    let Action::CorrectPerson(mut bare) = add("92999999") else { panic!() };
    bare.because = " ".to_owned();
    let refused = world.judges("huda", &Action::CorrectPerson(bare));
    assert_eq!(refused, Err(Refusal::Empty { field: "because".into() }));
    let nothing = world.judges("huda", &correction(vec![], vec![]));
    assert_eq!(nothing, Err(Refusal::Empty { field: "identifiers".into() }));
}

#[test]
fn what_is_not_theirs_is_not_ended_and_the_last_address_stays() {
    let world = World::owned();
    let strange = correction(vec![], vec![phone("92999999")]);
    let kind = IdentifierKind::Phone;
    assert_eq!(world.judges("huda", &strange), Err(Refusal::NotTheirs { kind }));
    let mail = address(IdentifierKind::Mail, "salim@example.om");
    let all = correction(vec![], vec![phone("92123456"), mail.clone()]);
    assert_eq!(world.judges("huda", &all), Err(Refusal::LastAddress));
    let moved = correction(vec![phone("92999999")], vec![phone("92123456"), mail]);
    assert!(world.judges("huda", &moved).is_ok());
}

#[test]
fn a_correction_changes_nothing_of_the_case() {
    let mut world = World::answered();
    let before = world.case().clone();
    world.does("huda", correction(vec![phone("92999999")], vec![]));
    let after = world.case();
    assert_eq!((after.stage, after.contacts), (Stage::Answered, before.contacts));
    assert_eq!((&after.clocks, after.next_contact), (&before.clocks, before.next_contact));
    let op = world.log.last().unwrap().op;
    assert!(world.judges("huda", &Action::Withdraw { op }).is_err(), "it is corrected again");
}

#[test]
fn a_new_person_is_kept_in_one_form_and_only_with_what_identifies() {
    let mut world = World::empty();
    let mut record = make::person();
    record.identifiers[0].value = "٠٠٩٦٨ ٩٢١٢ ٣٤٥٦".to_owned();
    record.identifiers[0].since = world.now + chrono::TimeDelta::days(30);
    record.identifiers.push(record.identifiers[0].clone());
    let open = OpenCase { person: PersonOf::New { record: record.clone() }, ..make::open_case() };
    world.does("huda", Action::OpenCase(Box::new(open.clone())));
    let Event::CaseOpened { open: kept, .. } = &world.log[0].event else { panic!() };
    let PersonOf::New { record: kept } = &kept.person else { panic!() };
    assert_eq!(kept.identifiers.len(), 2);
    assert_eq!(kept.identifiers[0].value, "+96892123456");
    assert_eq!(kept.identifiers[0].since, world.now);

    let world = World::empty();
    for (kind, value, fault) in [
        (IdentifierKind::NationalId, "0", IdentifierError::Placeholder),
        (IdentifierKind::NationalId, "1.02346E+09", IdentifierError::Rounded),
        (IdentifierKind::Phone, "9.66501E+11", IdentifierError::Rounded),
        (IdentifierKind::Mail, "none@", IdentifierError::NotMail),
    ] {
        record.identifiers.truncate(1);
        record.identifiers[0].kind = kind;
        record.identifiers[0].value = value.to_owned();
        let person = PersonOf::New { record: record.clone() };
        let open = OpenCase { person, ..open.clone() };
        let refused = Err(Refusal::BadIdentifier { kind, fault });
        assert_eq!(world.judges("huda", &Action::OpenCase(Box::new(open.clone()))), refused);
        let import = Action::ImportCase(Box::new(ImportCase { open, ..make::import() }));
        assert_eq!(world.judges("platform", &import).err(), refused.err());
    }
}

proptest! {
    /// Whatever is learned or corrected: no identifier is lost, no `since` moves, and at most one time
    /// of an identifier is open.
    #[test]
    fn no_history_of_a_person_loses_an_identifier(
        steps in proptest::collection::vec((0..4_usize, any::<bool>(), any::<bool>()), 1..30)
    ) {
        let phones = ["92123456", "92999999", "92888888", "92777777"];
        let mut world = World::owned();
        for (n, ends, learns) in steps {
            world.later(chrono::TimeDelta::hours(1));
            let before = world.person.clone().unwrap();
            let mut after = before.clone();
            if learns {
                let mut other = make::person();
                other.identifiers[0].value = format!("+968{}", phones[n]);
                after.learn(&other);
            } else {
                let one = vec![phone(phones[n])];
                let action = if ends { correction(vec![], one) } else { correction(one, vec![]) };
                let events = world.judges("huda", &action).unwrap_or_default();
                for event in &events {
                    after.correct(event);
                }
            }
            for old in &before.identifiers {
                let kept = after.identifiers.iter().any(|it| {
                    (it.kind, &it.value, it.since) == (old.kind, &old.value, old.since)
                        && (old.until.is_none() || it.until == old.until)
                });
                prop_assert!(kept, "{old:?} is lost");
            }
            for phone in phones {
                let value = format!("+968{phone}");
                let open = after.theirs(IdentifierKind::Phone).filter(|it| it.value == value);
                prop_assert!(open.count() <= 1);
            }
            world.person = Some(after);
        }
    }
}
