//! `record_contact`.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{ContactDirection, ContactOutcome, Holder, Stage, due, holder};
use domain::{Action, RecordContact, Refusal};

#[test]
fn the_third_call_without_progress_is_for_the_managers_eyes() {
    let mut world = World::owned();
    world.does("hamed", make::called_again());
    assert!(!world.case().flagged);
    world.does("hamed", make::called_again());
    assert!(world.case().flagged);
    world.does("hamed", make::called_again());
    assert_eq!((world.case().contacts, world.case().contacts_without_progress), (4, 4));
}

#[test]
fn something_in_hand_counts_repeats_anew_and_words_do_not() {
    let mut world = World::owned();
    world.does("hamed", make::called_again());
    world.does("hamed", make::called_again());
    let kind = domain::case::ReplyKind::Progress;
    let reply = make::reply(&world, kind, "وصلنا رد السائق اليوم ونراجع سجل الرحلة 14");
    world.does("huda", Action::SendReply(reply));
    assert!(world.case().flagged);
    world.does("huda", Action::GrantRemedy(make::refund(1_000)));
    assert!(!world.case().flagged);
    assert_eq!(world.case().contacts_without_progress, 0);
}

#[test]
fn a_call_of_ours_is_no_contact_of_theirs() {
    let mut world = World::owned();
    let direction = ContactDirection::Outbound;
    world.does("huda", Action::RecordContact(RecordContact { direction, ..make::contact() }));
    assert_eq!(world.case().contacts, 1);
}

#[test]
fn what_it_cost_them_adds_up_in_the_agencys_currency() {
    let mut world = World::owned();
    let paid = |minor| RecordContact { cost: Some(make::omr(minor)), ..make::contact() };
    world.does("huda", Action::RecordContact(paid(2_500)));
    world.does("huda", Action::RecordContact(paid(500)));
    assert_eq!(world.case().cost_minor, 3_000);
    let below = Action::RecordContact(paid(-1));
    assert!(matches!(world.judges("huda", &below), Err(Refusal::OutOfRange { .. })));
}

#[test]
fn a_message_on_an_answered_case_goes_to_its_owner_and_stops_reminders() {
    let mut world = World::answered();
    assert_eq!(holder(world.case()), Holder::AwaitingWord);
    world.does("person", make::called_again());
    let case = world.case();
    assert_eq!(case.stage, Stage::Answered);
    assert_eq!(holder(case), Holder::Handler { staff: "huda".into() });
    assert!(case.next_contact > Some(world.now));
    let much_later = world.now + TimeDelta::days(365);
    let kinds = due(case, world.person.as_ref(), &world.book, much_later);
    assert!(kinds.iter().all(|it| it.kind() == "remedy_due"));
}

#[test]
fn a_contact_on_a_closed_case_is_only_written_down() {
    let mut world = World::answered();
    let decision = world.decision();
    let by = domain::case::Bearing::OwnPage;
    world.does("person", Action::Confirm { decision, text: String::new(), by });
    for _ in 0..4 {
        world.does("hamed", make::called_again());
    }
    assert_eq!((world.case().stage, world.case().flagged), (Stage::Closed, false));
    assert_eq!(world.case().contacts, 5);
}

#[test]
fn nobody_answering_our_call_answers_no_question() {
    let mut world = World::owned();
    let kind = domain::case::ReplyKind::Question;
    let question = make::reply(&world, kind, "في أي يوم انتظرتم، وعند أي موقف؟");
    world.does("huda", Action::AskPerson(question));
    let (direction, outcome) = (ContactDirection::Outbound, ContactOutcome::NoAnswer);
    let called = RecordContact { direction, outcome, ..make::contact() };
    world.does("huda", Action::RecordContact(called));
    assert_eq!(holder(world.case()), Holder::Person);
    world.does("person", make::called_again());
    assert_eq!(holder(world.case()), Holder::Handler { staff: "huda".into() });
}

#[test]
fn a_message_that_we_left_answers_no_question() {
    let mut world = World::owned();
    let kind = domain::case::ReplyKind::Question;
    let question = make::reply(&world, kind, "في أي يوم انتظرتم، وعند أي موقف؟");
    world.does("huda", Action::AskPerson(question));
    let (direction, outcome) = (ContactDirection::Outbound, ContactOutcome::Message);
    let called = RecordContact { direction, outcome, ..make::contact() };
    world.does("huda", Action::RecordContact(called));
    assert_eq!(holder(world.case()), Holder::Person);
    let (direction, outcome) = (ContactDirection::Inbound, ContactOutcome::Message);
    let wrote = RecordContact { direction, outcome, ..make::contact() };
    world.does("person", Action::RecordContact(wrote));
    assert_eq!(holder(world.case()), Holder::Handler { staff: "huda".into() });
}
