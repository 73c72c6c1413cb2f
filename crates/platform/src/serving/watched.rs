//! Bodies that say when they have ended, so that the gate knows what a connection is doing.

use super::gate::{Phase, Ticket};
use http_body::{Body, Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A body that enters a phase once, when it has ended or is given up.
pub(super) struct Watched<B> {
    body: B,
    then: Option<(Ticket, Phase)>,
}

impl<B: Body + Unpin> Watched<B> {
    /// `then` is entered when the body has ended.
    pub(super) fn new(body: B, ticket: Ticket, then: Phase) -> Self {
        let mut watched = Self { body, then: Some((ticket, then)) };
        if watched.body.is_end_stream() {
            watched.ended();
        }
        watched
    }
}

impl<B> Watched<B> {
    fn ended(&mut self) {
        if let Some((ticket, phase)) = self.then.take() {
            ticket.enter(phase);
        }
    }
}

impl<B: Body + Unpin> Body for Watched<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        if frame.is_none() || self.body.is_end_stream() {
            self.ended();
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl<B> Drop for Watched<B> {
    fn drop(&mut self) {
        self.ended();
    }
}
