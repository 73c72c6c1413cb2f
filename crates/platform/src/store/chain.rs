//! The chain of each vault, and the action in it that blocks a case.

use super::Tx;
use super::row::{count, hash, int, ms, uuid};
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, CaseId, DeviceId, OpId, StoreId};
use protocol::Hash;
use rusqlite::named_params;

/// A place in the chain of one vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ChainLink {
    pub(crate) device: DeviceId,
    pub(crate) store: StoreId,
    pub(crate) dev_seq: u64,
}

/// Where a chain goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    pub(crate) expected: u64,
    pub(crate) prev: Hash,
}

impl Tx<'_> {
    /// Where the chain of a vault goes on; at 1 when it has not begun.
    pub(crate) fn chain(
        self,
        agency: &AgencyId,
        device: DeviceId,
        store: StoreId,
    ) -> Result<Chain, Error> {
        let found = self.one(
            include_str!("../../sql/chain/get.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":store": store.0.as_bytes(),
            },
            |row| Ok(Chain { expected: count(row, 0)?, prev: hash(row, 1)? }),
        )?;
        Ok(found.unwrap_or(Chain { expected: 1, prev: Hash::ZERO }))
    }

    /// Moves a chain on.
    pub(crate) fn put_chain(
        self,
        agency: &AgencyId,
        device: DeviceId,
        store: StoreId,
        chain: Chain,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/chain/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": device.0.as_bytes(),
                ":store": store.0.as_bytes(),
                ":expected": int(chain.expected)?,
                ":prev": chain.prev.0,
                ":changed_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// The vault of a device whose chain moved last.
    pub(crate) fn newest_store(
        self,
        agency: &AgencyId,
        device: DeviceId,
    ) -> Result<Option<StoreId>, Error> {
        self.one(
            include_str!("../../sql/chain/newest.sql"),
            named_params! { ":agency": agency.as_str(), ":device": device.0.as_bytes() },
            |row| Ok(StoreId(uuid(row, 0)?)),
        )
    }

    /// The action of this chain that holds later ones on this case.
    pub(crate) fn block(
        self,
        agency: &AgencyId,
        link: &ChainLink,
        case: CaseId,
    ) -> Result<Option<OpId>, Error> {
        self.one(
            include_str!("../../sql/block/get.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": link.device.0.as_bytes(),
                ":store": link.store.0.as_bytes(),
                ":case_id": case.0.as_bytes(),
            },
            |row| Ok(OpId(uuid(row, 0)?)),
        )
    }

    /// Holds later ones of this chain on this case behind an action.
    pub(crate) fn put_block(
        self,
        agency: &AgencyId,
        link: &ChainLink,
        case: CaseId,
        op: OpId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/block/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": link.device.0.as_bytes(),
                ":store": link.store.0.as_bytes(),
                ":case_id": case.0.as_bytes(),
                ":op": op.0.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Nothing holds this case for this chain any more.
    pub(crate) fn delete_block(
        self,
        agency: &AgencyId,
        link: &ChainLink,
        case: CaseId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/block/delete.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":device": link.device.0.as_bytes(),
                ":store": link.store.0.as_bytes(),
                ":case_id": case.0.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Notes which action answers one that was not accepted.
    pub(crate) fn put_answer(self, agency: &AgencyId, op: OpId, by: OpId) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/answer/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": op.0.as_bytes(),
                ":by_op": by.0.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// The action that answers one that was not accepted.
    pub(crate) fn answer(self, agency: &AgencyId, op: OpId) -> Result<Option<OpId>, Error> {
        self.one(
            include_str!("../../sql/answer/get.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
            |row| Ok(OpId(uuid(row, 0)?)),
        )
    }
}
