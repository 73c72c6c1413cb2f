//! The platform without a network, and posts lent for a time.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{PASSWORD, World, is_accepted};
use chrono::TimeDelta;
use domain::{Action, Delegate};
use platform::InProcess;
use protocol::{Base, Platform, PlatformError, PullRequest, PushRequest, SignInRequest};
use std::sync::Arc;

#[tokio::test]
async fn it_signs_in_pushes_and_pulls_like_the_wire() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let way = InProcess::new(Arc::clone(&world.app));
    let request = PullRequest { cursor: None, keys: None, book_version: 0, items_max: 10 };
    assert_eq!(way.pull(&request).await.err(), Some(PlatformError::Unauthorised));
    let sign_in = SignInRequest {
        agency: world.agency.clone(),
        staff: "huda".into(),
        password: PASSWORD.to_owned(),
        device: Some(desk.device()),
        device_key: protocol::Exact(desk.key.verifying_key().to_bytes().to_vec()),
        code: None,
        proof: protocol::Proof::default(),
    };
    let sign_in = crate::support::proven(&world.app, sign_in, &desk.key);
    let answer = way.sign_in(&sign_in).await.expect("signed in");
    assert_eq!(answer.device, desk.device());
    let (case, open) = world.late_bus();
    let actions = vec![desk.sign(case, Base::default(), &open)];
    let push = PushRequest { device: desk.device(), store: desk.store, actions };
    assert_eq!(way.push(&push).await.expect("pushed").expected, 2);
    let pulled = way.pull(&request).await.expect("pulled");
    assert_eq!(pulled.items.len(), 2);
    way.forget_access();
    assert_eq!(way.pull(&request).await.err(), Some(PlatformError::Unauthorised));
}

#[test]
fn a_lent_post_is_a_new_book_with_a_number_of_its_own() {
    let world = World::new();
    let mut badr = world.desk("badr");
    let lend = Action::Delegate(Delegate {
        post: "buses-manager".into(),
        to: "huda".into(),
        since: world.now(),
        until: world.now() + TimeDelta::days(7),
    });
    let header = badr.header(None, Base::default());
    let signed = badr.sign_header(header, &lend);
    let answer = badr.push(vec![signed]).expect("pushed");
    assert!(is_accepted(&answer.receipts[0].state));
    assert_eq!(world.app.last_seq(&world.agency).expect("seq"), 1);
    let mut huda = world.desk("huda");
    let book = huda.pull().book.expect("the new book");
    assert_eq!((book.version, book.delegations.len()), (2, 1));
    assert!(huda.keys().contains(&"unit:buses:confidential".to_owned()), "and sees what it opens");
}

#[test]
fn what_a_platform_judged_it_still_knows_after_a_restart() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    let signed = desk.sign(case, Base::default(), &open);
    let first = desk.push(vec![signed.clone()]).expect("pushed");
    let key = world.app.verifying_key();
    let world = world.restart();
    assert_eq!(world.app.verifying_key(), key);
    let request = PushRequest { device: desk.device(), store: desk.store, actions: vec![signed] };
    assert_eq!(world.app.push(&desk.session, &request).expect("pushed"), first);
}
