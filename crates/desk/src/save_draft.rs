//! Typed text: kept in place within a second, its revisions frozen now and then, never lost.

use crate::act::{On, case_id, draft_id};
use crate::show::said;
use crate::view::{DraftForm, DraftInput, DraftView};
use crate::{Desk, DeskError};
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::Case;
use domain::{Action, DraftId, Event, OpId, Recorded};
use store::Draft;

/// While one types, a revision is frozen and sent up so often, for the other computers of the user.
const REVISION_EVERY: TimeDelta = TimeDelta::minutes(5);

impl Desk {
    /// Saves the live text of a draft and answers which draft it is.
    pub fn save_draft(&mut self, input: DraftInput) -> Result<String, DeskError> {
        let now = self.edge.now();
        let id = match &input.draft {
            Some(draft) => draft_id(draft)?,
            None => self.edge.draft(now)?,
        };
        let draft = Draft {
            draft: id,
            case: input.case.as_deref().map(case_id).transpose()?,
            form: form_code(input.form).to_owned(),
            text: input.text,
            saved_at: now,
        };
        self.vault.put_draft(&draft)?;
        let frozen_at = *self.frozen.entry(id).or_insert(now);
        // A clock that was put back freezes once too often, not too rarely.
        if (now - frozen_at).abs() >= REVISION_EVERY {
            self.freeze(&draft, now)?;
        }
        Ok(id.to_string())
    }

    /// Lets a draft go; its last revision is kept for 90 days.
    pub fn discard_draft(&mut self, draft: &str) -> Result<(), DeskError> {
        let draft = draft_id(draft)?;
        self.frozen.remove(&draft);
        Ok(self.vault.discard_draft(draft, self.edge.now())?)
    }

    /// Unsent fields of new cases, newest first.
    pub fn intake_drafts(&self) -> Result<Vec<DraftView>, DeskError> {
        Ok(self.vault.drafts_of(None)?.iter().filter_map(live).collect())
    }

    /// Freezes every unsent text: at lock and at the end of a session.
    pub(crate) fn freeze_drafts(&mut self) -> Result<(), DeskError> {
        let now = self.edge.now();
        for draft in self.vault.drafts()? {
            self.freeze(&draft, now)?;
        }
        Ok(())
    }

    /// A revision in the vault; that of a reply goes up as well, so that another computer shows it.
    fn freeze(&mut self, draft: &Draft, now: DateTime<Utc>) -> Result<(), DeskError> {
        self.frozen.insert(draft.draft, now);
        let known = self.vault.revisions(draft.draft)?.into_iter().next();
        if known.is_some_and(|it| it.text == draft.text) {
            return Ok(());
        }
        self.vault.freeze_draft(draft.draft, now)?;
        match draft.case {
            Some(_) if draft.form == form_code(DraftForm::Reply) => self.send_revision(draft),
            Some(_) | None => Ok(()),
        }
    }

    /// What a rule says against a revision is no reason to stop the hand that types.
    fn send_revision(&mut self, draft: &Draft) -> Result<(), DeskError> {
        let Some(case) = draft.case else { return Ok(()) };
        let Some(known) = self.case_now(case)? else { return Ok(()) };
        let on = On { case, base: self.base_now(case)? };
        let action = Action::DraftReply {
            draft: draft.draft,
            parent: head_of(&known, draft.draft),
            text: draft.text.clone(),
        };
        match self.act(&on.with(action)) {
            Ok(_) | Err(DeskError::Refused(_)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Unsent texts of a case: the live ones of this computer, then heads from other computers.
    pub(crate) fn drafts(
        &self,
        case: &Case,
        events: &[Recorded],
    ) -> Result<Vec<DraftView>, DeskError> {
        let mut views: Vec<DraftView> =
            self.vault.drafts_of(Some(case.id))?.iter().filter_map(live).collect();
        for head in case.drafts.iter().filter(|it| it.by == self.staff) {
            if self.vault.action(head.op)?.is_none() {
                views.extend(elsewhere(events, head.op));
            }
        }
        Ok(views)
    }
}

fn head_of(case: &Case, draft: DraftId) -> Option<OpId> {
    case.drafts.iter().rev().find(|it| it.draft == draft).map(|it| it.op)
}

fn live(draft: &Draft) -> Option<DraftView> {
    Some(DraftView {
        draft: draft.draft.to_string(),
        words: said(&draft.text),
        form: form_of(&draft.form)?,
        saved_at: draft.saved_at,
        elsewhere: false,
    })
}

/// A revision that another computer of the user sent up.
fn elsewhere(events: &[Recorded], op: OpId) -> Option<DraftView> {
    let recorded = events.iter().find(|it| it.op == op)?;
    let Event::ReplyDrafted { draft, text, .. } = &recorded.event else { return None };
    Some(DraftView {
        draft: draft.to_string(),
        words: said(text),
        form: DraftForm::Reply,
        saved_at: recorded.claimed_at,
        elsewhere: true,
    })
}

/// The vault's word for a form.
fn form_code(form: DraftForm) -> &'static str {
    match form {
        DraftForm::Reply => "reply",
        DraftForm::Note => "note",
        DraftForm::Decision => "decision",
        DraftForm::Intake => "intake",
    }
}

fn form_of(code: &str) -> Option<DraftForm> {
    let forms = [DraftForm::Reply, DraftForm::Note, DraftForm::Decision, DraftForm::Intake];
    forms.into_iter().find(|it| form_code(*it) == code)
}
