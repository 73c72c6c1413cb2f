//! The code with which a person follows their case, and the word with which they answer a decision.
//!
//! Both are made when a message leaves the house and exist only in it; here only their keyed hashes
//! stay. So no byte that a desk, a log or a copy of the database holds lets anybody confirm.

use crate::secrets::Purpose;
use crate::store::Tx;
use crate::surroundings::{bytes, read_short_code, short_code};
use crate::{App, Error};
use domain::reference::{FollowCode, Reference};
use domain::{AgencyId, CaseId, DecisionId};
use protocol::Hash;

impl App {
    /// The case of a reference, when the code is its own. An unknown reference, a wrong code and a
    /// case without code take the same steps and look the same.
    pub fn follow(
        &self,
        agency: &AgencyId,
        reference: &Reference,
        code: &str,
    ) -> Result<Option<CaseId>, Error> {
        // A text that is no code is compared like one, so that its shape tells nothing by time.
        let canonical = FollowCode::parse(code).map(|it| it.canonical()).unwrap_or_default();
        self.store.read(|tx| {
            let found = tx.case_of_reference(agency, reference)?;
            let case = found.unwrap_or(CaseId(uuid::Uuid::nil()));
            let hash = self.code_hash(agency, case, &canonical);
            let is_code = tx.is_code(agency, case, &hash)?;
            Ok(found.filter(|_| is_code))
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
        let canonical = read_short_code(word).unwrap_or_default();
        let hash = self.word_hash(agency, case, decision, &canonical);
        self.store.read(|tx| tx.is_word(agency, case, decision, &hash))
    }

    /// Makes the first code of a case; none when it has one.
    pub(crate) fn first_code(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        case: CaseId,
    ) -> Result<Option<FollowCode>, Error> {
        if tx.has_code(agency, case)? {
            return Ok(None);
        }
        let code = FollowCode::from_random(bytes(&self.random)?);
        let hash = self.code_hash(agency, case, &code.canonical());
        tx.insert_code(agency, case, &hash, self.now())?;
        Ok(Some(code))
    }

    /// Makes a word for a decision. Earlier ones stay good until one is used: a reminder carries a
    /// word of its own.
    pub(crate) fn new_word(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        case: CaseId,
        decision: DecisionId,
    ) -> Result<String, Error> {
        let word = short_code(&self.random)?;
        let canonical = read_short_code(&word).unwrap_or_default();
        let hash = self.word_hash(agency, case, decision, &canonical);
        tx.insert_word(agency, case, decision, &hash, self.now())?;
        Ok(word)
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
