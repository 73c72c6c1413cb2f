//! Solved or not solved: the person's word, with the word that was sent with this decision.

use super::case_page::Typed;
use super::enter::Problem;
use super::open::{Form, OpenCase, work};
use super::slowdown::Counted;
use super::step::{Stop, answer};
use super::story::Asks;
use super::{Door, Visit};
use axum::extract::State;
use axum::response::Response;
use domain::case::Bearing;
use domain::{Action, DecisionId};
use serde::Deserialize;
use std::sync::Arc;

/// The form under the question.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    token: String,
    once: String,
    decision: String,
    choice: String,
    text: String,
    word: String,
}

/// `POST /c/case/word`.
pub(super) async fn give(
    State(door): State<Arc<Door>>,
    visit: Visit,
    Form(typed): Form<Answer>,
) -> Response {
    answer(visit.say, door.take_word(&visit, typed).await)
}

impl Door {
    async fn take_word(self: &Arc<Self>, visit: &Visit, typed: Answer) -> Result<Response, Stop> {
        let session = self.still_open(visit, &typed.text)?;
        let open = work(self, |door| door.read_case(session)).await?;
        if let Err(problem) = self.check_answer(visit, &open, &typed) {
            return self.again(visit, &open, typed.kept(), problem);
        }
        let Some(decision) = asked_decision(&self.tell(&open, visit)?.asks, &typed.decision) else {
            return self.again(visit, &open, typed.kept(), Problem::of(visit.say, "wrong-refused"));
        };
        if !self.is_word(visit, &open, decision, &typed.word).await? {
            let problem = Problem::at("word", visit.say, "wrong-word");
            return self.again(visit, &open, typed.kept(), problem);
        }
        let kept = typed.kept();
        let (once, action) = (typed.once, said(&typed.choice, decision, typed.text));
        self.take(visit, open, &once, action, kept).await
    }

    /// What is wrong with the form, before the word is looked at.
    fn check_answer(&self, visit: &Visit, open: &OpenCase, typed: &Answer) -> Result<(), Problem> {
        let say = visit.say;
        let is_no = typed.choice == "not_solved";
        if !self.is_case_form(&typed.token, &open.session) {
            Err(Problem::of(say, "wrong-stale"))
        } else if !is_no && typed.choice != "solved" {
            Err(Problem::at("choice", say, "wrong-choice"))
        } else if is_no && typed.text.trim().is_empty() {
            Err(Problem::at("text", say, "wrong-missing"))
        } else {
            Problem::if_long("text", say, &typed.text)
        }
    }

    /// A guess at the word waits like a guess at the code.
    async fn is_word(
        self: &Arc<Self>,
        visit: &Visit,
        open: &OpenCase,
        decision: DecisionId,
        word: &str,
    ) -> Result<bool, Stop> {
        let session = open.session.clone();
        let counted =
            [Counted::Reference(session.case.to_string()), Counted::address(visit.address)];
        tokio::time::sleep(self.slowdown.begin(&counted, self.app.now())).await;
        let word = word.to_owned();
        let is_word = work(self, move |door| {
            door.app.is_word(&session.agency, session.case, decision, &word)
        })
        .await?;
        if is_word {
            self.slowdown.was_right(&counted);
        }
        Ok(is_word)
    }
}

impl Answer {
    /// What is shown again: never the word.
    fn kept(&self) -> Typed {
        Typed { choice: self.choice.clone(), text: self.text.clone(), message: String::new() }
    }
}

/// The decision that the form speaks of, if it is the one that the page asks about.
fn asked_decision(asks: &Asks, typed: &str) -> Option<DecisionId> {
    match asks {
        Asks::Word { decision, .. } if typed == decision.to_string() => Some(*decision),
        Asks::Word { .. } | Asks::Message | Asks::Nothing => None,
    }
}

fn said(choice: &str, decision: DecisionId, text: String) -> Action {
    let by = Bearing::OwnPage;
    match choice {
        "solved" => Action::Confirm { decision, text, by },
        _ => Action::Dispute { decision, text, by },
    }
}
