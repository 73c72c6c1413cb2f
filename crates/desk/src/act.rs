//! What a handler wants done, before anybody judged it.

use crate::view::Seen;
use domain::{Action, CaseId, DraftId, OpId, Refusal};
use protocol::Base;
use store::{Along, AttentionWay};

/// A case, and what the writer had seen of it.
#[derive(Clone, Copy, Debug)]
pub struct On {
    pub case: CaseId,
    pub base: Base,
}

impl On {
    /// Reads what the window sends back with each act.
    pub fn of(case: &str, seen: &Seen) -> Result<Self, Refusal> {
        let base = Base {
            seq: seen.seq,
            last_inbound: seen.last_inbound.as_deref().map(op_id).transpose()?,
            last_outbound: seen.last_outbound.as_deref().map(op_id).transpose()?,
            revision: None,
        };
        Ok(Self { case: case_id(case)?, base })
    }

    /// The same, having read this revision of an approval.
    pub fn reading(mut self, revision: u32) -> Self {
        self.base.revision = Some(revision);
        self
    }

    /// The act itself.
    pub fn with(self, action: Action) -> Intent {
        Intent { case: self.case, base: self.base, action, confirms: None, along: Along::default() }
    }
}

/// An act on one case that has not been judged yet.
#[derive(Clone, Debug)]
pub struct Intent {
    pub case: CaseId,
    pub base: Base,
    pub action: Action,
    /// The earlier action whose "needs confirmation" this one answers.
    pub confirms: Option<OpId>,
    /// What happens in the same moment in which the action is saved.
    pub along: Along,
}

impl Intent {
    /// Closes the draft whose text it carries.
    pub fn closing(mut self, draft: Option<DraftId>) -> Self {
        self.along.closes_draft = draft;
        self
    }

    /// Takes back an own action that may not have been sent yet.
    pub fn cancelling(mut self, op: OpId) -> Self {
        self.along.cancels = Some(op);
        self
    }

    /// Settles an item that needed attention.
    pub fn answering(mut self, op: OpId, way: AttentionWay) -> Self {
        self.along.answers = Some((op, way));
        self
    }

    /// Answers a "needs confirmation".
    pub fn confirming(self, op: OpId) -> Self {
        Self { confirms: Some(op), ..self }
    }
}

/// An id that is none means a case that is not here.
pub fn case_id(text: &str) -> Result<CaseId, Refusal> {
    text.parse().map_err(|_| Refusal::UnknownCase)
}

pub fn op_id(text: &str) -> Result<OpId, Refusal> {
    text.parse().map_err(|_| Refusal::UnknownCode { what: text.to_owned() })
}

pub fn draft_id(text: &str) -> Result<DraftId, Refusal> {
    text.parse().map_err(|_| Refusal::UnknownCode { what: text.to_owned() })
}
