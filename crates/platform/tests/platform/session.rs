//! Signing in, enrolling, tokens, and a demo's open secrets.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{PASSWORD, World, proven, proven_refresh};
use chrono::TimeDelta;
use domain::StaffId;
use ed25519_dalek::SigningKey;
use platform::Denied;
use protocol::{Exact, Proof, RefreshRequest, SignInAnswer, SignInRequest};

fn request(world: &World, staff: &str, password: &str, code: Option<String>) -> SignInRequest {
    let key = SigningKey::from_bytes(&[7; 32]);
    SignInRequest {
        agency: world.agency.clone(),
        staff: staff.into(),
        password: password.to_owned(),
        device: None,
        device_key: Exact(key.verifying_key().to_bytes().to_vec()),
        code,
        proof: Proof::default(),
    }
}

fn signs_in(world: &World, request: &SignInRequest, seed: u8) -> Result<SignInAnswer, Denied> {
    let key = SigningKey::from_bytes(&[seed; 32]);
    let device_key = Exact(key.verifying_key().to_bytes().to_vec());
    let request = SignInRequest { device_key, ..request.clone() };
    world.app.sign_in(&proven(&world.app, request, &key), None)
}

fn with_account(staff: &str) -> World {
    let world = World::new();
    world.app.set_password(&world.agency, &staff.into(), PASSWORD).expect("account");
    world
}

#[test]
fn a_wrong_password_and_an_unknown_account_look_alike() {
    let world = with_account("huda");
    for (staff, password) in [("huda", "خطأ"), ("nobody", PASSWORD)] {
        let denied = signs_in(&world, &request(&world, staff, password, None), 7);
        assert!(matches!(denied, Err(Denied::Forbidden("wrong_password"))), "{denied:?}");
    }
}

#[test]
fn guessing_slows_down_and_never_locks_out() {
    let world = with_account("huda");
    let guess = |password: &str| signs_in(&world, &request(&world, "huda", password, None), 7);
    let mut slowed = 0;
    for _ in 0..12 {
        match guess("خطأ") {
            Err(Denied::Forbidden("wrong_password")) => {}
            Err(Denied::TooMany { retry_after_s }) => {
                slowed += 1;
                world.pass(TimeDelta::seconds(retry_after_s.into()));
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(slowed >= 3, "slowed {slowed} times");
    world.pass(TimeDelta::minutes(15));
    assert!(matches!(guess(PASSWORD), Err(Denied::Forbidden("code_missing"))));
}

#[test]
fn a_code_enrols_one_computer_within_its_time() {
    let world = with_account("huda");
    let huda = StaffId::from("huda");
    let code = world.app.enrolment_code(&world.agency, &huda).expect("code");
    let first = request(&world, "huda", PASSWORD, Some(code.to_lowercase()));
    let enrolled = signs_in(&world, &first, 7).expect("enrolled");
    let again = signs_in(&world, &first, 7).expect("the answer was lost");
    assert_eq!(enrolled.device, again.device);
    assert_eq!(enrolled.share, again.share);

    let denied = signs_in(&world, &first, 8);
    assert!(matches!(denied, Err(Denied::Forbidden("wrong_code"))));

    let code = world.app.enrolment_code(&world.agency, &huda).expect("code");
    world.pass(TimeDelta::minutes(15));
    let denied = signs_in(&world, &SignInRequest { code: Some(code), ..first }, 8);
    assert!(matches!(denied, Err(Denied::Forbidden("wrong_code"))));
}

#[test]
fn five_wrong_codes_spend_the_right_one() {
    let world = with_account("huda");
    let code = world.app.enrolment_code(&world.agency, &"huda".into()).expect("code");
    for _ in 0..5 {
        let wrong = request(&world, "huda", PASSWORD, Some("0000-0000".to_owned()));
        let denied = signs_in(&world, &wrong, 7);
        assert!(matches!(denied, Err(Denied::Forbidden("wrong_code"))), "{denied:?}");
    }
    world.pass(TimeDelta::minutes(1));
    let denied = signs_in(&world, &request(&world, "huda", PASSWORD, Some(code)), 7);
    assert!(matches!(denied, Err(Denied::Forbidden("wrong_code"))));
}

#[test]
fn a_code_of_one_is_none_of_another() {
    let world = with_account("huda");
    let code = world.app.enrolment_code(&world.agency, &"hamed".into()).expect("code");
    let denied = signs_in(&world, &request(&world, "huda", PASSWORD, Some(code)), 7);
    assert!(matches!(denied, Err(Denied::Forbidden("wrong_code"))));
}

#[test]
fn an_access_token_runs_out_and_the_refresh_token_rotates() {
    let world = World::new();
    let desk = world.desk("huda");
    let trade = |token: &str, key: &SigningKey| {
        let request = RefreshRequest {
            device: desk.device(),
            refresh: token.to_owned(),
            proof: Proof::default(),
        };
        world.app.refresh(&proven_refresh(&world.app, request, key))
    };
    world.pass(TimeDelta::minutes(16));
    assert!(matches!(world.app.session(&desk.access), Err(Denied::Unauthorised)));
    let stolen = trade(&desk.refresh, &SigningKey::from_bytes(&[9; 32]));
    assert!(matches!(stolen, Err(Denied::Unauthorised)));
    let second = trade(&desk.refresh, &desk.key).expect("traded");
    assert!(world.app.session(&second.access).is_ok());
    trade(&desk.refresh, &desk.key).expect("the answer was lost");
    let third = trade(&desk.refresh, &desk.key).expect("and lost again");
    trade(&third.refresh, &desk.key).expect("traded");
    assert!(matches!(trade(&desk.refresh, &desk.key), Err(Denied::Unauthorised)));
}

#[test]
fn a_token_of_one_agency_opens_no_other() {
    let world = World::new();
    let desk = world.desk("huda");
    let secret = desk.access.rsplit_once('.').expect("a token").1;
    for forged in [format!("other.{secret}"), secret.to_owned(), String::new(), "x".repeat(9_999)] {
        assert!(matches!(world.app.session(&forged), Err(Denied::Unauthorised)));
    }
}

#[test]
fn only_a_store_marked_demo_shows_passwords_and_a_real_one_never_becomes_a_demo() {
    let real = World::new();
    assert_eq!(real.app.hello().expect("hello").demo, None);
    assert!(matches!(real.app.mark_demo(), Err(Denied::Forbidden("not_a_demo"))));
    let denied = real.app.put_demo_account(&real.agency, &"huda".into());
    assert!(matches!(denied, Err(Denied::Forbidden("not_a_demo"))));

    let demo = World::empty();
    demo.app.mark_demo().expect("marked");
    demo.app.put_book(&crate::support::book()).expect("book");
    demo.app.put_demo_account(&demo.agency, &"huda".into()).expect("account");
    demo.app.put_demo_account(&demo.agency, &"huda".into()).expect("repeated");
    let demo_world = demo.restart();
    let shown = demo_world.app.hello().expect("hello").demo.expect("accounts");
    assert_eq!(shown.len(), 1);
    for key in [1, 2] {
        let code = Some(shown[0].code.clone());
        let request = request(&demo_world, "huda", &shown[0].password, code);
        signs_in(&demo_world, &request, key).expect("the code stays good");
    }
}

#[test]
fn a_store_without_its_keys_does_not_open() {
    let world = World::new();
    let config = platform::Config::new(world.dir.path());
    std::fs::remove_file(world.dir.path().join("platform.keys")).expect("removed");
    let opened = platform::App::open(config, platform::system_clock(), platform::system_random());
    assert!(matches!(opened, Err(platform::Error::Keys { .. })));
}
