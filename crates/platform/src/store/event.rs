//! The agency's history.

use super::Tx;
use super::row::{count, int};
use crate::Error;
use domain::{AgencyId, CaseId, Recorded};
use rusqlite::{Row, named_params};

use super::ChainLink;

impl Tx<'_> {
    /// Writes one event under its number.
    pub(crate) fn insert_event(
        self,
        agency: &AgencyId,
        seq: u64,
        recorded: &Recorded,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/event/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":seq": int(seq)?,
                ":case_id": recorded.case.as_ref().map(|it| it.0.as_bytes()),
                ":op": recorded.op.0.as_bytes(),
                ":body": serde_json::to_string(recorded)?,
            },
        )?;
        Ok(())
    }

    /// The events of a case with `after < seq <= until`, in order.
    pub(crate) fn case_events(
        self,
        agency: &AgencyId,
        case: CaseId,
        after: u64,
        until: u64,
    ) -> Result<Vec<Recorded>, Error> {
        self.all(
            include_str!("../../sql/event/of_case.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":after": int(after)?,
                ":until": int(until)?,
            },
            read_event,
        )
    }

    /// How many bytes the events of a case with `after < seq <= until` are as JSON.
    pub(crate) fn case_event_bytes(
        self,
        agency: &AgencyId,
        case: CaseId,
        after: u64,
        until: u64,
    ) -> Result<usize, Error> {
        let bytes = self.one(
            include_str!("../../sql/event/bytes_of_case.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":after": int(after)?,
                ":until": int(until)?,
            },
            |row| count(row, 0),
        )?;
        Ok(usize::try_from(bytes.unwrap_or(0)).unwrap_or(usize::MAX))
    }

    /// The first events of a case with `after < seq <= until`, each with its bytes as JSON.
    pub(crate) fn first_case_events(
        self,
        agency: &AgencyId,
        case: CaseId,
        after: u64,
        until: u64,
        limit: u32,
    ) -> Result<Vec<(Recorded, usize)>, Error> {
        self.all(
            include_str!("../../sql/event/first_of_case.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":after": int(after)?,
                ":until": int(until)?,
                ":limit": limit,
            },
            |row| {
                let body: String = row.get(0)?;
                Ok((serde_json::from_str(&body)?, body.len()))
            },
        )
    }

    /// The events of a case after a number that did not come from this chain.
    pub(crate) fn events_by_others(
        self,
        agency: &AgencyId,
        case: CaseId,
        after: u64,
        link: &ChainLink,
    ) -> Result<Vec<Recorded>, Error> {
        self.all(
            include_str!("../../sql/event/by_others.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":after": int(after)?,
                ":device": link.device.0.as_bytes(),
                ":store": link.store.0.as_bytes(),
            },
            read_event,
        )
    }

    /// A stretch of the whole history, for export and verification.
    pub(crate) fn events(
        self,
        agency: &AgencyId,
        after: u64,
        until: u64,
        limit: u32,
    ) -> Result<Vec<Recorded>, Error> {
        self.all(
            include_str!("../../sql/event/range.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":after": int(after)?,
                ":until": int(until)?,
                ":limit": limit,
            },
            read_event,
        )
    }
}

fn read_event(row: &Row<'_>) -> Result<Recorded, Error> {
    Ok(serde_json::from_str(&row.get::<_, String>(0)?)?)
}
