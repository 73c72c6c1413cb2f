use super::FaultCode as F;
use super::*;
use crate::book::sample::{at, book, omr};
use crate::book::{Delegation, Staff};
use crate::money::{Currency, Money};
use crate::{CategoryId, OpId, RemedyId};
use uuid::Uuid;

fn after(change: impl FnOnce(&mut Book)) -> Vec<(String, F, String)> {
    let mut book = book();
    change(&mut book);
    book.check().into_iter().map(|it| (it.place, it.code, it.found)).collect()
}

fn only(place: &str, code: F, found: &str) -> Vec<(String, F, String)> {
    vec![(place.to_owned(), code, found.to_owned())]
}

#[test]
fn a_sound_book_has_no_faults() {
    assert_eq!(after(|_| ()), []);
}

#[test]
fn a_unit_needs_a_manager_post_and_somebody_in_it() {
    let unknown =
        after(|book| book.units.get_mut(&"depot".into()).unwrap().manager = "boss".into());
    assert_eq!(unknown, only("units.depot.manager", F::UnknownPost, "boss"));
    let nobody = after(|book| {
        book.staff.get_mut(&"dalal".into()).unwrap().posts[0].post = "depot-handler".into();
    });
    assert_eq!(nobody, only("units.depot.manager", F::NoManager, "depot-manager"));
}

#[test]
fn the_unit_above_is_known_and_never_the_unit_itself() {
    let parent = |unit: &str, parent: &str| {
        after(|book| book.units.get_mut(&unit.into()).unwrap().parent = Some(parent.into()))
    };
    assert_eq!(parent("depot", "moon"), only("units.depot.parent", F::UnknownUnit, "moon"));
    assert_eq!(parent("depot", "depot"), only("units.depot.parent", F::ParentCircular, "depot"));
    let circle = parent("head", "depot");
    let places: Vec<&str> = circle.iter().map(|(place, ..)| place.as_str()).collect();
    assert_eq!(places, ["units.buses.parent", "units.depot.parent", "units.head.parent"]);
}

#[test]
fn staff_hold_known_posts_and_have_other_people_as_deputies() {
    let huda =
        |change: fn(&mut Staff)| after(|book| change(book.staff.get_mut(&"huda".into()).unwrap()));
    assert_eq!(huda(|it| it.posts.clear()), only("staff.huda.posts", F::NoPost, ""));
    let post = huda(|it| it.posts[0].post = "pilot".into());
    assert_eq!(post, only("staff.huda.posts[0]", F::UnknownPost, "pilot"));
    let deputy = huda(|it| it.deputy = Some("ghost".into()));
    assert_eq!(deputy, only("staff.huda.deputy", F::UnknownStaff, "ghost"));
    let deputy = huda(|it| it.deputy = Some("huda".into()));
    assert_eq!(deputy, only("staff.huda.deputy", F::OwnDeputy, "huda"));
    let dates = huda(|it| {
        it.posts[0].since = Some(at("2026-03-02T00:00:00Z"));
        it.posts[0].until = Some(at("2026-03-01T00:00:00Z"));
    });
    assert_eq!(
        dates,
        only("staff.huda.posts[0].until", F::DatesReversed, "2026-03-01 00:00:00 UTC")
    );
}

#[test]
fn what_is_lent_names_known_posts_and_people() {
    let faults = after(|book| {
        let (since, until) = (at("2026-03-01T00:00:00Z"), at("2026-03-02T00:00:00Z"));
        let (post, from, to) = ("pilot".into(), "badr".into(), "ghost".into());
        book.delegations.push(Delegation { id: OpId(Uuid::nil()), post, from, to, since, until });
    });
    let codes: Vec<F> = faults.iter().map(|(_, code, _)| *code).collect();
    assert_eq!(codes, [F::UnknownPost, F::UnknownStaff]);
}

#[test]
fn a_category_needs_a_unit_and_clocks_that_run() {
    let late = |change: fn(&mut crate::book::Category)| {
        after(|book| change(book.categories.get_mut(&"late-bus".into()).unwrap()))
    };
    let unit = late(|it| it.unit = "moon".into());
    assert_eq!(unit, only("categories.late-bus.unit", F::UnknownUnit, "moon"));
    let clock = late(|it| it.clocks.solution_days = 0);
    assert_eq!(clock, only("categories.late-bus.clocks.solution_days", F::Zero, "0"));
    let ceiling = late(|it| it.ceiling_hours = Some(u32::MAX));
    assert_eq!(ceiling, only("categories.late-bus.ceiling_hours", F::TooLarge, "4294967295"));
    let standard =
        late(|it| it.standard = Some(Labels { ar: String::new(), en: "Five days".into() }));
    assert_eq!(standard, only("categories.late-bus.standard.ar", F::EmptyLabel, ""));
}

#[test]
fn somebody_above_every_category_may_approve() {
    let faults = after(|book| {
        book.posts.get_mut(&"director".into()).unwrap().rights.remove(&crate::book::Right::Approve);
    });
    assert_eq!(faults, only("categories.other.unit", F::NobodyApproves, "head"));
}

#[test]
fn a_power_names_what_exists_and_somebody_has_it() {
    let power = |change: fn(&mut crate::book::Power)| after(|book| change(&mut book.powers[0]));
    assert_eq!(
        power(|it| it.post = "pilot".into()),
        only("powers[0].post", F::UnknownPost, "pilot")
    );
    let remedies = power(|it| it.remedies = [RemedyId::from("moon")].into());
    assert_eq!(remedies, only("powers[0].remedies", F::UnknownRemedy, "moon"));
    let nothing = power(|it| it.remedies.clear());
    assert_eq!(nothing, only("powers[0].remedies", F::PowerOfNothing, ""));
    let categories = power(|it| it.categories = [CategoryId::from("moon")].into());
    assert_eq!(categories, only("powers[0].categories", F::UnknownCategory, "moon"));
    let basis = power(|it| it.legal_basis.en = " ".into());
    assert_eq!(basis, only("powers[0].legal_basis.en", F::EmptyLabel, ""));
    let nobody = after(|book| {
        book.staff.get_mut(&"faris".into()).unwrap().posts[0].post = "depot-handler".into();
    });
    assert_eq!(nobody, only("powers[4].post", F::PowerOfNobody, "fares-handler"));
}

#[test]
fn limits_are_in_the_agencys_currency_and_money_always_has_one() {
    let power = |change: fn(&mut crate::book::Power)| after(|book| change(&mut book.powers[0]));
    let riyals = power(|it| {
        it.limit_day = Some(Money::new(1, Currency::parse("SAR").unwrap()).unwrap());
    });
    assert_eq!(riyals, only("powers[0].limit_day", F::WrongCurrency, "SAR"));
    let negative = power(|it| it.limit_case = Some(omr(-1)));
    assert_eq!(negative, only("powers[0].limit_case", F::NegativeLimit, "-1"));
    let none = power(|it| it.limit_case = None);
    assert_eq!(none, only("powers[0].limit_case", F::NoLimit, "refund"));
}

#[test]
fn every_remedy_is_somebodys_to_grant() {
    let faults = after(|book| {
        for power in &mut book.powers {
            power.remedies.remove(&"apology".into());
        }
    });
    assert_eq!(faults, only("remedies.apology", F::NobodyGrants, ""));
}

#[test]
fn each_gate_list_knows_both_languages() {
    let english = after(|book| book.gate.favours.retain(|phrase| phrase.is_ascii()));
    assert_eq!(english, only("gate.favours.ar", F::NoPhrase, ""));
    let empty = after(|book| book.gate.deflections.clear());
    let places: Vec<&str> = empty.iter().map(|(place, ..)| place.as_str()).collect();
    assert_eq!(places, ["gate.deflections.ar", "gate.deflections.en"]);
    let wordless = after(|book| book.gate.favours.push("…".into()));
    assert_eq!((wordless.len(), wordless[0].1), (1, F::BadPhrases));
}

#[test]
fn codes_are_short_and_plain_because_they_stand_in_keys() {
    let agency = |code: &str| after(|book| book.agency = code.into());
    for bad in ["", "a:b", "نخيل", "a b", "a/b"] {
        assert_eq!(agency(bad), only("agency", F::BadCode, bad));
    }
    let long = "a".repeat(CODE_CHARS_MAX + 1);
    assert_eq!(agency(&long), only("agency", F::BadCode, &long[1..]));
    assert_eq!(agency(&long[1..]), []);
}

#[test]
fn the_agencys_own_numbers_and_names_are_looked_at() {
    let prefix = after(|book| book.reference_prefix = "N1".into());
    assert_eq!(prefix, only("reference_prefix", F::BadPrefix, "N1"));
    let region = after(|book| book.region = "XX".into());
    assert_eq!(region, only("region", F::BadRegion, "XX"));
    let lease = after(|book| book.session_lease_hours = 337);
    assert_eq!(lease, only("session_lease_hours", F::TooLarge, "337"));
    let file = after(|book| book.attachment_bytes_max = 26_214_401);
    assert_eq!(file, only("attachment_bytes_max", F::TooLarge, "26214401"));
    let age = after(|book| book.rank.per_day_minutes = 1_441);
    assert_eq!(age, only("rank.per_day_minutes", F::TooLarge, "1441"));
    let name = after(|book| book.name.en.clear());
    assert_eq!(name, only("name.en", F::EmptyLabel, ""));
    let template = after(|book| {
        let template = book.templates.get_mut(&"late".into()).unwrap();
        template.categories = vec!["moon".into()];
    });
    assert_eq!(template, only("templates.late.categories", F::UnknownCategory, "moon"));
}
