//! Actions that wait for something before they are judged.

use super::row::{int, uuid};
use super::{ChainLink, Tx};
use crate::Error;
use domain::{AgencyId, CaseId, OpId};
use protocol::HeldWhy;
use rusqlite::named_params;

/// What must happen before a held action is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// An attachment must be whole.
    Attachment(String),
    /// An action of the same chain must be accepted or answered.
    Op(OpId),
    /// A program that knows the kind must run here.
    Schema,
    /// Its own body must arrive.
    Body(OpId),
}

/// An action that waits.
pub(crate) struct HeldRow {
    pub(crate) op: OpId,
    pub(crate) link: ChainLink,
    pub(crate) case: Option<CaseId>,
    pub(crate) why: HeldWhy,
}

impl Cause {
    fn column(&self) -> String {
        match self {
            Self::Attachment(hash) => format!("attachment:{hash}"),
            Self::Op(op) => format!("op:{op}"),
            Self::Schema => "schema".to_owned(),
            Self::Body(op) => format!("body:{op}"),
        }
    }

    /// The cause behind what the device is told.
    pub(crate) fn of(why: &HeldWhy, op: OpId) -> Self {
        match why {
            HeldWhy::Attachment { hash } => Self::Attachment(hash.clone()),
            HeldWhy::Predecessor { op } => Self::Op(*op),
            HeldWhy::NewerSchema => Self::Schema,
            HeldWhy::Body => Self::Body(op),
        }
    }
}

impl Tx<'_> {
    /// Lets an action wait, or wait for something else.
    pub(crate) fn put_held(self, agency: &AgencyId, row: &HeldRow) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/held/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": row.op.0.as_bytes(),
                ":device": row.link.device.0.as_bytes(),
                ":store": row.link.store.0.as_bytes(),
                ":dev_seq": int(row.link.dev_seq)?,
                ":case_id": row.case.as_ref().map(|it| it.0.as_bytes()),
                ":cause": Cause::of(&row.why, row.op).column(),
                ":why": serde_json::to_string(&row.why)?,
            },
        )?;
        Ok(())
    }

    /// Why an action waits.
    pub(crate) fn held(self, agency: &AgencyId, op: OpId) -> Result<Option<HeldWhy>, Error> {
        self.one(
            include_str!("../../sql/held/get.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
            |row| Ok(serde_json::from_str(&row.get::<_, String>(0)?)?),
        )
    }

    /// It waits no longer.
    pub(crate) fn delete_held(self, agency: &AgencyId, op: OpId) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/held/delete.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
        )?;
        Ok(())
    }

    /// Everything that waits for a cause, in the order of the chain.
    pub(crate) fn held_by(self, agency: &AgencyId, cause: &Cause) -> Result<Vec<OpId>, Error> {
        self.all(
            include_str!("../../sql/held/by_cause.sql"),
            named_params! { ":agency": agency.as_str(), ":cause": cause.column() },
            |row| Ok(OpId(uuid(row, 0)?)),
        )
    }
}
