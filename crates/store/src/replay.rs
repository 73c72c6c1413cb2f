//! The overlay, thrown away and made again from the vault: rebase, never merge (`sync.md`).

use crate::{Cache, Overlay, SavedAction, StoreError, Vault};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::{Case, apply, decide, fold};
use domain::money::Money;
use domain::{
    Action, CaseId, Context, Event, OpId, Person, PersonOf, Recorded, Refusal, RemedyId, Side,
    SpentToday, StaffId,
};
use std::collections::{BTreeMap, BTreeSet};

/// A pending action that the rule now refuses: shown as "will probably be refused, because…", and
/// still sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplayNote {
    /// Which action.
    pub op: OpId,
    /// Of which case.
    pub case: CaseId,
    /// Why the rule says no.
    pub refusal: Refusal,
}

/// Makes the overlay of these cases, or of all, from the pending actions of the vault. At every
/// start, after every pull that touched a case, after a rebuild of the cache.
///
/// Each action is judged by the rule at the instant it was saved. One that the rule refuses, or that
/// can't be read, has no effect here and stays pending. Before the first book nothing can be judged
/// and nothing is changed.
///
/// # Errors
/// [`StoreError`] of either file; never because of an action.
pub fn replay(
    vault: &Vault,
    cache: &mut Cache,
    cases: Option<&[CaseId]>,
) -> Result<Vec<ReplayNote>, StoreError> {
    let Some(book) = cache.book() else { return Ok(Vec::new()) };
    let (pending, cases) = match cases {
        Some(cases) => {
            let cases = concerned(vault, cache, cases)?;
            (pending_of(vault, &cases)?, cases)
        }
        None => (vault.pending()?, cache.overlaid()?),
    };
    let mut rebase = Rebase::begin(cache, &book, &pending, cases)?;
    for action in &pending {
        rebase.step(vault, action)?;
    }
    let Rebase { works, notes, .. } = rebase;
    let overlays = works.into_iter().map(|(case, work)| Overlay {
        case,
        events: work.overlay,
        pending: work.pending,
    });
    cache.replace_overlays(overlays.collect())?;
    Ok(notes)
}

/// Those that have an overlay or shall have one. A first sync touches a hundred thousand cases, and
/// of almost none is anything on its way.
fn concerned(vault: &Vault, cache: &Cache, cases: &[CaseId]) -> Result<Vec<CaseId>, StoreError> {
    let mut waiting: BTreeSet<CaseId> = vault.pending_cases()?.into_iter().collect();
    waiting.extend(cache.overlaid()?);
    Ok(cases.iter().copied().filter(|it| waiting.contains(it)).collect())
}

fn pending_of(vault: &Vault, cases: &[CaseId]) -> Result<Vec<SavedAction>, StoreError> {
    let mut pending = Vec::new();
    for case in cases {
        pending.extend(vault.pending_of(*case)?);
    }
    pending.sort_by_key(|it| it.num);
    Ok(pending)
}

/// One case on its way.
struct Work {
    state: Option<Case>,
    agreed: Vec<Recorded>,
    overlay: Vec<Recorded>,
    pending: u32,
}

impl Work {
    /// What gives up an own action without effect (cancelled, refused) takes nothing back, and is
    /// not "too late" for it either.
    fn has_nothing_to_take_back(&self, vault: &Vault, action: &Action) -> Result<bool, StoreError> {
        let Action::Withdraw { op } = action else { return Ok(false) };
        let has_effect = self.agreed.iter().chain(&self.overlay).any(|it| it.op == *op);
        Ok(!has_effect && vault.action(*op)?.is_some())
    }
}

struct Rebase<'a> {
    cache: &'a Cache,
    book: &'a Book,
    works: BTreeMap<CaseId, Work>,
    /// What the old overlay of these cases granted: it counts no longer.
    undone: Vec<Grant>,
    /// What the new one granted so far.
    done: Vec<Grant>,
    load: BTreeMap<StaffId, u32>,
    spent: BTreeMap<(StaffId, DateTime<Utc>), SpentToday>,
    notes: Vec<ReplayNote>,
}

struct Grant {
    staff: StaffId,
    remedy: RemedyId,
    minor: i64,
    at: DateTime<Utc>,
}

impl<'a> Rebase<'a> {
    fn begin(
        cache: &'a Cache,
        book: &'a Book,
        pending: &[SavedAction],
        cases: Vec<CaseId>,
    ) -> Result<Self, StoreError> {
        let of_pending = pending.iter().filter_map(|it| it.action.case);
        let cases: BTreeSet<CaseId> = of_pending.chain(cases).collect();
        let (mut works, mut undone) = (BTreeMap::new(), Vec::new());
        for case in cases {
            let (agreed, before) = cache.events_apart(case)?;
            undone.extend(before.iter().filter_map(grant_of));
            let state = fold(&agreed);
            works.insert(case, Work { state, agreed, overlay: Vec::new(), pending: 0 });
        }
        let (load, spent) = (cache.loads()?, BTreeMap::new());
        Ok(Self { cache, book, works, undone, done: Vec::new(), load, spent, notes: Vec::new() })
    }

    fn step(&mut self, vault: &Vault, saved: &SavedAction) -> Result<(), StoreError> {
        let (op, case) = (saved.action.op, saved.action.case);
        let Some((case, work)) = case.and_then(|it| Some((it, self.works.get_mut(&it)?))) else {
            return Ok(());
        };
        // Its events came, its verdict did not yet: it is not pending any more for the eye.
        if work.agreed.iter().any(|it| it.op == op) {
            return Ok(());
        }
        work.pending += 1;
        let Ok(action) = saved.read() else { return Ok(()) };
        if saved.cancelled || work.has_nothing_to_take_back(vault, &action)? {
            return Ok(());
        }
        match self.judge(case, saved, &action)? {
            Ok(events) => self.lay(case, saved, events),
            Err(refusal) => self.notes.push(ReplayNote { op, case, refusal }),
        }
        Ok(())
    }

    fn judge(
        &mut self,
        case: CaseId,
        saved: &SavedAction,
        action: &Action,
    ) -> Result<Result<Vec<Event>, Refusal>, StoreError> {
        let at = saved.action.claimed_at;
        let spent = match saved.action.actor.staff() {
            Some(staff) => self.spent_today(staff, at)?,
            None => SpentToday::new(),
        };
        let work = self.works.get(&case);
        let mut person = self.person(work.and_then(|it| it.state.as_ref()), action)?;
        for it in work.iter().flat_map(|it| &it.overlay) {
            if let Some(person) = &mut person {
                person.correct(&it.event);
            }
        }
        let state = work.and_then(|it| it.state.as_ref());
        let cx = Context {
            now: at,
            op: saved.action.op,
            actor: &saved.action.actor,
            side: Side::Device,
            book: self.book,
            spent_today: &spent,
            load: &self.load,
            person: person.as_ref(),
        };
        Ok(decide(state, action, &cx))
    }

    fn lay(&mut self, case: CaseId, saved: &SavedAction, events: Vec<Event>) {
        let Some(work) = self.works.get_mut(&case) else { return };
        let takes_back = events.iter().any(|it| matches!(it, Event::Withdrawn { .. }));
        for (n, event) in (0_u16..).zip(events) {
            let recorded = Recorded {
                seq: None,
                case: Some(case),
                op: saved.action.op,
                n,
                actor: saved.action.actor.clone(),
                at: saved.action.claimed_at,
                claimed_at: saved.action.claimed_at,
                event,
            };
            self.done.extend(grant_of(&recorded));
            work.state = apply(work.state.take(), &recorded);
            work.overlay.push(recorded);
        }
        if takes_back {
            let all: Vec<Recorded> = work.agreed.iter().chain(&work.overlay).cloned().collect();
            work.state = fold(&all);
        }
    }

    fn person(&self, state: Option<&Case>, action: &Action) -> Result<Option<Person>, StoreError> {
        if let Action::OpenCase(open) = action {
            return match &open.person {
                PersonOf::Known { id } => self.cache.person(*id),
                PersonOf::New { record } => Ok(Some(record.clone())),
                PersonOf::Unknown => Ok(None),
            };
        }
        match state.and_then(|it| it.person) {
            Some(person) => self.cache.person(person),
            None => Ok(None),
        }
    }

    /// What somebody had granted that day, with this replay's grants in place of the old overlay's.
    fn spent_today(
        &mut self,
        staff: &StaffId,
        at: DateTime<Utc>,
    ) -> Result<SpentToday, StoreError> {
        let since = self.book.calendar.start_of_day(at);
        let key = (staff.clone(), since);
        if !self.spent.contains_key(&key) {
            let mut spent = self.cache.spent_since(staff, since)?;
            for grant in self.undone.iter().filter(|it| it.staff == *staff && it.at >= since) {
                *spent.entry(grant.remedy.clone()).or_default() -= grant.minor;
            }
            self.spent.insert(key.clone(), spent);
        }
        let mut spent = self.spent.get(&key).cloned().unwrap_or_default();
        for grant in self.done.iter().filter(|it| it.staff == *staff && it.at >= since) {
            *spent.entry(grant.remedy.clone()).or_default() += grant.minor;
        }
        Ok(spent)
    }
}

fn grant_of(recorded: &Recorded) -> Option<Grant> {
    let Event::RemedyGranted { ask, by, .. } = &recorded.event else { return None };
    Some(Grant {
        staff: by.clone(),
        remedy: ask.remedy.clone(),
        minor: ask.amount.map_or(0, Money::minor),
        at: recorded.at,
    })
}
