//! Who held the case how long (R38), by post.

use super::Teller;
use chrono::{DateTime, Utc};
use domain::case::{Case, Holder, Segment};

/// One holder's hours together.
pub(in crate::person_page) struct HourRow {
    pub(in crate::person_page) who: String,
    pub(in crate::person_page) long: String,
    /// They hold it now.
    pub(in crate::person_page) now: bool,
}

impl Teller<'_> {
    /// Everybody who held it, in the order of their first hour. Two people of one post are one holder.
    pub(super) fn hours(self, case: &Case) -> Vec<HourRow> {
        let mut rows: Vec<(String, i64, bool)> = Vec::new();
        for segment in counted(case) {
            let who = self.holder(&segment.holder, segment.since);
            let (seconds, runs) = (self.seconds(segment), segment.until.is_none());
            match rows.iter_mut().find(|(it, ..)| *it == who) {
                Some((_, sum, now)) => (*sum, *now) = (*sum + seconds, *now || runs),
                None => rows.push((who, seconds, runs)),
            }
        }
        let row = |(who, seconds, now)| HourRow { who, long: self.say.long(seconds), now };
        rows.into_iter().map(row).collect()
    }

    /// The lifetime of the case.
    pub(super) fn hours_total(self, case: &Case) -> String {
        self.say.long(counted(case).map(|it| self.seconds(it)).sum())
    }

    /// A holder in words.
    pub(super) fn holder(self, holder: &Holder, at: DateTime<Utc>) -> String {
        match holder {
            Holder::Handler { staff } | Holder::Approver { staff } => self.post_of(staff, at),
            Holder::UnitManager { unit } => {
                let manager = self.book.units.get(unit).map(|it| &it.manager);
                let label = manager.and_then(|it| self.book.post_label(it));
                label.map_or_else(|| self.say.text("holder-staff"), |it| it.of(self.say.0).into())
            }
            Holder::Person => self.say.text("holder-you"),
            Holder::AwaitingWord => self.say.text("holder-word"),
            Holder::Sync => self.say.text("holder-sync"),
            Holder::Outside => self.say.text("holder-outside"),
            Holder::Nobody => self.say.text("holder-closed"),
        }
    }

    fn seconds(self, segment: &Segment) -> i64 {
        let until = segment.until.unwrap_or_else(|| self.now.max(segment.since));
        until.timestamp() - segment.since.timestamp()
    }
}

/// Closed time counts only once the case was opened again.
fn counted(case: &Case) -> impl Iterator<Item = &Segment> {
    case.ledger.iter().filter(|it| it.until.is_some() || it.holder != Holder::Nobody)
}
