//! `GET /demo/messages`: the messages of a demo, on the computer that runs it and nowhere else.

use super::file::{FiledMessage, filed_messages};
use crate::person_page::{Frame, Visit, safe, show};
use crate::say::Say;
use crate::{App, Error};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::text::Direction;
use std::sync::Arc;

/// More than a demo leaves in a day.
const SHOWN_MAX: usize = 100;
/// Where the page stands.
pub const MESSAGES_PATH: &str = "/demo/messages";

#[derive(Template)]
#[template(path = "page/demo.html")]
struct DemoPage {
    say: Say,
    frame: Frame,
    messages: Vec<Shown>,
}

struct Shown {
    reference: String,
    at: String,
    name: String,
    address: String,
    lang: &'static str,
    dir: &'static str,
    text: String,
    code: String,
    word: Option<String>,
    link: String,
}

/// The route of a demo; it answers "not found" outside a demo.
pub fn routes(app: Arc<App>) -> Router {
    let page = Router::new().route(MESSAGES_PATH, get(show_messages)).with_state(app);
    page.layer(map_response(safe))
}

async fn show_messages(State(app): State<Arc<App>>, visit: Visit, headers: HeaderMap) -> Response {
    if !visit.address.is_loopback() || !is_local_name(&headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let say = visit.say;
    let page = tokio::task::spawn_blocking(move || demo_page(&app, say)).await;
    match page {
        Ok(Ok(Some(page))) => {
            let mut response = show(say, StatusCode::OK, &page);
            let keep_nothing = header::HeaderValue::from_static("no-store");
            response.headers_mut().insert(header::CACHE_CONTROL, keep_nothing);
            response
        }
        Ok(Ok(None)) => StatusCode::NOT_FOUND.into_response(),
        Ok(Err(_)) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn demo_page(app: &App, say: Say) -> Result<Option<DemoPage>, Error> {
    if !app.is_demo()? {
        return Ok(None);
    }
    let dir = &app.config.data_dir;
    let filed = filed_messages(dir, SHOWN_MAX);
    let filed = filed.map_err(|source| Error::File { path: dir.clone(), source })?;
    let frame = Frame::open(app, MESSAGES_PATH, say)?;
    let zone = match app.agencies()?.first() {
        Some(agency) => app.book(agency)?.calendar.zone(),
        None => chrono_tz::UTC,
    };
    let messages = filed.into_iter().map(|it| shown(it, say, zone)).collect();
    Ok(Some(DemoPage { say, frame, messages }))
}

fn shown(filed: FiledMessage, say: Say, zone: chrono_tz::Tz) -> Shown {
    let theirs = Say(filed.language);
    let dir = match Direction::of(&filed.text) {
        Some(Direction::Rtl) => "rtl",
        Some(Direction::Ltr) => "ltr",
        None => theirs.dir(),
    };
    Shown {
        at: say.instant(filed.at, zone),
        link: format!("/c?reference={}&lang={}", filed.reference, theirs.code()),
        reference: filed.reference,
        name: filed.name,
        address: filed.address,
        lang: theirs.code(),
        dir,
        text: filed.text,
        code: filed.code,
        word: filed.word,
    }
}

/// A foreign site that points its own name at this computer must not read the page.
fn is_local_name(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}
