//! Persons: no id from outside changes or tells of somebody else.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{Desk, World, decision, is_accepted, opened, outcome};
use domain::case::Stage;
use domain::{
    Action, Actor, Address, CaseId, CorrectPerson, Identifier, IdentifierKind, ImportCase,
    OpenCase, Person, PersonId, PersonOf, Refusal,
};
use platform::sender::{LetterKind, MemorySender};
use platform::{Act, Acted, PersonChange};
use protocol::{FeedItem, Outcome, ReceiptState};
use uuid::Uuid;

fn refusal(state: &ReceiptState) -> Refusal {
    let outcome = outcome(state);
    let Outcome::Rejected { refusal, .. } = outcome else { panic!("not refused: {outcome:?}") };
    refusal
}

fn brought(action: &Action) -> &OpenCase {
    let Action::OpenCase(open) = action else { panic!("another action") };
    open
}

/// An opening with another person.
fn opening(world: &World, person: PersonOf) -> (CaseId, Action) {
    let (case, action) = world.late_bus();
    let open = OpenCase { person, ..brought(&action).clone() };
    (case, Action::OpenCase(Box::new(open)))
}

fn person_of(world: &World, case: CaseId) -> Person {
    let case = world.app.case(&world.agency, case).expect("case").expect("case");
    let person = case.person.expect("person");
    world.app.person(&world.agency, person).expect("person").expect("person")
}

fn identifier(world: &World, kind: IdentifierKind, value: &str) -> Identifier {
    Identifier { kind, value: value.to_owned(), since: world.now(), until: None }
}

fn imports(world: &World, key: &str, record: Person) -> Outcome {
    let (case, action) = world.late_bus();
    let mut open = brought(&action).clone();
    open.person = PersonOf::New { record };
    let action = Action::ImportCase(Box::new(ImportCase {
        open,
        subject_from_form: false,
        subject_pieces: vec![],
        source: "sheet".to_owned(),
        source_key: key.to_owned(),
        source_line: 2,
        opened_at: world.now(),
        closed_at: None,
        resolution_words: None,
        next_contact: None,
    }));
    let act = Act {
        op: world.op(),
        actor: &Actor::Platform,
        case: Some(case),
        action: &action,
        claimed_at: None,
    };
    let acted = world.app.act(&world.agency, act).expect("judged");
    let Acted::Judged(outcome) = acted else { panic!("{acted:?}") };
    outcome
}

#[test]
fn a_new_person_with_the_id_of_another_changes_nobody() {
    let world = World::new();
    let (mut huda, mut faris) = (world.desk("huda"), world.desk("faris"));
    let case = opened(&world, &mut huda);
    let before = person_of(&world, case);
    let mut forged = before.clone();
    forged.identifiers = vec![identifier(&world, IdentifierKind::Phone, "+96899123456")];
    for desk in [&mut faris, &mut huda] {
        let (other, action) = opening(&world, PersonOf::New { record: forged.clone() });
        let state = desk.does(other, &action);
        assert_eq!(refusal(&state), Refusal::UnknownCode { what: "person".to_owned() });
        assert_eq!(person_of(&world, case), before);
    }
}

#[test]
fn a_second_import_adds_what_is_new_and_loses_nothing() {
    let world = World::new();
    let id = PersonId(Uuid::from_u128(7));
    let phone = identifier(&world, IdentifierKind::Phone, "+96892000001");
    let mail = identifier(&world, IdentifierKind::Mail, "salim@example.om");
    let record = |identifiers| Person {
        id,
        name: "سالم".to_owned(),
        identifiers,
        language: domain::Language::Ar,
    };
    let first = record(vec![phone.clone(), mail.clone()]);
    assert!(matches!(imports(&world, "1", first), Outcome::Accepted { .. }));
    world.pass(chrono::TimeDelta::days(3));
    let national = identifier(&world, IdentifierKind::NationalId, "12345679");
    let again = Identifier { since: world.now(), ..phone.clone() };
    let second = Person {
        name: "سالم بن سعيد".to_owned(),
        ..record(vec![again, national.clone()])
    };
    assert!(matches!(imports(&world, "2", second), Outcome::Accepted { .. }));
    let kept = world.app.person(&world.agency, id).expect("person").expect("person");
    assert_eq!(kept, record(vec![phone, mail, national]));
}

#[test]
fn a_known_person_out_of_sight_is_refused_like_one_who_is_not_there() {
    let world = World::new();
    let (mut huda, mut faris) = (world.desk("huda"), world.desk("faris"));
    let id = person_of(&world, opened(&world, &mut huda)).id;
    let nobody = PersonId(Uuid::from_u128(99));
    let answers: Vec<Outcome> = [id, nobody]
        .into_iter()
        .map(|id| {
            let (case, action) = opening(&world, PersonOf::Known { id });
            outcome(&faris.does(case, &action))
        })
        .collect();
    assert_eq!(answers[0], answers[1]);
    assert!(matches!(answers[0], Outcome::Rejected { .. }));
    let told = faris.pull().items;
    assert!(told.iter().all(|it| matches!(it, FeedItem::Stub { .. })), "no name reached them");
    let (case, action) = opening(&world, PersonOf::Known { id });
    assert!(is_accepted(&huda.does(case, &action)), "who sees a case of theirs knows them");
}

#[test]
fn who_was_complained_about_does_not_know_the_person() {
    let world = World::new();
    let (mut huda, mut hamed) = (world.desk("huda"), world.desk("hamed"));
    let (case, action) = world.late_bus();
    let mut open = brought(&action).clone();
    open.accused = Some("hamed".into());
    assert!(is_accepted(&huda.does(case, &Action::OpenCase(Box::new(open)))));
    let id = person_of(&world, case).id;
    let (other, action) = opening(&world, PersonOf::Known { id });
    let state = hamed.does(other, &action);
    assert_eq!(refusal(&state), Refusal::UnknownCode { what: "person".to_owned() });
    let seen = world.app.case(&world.agency, case).expect("case").expect("case");
    assert_eq!(seen.stage, Stage::New);
}

fn phone(value: &str) -> Address {
    Address { kind: IdentifierKind::Phone, value: value.to_owned() }
}

fn correction(add: &[&str], end: &[&str]) -> Action {
    let addresses = |values: &[&str]| values.iter().map(|it| phone(it)).collect();
    Action::CorrectPerson(CorrectPerson {
        add: addresses(add),
        end: addresses(end),
        because: "قالها في مكالمة اليوم".to_owned(),
    })
}

fn told_persons(desk: &mut Desk) -> Vec<Person> {
    let items = desk.pull().items.into_iter();
    items
        .filter_map(|it| if let FeedItem::Person { person } = it { Some(person) } else { None })
        .collect()
}

#[test]
fn a_correction_reaches_every_desk_that_sees_a_case_of_the_person() {
    let world = World::new();
    let (mut huda, mut faris) = (world.desk("huda"), world.desk("faris"));
    let case = opened(&world, &mut huda);
    let before = person_of(&world, case);
    let (other, action) = opening(&world, PersonOf::Known { id: before.id });
    let open = OpenCase { category: "overcharge".into(), ..brought(&action).clone() };
    assert!(is_accepted(&huda.does(other, &Action::OpenCase(Box::new(open)))));
    faris.pull();
    let mut hamed = world.desk("hamed");
    hamed.pull();
    world.pass(chrono::TimeDelta::hours(1));
    let old = before.identifiers[0].clone();
    let state = huda.does(case, &correction(&["99123456"], &[&old.value]));
    assert!(is_accepted(&state), "{:?}", outcome(&state));
    let after = person_of(&world, case);
    assert_eq!(after.current(IdentifierKind::Phone), Some("+96899123456"));
    assert_eq!(after.identifiers[0], Identifier { until: Some(world.now()), ..old.clone() });
    assert_eq!(told_persons(&mut faris), std::slice::from_ref(&after));
    assert_eq!(told_persons(&mut hamed), std::slice::from_ref(&after));
    assert!(told_persons(&mut hamed).is_empty(), "told once");
    let history = world.app.person_history(&world.agency, before.id).expect("history");
    let by: Vec<_> = history.iter().map(|it| it.actor.staff().cloned()).collect();
    assert_eq!(by, [Some("huda".into()), Some("huda".into())]);
    assert!(
        matches!(&history[0].change, PersonChange::Created { identifiers } if identifiers[0] == old)
    );
    assert!(matches!(&history[1].change, PersonChange::Corrected { .. }));
    // The old number leads to nobody's stub any more.
    let mut newcomer = world.desk("tariq");
    let stubs = format!("{:?}", newcomer.pull().items);
    assert!(stubs.contains("+96899123456"));
}

#[test]
fn a_person_is_corrected_only_through_a_case_in_sight() {
    let world = World::new();
    let (mut huda, mut faris) = (world.desk("huda"), world.desk("faris"));
    let case = opened(&world, &mut huda);
    let before = person_of(&world, case);
    let state = faris.does(case, &correction(&["99123456"], &[]));
    assert_eq!(refusal(&state), Refusal::UnknownCase);
    let (own, action) = world.late_bus();
    let open = OpenCase { category: "overcharge".into(), ..brought(&action).clone() };
    assert!(is_accepted(&faris.does(own, &Action::OpenCase(Box::new(open)))));
    assert!(is_accepted(&faris.does(own, &correction(&["99123456"], &[]))));
    assert_eq!(person_of(&world, case), before);
}

#[test]
fn the_word_of_a_decision_never_goes_to_a_number_that_its_maker_wrote_down() {
    for corrector in ["huda", "hamed"] {
        let world = World::new();
        let (mut huda, mut hamed) = (world.desk("huda"), world.desk("hamed"));
        let case = opened(&world, &mut huda);
        let old = person_of(&world, case).identifiers[0].value.clone();
        let desk = if corrector == "huda" { &mut huda } else { &mut hamed };
        assert!(is_accepted(&desk.does(case, &correction(&["99123456"], &[&old]))));
        assert!(is_accepted(&huda.does(case, &Action::Take)));
        let inbound = huda.sees(case).last_inbound;
        assert!(is_accepted(&huda.does(case, &decision(4_000, 0, inbound))));
        world.pass(chrono::TimeDelta::seconds(11));
        let sender = MemorySender::default();
        world.app.deliver_due(&sender).expect("delivered");
        let messages = sender.take();
        let letter = messages.iter().find(|it| matches!(it.letter.kind, LetterKind::Reply { .. }));
        let letter = letter.expect("the letter");
        assert_eq!(letter.letter.address, "+96899123456");
        assert_eq!(letter.word.is_some(), corrector == "hamed", "{corrector}");
    }
}

#[test]
fn what_staff_heard_leaves_the_person_their_word() {
    let world = World::new();
    let (mut huda, mut hamed) = (world.desk("huda"), world.desk("hamed"));
    let case = opened(&world, &mut huda);
    assert!(is_accepted(&huda.does(case, &Action::Take)));
    let inbound = huda.sees(case).last_inbound;
    assert!(is_accepted(&huda.does(case, &decision(4_000, 0, inbound))));
    world.pass(chrono::TimeDelta::seconds(11));
    let sender = MemorySender::default();
    world.app.deliver_due(&sender).expect("delivered");
    let sent = sender.take().into_iter().find_map(|it| it.word).expect("word").grouped();
    let state = world.app.case(&world.agency, case).expect("case").expect("case");
    let decision = state.decision.expect("decided").id;
    let heard = Action::HeardSolved { decision, text: "قال: شكرا".to_owned() };
    assert!(is_accepted(&hamed.does(case, &heard)));
    assert!(world.app.is_word(&world.agency, case, decision, &sent).expect("asked"));
    let dispute = Action::Dispute {
        decision,
        text: "لم يصل المبلغ".to_owned(),
        by: domain::case::Bearing::OwnPage,
    };
    let act = Act {
        op: world.op(),
        actor: &Actor::Person,
        case: Some(case),
        action: &dispute,
        claimed_at: None,
    };
    let acted = world.app.act(&world.agency, act).expect("judged");
    assert!(matches!(acted, Acted::Judged(Outcome::Accepted { .. })), "{acted:?}");
    let state = world.app.case(&world.agency, case).expect("case").expect("case");
    assert_eq!(state.stage, Stage::Open);
    assert!(!world.app.is_word(&world.agency, case, decision, &sent).expect("asked"));
}
