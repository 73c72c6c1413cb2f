//! The catalogue of remedies, and who may grant them.

use super::{FaultCode, Faults};
use crate::RemedyId;
use crate::book::{Book, Power};

pub(super) fn check(book: &Book, faults: &mut Faults) {
    for (n, one) in book.powers.iter().enumerate() {
        let place = format!("powers[{n}]");
        power(book, &place, one, faults);
        limits(book, &place, one, faults);
    }
    for (id, remedy) in &book.remedies {
        let place = format!("remedies.{id}");
        faults.code(place.as_str(), id.as_str());
        faults.labels(&format!("{place}.label"), &remedy.label);
        faults.labels(&format!("{place}.legal_basis"), &remedy.legal_basis);
        faults.number(format!("{place}.due_days"), remedy.due_days, super::categories::DAYS_MAX);
        faults.demand(is_granted(book, id), FaultCode::NobodyGrants, place, "");
    }
}

fn power(book: &Book, place: &str, power: &Power, faults: &mut Faults) {
    let post = format!("{place}.post");
    if book.posts.contains_key(&power.post) {
        faults.demand(book.is_held(&power.post), FaultCode::PowerOfNobody, post, &power.post);
    } else {
        faults.add(FaultCode::UnknownPost, post, &power.post);
    }
    let remedies = format!("{place}.remedies");
    let names_one = !power.remedies.is_empty();
    faults.demand(names_one, FaultCode::PowerOfNothing, remedies.as_str(), "");
    for remedy in &power.remedies {
        let is_known = book.remedies.contains_key(remedy);
        faults.demand(is_known, FaultCode::UnknownRemedy, remedies.as_str(), remedy);
    }
    for category in &power.categories {
        let is_known = book.categories.contains_key(category);
        let place = format!("{place}.categories");
        faults.demand(is_known, FaultCode::UnknownCategory, place, category);
    }
    faults.labels(&format!("{place}.legal_basis"), &power.legal_basis);
    super::units::dates(place, power.since, power.until, faults);
}

/// A missing limit means without limit, which nobody has by a slip of the pen: who may grant money
/// has a limit per case.
fn limits(book: &Book, place: &str, power: &Power, faults: &mut Faults) {
    for (name, limit) in [("limit_case", power.limit_case), ("limit_day", power.limit_day)] {
        let Some(limit) = limit else { continue };
        let place = format!("{place}.{name}");
        let is_ours = limit.currency() == book.currency;
        faults.demand(is_ours, FaultCode::WrongCurrency, place.as_str(), &limit.currency());
        faults.demand(limit.minor() >= 0, FaultCode::NegativeLimit, place, &limit.minor());
    }
    let costs = |id: &&RemedyId| book.remedies.get(*id).is_some_and(|remedy| remedy.amount);
    if let Some(remedy) = power.remedies.iter().find(costs).filter(|_| power.limit_case.is_none()) {
        faults.add(FaultCode::NoLimit, format!("{place}.limit_case"), remedy);
    }
}

fn is_granted(book: &Book, remedy: &RemedyId) -> bool {
    book.powers.iter().any(|power| power.remedies.contains(remedy) && book.is_held(&power.post))
}
