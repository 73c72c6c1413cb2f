//! decide: one act, judged whole.

use crate::make;
use crate::world::{World, at};
use domain::book::ApprovalDemand;
use domain::case::{Holder, PointAnswer, PointOutcome, Stage, check_resolution, holder};
use domain::{Action, Event, Refusal, RemedyAsk, Resolution};

fn judged(world: &World, who: &str, change: impl FnOnce(&mut Resolution)) -> Result<(), Refusal> {
    let mut resolution = make::resolution(world, 3_000);
    change(&mut resolution);
    world.judges(who, &Action::Decide(Box::new(resolution))).map(|_| ())
}

#[test]
fn remedy_decision_and_letter_happen_together() {
    let world = World::answered();
    let case = world.case();
    assert_eq!(case.stage, Stage::Answered);
    assert_eq!(case.clocks.answered_at, Some(world.now));
    assert_eq!(case.clocks.solved_at, Some(world.now));
    assert_eq!((case.remedies.len(), case.outbound.len()), (1, 1));
    assert_eq!(case.remedies[0].due, at("2026-03-08T06:00:00Z"));
    assert_eq!(holder(case), Holder::AwaitingWord);
    let kinds: Vec<bool> = world
        .events_of(world.decision())
        .iter()
        .map(|it| matches!(it, Event::RemedyGranted { .. } | Event::Decided { .. }))
        .collect();
    assert_eq!(kinds, [true, true, false, false]);
}

#[test]
fn nothing_is_granted_only_with_a_reason() {
    let world = World::owned();
    let refused = judged(&world, "huda", |it| it.remedies.clear());
    assert_eq!(refused, Err(Refusal::NoRemedyNoReason));
    let none = Action::Decide(Box::new(make::no_remedy(&world)));
    assert!(world.judges("huda", &none).is_ok());
}

#[test]
fn every_point_asked_is_answered_with_a_reason_where_it_is_not_granted() {
    let mut world = World::empty();
    let mut open = make::open_case();
    open.points = vec!["استرداد الأجرة".into(), "تبديل السائق".into()];
    world.does("huda", Action::OpenCase(Box::new(open)));
    world.does("huda", Action::Take);
    let refused = judged(&world, "huda", |it| {
        it.points.pop();
    });
    assert_eq!(refused, Err(Refusal::PointUnanswered { point: 1 }));
    let no_reason = PointAnswer { point: 1, outcome: PointOutcome::Refused, because: " ".into() };
    let refused = judged(&world, "huda", |it| it.points[1] = no_reason);
    assert_eq!(refused, Err(Refusal::PointUnanswered { point: 1 }));
    assert_eq!(judged(&world, "huda", |_| {}), Ok(()));
}

#[test]
fn above_the_power_it_says_how_far_the_power_reaches() {
    let world = World::owned();
    let limit = Refusal::LimitExceeded {
        remedy: "refund".into(),
        limit: Some(make::omr(5_000)),
        asked: Some(make::omr(5_001)),
    };
    assert_eq!(world.judges("huda", &make::decide(&world, 5_001)), Err(limit));
    let apology = RemedyAsk { remedy: "apology".into(), ..make::visit() };
    let refused = judged(&world, "huda", |it| it.remedies.push(apology));
    assert_eq!(refused, Err(Refusal::NoPower { remedy: "apology".into() }));
}

#[test]
fn two_grants_of_one_decision_count_together() {
    let world = World::owned();
    let refused = judged(&world, "huda", |it| it.remedies.push(make::refund(2_001)));
    assert!(matches!(refused, Err(Refusal::LimitExceeded { .. })), "{refused:?}");
    assert_eq!(judged(&world, "huda", |it| it.remedies.push(make::refund(2_000))), Ok(()));
}

#[test]
fn the_days_limit_counts_what_was_granted_elsewhere_today() {
    let mut world = World::owned();
    world.spent.insert("huda".into(), [("refund".into(), 18_000)].into());
    let refused = world.judges("huda", &make::decide(&world, 3_000));
    let left = Some(make::omr(2_000));
    let asked = Some(make::omr(3_000));
    assert_eq!(refused, Err(Refusal::DailyLimitExceeded { remedy: "refund".into(), left, asked }));
}

#[test]
fn a_category_and_a_trainee_may_need_somebody_above() {
    let mut world = World::owned();
    world.book.categories.get_mut(&"late-bus".into()).unwrap().approval = ApprovalDemand::Always;
    assert_eq!(judged(&world, "huda", |_| {}), Err(Refusal::ApprovalDemanded));
    world.book.categories.get_mut(&"late-bus".into()).unwrap().approval =
        ApprovalDemand::NoneBecause;
    assert_eq!(judged(&world, "huda", |_| {}), Ok(()));
    let none = Action::Decide(Box::new(make::no_remedy(&world)));
    assert_eq!(world.judges("huda", &none), Err(Refusal::ApprovalDemanded));
    world.does("badr", Action::Assign { to: "tariq".into() });
    assert_eq!(judged(&world, "tariq", |_| {}), Err(Refusal::ApprovalDemanded));
}

#[test]
fn amounts_are_of_the_agencys_currency_and_where_they_belong() {
    let world = World::owned();
    let without = RemedyAsk { amount: None, ..make::refund(1) };
    let refused = judged(&world, "huda", |it| it.remedies = vec![without]);
    assert_eq!(refused, Err(Refusal::AmountMissing { remedy: "refund".into() }));
    let riyal = domain::money::Currency::parse("SAR").unwrap();
    let other = domain::money::Money::new(1_000, riyal).unwrap();
    let refused = judged(&world, "huda", |it| it.remedies[0].amount = Some(other));
    assert_eq!(refused, Err(Refusal::WrongCurrency));
    let below = judged(&world, "huda", |it| it.remedies[0].amount = Some(make::omr(-5)));
    assert_eq!(below, Err(Refusal::OutOfRange { field: "amount".into() }));
}

#[test]
fn the_first_decision_stands() {
    let mut world = World::owned();
    let second = make::decide(&world, 2_000);
    world.does("huda", make::decide(&world, 3_000));
    let refused = world.judges("huda", &second);
    assert_eq!(refused, Err(Refusal::WrongStage { stage: Stage::Answered }));
}

#[test]
fn the_check_before_sending_finds_what_the_rule_would_refuse() {
    let world = World::owned();
    let mut resolution = make::resolution(&world, 9_000);
    resolution.letter.text = "تم اتخاذ اللازم".into();
    let actor = world.actor("huda");
    let cx = domain::Context {
        now: world.now,
        op: domain::OpId(uuid::Uuid::nil()),
        actor: &actor,
        side: domain::Side::Device,
        book: &world.book,
        spent_today: &domain::SpentToday::new(),
        load: &std::collections::BTreeMap::new(),
        person: world.person.as_ref(),
    };
    let found = check_resolution(world.case(), &resolution, &cx);
    let has = |wanted: fn(&Refusal) -> bool| found.iter().any(|it| wanted(&it.refusal));
    assert!(has(|it| matches!(it, Refusal::EmptyFormula { .. })));
    assert!(!has(|it| matches!(it, Refusal::NoCaseFact)), "it is said once");
    assert!(has(domain::case::mended_by_approval));
}
