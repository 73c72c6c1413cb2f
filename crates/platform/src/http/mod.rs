//! The HTTP door: sizes and times are bounded before anything is read, every refusal is a code, and
//! nothing of a person stands in a log.

mod answer;
mod attachments;
mod desk;

use crate::{App, Error, person_page, sender};
use answer::Refused;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::routing::{get, post};
use protocol::limits::{ACTION_BYTES_MAX, CHUNK_BYTES, PUSH_BYTES_MAX};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
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
        .route("/v1/sign-in", post(desk::sign_in))
        .route("/v1/refresh", post(desk::refresh))
        .route("/v1/verdicts", post(desk::verdicts))
        .route("/v1/pull", post(desk::pull))
        .route("/health", get(health))
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

/// Serves until `stop` is done, then finishes what was begun. A demo is served on loopback only.
pub async fn serve(
    app: Arc<App>,
    router: Router,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let failed = |source| Error::File { path: "the listening socket".into(), source };
    let address = listener.local_addr().map_err(failed)?;
    if app.is_demo()? && !address.ip().is_loopback() {
        return Err(Error::DemoInPublic);
    }
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await.map_err(failed)
}

/// The store answers; and whether messages to persons are sent.
async fn health(State(app): State<Arc<App>>) -> Result<&'static str, Refused> {
    desk::blocking(app, |app| {
        app.agencies()?;
        let letters = &app.config.letters;
        let are_sent = letters.mail.is_some() || letters.text.is_some() || app.is_demo()?;
        Ok(if are_sent { "ok" } else { "ok, but letters are not sent: no sender is configured" })
    })
    .await
}

/// What a log may hold of a request: its method and the pattern of its address.
fn span(request: &Request) -> Span {
    let pattern = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or("", axum::extract::MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), pattern)
}
