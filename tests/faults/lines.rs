//! Bad lines: cut, doubled, reordered, answered by strangers. Nothing is dropped.

use super::checker;
use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use domain::case::Stage;
use protocol::{Platform, PlatformError, PushRequest};
use std::sync::{Arc, Mutex};
use stories::world::{Answered, Asked, Computer, Fault, Served, World, late_bus, note};

fn decided_offline(world: &World) -> (Computer, String) {
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.decides(&case, 2_500);
    (marwa, case)
}

fn agreed_once(world: &World, marwa: &Computer, case: &str) {
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(world.case(case).stage, Stage::Answered);
    world.advance(TimeDelta::minutes(1));
    assert_eq!(world.replies(case).len(), 1, "one letter");
    checker::all_is_well(world, &[marwa]);
}

#[test]
fn a_connection_cut_after_the_commit_sends_nothing_twice() {
    let world = World::new();
    let (marwa, case) = decided_offline(&world);
    marwa.line.fails(|asked| match asked {
        Asked::Push(_) => Fault::AnswerLost,
        _ => Fault::Pass,
    });
    // The answer is lost, but the verdict is asked for before the round is over.
    let _ = marwa.agree();
    assert_eq!(world.case(&case).stage, Stage::Answered, "it was committed");
    marwa.line.heals();
    marwa.agrees();
    agreed_once(&world, &marwa, &case);
}

#[test]
fn the_answer_of_every_call_may_be_lost_once() {
    let world = World::new();
    let (marwa, case) = decided_offline(&world);
    for lost in 0..8 {
        let mut calls = 0;
        marwa.line.fails(move |_| {
            calls += 1;
            if calls == lost + 1 { Fault::AnswerLost } else { Fault::Pass }
        });
        let _ = marwa.agree();
    }
    marwa.line.heals();
    marwa.agrees();
    agreed_once(&world, &marwa, &case);
}

#[test]
fn a_platform_that_stops_in_the_middle_of_a_round_is_met_again() {
    let world = World::new();
    let (marwa, case) = decided_offline(&world);
    for reached in 0..6 {
        let mut calls = 0;
        marwa.line.fails(move |_| {
            calls += 1;
            if calls > reached { Fault::Instead(PlatformError::Unreachable) } else { Fault::Pass }
        });
        let _ = marwa.agree();
        assert_eq!(marwa.sees(&case).row.stage, Stage::Answered, "the desk works on");
    }
    world.stop();
    marwa.line.heals();
    assert!(marwa.agree().is_err());
    world.start();
    marwa.agrees();
    agreed_once(&world, &marwa, &case);
}

#[test]
fn batches_that_come_doubled_and_in_any_order_change_nothing() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let sent: Arc<Mutex<Vec<PushRequest>>> = Arc::default();
    let copies = Arc::clone(&sent);
    marwa.line.fails(move |asked| {
        if let Asked::Push(request) = asked {
            copies.lock().expect("the copies").push((*request).clone());
        }
        Fault::Twice
    });
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.does(&case, note("أولى"));
    marwa.agrees();
    marwa.decides(&case, 2_500);
    marwa.agrees();
    let last = world.house.app().last_seq(world.agency()).expect("seq");
    let sent = sent.lock().expect("the copies");
    for request in sent.iter().rev().chain(sent.iter()) {
        let again = world.handle().block_on(marwa.line.road.push(request)).expect("known");
        assert_eq!(again.receipts.len(), request.actions.len(), "the same answer for ever");
    }
    assert_eq!(world.house.app().last_seq(world.agency()).expect("seq"), last);
    marwa.line.heals();
    agreed_once(&world, &marwa, &case);
}

/// Strangers on the platform's port, each with what they answer to everything.
fn strangers() -> Vec<(&'static str, Response)> {
    let html = "<html><body>Welcome to the hotel. Please accept our terms.</body></html>";
    let page = |status: StatusCode| {
        (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
    };
    let json =
        |body: &'static [u8]| ([(header::CONTENT_TYPE, "application/json")], body).into_response();
    let moved = [(header::LOCATION, "http://portal.example/login")];
    vec![
        ("a captive portal", page(StatusCode::OK)),
        ("a redirect to a portal", (StatusCode::FOUND, moved, "").into_response()),
        ("a proxy that wants a password", page(StatusCode::PROXY_AUTHENTICATION_REQUIRED)),
        ("a 401 that is not ours", page(StatusCode::UNAUTHORIZED)),
        ("a 403 that is not ours", page(StatusCode::FORBIDDEN)),
        ("a 404", page(StatusCode::NOT_FOUND)),
        ("a 413", page(StatusCode::PAYLOAD_TOO_LARGE)),
        ("a 429", page(StatusCode::TOO_MANY_REQUESTS)),
        ("a 500", page(StatusCode::INTERNAL_SERVER_ERROR)),
        ("a 502", page(StatusCode::BAD_GATEWAY)),
        ("a 503", page(StatusCode::SERVICE_UNAVAILABLE)),
        ("other JSON", json(b"{\"hello\":[]}")),
        ("half a JSON", json(b"{\"receipts\":[{\"op\":\"")),
        ("bytes", json(&[0, 255, 254, 13, 10])),
        ("nothing at all", json(b"")),
    ]
}

#[test]
fn a_stranger_on_the_port_drops_nothing() {
    let world = World::over_http();
    let (marwa, case) = decided_offline(&world);
    let address = world.house.address();
    let port = address.rsplit(':').next().and_then(|it| it.parse().ok()).expect("a port");
    for (who, answer) in strangers() {
        world.stop();
        let (parts, body) = answer.into_parts();
        let body = world.handle().block_on(axum::body::to_bytes(body, 10_000)).expect("a body");
        let router = Router::new().fallback(move || {
            let (parts, body) = (parts.clone(), body.clone());
            async move { Response::from_parts(parts, axum::body::Body::from(body)) }
        });
        let stranger = Served::impostor(world.handle(), port, router);
        assert!(marwa.agree().is_err(), "{who}");
        assert_eq!(marwa.pending().len(), 1, "{who}");
        assert!(marwa.attention().is_empty(), "{who}");
        assert_eq!(marwa.sees(&case).row.stage, Stage::Answered, "{who}");
        stranger.end(world.handle());
        world.start();
    }
    marwa.agrees();
    agreed_once(&world, &marwa, &case);
}

#[test]
fn the_platforms_own_refusals_drop_nothing_either() {
    let world = World::new();
    let (marwa, case) = decided_offline(&world);
    for trouble in [
        PlatformError::Unauthorised,
        PlatformError::Forbidden { code: "device_revoked".into() },
        PlatformError::TooLarge,
        PlatformError::TooMany { retry_after_s: 60 },
        PlatformError::Failed { status: 503 },
        PlatformError::OtherVersion,
    ] {
        let answer = trouble.clone();
        marwa.line.fails(move |_| Fault::Instead(answer.clone()));
        assert!(marwa.agree().is_err(), "{trouble:?}");
        assert_eq!(marwa.pending().len(), 1, "{trouble:?}");
        assert!(marwa.attention().is_empty(), "{trouble:?}");
    }
    marwa.line.heals();
    marwa.agrees();
    agreed_once(&world, &marwa, &case);
}

#[test]
fn a_gap_is_seen_though_freed_receipts_make_up_the_number() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    for n in 0..130 {
        marwa.does(&case, note(&format!("ملاحظة {n}")));
    }
    let pushes: Arc<Mutex<usize>> = Arc::default();
    let counted = Arc::clone(&pushes);
    marwa.line.forges(move |answered| {
        if let Answered::Push(answer) = answered {
            *counted.lock().expect("the count") += 1;
            answer.expected -= 1;
        }
    });
    marwa.agrees();
    assert_eq!(*pushes.lock().expect("the count"), 1, "the rest waits for what is missing");
    marwa.line.heals();
    marwa.agrees();
    assert!(marwa.pending().is_empty());
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn a_token_that_runs_out_between_two_batches_is_renewed_and_the_rest_follows() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    for n in 0..130 {
        marwa.does(&case, note(&format!("ملاحظة {n}")));
    }
    let (wall, mut batches) = (world.house.wall.clone(), 0);
    marwa.line.fails(move |asked| {
        if let Asked::Push(_) = asked {
            batches += 1;
            if batches == 2 {
                wall.advance(TimeDelta::minutes(20));
            }
        }
        Fault::Pass
    });
    marwa.agrees();
    marwa.line.heals();
    assert!(marwa.pending().is_empty());
    assert_eq!(marwa.sees(&case).timeline.len(), 132);
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn a_session_that_ended_on_the_other_side_loses_no_work() {
    let world = World::new();
    let (marwa, case) = decided_offline(&world);
    world.advance(TimeDelta::days(40));
    assert!(marwa.agree().is_err(), "the refresh token is too old");
    assert_eq!(marwa.pending().len(), 1);
    marwa.signs_in_again();
    marwa.agrees();
    agreed_once(&world, &marwa, &case);
}
