//! `POST /letters/receipts`: the gateway says later whether a text message arrived.

use super::signature::{ID, SIGNATURE, TIMESTAMP, is_signed};
use crate::App;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::case::LetterFault;
use domain::{LetterId, OpId};
use serde::Deserialize;
use std::sync::Arc;

/// Where receipts are posted.
pub const RECEIPTS_PATH: &str = "/letters/receipts";
/// A receipt is small.
const BODY_BYTES_MAX: usize = 4096;

/// The body of a receipt.
#[derive(Deserialize)]
struct Receipt {
    /// The id of the message, as the platform gave it.
    id: String,
    state: Reported,
    /// `address` when the number does not exist.
    reason: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reported {
    Delivered,
    Failed,
}

pub(super) fn routes(app: Arc<App>) -> Router {
    let routes = Router::new().route(RECEIPTS_PATH, post(take));
    routes.layer(DefaultBodyLimit::max(BODY_BYTES_MAX)).with_state(app)
}

/// 204 when it was taken, 401 when it is not signed by the gateway or too old, 404 for an unknown
/// message or a platform without a gateway. Taking it twice changes nothing.
async fn take(State(app): State<Arc<App>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let taken = tokio::task::spawn_blocking(move || read(&app, &headers, &body)).await;
    taken.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn read(app: &App, headers: &HeaderMap, body: &[u8]) -> StatusCode {
    let Some(settings) = &app.config.letters.text else { return StatusCode::NOT_FOUND };
    let Ok(secret) = settings.secret() else { return StatusCode::NOT_FOUND };
    let header = |name: &str| headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let signed = (header(ID), header(TIMESTAMP), header(SIGNATURE));
    if !is_signed(&secret, signed, body, app.now()) {
        return StatusCode::UNAUTHORIZED;
    }
    let Ok(receipt) = serde_json::from_slice::<Receipt>(body) else {
        return StatusCode::BAD_REQUEST;
    };
    let Some((letter, round)) = letter(&receipt.id) else { return StatusCode::NOT_FOUND };
    let is_address = receipt.reason.as_deref() == Some("address");
    let failed = if is_address { LetterFault::Address } else { LetterFault::Undelivered };
    let fault = (receipt.state == Reported::Failed).then_some(failed);
    match keep(app, letter, round, fault) {
        Ok(true) => StatusCode::NO_CONTENT,
        Ok(false) => StatusCode::NOT_FOUND,
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a receipt was not kept");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}

/// An id of an action is one of a kind, so that the agency need not be named.
fn keep(
    app: &App,
    letter: LetterId,
    round: u32,
    fault: Option<LetterFault>,
) -> Result<bool, crate::Error> {
    for agency in app.agencies()? {
        if app.take_receipt(&agency, letter, round, fault)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Reads the name of a message as [`super::OutgoingMessage::slot`] writes it.
fn letter(id: &str) -> Option<(LetterId, u32)> {
    let mut parts = id.split('.');
    let op: OpId = parts.next()?.parse().ok()?;
    let n = parts.next()?.parse().ok()?;
    let round = match parts.next() {
        None => 0,
        Some(round) => round.strip_prefix('r')?.parse().ok()?,
    };
    parts.next().is_none().then_some((LetterId { op, n }, round))
}
