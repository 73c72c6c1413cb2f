//! Enrolment codes and the accounts of a demo.

use crate::secrets::Purpose;
use crate::store::DemoRow;
use crate::surroundings::{read_short_code, short_code};
use crate::{App, Denied, Error};
use chrono::TimeDelta;
use domain::{AgencyId, StaffId};

/// Wrong codes before an enrolment code is spent.
const TRIES: u32 = 5;

impl App {
    /// Makes a one-time code to enrol a computer, `XXXX-XXXX`, good for some minutes.
    pub fn enrolment_code(&self, agency: &AgencyId, staff: &StaffId) -> Result<String, Error> {
        let code = short_code(&self.random)?;
        let until = self.now() + TimeDelta::minutes(self.config.code_minutes.into());
        let hash = self.enrolment_hash(&code);
        self.store
            .write(|tx| tx.insert_enrolment_code(agency, staff, &hash, Some(until), TRIES))?;
        Ok(code)
    }

    /// Makes an account of a demo: its password and its code are random, stay good, and are shown to
    /// everybody. Only in a store marked as a demo. Does nothing when the account is there.
    pub fn put_demo_account(&self, agency: &AgencyId, staff: &StaffId) -> Result<(), Denied> {
        if !self.is_demo()? {
            return Err(Denied::Forbidden("not_a_demo"));
        }
        if self.has_account(agency, staff)? {
            return Ok(());
        }
        let demo = DemoRow {
            agency: agency.clone(),
            staff: staff.clone(),
            password: short_code(&self.random)?.to_lowercase(),
            code: short_code(&self.random)?,
        };
        self.set_password(agency, staff, &demo.password)?;
        let hash = self.enrolment_hash(&demo.code);
        self.store.write(|tx| {
            tx.insert_enrolment_code(agency, staff, &hash, None, TRIES)?;
            Ok(tx.put_demo_account(&demo)?)
        })
    }

    fn enrolment_hash(&self, code: &str) -> protocol::Hash {
        let canonical = read_short_code(code).unwrap_or_default();
        self.secrets.hash(Purpose::Enrolment, &[canonical.as_bytes()])
    }
}
