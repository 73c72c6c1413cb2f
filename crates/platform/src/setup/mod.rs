//! An agency from a folder of TOML files: read, checked whole, and repeatable.
//!
//! The files are the form of a [`Book`], split by what they speak of, so that a manager finds the
//! limits in `powers.toml` and nothing else. Every fault names file, line and key, and all are said at
//! once. Nothing of any agency is in code.

mod faults;
mod files;
pub mod place;
mod revise;
mod unknown;

pub use faults::{Fault, Problem};
pub use files::{FILE_BYTES_MAX, text_of};
pub use revise::{Revision, revise};

use domain::book::Book;
use files::{
    AgencyFile, CategoriesFile, Folder, GateFile, PostsFile, PowersFile, RemediesFile, StaffFile,
    TemplatesFile, UnitsFile,
};
use protocol::limits::BOOK_BYTES_MAX;
use std::path::Path;

/// Reads and checks an agency's folder. Its version is 1; [`revise`] gives it the right one.
pub fn read_book(dir: &Path) -> Result<Book, Vec<Fault>> {
    let mut folder = Folder::new(dir);
    let book = read_parts(&mut folder);
    let Folder { texts, mut faults, .. } = folder;
    let book = book.filter(|_| faults.is_empty());
    if let Some(book) = &book {
        faults.extend(book.check().into_iter().map(|it| Fault::of_book(it, &texts)));
        // Every desk gets the book with an answer to a pull, which has a limit.
        if protocol::json_bytes(book).map_or(true, |it| it > BOOK_BYTES_MAX) {
            faults.push(Fault::of_file("agency.toml", Problem::BookTooLarge));
        }
    }
    book.filter(|_| faults.is_empty()).ok_or(faults)
}

fn read_parts(folder: &mut Folder<'_>) -> Option<Book> {
    let agency = folder.read::<AgencyFile>("agency.toml");
    let units = folder.read::<UnitsFile>("units.toml");
    let posts = folder.read::<PostsFile>("posts.toml");
    let staff = folder.read::<StaffFile>("staff.toml");
    let categories = folder.read::<CategoriesFile>("categories.toml");
    let remedies = folder.read::<RemediesFile>("remedies.toml");
    let powers = folder.read::<PowersFile>("powers.toml");
    let gate = folder.read::<GateFile>("gate.toml");
    let templates = folder.read::<TemplatesFile>("templates.toml");
    let agency = agency?;
    Some(Book {
        version: 1,
        agency: agency.agency,
        name: agency.name,
        reference_prefix: agency.reference_prefix,
        region: agency.region,
        currency: agency.currency,
        calendar: agency.calendar,
        units: units?.units,
        posts: posts?.posts,
        staff: staff?.staff,
        remedies: remedies?.remedies,
        powers: powers?.powers,
        delegations: Vec::new(),
        categories: categories?.categories,
        no_date_reasons: agency.no_date_reasons,
        templates: templates?.templates,
        gate: gate?.gate.lists(),
        rank: agency.rank,
        reminders: agency.reminders,
        session_lease_hours: agency.session_lease_hours,
        person_pause_days_max: agency.person_pause_days_max,
        attachment_bytes_max: agency.attachment_bytes_max.unwrap_or(domain::case::FILE_BYTES_MAX),
    })
}
