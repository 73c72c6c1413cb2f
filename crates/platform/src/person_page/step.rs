//! A step that a person takes in an open case: taken once, or shown again with what they typed.

use super::case_page::Typed;
use super::enter::Problem;
use super::open::{OpenCase, to_the_door, work};
use super::session::{Held, Session};
use super::visit::failed;
use super::{Door, Frame, Visit, show};
use crate::Error;
use crate::act::{Act, Acted};
use crate::say::Say;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::TEXT_CHARS_MAX;
use domain::{Action, Actor};
use protocol::Outcome;
use std::sync::Arc;

/// Why a step goes no further.
pub(super) enum Stop {
    /// Something else is shown.
    Show(Box<Response>),
    /// A fault of ours.
    Fault(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

/// The case closed itself while the person wrote: their words are shown, so that nothing is lost.
#[derive(Template)]
#[template(path = "page/ended.html")]
struct EndedPage {
    say: Say,
    frame: Frame,
    typed: String,
}

/// Shows what a step led to; a fault is logged with its chain and shown without it.
pub(super) fn answer(say: Say, step: Result<Response, impl Into<Stop>>) -> Response {
    match step.map_err(Into::into) {
        Ok(response) => response,
        Err(Stop::Show(response)) => *response,
        Err(Stop::Fault(error)) => {
            tracing::error!(error = &error as &dyn std::error::Error, "the person's page failed");
            failed(say)
        }
    }
}

impl Door {
    /// The open case of a visit; else what was typed, shown once more.
    pub(super) fn still_open(&self, visit: &Visit, typed: &str) -> Result<Session, Stop> {
        match self.open_session(visit) {
            Ok(session) => Ok(session),
            Err(Held::Ended) => {
                let frame = self.frame("/c", visit.say)?;
                let page = EndedPage { say: visit.say, frame, typed: typed.to_owned() };
                let shown = show(visit.say, StatusCode::FORBIDDEN, &page);
                Err(Stop::Show(Box::new(shown)))
            }
            Err(Held::Open(_) | Held::Nothing) => Err(Stop::Show(Box::new(to_the_door(visit)))),
        }
    }

    /// The case once more, with what was typed and what is wrong with it.
    pub(super) fn again(
        &self,
        visit: &Visit,
        open: &OpenCase,
        typed: Typed,
        problem: Problem,
    ) -> Result<Response, Stop> {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Ok(self.case_page(visit, status, open, typed, Some(problem))?)
    }

    /// Takes the step once, however often its form is sent, and leads to the receipt.
    pub(super) async fn take(
        self: &Arc<Self>,
        visit: &Visit,
        open: OpenCase,
        once: &str,
        action: Action,
        kept: Typed,
    ) -> Result<Response, Stop> {
        let op = self.op(&open.session, once, &action);
        let session = open.session.clone();
        let acted = work(self, move |door| {
            let act = Act {
                op,
                actor: &Actor::Person,
                case: Some(session.case),
                action: &action,
                claimed_at: None,
            };
            door.app.act(&session.agency, act)
        });
        match acted.await? {
            Acted::Judged(Outcome::Accepted { .. }) => {
                let receipt = visit.path(&format!("/c/case/receipt?of={op}"));
                Ok(Redirect::to(&receipt).into_response())
            }
            Acted::OtherAction => {
                self.again(visit, &open, kept, Problem::of(visit.say, "wrong-stale"))
            }
            Acted::Judged(_) | Acted::Broke => {
                let problem = Problem::of(visit.say, "wrong-refused");
                let now = work(self, move |door| door.read_case(open.session)).await?;
                self.again(visit, &now, kept, problem)
            }
        }
    }
}

impl Problem {
    /// A text that no rule would take.
    pub(super) fn if_long(field: &'static str, say: Say, text: &str) -> Result<(), Self> {
        let chars = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if chars <= TEXT_CHARS_MAX {
            return Ok(());
        }
        let words = say.with("wrong-long", &[("chars_max", TEXT_CHARS_MAX.into())]);
        Err(Self { field: Some(field), words })
    }
}
