//! Open a new case: in the person's own words, with a reference that is final at once.

use crate::act::{On, draft_id};
use crate::view::{OpenCaseInput, Saved};
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::reference::{Prefix, Reference};
use domain::{
    Action, CategoryId, Identifier, IdentifierKind, OpenCase, Person, PersonOf, Refusal, StaffId,
    parse_identifier,
};
use protocol::Base;

impl Desk {
    /// Opens a case, and takes it when asked to. A phone that can't be read is refused by its field.
    pub fn open_case(&mut self, input: OpenCaseInput) -> Result<Saved, DeskError> {
        let now = self.now();
        let take = input.take;
        let draft = input.draft.as_deref().map(draft_id).transpose()?;
        let case = self.edge.case(now)?;
        let open = Box::new(self.brought(input, now)?);
        let action = Action::OpenCase(open);
        let on = On { case, base: Base::default() };
        let saved = self.act(&on.with(action).closing(draft))?;
        if take {
            self.take_new(&saved)?;
        }
        Ok(saved)
    }

    /// The rule may have made the opener the owner already.
    fn take_new(&mut self, saved: &Saved) -> Result<(), DeskError> {
        let on = On::of(&saved.case, &crate::view::Seen::default())?;
        let owner = self.case_now(on.case)?.and_then(|it| it.owner.clone());
        if owner.as_ref() != Some(&self.staff) {
            self.act(&on.with(Action::Take))?;
        }
        Ok(())
    }

    fn brought(&self, input: OpenCaseInput, now: DateTime<Utc>) -> Result<OpenCase, DeskError> {
        let book = self.book()?;
        let prefix = Prefix::parse(&book.reference_prefix);
        let prefix = prefix.map_err(|_| unknown("reference_prefix"))?;
        let person = self.person_of(&input, &book.region, now)?;
        Ok(OpenCase {
            reference: Reference::from_random(prefix, self.edge.bytes()?),
            case_kind: input.kind,
            category: CategoryId::new(input.category),
            unit: None,
            person,
            channel: input.channel,
            subject: input.subject,
            own_words: input.own_words,
            points: input.points.into_iter().filter(|it| !it.trim().is_empty()).collect(),
            tried: input.tried,
            cost: input.cost,
            people_affected: input.people_affected.max(1),
            place: Some(input.place).filter(|it| !it.trim().is_empty()),
            confidential: input.confidential,
            accused: input.accused.filter(|it| !it.is_empty()).map(StaffId::new),
        })
    }

    /// Nobody is asked who they are twice: a known person stays the one they are.
    fn person_of(
        &self,
        input: &OpenCaseInput,
        region: &str,
        now: DateTime<Utc>,
    ) -> Result<PersonOf, DeskError> {
        if let Some(id) = &input.person {
            return Ok(PersonOf::Known { id: id.parse().map_err(|_| unknown("person"))? });
        }
        let identifiers = identifiers(input, region, now)?;
        let name = input.name.trim().to_owned();
        if name.is_empty() && identifiers.is_empty() {
            return Ok(PersonOf::Unknown);
        }
        let (id, language) = (self.edge.person(now)?, input.language);
        Ok(PersonOf::New { record: Person { id, name, identifiers, language } })
    }
}

/// Identifiers as they are kept; a text that identifies nobody is refused by its kind.
fn identifiers(
    input: &OpenCaseInput,
    region: &str,
    since: DateTime<Utc>,
) -> Result<Vec<Identifier>, Refusal> {
    let known = |kind, value| Identifier { kind, value, since, until: None };
    let mut identifiers = Vec::new();
    let typed =
        [(IdentifierKind::Phone, &input.phone), (IdentifierKind::NationalId, &input.national_id)];
    for (kind, text) in typed.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        let value = parse_identifier(kind, text, region);
        let value = value.map_err(|fault| Refusal::BadIdentifier { kind, fault })?;
        identifiers.push(known(kind, value));
    }
    Ok(identifiers)
}

fn unknown(what: &str) -> Refusal {
    Refusal::UnknownCode { what: what.to_owned() }
}
