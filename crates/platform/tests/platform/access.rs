//! Ending access ends it at the next request; signing in proves a key; strangers slow only themselves.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{Desk, PASSWORD, World, proven, proven_refresh};
use chrono::TimeDelta;
use ed25519_dalek::SigningKey;
use platform::{AccountState, Denied};
use protocol::{
    ChallengeRequest, Exact, Proof, RefreshAnswer, RefreshRequest, ShareRequest, SignInAnswer,
    SignInRequest,
};
use std::net::IpAddr;

fn code<T>(answer: Result<T, Denied>) -> &'static str {
    answer.err().expect("refused").code()
}

fn again(desk: &Desk, password: &str) -> SignInRequest {
    SignInRequest {
        agency: desk.session.agency.clone(),
        staff: desk.session.staff.clone(),
        password: password.to_owned(),
        device: Some(desk.device()),
        device_key: Exact(desk.key.verifying_key().to_bytes().to_vec()),
        code: None,
        proof: Proof::default(),
    }
}

fn signs_in(world: &World, desk: &Desk, password: &str) -> Result<SignInAnswer, Denied> {
    world.app.sign_in(&proven(&world.app, again(desk, password), &desk.key), None)
}

fn refresh(desk: &Desk) -> RefreshRequest {
    let refresh = desk.refresh.clone();
    RefreshRequest { device: desk.device(), refresh, proof: Proof::default() }
}

fn refreshes(world: &World, desk: &Desk) -> Result<RefreshAnswer, Denied> {
    world.app.refresh(&proven_refresh(&world.app, refresh(desk), &desk.key))
}

/// Somebody who knows a name and tries passwords on a computer of their own.
fn guesses(world: &World, staff: &str, address: [u8; 4]) -> Result<SignInAnswer, Denied> {
    let key = SigningKey::from_bytes(&[99; 32]);
    let request = SignInRequest {
        agency: world.agency.clone(),
        staff: staff.into(),
        password: "a guess".to_owned(),
        device: None,
        device_key: Exact(key.verifying_key().to_bytes().to_vec()),
        code: None,
        proof: Proof::default(),
    };
    let request = proven(&world.app, request, &key);
    world.app.sign_in(&request, Some(IpAddr::from(address)))
}

#[test]
fn a_changed_password_ends_every_session_and_open_code_of_the_account_and_of_no_other() {
    let world = World::new();
    let (first, second, other) = (world.desk("huda"), world.desk("huda"), world.desk("hamed"));
    let open = world.app.enrolment_code(&world.agency, &"huda".into()).expect("code");
    let ended = world.app.set_password(&world.agency, &"huda".into(), "كلمة أخرى طويلة");
    assert_eq!(ended.expect("changed").sessions, 2);
    for desk in [&first, &second] {
        assert_eq!(code(world.app.session(&desk.access)), "unauthorised");
        assert_eq!(code(refreshes(&world, desk)), "session_ended");
        assert_eq!(code(signs_in(&world, desk, PASSWORD)), "wrong_password");
    }
    assert!(world.app.session(&other.access).is_ok() && refreshes(&world, &other).is_ok());
    let key = SigningKey::from_bytes(&[3; 32]);
    let thief = SignInRequest {
        device: None,
        device_key: Exact(key.verifying_key().to_bytes().to_vec()),
        code: Some(open),
        ..again(&first, "كلمة أخرى طويلة")
    };
    let thief = world.app.sign_in(&proven(&world.app, thief, &key), None);
    assert_eq!(code(thief), "wrong_code");
    assert!(signs_in(&world, &first, "كلمة أخرى طويلة").is_ok());
}

#[test]
fn a_disabled_account_is_refused_at_its_next_request_until_it_is_enabled() {
    let world = World::new();
    let (agency, huda) = (world.agency.clone(), "huda".into());
    let mut desk = world.desk("huda");
    let ended = world.app.disable_account(&agency, &huda).expect("disabled");
    assert_eq!(ended.expect("an account").sessions, 1);
    assert_eq!(world.app.account_state(&agency, &huda).expect("state"), AccountState::Disabled);
    assert_eq!(code(world.app.session(&desk.access)), "account_disabled");
    assert_eq!(code(refreshes(&world, &desk)), "account_disabled");
    assert_eq!(code(signs_in(&world, &desk, PASSWORD)), "account_disabled");
    assert_eq!(code(signs_in(&world, &desk, "a guess")), "wrong_password");
    assert!(world.app.enable_account(&agency, &huda).expect("enabled"));
    assert_eq!(code(world.app.session(&desk.access)), "unauthorised", "what ended stays ended");
    assert_eq!(code(refreshes(&world, &desk)), "session_ended");
    let answer = signs_in(&world, &desk, PASSWORD).expect("signed in");
    desk.access = answer.access;
    assert!(world.app.session(&desk.access).is_ok());
    assert_eq!(world.app.disable_account(&agency, &"ghost".into()).expect("asked"), None);
}

#[test]
fn a_revoked_computer_never_comes_back_and_its_owner_keeps_the_others() {
    let world = World::new();
    let (lost, kept) = (world.desk("huda"), world.desk("huda"));
    assert!(world.app.revoke_device(&world.agency, lost.device()).expect("revoked"));
    assert!(!world.app.revoke_device(&world.agency, lost.device()).expect("asked again"));
    assert_eq!(code(world.app.session(&lost.access)), "device_revoked");
    assert_eq!(code(refreshes(&world, &lost)), "device_revoked");
    assert_eq!(code(signs_in(&world, &lost, PASSWORD)), "device_revoked");
    assert!(world.app.session(&kept.access).is_ok());
    let listed = world.app.devices(&world.agency).expect("listed");
    let of =
        |desk: &Desk| listed.iter().find(|it| it.device == desk.device()).expect("in the list");
    assert!(of(&lost).revoked_at.is_some() && !of(&lost).signed_in);
    assert!(of(&kept).revoked_at.is_none() && of(&kept).signed_in);
    let all = world.app.revoke_devices(&world.agency, &"huda".into()).expect("revoked");
    assert_eq!(all.devices, 1);
    assert_eq!(code(world.app.session(&kept.access)), "device_revoked");
}

#[test]
fn sessions_that_were_ended_are_told_so_and_a_new_sign_in_begins_another() {
    let world = World::new();
    let desk = world.desk("huda");
    let ended = world.app.end_sessions(&world.agency, &"huda".into()).expect("ended");
    assert_eq!(ended.sessions, 1);
    assert_eq!(code(world.app.session(&desk.access)), "unauthorised");
    assert_eq!(code(refreshes(&world, &desk)), "session_ended");
    assert!(signs_in(&world, &desk, PASSWORD).is_ok());
}

#[test]
fn knowing_a_computers_public_key_and_the_password_signs_nobody_in() {
    let world = World::new();
    let desk = world.desk("huda");
    let bare = again(&desk, PASSWORD);
    assert_eq!(code(world.app.sign_in(&bare, None)), "bad_proof");
    let stranger = SigningKey::from_bytes(&[5; 32]);
    let forged = proven(&world.app, bare.clone(), &stranger);
    assert_eq!(code(world.app.sign_in(&forged, None)), "bad_proof");
    let refresh = refresh(&desk);
    assert_eq!(code(world.app.refresh(&refresh)), "unauthorised");
    let forged = proven_refresh(&world.app, refresh, &stranger);
    assert_eq!(code(world.app.refresh(&forged)), "unauthorised");
}

#[test]
fn a_challenge_is_good_once_for_its_purpose_its_user_and_its_time() {
    let world = World::new();
    let (huda, hamed) = (world.desk("huda"), world.desk("hamed"));
    let request = proven(&world.app, again(&huda, PASSWORD), &huda.key);
    world.app.sign_in(&request, None).expect("signed in");
    assert_eq!(code(world.app.sign_in(&request, None)), "bad_proof", "replayed");

    let of_hamed = ChallengeRequest::of_sign_in(&again(&hamed, PASSWORD));
    let nonce = world.app.challenge(&of_hamed).expect("challenge").nonce;
    let other = again(&huda, PASSWORD).proven(&nonce, &huda.key);
    assert_eq!(code(world.app.sign_in(&other, None)), "bad_proof", "of somebody else");

    let of_refresh = ChallengeRequest::of_refresh(&refresh(&huda), &huda.key.verifying_key());
    let nonce = world.app.challenge(&of_refresh).expect("challenge").nonce;
    let other = again(&huda, PASSWORD).proven(&nonce, &huda.key);
    assert_eq!(code(world.app.sign_in(&other, None)), "bad_proof", "of another purpose");

    let late = proven(&world.app, again(&huda, PASSWORD), &huda.key);
    let wrong = proven(&world.app, again(&huda, "a guess"), &huda.key);
    assert_eq!(code(world.app.sign_in(&wrong, None)), "wrong_password");
    let right = SignInRequest { password: PASSWORD.to_owned(), ..wrong };
    assert_eq!(code(world.app.sign_in(&right, None)), "bad_proof", "used up by the wrong password");
    world.pass(TimeDelta::minutes(6));
    assert_eq!(code(world.app.sign_in(&late, None)), "bad_proof", "too old");
    for forged in ["", "x", &"A".repeat(75), &"=".repeat(9_999)] {
        let proof = Proof { nonce: forged.to_owned(), ..late.proof.clone() };
        let forged = SignInRequest { proof, ..late.clone() };
        assert_eq!(code(world.app.sign_in(&forged, None)), "bad_proof");
    }
}

#[test]
fn the_share_of_a_computers_keys_needs_the_password_and_an_account_that_may_sign_in() {
    let world = World::new();
    let desk = world.desk("huda");
    let ask = |password: &str, device| {
        let (agency, staff) = (world.agency.clone(), "huda".into());
        let request = ShareRequest { agency, staff, password: password.to_owned(), device };
        world.app.share(&request, None)
    };
    let share = ask(PASSWORD, desk.device()).expect("share").share;
    assert_eq!(share, signs_in(&world, &desk, PASSWORD).expect("signed in").share);
    assert_eq!(code(ask("a guess", desk.device())), "wrong_password");
    let other = world.desk("hamed").device();
    assert_eq!(code(ask(PASSWORD, other)), "unknown_device");
    world.app.revoke_device(&world.agency, desk.device()).expect("revoked");
    assert_eq!(code(ask(PASSWORD, desk.device())), "device_revoked");
    world.app.disable_account(&world.agency, &"huda".into()).expect("disabled");
    assert_eq!(code(ask(PASSWORD, desk.device())), "account_disabled");
}

#[test]
fn strangers_never_lock_a_known_computer_out() {
    let world = World::new();
    let desk = world.desk("huda");
    let mut slowed = 0;
    for n in 0..200_u8 {
        let answer = guesses(&world, "huda", [203, 0, 113, n]);
        slowed += u32::from(matches!(answer, Err(Denied::TooMany { .. })));
    }
    assert!(slowed > 100, "guesses from everywhere are slowed: {slowed}");
    assert!(signs_in(&world, &desk, PASSWORD).is_ok());
    let share = ShareRequest {
        agency: world.agency.clone(),
        staff: "huda".into(),
        password: PASSWORD.to_owned(),
        device: desk.device(),
    };
    assert!(world.app.share(&share, Some(IpAddr::from([203, 0, 113, 1]))).is_ok());
}

#[test]
fn mistakes_of_one_office_slow_none_of_its_known_computers() {
    let world = World::new();
    let office = [198, 51, 100, 7];
    let desk = world.desk("huda");
    for n in 0..300 {
        let staff = format!("somebody {n}");
        let _refused = guesses(&world, &staff, office);
    }
    assert!(matches!(guesses(&world, "badr", office), Err(Denied::TooMany { .. })));
    let request = proven(&world.app, again(&desk, PASSWORD), &desk.key);
    assert!(world.app.sign_in(&request, Some(IpAddr::from(office))).is_ok());
}
