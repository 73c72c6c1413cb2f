//! What arrives later: the body of a stub, the bytes of an attachment, a program that reads a newer
//! kind.

use super::check::{Body, Received};
use super::place::{Freed, Placing};
use crate::judge::Bench;
use crate::session::Session;
use crate::store::Cause;
use crate::{App, Denied, Error};
use domain::{AgencyId, OpId};
use protocol::{BodyRequest, Receipt, SignedAction};

impl App {
    /// Takes the body of an action that came as a stub, by whatever way it came. The header's hash
    /// says whether it is the one; `wrong_body` when not.
    pub fn body(&self, session: &Session, request: BodyRequest) -> Result<Receipt, Denied> {
        if request.body.0.len() > protocol::limits::ACTION_BYTES_MAX {
            return Err(Denied::TooLarge);
        }
        self.store.write(|tx| {
            let mut bench = Bench::open(self, tx, &session.agency)?;
            let row = tx.action(&session.agency, request.op)?.ok_or(Denied::NotFound)?;
            if row.link.is_none_or(|it| it.device != session.device) {
                return Err(Denied::NotFound);
            }
            let mut received = Received::of_row(row)?;
            if matches!(received.body, Body::Missing) {
                let signed = SignedAction { body: Some(request.body), ..received.signed };
                received = super::check::check(session, signed)?;
                if matches!(received.body, Body::Missing) {
                    return Err(Denied::Forbidden("wrong_body"));
                }
                bench.body_arrived(request.op, &received)?;
            }
            let receipt = bench.receipt(request.op, received.header_hash)?;
            bench.close()?;
            Ok(receipt)
        })
    }

    /// Judges what waited for this program to know its kind.
    pub(crate) fn judge_newer(&self, agency: &AgencyId) -> Result<(), Error> {
        self.store.write(|tx| {
            let mut bench = Bench::open(self, tx, agency)?;
            bench.release(&Cause::Schema)?;
            bench.close()
        })
    }
}

impl Bench<'_> {
    /// Keeps a body that came at last, and judges its action if nothing else holds it.
    pub(super) fn body_arrived(&mut self, op: OpId, received: &Received) -> Result<(), Error> {
        let body = received.signed.body.as_ref().ok_or(Error::Broken("a body that is none"))?;
        self.tx.set_body(self.agency, op, &body.0)?;
        self.release(&Cause::Body(op)).map(|_| ())
    }

    /// Judges what waited for a cause that is gone.
    pub(crate) fn release(&mut self, cause: &Cause) -> Result<Vec<Receipt>, Error> {
        let mut placing = Placing::default();
        for op in self.tx.held_by(self.agency, cause)? {
            placing.freed.push_back(Freed { op, answered: None, base: None });
        }
        placing.place_freed(self)
    }
}
