//! The door: reference and code. A wrong code, an unknown reference and a closed page look the same,
//! after the same steps.

use super::guard::{FORM_COOKIE, FORM_SECONDS, Guard};
use super::open::{Form, work};
use super::slowdown::Counted;
use super::step::answer;
use super::{Door, Frame, Visit, show};
use crate::Error;
use crate::say::Say;
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::reference::Reference;
use domain::{AgencyId, CaseId};
use serde::Deserialize;
use std::sync::Arc;

/// As long as a reference may be typed with all its separators, characters.
const TYPED_CHARS_MAX: usize = 64;

/// What was typed at the door.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Knock {
    reference: String,
    code: String,
    token: String,
}

/// What is wrong with a form, and with which field.
pub(super) struct Problem {
    pub(super) field: Option<&'static str>,
    pub(super) words: String,
}

impl Problem {
    /// Says something about the whole form.
    pub(super) fn of(say: Say, id: &str) -> Self {
        Self { field: None, words: say.text(id) }
    }

    /// Says something about one field.
    pub(super) fn at(field: &'static str, say: Say, id: &str) -> Self {
        Self { field: Some(field), words: say.text(id) }
    }
}

#[derive(Template)]
#[template(path = "page/enter.html")]
struct EnterPage {
    say: Say,
    frame: Frame,
    guard: Guard,
    reference: String,
    problem: Option<Problem>,
}

/// `GET /c`: the form; the reference may stand in the address, for it is no secret.
pub(super) async fn show_door(State(door): State<Arc<Door>>, visit: Visit) -> Response {
    let reference = cut(visit.asked("reference").unwrap_or_default());
    answer(visit.say, door.door_page(&visit, StatusCode::OK, reference, None))
}

/// `POST /c`: opens the case, or says that this opened none.
pub(super) async fn knock(
    State(door): State<Arc<Door>>,
    visit: Visit,
    Form(typed): Form<Knock>,
) -> Response {
    let reference = cut(&typed.reference);
    if !door.is_door_form(&typed.token, visit.cookie(FORM_COOKIE)) {
        return answer(visit.say, door.turn_away(&visit, reference, "wrong-stale"));
    }
    let counted = [Counted::Reference(spelling(&reference)), Counted::address(visit.address)];
    tokio::time::sleep(door.slowdown.begin(&counted, door.app.now())).await;
    let (asked, code) = (reference.clone(), typed.code);
    let found = work(&door, move |door| door.find(&asked, &code)).await;
    let step = match found {
        Ok(Some((agency, case))) => {
            door.slowdown.was_right(&counted);
            door.let_in(&visit, agency, case)
        }
        Ok(None) => door.turn_away(&visit, reference, "enter-wrong"),
        Err(error) => Err(error),
    };
    answer(visit.say, step)
}

impl Door {
    /// The case of a reference and its code. Every agency is asked, and a text that is no reference is
    /// looked for like one, so that what was wrong can't be told by time.
    fn find(&self, reference: &str, code: &str) -> Result<Option<(AgencyId, CaseId)>, Error> {
        let mut found = None;
        for agency in self.app.agencies()? {
            let book = self.app.book(&agency)?;
            let read = Reference::parse(reference).ok();
            let asked = match read {
                Some(reference) => reference,
                None => stand_in(&book.reference_prefix)?,
            };
            let case = self.app.follow(&agency, &asked, code)?;
            found = found.or(case.filter(|_| read.is_some()).map(|case| (agency, case)));
        }
        Ok(found)
    }

    fn let_in(&self, visit: &Visit, agency: AgencyId, case: CaseId) -> Result<Response, Error> {
        let mut response = Redirect::to(&visit.path("/c/case")).into_response();
        if let Some(cookie) = self.opened(agency, case, self.nonce()?) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }

    fn turn_away(&self, visit: &Visit, reference: String, id: &str) -> Result<Response, Error> {
        let problem = Problem::of(visit.say, id);
        self.door_page(visit, StatusCode::FORBIDDEN, reference, Some(problem))
    }

    /// The form, with a cookie of its own when the browser has none yet.
    pub(super) fn door_page(
        &self,
        visit: &Visit,
        status: StatusCode,
        reference: String,
        problem: Option<Problem>,
    ) -> Result<Response, Error> {
        let nonce = visit.cookie(FORM_COOKIE).filter(|it| is_nonce(it));
        let nonce = nonce.map_or_else(|| self.nonce(), |it| Ok(it.to_owned()))?;
        let say = visit.say;
        let page = EnterPage {
            say,
            frame: self.frame("/c", say)?,
            guard: self.door_guard(&nonce)?,
            reference,
            problem,
        };
        let mut response = show(say, status, &page);
        if let Some(cookie) = self.cookie(FORM_COOKIE, &nonce, FORM_SECONDS) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }
}

/// A reference that is looked for in place of a text that is none.
fn stand_in(prefix: &str) -> Result<Reference, Error> {
    let prefix = domain::reference::Prefix::parse(prefix);
    let prefix = prefix.map_err(|_| Error::Broken("an agency without a prefix"))?;
    Ok(Reference::from_random(prefix, [0; 5]))
}

/// However a reference is written, its failures are counted together.
fn spelling(reference: &str) -> String {
    Reference::parse(reference).map_or_else(|_| reference.to_owned(), |it| it.to_string())
}

fn cut(typed: &str) -> String {
    typed.trim().chars().take(TYPED_CHARS_MAX).collect()
}

fn is_nonce(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|it| it.is_ascii_hexdigit())
}
