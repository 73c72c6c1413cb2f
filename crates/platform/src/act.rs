//! The platform's own writers: the person's page, clockwork, imports. They take the same way as a
//! device's actions, without a device.

use crate::judge::{Ask, Bench};
use crate::store::{ActionRow, Tx};
use crate::{App, Error};
use chrono::{DateTime, Utc};
use domain::case::Case;
use domain::{Action, Actor, AgencyId, CaseId, OpId, Person, PersonId, Recorded};
use protocol::{Exact, Hash, Outcome};

/// An action of the platform's own. The id decides whether it happened already.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// Derived from its cause, so that acting twice does nothing.
    pub op: OpId,
    /// The person, the platform, or the overseer.
    pub actor: &'a Actor,
    /// Which case; none for the staff aggregate.
    pub case: Option<CaseId>,
    /// What.
    pub action: &'a Action,
    /// When it happened outside; now when none.
    pub claimed_at: Option<DateTime<Utc>>,
}

/// Whether the persons of imported cases are written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Announce {
    /// Nobody is: their cases began long ago, and nobody expects a message about them.
    #[default]
    Nobody,
    /// Everyone with an open case and a way to be reached receives a welcome with a code.
    Persons,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Acted {
    /// Judged now, or the same action was judged so before.
    Judged(Outcome),
    /// The rule broke on it; nothing is stored and it may be tried again with a newer program.
    Broke,
    /// The id belongs to another action.
    OtherAction,
}

impl App {
    /// Judges one action of the platform's own. Only an accepted one is kept: what was refused has no
    /// writer who waits for a verdict, and may be tried again under the same id when the case stands
    /// otherwise.
    pub fn act(&self, agency: &AgencyId, act: Act<'_>) -> Result<Acted, Error> {
        let answers = self.act_all(agency, std::slice::from_ref(&act))?;
        answers.into_iter().next().ok_or(Error::Broken("an act without answer"))
    }

    /// Judges several in one transaction, each on its own. Imported cases are announced to nobody.
    pub fn act_all(&self, agency: &AgencyId, acts: &[Act<'_>]) -> Result<Vec<Acted>, Error> {
        self.act_all_announcing(agency, acts, Announce::Nobody)
    }

    /// Judges several in one transaction, each on its own: the way of an import, whose caller says
    /// who is written to.
    pub fn act_all_announcing(
        &self,
        agency: &AgencyId,
        acts: &[Act<'_>],
        announce: Announce,
    ) -> Result<Vec<Acted>, Error> {
        self.store.write(|tx| {
            let mut bench = Bench::open(self, tx, agency)?;
            bench.announce = announce;
            let answers = acts.iter().map(|act| bench.step(|bench| bench.act(act)));
            let answers = answers.collect::<Result<_, Error>>()?;
            bench.close()?;
            Ok(answers)
        })
    }

    /// Whether a device's action has this id.
    pub(crate) fn is_of_device(&self, agency: &AgencyId, op: OpId) -> Result<bool, Error> {
        let row = self.store.read(|tx| tx.action(agency, op))?;
        Ok(row.is_some_and(|it| it.link.is_some()))
    }

    /// The state of a case.
    pub fn case(&self, agency: &AgencyId, case: CaseId) -> Result<Option<Case>, Error> {
        self.store.read(|tx| tx.case(agency, case))
    }

    /// The events of a case, in order.
    pub fn case_events(&self, agency: &AgencyId, case: CaseId) -> Result<Vec<Recorded>, Error> {
        self.store.read(|tx| tx.case_events(agency, case, 0, tx.head(agency)?.seq))
    }

    /// A person.
    pub fn person(&self, agency: &AgencyId, person: PersonId) -> Result<Option<Person>, Error> {
        self.store.read(|tx| tx.person(agency, person))
    }

    /// Events of the agency after a number, at most `limit`.
    pub fn events(
        &self,
        agency: &AgencyId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<Recorded>, Error> {
        self.store.read(|tx| tx.events(agency, after, tx.head(agency)?.seq, limit))
    }

    /// The number of the agency's last event.
    pub fn last_seq(&self, agency: &AgencyId) -> Result<u64, Error> {
        Ok(self.store.read(|tx| tx.head(agency))?.seq)
    }

    /// Cases at which clockwork must look now, the longest due first.
    pub fn cases_to_wake(&self, agency: &AgencyId, limit: u32) -> Result<Vec<CaseId>, Error> {
        let now = self.now();
        self.store.read(|tx| tx.cases_to_wake(agency, now, limit))
    }

    /// Cases that lie in a unit without an owner, the one due first in front.
    pub fn unassigned(
        &self,
        agency: &AgencyId,
        unit: &domain::UnitId,
        limit: u32,
    ) -> Result<Vec<CaseId>, Error> {
        self.store.read(|tx| tx.unassigned(agency, unit, limit))
    }

    /// Looks again at who may see what, because time passed. Run it with the clockwork; answers how
    /// many cases it looked at.
    pub fn rescope(&self, agency: &AgencyId) -> Result<usize, Error> {
        self.store.write(|tx| {
            let mut bench = Bench::open(self, tx, agency)?;
            let looked_at = bench.rescope_after_time()?;
            bench.close()?;
            Ok(looked_at)
        })
    }
}

impl Bench<'_> {
    pub(crate) fn act(&mut self, act: &Act<'_>) -> Result<Acted, Error> {
        let body = Exact(serde_json::to_vec(act.action)?);
        let header_hash = Hash::of(&body.0);
        if let Some(row) = self.tx.action(self.agency, act.op)? {
            return self.acted_before(act.op, &row, &header_hash);
        }
        let ask = Ask {
            op: act.op,
            header_hash,
            actor: act.actor,
            case: act.case,
            action: act.action,
            claimed_at: act.claimed_at.unwrap_or(self.now),
            seen: None,
        };
        let Some(outcome) = self.judge(&ask)? else { return Ok(Acted::Broke) };
        if !matches!(outcome, Outcome::Accepted { .. }) {
            return Ok(Acted::Judged(outcome));
        }
        keep(self.tx, self.agency, &ask, body, self.now)?;
        self.pronounce(&ask, outcome.clone())?;
        Ok(Acted::Judged(outcome))
    }

    fn acted_before(&self, op: OpId, row: &ActionRow, hash: &Hash) -> Result<Acted, Error> {
        if row.link.is_some() || row.header_hash != *hash {
            return Ok(Acted::OtherAction);
        }
        let verdict = self.tx.verdict(self.agency, op)?;
        let verdict = verdict.ok_or(Error::Broken("an own action without verdict"))?;
        Ok(Acted::Judged(verdict.signed.read(None)?.outcome))
    }
}

fn keep(
    tx: Tx<'_>,
    agency: &AgencyId,
    ask: &Ask<'_>,
    body: Exact,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let row = ActionRow {
        link: None,
        case: ask.case,
        staff: ask.actor.staff().cloned(),
        kind: ask.action.kind().to_owned(),
        header: None,
        body: Some(body),
        signature: None,
        header_hash: ask.header_hash,
    };
    tx.insert_action(agency, ask.op, &row, now)
}
