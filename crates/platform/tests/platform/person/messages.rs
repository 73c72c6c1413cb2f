//! What reaches the person, and what of it stays in the house.

use super::browser::Browser;
use super::house::{House, agency, marwa};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::Action;
use platform::sender::{Delivery, FileSender, OutgoingMessage, Sender, filed_messages};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A provider that took the message and never said so.
#[derive(Default)]
struct Timeout(AtomicUsize);

impl Sender for Timeout {
    fn deliver(&self, _: OutgoingMessage) -> Delivery {
        self.0.fetch_add(1, Ordering::Relaxed);
        Delivery::Uncertain
    }
}

#[test]
fn nothing_leaves_the_house_before_ten_seconds_have_passed() {
    let house = House::open();
    let case = house.open_case();
    house.pass(TimeDelta::seconds(9));
    assert!(house.deliver().is_empty());
    house.pass(TimeDelta::seconds(1));
    assert_eq!(house.deliver().len(), 1);
    let decision = house.act(&marwa(), case, &Action::Decide(house.resolution(case, 2_500)));
    house.act(&marwa(), case, &Action::Withdraw { op: decision });
    house.pass(TimeDelta::hours(1));
    assert!(house.deliver().is_empty(), "what was taken back never leaves");
}

#[test]
fn an_uncertain_hand_over_is_never_tried_again() {
    let house = House::open();
    house.open_case();
    house.pass(TimeDelta::seconds(11));
    let timeout = Timeout::default();
    for _ in 0..5 {
        house.app.deliver_due(&timeout).unwrap();
        house.pass(TimeDelta::hours(1));
    }
    assert_eq!(timeout.0.load(Ordering::Relaxed), 1);
    assert_eq!(house.app.letter_states(&agency()).unwrap(), [("uncertain".to_owned(), 1)]);
}

#[test]
fn every_message_opens_the_case_and_only_a_decision_brings_a_word() {
    let house = House::open();
    let case = house.open_case();
    house.pass(TimeDelta::seconds(11));
    let welcome = house.inbox(case);
    assert!(welcome.word.is_none());
    house.decide(case);
    let decided = house.inbox(case);
    assert_ne!(welcome.code, decided.code, "a code is made for each message");
    assert!(decided.word.is_some());
    let reference = house.case(case).reference;
    for code in [&welcome.code, &decided.code] {
        assert_eq!(house.app.follow(&agency(), &reference, code).unwrap(), Some(case));
    }
}

#[test]
fn a_filed_message_is_whole_and_only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::open();
    let case = house.open_case();
    house.decide(case);
    let sender = FileSender::new(house.dir.path(), "https://page.example/", house.clock());
    house.app.deliver_due(&sender).unwrap();
    let filed = filed_messages(house.dir.path(), 10).unwrap();
    assert_eq!(filed.len(), 2);
    let decided = filed.iter().find(|it| it.word.is_some()).unwrap();
    assert!(!decided.text.contains(super::house::LETTER), "a text message only announces");
    assert!(decided.text.contains(&decided.code));
    assert!(decided.text.contains(decided.word.as_ref().unwrap()));
    assert!(decided.text.contains("https://page.example/c?reference=NT-"));
    assert!(!decided.text.contains(['\u{2068}', '\u{2069}']), "they would stick to a copied code");
    let link = decided.text.lines().find(|it| it.starts_with("https://")).unwrap();
    assert!(!link.contains(&decided.code), "no code in an address");
    for entry in std::fs::read_dir(house.dir.path().join("outbox")).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn the_messages_of_a_demo_are_shown_on_its_own_computer_only() {
    let house = House::demo();
    let case = house.open_case();
    house.decide(case);
    let sender = FileSender::new(house.dir.path(), "http://127.0.0.1:7000", house.clock());
    house.app.deliver_due(&sender).unwrap();
    let mut here = Browser::new(&house);
    here.address = "127.0.0.1:5555".parse().unwrap();
    let page = here.get("/demo/messages").await;
    assert_eq!(page.status, StatusCode::OK);
    let filed = filed_messages(house.dir.path(), 10).unwrap();
    for message in &filed {
        assert!(page.body.contains(&message.code));
    }
    assert!(page.body.contains(filed[0].word.as_ref().or(filed[1].word.as_ref()).unwrap()));
    let mut there = Browser::new(&house);
    assert_eq!(there.get("/demo/messages").await.status, StatusCode::NOT_FOUND);
    let real = House::open();
    let mut here = Browser::new(&real);
    here.address = "127.0.0.1:5555".parse().unwrap();
    assert_eq!(here.get("/demo/messages").await.status, StatusCode::NOT_FOUND);
}
