//! What a form must bring so that it is ours and counts once.

use super::Door;
use super::session::Session;
use crate::Error;
use crate::secrets::Purpose;
use crate::surroundings::bytes;
use domain::{Action, OpId};
use protocol::Hash;

/// The cookie of a form that stands before any case is open.
pub(super) const FORM_COOKIE: &str = "rida_form";
/// As long as a page may stand open before it is sent, seconds.
pub(super) const FORM_SECONDS: i64 = 12 * 60 * 60;

/// What a seal is over; one of one kind never passes for another.
#[derive(Clone, Copy)]
pub(super) enum Seal {
    /// The cookie of an open case.
    Session,
    /// A form before a case is open.
    DoorForm,
    /// A form of an open case.
    CaseForm,
}

/// The hidden fields of a form.
pub(super) struct Guard {
    /// Only a page that we gave to this browser holds it.
    pub(super) token: String,
    /// Names what the form leads to: sent twice, it counts once.
    pub(super) once: String,
}

impl Door {
    /// For the form before any case is open.
    pub(super) fn door_guard(&self, nonce: &str) -> Result<Guard, Error> {
        let token = self.seal(Seal::DoorForm, &[nonce.as_bytes()]).to_string();
        Ok(Guard { token, once: self.nonce()? })
    }

    /// For the forms of an open case.
    pub(super) fn case_guard(&self, session: &Session) -> Result<Guard, Error> {
        let token = self.seal(Seal::CaseForm, &[session.nonce.as_bytes()]).to_string();
        Ok(Guard { token, once: self.nonce()? })
    }

    /// Whether a form before any case is open is ours.
    pub(super) fn is_door_form(&self, token: &str, nonce: Option<&str>) -> bool {
        nonce.is_some_and(|it| self.is_sealed(token, Seal::DoorForm, &[it.as_bytes()]))
    }

    /// Whether a form of an open case is ours.
    pub(super) fn is_case_form(&self, token: &str, session: &Session) -> bool {
        self.is_sealed(token, Seal::CaseForm, &[session.nonce.as_bytes()])
    }

    /// The id of what a form leads to, the same however often it is sent.
    pub(super) fn op(&self, session: &Session, once: &str, action: &Action) -> OpId {
        let parts = [
            session.agency.as_str().as_bytes(),
            session.case.0.as_bytes(),
            once.as_bytes(),
            action.kind().as_bytes(),
        ];
        OpId(crate::derived_id::uuid(&self.app.secrets.hash(Purpose::PageForm, &parts)))
    }

    /// Thirty-two hex digits at random.
    pub(super) fn nonce(&self) -> Result<String, Error> {
        Ok(format!("{:032x}", u128::from_be_bytes(bytes(&self.app.random)?)))
    }

    /// A keyed hash over some parts.
    pub(super) fn seal(&self, of: Seal, parts: &[&[u8]]) -> Hash {
        let purpose = match of {
            Seal::Session => Purpose::PageSession,
            Seal::DoorForm => Purpose::PageDoor,
            Seal::CaseForm => Purpose::PageCase,
        };
        self.app.secrets.hash(purpose, parts)
    }

    /// Compares a seal as it came with the right one, in the same time wherever they differ.
    pub(super) fn is_sealed(&self, came: &str, of: Seal, parts: &[&[u8]]) -> bool {
        let right = blake3::Hash::from_bytes(self.seal(of, parts).0);
        blake3::Hash::from_hex(came).is_ok_and(|came| came == right)
    }
}
