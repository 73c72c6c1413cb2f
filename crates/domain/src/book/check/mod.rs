//! What is wrong with an agency's files, found when they are set up (`rules.md`, Where an agency's
//! facts live). Rules may rely on a book without faults and still never break on one that has some.
//!
//! Dates are not judged here, because a check has no `now`: a post counts as held when somebody holds
//! it at any time.

mod agency;
mod categories;
mod powers;
mod units;

use super::{Book, Labels};
use crate::ids::CODE_CHARS_MAX;
use crate::{Language, PostId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One fault, with its place and what stands there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BookFault {
    /// Where, as a path into the files: `units.buses.manager`, `powers[3].remedies`.
    pub place: String,
    /// What is wrong.
    pub code: FaultCode,
    /// What stands there; empty when nothing does.
    pub found: String,
}

/// What can be wrong with an agency's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// A code is empty, longer than [`CODE_CHARS_MAX`] or holds other than ASCII letters, digits, `-`,
    /// `_` and `.`: codes stand in scope keys, file names and addresses.
    BadCode,
    /// A label is missing in this language.
    EmptyLabel,
    /// No such unit.
    UnknownUnit,
    /// No such post.
    UnknownPost,
    /// Nobody has this code.
    UnknownStaff,
    /// No such remedy.
    UnknownRemedy,
    /// No such category.
    UnknownCategory,
    /// The units above lead back to the unit.
    ParentCircular,
    /// Nobody holds the post that manages the unit.
    NoManager,
    /// Somebody holds no post.
    NoPost,
    /// Somebody is their own deputy.
    OwnDeputy,
    /// It ends before it begins.
    DatesReversed,
    /// Nobody holds the post of the power.
    PowerOfNobody,
    /// The power names no remedy.
    PowerOfNothing,
    /// Another currency than the agency's.
    WrongCurrency,
    /// A limit is below zero.
    NegativeLimit,
    /// A power over a remedy that costs money has no limit per case.
    NoLimit,
    /// Nobody may grant the remedy.
    NobodyGrants,
    /// Nobody above the category's unit may answer an approval.
    NobodyApproves,
    /// A clock or number that may not be zero is.
    Zero,
    /// A number is larger than any that makes sense.
    TooLarge,
    /// A gate list has no phrase in this language.
    NoPhrase,
    /// A gate list can't be used.
    BadPhrases,
    /// Not two Latin letters that begin a reference.
    BadPrefix,
    /// Not the two letters of a country.
    BadRegion,
}

impl fmt::Display for BookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?} {}", self.place, self.code, self.found)
    }
}

impl Book {
    /// Everything that is wrong, in the order of places; nothing for a sound book.
    #[must_use]
    pub fn check(&self) -> Vec<BookFault> {
        let mut faults = Faults::default();
        agency::check(self, &mut faults);
        units::check(self, &mut faults);
        powers::check(self, &mut faults);
        categories::check(self, &mut faults);
        faults.0.sort();
        faults.0
    }

    /// Whether somebody holds the post at any time.
    fn is_held(&self, post: &PostId) -> bool {
        self.staff.values().any(|staff| staff.posts.iter().any(|held| held.post == *post))
    }
}

/// The faults found so far.
#[derive(Default)]
struct Faults(Vec<BookFault>);

impl Faults {
    fn add(&mut self, code: FaultCode, place: impl Into<String>, found: &(impl ToString + ?Sized)) {
        self.0.push(BookFault { place: place.into(), code, found: found.to_string() });
    }

    /// Adds the fault unless all is well.
    fn demand(
        &mut self,
        is_well: bool,
        code: FaultCode,
        place: impl Into<String>,
        found: &(impl ToString + ?Sized),
    ) {
        if !is_well {
            self.add(code, place, found);
        }
    }

    fn code(&mut self, place: impl Into<String>, code: &str) {
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_well = !code.is_empty() && code.len() <= CODE_CHARS_MAX && code.chars().all(fits);
        let shown: String = code.chars().take(CODE_CHARS_MAX).collect();
        self.demand(is_well, FaultCode::BadCode, place, &shown);
    }

    fn labels(&mut self, place: &str, labels: &Labels) {
        for (language, name) in [(Language::Ar, "ar"), (Language::En, "en")] {
            let is_well = !labels.of(language).trim().is_empty();
            self.demand(is_well, FaultCode::EmptyLabel, format!("{place}.{name}"), "");
        }
    }

    fn number(&mut self, place: impl Into<String>, number: u32, max: u32) {
        let place = place.into();
        self.demand(number > 0, FaultCode::Zero, place.as_str(), &number);
        self.demand(number <= max, FaultCode::TooLarge, place, &number);
    }
}

#[cfg(test)]
mod tests;
