//! What anybody may know.

use crate::store::DemoRow;
use crate::{App, Error};
use domain::book::{Book, Labels};
use protocol::{DemoAccount, Hello, HelloAgency, PROTOCOL};

impl App {
    /// The versions spoken, the agencies served, and in a demo its accounts.
    pub fn hello(&self) -> Result<Hello, Error> {
        let agencies = self.agencies()?.into_iter();
        let agencies = agencies.map(|agency| {
            let name = self.book(&agency)?.name.clone();
            Ok(HelloAgency { agency, name })
        });
        Ok(Hello {
            protocols: vec![PROTOCOL],
            agencies: agencies.collect::<Result<_, Error>>()?,
            demo: self.demo_accounts()?,
            at: self.now(),
        })
    }

    /// The accounts of a demo; none when this is no demo.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the path names one lifetime only"
    )]
    pub fn demo_accounts(&self) -> Result<Option<Vec<DemoAccount>>, Error> {
        if !self.is_demo()? {
            return Ok(None);
        }
        let rows = self.store.read(|tx| tx.demo_accounts())?.into_iter();
        let shown = rows.map(|row| {
            let book = self.book(&row.agency)?;
            Ok(self.demo_account(&book, row))
        });
        Ok(Some(shown.collect::<Result<_, Error>>()?))
    }

    fn demo_account(&self, book: &Book, row: DemoRow) -> DemoAccount {
        let unnamed = || Labels { ar: row.staff.to_string(), en: row.staff.to_string() };
        let name = book.staff.get(&row.staff).map_or_else(unnamed, |it| it.name.clone());
        let post = book.post_label_of(&row.staff, self.now()).cloned().unwrap_or_else(unnamed);
        DemoAccount {
            agency: row.agency,
            name,
            post,
            password: row.password,
            code: row.code,
            staff: row.staff,
        }
    }
}
