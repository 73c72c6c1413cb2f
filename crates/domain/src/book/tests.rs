use super::sample::{at, book};
use super::*;
use crate::{Actor, OpId};
use chrono::{DateTime, Utc};
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    at("2026-03-01T06:00:00Z")
}

fn acting(staff: &str, post: &str) -> Actor {
    Actor::Staff { staff: staff.into(), post: post.into() }
}

fn lent(post: &str, from: &str, to: &str) -> Delegation {
    let (since, until) = (at("2026-03-01T00:00:00Z"), at("2026-03-10T00:00:00Z"));
    let id = OpId(uuid::Uuid::from_u128(7));
    Delegation { id, post: post.into(), from: from.into(), to: to.into(), since, until }
}

fn names(staff: Vec<StaffId>) -> Vec<String> {
    staff.into_iter().map(|it| it.to_string()).collect()
}

#[test]
fn a_lent_post_counts_from_its_first_to_its_last_instant() {
    let mut book = book();
    book.delegations.push(lent("buses-manager", "badr", "huda"));
    let held = |time: &str| book.posts_of(&"huda".into(), at(time)).len();
    assert_eq!(held("2026-02-28T23:59:59Z"), 1);
    assert_eq!(held("2026-03-01T00:00:00Z"), 2);
    assert_eq!(held("2026-03-10T00:00:00Z"), 2);
    assert_eq!(held("2026-03-10T00:00:01Z"), 1);
}

#[test]
fn nobody_lends_a_post_they_no_longer_hold_or_only_borrowed() {
    let mut book = book();
    book.delegations.push(lent("buses-manager", "badr", "huda"));
    book.delegations.push(lent("buses-manager", "huda", "hamed"));
    assert_eq!(book.posts_of(&"hamed".into(), now()), ["buses-handler".into()]);
    book.staff.get_mut(&"badr".into()).unwrap().posts[0].until = Some(at("2026-02-01T00:00:00Z"));
    assert_eq!(book.posts_of(&"huda".into(), now()), ["buses-handler".into()]);
}

#[test]
fn who_left_the_agency_borrows_nothing() {
    let mut book = book();
    book.delegations.push(lent("buses-manager", "badr", "huda"));
    book.delegations.push(lent("buses-manager", "badr", "nobody"));
    book.staff.get_mut(&"huda".into()).unwrap().posts[0].until = Some(at("2026-02-01T00:00:00Z"));
    assert!(book.posts_of(&"huda".into(), now()).is_empty());
    assert!(book.posts_of(&"nobody".into(), now()).is_empty());
}

#[test]
fn rights_come_from_all_posts_but_only_to_who_holds_the_one_they_act_in() {
    let mut book = book();
    let rights = [Right::Handle, Right::CorrectPerson].into();
    assert_eq!(book.rights_of(&acting("huda", "buses-handler"), now()), rights);
    assert!(book.rights_of(&acting("huda", "director"), now()).is_empty());
    assert!(book.rights_of(&acting("nobody", "director"), now()).is_empty());
    book.delegations.push(lent("buses-manager", "badr", "huda"));
    let rights = book.rights_of(&acting("huda", "buses-handler"), now());
    assert!(rights.contains(&Right::Approve));
    assert!(book.rights_of(&Actor::Person, now()).is_empty());
}

#[test]
fn the_chain_goes_up_from_the_unit_without_oneself() {
    let book = book();
    let chain =
        |staff: &str, unit: &str| names(book.chain_above(&staff.into(), &unit.into(), now()));
    assert_eq!(chain("nasser", "depot"), ["dalal", "badr", "said"]);
    assert_eq!(chain("badr", "buses"), ["said"]);
    assert!(chain("said", "head").is_empty());
    assert!(chain("said", "nowhere").is_empty());
}

#[test]
fn a_circle_of_units_ends() {
    let mut book = book();
    book.units.get_mut(&"head".into()).unwrap().parent = Some("depot".into());
    let chain = names(book.chain_above(&"nasser".into(), &"depot".into(), now()));
    assert_eq!(chain, ["dalal", "badr", "said"]);
}

#[test]
fn the_deputy_is_the_first_in_the_line_who_still_works_there() {
    let mut book = book();
    assert_eq!(book.deputy_of(&"badr".into(), now()), Some("dalal".into()));
    assert_eq!(book.deputy_of(&"huda".into(), now()), None);
    book.staff.get_mut(&"dalal".into()).unwrap().posts.clear();
    assert_eq!(book.deputy_of(&"badr".into(), now()), None, "the line leads back to the asker");
    book.staff.get_mut(&"dalal".into()).unwrap().deputy = Some("said".into());
    assert_eq!(book.deputy_of(&"badr".into(), now()), Some("said".into()));
}

#[test]
fn the_widest_power_wins_and_a_category_narrows() {
    let mut book = book();
    let refund = |book: &Book| {
        let power = book.power_for(&"huda".into(), &"refund".into(), &"late-bus".into(), now());
        power.and_then(|it| it.limit_case).map(crate::money::Money::minor)
    };
    assert_eq!(refund(&book), Some(5_000));
    book.delegations.push(lent("buses-manager", "badr", "huda"));
    assert_eq!(refund(&book), Some(50_000));
    let visit = |category: &str| {
        super::sample::book()
            .power_for(&"huda".into(), &"visit".into(), &category.into(), now())
            .is_some()
    };
    assert!(visit("crash"));
    assert!(!visit("overcharge"));
}

#[test]
fn a_power_ends_with_its_dates() {
    let mut book = book();
    book.powers[0].until = Some(at("2026-02-28T00:00:00Z"));
    assert!(book.power_for(&"huda".into(), &"refund".into(), &"crash".into(), now()).is_none());
}

#[test]
fn units_have_managers_staff_and_hours() {
    let book = book();
    assert_eq!(book.manager_of(&"buses".into(), now()), Some("badr".into()));
    assert_eq!(
        names(book.staff_in_unit(&"buses".into(), now())),
        ["badr", "hamed", "huda", "tariq"]
    );
    assert_eq!(book.unit_of(&"nasser".into(), now()), Some(&"depot".into()));
    assert_eq!(book.units_under(&"buses".into()), [&"buses".into(), &"depot".into()]);
    assert_eq!(book.calendar_of(&"depot".into()), &book.calendar);
    assert_ne!(book.calendar_of(&"fares".into()), &book.calendar);
    assert_eq!(book.post_label_of(&"huda".into(), now()).unwrap().en, "Buses handler");
    assert!(book.is_trainee(&acting("tariq", "buses-trainee")));
    let unknown = book.category(&"moon".into());
    assert_eq!(unknown.unwrap_err(), crate::Refusal::UnknownCode { what: "moon".into() });
}

proptest! {
    #[test]
    fn a_delegation_adds_rights_and_powers_and_never_takes_any(
        post in "director|buses-manager|fares-handler|buses-trainee",
        to in "huda|tariq|faris|amal",
    ) {
        let plain = book();
        let mut wider = book();
        for from in plain.holders_of(&post.as_str().into(), now()) {
            wider.delegations.push(lent(&post, from.as_str(), &to));
        }
        let to = to.as_str().into();
        let (before, after) = (plain.rights_of_staff(&to, now()), wider.rights_of_staff(&to, now()));
        prop_assert!(before.is_subset(&after));
        prop_assert!(plain.powers_of(&to, now()).len() <= wider.powers_of(&to, now()).len());
    }
}
