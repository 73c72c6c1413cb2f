//! Units, posts, staff and what is lent.

use super::{FaultCode, Faults};
use crate::StaffId;
use crate::UnitId;
use crate::book::{Book, Staff, Unit};
use chrono::{DateTime, Utc};

pub(super) fn check(book: &Book, faults: &mut Faults) {
    for (id, one) in &book.units {
        unit(book, id, one, faults);
    }
    for (id, post) in &book.posts {
        let place = format!("posts.{id}");
        faults.code(place.as_str(), id.as_str());
        faults.labels(&format!("{place}.label"), &post.label);
        let is_known = book.units.contains_key(&post.unit);
        faults.demand(is_known, FaultCode::UnknownUnit, format!("{place}.unit"), &post.unit);
    }
    for (id, one) in &book.staff {
        staff(book, id, one, faults);
    }
    for (n, lent) in book.delegations.iter().enumerate() {
        let place = format!("delegations[{n}]");
        let is_post = book.posts.contains_key(&lent.post);
        faults.demand(is_post, FaultCode::UnknownPost, format!("{place}.post"), &lent.post);
        for (end, who) in [("from", &lent.from), ("to", &lent.to)] {
            let is_known = book.staff.contains_key(who);
            faults.demand(is_known, FaultCode::UnknownStaff, format!("{place}.{end}"), who);
        }
        dates(&place, Some(lent.since), Some(lent.until), faults);
    }
}

fn unit(book: &Book, id: &UnitId, unit: &Unit, faults: &mut Faults) {
    let place = format!("units.{id}");
    faults.code(place.as_str(), id.as_str());
    faults.labels(&format!("{place}.label"), &unit.label);
    let manager = format!("{place}.manager");
    if book.posts.contains_key(&unit.manager) {
        let is_held = book.is_held(&unit.manager);
        faults.demand(is_held, FaultCode::NoManager, manager, &unit.manager);
    } else {
        faults.add(FaultCode::UnknownPost, manager, &unit.manager);
    }
    if let Some(parent) = &unit.parent {
        let place = format!("{place}.parent");
        if book.units.contains_key(parent) {
            let leads_back = book.line_of(parent).contains(&id);
            faults.demand(!leads_back, FaultCode::ParentCircular, place, parent);
        } else {
            faults.add(FaultCode::UnknownUnit, place, parent);
        }
    }
}

fn staff(book: &Book, id: &StaffId, staff: &Staff, faults: &mut Faults) {
    let place = format!("staff.{id}");
    faults.code(place.as_str(), id.as_str());
    faults.labels(&format!("{place}.name"), &staff.name);
    faults.demand(!staff.posts.is_empty(), FaultCode::NoPost, format!("{place}.posts"), "");
    for (n, held) in staff.posts.iter().enumerate() {
        let place = format!("{place}.posts[{n}]");
        let is_known = book.posts.contains_key(&held.post);
        faults.demand(is_known, FaultCode::UnknownPost, place.as_str(), &held.post);
        dates(&place, held.since, held.until, faults);
    }
    if let Some(deputy) = &staff.deputy {
        let place = format!("{place}.deputy");
        let is_known = book.staff.contains_key(deputy);
        faults.demand(is_known, FaultCode::UnknownStaff, place.as_str(), deputy);
        faults.demand(deputy != id, FaultCode::OwnDeputy, place, deputy);
    }
}

pub(super) fn dates(
    place: &str,
    since: Option<DateTime<Utc>>,
    until: Option<DateTime<Utc>>,
    faults: &mut Faults,
) {
    if let (Some(since), Some(until)) = (since, until) {
        let place = format!("{place}.until");
        faults.demand(since <= until, FaultCode::DatesReversed, place, &until);
    }
}
