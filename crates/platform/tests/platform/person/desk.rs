//! What a desk receives, and what it can't do with it (issue: no byte lets it confirm).

use super::house::{House, agency, marwa};
use domain::case::{Bearing, Stage};
use domain::{Action, OpId};
use ed25519_dalek::SigningKey;
use platform::Acted;
use protocol::{Exact, Outcome, PullRequest, SignInRequest};
use std::collections::BTreeSet;

/// Everything that a desk of somebody gets to read, as the bytes of the wire.
fn all_bytes(house: &House, staff: &str) -> String {
    let (agency, staff) = (agency(), staff.into());
    house.app.set_password(&agency, &staff, "a password of some length").unwrap();
    let request = SignInRequest {
        agency: agency.clone(),
        staff: staff.clone(),
        password: "a password of some length".to_owned(),
        device: None,
        device_key: Exact(SigningKey::from_bytes(&[7; 32]).verifying_key().to_bytes().to_vec()),
        code: Some(house.app.enrolment_code(&agency, &staff).unwrap()),
        proof: protocol::Proof::default(),
    };
    let request = crate::support::proven(&house.app, request, &SigningKey::from_bytes(&[7; 32]));
    let answer = house.app.sign_in(&request, None).unwrap();
    let session = house.app.session(&answer.access).unwrap();
    let mut bytes = serde_json::to_string(&answer).unwrap();
    let mut ask = PullRequest { cursor: None, keys: None, book_version: 0, items_max: 500 };
    loop {
        let news = house.app.pull(&session, &ask).unwrap();
        bytes.push_str(&serde_json::to_string(&news).unwrap());
        if !news.more {
            return bytes;
        }
        ask.cursor = Some(news.cursor);
    }
}

/// Every run of letters, digits and dashes, whole and in every window as long as a code.
fn candidates(bytes: &str) -> BTreeSet<String> {
    let runs = bytes.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let mut found = BTreeSet::new();
    for run in runs {
        let plain: Vec<char> = run.chars().filter(|c| *c != '-').collect();
        found.extend(plain.windows(20).map(|it| it.iter().collect::<String>()));
    }
    found
}

#[test]
fn no_byte_that_a_desk_ever_receives_lets_it_confirm() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let word = inbox.word.unwrap();
    let bytes = ["marwa", "hilal", "zahra"].map(|it| all_bytes(&house, it)).concat();
    let reference = house.case(case).reference;
    assert!(bytes.contains(&reference.to_string()), "the desks do hold the case");
    let decision = house.case(case).decision.unwrap().id;
    let is_word = |word: &str| house.app.is_word(&agency(), case, decision, word).unwrap();
    let opens = |code: &str| house.app.follow(&agency(), &reference, code).unwrap().is_some();
    assert!(is_word(&word) && opens(&inbox.code), "the person's own do");
    let tried = candidates(&bytes);
    assert!(tried.len() > 100, "{} candidates", tried.len());
    for candidate in tried {
        assert!(!is_word(&candidate) && !opens(&candidate), "{candidate}");
    }
}

#[test]
fn neither_code_nor_word_stands_in_the_store_or_in_any_event() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let mut secrets = vec![inbox.code, inbox.word.unwrap()];
    secrets.extend(secrets.clone().iter().map(|it| it.replace('-', "")));
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(house.dir.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            kept.extend(std::fs::read(path).unwrap());
        }
    }
    let events = house.app.case_events(&agency(), case).unwrap();
    kept.extend(serde_json::to_vec(&events).unwrap());
    assert!(kept.len() > 100_000);
    for secret in secrets {
        let found = kept.windows(secret.len()).any(|it| it.eq_ignore_ascii_case(secret.as_bytes()));
        assert!(!found);
    }
}

#[test]
fn staff_can_neither_confirm_nor_dispute_in_the_persons_name() {
    let house = House::open();
    let (case, _) = house.answered();
    let decision = house.case(case).decision.unwrap().id;
    let text = String::new();
    for by in [Bearing::OwnPage, Bearing::SpokenWord, Bearing::Heard] {
        for action in [
            Action::Confirm { decision, text: text.clone(), by },
            Action::Dispute { decision, text: text.clone(), by },
        ] {
            let acted = house.try_act(OpId(house.uuid()), &marwa(), case, &action);
            assert!(matches!(acted, Acted::Judged(Outcome::Rejected { .. })), "{acted:?}");
        }
    }
    assert_eq!(house.case(case).stage, Stage::Answered);
}
