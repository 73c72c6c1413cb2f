//! Actions as the exact bytes that were signed, and the platform's word on each.

use super::row::{hash, int, ms, uuid_or_none};
use super::{ChainLink, Tx};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, CaseId, DeviceId, OpId, StaffId, StoreId};
use protocol::{Exact, Hash, Outcome, SignedAction, SignedVerdict};
use rusqlite::{Row, named_params};

/// A stored action. The platform's own have no link, header or signature.
#[derive(Clone)]
pub(crate) struct ActionRow {
    pub(crate) link: Option<ChainLink>,
    pub(crate) case: Option<CaseId>,
    pub(crate) staff: Option<StaffId>,
    pub(crate) kind: String,
    pub(crate) header: Option<Exact>,
    pub(crate) body: Option<Exact>,
    pub(crate) signature: Option<Exact>,
    pub(crate) header_hash: Hash,
}

/// How an action was judged, as a column holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredOutcome {
    Accepted,
    Rejected,
    NeedsConfirmation,
}

/// A stored verdict.
pub(crate) struct VerdictRow {
    pub(crate) outcome: StoredOutcome,
    pub(crate) signed: SignedVerdict,
}

impl StoredOutcome {
    fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::NeedsConfirmation => "needs_confirmation",
        }
    }

    fn read(word: &str) -> Result<Self, Error> {
        [Self::Accepted, Self::Rejected, Self::NeedsConfirmation]
            .into_iter()
            .find(|it| it.word() == word)
            .ok_or(Error::Broken("an unknown outcome"))
    }
}

impl From<&Outcome> for StoredOutcome {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Accepted { .. } => Self::Accepted,
            Outcome::Rejected { .. } => Self::Rejected,
            Outcome::NeedsConfirmation { .. } => Self::NeedsConfirmation,
        }
    }
}

impl Tx<'_> {
    /// Keeps an action for ever.
    pub(crate) fn insert_action(
        self,
        agency: &AgencyId,
        op: OpId,
        row: &ActionRow,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let link = row.link.as_ref();
        self.run(
            include_str!("../../sql/action/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": op.0.as_bytes(),
                ":device": link.map(|it| it.device.0.as_bytes()),
                ":store": link.map(|it| it.store.0.as_bytes()),
                ":dev_seq": link.map(|it| int(it.dev_seq)).transpose()?,
                ":case_id": row.case.as_ref().map(|it| it.0.as_bytes()),
                ":staff": row.staff.as_ref().map(StaffId::as_str),
                ":kind": row.kind,
                ":header": row.header.as_ref().map(|it| &it.0),
                ":body": row.body.as_ref().map(|it| &it.0),
                ":signature": row.signature.as_ref().map(|it| &it.0),
                ":header_hash": row.header_hash.0,
                ":received_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// An action by its id.
    pub(crate) fn action(self, agency: &AgencyId, op: OpId) -> Result<Option<ActionRow>, Error> {
        self.one(
            include_str!("../../sql/action/get.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
            read_action,
        )
    }

    /// Actions of one vault's chain behind a number, as they were signed.
    pub(crate) fn actions_of_chain(
        self,
        agency: &AgencyId,
        device: DeviceId,
        store: StoreId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<SignedAction>, Error> {
        self.all(
            include_str!("../../sql/action/of_chain.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":store": store.0.as_bytes(),
                ":after": i64::try_from(after).unwrap_or(i64::MAX),
                ":limit": limit,
            },
            |row| {
                Ok(SignedAction {
                    header: Exact(row.get(0)?),
                    body: row.get::<_, Option<Vec<u8>>>(1)?.map(Exact),
                    signature: Exact(row.get(2)?),
                })
            },
        )
    }

    /// Adds the body of an action that came as a stub.
    pub(crate) fn set_body(self, agency: &AgencyId, op: OpId, body: &[u8]) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/action/set_body.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes(), ":body": body },
        )?;
        Ok(())
    }

    /// Keeps a verdict for ever; a second one for the same action is an error of the store.
    pub(crate) fn insert_verdict(
        self,
        agency: &AgencyId,
        verdict: &protocol::Verdict,
        signed: &SignedVerdict,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/verdict/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": verdict.op.0.as_bytes(),
                ":header_hash": verdict.header_hash.0,
                ":outcome": StoredOutcome::from(&verdict.outcome).word(),
                ":verdict": signed.verdict.0,
                ":signature": signed.signature.0,
                ":at": ms(verdict.at),
            },
        )?;
        Ok(())
    }

    /// The verdict on an action.
    pub(crate) fn verdict(self, agency: &AgencyId, op: OpId) -> Result<Option<VerdictRow>, Error> {
        self.one(
            include_str!("../../sql/verdict/get.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
            |row| {
                Ok(VerdictRow {
                    outcome: StoredOutcome::read(row.get_ref(0)?.as_str().map_err(column)?)?,
                    signed: SignedVerdict {
                        verdict: Exact(row.get(1)?),
                        signature: Exact(row.get(2)?),
                    },
                })
            },
        )
    }
}

fn read_action(row: &Row<'_>) -> Result<ActionRow, Error> {
    let device = uuid_or_none(row, 0)?.map(DeviceId);
    let store = uuid_or_none(row, 1)?.map(StoreId);
    let dev_seq: Option<i64> = row.get(2)?;
    let dev_seq = dev_seq.and_then(|it| u64::try_from(it).ok());
    let link = device.zip(store).zip(dev_seq);
    Ok(ActionRow {
        link: link.map(|((device, store), dev_seq)| ChainLink { device, store, dev_seq }),
        case: uuid_or_none(row, 3)?.map(CaseId),
        staff: row.get::<_, Option<String>>(4)?.map(StaffId::new),
        kind: row.get(5)?,
        header: row.get::<_, Option<Vec<u8>>>(6)?.map(Exact),
        body: row.get::<_, Option<Vec<u8>>>(7)?.map(Exact),
        signature: row.get::<_, Option<Vec<u8>>>(8)?.map(Exact),
        header_hash: hash(row, 9)?,
    })
}

fn column(_: rusqlite::types::FromSqlError) -> Error {
    Error::Broken("a column of another type")
}
