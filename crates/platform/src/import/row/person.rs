//! Who brought a row. Only a valid identifier identifies; what else a cell holds is remarked on.

use super::Reading;
use crate::import::cells;
use crate::import::fault::{Reason, RemarkOf};
use crate::import::ids::person_id;
use domain::book::Book;
use domain::person::{IdentifierError, check_digit_fits, parse_identifier};
use domain::{AgencyId, Identifier, IdentifierKind, Person, PersonId, PersonOf};
use uuid::Uuid;

/// Fewest digits of a text that may be a phone number of its own.
const PHONE_DIGITS_MIN: usize = 7;

/// The person with what identifies them, and with the id that follows from it. `row` is the source and
/// the key of the row.
pub(in crate::import) fn person_of(
    agency: &AgencyId,
    row: (&str, &str),
    mut record: Person,
) -> PersonOf {
    record.id = match record.identifiers.first() {
        // A national id is one person under any spelling of the name.
        Some(it) if it.kind == IdentifierKind::NationalId => person_id(agency, &it.value, ""),
        Some(it) => person_id(agency, &it.value, &record.name),
        None if record.name.is_empty() => return PersonOf::Unknown,
        // A name alone finds nobody again, so it belongs to this row only.
        None => person_id(agency, &format!("{}\n{}", row.0, row.1), &record.name),
    };
    PersonOf::New { record }
}

impl Reading<'_> {
    /// Who brought the row.
    pub(super) fn person(&mut self, book: &Book) -> PersonOf {
        let plan = self.plan;
        let name = plan.person_name.map(|it| self.value(it)).unwrap_or_default();
        let national_id = self.national_id(&book.region);
        let phone = self.phone(&book.region);
        let mail = self.mail(&book.region);
        let identifiers: Vec<Identifier> = [
            (IdentifierKind::NationalId, national_id),
            (IdentifierKind::Phone, phone),
            (IdentifierKind::Mail, mail),
        ]
        .into_iter()
        .filter_map(|(kind, value)| {
            Some(Identifier { kind, value: value?, since: self.now, until: None })
        })
        .collect();
        let id = PersonId(Uuid::nil());
        let record = Person { id, name, identifiers, language: plan.language };
        person_of(&book.agency, (&plan.source, &self.key_text()), record)
    }

    fn national_id(&mut self, region: &str) -> Option<String> {
        let index = self.plan.person_national_id?;
        let id = self.identifier(index, IdentifierKind::NationalId, region)?;
        let Ok(id) = id else {
            self.remark(index, RemarkOf::NoNationalId);
            return None;
        };
        if check_digit_fits(&id, region) == Some(false) {
            self.remark(index, RemarkOf::CheckDigit);
            return None;
        }
        Some(id)
    }

    fn mail(&mut self, region: &str) -> Option<String> {
        let index = self.plan.person_mail?;
        let mail = self.identifier(index, IdentifierKind::Mail, region)?;
        if mail.is_err() {
            self.remark(index, RemarkOf::NoMail);
        }
        mail.ok()
    }

    /// The first phone number of a cell. Several numbers are parted before they are read, so that two
    /// never become one.
    fn phone(&mut self, region: &str) -> Option<String> {
        let index = self.plan.person_phone?;
        let text = self.value(index);
        let pieces: Vec<&str> = text
            .split(['/', '\\', ',', '،', ';', '؛', '|', '\n', '&'])
            .flat_map(|it| it.split(" - "))
            .flat_map(|it| it.split(" و"))
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .collect();
        let digits = |it: &str| it.chars().filter(|c| c.is_numeric()).count();
        let is_parted = pieces.iter().any(|it| digits(it) >= PHONE_DIGITS_MIN);
        let pieces = if is_parted && pieces.len() > 1 { pieces } else { vec![text.as_str()] };
        let read = |it: &str| parse_identifier(IdentifierKind::Phone, it, region);
        let whole = self.identifier(index, IdentifierKind::Phone, region)?;
        let phone = match (&pieces[..], whole) {
            ([_], whole) => whole.ok(),
            (pieces, _) => pieces.iter().find_map(|it| read(it).ok()),
        };
        let has_words = text.chars().any(char::is_alphabetic);
        match (&phone, pieces.len() > 1 || has_words) {
            (None, _) => self.remark(index, RemarkOf::NoPhone),
            (Some(_), true) => self.remark(index, RemarkOf::MoreThanPhone),
            (Some(_), false) => {}
        }
        phone
    }

    /// A cell as an identifier; none when it is empty, or when its digits are lost: then the row is
    /// refused, because the number that stands there may be somebody else's.
    fn identifier(
        &mut self,
        index: usize,
        kind: IdentifierKind,
        region: &str,
    ) -> Option<Result<String, ()>> {
        let text = cells::plain(self.cell(index));
        match parse_identifier(kind, &text, region) {
            Ok(value) => Some(Ok(value)),
            Err(IdentifierError::Empty | IdentifierError::Placeholder) => None,
            Err(IdentifierError::Rounded) => {
                self.fault(index, Reason::Rounded);
                None
            }
            Err(_) => Some(Err(())),
        }
    }
}
