//! Items that need attention: the whole text, the reason, the ways on.

use super::words::words;
use crate::show::{Reader, in_pieces, one_line, said};
use crate::view::{AttentionView, AttentionWay, AttentionWhy, MovedView, Said};
use crate::{Desk, DeskError};
use domain::case::Case;
use domain::{Action, CaseId, Event, OpId};
use protocol::{Changed, Exact, NextStep, Outcome, SignedVerdict};
use store::{Attention, Draft, SavedAction, Subject};

impl Desk {
    pub(super) fn attention_views(&self, limit: u32) -> Result<Vec<AttentionView>, DeskError> {
        let mut views = Vec::new();
        for item in self.vault.attention_first(limit)? {
            views.push(match &item.subject {
                Subject::Action(saved) => self.action_view(&item, saved)?,
                Subject::Draft(draft) => self.draft_view(&item, draft)?,
            });
        }
        Ok(views)
    }

    fn action_view(
        &self,
        item: &Attention,
        saved: &SavedAction,
    ) -> Result<AttentionView, DeskError> {
        let case = self.case_of(saved.action.case)?;
        let action = saved.read()?;
        let outcome = outcome(item)?;
        Ok(AttentionView {
            op: saved.action.op.to_string(),
            kind: saved.action.kind.clone(),
            case: saved.action.case.map(|it| it.to_string()),
            reference: case.as_ref().map(|it| it.reference.to_string()),
            about: case.as_ref().map(about),
            words: words(&action).map(said),
            why: self.why(item, outcome.as_ref())?,
            behind: item.behind,
            at: item.since,
            ways: self.ways(item, saved, &action, outcome.as_ref())?,
        })
    }

    fn draft_view(&self, item: &Attention, draft: &Draft) -> Result<AttentionView, DeskError> {
        let case = self.case_of(draft.case)?;
        Ok(AttentionView {
            op: draft.draft.to_string(),
            kind: "draft".to_owned(),
            case: draft.case.map(|it| it.to_string()),
            reference: case.as_ref().map(|it| it.reference.to_string()),
            about: case.as_ref().map(about),
            words: Some(said(&draft.text)),
            why: self.why(item, None)?,
            behind: item.behind,
            at: item.since,
            ways: vec![AttentionWay::Discard],
        })
    }

    fn case_of(&self, case: Option<CaseId>) -> Result<Option<Case>, DeskError> {
        case.map_or(Ok(None), |it| self.case_now(it))
    }

    fn why(&self, item: &Attention, outcome: Option<&Outcome>) -> Result<AttentionWhy, DeskError> {
        use store::AttentionWhy as Why;
        Ok(match (item.why, outcome) {
            (Why::Rejected, Some(Outcome::Rejected { refusal, .. })) => {
                AttentionWhy::Rejected { refusal: refusal.clone() }
            }
            (Why::Moved, Some(Outcome::NeedsConfirmation { changed, .. })) => {
                AttentionWhy::Moved { changes: self.moved(item, changed)? }
            }
            (Why::Moved | Why::Rejected, _) => AttentionWhy::Moved { changes: Vec::new() },
            (Why::AttachmentMissing, _) => AttentionWhy::AttachmentMissing,
            (Why::AttachmentRefused, _) => {
                AttentionWhy::AttachmentRefused { names: file_names(item) }
            }
            (Why::SentByCopy, _) => AttentionWhy::SentByCopy,
            (Why::Undeliverable, _) => AttentionWhy::Undeliverable,
            (Why::NoLongerYours, _) => AttentionWhy::NoLongerYours,
        })
    }

    /// What moved, with the words that came meanwhile when they are here already.
    fn moved(&self, item: &Attention, changed: &[Changed]) -> Result<Vec<MovedView>, DeskError> {
        let case = match &item.subject {
            Subject::Action(saved) => saved.action.case,
            Subject::Draft(draft) => draft.case,
        };
        let mut views = Vec::new();
        for change in changed {
            views.push(match change {
                Changed::Inbound { op } => MovedView::Inbound { words: self.said_in(case, *op)? },
                Changed::Outbound { op } => MovedView::Outbound { words: self.said_in(case, *op)? },
                Changed::Owner { owner } => MovedView::Owner {
                    who: match owner {
                        Some(owner) => Some(self.who(owner)?),
                        None => None,
                    },
                },
                Changed::Stage { stage } => MovedView::Stage { stage: *stage },
                Changed::Revision { revision } => MovedView::Revision { revision: *revision },
            });
        }
        Ok(views)
    }

    fn who(&self, staff: &domain::StaffId) -> Result<crate::view::Who, DeskError> {
        let book = self.book()?;
        Ok(Reader { book: &book, me: &self.staff, now: self.now() }.who(staff))
    }

    fn said_in(&self, case: Option<CaseId>, op: OpId) -> Result<Option<Said>, DeskError> {
        let Some(case) = case else { return Ok(None) };
        let events = self.events_now(case)?;
        let text = events.iter().filter(|it| it.op == op).find_map(|it| text_of(&it.event));
        Ok(text.map(said))
    }
}

/// The names of the files that an action carries.
fn file_names(item: &Attention) -> Vec<String> {
    let Subject::Action(saved) = &item.subject else { return Vec::new() };
    let Ok(action) = saved.read() else { return Vec::new() };
    action.files().iter().map(|it| it.name.clone()).collect()
}

fn text_of(event: &Event) -> Option<&str> {
    if let Event::ReplySent { text, .. }
    | Event::Disputed { text, .. }
    | Event::Confirmed { text, .. } = event
    {
        Some(text)
    } else if let Event::ContactRecorded { own_words, .. } = event {
        Some(own_words)
    } else {
        None
    }
}

fn about(case: &Case) -> Said {
    if case.own_words.trim().is_empty() {
        return in_pieces(one_line(&case.subject), &case.subject_pieces);
    }
    one_line(&case.own_words)
}

/// The outcome in the verdict's exact bytes, as sync checked them.
fn outcome(item: &Attention) -> Result<Option<Outcome>, DeskError> {
    let Some(bytes) = &item.verdict else { return Ok(None) };
    let signed = SignedVerdict { verdict: Exact(bytes.clone()), signature: Exact(Vec::new()) };
    Ok(Some(signed.read(None)?.outcome))
}

impl Desk {
    /// The ways on. Confirming is one only while a rule would let the same act through now.
    fn ways(
        &self,
        item: &Attention,
        saved: &SavedAction,
        action: &Action,
        outcome: Option<&Outcome>,
    ) -> Result<Vec<AttentionWay>, DeskError> {
        let case = self.case_of(saved.action.case)?;
        let mut ways = ways(item.why, action, outcome, case.is_some());
        if let Some(case) = case.filter(|_| ways.contains(&AttentionWay::Confirm))
            && !self.may_confirm(&case, action)?
        {
            ways.retain(|it| *it != AttentionWay::Confirm);
        }
        Ok(ways)
    }
}

/// What the platform names, and always one way that keeps the words and one that lets go.
fn ways(
    why: store::AttentionWhy,
    action: &Action,
    outcome: Option<&Outcome>,
    in_sight: bool,
) -> Vec<AttentionWay> {
    use store::AttentionWhy as Why;
    let mut ways = match (why, outcome) {
        (Why::Moved, _) => vec![AttentionWay::Confirm],
        (Why::Rejected, Some(Outcome::Rejected { next_steps, .. })) => {
            next_steps.iter().map(|it| way(*it)).collect()
        }
        (
            Why::Rejected
            | Why::AttachmentMissing
            | Why::AttachmentRefused
            | Why::SentByCopy
            | Why::Undeliverable
            | Why::NoLongerYours,
            _,
        ) => Vec::new(),
    };
    ways.push(AttentionWay::AddAsNote);
    ways.push(AttentionWay::Discard);
    let has_words = words(action).is_some();
    ways.retain(|it| match it {
        AttentionWay::MakeApproval => in_sight && matches!(action, Action::Decide(_)),
        AttentionWay::AddAsNote | AttentionWay::HandToOwner => in_sight && has_words,
        AttentionWay::Confirm => in_sight,
        AttentionWay::Discard => true,
    });
    let mut once = Vec::new();
    for it in ways {
        if !once.contains(&it) {
            once.push(it);
        }
    }
    once
}

fn way(step: NextStep) -> AttentionWay {
    match step {
        NextStep::MakeApproval => AttentionWay::MakeApproval,
        NextStep::AddAsNote => AttentionWay::AddAsNote,
        NextStep::HandToOwner => AttentionWay::HandToOwner,
        NextStep::Discard => AttentionWay::Discard,
    }
}
