//! What every handler's device may know of a case.

use crate::Error;
use crate::judge::Bench;
use crate::store::StubRow;
use domain::case::Case;
use domain::reading::{CaseFacts, has_stub};
use domain::{CaseId, IdentifierKind, PostId};
use protocol::Stub;

impl Bench<'_> {
    /// Writes the stub of a case; one whose opening was taken back falls out of sight.
    pub(super) fn change_stub(&self, case: CaseId, after: Option<&Case>) -> Result<(), Error> {
        let stub = match after {
            Some(after) => Some(self.stub(after)?),
            None => self.tx.stub(self.agency, case)?.map(|it| Stub { visible: false, ..it }),
        };
        let Some(stub) = stub else { return Ok(()) };
        self.tx.put_stub(self.agency, &StubRow { change: self.head.change, stub })
    }

    fn stub(&self, case: &Case) -> Result<Stub, Error> {
        let visible = has_stub(&CaseFacts::of(case), self.now);
        let lookup = if visible { self.lookup(case)? } else { Vec::new() };
        Ok(Stub {
            case: case.id,
            reference: case.reference,
            category: case.category.clone(),
            unit: case.unit.clone(),
            stage: case.stage,
            owner_post: self.owner_post(case),
            next_contact: case.next_contact,
            contacts: case.contacts,
            lookup,
            visible,
        })
    }

    fn owner_post(&self, case: &Case) -> Option<PostId> {
        let owner = case.owner.as_ref()?;
        self.book.posts_of(owner, self.now).into_iter().next()
    }

    /// Phones and national ids of the person that are still theirs.
    fn lookup(&self, case: &Case) -> Result<Vec<String>, Error> {
        let Some(person) = case.person else { return Ok(Vec::new()) };
        let Some(person) = self.tx.person(self.agency, person)? else { return Ok(Vec::new()) };
        let known = person.identifiers.into_iter().filter(|it| {
            it.until.is_none()
                && matches!(it.kind, IdentifierKind::Phone | IdentifierKind::NationalId)
        });
        Ok(known.map(|it| it.value).collect())
    }
}
