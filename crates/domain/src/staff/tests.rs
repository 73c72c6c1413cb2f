use super::*;
use crate::book::sample::{at, book};
use crate::{Side, SpentToday};
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

fn acting(staff: &str, post: &str) -> Actor {
    Actor::Staff { staff: staff.into(), post: post.into() }
}

fn judged(book: &Book, action: &Action, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    let cx = Context {
        now: at("2026-03-01T06:00:00Z"),
        op: OpId(Uuid::from_u128(5)),
        actor,
        side: Side::Platform,
        book,
        spent_today: &SpentToday::new(),
        load: &BTreeMap::new(),
        person: None,
    };
    decide(book, action, &cx)
}

fn lending(post: &str, to: &str) -> Delegate {
    let (since, until) = (at("2026-03-01T00:00:00Z"), at("2026-03-10T00:00:00Z"));
    Delegate { post: post.into(), to: to.into(), since, until }
}

fn lent(book: &Book, delegate: Delegate, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    judged(book, &Action::Delegate(delegate), actor)
}

fn no_right<T>() -> Result<T, Refusal> {
    Err(Refusal::NoRight { right: Right::Approve })
}

#[test]
fn a_manager_lends_the_own_post_and_the_book_moves_on() {
    let (book, manager) = (book(), acting("badr", "buses-manager"));
    let events = lent(&book, lending("buses-manager", "huda"), &manager).unwrap();
    let after = events.iter().fold(book.clone(), apply);
    assert_eq!(after.version, book.version + 1);
    let now = at("2026-03-02T06:00:00Z");
    assert_eq!(
        after.posts_of(&"huda".into(), now),
        ["buses-handler".into(), "buses-manager".into()]
    );
    assert_eq!(events.iter().fold(after.clone(), apply).delegations, after.delegations);
}

#[test]
fn nobody_lends_what_is_not_theirs_or_has_no_say() {
    let mut book = book();
    let huda = acting("huda", "buses-handler");
    assert_eq!(lent(&book, lending("buses-handler", "hamed"), &huda), no_right());
    assert_eq!(lent(&book, lending("buses-manager", "hamed"), &huda), no_right());
    assert_eq!(lent(&book, lending("director", "huda"), &acting("badr", "director")), no_right());
    assert_eq!(lent(&book, lending("director", "huda"), &Actor::Platform), no_right());
    let events = lent(&book, lending("buses-manager", "huda"), &acting("badr", "buses-manager"));
    book = apply(book, &events.unwrap()[0]);
    let borrowed = acting("huda", "buses-manager");
    assert_eq!(lent(&book, lending("buses-manager", "hamed"), &borrowed), no_right());
}

#[test]
fn a_post_is_lent_to_somebody_else_who_works_here_for_a_time_that_lies_ahead() {
    let (book, manager) = (book(), acting("badr", "buses-manager"));
    let with = |to: &str, since: &str, until: &str| {
        let (since, until) = (at(since), at(until));
        let delegate = Delegate { since, until, ..lending("buses-manager", to) };
        lent(&book, delegate, &manager).unwrap_err()
    };
    let out = |field: &str| Refusal::OutOfRange { field: field.to_owned() };
    let (today, tomorrow) = ("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z");
    assert_eq!(with("badr", today, tomorrow), out("to"));
    assert_eq!(with("ghost", today, tomorrow), Refusal::UnknownCode { what: "ghost".into() });
    assert_eq!(with("huda", tomorrow, today), out("until"));
    assert_eq!(with("huda", "2026-02-01T00:00:00Z", today), out("until"));
    assert_eq!(with("huda", today, "2027-04-01T00:00:00Z"), out("until"));
}

#[test]
fn a_delegation_is_ended_by_both_sides_and_those_above_only() {
    let manager = acting("badr", "buses-manager");
    let events = lent(&book(), lending("buses-manager", "huda"), &manager).unwrap();
    let book = apply(book(), &events[0]);
    let ending = Action::EndDelegation { delegation: OpId(Uuid::from_u128(5)) };
    for actor in [manager, acting("huda", "buses-handler"), acting("said", "director")] {
        let ended = judged(&book, &ending, &actor).unwrap();
        let after = apply(book.clone(), &ended[0]);
        assert!(after.delegations.is_empty());
        assert_eq!(after.version, book.version + 1);
    }
    for actor in [acting("hamed", "buses-handler"), acting("fatma", "fares-manager")] {
        assert_eq!(judged(&book, &ending, &actor), Err(Refusal::NotYours));
    }
    let unknown = Action::EndDelegation { delegation: OpId(Uuid::nil()) };
    assert_eq!(judged(&book, &unknown, &acting("said", "director")), Err(Refusal::NotYours));
}

#[test]
fn other_actions_and_events_leave_the_book_alone() {
    let refused = judged(&book(), &Action::Take, &acting("said", "director"));
    assert_eq!(refused, Err(Refusal::UnknownCode { what: "take".into() }));
    assert_eq!(apply(book(), &Event::Flagged), book());
}

proptest! {
    #[test]
    fn what_is_lent_never_reaches_past_its_dates(
        start in -40..40_i64,
        days in -2..400_i64,
        seen in -50..450_i64,
    ) {
        let (book, midnight) = (book(), at("2026-03-01T06:00:00Z"));
        let since = midnight + TimeDelta::days(start);
        let until = since + TimeDelta::days(days);
        let delegate = Delegate { since, until, ..lending("buses-manager", "huda") };
        let Ok(events) = lent(&book, delegate, &acting("badr", "buses-manager")) else {
            return Ok(());
        };
        let now = midnight + TimeDelta::days(seen);
        let after = events.iter().fold(book, apply);
        let holds = after.posts_of(&"huda".into(), now).contains(&"buses-manager".into());
        prop_assert_eq!(holds, since <= now && now <= until);
    }
}
