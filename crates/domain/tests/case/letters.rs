//! Messages that did not reach the person.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{Channel, ContactDirection, ContactOutcome, LetterFault, Stage, next_due};
use domain::{Action, Event, LetterId, OpId, RecordContact, Refusal, RemedyProgress};

fn letter(op: OpId) -> LetterId {
    LetterId { op, n: 0 }
}

fn report(op: OpId, fault: Option<LetterFault>) -> Action {
    Action::ReportLetter { letter: letter(op), channel: Channel::Sms, fault }
}

fn resend(op: OpId) -> Action {
    Action::ResendLetter { letter: letter(op) }
}

/// Answered and paid; the letter of the decision came back.
fn returned() -> (World, OpId) {
    let mut world = World::answered();
    let grant = world.case().remedies[0].id;
    let proof = "إيصال 4471".to_owned();
    world.does("huda", Action::UpdateRemedy { grant, to: RemedyProgress::Done, proof });
    let decision = world.decision();
    world.does("platform", report(decision, Some(LetterFault::Address)));
    (world, decision)
}

#[test]
fn only_the_platform_reports_and_the_same_report_says_nothing_new() {
    let (world, op) = returned();
    assert_eq!(world.case().returned.len(), 1);
    let again = report(op, Some(LetterFault::Address));
    assert_eq!(world.judges("platform", &again), Ok(vec![]));
    assert!(world.judges("huda", &again).is_err());
    assert!(world.judges("person", &again).is_err());
}

#[test]
fn the_owner_and_who_assigns_send_it_again_and_nobody_else() {
    let (mut world, op) = returned();
    for who in ["hamed", "faris", "fatma", "person"] {
        assert!(world.judges(who, &resend(op)).is_err(), "{who}");
    }
    for who in ["badr", "platform", "huda"] {
        let expected = vec![Event::LetterResent { letter: letter(op) }];
        assert_eq!(world.judges(who, &resend(op)), Ok(expected), "{who}");
    }
    world.does("huda", resend(op));
    assert!(world.case().returned.is_empty());
    let unknown = Refusal::UnknownCode { what: "letter".to_owned() };
    assert_eq!(world.judges("huda", &resend(op)), Err(unknown));
}

#[test]
fn without_an_address_there_is_nothing_to_send_it_to() {
    let (mut world, op) = returned();
    world.person.as_mut().unwrap().identifiers.clear();
    let empty = Refusal::Empty { field: "address".to_owned() };
    assert_eq!(world.judges("huda", &resend(op)), Err(empty));
}

#[test]
fn silence_ends_no_case_whose_letter_came_back() {
    let (mut world, op) = returned();
    for _ in 0..20 {
        if let Some(at) = next_due(world.case(), &world.book) {
            world.now = world.now.max(at) + TimeDelta::hours(1);
        }
        world.ticks();
    }
    assert_eq!(world.case().stage, Stage::Answered);
    let decision = world.decision();
    let end = world.judges("platform", &Action::EndUnconfirmed { decision });
    assert!(matches!(end, Err(Refusal::RemindersMissing { .. })), "{end:?}");
    world.does("huda", resend(op));
    world.later(TimeDelta::days(30));
    world.ticks();
    assert_eq!(world.case().stage, Stage::Closed);
}

#[test]
fn a_letter_that_arrived_after_all_or_a_talk_settles_it() {
    let (mut world, op) = returned();
    world.does("platform", report(op, None));
    assert!(world.case().returned.is_empty());
    world.does("platform", report(op, Some(LetterFault::Unconfirmed)));
    let direction = ContactDirection::Outbound;
    let missed = RecordContact { direction, outcome: ContactOutcome::NoAnswer, ..make::contact() };
    world.does("huda", Action::RecordContact(missed));
    assert_eq!(world.case().returned.len(), 1);
    let spoke = RecordContact { direction, outcome: ContactOutcome::Spoke, ..make::contact() };
    world.does("huda", Action::RecordContact(spoke));
    assert!(world.case().returned.is_empty());
}
