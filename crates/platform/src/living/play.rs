//! Plays a script in the order in which things happened, over all cases.

use super::action::Scene;
use super::script::{CaseForm, Script};
use super::when::SetClock;
use crate::import::{RowIds, derived_op};
use crate::{Act, Acted, App, Error};
use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::reference::Prefix;
use domain::{Action, Actor, CaseId, OpId, Refusal, StaffId};
use protocol::Outcome;

/// Names the demo among the sources of ids.
const SOURCE: &str = "living cases";

/// What came of a script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Played {
    /// Cases that were opened now; those that were there already are left alone.
    pub cases: usize,
}

/// A step that did not happen.
#[derive(Debug, thiserror::Error)]
pub enum StepRefused {
    /// The rules say no, or there was nothing to act on.
    #[error("case {case}, step {step}: {why:?}")]
    Refused {
        /// The case's key in the script.
        case: String,
        /// Its place among the steps, from 1; 0 is the opening.
        step: usize,
        /// The rule's word, when it was asked.
        why: Option<Refusal>,
    },
    /// The platform failed.
    #[error("platform")]
    Platform(#[from] Error),
}

/// One act of the script with its instant.
struct Turn<'a> {
    at: DateTime<Utc>,
    form: &'a CaseForm,
    /// 0 is the opening.
    step: usize,
}

/// Plays everything that is not there yet. `clock` is the one that the platform looks at; it is left
/// at `now`.
pub fn play(
    app: &App,
    clock: &SetClock,
    book: &Book,
    script: &Script,
    now: DateTime<Utc>,
) -> Result<Played, StepRefused> {
    let prefix = Prefix::parse(&book.reference_prefix)
        .map_err(|_| Error::Broken("a checked book without a prefix"))?;
    let stage = Stage { app, book, script, prefix };
    let mut turns = Vec::new();
    let mut played = Played::default();
    for form in &script.cases {
        if app.case(&book.agency, stage.ids(form).case)?.is_none() {
            played.cases += 1;
            turns.extend(turns_of(book, form, now));
        }
    }
    turns.sort_by_key(|turn| turn.at);
    for turn in &turns {
        clock.set(turn.at);
        stage.take(turn)?;
    }
    clock.set(now);
    Ok(played)
}

/// The opening and the steps; each comes after the one before, whatever the clock on the wall says.
fn turns_of<'a>(book: &Book, form: &'a CaseForm, now: DateTime<Utc>) -> Vec<Turn<'a>> {
    let opening = form.at.instant(&book.calendar, now);
    let mut turns = vec![Turn { at: opening, form, step: 0 }];
    let mut last = opening;
    for (step, it) in form.steps.iter().enumerate() {
        last = it.at.instant(&book.calendar, now).max(last + TimeDelta::seconds(1));
        turns.push(Turn { at: last, form, step: step + 1 });
    }
    turns
}

struct Stage<'a> {
    app: &'a App,
    book: &'a Book,
    script: &'a Script,
    prefix: Prefix,
}

impl Stage<'_> {
    fn take(&self, turn: &Turn<'_>) -> Result<(), StepRefused> {
        let Turn { form, step, at } = turn;
        let refused = |why| StepRefused::Refused { case: form.key.clone(), step: *step, why };
        let ids = self.ids(form);
        let case = self.app.case(&self.book.agency, ids.case)?;
        let scene = Scene {
            book: self.book,
            now: *at,
            person: form.person.as_ref().and_then(|it| self.script.persons.get(it)),
            reference: ids.reference,
            case: case.as_ref(),
        };
        let (by, action) = match step.checked_sub(1).and_then(|it| form.steps.get(it)) {
            Some(it) => (&it.by, scene.action(&it.deed).ok_or_else(|| refused(None))?),
            None => (&form.by, scene.open(form)),
        };
        let why = self.act(ids.case, self.op(form, *step), by, &action)?;
        why.map_or(Ok(()), |why| Err(refused(Some(why))))
    }

    /// Acts in the first post of somebody; answers a refusal.
    fn act(
        &self,
        case: CaseId,
        op: OpId,
        by: &StaffId,
        action: &Action,
    ) -> Result<Option<Refusal>, Error> {
        let Some(post) = self.book.posts_of(by, self.app.now()).into_iter().next() else {
            return Ok(Some(Refusal::UnknownCode { what: by.to_string() }));
        };
        let actor = Actor::Staff { staff: by.clone(), post };
        let act = Act { op, actor: &actor, case: Some(case), action, claimed_at: None };
        match self.app.act(&self.book.agency, act)? {
            Acted::Judged(Outcome::Accepted { .. }) => Ok(None),
            Acted::Judged(Outcome::Rejected { refusal, .. }) => Ok(Some(refusal)),
            Acted::Judged(Outcome::NeedsConfirmation { .. })
            | Acted::Broke
            | Acted::OtherAction => Err(Error::Broken("a step that the platform can't judge")),
        }
    }

    fn ids(&self, form: &CaseForm) -> RowIds {
        RowIds::new(&self.book.agency, SOURCE, &form.key, self.prefix)
    }

    fn op(&self, form: &CaseForm, step: usize) -> OpId {
        derived_op(&[self.book.agency.as_str(), SOURCE, &form.key, &step.to_string()])
    }
}
