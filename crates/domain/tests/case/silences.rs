//! Reminders and the unconfirmed ending.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{Bearing, Channel, ContactDirection, ContactOutcome, Ending, Stage, next_due};
use domain::{Action, IdentifierKind, RecordContact, Refusal, RemedyProgress};

/// Answered, with the refund paid at once, so that nothing of ours is still owed.
fn waiting() -> World {
    let mut world = World::answered();
    let grant = world.case().remedies[0].id;
    let proof = "إيصال 4471".to_owned();
    world.does("huda", Action::UpdateRemedy { grant, to: RemedyProgress::Done, proof });
    world
}

/// Lets time pass from one due instant to the next until the case is closed or nothing is due.
fn runs(world: &mut World) -> Vec<&'static str> {
    let mut done = Vec::new();
    while let Some(at) = next_due(world.case(), &world.book) {
        world.now = world.now.max(at);
        let step = world.ticks();
        if step.is_empty() {
            break;
        }
        done.extend(step);
    }
    done
}

#[test]
fn silence_ends_unconfirmed_after_reminders_on_every_channel() {
    let mut world = waiting();
    assert_eq!(runs(&mut world), ["remind", "remind", "end_unconfirmed"]);
    assert_eq!(world.case().ending, Some(Ending::Unconfirmed { channels_tried: 2 }));
    let channels: Vec<Channel> =
        world.case().decision.as_ref().unwrap().reminders.iter().map(|it| it.1).collect();
    assert_eq!(channels, [Channel::Sms, Channel::Mail]);
}

#[test]
fn reminders_lie_on_different_days_and_none_comes_early() {
    let mut world = waiting();
    let decision = world.decision();
    let remind = Action::Remind { decision, channel: Channel::Sms };
    assert_eq!(world.judges("platform", &remind), Err(Refusal::NotDue));
    assert_eq!(world.judges("huda", &remind), Err(Refusal::NotDue));
    runs(&mut world);
    let reminders = &world.case().decision.as_ref().unwrap().reminders;
    assert!(reminders[1].0 - reminders[0].0 >= TimeDelta::days(2));
}

#[test]
fn the_case_does_not_end_before_the_reminders() {
    let mut world = waiting();
    let decision = world.decision();
    world.later(TimeDelta::days(300));
    let end = Action::EndUnconfirmed { decision };
    let missing = Refusal::RemindersMissing { sent: 0, needed: 2 };
    assert_eq!(world.judges("platform", &end), Err(missing));
    assert_eq!(world.judges("huda", &end), Err(Refusal::NotDue));
}

#[test]
fn with_one_channel_somebody_calls_before_the_end() {
    let mut world = waiting();
    let person = world.person.as_mut().unwrap();
    person.identifiers.retain(|it| it.kind == IdentifierKind::Phone);
    assert_eq!(runs(&mut world), ["remind", "remind"]);
    assert_eq!(world.case().stage, Stage::Answered);
    let (direction, outcome) = (ContactDirection::Outbound, ContactOutcome::NoAnswer);
    let called = RecordContact { direction, outcome, ..make::contact() };
    world.does("hamed", Action::RecordContact(called));
    assert_eq!(runs(&mut world), ["end_unconfirmed"]);
    assert_eq!(world.case().ending, Some(Ending::Unconfirmed { channels_tried: 2 }));
}

#[test]
fn calls_that_somebody_writes_down_replace_no_reminder() {
    let mut world = waiting();
    let (direction, outcome) = (ContactDirection::Outbound, ContactOutcome::NoAnswer);
    for _ in 0..5 {
        let called = RecordContact { direction, outcome, ..make::contact() };
        world.does("huda", Action::RecordContact(called));
    }
    assert_eq!(runs(&mut world), ["remind", "remind", "end_unconfirmed"]);
}

#[test]
fn a_message_is_answered_before_silence_counts_again() {
    let mut world = waiting();
    world.does("person", make::called_again());
    assert_eq!(next_due(world.case(), &world.book), None);
    let kind = domain::case::ReplyKind::Progress;
    let reply = make::reply(&world, kind, "المبلغ في حسابكم منذ الصباح برقم الإيصال 4471");
    world.does("huda", Action::SendReply(reply));
    assert_eq!(runs(&mut world), ["remind", "remind", "end_unconfirmed"]);
}

#[test]
fn while_something_is_promised_silence_does_not_count() {
    let mut world = World::answered();
    let due = world.case().remedies[0].due;
    assert_eq!(runs(&mut world)[..2], ["remedy_due", "remind"]);
    let first = world.case().decision.as_ref().unwrap().reminders[0].0;
    assert!(first > due);
}

#[test]
fn whom_nobody_can_reach_is_tried_on_no_channel_and_says_so() {
    let mut world = World::empty();
    world.person = None;
    world.does("amal", Action::ImportCase(Box::new(make::import())));
    world.does("huda", Action::Take);
    let mut resolution = make::resolution(&world, 3_000);
    resolution.remedies.clear();
    resolution.none_because = Some("لا صاحب للشكوى".into());
    resolution.letter.text = "انتظرت الحافلة في محطة روي ساعة كاملة، والخط متوقف".into();
    world.does("huda", Action::Decide(Box::new(resolution)));
    assert_eq!(runs(&mut world), ["end_unconfirmed"]);
    assert_eq!(world.case().ending, Some(Ending::Unconfirmed { channels_tried: 0 }));
}

#[test]
fn late_word_counts_after_silence_ended_the_case() {
    let mut world = waiting();
    runs(&mut world);
    let (decision, by) = (world.decision(), Bearing::OwnPage);
    let closed_at = world.case().closed_at;
    let solved = Action::Confirm { decision, text: String::new(), by };
    assert!(world.judges("person", &solved).is_ok());
    world.later(TimeDelta::days(3));
    world.does("person", solved);
    assert_eq!(world.case().ending, Some(Ending::Confirmed));
    assert_eq!(world.case().closed_at, closed_at);
}

#[test]
fn what_a_handler_writes_down_is_no_reminder_of_the_platform() {
    for channel in [Channel::Sms, Channel::Mail, Channel::Phone, Channel::Portal, Channel::Branch] {
        let mut world = waiting();
        let before = next_due(world.case(), &world.book);
        for outcome in [ContactOutcome::NoAnswer, ContactOutcome::Message] {
            let direction = ContactDirection::Outbound;
            let logged = RecordContact { channel, direction, outcome, ..make::contact() };
            world.does("huda", Action::RecordContact(logged));
        }
        assert!(world.case().decision.as_ref().unwrap().reminders.is_empty(), "{channel:?}");
        assert_eq!(next_due(world.case(), &world.book), before, "{channel:?}");
        assert_eq!(runs(&mut world), ["remind", "remind", "end_unconfirmed"], "{channel:?}");
    }
}

#[test]
fn a_message_of_the_person_is_not_answered_by_writing_down_a_call() {
    let mut world = waiting();
    world.does("person", make::called_again());
    let direction = ContactDirection::Outbound;
    world.does("huda", Action::RecordContact(RecordContact { direction, ..make::contact() }));
    assert_eq!(next_due(world.case(), &world.book), None);
}

#[test]
fn reminders_before_a_message_of_the_person_do_not_count_after_it() {
    let mut world = waiting();
    for _ in 0..2 {
        world.now = next_due(world.case(), &world.book).unwrap();
        assert_eq!(world.ticks(), ["remind"]);
    }
    world.does("person", make::called_again());
    let kind = domain::case::ReplyKind::Progress;
    let reply = make::reply(&world, kind, "المبلغ في حسابكم منذ الصباح برقم الإيصال 4471");
    world.does("huda", Action::SendReply(reply));
    assert_eq!(runs(&mut world), ["remind", "remind", "end_unconfirmed"]);
}

#[test]
fn a_person_without_an_address_was_tried_on_no_channel() {
    let mut world = waiting();
    world.person.as_mut().unwrap().identifiers.clear();
    runs(&mut world);
    assert_eq!(world.case().ending, Some(Ending::Unconfirmed { channels_tried: 0 }));
}
