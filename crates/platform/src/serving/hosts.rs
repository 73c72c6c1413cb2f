//! The names under which a platform answers. A foreign page whose own name was pointed at this computer
//! asks under that name, and gets nothing (DNS rebinding).

use axum::Json;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use protocol::ErrorBody;
use std::net::IpAddr;

/// The names that are answered to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hosts {
    /// Any name.
    #[default]
    Any,
    /// These names, written in small letters, and the names of this computer itself.
    Named(Vec<String>),
}

impl Hosts {
    /// Only the names of this computer itself: a demo.
    #[must_use]
    pub fn loopback() -> Self {
        Self::Named(Vec::new())
    }

    /// These names; any when there are none.
    #[must_use]
    pub fn named(names: &[String]) -> Self {
        if names.is_empty() {
            return Self::Any;
        }
        Self::Named(names.iter().map(|it| name_of(it)).collect())
    }

    /// Whether a request asks for one of them. Both places in which a name may stand are looked at.
    pub(super) fn allow<B>(&self, request: &Request<B>) -> bool {
        let Self::Named(names) = self else { return true };
        let known = |host: &str| {
            let name = name_of(host);
            is_loopback_name(&name) || names.contains(&name)
        };
        let mut lines = request.headers().get_all(header::HOST).iter();
        let first = lines.next().and_then(|it| it.to_str().ok());
        let authority = request.uri().authority();
        first.is_some_and(known)
            && lines.next().is_none()
            && authority.is_none_or(|it| known(it.as_str()))
    }
}

/// Asked for under a name that is none of ours (421).
pub(super) fn misdirected() -> Response<Body> {
    let body = ErrorBody { code: "unknown_host".to_owned() };
    (StatusCode::MISDIRECTED_REQUEST, Json(body)).into_response()
}

/// A name without its port, in small letters, without the dot at its end.
fn name_of(host: &str) -> String {
    let host = host.trim();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) && !is_cut(name) => name,
        _ => host,
    };
    name.trim_end_matches('.').to_ascii_lowercase()
}

/// Whether a name ends within the brackets of an address of IP version 6.
fn is_cut(name: &str) -> bool {
    name.starts_with('[') && !name.ends_with(']')
}

fn is_loopback_name(name: &str) -> bool {
    let bare = name.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(name);
    name == "localhost" || bare.parse::<IpAddr>().is_ok_and(|it| it.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(hosts: &Hosts, host: &str) -> bool {
        let request = Request::get("/v1/hello").header("host", host).body(());
        hosts.allow(&request.expect("a request"))
    }

    #[test]
    fn a_demo_answers_to_the_names_of_this_computer_only() {
        let demo = Hosts::loopback();
        for host in
            ["127.0.0.1", "127.0.0.1:8460", "localhost:1", "LOCALHOST.", "[::1]", "[::1]:80"]
        {
            assert!(allows(&demo, host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "[::2]",
            "::1:x",
        ] {
            assert!(!allows(&demo, host), "{host}");
        }
        let bare = Request::get("/v1/hello").body(()).expect("a request");
        assert!(!demo.allow(&bare));
        let twice = Request::get("/").header("host", "localhost").header("host", "evil.example");
        assert!(!demo.allow(&twice.body(()).expect("a request")));
        let absolute = Request::get("http://evil.example/").header("host", "localhost");
        assert!(!demo.allow(&absolute.body(()).expect("a request")));
    }

    #[test]
    fn names_that_were_given_are_answered_and_others_are_not() {
        let hosts = Hosts::named(&["Rida.example".to_owned()]);
        assert!(allows(&hosts, "rida.example:443") && allows(&hosts, "127.0.0.1"));
        assert!(!allows(&hosts, "other.example"));
        assert!(allows(&Hosts::named(&[]), "other.example"));
    }
}
