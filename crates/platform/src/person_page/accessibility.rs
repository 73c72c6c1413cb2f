//! The accessibility statement.

use super::step::answer;
use super::{Door, Frame, Visit, show};
use crate::say::Say;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "page/accessibility.html")]
struct StatementPage {
    say: Say,
    frame: Frame,
}

/// `GET /c/accessibility`.
pub(super) async fn show_statement(State(door): State<Arc<Door>>, visit: Visit) -> Response {
    let say = visit.say;
    let frame = door.frame("/c/accessibility", say);
    answer(say, frame.map(|frame| show(say, StatusCode::OK, &StatementPage { say, frame })))
}
