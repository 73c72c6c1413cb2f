//! What every handler's device may know of a case.

use crate::Error;
use crate::judge::Bench;
use crate::store::StubRow;
use domain::case::Case;
use domain::reading::{CaseFacts, has_stub};
use domain::{CaseId, IdentifierKind, PostId};
use protocol::Stub;

impl Bench<'_> {
    /// Writes the stub of a case. One that falls out of sight is told once, as it was last shown: nothing
    /// that happens later may be learned from it. A case that was never in sight has none, so that not
    /// even its existence is told.
    pub(super) fn change_stub(&self, case: CaseId, after: Option<&Case>) -> Result<(), Error> {
        let shown = after.filter(|it| has_stub(&CaseFacts::of(it), self.now));
        let hidden = |it: Stub| Stub { visible: false, lookup: Vec::new(), ..it };
        let stub = match shown {
            Some(shown) => Some(self.stub(shown)?),
            None => self.tx.stub(self.agency, case)?.map(hidden),
        };
        let Some(stub) = stub else { return Ok(()) };
        self.tx.put_stub(self.agency, &StubRow { change: self.head.change, stub })
    }

    fn stub(&self, case: &Case) -> Result<Stub, Error> {
        Ok(Stub {
            case: case.id,
            reference: case.reference,
            category: case.category.clone(),
            unit: case.unit.clone(),
            stage: case.stage,
            owner_post: self.owner_post(case),
            next_contact: case.next_contact,
            contacts: case.contacts,
            lookup: self.lookup(case)?,
            visible: true,
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
