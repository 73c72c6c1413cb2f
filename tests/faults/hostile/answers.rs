//! Bytes without a session, and answers that were changed on the way: no panic, no change of state, a
//! typed error.

use super::super::checker;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use domain::case::Stage;
use protocol::{Exact, ReceiptState};
use stories::world::{Answered, World, late_bus};
use tower::ServiceExt;

#[test]
fn a_verdict_that_the_platform_did_not_sign_is_believed_by_nobody() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.line.forges(|answered| {
        let receipts = match answered {
            Answered::Push(answer) => &mut answer.receipts,
            Answered::Verdicts(answer) => &mut answer.receipts,
            Answered::Pull(_) => return,
        };
        for receipt in receipts {
            if let ReceiptState::Judged { verdict } = &mut receipt.state {
                let text = String::from_utf8_lossy(&verdict.verdict.0).into_owned();
                verdict.verdict = Exact(text.replace("accepted", "rejected").into_bytes());
            }
        }
    });
    assert!(marwa.agree().is_err());
    assert!(!marwa.pending().is_empty() && marwa.attention().is_empty());
    marwa.line.heals();
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open);
}

#[test]
fn a_verdict_of_one_action_says_nothing_of_another() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.tells(&case, "تحققنا من سجل الحافلة رقم 12 اليوم.");
    marwa.decides(&case, 2_500);
    world.revises(|book| book.powers.retain(|it| it.post != "fleet_agent".into()));
    marwa.line.forges(|answered| {
        if let Answered::Push(answer) = answered
            && answer.receipts.len() == 2
        {
            answer.receipts[1].state = answer.receipts[0].state.clone();
        }
    });
    assert!(marwa.agree().is_err());
    marwa.line.heals();
    marwa.agrees();
    assert_eq!(marwa.attention().len(), 1, "the decision was refused");
    assert_eq!(world.case(&case).stage, Stage::Open);
}

#[test]
fn a_cut_answer_to_a_pull_changes_nothing() {
    let world = World::new();
    let (marwa, qais) = (world.computer("marwa"), world.computer("qais"));
    marwa.opens(late_bus(1));
    marwa.agrees();
    qais.line.forges(|answered| {
        if let Answered::Pull(answer) = answered {
            answer.cursor = "x".repeat(100_000);
        }
    });
    let _ = qais.agree();
    qais.line.heals();
    for _ in 0..3 {
        // A cursor that the platform can't read is not the end of agreement.
        if qais.agree().is_ok() {
            break;
        }
    }
    qais.agrees();
    checker::all_is_well(&world, &[&marwa, &qais]);
}

/// Bodies that nobody should send.
fn bodies() -> Vec<Vec<u8>> {
    let mut random = fastrand::Rng::with_seed(7);
    let mut bodies: Vec<Vec<u8>> = Vec::new();
    for _ in 0..20 {
        let mut noise = vec![0; random.usize(..600)];
        random.fill(&mut noise);
        bodies.push(noise);
    }
    bodies.push(b"{}".to_vec());
    bodies.push(b"null".to_vec());
    bodies.push(vec![b'['; 50_000]);
    bodies.push(br#"{"device":"x","store":"y","actions":[{}]}"#.to_vec());
    bodies.push(
        br#"{"ops":["00000000-0000-0000-0000-000000000000"],"agency":"nakheel","staff":"marwa","password":"","device_key":""}"#
            .to_vec(),
    );
    bodies
}

#[test]
fn hostile_bytes_on_every_address_are_refused_and_change_nothing() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let before = (world.house.app().last_seq(world.agency()), world.case(&case));
    let router = platform::router(world.house.app());
    let addresses = ["sign-in", "refresh", "push", "verdicts", "pull", "body"];
    for address in addresses {
        for body in bodies() {
            let request = Request::builder()
                .method(Method::POST)
                .uri(format!("/v1/{address}"))
                .header("content-type", "application/json")
                .header("authorization", "Bearer ../../../etc/passwd")
                .body(Body::from(body))
                .expect("a request");
            let answer = world.handle().block_on(router.clone().oneshot(request)).expect("served");
            let status = answer.status();
            assert!(status.is_client_error(), "{address}: {status}");
            assert_ne!(status, StatusCode::OK);
        }
    }
    let after = (world.house.app().last_seq(world.agency()), world.case(&case));
    assert_eq!(before.1, after.1);
    assert_eq!(before.0.expect("seq"), after.0.expect("seq"));
    marwa.agrees();
    checker::all_is_well(&world, &[&marwa]);
}
