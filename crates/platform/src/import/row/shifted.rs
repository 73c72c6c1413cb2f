//! Rows with as many cells as the header whose values stand one column too far: a comma within a text
//! that is not quoted, and a last cell that is left out. Such a row would enter with wrong values.

use super::Reading;
use crate::import::cells;
use crate::import::dates::is_date_of;
use domain::IdentifierKind;
use domain::person::parse_identifier;

/// No code of a status has so many digits.
const LONG_DIGITS: usize = 7;

impl Reading<'_> {
    /// Whether values that are known by their form stand in columns of others.
    pub(super) fn is_shifted(&self) -> bool {
        self.has_phone_as_id() || self.has_number_as_status() || self.has_status_beside_its_column()
    }

    fn plain(&self, index: usize) -> String {
        cells::plain(self.cell(index))
    }

    /// The phone stands where the national id belongs, and words where the phone belongs.
    fn has_phone_as_id(&self) -> bool {
        let plan = self.plan;
        let (Some(phone), Some(id)) = (plan.person_phone, plan.person_national_id) else {
            return false;
        };
        let Some(book) = self.books.get(&plan.agency) else { return false };
        let (phone, id) = (self.value(phone), self.value(id));
        let reads = |kind| parse_identifier(kind, &id, &book.region).is_ok();
        let is_words =
            phone.chars().any(char::is_alphabetic) && !phone.chars().any(char::is_numeric);
        is_words && reads(IdentifierKind::Phone) && !reads(IdentifierKind::NationalId)
    }

    /// A date or a long number stands where the status belongs.
    fn has_number_as_status(&self) -> bool {
        let Some(ending) = &self.plan.ending else { return false };
        let value = self.plain(ending.column);
        let is_long = value.chars().count() >= LONG_DIGITS;
        let is_number = value.chars().all(|c| c.is_numeric() || "+-/: ".contains(c));
        !ending.is_status(&value) && (is_long && is_number || is_date_of(&value, &[]))
    }

    /// The status stands where the category belongs, or the category where the status belongs.
    fn has_status_beside_its_column(&self) -> bool {
        let Some(ending) = &self.plan.ending else { return false };
        let table = &self.plan.categories;
        let Some(column) = table.columns.first().filter(|it| **it != ending.column) else {
            return false;
        };
        let (status, category) = (self.plain(ending.column), self.plain(*column));
        let is_status = |value: &str| ending.is_status(value) && !table.is_known(value);
        let is_category = |value: &str| table.is_known(value) && !ending.is_status(value);
        !is_status(&status) && is_status(&category)
            || is_category(&status) && !is_category(&category)
    }
}
