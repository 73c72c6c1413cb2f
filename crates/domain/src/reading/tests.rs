use super::keys::keys_of;
use super::*;
use crate::OpId;
use crate::book::Delegation;
use crate::book::sample::{at, book, case};
use crate::case::{Approval, ApprovalState, Decision};
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

const STAFF: [&str; 11] = [
    "said", "badr", "dalal", "huda", "hamed", "tariq", "nasser", "fatma", "faris", "amal", "nobody",
];

fn now() -> DateTime<Utc> {
    at("2026-03-31T21:00:00Z")
}

fn sight(case: &CaseFacts, staff: &str, book: &Book) -> Sight {
    may_see(&Reader::Staff { staff: staff.into() }, case, book, now())
}

fn seen_whole_by(case: &CaseFacts) -> Vec<&'static str> {
    let book = book();
    STAFF.into_iter().filter(|staff| sight(case, staff, &book) == Sight::Whole).collect()
}

fn facts() -> CaseFacts {
    CaseFacts::of(&case())
}

fn delegation(post: &str, from: &str, to: &str) -> Delegation {
    let (since, until) = (at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
    let id = OpId(Uuid::from_u128(9));
    Delegation { id, post: post.into(), from: from.into(), to: to.into(), since, until }
}

#[test]
fn a_plain_case_is_read_by_its_unit_and_those_above_and_is_a_stub_to_other_handlers() {
    assert_eq!(seen_whole_by(&facts()), ["said", "badr", "huda", "hamed", "tariq"]);
    let others = ["dalal", "nasser", "fatma", "faris", "amal", "nobody"];
    let seen = others.map(|staff| sight(&facts(), staff, &book()));
    assert_eq!(
        seen,
        [Sight::Stub, Sight::Stub, Sight::Stub, Sight::Stub, Sight::Nothing, Sight::Nothing]
    );
    assert_eq!(may_see(&Reader::Overseer, &facts(), &book(), now()), Sight::Whole);
}

#[test]
fn a_confidential_case_is_nothing_to_all_but_owner_and_managers() {
    let secret = CaseFacts { confidential: true, ..facts() };
    assert_eq!(seen_whole_by(&secret), ["said", "badr", "huda"]);
    assert!(STAFF.iter().all(|staff| sight(&secret, staff, &book()) != Sight::Stub));
    assert!(!has_stub(&secret, now()));
}

#[test]
fn the_accused_sees_nothing_even_as_manager_owner_or_approver() {
    for accused in ["badr", "huda", "said", "faris"] {
        let case = CaseFacts {
            accused: Some(accused.into()),
            owner: Some(accused.into()),
            asked: vec![(accused.into(), None)],
            ..facts()
        };
        assert_eq!(sight(&case, accused, &book()), Sight::Nothing, "{accused}");
    }
}

#[test]
fn who_stands_above_the_accused_sees_no_more_than_a_stub() {
    let case = CaseFacts { accused: Some("nasser".into()), ..facts() };
    for above in ["dalal", "badr", "said"] {
        assert!(sight(&case, above, &book()) <= Sight::Stub, "{above}");
        assert!(keys_of(&case, &book(), now()).iter().all(|key| !key.ends_with(above)));
    }
    for other in ["huda", "hamed"] {
        assert_eq!(sight(&case, other, &book()), Sight::Whole, "{other}");
    }
    let mut book = book();
    book.delegations.push(delegation("depot-manager", "dalal", "hamed"));
    assert_eq!(sight(&case, "hamed", &book), Sight::Stub, "a lent post counts");
}

#[test]
fn who_stands_beneath_an_accused_manager_is_not_above_them() {
    let case = CaseFacts { accused: Some("badr".into()), ..facts() };
    assert_eq!(seen_whole_by(&case), ["huda", "hamed", "tariq"]);
    assert!(is_conflicted(&"badr".into(), &"said".into(), &book(), now()));
    assert!(!is_conflicted(&"badr".into(), &"dalal".into(), &book(), now()));
}

#[test]
fn a_delegation_shows_the_accused_nothing() {
    let mut book = book();
    book.delegations.push(delegation("director", "said", "faris"));
    let case = CaseFacts { accused: Some("faris".into()), ..facts() };
    assert_eq!(sight(&case, "faris", &book), Sight::Nothing);
    assert_eq!(sight(&facts(), "faris", &book), Sight::Whole);
}

#[test]
fn an_approver_reads_until_thirty_days_after_the_answer() {
    let asked = |answered| CaseFacts { asked: vec![("fatma".into(), answered)], ..facts() };
    let sees = |case: CaseFacts| sight(&case, "fatma", &book()) == Sight::Whole;
    assert!(sees(asked(None)));
    assert!(sees(asked(Some(at("2026-03-01T21:00:00Z")))));
    assert!(!sees(asked(Some(at("2026-03-01T20:59:59Z")))));
}

#[test]
fn a_case_knows_whom_it_asked() {
    let mut case = case();
    let (asked_at, answered) = (case.opened_at, at("2026-03-05T06:00:00Z"));
    case.approvals.push(Approval {
        id: OpId(Uuid::from_u128(3)),
        revision: 1,
        resolution: serde_json::from_value(resolution()).unwrap(),
        proposer: "huda".into(),
        approvers: vec!["badr".into(), "dalal".into()],
        asked_at,
        limit: answered,
        state: ApprovalState::Recalled,
        settled_at: Some(answered),
    });
    let asked = CaseFacts::of(&case).asked;
    assert_eq!(asked, [("badr".into(), Some(answered)), ("dalal".into(), Some(answered))]);
    assert!(scope_keys_of_case(&case, &book(), now()).contains("asked:dalal"));
}

fn resolution() -> serde_json::Value {
    serde_json::json!({
        "remedies": [], "none_because": "-", "points": [], "grounds": "-", "cause": "system",
        "letter": {
            "reply_kind": "decision", "text": "-", "language": "ar", "template": null,
            "next": {"next": "ending"}, "slot": {"last_inbound": null, "ordinal": 0},
            "draft": null, "overrides": [], "attachments": []
        }
    })
}

#[test]
fn an_open_dispute_is_shown_to_independent_reviewers_only() {
    let mut case = case();
    case.decision = Some(Decision {
        id: OpId(Uuid::from_u128(4)),
        by: "huda".into(),
        approved_by: None,
        at: case.opened_at,
        reminders: vec![],
        calls: vec![],
        silent_since: None,
        disputed: true,
    });
    let sees_fatma = |case: &Case| sight(&CaseFacts::of(case), "fatma", &book()) == Sight::Whole;
    assert!(sees_fatma(&case));
    case.touched_by.push("faris".into());
    assert!(!sees_fatma(&case), "somebody of her own unit worked on it");
    case.touched_by.pop();
    case.decision.as_mut().unwrap().disputed = false;
    assert!(!sees_fatma(&case));
}

#[test]
fn keys_name_the_month_by_the_agencys_wall_clock() {
    // 21:00 UTC on the last day of March is the first of April in Muscat.
    let closed = CaseFacts { closed_at: Some(now()), ..facts() };
    let keys: Vec<String> = keys_of(&closed, &book(), now()).into_iter().collect();
    assert_eq!(keys, ["staff:huda", "unit:buses:closed:2026-04"]);
    let handler: Vec<String> =
        scope_keys_of_staff(&"nasser".into(), &book(), now()).into_iter().collect();
    let expected = [
        "asked:nasser",
        "staff:nasser",
        "stubs:agency",
        "unit:depot:closed:2026-01",
        "unit:depot:closed:2026-02",
        "unit:depot:closed:2026-03",
        "unit:depot:closed:2026-04",
        "unit:depot:open",
    ];
    assert_eq!(handler, expected);
}

#[test]
fn only_closed_months_of_a_unit_one_reads_may_be_added() {
    let may = |key: &str| may_subscribe(key, &"nasser".into(), &book(), now());
    assert!(may("unit:depot:closed:2019-12"));
    for key in [
        "unit:buses:closed:2019-12",
        "unit:depot:closed:",
        "unit:depot:closed:2019/12",
        "staff:huda",
    ] {
        assert!(!may(key), "{key}");
    }
    assert!(scope_keys_of_staff(&"nobody".into(), &book(), now()).is_empty());
}

#[test]
fn old_closed_cases_leave_the_stubs_of_the_devices() {
    let closed = |at| CaseFacts { closed_at: Some(at), ..facts() };
    assert!(has_stub(&closed(now() - TimeDelta::days(365)), now()));
    assert!(!has_stub(&closed(now() - TimeDelta::days(366)), now()));
}

fn somebody() -> impl Strategy<Value = StaffId> {
    prop::sample::select(STAFF.to_vec()).prop_map(StaffId::from)
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (0..700_i64).prop_map(|days| now() - TimeDelta::days(days))
}

fn any_facts() -> impl Strategy<Value = CaseFacts> {
    let unit = prop::sample::select(vec!["head", "buses", "depot", "fares"]);
    let people = (prop::option::of(somebody()), prop::option::of(somebody()));
    let asked = prop::collection::vec((somebody(), prop::option::of(instants())), 0..3);
    let disputed = prop::option::of(prop::collection::vec(somebody(), 0..3));
    let closed = prop::option::of(instants());
    (unit, people, any::<bool>(), asked, disputed, closed).prop_map(
        |(unit, (owner, accused), confidential, asked, disputed_of, closed_at)| CaseFacts {
            unit: unit.into(),
            owner,
            confidential,
            accused,
            closed_at,
            asked,
            disputed_of,
        },
    )
}

fn any_book() -> impl Strategy<Value = Book> {
    let posts = vec!["director", "buses-manager", "depot-handler", "fares-manager"];
    let lent = (prop::sample::select(posts), somebody(), somebody());
    prop::collection::vec(lent, 0..3).prop_map(|lent| {
        let mut book = book();
        let lent = lent.iter().map(|(post, from, to)| delegation(post, from.as_str(), to.as_str()));
        book.delegations = lent.collect();
        book
    })
}

proptest! {
    #[test]
    fn whoever_holds_a_key_of_a_case_may_see_it_whole_and_nobody_else(case in any_facts(), book in any_book()) {
        let of_case = keys_of(&case, &book, now());
        for staff in STAFF {
            let whole = sight(&case, staff, &book) == Sight::Whole;
            let subscribes = of_case.iter().any(|key| may_subscribe(key, &staff.into(), &book, now()));
            prop_assert_eq!(whole, subscribes, "{} {:?}", staff, &of_case);
            let recent = case.closed_at.is_none_or(|at| now() - at < TimeDelta::days(85));
            let of_staff = scope_keys_of_staff(&staff.into(), &book, now());
            if recent {
                prop_assert_eq!(whole, !of_case.is_disjoint(&of_staff), "{} {:?}", staff, &of_case);
            }
        }
    }

    #[test]
    fn no_post_ever_brings_the_accused_a_key_of_the_case(
        case in any_facts(),
        accused in somebody(),
        before in any_book(),
        after in any_book(),
    ) {
        // Keys stand as they were when the case was sent; the book moved on since.
        let case = CaseFacts { accused: Some(accused.clone()), ..case };
        let of_case = keys_of(&case, &before, now());
        prop_assert!(of_case.is_disjoint(&scope_keys_of_staff(&accused, &after, now())));
    }

    #[test]
    fn every_holder_of_the_stubs_may_see_each_one(case in any_facts(), book in any_book()) {
        let stubs = BTreeSet::from(["stubs:agency".to_owned()]);
        for staff in STAFF {
            let holds = scope_keys_of_staff(&staff.into(), &book, now()).is_superset(&stubs);
            prop_assert!(!(holds && has_stub(&case, now())) || sight(&case, staff, &book) >= Sight::Stub);
        }
    }
}
