//! Open a new case: in the person's own words, with a reference that is final at once.

use crate::act::{On, draft_id};
use crate::view::{OpenCaseInput, Saved};
use crate::{Desk, DeskError};
use chrono::{DateTime, Utc};
use domain::reference::{Prefix, Reference};
use domain::{
    Action, CategoryId, Identifier, IdentifierKind, OpenCase, Person, PersonOf, Refusal, StaffId,
};
use protocol::Base;

impl Desk {
    /// Opens a case, and takes it when asked to. A phone that can't be read is refused by its field.
    pub fn open_case(&mut self, input: OpenCaseInput) -> Result<Saved, DeskError> {
        let now = self.edge.now();
        let take = input.take;
        let draft = input.draft.as_deref().map(draft_id).transpose()?;
        let case = self.edge.case(now);
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
            reference: Reference::from_random(prefix, self.edge.bytes()),
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
    ) -> Result<PersonOf, Refusal> {
        if let Some(id) = &input.person {
            return Ok(PersonOf::Known { id: id.parse().map_err(|_| unknown("person"))? });
        }
        let identifiers = identifiers(input, region, now)?;
        let name = input.name.trim().to_owned();
        if name.is_empty() && identifiers.is_empty() {
            return Ok(PersonOf::Unknown);
        }
        let (id, language) = (self.edge.person(now), input.language);
        Ok(PersonOf::New { record: Person { id, name, identifiers, language } })
    }
}

/// Identifiers as they are kept: a phone in E.164, an id in ASCII digits.
fn identifiers(
    input: &OpenCaseInput,
    region: &str,
    since: DateTime<Utc>,
) -> Result<Vec<Identifier>, Refusal> {
    let known = |kind, value| Identifier { kind, value, since, until: None };
    let mut identifiers = Vec::new();
    if !input.phone.trim().is_empty() {
        let phone = domain::phone::parse_phone(&input.phone, region);
        let phone = phone.map_err(|_| Refusal::OutOfRange { field: "phone".to_owned() })?;
        identifiers.push(known(IdentifierKind::Phone, phone.e164().to_owned()));
    }
    let national_id = domain::text::fold_digits(input.national_id.trim());
    if !national_id.is_empty() {
        identifiers.push(known(IdentifierKind::NationalId, national_id));
    }
    Ok(identifiers)
}

fn unknown(what: &str) -> Refusal {
    Refusal::UnknownCode { what: what.to_owned() }
}
