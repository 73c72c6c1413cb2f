//! A setup can be repeated: what changed raises the version, what did not leaves no trace.

use domain::book::{Book, Delegation};

/// What a setup does to the book that stands.
#[derive(Debug, PartialEq)]
pub enum Revision {
    /// The files say what the book says already.
    Same,
    /// The next version of the book.
    Next(Box<Book>),
}

/// Compares the files with the book that stands. Posts that staff lent to each other are no matter of
/// files: they stay as long as the post and both people are still there.
#[must_use]
pub fn revise(standing: Option<&Book>, mut fresh: Book) -> Revision {
    let Some(standing) = standing else {
        fresh.version = 1;
        return Revision::Next(Box::new(fresh));
    };
    fresh.version = standing.version;
    fresh.delegations =
        standing.delegations.iter().filter(|it| holds(&fresh, it)).cloned().collect();
    if fresh == *standing {
        return Revision::Same;
    }
    fresh.version = standing.version.saturating_add(1);
    Revision::Next(Box::new(fresh))
}

fn holds(book: &Book, lent: &Delegation) -> bool {
    book.posts.contains_key(&lent.post)
        && book.staff.contains_key(&lent.from)
        && book.staff.contains_key(&lent.to)
}
