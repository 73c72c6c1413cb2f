//! Accounts, and the open secrets of a demo.

use super::Tx;
use super::row::ms;
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, StaffId};
use rusqlite::named_params;

/// One account of a demo, shown on purpose.
pub(crate) struct DemoRow {
    pub(crate) agency: AgencyId,
    pub(crate) staff: StaffId,
    pub(crate) password: String,
    pub(crate) code: String,
}

impl Tx<'_> {
    /// The stored hash of somebody's password.
    pub(crate) fn password(
        self,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<Option<String>, Error> {
        self.one(
            include_str!("../../sql/account/get.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
            |row| Ok(row.get(0)?),
        )
    }

    /// Makes an account or changes its password.
    pub(crate) fn put_password(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        hash: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/account/put.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":password": hash,
                ":changed_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// The accounts that a demo shows.
    pub(crate) fn demo_accounts(self) -> Result<Vec<DemoRow>, Error> {
        self.all(include_str!("../../sql/demo_account/list.sql"), &[], |row| {
            Ok(DemoRow {
                agency: AgencyId::new(row.get::<_, String>(0)?),
                staff: StaffId::new(row.get::<_, String>(1)?),
                password: row.get(2)?,
                code: row.get(3)?,
            })
        })
    }

    /// Keeps a demo account's open secrets.
    pub(crate) fn put_demo_account(self, demo: &DemoRow) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/demo_account/put.sql"),
            named_params! {
                ":agency": demo.agency.as_str(),
                ":staff": demo.staff.as_str(),
                ":password": demo.password,
                ":code": demo.code,
            },
        )?;
        Ok(())
    }
}
