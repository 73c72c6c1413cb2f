//! A message of the person on their case: one more contact, which goes to whoever holds it.

use super::case_page::Typed;
use super::enter::Problem;
use super::open::{Form, work};
use super::step::{Stop, answer};
use super::story::Asks;
use super::{Door, Visit};
use axum::extract::State;
use axum::response::Response;
use domain::case::{Channel, ContactDirection, ContactOutcome};
use domain::{Action, RecordContact};
use serde::Deserialize;
use std::sync::Arc;

/// The form at the foot of the page.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Message {
    token: String,
    once: String,
    text: String,
}

/// `POST /c/case/message`.
pub(super) async fn send(
    State(door): State<Arc<Door>>,
    visit: Visit,
    Form(typed): Form<Message>,
) -> Response {
    answer(visit.say, door.take_message(&visit, typed).await)
}

impl Door {
    async fn take_message(
        self: &Arc<Self>,
        visit: &Visit,
        typed: Message,
    ) -> Result<Response, Stop> {
        let say = visit.say;
        let session = self.still_open(visit, &typed.text)?;
        let open = work(self, |door| door.read_case(session)).await?;
        let kept = || Typed { message: typed.text.clone(), ..Typed::default() };
        let checked = if !self.is_case_form(&typed.token, &open.session) {
            Err(Problem::of(say, "wrong-stale"))
        } else if !may_write(&self.tell(&open, visit)?.asks) {
            Err(Problem::of(say, "wrong-refused"))
        } else if typed.text.trim().is_empty() {
            Err(Problem::at("message", say, "wrong-empty"))
        } else {
            Problem::if_long("message", say, &typed.text)
        };
        if let Err(problem) = checked {
            return self.again(visit, &open, kept(), problem);
        }
        let kept = kept();
        self.take(visit, open, &typed.once, contact(typed.text), kept).await
    }
}

/// A case that is over takes no message: nobody would owe an answer to it.
fn may_write(asks: &Asks) -> bool {
    match asks {
        Asks::Message => true,
        Asks::Word { open, .. } => *open,
        Asks::Nothing => false,
    }
}

fn contact(own_words: String) -> Action {
    Action::RecordContact(RecordContact {
        channel: Channel::Portal,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Message,
        own_words,
        cost: None,
    })
}
