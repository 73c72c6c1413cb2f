//! What happens when nobody acts.

use super::browser::Browser;
use super::house::{House, agency, marwa};
use chrono::TimeDelta;
use domain::case::{ApprovalState, Channel, ContactDirection, ContactOutcome, Ending, Stage};
use domain::{Action, Language, RecordContact};
use platform::sender::LetterKind;

/// Turns the clock hour by hour and lets the clockwork look.
fn live(house: &House, days: i64) {
    for _ in 0..days * 24 {
        house.pass(TimeDelta::hours(1));
        house.app.tick().unwrap();
    }
}

#[tokio::test]
async fn silence_ends_as_unconfirmed_after_reminders_and_can_still_be_disputed() {
    let house = House::open();
    let case = house.open_case_of(&["phone", "mail"], Language::Ar);
    house.decide(case);
    let inbox = house.inbox(case);
    let mut ended = false;
    let mut reminders = Vec::new();
    for _ in 0..40 {
        live(&house, 1);
        for message in house.deliver() {
            match message.letter.kind {
                LetterKind::Reminder => reminders.push((message.letter.channel, house.now())),
                LetterKind::Ended { .. } => ended = true,
                LetterKind::Welcome | LetterKind::Reply { .. } => {}
            }
        }
    }
    assert!(ended && reminders.len() >= 2);
    let days: Vec<_> = reminders.iter().map(|(_, at)| at.date_naive()).collect();
    assert!(days.windows(2).all(|it| it[0] != it[1]), "on different days");
    assert!(reminders.iter().any(|(on, _)| *on == Channel::Sms));
    assert!(reminders.iter().any(|(on, _)| *on == Channel::Mail));
    assert_eq!(house.case(case).ending, Some(Ending::Unconfirmed { channels_tried: 2 }));
    let mut browser = Browser::new(&house);
    browser.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    let page = browser.get("/c/case?lang=en").await.text();
    assert!(page.contains("Closed without your word"));
    browser.answer("not_solved", "لم يصل المبلغ", inbox.word.as_deref().unwrap()).await;
    assert_eq!(house.case(case).stage, Stage::Open);
}

#[test]
fn a_person_with_a_phone_only_is_called_before_silence_ends_anything() {
    let house = House::open();
    let (case, _) = house.answered();
    live(&house, 40);
    assert_eq!(house.case(case).stage, Stage::Answered, "one channel is not enough");
    let call = RecordContact {
        channel: Channel::Phone,
        direction: ContactDirection::Outbound,
        outcome: ContactOutcome::NoAnswer,
        own_words: String::new(),
        cost: None,
    };
    house.act(&marwa(), case, &Action::RecordContact(call));
    live(&house, 10);
    assert_eq!(house.case(case).ending, Some(Ending::Unconfirmed { channels_tried: 2 }));
}

#[test]
fn a_message_of_the_person_stops_the_reminders() {
    let house = House::open();
    let (case, _) = house.answered();
    let word = RecordContact {
        channel: Channel::Portal,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Message,
        own_words: "متى؟".to_owned(),
        cost: None,
    };
    house.act(&domain::Actor::Person, case, &Action::RecordContact(word));
    live(&house, 30);
    let reminders = house.deliver();
    assert!(reminders.iter().all(|it| it.letter.kind != LetterKind::Reminder));
    assert_eq!(house.case(case).stage, Stage::Answered);
}

#[tokio::test]
async fn an_approval_on_a_silent_desk_passes_to_the_deputy_and_the_hours_say_who_held_it() {
    let house = House::open();
    let case = house.open_case();
    house.pass(TimeDelta::seconds(11));
    let inbox = house.inbox(case);
    let ask = Action::RequestApproval { resolution: house.resolution(case, 9_000), revises: None };
    house.act(&marwa(), case, &ask);
    let first = house.case(case).approvals[0].approvers.clone();
    house.pass(TimeDelta::hours(5));
    assert_eq!(house.app.tick().unwrap(), 0, "not before the limit");
    house.pass(TimeDelta::hours(26));
    assert_eq!(house.app.tick().unwrap(), 1);
    let approval = house.case(case).approvals[0].clone();
    assert_eq!(approval.state, ApprovalState::Waiting);
    assert_eq!(approval.approvers.len(), first.len() + 1, "both stay entitled");
    assert!(approval.limit > house.now());
    assert_eq!(house.app.tick().unwrap(), 0, "acting twice does nothing");
    let mut browser = Browser::new(&house);
    let page = browser.enter(&house.case(case).reference.to_string(), &inbox.code).await.text();
    assert!(page.contains("Head of fleet"), "the approver, by post");
    assert!(page.contains("31 hours"), "from asking until it passed");
}

#[test]
fn a_promise_that_falls_due_without_word_is_late() {
    let house = House::open();
    let (case, _) = house.answered();
    let due = house.case(case).remedies[0].due;
    house.pass(due - house.now());
    assert_eq!(house.app.tick().unwrap(), 1);
    assert_eq!(house.case(case).remedies[0].state, domain::case::RemedyState::Late);
    assert_eq!(house.app.tick().unwrap(), 0);
}

#[test]
fn two_platforms_beside_each_other_do_what_is_due_once() {
    let house = House::open();
    let (case, _) = house.answered();
    let due = house.case(case).remedies[0].due;
    house.pass(due - house.now());
    let other = platform::App::open(
        platform::Config::new(house.dir.path()),
        house.clock(),
        platform::system_random(),
    )
    .unwrap();
    let taken = std::thread::scope(|scope| {
        let one = scope.spawn(|| house.app.tick().unwrap());
        let two = scope.spawn(|| other.tick().unwrap());
        (one.join().unwrap(), two.join().unwrap())
    });
    assert!(taken.0 + taken.1 >= 1);
    let events = house.app.case_events(&agency(), case).unwrap();
    let late = events.iter().filter(|it| matches!(it.event, domain::Event::RemedyFellDue { .. }));
    assert_eq!(late.count(), 1);
}
