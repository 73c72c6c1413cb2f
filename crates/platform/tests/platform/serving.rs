//! Connections: TLS, names, forwarded addresses, and a place for an honest desk among slow strangers.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::World;
use platform::{
    Error, ForwardedHeader, HealthState, Hosts, Limits, Proxies, Serving, Tls, router, serve_with,
};
use protocol::ErrorBody;
use rcgen::{CertificateParams, KeyPair};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

async fn served(world: &World, serving: Serving) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("port");
    let address = listener.local_addr().expect("address");
    let app = Arc::clone(&world.app);
    let door = serve_with(Arc::clone(&app), router(app), listener, serving, std::future::pending());
    tokio::spawn(door);
    address
}

/// One request and its whole answer, as text.
async fn ask(mut stream: impl AsyncRead + AsyncWrite + Unpin, head: &str) -> String {
    stream.write_all(head.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    let _cut_off = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

async fn get(address: SocketAddr, path: &str, more: &str) -> String {
    let stream = TcpStream::connect(address).await.expect("connected");
    let head = format!("GET {path} HTTP/1.1\r\nconnection: close\r\n{more}\r\n");
    ask(stream, &head).await
}

/// A certificate of its own for this computer, in files.
fn certificate(dir: &Path) -> CertificateDer<'static> {
    let key = KeyPair::generate().expect("key");
    let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
    let params = CertificateParams::new(names).expect("names");
    let certificate = params.self_signed(&key).expect("signed");
    std::fs::write(dir.join("cert.pem"), certificate.pem()).expect("written");
    std::fs::write(dir.join("key.pem"), key.serialize_pem()).expect("written");
    certificate.der().clone()
}

/// A request over TLS that believes this certificate only; none when the handshake fails.
async fn over_tls(address: SocketAddr, believed: &CertificateDer<'static>) -> Option<String> {
    let mut roots = RootCertStore::empty();
    roots.add(believed.clone()).expect("a root");
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let stream = TcpStream::connect(address).await.expect("connected");
    let name = ServerName::try_from("localhost").expect("a name");
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.ok()?;
    let head = "GET /v1/hello HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    Some(ask(stream, head).await)
}

#[tokio::test]
async fn it_answers_over_tls_and_takes_a_new_certificate_up_without_a_restart() {
    let world = World::new();
    let dir = tempfile::tempdir().expect("folder");
    let first = certificate(dir.path());
    let files = [dir.path().join("cert.pem"), dir.path().join("key.pem")];
    let tls = Arc::new(Tls::open(&files[0], &files[1]).expect("opened"));
    let serving = Serving { tls: Some(Arc::clone(&tls)), ..Serving::default() };
    let address = served(&world, serving).await;
    let answer = over_tls(address, &first).await.expect("a handshake");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let plain = get(address, "/v1/hello", "host: localhost\r\n").await;
    assert!(!plain.starts_with("HTTP"), "{plain}");

    std::fs::write(&files[0], "no certificate").expect("written");
    assert!(tls.reload().is_err() && tls.reload_failed());
    assert!(over_tls(address, &first).await.is_some(), "the one in use stays");

    let second = certificate(dir.path());
    assert!(tls.reload().expect("reloaded") && !tls.reload_failed());
    assert!(!tls.reload().expect("nothing new"));
    assert!(over_tls(address, &second).await.is_some());
    assert!(over_tls(address, &first).await.is_none());
    assert!(tls.expires_at().is_some());
}

#[tokio::test]
async fn plain_http_is_not_served_beyond_loopback_unless_it_is_asked_for() {
    let world = World::new();
    let serve = async |serving| {
        let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).await.expect("port");
        let app = Arc::clone(&world.app);
        serve_with(Arc::clone(&app), router(app), listener, serving, async {}).await
    };
    assert!(matches!(serve(Serving::default()).await, Err(Error::PlainHttpInPublic)));
    let asked = Serving { insecure_http: true, ..Serving::default() };
    assert!(serve(asked).await.is_ok());
}

#[tokio::test]
async fn half_open_slow_and_idle_connections_leave_a_place_for_an_honest_desk() {
    let world = World::new();
    let limits = Limits { all_max: 24, per_address_max: 16 };
    let address = served(&world, Serving { limits, ..Serving::default() }).await;
    let mut held = Vec::new();
    for n in 0..150 {
        let mut stream = TcpStream::connect(address).await.expect("connected");
        let begun: &[u8] = match n % 4 {
            0 => b"",
            1 => b"POST /v1/sign-in HTTP/1.1\r\nhost: loc",
            2 => b"POST /v1/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-length: 400\r\n\r\n{",
            _ => b"GET /v1/hello HTTP/1.1\r\nhost: localhost\r\n\r\n",
        };
        // It may have had to make room already.
        let _cut_off = stream.write_all(begun).await;
        held.push(stream);
        if n % 10 == 0 {
            let answer = get(address, "/v1/hello", "host: localhost\r\n").await;
            assert!(answer.starts_with("HTTP/1.1 200"), "beside {n} others: {answer}");
        }
    }
}

#[tokio::test]
async fn a_demo_answers_under_the_names_of_this_computer_only() {
    let demo = World::empty();
    demo.app.mark_demo().expect("marked");
    let address = served(&demo, Serving::default()).await;
    let hello = async |host: &str| get(address, "/v1/hello", host).await;
    for host in ["host: localhost\r\n", "host: 127.0.0.1:8460\r\n", "host: [::1]\r\n"] {
        assert!(hello(host).await.starts_with("HTTP/1.1 200"), "{host}");
    }
    for host in ["host: rebound.example\r\n", "host: localhost\r\nhost: rebound.example\r\n"] {
        let answer = hello(host).await;
        assert!(answer.starts_with("HTTP/1.1 4") && !answer.contains("password"), "{answer}");
    }
    let answer = hello("host: rebound.example\r\n").await;
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    assert_eq!(serde_json::from_str::<ErrorBody>(body).expect("json").code, "unknown_host");
}

#[tokio::test]
async fn names_that_were_set_are_answered_and_others_are_not() {
    let world = World::new();
    let hosts = Hosts::named(&["rida.example".to_owned()]);
    let address = served(&world, Serving { hosts, ..Serving::default() }).await;
    let hello = async |host: &str| get(address, "/v1/hello", &format!("host: {host}\r\n")).await;
    assert!(hello("rida.example").await.starts_with("HTTP/1.1 200"));
    assert!(hello("other.example").await.starts_with("HTTP/1.1 421"));
}

/// Wrong passwords of an unknown computer, through a proxy; answers the status of the last.
async fn guesses(address: SocketAddr, world: &World, client: &str, count: usize) -> String {
    let key = ed25519_dalek::SigningKey::from_bytes(&[9; 32]);
    let mut status = String::new();
    for n in 0..count {
        let request = protocol::SignInRequest {
            agency: world.agency.clone(),
            staff: domain::StaffId::new(format!("somebody {client} {n}")),
            password: "a guess".to_owned(),
            device: None,
            device_key: protocol::Exact(key.verifying_key().to_bytes().to_vec()),
            code: None,
            proof: protocol::Proof::default(),
        };
        let request = crate::support::proven(&world.app, request, &key);
        let body = serde_json::to_string(&request).expect("json");
        let head = format!(
            "POST /v1/sign-in HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: 192.0.2.1, {client}\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        );
        let stream = TcpStream::connect(address).await.expect("connected");
        let answer = ask(stream, &head).await;
        answer.split(' ').nth(1).unwrap_or_default().clone_into(&mut status);
    }
    status
}

#[tokio::test]
async fn behind_a_proxy_each_client_is_counted_by_its_own_address() {
    let world = World::new();
    let proxies =
        Proxies::new(&[IpAddr::from(Ipv4Addr::LOCALHOST)], ForwardedHeader::XForwardedFor);
    let address = served(&world, Serving { proxies, ..Serving::default() }).await;
    assert_eq!(guesses(address, &world, "203.0.113.1", 104).await, "429");
    assert_eq!(guesses(address, &world, "203.0.113.2", 1).await, "403");
    let direct = served(&world, Serving::default()).await;
    assert_eq!(guesses(direct, &world, "203.0.113.3", 104).await, "429");
    assert_eq!(
        guesses(direct, &world, "203.0.113.4", 1).await,
        "429",
        "a stranger's word counts for nothing"
    );
}

#[test]
fn health_tells_a_disk_that_takes_nothing_and_a_certificate_that_ends() {
    let world = World::new();
    assert_eq!(world.app.health().state, HealthState::Degraded, "no sender is configured");
    // In the way of the file that is written to see whether the disk takes it.
    std::fs::create_dir(world.dir.path().join("health.probe")).expect("made");
    world.pass(chrono::TimeDelta::minutes(1));
    let health = world.app.health();
    assert_eq!(health.state, HealthState::Failing);
    let disk = health.checks.iter().find(|it| it.check == "disk").expect("looked at");
    assert_eq!(disk.code.as_deref(), Some("disk_failed"));
    std::fs::remove_dir(world.dir.path().join("health.probe")).expect("removed");
    world.pass(chrono::TimeDelta::minutes(1));
    assert_eq!(world.app.health().state, HealthState::Degraded);
}

#[tokio::test]
async fn health_is_read_by_machines_and_tells_a_certificate_that_has_ended() {
    let world = World::new();
    let dir = tempfile::tempdir().expect("folder");
    let key = KeyPair::generate().expect("key");
    let mut params = CertificateParams::new(vec!["localhost".to_owned()]).expect("names");
    params.not_after = rcgen::date_time_ymd(2026, 3, 10);
    let own = params.self_signed(&key).expect("signed");
    let files = [dir.path().join("cert.pem"), dir.path().join("key.pem")];
    std::fs::write(&files[0], own.pem()).expect("written");
    std::fs::write(&files[1], key.serialize_pem()).expect("written");
    let tls = Arc::new(Tls::open(&files[0], &files[1]).expect("opened"));
    let _address = served(&world, Serving { tls: Some(tls), ..Serving::default() }).await;
    let other = World::new();
    let plain = served(&other, Serving::default()).await;
    let answer = get(plain, "/health", "host: localhost\r\n").await;
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains(r#"{"state":"degraded","checks":["#)
    );
    assert!(get(plain, "/health/live", "host: localhost\r\n").await.ends_with("\"live\""));
    tokio::task::yield_now().await;
    let of = |world: &World| {
        let checks = world.app.health().checks;
        checks.into_iter().find(|it| it.check == "tls").and_then(|it| it.code)
    };
    assert_eq!(of(&world).as_deref(), Some("certificate_expires_soon"));
    world.pass(chrono::TimeDelta::days(30));
    assert_eq!(of(&world).as_deref(), Some("certificate_expired"));
    assert_eq!(world.app.health().state, HealthState::Failing);
}
