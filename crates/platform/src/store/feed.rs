//! Which case stands under which scope key, and the news of each key.

use super::Tx;
use super::row::{count, int, uuid};
use crate::Error;
use domain::{AgencyId, CaseId};
use protocol::LeaveReason;
use rusqlite::{Row, named_params};

/// What happened to a case under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Something happened on it.
    Event,
    /// Its person changed.
    Person,
    /// It came under the key.
    Enter,
    /// It is no longer under the key.
    Leave(LeaveReason),
}

/// One piece of news of a key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FeedRow {
    pub(crate) change: u64,
    pub(crate) case: CaseId,
    pub(crate) what: What,
    /// The first event of the change; none when only the scope moved.
    pub(crate) seq_first: Option<u64>,
    /// The head of the history after the change.
    pub(crate) seq_last: u64,
}

impl Tx<'_> {
    /// The keys of a case.
    pub(crate) fn scope_of(self, agency: &AgencyId, case: CaseId) -> Result<Vec<String>, Error> {
        self.all(
            include_str!("../../sql/scope/of_case.sql"),
            named_params! { ":agency": agency.as_str(), ":case_id": case.0.as_bytes() },
            |row| Ok(row.get(0)?),
        )
    }

    /// Puts a case under a key.
    pub(crate) fn enter_scope(
        self,
        agency: &AgencyId,
        key: &str,
        case: CaseId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/scope/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":scope_key": key,
                ":case_id": case.0.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// Takes a case away from a key.
    pub(crate) fn leave_scope(
        self,
        agency: &AgencyId,
        key: &str,
        case: CaseId,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/scope/delete.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":scope_key": key,
                ":case_id": case.0.as_bytes(),
            },
        )?;
        Ok(())
    }

    /// The cases of a key after one, in the order of their ids.
    pub(crate) fn cases_in_scope(
        self,
        agency: &AgencyId,
        key: &str,
        after: CaseId,
        limit: u32,
    ) -> Result<Vec<CaseId>, Error> {
        self.all(
            include_str!("../../sql/scope/cases.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":scope_key": key,
                ":after": after.0.as_bytes(),
                ":limit": limit,
            },
            |row| Ok(CaseId(uuid(row, 0)?)),
        )
    }

    /// How many cases stand under a key.
    pub(crate) fn count_scope(self, agency: &AgencyId, key: &str) -> Result<u64, Error> {
        self.number(
            include_str!("../../sql/scope/count.sql"),
            named_params! { ":agency": agency.as_str(), ":scope_key": key },
        )
    }

    /// Tells the readers of a key.
    pub(crate) fn insert_feed(
        self,
        agency: &AgencyId,
        key: &str,
        row: &FeedRow,
    ) -> Result<(), Error> {
        let (what, reason) = match row.what {
            What::Event => ("event", None),
            What::Person => ("person", None),
            What::Enter => ("enter", None),
            What::Leave(reason) => ("leave", Some(serde_json::to_string(&reason)?)),
        };
        self.run(
            include_str!("../../sql/feed/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":scope_key": key,
                ":change": int(row.change)?,
                ":case_id": row.case.0.as_bytes(),
                ":what": what,
                ":reason": reason,
                ":seq_first": row.seq_first.map(int).transpose()?,
                ":seq_last": int(row.seq_last)?,
            },
        )?;
        Ok(())
    }

    /// The news of a key after a change, oldest first.
    pub(crate) fn feed_after(
        self,
        agency: &AgencyId,
        key: &str,
        after: u64,
        limit: u32,
    ) -> Result<Vec<FeedRow>, Error> {
        self.all(
            include_str!("../../sql/feed/after.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":scope_key": key,
                ":after": int(after)?,
                ":limit": limit,
            },
            read_feed,
        )
    }
}

fn read_feed(row: &Row<'_>) -> Result<FeedRow, Error> {
    let what: String = row.get(2)?;
    let reason: Option<String> = row.get(3)?;
    let what = match (what.as_str(), reason) {
        ("event", None) => What::Event,
        ("person", None) => What::Person,
        ("enter", None) => What::Enter,
        ("leave", Some(reason)) => What::Leave(serde_json::from_str(&reason)?),
        _ => return Err(Error::Broken("unknown news")),
    };
    let seq_first: Option<i64> = row.get(4)?;
    Ok(FeedRow {
        change: count(row, 0)?,
        case: CaseId(uuid(row, 1)?),
        what,
        seq_first: seq_first.and_then(|it| u64::try_from(it).ok()),
        seq_last: count(row, 5)?,
    })
}
