//! What the window offers: powers, acts, hints, choices.

use crate::acting::{act, decision, huda, omr, refund, reply};
use crate::world::World;
use desk::view::*;
use domain::Refusal;

#[test]
fn the_powers_card_says_what_is_mine_and_what_one_approval_gives() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let card = &view.powers;
    let refunds: Vec<_> = card.mine.iter().filter(|it| it.remedy == "refund").collect();
    assert_eq!(refunds[0].limit, Some(omr(5_000)));
    assert_eq!(refunds[0].left_today, Some(omr(20_000)));
    let above = card.above.iter().find(|it| it.remedy == "refund").unwrap();
    assert_eq!(above.by.staff.as_deref(), Some("badr"));
    act(&mut desk, &view, Act::Grant { ask: refund(2_000) }).unwrap();
    let card = desk.show_case(&view.row.case).unwrap().powers;
    let refund = card.mine.iter().find(|it| it.remedy == "refund").unwrap();
    assert_eq!(refund.limit, Some(omr(3_000)));
    assert_eq!(refund.left_today, Some(omr(18_000)));
}

#[test]
fn what_one_may_do_is_what_the_rules_let_one_do() {
    let mut world = World::new();
    let (mut huda, view) = huda(&mut world);
    assert!(view.may.contains(&May::Decide) && view.may.contains(&May::Release));
    world.judge(&mut huda);
    let hamed = world.desk("hamed");
    let seen = hamed.show_case(&view.row.case).unwrap().may;
    assert!(seen.contains(&May::Note) && seen.contains(&May::Contact));
    assert!(!seen.contains(&May::Decide) && !seen.contains(&May::Reply));
    assert!(!seen.contains(&May::Take), "it has an owner");
    let badr = world.desk("badr");
    let manager = badr.show_case(&view.row.case).unwrap().may;
    assert!(manager.contains(&May::Assign) && manager.contains(&May::OverruleGate));
}

#[test]
fn the_gate_hints_while_one_types() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    let mut input = reply(&view, "نرجو تواصل معنا على الخاص");
    let checked = desk.check_reply(input.clone()).unwrap();
    assert_eq!(checked.kind, domain::case::ReplyKind::Deflection);
    let hint = checked.hints.iter().find(|it| it.refusal == Refusal::Deflection).unwrap();
    assert_eq!(hint.span, Some((0, 25)), "the whole request");
    input.next = None;
    let hints = desk.check_reply(input).unwrap().hints;
    assert!(hints[0].blocks);
    assert!(hints.iter().any(|it| it.refusal == Refusal::NoNextDate));
    assert!(!hints.iter().any(|it| matches!(it.refusal, Refusal::UnknownCode { .. })));
}

#[test]
fn a_plain_decision_has_no_hint() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    let checked = desk.check_decision(decision(&view, 2_500)).unwrap();
    assert!(checked.hints.is_empty(), "{:?}", checked.hints);
    assert!(!checked.needs_approval);
    assert_eq!(checked.kind, domain::case::ReplyKind::Decision);
    let kinds: Vec<_> = checked.facts.iter().map(|it| it.kind).collect();
    assert!(kinds.contains(&domain::gate::FactKind::Amount), "{kinds:?}");
}

#[test]
fn the_forms_know_the_agency() {
    let mut world = World::new();
    let (desk, _) = huda(&mut world);
    let choices = desk.intake_choices().unwrap();
    assert!(choices.categories.iter().any(|it| it.code == "crash" && it.vital));
    assert_eq!(choices.kinds.len(), 6);
    let huda = choices.staff.iter().find(|it| it.staff == "huda").unwrap();
    assert_eq!(huda.load, 1);
    assert!(choices.staff.iter().any(|it| it.staff == "nasser"), "the depot lies below");
    assert!(!choices.staff.iter().any(|it| it.staff == "faris"), "fares lie elsewhere");
}
