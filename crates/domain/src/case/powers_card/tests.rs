use super::*;
use crate::book::sample::{at, book, case, omr, refund, refund_ask};
use crate::case::{RemedyState, approver_for, fits_case, granted_minor};
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    at("2026-03-01T06:00:00Z")
}

fn card(case: &Case, staff: &str) -> PowersCard {
    powers_card(case, &staff.into(), &book(), &SpentToday::new(), now())
}

fn brief(lines: &[PowerLine]) -> Vec<(String, String, Option<i64>)> {
    let limit = |line: &PowerLine| line.limit.map(Money::minor);
    lines.iter().map(|it| (it.remedy.to_string(), it.by.to_string(), limit(it))).collect()
}

fn lines(expected: &[(&str, &str, Option<i64>)]) -> Vec<(String, String, Option<i64>)> {
    expected.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), *c)).collect()
}

fn asked(case: &Case, staff: &str) -> Option<StaffId> {
    approver_for(case, &staff.into(), &[], &book(), now())
}

#[test]
fn it_shows_what_is_mine_and_what_one_approval_adds() {
    let card = card(&case(), "huda");
    assert_eq!(
        brief(&card.mine),
        lines(&[("refund", "huda", Some(5_000)), ("visit", "huda", None)])
    );
    let above = lines(&[("apology", "badr", None), ("refund", "badr", Some(50_000))]);
    assert_eq!(brief(&card.above), above);
    assert!(!card.approval_demanded);
}

#[test]
fn what_was_granted_here_and_today_is_no_longer_left() {
    let mut case = case();
    case.remedies = vec![refund(3_000, RemedyState::Done), refund(900, RemedyState::Failed)];
    let spent = SpentToday::from([("refund".into(), 19_500)]);
    let line = powers_card(&case, &"huda".into(), &book(), &spent, now()).mine.remove(0);
    assert_eq!((line.limit, line.left_today), (Some(omr(2_000)), Some(omr(500))));
    case.remedies.push(refund(30_000, RemedyState::Granted));
    let spent = SpentToday::from([("refund".into(), i64::MAX)]);
    let line = powers_card(&case, &"huda".into(), &book(), &spent, now()).mine.remove(0);
    assert_eq!((line.limit, line.left_today), (Some(omr(0)), Some(omr(0))));
}

#[test]
fn a_remedy_is_due_after_working_days_of_the_unit() {
    let mut case = case();
    // Sunday 10:00 in Muscat; five working days skip Friday and Saturday.
    assert_eq!(card(&case, "huda").mine[0].due, at("2026-03-08T06:00:00Z"));
    // The fares work on Saturdays from nine to twelve only.
    case.unit = "fares".into();
    assert_eq!(card(&case, "faris").mine[0].due, at("2026-04-04T06:00:00Z"));
}

#[test]
fn the_accused_and_those_above_them_have_an_empty_card_and_are_never_asked() {
    let mut case = case();
    case.accused = Some("fatma".into());
    assert_eq!(asked(&case, "huda"), Some("badr".into()));
    for conflicted in ["fatma", "said"] {
        let card = card(&case, conflicted);
        assert!(card.mine.is_empty() && card.above.is_empty());
    }
    case.accused = Some("badr".into());
    let card = card(&case, "huda");
    assert_eq!((card.mine.len(), card.above.len()), (2, 0));
    assert_eq!(asked(&case, "huda"), None);
}

#[test]
fn a_trainee_and_a_strict_category_always_need_approval() {
    let mut case = case();
    assert!(card(&case, "tariq").approval_demanded);
    case.category = "crash".into();
    assert!(card(&case, "huda").approval_demanded);
    case.category = "overcharge".into();
    assert!(!card(&case, "huda").approval_demanded);
}

#[test]
fn a_manager_asks_upwards_only_and_the_director_nobody() {
    let mut case = case();
    case.unit = "depot".into();
    assert_eq!(asked(&case, "badr"), Some("said".into()));
    assert_eq!(asked(&case, "said"), None);
}

#[test]
fn an_approval_goes_to_the_nearest_whose_powers_cover_all_of_it() {
    let case = case();
    let ask = |asks: &[crate::RemedyAsk]| approver_for(&case, &"huda".into(), asks, &book(), now());
    assert_eq!(ask(&[]), Some("badr".into()));
    assert_eq!(ask(&[refund_ask(50_000)]), Some("badr".into()));
    assert_eq!(ask(&[refund_ask(50_001)]), Some("said".into()));
    assert_eq!(ask(&[refund_ask(1), refund_ask(500_001)]), None);
}

proptest! {
    #[test]
    fn grants_within_what_is_left_never_pass_the_limit(amounts in prop::collection::vec(1..3_000_i64, 1..12)) {
        let (book, mut case) = (book(), case());
        let power = book.power_for(&"huda".into(), &"refund".into(), &case.category, now()).unwrap();
        for minor in amounts {
            let left = left_on_case(power, &case, &"refund".into()).unwrap();
            prop_assert_eq!(fits_case(power, &case, &refund_ask(minor)), minor <= left.minor());
            if minor <= left.minor() {
                case.remedies.push(refund(minor, RemedyState::Granted));
            }
        }
        prop_assert!(granted_minor(&case, &"refund".into()) <= 5_000);
    }
}
