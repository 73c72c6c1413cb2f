//! Who brought a row. Only a valid identifier identifies; what else a cell holds is remarked on.

use super::Reading;
use crate::import::cells;
use crate::import::fault::{Reason, RemarkOf};
use crate::import::ids::person_id;
use domain::book::Book;
use domain::person::{IdentifierError, check_digit_fits, parse_identifier};
use domain::phone::Phone;
use domain::text::is_invisible;
use domain::{AgencyId, Identifier, IdentifierKind, Person, PersonId, PersonOf};
use uuid::Uuid;

/// Fewest digits of a text that may be a phone number of its own.
const PHONE_DIGITS_MIN: usize = 7;

/// The first phone number of a text, and whether anything else stands there. Words and signs part
/// numbers, and of the groups of digits in between the first ones that make a number are taken, so that
/// two numbers never become one: `0501112233 0501112244`, `0501112233 ext 5`.
fn first_phone(text: &str, region: &str) -> Option<(String, bool)> {
    let is_inner =
        |c: char| c.is_whitespace() || "+-.()\u{2010}\u{2011}\u{2012}\u{2013}".contains(c);
    let is_parting = |c: char| matches!(c, '\n' | '\r') || !(c.is_numeric() || is_inner(c));
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    // A plus begins a number.
    let visible = visible.replace('+', "\n+");
    let pieces = visible.split(is_parting).filter(|it| it.chars().any(char::is_numeric));
    for piece in pieces {
        let groups: Vec<&str> = piece
            .split([' ', '\t', '-', '\u{A0}', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}'])
            .collect();
        let digits = |it: &str| it.chars().filter(|c| c.is_numeric()).count();
        for from in 0..groups.len() {
            for to in (from + 1..=groups.len()).rev() {
                let number = groups.get(from..to).unwrap_or_default().concat();
                if digits(&number) < PHONE_DIGITS_MIN {
                    break;
                }
                if let Ok(phone) = parse_identifier(IdentifierKind::Phone, &number, region) {
                    let has_words = visible.chars().any(char::is_alphabetic);
                    return Some((phone, has_words || digits(&number) < digits(&visible)));
                }
            }
        }
    }
    None
}

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

    /// The first phone number of a cell. What stands beside it is remarked on.
    fn phone(&mut self, region: &str) -> Option<String> {
        let index = self.plan.person_phone?;
        let whole = self.identifier(index, IdentifierKind::Phone, region)?;
        let text = self.cell(index);
        let found = first_phone(text, region);
        let Some((phone, rest)) = found.or_else(|| Some((whole.ok()?, true))) else {
            self.remark(index, RemarkOf::NoPhone);
            return None;
        };
        if Phone::try_from(phone.clone()).is_ok_and(|it| it.is_filler()) {
            self.remark(index, RemarkOf::FillerPhone);
            return None;
        }
        if rest {
            self.remark(index, RemarkOf::MoreThanPhone);
        }
        Some(phone)
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
