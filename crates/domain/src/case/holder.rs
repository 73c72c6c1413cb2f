//! Who the next hour of a case belongs to (R38).

use super::{Asked, Case, Holder, Stage};

/// The holder now: the one asked first, else the owner, else the unit's manager by post. An answered
/// case waits for the person's word, unless a message of theirs waits for us.
#[must_use]
pub fn holder(case: &Case) -> Holder {
    match case.stage {
        Stage::Closed => Holder::Nobody,
        Stage::Answered if waits_for_word(case) => Holder::AwaitingWord,
        Stage::New | Stage::Open | Stage::Answered => match case.asks.first().map(|ask| &ask.of) {
            Some(Asked::Person) => Holder::Person,
            Some(Asked::Approver { staff }) => Holder::Approver { staff: staff.clone() },
            None => owner(case),
        },
    }
}

fn waits_for_word(case: &Case) -> bool {
    case.decision.as_ref().is_some_and(|it| it.silent_since.is_some())
}

fn owner(case: &Case) -> Holder {
    match &case.owner {
        Some(staff) => Holder::Handler { staff: staff.clone() },
        None => Holder::UnitManager { unit: case.unit.clone() },
    }
}
