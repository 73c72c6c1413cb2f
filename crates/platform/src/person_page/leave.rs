//! Closing the page on a shared device.

use super::open::Form;
use super::session::Held;
use super::step::answer;
use super::{Door, Frame, Visit, show};
use crate::Error;
use crate::say::Say;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "page/left.html")]
struct LeftPage {
    say: Say,
    frame: Frame,
}

/// The button's form.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Leave {
    token: String,
}

/// `POST /c/leave`: another site can't press it, for it lacks the form's token.
pub(super) async fn leave(
    State(door): State<Arc<Door>>,
    visit: Visit,
    Form(typed): Form<Leave>,
) -> Response {
    answer(visit.say, door.close_case(&visit, &typed))
}

impl Door {
    fn close_case(&self, visit: &Visit, typed: &Leave) -> Result<Response, Error> {
        let say = visit.say;
        let page = LeftPage { say, frame: self.frame("/c", say)? };
        let mut response = show(say, StatusCode::OK, &page);
        let ours = match self.open_session(visit) {
            Ok(session) => self.is_case_form(&typed.token, &session),
            Err(Held::Open(_)) => false,
            Err(Held::Ended | Held::Nothing) => true,
        };
        if !ours {
            return Ok(super::open::to_the_door(visit));
        }
        if let Some(cookie) = self.closed() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }
}
