//! What the person said, as it was taken.

use super::open::{OpenCase, to_the_door, work};
use super::step::answer;
use super::story::{Passage, Talk, Teller};
use super::{Door, Frame, Visit, show};
use crate::Error;
use crate::say::Say;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::{Actor, Event, OpId, Recorded};
use std::sync::Arc;

#[derive(Template)]
#[template(path = "page/receipt.html")]
struct ReceiptPage {
    say: Say,
    frame: Frame,
    title: String,
    words: String,
    reference: String,
    at: String,
    said: Option<Passage>,
    next: Option<String>,
}

/// `GET /c/case/receipt?of=…`: of one step of the person in the open case.
pub(super) async fn show_receipt(State(door): State<Arc<Door>>, visit: Visit) -> Response {
    let say = visit.say;
    let Ok(session) = door.open_session(&visit) else { return to_the_door(&visit) };
    let Some(of) = visit.asked("of").and_then(|it| it.parse().ok()) else {
        return to_the_door(&visit);
    };
    let step = work(&door, move |door| {
        let open = door.read_case(session)?;
        door.receipt(&visit, &open, of)
    });
    answer(say, step.await)
}

impl Door {
    fn receipt(&self, visit: &Visit, open: &OpenCase, of: OpId) -> Result<Response, Error> {
        let mine = |it: &&Recorded| it.op == of && it.actor == Actor::Person;
        let Some((recorded, ids)) = open.events.iter().filter(mine).find_map(words_of) else {
            return Ok(to_the_door(visit));
        };
        let say = visit.say;
        let teller = Teller { say, book: &open.book, now: self.app.now() };
        let story = self.tell(open, visit)?;
        let Talk { at, text, .. } = teller.said(recorded).ok_or(Error::Broken("no receipt"))?;
        let path = format!("/c/case/receipt?of={of}");
        let page = ReceiptPage {
            say,
            frame: Frame::new(story.agency, &path, say),
            title: say.text(ids.title),
            words: say.text(ids.words),
            reference: story.reference,
            at,
            said: Some(text).filter(|it| !it.text.is_empty()),
            next: story.next,
        };
        Ok(show(say, StatusCode::OK, &page))
    }
}

/// Which words a receipt is written in.
struct Ids {
    title: &'static str,
    words: &'static str,
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the others are no step of the person")]
fn words_of(recorded: &Recorded) -> Option<(&Recorded, Ids)> {
    let ids = match &recorded.event {
        Event::Confirmed { .. } => Ids { title: "receipt-title", words: "receipt-solved" },
        Event::Disputed { .. } => Ids { title: "receipt-title", words: "receipt-not-solved" },
        Event::ContactRecorded { .. } => {
            Ids { title: "receipt-message-title", words: "receipt-message" }
        }
        _ => return None,
    };
    Some((recorded, ids))
}
