//! take, assign, release; notes that come late.

use crate::world::World;
use domain::book::Right;
use domain::case::Stage;
use domain::{Action, Event, Refusal};

fn to(staff: &str) -> Action {
    Action::Assign { to: staff.into() }
}

#[test]
fn who_takes_a_case_of_the_own_unit_owns_it() {
    let world = World::owned();
    let case = world.case();
    assert_eq!((case.stage, case.owner.as_ref()), (Stage::Open, Some(&"huda".into())));
    assert_eq!(case.touched_by, ["huda".into()]);
    assert_eq!(world.judges("huda", &Action::Take), Ok(Vec::new()));
}

#[test]
fn a_case_of_another_unit_or_of_a_colleague_is_not_taken() {
    let world = World::owned();
    assert_eq!(
        world.judges("faris", &Action::Take),
        Err(Refusal::NoRight { right: Right::Handle })
    );
    let owner = Some("huda".into());
    assert_eq!(world.judges("hamed", &Action::Take), Err(Refusal::NotOwner { owner }));
    assert!(world.judges("badr", &Action::Take).is_ok());
}

#[test]
fn a_manager_assigns_to_who_handles_in_the_unit() {
    let mut world = World::opened();
    let no_right = |right| Err(Refusal::NoRight { right });
    assert_eq!(world.judges("huda", &to("hamed")), no_right(Right::Assign));
    assert_eq!(world.judges("fatma", &to("hamed")), no_right(Right::Assign));
    assert_eq!(world.judges("badr", &to("faris")), no_right(Right::Handle));
    world.does("badr", to("hamed"));
    assert_eq!(world.case().owner, Some("hamed".into()));
    assert_eq!(world.judges("badr", &to("hamed")), Ok(Vec::new()));
}

#[test]
fn the_owner_gives_a_case_back_with_a_word_for_the_next() {
    let mut world = World::owned();
    let release = |because: &str| Action::Release { because: because.into() };
    assert!(matches!(world.judges("huda", &release("")), Err(Refusal::Empty { .. })));
    assert!(matches!(world.judges("hamed", &release("x")), Err(Refusal::NotOwner { .. })));
    world.does("huda", release("إجازة من الغد"));
    assert_eq!(world.case().owner, None);
    assert!(world.case().next_contact.is_some());
}

#[test]
fn a_note_of_who_no_longer_owns_is_a_late_contribution() {
    let mut world = World::owned();
    world.does("badr", to("hamed"));
    let note = Action::AddNote { text: "اتصلت بالسائق أمس".into() };
    let late = |who: &str| match world.judges(who, &note).unwrap().as_slice() {
        [Event::NoteAdded { late, .. }] => *late,
        other => panic!("{other:?}"),
    };
    assert!(late("huda"));
    assert!(!late("hamed") && !late("faris"));
}

#[test]
fn only_the_owner_writes_to_the_person() {
    let world = World::owned();
    let decide = crate::make::decide(&world, 3_000);
    let owner = Some("huda".into());
    assert_eq!(world.judges("hamed", &decide), Err(Refusal::NotOwner { owner }));
    let decide = crate::make::decide(&World::opened(), 3_000);
    assert_eq!(World::opened().judges("huda", &decide), Err(Refusal::NotOwner { owner: None }));
}
