//! Who works there at an instant: posts held and lent, rights, units.
//!
//! Both ends of a holding or delegation belong to it. What ended or has not begun counts for nothing,
//! so the same book answers for any `now`.

use super::{Book, Delegation, Holding, Labels, Right};
use crate::{Actor, PostId, StaffId, UnitId};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

impl Book {
    /// The posts somebody may act in now: their own in the order of the files, then those lent to
    /// them. A post is lent only as long as the lender holds it themself, and to nobody who holds none
    /// of their own: who left the agency has left.
    #[must_use]
    pub fn posts_of(&self, staff: &StaffId, now: DateTime<Utc>) -> Vec<PostId> {
        let mut posts: Vec<PostId> = self.own_posts(staff, now).cloned().collect();
        if posts.is_empty() {
            return posts;
        }
        for lent in self.delegations.iter().filter(|it| it.to == *staff && it.runs(now)) {
            let lender_holds = self.own_posts(&lent.from, now).any(|post| *post == lent.post);
            if lender_holds && !posts.contains(&lent.post) {
                posts.push(lent.post.clone());
            }
        }
        posts
    }

    /// What an actor may do besides granting remedies.
    ///
    /// For staff the rights of all posts held now, lent ones included, if the post in which they act
    /// is one of them; else none. The platform imports; the overseer reviews (`rules.md`, Actions);
    /// a person has no rights here.
    #[must_use]
    pub fn rights_of(&self, actor: &Actor, now: DateTime<Utc>) -> BTreeSet<Right> {
        match actor {
            Actor::Person => BTreeSet::new(),
            Actor::Overseer { .. } => BTreeSet::from([Right::Review]),
            Actor::Platform => BTreeSet::from([Right::Import]),
            Actor::Staff { staff, post } => {
                let posts = self.posts_of(staff, now);
                if posts.contains(post) { self.rights_in(&posts) } else { BTreeSet::new() }
            }
        }
    }

    /// What somebody may do in any of their posts, lent ones included: for reading, where nobody
    /// acts.
    #[must_use]
    pub fn rights_of_staff(&self, staff: &StaffId, now: DateTime<Utc>) -> BTreeSet<Right> {
        self.rights_in(&self.posts_of(staff, now))
    }

    /// The unit somebody belongs to: that of their first own post held now. A lent post moves nobody.
    #[must_use]
    pub fn unit_of(&self, staff: &StaffId, now: DateTime<Utc>) -> Option<&UnitId> {
        self.own_posts(staff, now).find_map(|id| self.posts.get(id)).map(|post| &post.unit)
    }

    /// Everybody who holds a post of the unit themself, in the order of their codes.
    #[must_use]
    pub fn staff_in_unit(&self, unit: &UnitId, now: DateTime<Utc>) -> Vec<StaffId> {
        let sits_here = |id: &PostId| self.posts.get(id).is_some_and(|post| post.unit == *unit);
        self.staff.keys().filter(|who| self.own_posts(who, now).any(sits_here)).cloned().collect()
    }

    /// Everybody who holds the post themself now, in the order of their codes.
    #[must_use]
    pub fn holders_of(&self, post: &PostId, now: DateTime<Utc>) -> Vec<StaffId> {
        let holds = |who: &&StaffId| self.own_posts(who, now).any(|held| held == post);
        self.staff.keys().filter(holds).cloned().collect()
    }

    /// Who answers when somebody is silent or away (R33): their deputy, or when that one holds no
    /// post now, the deputy's deputy, and so on. Never themself.
    #[must_use]
    pub fn deputy_of(&self, staff: &StaffId, now: DateTime<Utc>) -> Option<StaffId> {
        let mut asked = BTreeSet::from([staff]);
        let mut next = self.staff.get(staff)?.deputy.as_ref()?;
        while asked.insert(next) {
            if self.own_posts(next, now).next().is_some() {
                return Some(next.clone());
            }
            next = self.staff.get(next)?.deputy.as_ref()?;
        }
        None
    }

    /// What a post is called: shown to the person instead of its holder's name.
    #[must_use]
    pub fn post_label(&self, post: &PostId) -> Option<&Labels> {
        self.posts.get(post).map(|post| &post.label)
    }

    /// What somebody's first own post is called.
    #[must_use]
    pub fn post_label_of(&self, staff: &StaffId, now: DateTime<Utc>) -> Option<&Labels> {
        self.own_posts(staff, now).find_map(|post| self.post_label(post))
    }

    /// Whether an actor acts as a trainee, so that what they decide needs approval.
    #[must_use]
    pub fn is_trainee(&self, actor: &Actor) -> bool {
        actor.post().and_then(|post| self.posts.get(post)).is_some_and(|post| post.trainee)
    }

    /// Whether somebody holds nothing but a trainee's posts, lent ones included.
    #[must_use]
    pub fn is_only_trainee(&self, staff: &StaffId, now: DateTime<Utc>) -> bool {
        let posts = self.posts_of(staff, now);
        let is_trainee = |id| self.posts.get(id).is_some_and(|post| post.trainee);
        !posts.is_empty() && posts.iter().all(is_trainee)
    }

    /// Known posts that somebody holds themself now, in the order of the files.
    pub(crate) fn own_posts<'a>(
        &'a self,
        staff: &StaffId,
        now: DateTime<Utc>,
    ) -> impl Iterator<Item = &'a PostId> + use<'a> {
        let held = self.staff.get(staff).map_or(&[][..], |it| it.posts.as_slice());
        held.iter()
            .filter(move |holding| holding.runs(now))
            .map(|holding| &holding.post)
            .filter(|post| self.posts.contains_key(post))
    }

    fn rights_in(&self, posts: &[PostId]) -> BTreeSet<Right> {
        posts
            .iter()
            .filter_map(|id| self.posts.get(id))
            .flat_map(|post| post.rights.clone())
            .collect()
    }
}

impl Holding {
    /// Whether it counts at the instant.
    #[must_use]
    pub fn runs(&self, now: DateTime<Utc>) -> bool {
        runs(self.since, self.until, now)
    }
}

impl Delegation {
    /// Whether it counts at the instant.
    #[must_use]
    pub fn runs(&self, now: DateTime<Utc>) -> bool {
        runs(Some(self.since), Some(self.until), now)
    }
}

/// Whether an instant lies between two, both included; an end that is missing is open.
pub(super) fn runs(
    since: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> bool {
    since.is_none_or(|since| since <= now) && until.is_none_or(|until| now <= until)
}
