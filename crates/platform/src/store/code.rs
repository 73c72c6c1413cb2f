//! Keyed hashes of the codes of cases and of the words of decisions; never the codes.

use super::Tx;
use super::row::ms;
use crate::Error;
use chrono::{DateTime, Utc};
use domain::{AgencyId, CaseId, DecisionId};
use protocol::Hash;
use rusqlite::named_params;

impl Tx<'_> {
    /// Whether this is a code of the case.
    pub(crate) fn is_code(
        self,
        agency: &AgencyId,
        case: CaseId,
        code: &Hash,
    ) -> Result<bool, Error> {
        let count = self.number(
            include_str!("../../sql/case_code/has.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":code_hash": code.0,
            },
        )?;
        Ok(count > 0)
    }

    /// Keeps the hash of a new code.
    pub(crate) fn insert_code(
        self,
        agency: &AgencyId,
        case: CaseId,
        code: &Hash,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/case_code/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":code_hash": code.0,
                ":issued_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// Keeps the hash of a new word of a decision.
    pub(crate) fn insert_word(
        self,
        agency: &AgencyId,
        case: CaseId,
        decision: DecisionId,
        word: &Hash,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/decision_word/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":decision": decision.0.as_bytes(),
                ":word_hash": word.0,
                ":issued_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// Whether this is an unused word of the decision.
    pub(crate) fn is_word(
        self,
        agency: &AgencyId,
        case: CaseId,
        decision: DecisionId,
        word: &Hash,
    ) -> Result<bool, Error> {
        let count = self.number(
            include_str!("../../sql/decision_word/good.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":decision": decision.0.as_bytes(),
                ":word_hash": word.0,
            },
        )?;
        Ok(count > 0)
    }

    /// Uses up every word of the decision.
    pub(crate) fn use_words(
        self,
        agency: &AgencyId,
        case: CaseId,
        decision: DecisionId,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/decision_word/use.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":case_id": case.0.as_bytes(),
                ":decision": decision.0.as_bytes(),
                ":used_at": ms(now),
            },
        )?;
        Ok(())
    }
}
