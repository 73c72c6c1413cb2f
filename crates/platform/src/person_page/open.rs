//! What every page of an open case begins with: whose case it is, and what its person may know.

use super::session::{CASE_COOKIE, Held, Session};
use super::story::{Story, Teller, known};
use super::{Door, Visit};
use crate::Error;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Recorded;
use domain::book::Book;
use serde::de::DeserializeOwned;
use std::convert::Infallible;
use std::sync::Arc;

/// A form; one that can't be read is an empty one, which no step accepts.
pub(super) struct Form<T>(pub(super) T);

impl<T, S> FromRequest<S> for Form<T>
where
    T: DeserializeOwned + Default,
    S: Send + Sync,
{
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let form = axum::Form::<T>::from_request(request, state).await;
        Ok(Self(form.map(|axum::Form(it)| it).unwrap_or_default()))
    }
}

/// Runs what blocks where it may block.
pub(super) async fn work<T: Send + 'static>(
    door: &Arc<Door>,
    step: impl FnOnce(&Door) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let door = Arc::clone(door);
    let done = tokio::task::spawn_blocking(move || step(&door)).await;
    done.unwrap_or(Err(Error::Broken("a page's work broke off")))
}

/// An open case with what its person may know of it.
pub(super) struct OpenCase {
    pub(super) session: Session,
    pub(super) events: Vec<Recorded>,
    pub(super) book: Arc<Book>,
}

impl Door {
    /// The case that a visit has open; else the answer that leads to the door.
    pub(super) fn open_session(&self, visit: &Visit) -> Result<Session, Held> {
        match self.session(visit.cookie(CASE_COOKIE)) {
            Held::Open(session) => Ok(session),
            held @ (Held::Ended | Held::Nothing) => Err(held),
        }
    }

    /// Reads an open case.
    pub(super) fn read_case(&self, session: Session) -> Result<OpenCase, Error> {
        let events = self.app.case_events(&session.agency, session.case)?;
        let book = self.app.book(&session.agency)?;
        Ok(OpenCase { events: known(events, self.app.now()), session, book })
    }

    /// Tells an open case in the language of the visit.
    pub(super) fn tell(&self, open: &OpenCase, visit: &Visit) -> Result<Story, Error> {
        let teller = Teller { say: visit.say, book: &open.book, now: self.app.now() };
        teller.tell(&open.events).ok_or(Error::Broken("a case without a beginning"))
    }
}

/// Back to the door, with no word about why: the door says what it needs.
pub(super) fn to_the_door(visit: &Visit) -> Response {
    Redirect::to(&visit.path("/c")).into_response()
}
