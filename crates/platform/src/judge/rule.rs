//! One action before the rule, and what becomes of it.

use super::Bench;
use super::context::Gathered;
use super::next_steps::next_steps;
use crate::Error;
use crate::derived_id::is_minted_by_device;
use crate::store::ChainLink;
use chrono::{DateTime, Utc};
use domain::case::{Case, Stage};
use domain::reading::{CaseFacts, Reader, Sight, may_see};
use domain::{Action, Actor, CaseId, Event, OpId, OpenCase, PersonId, PersonOf, Refusal};
use protocol::{Base, Changed, Hash, Outcome};

/// An action to be judged.
pub(crate) struct Ask<'a> {
    pub(crate) op: OpId,
    pub(crate) header_hash: Hash,
    pub(crate) actor: &'a Actor,
    pub(crate) case: Option<CaseId>,
    pub(crate) action: &'a Action,
    pub(crate) claimed_at: DateTime<Utc>,
    /// What the writer saw; none for the platform's own writers, who see what stands.
    pub(crate) seen: Option<Seen>,
}

/// What a device saw of the case.
pub(crate) struct Seen {
    pub(crate) link: ChainLink,
    pub(crate) base: Base,
}

/// What the rule said.
enum Ruled {
    Events(Vec<Event>),
    No(Refusal),
    /// The rule itself broke on this input: no verdict is given.
    Broke,
}

impl Bench<'_> {
    /// Judges an action and records what it leads to. None when the rule broke on it: then the action
    /// waits for a program that can read it, and nothing else is touched.
    ///
    /// A refusal comes before a question: confirming would not help. The exception is an answer that
    /// somebody else gave meanwhile, which is what the question is for.
    pub(crate) fn judge(&mut self, ask: &Ask<'_>) -> Result<Option<Outcome>, Error> {
        let case = ask.case.map_or(Ok(None), |case| self.tx.case(self.agency, case))?;
        let (ruled, moved) = if let Some(refusal) = self.refuse_unseen(ask, case.as_ref())? {
            (Ruled::No(refusal), Vec::new())
        } else {
            let moved = case.as_ref().map_or(Ok(Vec::new()), |it| self.moved(ask, it))?;
            (self.ask_rule(ask, case.as_ref())?, moved)
        };
        let seq = case.as_ref().and_then(|it| it.seq).unwrap_or(0);
        Ok(Some(match ruled {
            Ruled::Broke => return Ok(None),
            Ruled::Events(_) if !moved.is_empty() => {
                Outcome::NeedsConfirmation { changed: moved, seq }
            }
            Ruled::No(refusal) if was_answered(&refusal, &moved) => {
                Outcome::NeedsConfirmation { changed: moved, seq }
            }
            Ruled::No(refusal) => {
                let next_steps = next_steps(ask.action, &refusal, case.as_ref(), ask.actor);
                Outcome::Rejected { refusal, next_steps }
            }
            Ruled::Events(events) => self.record(ask, case, events)?,
        }))
    }

    /// Refusals for which the store must be asked, and which the rule can't know.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "every other kind is about a case that stands"
    )]
    fn refuse_unseen(&self, ask: &Ask<'_>, case: Option<&Case>) -> Result<Option<Refusal>, Error> {
        if is_of_book(ask.action) == ask.case.is_some() {
            return Ok(Some(Refusal::UnknownCase));
        }
        if ask.seen.is_some() && !has_device_ids(ask.action) {
            return Ok(Some(Refusal::OutOfRange { field: "id".to_owned() }));
        }
        match ask.action {
            Action::CorrectPerson(_) => {
                Ok(case.filter(|case| !self.sees(ask, case)).map(|_| Refusal::UnknownCase))
            }
            Action::OpenCase(open) => self.refuse_opening(ask, open),
            Action::ImportCase(import) => self.refuse_opening(ask, &import.open),
            Action::Withdraw { op } if self.tx.has_left(self.agency, *op)? => {
                Ok(Some(Refusal::TooLate))
            }
            _ => Ok(case.filter(|case| !self.may_touch(ask, case)).map(|_| Refusal::UnknownCase)),
        }
    }

    fn refuse_opening(&self, ask: &Ask<'_>, open: &OpenCase) -> Result<Option<Refusal>, Error> {
        let holder = self.tx.case_of_reference(self.agency, &open.reference)?;
        if holder.is_some() && holder != ask.case {
            return Ok(Some(Refusal::CaseExists));
        }
        self.refuse_person(ask, &open.person)
    }

    /// No id from outside leads to somebody else: a known person is one of a case in sight, a new one
    /// has an id of their own. Only the platform's own writers may bring somebody again. One answer for all,
    /// so that it tells nobody who is known.
    fn refuse_person(&self, ask: &Ask<'_>, person: &PersonOf) -> Result<Option<Refusal>, Error> {
        let is_own_writer = ask.seen.is_none();
        let fits = match person {
            PersonOf::Unknown => true,
            PersonOf::New { record } => {
                is_own_writer || self.tx.person(self.agency, record.id)?.is_none()
            }
            PersonOf::Known { id } => self.knows(ask, *id)?,
        };
        Ok((!fits).then(|| Refusal::UnknownCode { what: "person".to_owned() }))
    }

    /// Whether the actor may know a person: somebody of a case that they may know of.
    fn knows(&self, ask: &Ask<'_>, person: PersonId) -> Result<bool, Error> {
        for case in self.tx.cases_of_person(self.agency, person)? {
            let case = self.tx.case(self.agency, case)?;
            if case.is_some_and(|it| self.may_touch(ask, &it)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the actor sees the whole case now.
    fn sees(&self, ask: &Ask<'_>, case: &Case) -> bool {
        let Actor::Staff { staff, .. } = ask.actor else { return true };
        let reader = Reader::Staff { staff: staff.clone() };
        may_see(&reader, &CaseFacts::of(case), &self.book, self.now) == Sight::Whole
    }

    /// Whether the actor may know of the case at all. Who touched it before may still add to it: a
    /// late contribution is kept though the case has moved on.
    fn may_touch(&self, ask: &Ask<'_>, case: &Case) -> bool {
        let Actor::Staff { staff, .. } = ask.actor else { return true };
        self.sees(ask, case)
            || (case.accused.as_ref() != Some(staff) && case.touched_by.contains(staff))
    }

    /// Asks the rule. It is pure, so that a panic in it leaves nothing half done.
    fn ask_rule(&self, ask: &Ask<'_>, case: Option<&Case>) -> Result<Ruled, Error> {
        let gathered = Gathered::of(self, ask, case)?;
        let context = gathered.context(self, ask);
        let rule = || {
            if is_of_book(ask.action) {
                domain::staff::decide(&self.book, ask.action, &context)
            } else {
                domain::case::decide(case, ask.action, &context)
            }
        };
        let ruled = std::panic::catch_unwind(std::panic::AssertUnwindSafe(rule));
        Ok(match ruled {
            Ok(Ok(events)) => Ruled::Events(events),
            Ok(Err(refusal)) => Ruled::No(refusal),
            Err(_) => {
                tracing::error!(op = %ask.op, kind = ask.action.kind(), "the rule broke");
                Ruled::Broke
            }
        })
    }
}

/// Whether somebody else answered the person meanwhile, and that is why the rule says no. The letter is
/// shown to the writer, who chooses what becomes of their own.
fn was_answered(refusal: &Refusal, moved: &[Changed]) -> bool {
    let is_answered = matches!(
        refusal,
        Refusal::SlotTaken { .. } | Refusal::WrongStage { stage: Stage::Answered }
    );
    is_answered && moved.iter().any(|it| matches!(it, Changed::Outbound { .. }))
}

/// Whether the ids that an action makes are of the kind that devices make. The id of the case and of
/// the action itself stand in the header, and are checked with it.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others make nothing with an id")]
fn has_device_ids(action: &Action) -> bool {
    match action {
        Action::OpenCase(open) => match &open.person {
            PersonOf::New { record } => is_minted_by_device(record.id.0),
            PersonOf::Known { .. } | PersonOf::Unknown => true,
        },
        Action::DraftReply { draft, .. } => is_minted_by_device(draft.0),
        _ => true,
    }
}

/// Whether an action is of the staff aggregate, which no case belongs to.
fn is_of_book(action: &Action) -> bool {
    matches!(action, Action::Delegate(_) | Action::EndDelegation { .. })
}
