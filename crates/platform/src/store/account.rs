//! Accounts, and the open secrets of a demo.

use super::Tx;
use super::row::ms;
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, StaffId};
use rusqlite::named_params;

/// An account.
pub(crate) struct AccountRow {
    /// The stored hash of its password.
    pub(crate) password: String,
    /// It may not sign in.
    pub(crate) disabled: bool,
}

/// One account of a demo, shown on purpose.
pub(crate) struct DemoRow {
    pub(crate) agency: AgencyId,
    pub(crate) staff: StaffId,
    pub(crate) password: String,
    pub(crate) code: String,
}

impl Tx<'_> {
    /// Somebody's account.
    pub(crate) fn account(
        self,
        agency: &AgencyId,
        staff: &StaffId,
    ) -> Result<Option<AccountRow>, Error> {
        self.one(
            include_str!("../../sql/account/get.sql"),
            named_params! { ":agency": agency.as_str(), ":staff": staff.as_str() },
            |row| {
                let disabled = row.get::<_, Option<i64>>(1)?.is_some();
                Ok(AccountRow { password: row.get(0)?, disabled })
            },
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

    /// Ends an account or takes it up again; answers whether there is one.
    pub(crate) fn set_disabled(
        self,
        agency: &AgencyId,
        staff: &StaffId,
        at: Option<DateTime<Utc>>,
    ) -> Result<bool, Error> {
        let touched = self.run(
            include_str!("../../sql/account/set_disabled.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":staff": staff.as_str(),
                ":disabled_at": at.map(ms),
            },
        )?;
        Ok(touched > 0)
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
