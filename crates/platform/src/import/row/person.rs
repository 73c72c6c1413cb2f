//! Who brought a row.

use super::Reading;
use crate::import::fault::Reason;
use crate::import::ids::person_id;
use domain::book::Book;
use domain::phone::parse_phone;
use domain::text::fold_digits;
use domain::{Identifier, IdentifierKind, Person, PersonOf};

impl Reading<'_> {
    /// Who brought the row; its phone may be a fault.
    pub(super) fn person(&mut self, book: &Book) -> PersonOf {
        let plan = self.plan;
        let of = |index: Option<usize>| index.map(|it| self.field(it)).unwrap_or_default();
        let name = of(plan.person_name);
        let national_id = fold_digits(of(plan.person_national_id));
        let mail = of(plan.person_mail).to_lowercase();
        let phone = self.phone(&book.region);
        let identifiers: Vec<Identifier> = [
            (IdentifierKind::NationalId, national_id),
            (IdentifierKind::Phone, phone),
            (IdentifierKind::Mail, mail),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| Identifier { kind, value, since: self.now, until: None })
        .collect();
        let Some(strongest) = identifiers.first() else { return self.named_only(book, name) };
        // A national id is one person under any spelling of the name.
        let with = if strongest.kind == IdentifierKind::NationalId { "" } else { name };
        let id = person_id(&book.agency, &strongest.value, with);
        let name = name.to_owned();
        PersonOf::New { record: Person { id, name, identifiers, language: plan.language } }
    }

    /// A name alone finds nobody again, so it belongs to this row only.
    fn named_only(&self, book: &Book, name: &str) -> PersonOf {
        if name.is_empty() {
            return PersonOf::Unknown;
        }
        let row = format!("{}\n{}", self.plan.source, self.field(self.plan.key));
        let id = person_id(&book.agency, &row, name);
        let (name, language) = (name.to_owned(), self.plan.language);
        PersonOf::New { record: Person { id, name, identifiers: Vec::new(), language } }
    }

    fn phone(&mut self, region: &str) -> String {
        let Some(index) = self.plan.person_phone else { return String::new() };
        let typed = self.field(index);
        if typed.is_empty() {
            return String::new();
        }
        parse_phone(typed, region).map_or_else(
            |_| {
                self.fault(index, Reason::Phone);
                String::new()
            },
            String::from,
        )
    }
}
