//! What a rule may know besides the case and the act: gathered once, before it is asked.

use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::case::Case;
use domain::{Actor, CaseId, Context, OpId, PostId, Refusal, Side, SpentToday, StaffId};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::StoredCase;

/// A case as this device knows it, and who stands before it.
pub struct Ground {
    pub stored: Option<StoredCase>,
    pub actor: Actor,
    /// The delegation that lends the post in which they act, if it is lent.
    pub lent: Option<OpId>,
    pub spent: SpentToday,
    pub now: DateTime<Utc>,
    pub op: OpId,
    book: Arc<Book>,
    load: BTreeMap<StaffId, u32>,
}

impl Ground {
    /// The context of the device's guess.
    pub fn cx(&self) -> Context<'_> {
        Context {
            now: self.now,
            op: self.op,
            actor: &self.actor,
            side: Side::Device,
            book: &self.book,
            spent_today: &self.spent,
            load: &self.load,
            person: self.stored.as_ref().and_then(|it| it.person.as_ref()),
        }
    }

    /// The case, or the refusal that there is none here.
    pub fn known(&self) -> Result<&StoredCase, Refusal> {
        self.stored.as_ref().ok_or(Refusal::UnknownCase)
    }

    /// The state of the case, or the refusal that there is none here.
    pub fn case(&self) -> Result<&Case, Refusal> {
        Ok(&self.known()?.case)
    }
}

impl Desk {
    /// Gathers the ground of an act on a case at this moment.
    pub(crate) fn ground(&self, case: CaseId) -> Result<Ground, DeskError> {
        let now = self.now();
        let book = self.book()?;
        let stored = self.stored(case)?;
        let (actor, lent) = self.role(&book, now);
        let spent = self.spent_today(&book, now)?;
        let op = self.edge.op(now)?;
        Ok(Ground { stored, actor, lent, spent, now, op, book, load: BTreeMap::new() })
    }

    /// The post in which the user acts: their own first one, or else one that is lent to them.
    /// Rights and powers of all their posts count whichever is named (`Book::rights_of`).
    fn role(&self, book: &Book, now: DateTime<Utc>) -> (Actor, Option<OpId>) {
        let post = book.posts_of(&self.staff, now).into_iter().next();
        let lent = post.as_ref().and_then(|it| self.lent(book, it, now));
        // Somebody without a post has no rights; the rule says so in its own words.
        let post = post.unwrap_or_else(|| PostId::new(""));
        (Actor::Staff { staff: self.staff.clone(), post }, lent)
    }

    fn lent(&self, book: &Book, post: &PostId, now: DateTime<Utc>) -> Option<OpId> {
        if book.holders_of(post, now).contains(&self.staff) {
            return None;
        }
        let mut lent = book.delegations.iter();
        let lent = lent.find(|it| it.post == *post && it.to == self.staff && it.runs(now));
        lent.map(|it| it.id)
    }
}
