//! `open_case`, `import_case`.

use crate::make;
use crate::world::{World, at};
use domain::case::{Ending, Holder, Stage, holding_totals};
use domain::{Action, ImportCase, OpenCase, Person, PersonOf, Refusal};

fn opens(change: impl FnOnce(&mut OpenCase)) -> Result<World, Refusal> {
    let mut open = make::open_case();
    change(&mut open);
    let mut world = World::empty();
    world.tries("huda", &Action::OpenCase(Box::new(open)))?;
    Ok(world)
}

fn imports(change: impl FnOnce(&mut ImportCase)) -> Result<World, Refusal> {
    let mut import = make::import();
    change(&mut import);
    let mut world = World::empty();
    world.tries("amal", &Action::ImportCase(Box::new(import)))?;
    Ok(world)
}

#[test]
fn a_new_case_lies_in_its_unit_with_clocks_and_a_next_date() {
    let world = World::opened();
    let case = world.case();
    assert_eq!((case.stage, case.unit.as_str(), &case.owner), (Stage::New, "buses", &None));
    assert_eq!((case.contacts, case.contacts_without_progress), (1, 1));
    // Eight working hours from ten: six today, two tomorrow from eight.
    assert_eq!(case.clocks.answer_due, at("2026-03-02T06:00:00Z"));
    assert_eq!(case.clocks.solution_due, at("2026-03-08T06:00:00Z"));
    assert_eq!(case.next_contact, Some(at("2026-03-03T06:00:00Z")));
    assert_eq!(case.clocks.ceiling, None);
}

#[test]
fn a_vital_service_has_a_ceiling_in_real_hours() {
    let world = opens(|it| it.category = "crash".into()).unwrap();
    assert_eq!(world.case().clocks.ceiling, Some(at("2026-03-02T06:00:00Z")));
}

#[test]
fn a_case_needs_a_subject_a_known_category_and_somebody_affected() {
    let empty = Refusal::Empty { field: "subject".into() };
    assert_eq!(opens(|it| it.subject = "  ".into()).err(), Some(empty));
    let unknown = Refusal::UnknownCode { what: "trams".into() };
    assert_eq!(opens(|it| it.category = "trams".into()).err(), Some(unknown));
    let range = Refusal::OutOfRange { field: "people_affected".into() };
    assert_eq!(opens(|it| it.people_affected = 0).err(), Some(range));
}

#[test]
fn a_person_has_a_name_or_a_way_to_be_known() {
    let nobody = Person { name: " ".into(), identifiers: Vec::new(), ..make::person() };
    let refused = opens(|it| it.person = PersonOf::New { record: nobody }).err();
    assert_eq!(refused, Some(Refusal::PersonEmpty));
    let record = Person { name: String::new(), ..make::person() };
    let world = opens(|it| it.person = PersonOf::New { record }).unwrap();
    assert_eq!(world.case().person, Some(make::person().id));
}

#[test]
fn a_case_is_opened_once() {
    let world = World::opened();
    assert_eq!(world.judges("huda", &make::open()), Err(Refusal::CaseExists));
    let note = Action::AddNote { text: "x".into() };
    assert_eq!(World::empty().judges("huda", &note), Err(Refusal::UnknownCase));
}

#[test]
fn an_old_open_row_keeps_its_true_age_and_gets_a_date_ahead() {
    let world = imports(|_| {}).unwrap();
    let case = world.case();
    assert_eq!(case.opened_at, at("2025-11-02T06:00:00Z"));
    assert!(case.clocks.answer_due < world.now && case.next_contact > Some(world.now));
    let held = holding_totals(case, world.now);
    let age = (world.now - case.opened_at).num_seconds();
    assert_eq!(held, [(Holder::UnitManager { unit: "buses".into() }, age)]);
}

#[test]
fn a_closed_row_ends_before_rida_and_is_held_by_nobody_since() {
    let closed_at = at("2025-11-05T06:00:00Z");
    let world = imports(|it| it.closed_at = Some(closed_at)).unwrap();
    let case = world.case();
    assert_eq!((case.stage, case.ending), (Stage::Closed, Some(Ending::BeforeRida)));
    assert_eq!((case.closed_at, case.next_contact), (Some(closed_at), None));
    let held: i64 = holding_totals(case, world.now).iter().map(|(_, seconds)| seconds).sum();
    assert_eq!(held, 3 * 86_400);
}

#[test]
fn a_row_whose_times_make_no_sense_is_refused() {
    let refused = |field: &str| Some(Refusal::OutOfRange { field: field.into() });
    let future = at("2027-01-01T00:00:00Z");
    assert_eq!(imports(|it| it.opened_at = future).err(), refused("opened_at"));
    let before = at("2024-01-01T00:00:00Z");
    assert_eq!(imports(|it| it.closed_at = Some(before)).err(), refused("closed_at"));
    assert_eq!(imports(|it| it.next_contact = Some(before)).err(), refused("next_contact"));
}

#[test]
fn only_who_may_import_imports() {
    let import = Action::ImportCase(Box::new(make::import()));
    assert!(matches!(World::empty().judges("huda", &import), Err(Refusal::NoRight { .. })));
    assert!(World::empty().judges("platform", &import).is_ok());
}
