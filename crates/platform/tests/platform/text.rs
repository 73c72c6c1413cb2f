//! Text messages through a gateway on loopback, and its receipts.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{World, decision, is_accepted};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use chrono::TimeDelta;
use domain::case::LetterFault;
use domain::{Action, CaseId};
use platform::sender::{LetterSettings, Outward, RECEIPTS_PATH, SettingsFault, TextSettings, sign};
use platform::{App, Config, PasswordCost};
use std::path::Path;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

const SECRET: &str = "a secret of thirty-two characters";

/// What the gateway was asked.
#[derive(Clone)]
struct Asked {
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Asked {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default()
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("json")
    }
}

#[derive(Clone)]
struct Answering {
    status: Arc<Mutex<u16>>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

/// A gateway that answers with a status; 0 takes the message and never answers.
struct Gateway {
    address: std::net::SocketAddr,
    state: Answering,
    _runtime: tokio::runtime::Runtime,
}

async fn take(State(it): State<Answering>, headers: HeaderMap, body: Bytes) -> StatusCode {
    it.asked.lock().expect("asked").push(Asked { headers, body: body.to_vec() });
    let status = *it.status.lock().expect("status");
    if status == 0 {
        std::future::pending::<()>().await;
    }
    StatusCode::from_u16(status).expect("status")
}

impl Gateway {
    fn start(status: u16) -> Self {
        let runtime = tokio::runtime::Runtime::new().expect("runtime");
        let state = Answering { status: Arc::new(Mutex::new(status)), asked: Arc::default() };
        let router = axum::Router::new().route("/messages", post(take)).with_state(state.clone());
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"));
        let listener = listener.expect("a port");
        let address = listener.local_addr().expect("address");
        runtime.spawn(async move { axum::serve(listener, router).await });
        Self { address, state, _runtime: runtime }
    }

    fn settings(&self, dir: &Path) -> TextSettings {
        let secret_file = dir.join("secret");
        private_files::write(&secret_file, SECRET.as_bytes()).expect("written");
        let url = format!("http://{}/messages", self.address);
        TextSettings { url, secret_file: Some(secret_file), timeout_s: 1 }
    }

    fn answers(&self, status: u16) {
        *self.state.status.lock().expect("status") = status;
    }

    fn asked(&self) -> Vec<Asked> {
        self.state.asked.lock().expect("asked").clone()
    }
}

fn outward(text: TextSettings, world: &World) -> Outward {
    let settings = LetterSettings { mail: None, text: Some(text) };
    let now = world.now();
    let clock: platform::Clock = Arc::new(move || now);
    Outward::new(&settings, Some("https://cases.example"), &clock).expect("settings")
}

fn opened(world: &World, is_private: bool) -> CaseId {
    let mut desk = world.desk("huda");
    let (case, action) = world.late_bus();
    let Action::OpenCase(mut open) = action else { panic!("opens") };
    open.confidential = is_private;
    assert!(is_accepted(&desk.does(case, &Action::OpenCase(open))));
    world.pass(TimeDelta::seconds(11));
    case
}

fn states(world: &World) -> Vec<(String, u32)> {
    world.app.letter_states(&world.agency).expect("ledger")
}

fn one(state: &str) -> Vec<(String, u32)> {
    vec![(state.to_owned(), 1)]
}

#[test]
fn a_text_message_announces_the_letter_and_is_signed() {
    let (world, gateway) = (World::new(), Gateway::start(202));
    let case = opened(&world, false);
    let mut desk = world.desk("huda");
    assert!(is_accepted(&desk.does(case, &Action::Take)));
    let inbound = desk.sees(case).last_inbound;
    let action = decision(4_000, 0, inbound);
    let Action::Decide(resolution) = &action else { panic!("decides") };
    let letter = resolution.letter.text.clone();
    assert!(is_accepted(&desk.does(case, &action)));
    world.pass(TimeDelta::seconds(11));
    world.app.deliver_due(&outward(gateway.settings(world.dir.path()), &world)).expect("sent");
    let asked = gateway.asked();
    assert_eq!(asked.len(), 2);
    let announced = asked[1].json();
    let text = announced["text"].as_str().expect("text");
    assert!(!text.contains(&letter) && !text.contains("سالم"), "{text}");
    assert!(text.contains("وصل رد على حالتك"), "{text}");
    assert!(text.contains("https://cases.example/c?reference="), "{text}");
    assert!(announced["to"].as_str().expect("to").starts_with("+968"));
    for it in &asked {
        let (id, at) = (it.header("webhook-id"), world.now().timestamp());
        assert_eq!(it.header("idempotency-key"), id);
        assert_eq!(it.json()["id"], id);
        assert_eq!(it.header("webhook-timestamp"), at.to_string());
        assert_eq!(it.header("webhook-signature"), sign(SECRET.as_bytes(), id, at, &it.body));
    }
    assert_ne!(asked[0].header("webhook-id"), asked[1].header("webhook-id"));
}

#[test]
fn a_text_message_about_a_confidential_case_says_only_that_there_is_a_message() {
    let (world, gateway) = (World::new(), Gateway::start(200));
    opened(&world, true);
    world.app.deliver_due(&outward(gateway.settings(world.dir.path()), &world)).expect("sent");
    let asked = gateway.asked();
    let text = asked[0].json()["text"].as_str().expect("text").to_owned();
    assert!(text.starts_with("لديك رسالة. افتح صفحتك لقراءتها."), "{text}");
    for word in ["حالتك NK", "سالم", "رقم مرجعها", "الحافلة"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

#[test]
fn each_answer_of_the_gateway_leads_to_its_state() {
    for (status, state, fault) in [
        (200, "handed_over", None),
        (429, "queued", None),
        (503, "queued", None),
        (401, "queued", None),
        (422, "failed", Some(LetterFault::Address)),
        (400, "failed", Some(LetterFault::Refused)),
        (500, "uncertain", Some(LetterFault::Unconfirmed)),
        (502, "uncertain", Some(LetterFault::Unconfirmed)),
        (0, "uncertain", Some(LetterFault::Unconfirmed)),
    ] {
        let (world, gateway) = (World::new(), Gateway::start(status));
        let case = opened(&world, false);
        let outward = outward(gateway.settings(world.dir.path()), &world);
        world.app.deliver_due(&outward).expect("sent");
        assert_eq!(states(&world), one(state), "{status}");
        let returned = world.app.case(&world.agency, case).expect("case").expect("case").returned;
        assert_eq!(returned.first().map(|it| it.fault), fault, "{status}");
        gateway.answers(200);
        world.pass(TimeDelta::hours(1));
        world.app.deliver_due(&outward).expect("sent");
        let times = if state == "queued" { 2 } else { 1 };
        assert_eq!(gateway.asked().len(), times, "{status}");
    }
}

#[test]
fn a_gateway_out_of_reach_is_tried_again_later() {
    let (world, gateway) = (World::new(), Gateway::start(200));
    opened(&world, false);
    let far = TextSettings {
        url: "http://127.0.0.1:1/messages".to_owned(),
        ..gateway.settings(world.dir.path())
    };
    world.app.deliver_due(&outward(far, &world)).expect("tried");
    assert_eq!(states(&world), one("queued"));
}

#[test]
fn without_any_sender_messages_stay_queued() {
    let world = World::new();
    opened(&world, false);
    assert_eq!(world.app.deliver_due(&Outward::default()).expect("nothing"), 0);
    assert_eq!(states(&world), one("queued"));
}

#[test]
fn settings_of_text_messages_that_are_not_safe_are_refused_by_name() {
    let (world, gateway) = (World::new(), Gateway::start(200));
    let good = gateway.settings(world.dir.path());
    let code = |text: TextSettings| {
        let settings = LetterSettings { mail: None, text: Some(text) };
        let made = Outward::new(&settings, Some("https://x.example"), &platform::system_clock());
        made.err().map(|SettingsFault { code, .. }| code)
    };
    assert_eq!(code(good.clone()), None);
    let url = |url: &str| TextSettings { url: url.to_owned(), ..good.clone() };
    assert_eq!(code(url("http://gateway.example/")), Some("text-plain"));
    assert_eq!(code(url("ftp://gateway.example/")), Some("text-url"));
    assert_eq!(code(url("gateway")), Some("text-url"));
    std::fs::write(world.dir.path().join("secret"), "short").expect("written");
    assert_eq!(code(good), Some("text-secret"));
}

/// A platform that takes receipts, on the folder of a world whose message was handed over.
struct Receiving {
    app: Arc<App>,
    world: World,
    id: String,
    case: CaseId,
    _gateway: Gateway,
}

impl Receiving {
    fn new() -> Self {
        let (world, gateway) = (World::new(), Gateway::start(202));
        let case = opened(&world, false);
        let text = gateway.settings(world.dir.path());
        world.app.deliver_due(&outward(text.clone(), &world)).expect("sent");
        let id = gateway.asked()[0].header("webhook-id").to_owned();
        let letters = LetterSettings { mail: None, text: Some(text) };
        let config = Config {
            letters,
            password_cost: PasswordCost::TRIFLING,
            ..Config::new(world.dir.path())
        };
        let now = world.now();
        let app = App::open(config, Arc::new(move || now), platform::system_random());
        Self { app: Arc::new(app.expect("platform")), world, id, case, _gateway: gateway }
    }

    fn post(&self, body: &str, id: &str, at: i64, signature: &str) -> u16 {
        let request = axum::http::Request::post(RECEIPTS_PATH)
            .header("webhook-id", id)
            .header("webhook-timestamp", at)
            .header("webhook-signature", signature)
            .body(axum::body::Body::from(body.to_owned()))
            .expect("request");
        let router = platform::router(Arc::clone(&self.app));
        let runtime = tokio::runtime::Runtime::new().expect("runtime");
        runtime.block_on(router.oneshot(request)).expect("answer").status().as_u16()
    }

    fn reports(&self, id: &str, state: &str) -> u16 {
        let body = format!("{{\"id\":\"{id}\",\"state\":\"{state}\"}}");
        let at = self.world.now().timestamp();
        self.post(&body, "r1", at, &sign(SECRET.as_bytes(), "r1", at, body.as_bytes()))
    }

    fn returned(&self) -> Vec<LetterFault> {
        let case = self.world.app.case(&self.world.agency, self.case).expect("case");
        case.expect("case").returned.iter().map(|it| it.fault).collect()
    }
}

#[test]
fn a_receipt_moves_a_message_on_and_a_failed_one_comes_back_to_its_case() {
    let it = Receiving::new();
    assert_eq!(it.reports(&it.id, "failed"), 204);
    assert_eq!(states(&it.world), one("failed"));
    assert_eq!(it.returned(), [LetterFault::Undelivered]);
    assert_eq!(it.reports(&it.id, "failed"), 204, "twice is once");
    assert_eq!(it.returned().len(), 1);
    assert_eq!(it.reports(&it.id, "delivered"), 204);
    assert_eq!((states(&it.world), it.returned().len()), (one("delivered"), 0));
    assert_eq!(it.reports(&it.id, "failed"), 204, "what arrived has arrived");
    assert_eq!(states(&it.world), one("delivered"));
}

#[test]
fn a_receipt_that_is_forged_old_or_of_nothing_changes_nothing() {
    let it = Receiving::new();
    let body = format!("{{\"id\":\"{}\",\"state\":\"failed\"}}", it.id);
    let at = it.world.now().timestamp();
    let signed = |at: i64| sign(SECRET.as_bytes(), "r1", at, body.as_bytes());
    assert_eq!(it.post(&body, "r1", at, ""), 401);
    assert_eq!(it.post(&body, "r1", at, &sign(b"another", "r1", at, body.as_bytes())), 401);
    assert_eq!(it.post(&body, "r2", at, &signed(at)), 401);
    assert_eq!(it.post(&body, "r1", at - 301, &signed(at - 301)), 401, "a replay");
    let other = body.replace("failed", "delivered");
    assert_eq!(it.post(&other, "r1", at, &signed(at)), 401);
    assert_eq!(states(&it.world), one("handed_over"));
    assert_eq!(it.reports(&uuid::Uuid::nil().to_string(), "failed"), 404);
    assert_eq!(it.reports(&format!("{}.0", uuid::Uuid::nil()), "failed"), 404);
    assert_eq!(it.reports(&it.id, "eaten"), 400);
    assert_eq!(it.reports(&format!("{}.r1", it.id), "failed"), 204, "of another round");
    assert_eq!(states(&it.world), one("handed_over"));
}
