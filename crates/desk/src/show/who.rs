//! Who somebody is, in the words of the agency's book.

use crate::view::{HolderView, Who};
use chrono::{DateTime, Utc};
use domain::book::{Book, Labels};
use domain::case::Holder;
use domain::{Actor, PostId, StaffId, UnitId};

/// Who looks, when, and with which book: all that a view needs besides the case.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub book: &'a Book,
    pub me: &'a StaffId,
    pub now: DateTime<Utc>,
}

impl Reader<'_> {
    /// A staff member with the post they hold now. A code that the book lost stands for itself.
    pub fn who(&self, staff: &StaffId) -> Who {
        Who {
            staff: Some(staff.as_str().to_owned()),
            name: self.name(staff),
            post: self.book.post_label_of(staff, self.now).cloned().unwrap_or_else(empty_labels),
        }
    }

    /// A staff member in the post in which they acted.
    pub fn who_as(&self, staff: &StaffId, post: Option<&PostId>) -> Who {
        let post = post.and_then(|it| self.book.post_label(it));
        Who {
            staff: Some(staff.as_str().to_owned()),
            name: self.name(staff),
            post: post.cloned().unwrap_or_else(empty_labels),
        }
    }

    /// The name of a staff member.
    pub fn name(&self, staff: &StaffId) -> Labels {
        let name = self.book.staff.get(staff).map(|it| it.name.clone());
        name.unwrap_or_else(|| code_as_labels(staff.as_str()))
    }

    /// The staff member behind an act; none for the person and the platform.
    pub fn actor(&self, actor: &Actor) -> Option<Who> {
        actor.staff().map(|staff| self.who_as(staff, actor.post()))
    }

    /// A post without the name of the one who holds it.
    pub fn post(&self, post: &PostId) -> Who {
        let label = self.book.post_label(post).cloned();
        let label = label.unwrap_or_else(|| code_as_labels(post.as_str()));
        Who { staff: None, name: label.clone(), post: label }
    }

    /// The manager of a unit, by post.
    pub fn manager(&self, unit: &UnitId) -> Option<Who> {
        self.book.units.get(unit).map(|it| self.post(&it.manager))
    }

    /// The name of a unit.
    pub fn unit(&self, unit: &UnitId) -> Labels {
        let label = self.book.units.get(unit).map(|it| it.label.clone());
        label.unwrap_or_else(|| code_as_labels(unit.as_str()))
    }
}

/// A holder with words for the screen.
pub fn of_holder(reader: Reader<'_>, holder: Holder, since: Option<DateTime<Utc>>) -> HolderView {
    let staff = match &holder {
        Holder::Handler { staff } | Holder::Approver { staff } => Some(staff),
        Holder::Person
        | Holder::UnitManager { .. }
        | Holder::Sync
        | Holder::Outside
        | Holder::AwaitingWord
        | Holder::Nobody => None,
    };
    let who = match &holder {
        Holder::UnitManager { unit } => reader.manager(unit),
        Holder::Handler { .. }
        | Holder::Approver { .. }
        | Holder::Person
        | Holder::Sync
        | Holder::Outside
        | Holder::AwaitingWord
        | Holder::Nobody => staff.map(|it| reader.who(it)),
    };
    let me = staff == Some(reader.me);
    HolderView { holder, who, since, me }
}

fn empty_labels() -> Labels {
    code_as_labels("")
}

fn code_as_labels(code: &str) -> Labels {
    Labels { ar: code.to_owned(), en: code.to_owned() }
}
