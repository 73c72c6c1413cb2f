//! Under which scope keys a case stands, and the news that each key's readers get.

use crate::Error;
use crate::judge::Bench;
use crate::store::{FeedRow, What};
use domain::CaseId;
use domain::case::Case;
use domain::reading::scope_keys_of_case;
use protocol::LeaveReason;
use std::collections::BTreeSet;

/// Cases looked at again in one transaction because time passed.
const RESCOPED_MAX: u32 = 500;

impl Bench<'_> {
    /// Moves a case between keys and tells their readers under the head's change. `first` is the first
    /// event of the change, none when nothing happened on the case but who may see it.
    pub(crate) fn change_scope(
        &self,
        case: CaseId,
        after: Option<&Case>,
        first: Option<u64>,
    ) -> Result<(), Error> {
        let old: BTreeSet<String> = self.tx.scope_of(self.agency, case)?.into_iter().collect();
        let new = after.map(|it| scope_keys_of_case(it, &self.book, self.now)).unwrap_or_default();
        for key in new.difference(&old) {
            self.tx.enter_scope(self.agency, key, case)?;
            self.tell(key, case, What::Enter, first)?;
        }
        for key in old.difference(&new) {
            self.tx.leave_scope(self.agency, key, case)?;
            self.tell(key, case, What::Leave(reason(key, after)), first)?;
        }
        if first.is_some() {
            for key in new.intersection(&old) {
                self.tell(key, case, What::Event, first)?;
            }
        }
        Ok(())
    }

    pub(super) fn tell(
        &self,
        key: &str,
        case: CaseId,
        what: What,
        seq_first: Option<u64>,
    ) -> Result<(), Error> {
        let row =
            FeedRow { change: self.head.change, case, what, seq_first, seq_last: self.head.seq };
        self.tx.insert_feed(self.agency, key, &row)
    }

    /// Looks again at who may see a case, one change each.
    fn rescope(&mut self, case: CaseId) -> Result<(), Error> {
        let Some(after) = self.tx.case(self.agency, case)? else { return Ok(()) };
        self.head.change += 1;
        self.tx.put_case(self.agency, &after, &self.columns(&after))?;
        self.change_scope(case, Some(&after), None)?;
        self.change_stub(case, Some(&after))
    }

    /// After the book changed: the cases that stand in personal keys.
    pub(crate) fn rescope_after_book(&mut self) -> Result<(), Error> {
        for case in self.tx.cases_that_follow_the_book(self.agency)? {
            self.rescope(case)?;
        }
        Ok(())
    }

    /// After time passed: answered asks end, old stubs fall out of sight. Answers how many cases it
    /// looked at.
    pub(crate) fn rescope_after_time(&mut self) -> Result<usize, Error> {
        let due = self.tx.cases_to_rescope(self.agency, self.now, RESCOPED_MAX)?;
        for case in &due {
            self.rescope(*case)?;
        }
        Ok(due.len())
    }
}

fn reason(key: &str, after: Option<&Case>) -> LeaveReason {
    let confidential = after.is_some_and(|it| it.confidential);
    if key.starts_with("asked:") {
        LeaveReason::AskEnded
    } else if confidential && key.starts_with("unit:") {
        LeaveReason::Confidential
    } else {
        LeaveReason::Moved
    }
}
