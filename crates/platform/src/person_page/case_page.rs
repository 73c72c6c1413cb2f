//! The case itself.

use super::enter::Problem;
use super::guard::Guard;
use super::open::{OpenCase, to_the_door, work};
use super::session::Held;
use super::step::answer;
use super::story::{Asks, Story};
use super::{Door, Frame, Visit, show};
use crate::Error;
use crate::say::Say;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::DecisionId;
use std::sync::Arc;

/// What the person typed, kept when something is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) choice: String,
    pub(super) text: String,
    pub(super) message: String,
}

/// The question of a decision.
struct WordAsked {
    decision: DecisionId,
    pending: bool,
}

#[derive(Template)]
#[template(path = "page/case.html")]
struct CasePage {
    say: Say,
    frame: Frame,
    guard: Guard,
    story: Story,
    word: Option<WordAsked>,
    may_write: bool,
    typed: Typed,
    problem: Option<Problem>,
}

/// `GET /c/case`.
pub(super) async fn show_case(State(door): State<Arc<Door>>, visit: Visit) -> Response {
    let say = visit.say;
    let session = match door.open_session(&visit) {
        Ok(session) => session,
        Err(Held::Ended) => {
            let problem = Problem::of(say, "wrong-ended");
            let page = door.door_page(&visit, StatusCode::OK, String::new(), Some(problem));
            return answer(say, page);
        }
        Err(Held::Open(_) | Held::Nothing) => return to_the_door(&visit),
    };
    let step = work(&door, move |door| {
        let open = door.read_case(session)?;
        door.case_page(&visit, StatusCode::OK, &open, Typed::default(), None)
    });
    answer(say, step.await)
}

impl Door {
    /// The page of an open case, which stays open from now on for as long again.
    pub(super) fn case_page(
        &self,
        visit: &Visit,
        status: StatusCode,
        open: &OpenCase,
        typed: Typed,
        problem: Option<Problem>,
    ) -> Result<Response, Error> {
        let story = self.tell(open, visit)?;
        let (word, may_write) = match story.asks {
            Asks::Word { decision, pending, open } => (Some(WordAsked { decision, pending }), open),
            Asks::Message => (None, true),
            Asks::Nothing => (None, false),
        };
        let page = CasePage {
            say: visit.say,
            frame: Frame::new(story.agency.clone(), "/c/case", visit.say),
            guard: self.case_guard(&open.session)?,
            story,
            word,
            may_write,
            typed,
            problem,
        };
        let mut response = show(visit.say, status, &page);
        let session = open.session.clone();
        if let Some(cookie) = self.opened(session.agency, session.case, session.nonce) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }
}
