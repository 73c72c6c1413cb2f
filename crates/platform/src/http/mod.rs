//! The HTTP door: sizes and times are bounded before anything is read, every refusal is a code, and
//! nothing of a person stands in a log.

mod answer;
mod attachments;
mod desk;

use crate::{App, Health, HealthState, person_page, sender};
use answer::Refused;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::routing::{get, post};
use axum::{Json, Router};
use protocol::limits::{ACTION_BYTES_MAX, CHUNK_BYTES, PUSH_BYTES_MAX};
use std::sync::Arc;
use std::time::Duration;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tracing::Span;

/// Bytes of a request that holds no action.
const SMALL_BODY: usize = 64 * 1024;
/// Base64 in JSON makes bytes half as many again at most.
const PUSH_BODY: usize = PUSH_BYTES_MAX * 3 / 2 + SMALL_BODY;
const ACTION_BODY: usize = ACTION_BYTES_MAX * 3 / 2 + SMALL_BODY;
/// A chunk comes as it is.
#[allow(clippy::cast_possible_truncation, reason = "eight MiB on every machine")]
const CHUNK_BODY: usize = 8 * CHUNK_BYTES as usize;
/// A desk that sends or reads more slowly than this is on no usable line.
const REQUEST_TIME: Duration = Duration::from_mins(1);

/// Every address of the desk's protocol, the person's page, and `/health`.
pub fn router(app: Arc<App>) -> Router {
    let small = Router::new()
        .route("/v1/hello", get(desk::hello))
        .route("/v1/challenge", post(desk::challenge))
        .route("/v1/share", post(desk::share))
        .route("/v1/sign-in", post(desk::sign_in))
        .route("/v1/refresh", post(desk::refresh))
        .route("/v1/verdicts", post(desk::verdicts))
        .route("/v1/own-actions", post(desk::own_actions))
        .route("/v1/pull", post(desk::pull))
        .route("/health", get(ready))
        .route("/health/live", get(live))
        .layer(DefaultBodyLimit::max(SMALL_BODY * 8));
    let push =
        Router::new().route("/v1/push", post(desk::push)).layer(DefaultBodyLimit::max(PUSH_BODY));
    let body =
        Router::new().route("/v1/body", post(desk::body)).layer(DefaultBodyLimit::max(ACTION_BODY));
    let files = Router::new()
        .route("/v1/attachments/{hash}", get(attachments::get).put(attachments::put))
        .route("/v1/attachments/{hash}/size", get(attachments::size))
        .layer(DefaultBodyLimit::max(CHUNK_BODY));
    let no_store = HeaderValue::from_static("no-store");
    small
        .merge(push)
        .merge(body)
        .merge(files)
        .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, no_store))
        .with_state(Arc::clone(&app))
        .merge(person_page::routes(Arc::clone(&app)))
        .merge(sender::routes(app))
        .fallback(|| async { Refused::not_found() })
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIME))
        .layer(TraceLayer::new_for_http().make_span_with(span))
}

/// Whether the process answers at all: for whoever restarts it.
async fn live() -> Json<&'static str> {
    Json("live")
}

/// Whether it can work: 503 when it can't. Codes and numbers only.
async fn ready(State(app): State<Arc<App>>) -> Result<(StatusCode, Json<Health>), Refused> {
    let health = desk::blocking(app, |app| Ok(app.health())).await?;
    let status = match health.state {
        HealthState::Ok | HealthState::Degraded => StatusCode::OK,
        HealthState::Failing => StatusCode::SERVICE_UNAVAILABLE,
    };
    Ok((status, Json(health)))
}

/// What a log may hold of a request: its method and the pattern of its address.
fn span(request: &Request) -> Span {
    let pattern = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or("", axum::extract::MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), pattern)
}
