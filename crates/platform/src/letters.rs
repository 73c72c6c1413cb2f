//! Messages to persons as an administrator sees them: lists, and sending one again.

use crate::act::Act;
use crate::surroundings::uuid;
use crate::{Acted, App, Error};
use chrono::{DateTime, Utc};
use domain::case::{Channel, LetterFault};
use domain::reference::Reference;
use domain::{Action, Actor, AgencyId, CaseId, LetterId, OpId};

/// One message. Its address and its words are not part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterLine {
    /// Which message.
    pub id: LetterId,
    /// About which case.
    pub case: CaseId,
    /// The reference of that case.
    pub reference: Reference,
    /// `welcome`, `reply`, `reminder` or `ended`.
    pub kind: String,
    /// By which way.
    pub channel: Channel,
    /// The state of the ledger.
    pub state: String,
    /// Why the last attempt failed, if it did.
    pub fault: Option<LetterFault>,
    /// Attempts that failed for now.
    pub attempts: u32,
    /// Since when it is in this state.
    pub since: DateTime<Utc>,
}

impl App {
    /// Messages in a state, the longest in it first, at most `limit`.
    pub fn letters(
        &self,
        agency: &AgencyId,
        state: &str,
        limit: u32,
    ) -> Result<Vec<LetterLine>, Error> {
        let lines = self.store.read(|tx| tx.letters_in(agency, state, limit))?;
        let lines = lines.into_iter().map(|it| LetterLine {
            id: it.id,
            case: it.case,
            reference: it.letter.reference,
            kind: it.kind,
            channel: it.letter.channel,
            state: it.state,
            fault: it.fault,
            attempts: it.attempts,
            since: it.changed_at,
        });
        Ok(lines.collect())
    }

    /// Sends a message again that failed or may not have arrived, for an administrator. None when
    /// there is no such message.
    pub fn retry_letter(
        &self,
        agency: &AgencyId,
        letter: LetterId,
    ) -> Result<Option<Acted>, Error> {
        let Some((row, _)) = self.store.read(|tx| tx.letter(agency, letter))? else {
            return Ok(None);
        };
        let op = OpId(uuid(&self.random, self.now())?);
        let action = Action::ResendLetter { letter };
        let actor = &Actor::Platform;
        let act = Act { op, actor, case: Some(row.case), action: &action, claimed_at: None };
        self.act(agency, act).map(Some)
    }
}
