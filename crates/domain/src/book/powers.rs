//! Powers: who may grant which remedy, where, and how far.

use super::staff::runs;
use super::{Book, Power};
use crate::money::Money;
use crate::{CategoryId, RemedyId, StaffId};
use chrono::{DateTime, Utc};
use std::cmp::Reverse;

impl Book {
    /// Every power somebody has now through any post, lent ones included.
    #[must_use]
    pub fn powers_of(&self, staff: &StaffId, now: DateTime<Utc>) -> Vec<&Power> {
        let posts = self.posts_of(staff, now);
        self.powers.iter().filter(|it| posts.contains(&it.post) && it.runs(now)).collect()
    }

    /// The widest power that lets somebody grant a remedy on a category now: no limit per case before
    /// a higher one before a lower one, then the same per day, then the one that asks no proof.
    #[must_use]
    pub fn power_for(
        &self,
        staff: &StaffId,
        remedy: &RemedyId,
        category: &CategoryId,
        now: DateTime<Utc>,
    ) -> Option<&Power> {
        let powers = self.powers_of(staff, now).into_iter();
        powers.filter(|it| it.covers(remedy, category)).min_by_key(|it| {
            (Reverse(width(it.limit_case)), Reverse(width(it.limit_day)), it.proof_required)
        })
    }
}

impl Power {
    /// Whether it counts at the instant.
    #[must_use]
    pub fn runs(&self, now: DateTime<Utc>) -> bool {
        runs(self.since, self.until, now)
    }

    /// Whether it speaks of this remedy on this category.
    #[must_use]
    pub fn covers(&self, remedy: &RemedyId, category: &CategoryId) -> bool {
        let here = self.categories.is_empty() || self.categories.contains(category);
        here && self.remedies.contains(remedy)
    }
}

/// How far a limit reaches, in minor units; no limit reaches furthest.
fn width(limit: Option<Money>) -> i64 {
    limit.map_or(i64::MAX, Money::minor)
}
