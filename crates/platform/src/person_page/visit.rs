//! One request: in which language, from where, with which cookies. And the answer as HTML.

use crate::person_page::Frame;
use crate::say::Say;
use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::Language;
use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// What a page may know of a request besides its form.
pub(crate) struct Visit {
    /// Arabic, unless English is asked for.
    pub(crate) say: Say,
    /// Who knocks; an address of nobody where the server was not told.
    pub(crate) address: IpAddr,
    asked: HashMap<String, String>,
    cookies: HashMap<String, String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let asked = Query::<HashMap<String, String>>::try_from_uri(&parts.uri);
        let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let english = asked.get("lang").is_some_and(|it| it == "en");
        Ok(Self {
            say: Say(if english { Language::En } else { Language::Ar }),
            address: peer.map_or(Ipv4Addr::UNSPECIFIED.into(), |ConnectInfo(it)| it.ip()),
            cookies: cookies(&parts.headers),
            asked,
        })
    }
}

impl Visit {
    /// A part of the address that follows the question mark.
    pub(crate) fn asked(&self, name: &str) -> Option<&str> {
        self.asked.get(name).map(String::as_str)
    }

    /// A cookie by its name.
    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// An address of ours in the language of the visit.
    pub(crate) fn path(&self, path: &str) -> String {
        let join = if path.contains('?') { '&' } else { '?' };
        format!("{path}{join}lang={}", self.say.code())
    }
}

/// Shows a page, or that the fault is ours.
pub(crate) fn show(say: Say, status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            failed(say)
        }
    }
}

#[derive(Template)]
#[template(path = "page/failed.html")]
struct FailedPage {
    say: Say,
    frame: Frame,
}

/// Says that the fault is ours.
pub(super) fn failed(say: Say) -> Response {
    let frame = Frame::new(say.text("enter-title"), "/c", say);
    let html = FailedPage { say, frame }.render().unwrap_or_default();
    (StatusCode::INTERNAL_SERVER_ERROR, Html(html)).into_response()
}

fn cookies(headers: &HeaderMap) -> HashMap<String, String> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|it| it.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}
