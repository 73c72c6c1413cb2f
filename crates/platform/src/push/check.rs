//! What is checked of an action before the agency's lock is taken.

use crate::derived_id::is_minted_by_device;
use crate::session::Session;
use crate::store::{ActionRow, ChainLink};
use crate::{Denied, Error};
use domain::{Action, Actor};
use protocol::{ActionError, Hash, Header, SignedAction};

/// The kinds that make a case, as they stand in a header.
const CASE_MAKERS: [&str; 2] = ["open_case", "import_case"];

/// An action whose header is good. It keeps the bytes as they came.
pub(super) struct Received {
    pub(super) signed: SignedAction,
    pub(super) header: Header,
    pub(super) header_hash: Hash,
    pub(super) body: Body,
}

/// What is known of a body.
pub(super) enum Body {
    /// Read.
    Whole(Box<Action>),
    /// Not here, or not the bytes that the header names: the case waits for it.
    Missing,
    /// Of a kind or version of the future, or with a word of the future in it.
    Newer,
}

impl Received {
    pub(super) fn link(&self) -> ChainLink {
        let Header { device, store, dev_seq, .. } = self.header;
        ChainLink { device, store, dev_seq }
    }

    /// The action, when it is here and can be read.
    pub(super) fn action(&self) -> Option<&Action> {
        match &self.body {
            Body::Whole(action) => Some(action),
            Body::Missing | Body::Newer => None,
        }
    }

    /// As it is stored.
    pub(super) fn row(&self) -> ActionRow {
        let body = match self.body {
            Body::Missing => None,
            Body::Whole(_) | Body::Newer => self.signed.body.clone(),
        };
        ActionRow {
            link: Some(self.link()),
            case: self.header.case,
            staff: self.header.actor.staff().cloned(),
            kind: self.header.kind.clone(),
            header: Some(self.signed.header.clone()),
            body,
            signature: Some(self.signed.signature.clone()),
            header_hash: self.header_hash,
        }
    }

    /// Reads a stored action again.
    pub(super) fn of_row(row: ActionRow) -> Result<Self, Error> {
        let (Some(header), Some(signature)) = (row.header, row.signature) else {
            return Err(Error::Broken("a held action without header"));
        };
        let signed = SignedAction { header, body: row.body, signature };
        let header: Header = serde_json::from_slice(&signed.header.0)?;
        Ok(Self { body: read_body(&signed, &header), header_hash: row.header_hash, header, signed })
    }
}

/// Checks an action of a session: limits, header, whose it is, signature, and the body's hash.
///
/// Fails with `bad_action` when it is not this device's word at all, and with `bad_id` when a new thing
/// has an id that no device may give; nothing is stored of such bytes.
pub(super) fn check(session: &Session, signed: SignedAction) -> Result<Received, Denied> {
    let bad = |_: ActionError| Denied::Forbidden("bad_action");
    if signed.bytes() > protocol::limits::ACTION_BYTES_MAX {
        return Err(Denied::TooLarge);
    }
    let header = signed.header().map_err(bad)?;
    signed.verify(&session.key).map_err(bad)?;
    if !is_theirs(session, &header) {
        return Err(Denied::Forbidden("bad_action"));
    }
    if !has_device_ids(&header) {
        return Err(Denied::Forbidden("bad_id"));
    }
    Ok(Received {
        header_hash: signed.header_hash(),
        body: read_body(&signed, &header),
        header,
        signed,
    })
}

/// Whether the header names this session's agency, computer and person, and nobody else.
fn is_theirs(session: &Session, header: &Header) -> bool {
    let acts_as_self = match &header.actor {
        Actor::Staff { staff, .. } => *staff == session.staff,
        Actor::Person | Actor::Overseer { .. } | Actor::Platform => false,
    };
    acts_as_self && header.agency == session.agency && header.device == session.device
}

/// Whether the ids that the writer made are of the kind that devices make. The platform's own ids are
/// of another kind, so that no device can take one before the platform needs it.
fn has_device_ids(header: &Header) -> bool {
    let makes_case = CASE_MAKERS.contains(&header.kind.as_str());
    let case = header.case.filter(|_| makes_case).map(|it| it.0);
    let made = [Some(header.op.0), Some(header.store.0), case];
    made.into_iter().flatten().all(is_minted_by_device)
}

fn read_body(signed: &SignedAction, header: &Header) -> Body {
    match signed.action(header) {
        Ok(Some(action)) => Body::Whole(Box::new(action)),
        Ok(None) | Err(ActionError::BodyHash) => Body::Missing,
        Err(
            ActionError::Newer { .. }
            | ActionError::Body(_)
            | ActionError::Kind
            | ActionError::Header(_)
            | ActionError::TooLarge(_)
            | ActionError::Signature,
        ) => Body::Newer,
    }
}
