//! The HTTP door: codes for every refusal, limits before reading, a graceful stop.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::World;
use platform::{Health, HealthState, router, serve};
use protocol::{ErrorBody, Hello, PullAnswer, PullRequest, PushAnswer, PushRequest};
use serde::de::DeserializeOwned;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

struct Served {
    world: World,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: JoinHandle<Result<(), platform::Error>>,
}

async fn served(world: World) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("port");
    let address = listener.local_addr().expect("address");
    let (stop, stopped) = oneshot::channel();
    let app = Arc::clone(&world.app);
    let stopped = async { stopped.await.unwrap_or_default() };
    let done = tokio::spawn(serve(Arc::clone(&app), router(app), listener, stopped));
    Served { world, address, stop, done }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn json<T: DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body).expect("json")
    }

    fn code(&self) -> String {
        self.json::<ErrorBody>().code
    }
}

impl Served {
    async fn ask(&self, method: &str, path: &str, token: &str, body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).await.expect("connected");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer \
             {token}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).await.expect("sent");
        // The server may answer before it has read everything.
        let _cut_off = stream.write_all(body).await;
        let mut raw = Vec::new();
        let _cut_off = stream.read_to_end(&mut raw).await;
        let end = raw.windows(4).position(|it| it == b"\r\n\r\n").expect("a head") + 4;
        let head = String::from_utf8_lossy(&raw[..end]).to_lowercase();
        let status = head[9..12].parse().expect("status");
        Answer { status, head, body: raw[end..].to_vec() }
    }
}

#[tokio::test]
async fn hello_and_health_answer_anybody_and_are_never_stored() {
    let served = served(World::new()).await;
    let hello = served.ask("GET", "/v1/hello", "", b"").await;
    assert_eq!(hello.status, 200);
    assert_eq!(hello.json::<Hello>().agencies.len(), 1);
    assert!(hello.head.contains("cache-control: no-store"));
    let health = served.ask("GET", "/health", "", b"").await;
    assert_eq!((health.status, health.json::<Health>().state), (200, HealthState::Degraded));
}

#[tokio::test]
async fn a_push_and_a_pull_go_through() {
    let served = served(World::new()).await;
    let mut desk = served.world.desk("huda");
    let (case, open) = served.world.late_bus();
    let actions = vec![desk.sign(case, protocol::Base::default(), &open)];
    let push = PushRequest { device: desk.device(), store: desk.store, actions };
    let push = serde_json::to_vec(&push).expect("json");
    let answer = served.ask("POST", "/v1/push", &desk.access, &push).await;
    assert_eq!(answer.json::<PushAnswer>().expected, 2);
    let pull = PullRequest { cursor: None, keys: None, book_version: 0, items_max: 100 };
    let pull = serde_json::to_vec(&pull).expect("json");
    let answer = served.ask("POST", "/v1/pull", &desk.access, &pull).await.json::<PullAnswer>();
    assert!(answer.book.is_some() && answer.items.len() == 2, "the case and its stub");
}

#[tokio::test]
async fn every_refusal_is_a_code() {
    let served = served(World::new()).await;
    let desk = served.world.desk("huda");
    let token = desk.access.as_str();
    let huge = vec![b' '; 3 * 1024 * 1024];
    for (method, path, token, body, status, code) in [
        ("POST", "/v1/pull", "", b"{}".as_slice(), 400, "message"),
        ("POST", "/v1/verdicts", "forged", br#"{"ops":[]}"#, 401, "unauthorised"),
        ("POST", "/v1/push", token, b"\xff\xfe", 400, "message"),
        ("POST", "/v1/push", token, &huge, 413, "too_large"),
        ("POST", "/v1/sign-in", "", b"[]", 400, "message"),
        ("GET", "/v1/attachments/nothex", token, b"", 400, "hash"),
        ("GET", "/no/such/page", token, b"", 404, "not_found"),
    ] {
        let answer = served.ask(method, path, token, body).await;
        assert_eq!((answer.status, answer.code().as_str()), (status, code), "{method} {path}");
    }
}

#[tokio::test]
async fn files_travel_as_they_are() {
    let served = served(World::new()).await;
    let desk = served.world.desk("huda");
    let mut hasher = protocol::AttachmentHasher::new(&served.world.agency);
    hasher.update(b"photo");
    let path = format!("/v1/attachments/{}", hasher.hash());
    let put = format!("{path}?offset=0&total=5");
    let answer = served.ask("PUT", &put, &desk.access, b"photo").await;
    assert_eq!(answer.body, br#"{"received":5}"#);
    let size = served.ask("GET", &format!("{path}/size"), &desk.access, b"").await;
    assert_eq!(size.body, br#"{"received":5}"#);
    let own = served.ask("GET", &path, &desk.access, b"").await;
    assert_eq!((own.status, &own.body[..]), (200, &b"photo"[..]));
    let stranger = served.world.desk("faris");
    let unseen = served.ask("GET", &path, &stranger.access, b"").await;
    assert_eq!(unseen.status, 404, "it belongs to no case yet");
}

#[tokio::test]
async fn a_stop_lets_what_was_begun_finish() {
    let served = served(World::new()).await;
    served.stop.send(()).expect("told");
    assert!(served.done.await.expect("joined").is_ok());
    assert!(TcpStream::connect(served.address).await.is_err());
}

#[tokio::test]
async fn a_demo_is_not_served_to_the_world() {
    let world = World::empty();
    world.app.mark_demo().expect("marked");
    let listener = TcpListener::bind("0.0.0.0:0").await.expect("port");
    let app = Arc::clone(&world.app);
    let served = serve(Arc::clone(&app), router(app), listener, async {}).await;
    assert!(matches!(served, Err(platform::Error::DemoInPublic)));
}
