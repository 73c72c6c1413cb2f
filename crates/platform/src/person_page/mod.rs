//! The person's page: server HTML in Arabic and English that needs no script (R13, R38, R41).
//!
//! A person enters with the reference of their case and a code from any message about it, reads what
//! was asked, decided, promised, and who held it how long, and says whether it is solved. To say so
//! they need the word that was sent with *this* decision as well.
//!
//! Absent on purpose: codes in addresses, anything that a GET changes, names of staff.

mod accessibility;
mod assets;
mod case_page;
mod enter;
mod frame;
mod guard;
mod headers;
mod leave;
mod message;
mod open;
mod receipt;
mod session;
mod slowdown;
mod step;
mod story;
mod visit;
mod word;

pub(crate) use frame::Frame;
pub(crate) use headers::safe;
pub(crate) use visit::{Visit, show};

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::map_response;
use axum::routing::{get, post};
use slowdown::Slowdown;
use std::sync::Arc;

/// More than the longest text that a case takes, written in any letters and encoded as a form.
const FORM_BYTES_MAX: usize = 512 * 1024;

/// What all pages share.
pub(super) struct Door {
    app: Arc<App>,
    slowdown: Slowdown,
}

/// The page's routes, all under `/c`.
pub fn routes(app: Arc<App>) -> Router {
    let door = Arc::new(Door { app, slowdown: Slowdown::default() });
    Router::new()
        .route("/c", get(enter::show_door).post(enter::knock))
        .route("/c/case", get(case_page::show_case))
        .route("/c/case/word", post(word::give))
        .route("/c/case/message", post(message::send))
        .route("/c/case/receipt", get(receipt::show_receipt))
        .route("/c/leave", post(leave::leave))
        .route("/c/accessibility", get(accessibility::show_statement))
        .with_state(door)
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(map_response(headers::private))
        .merge(assets::routes())
        .layer(map_response(headers::safe))
}
