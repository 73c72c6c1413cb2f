//! The code with which a person follows their case, and the word with which they answer a decision.
//!
//! Both are made when a message leaves the house and exist only in it; here only their keyed hashes
//! stay. So no byte that a desk, a log or a copy of the database holds lets anybody confirm.

use crate::anchor::Carried;
use crate::secrets::Purpose;
use crate::sender::OutgoingMessage;
use crate::store::{OutboxRow, PageRow, Tx};
use crate::surroundings::bytes;
use crate::{App, Error};
use chrono::TimeDelta;
use domain::reference::{FollowCode, Reference};
use domain::{AgencyId, CaseId, DecisionId};
use protocol::Hash;

/// Days after its ending for which a case can be read by its person.
const PAGE_DAYS: i64 = 365;

impl App {
    /// The case of a reference, when the code is one of its own and its page is open. An unknown
    /// reference, a wrong code and a closed page take the same steps and look the same.
    pub fn follow(
        &self,
        agency: &AgencyId,
        reference: &Reference,
        code: &str,
    ) -> Result<Option<CaseId>, Error> {
        let canonical = canonical(code);
        let closed_before = self.now() - TimeDelta::days(PAGE_DAYS);
        self.store.read(|tx| {
            let found = tx.page_of_reference(agency, reference)?;
            let case = found.as_ref().map_or(CaseId(uuid::Uuid::nil()), |it| it.case);
            let hash = self.code_hash(agency, case, &canonical);
            let is_code = tx.is_code(agency, case, &hash)?;
            let is_open = |it: &PageRow| it.closed_at.is_none_or(|at| at > closed_before);
            Ok(found.filter(|it| is_code && is_open(it)).map(|it| it.case))
        })
    }

    /// Whether a word is the one that was sent with this decision and was not used.
    pub fn is_word(
        &self,
        agency: &AgencyId,
        case: CaseId,
        decision: DecisionId,
        word: &str,
    ) -> Result<bool, Error> {
        let hash = self.word_hash(agency, case, decision, &canonical(word));
        self.store.read(|tx| tx.is_word(agency, case, decision, &hash))
    }

    /// Makes a code for a message. Earlier ones stay good: whoever lost the first message opens the
    /// case with any later one, and nobody must be able to look a code up.
    pub(crate) fn new_code(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        case: CaseId,
    ) -> Result<FollowCode, Error> {
        let code = FollowCode::from_random(bytes(&self.random)?);
        let hash = self.code_hash(agency, case, &code.canonical());
        tx.insert_code(agency, case, &hash, self.now())?;
        Ok(code)
    }

    /// Makes a word for a decision. Earlier ones stay good until one is used: a reminder carries a
    /// word of its own.
    pub(crate) fn new_word(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        case: CaseId,
        decision: DecisionId,
    ) -> Result<FollowCode, Error> {
        let word = FollowCode::from_random(bytes(&self.random)?);
        let hash = self.word_hash(agency, case, decision, &word.canonical());
        tx.insert_word(agency, case, decision, &hash, self.now())?;
        Ok(word)
    }

    /// What the ledger outside the database keeps of a message.
    pub(crate) fn carried(
        &self,
        agency: &AgencyId,
        row: &OutboxRow,
        message: &OutgoingMessage,
    ) -> Carried {
        let word = message.word.as_ref().zip(row.decision);
        let word_hash = |(word, decision): (&FollowCode, _)| {
            self.word_hash(agency, row.case, decision, &word.canonical())
        };
        Carried {
            code: Some(self.code_hash(agency, row.case, &message.code.canonical())),
            word: word.map(word_hash),
        }
    }

    /// After a restore: the code and the word of a message that left before are good again.
    pub(crate) fn keep_carried(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        row: &OutboxRow,
        carried: Carried,
    ) -> Result<(), Error> {
        if let Some(code) = carried.code {
            tx.insert_code(agency, row.case, &code, self.now())?;
        }
        if let Some((word, decision)) = carried.word.zip(row.decision) {
            tx.insert_word(agency, row.case, decision, &word, self.now())?;
        }
        Ok(())
    }

    fn code_hash(&self, agency: &AgencyId, case: CaseId, code: &str) -> Hash {
        let parts = [agency.as_str().as_bytes(), case.0.as_bytes(), code.as_bytes()];
        self.secrets.hash(Purpose::FollowCode, &parts)
    }

    fn word_hash(&self, agency: &AgencyId, case: CaseId, decision: DecisionId, word: &str) -> Hash {
        let agency = agency.as_str().as_bytes();
        let parts = [agency, case.0.as_bytes(), decision.0.as_bytes(), word.as_bytes()];
        self.secrets.hash(Purpose::DecisionWord, &parts)
    }
}

/// A text that is no code is compared like one, so that its shape tells nothing by time.
fn canonical(typed: &str) -> String {
    FollowCode::parse(typed).map(|it| it.canonical()).unwrap_or_default()
}
