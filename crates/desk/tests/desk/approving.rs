//! An approval is of a whole resolution; nobody approves what they have not read.

use crate::acting::{act, decision, huda, omr, refusal};
use crate::world::World;
use desk::view::*;
use domain::Refusal;
use domain::case::Stage;

#[test]
fn one_step_makes_an_approval_of_what_is_above_the_power() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let checked = desk.check_decision(decision(&view, 9_000)).unwrap();
    assert!(checked.needs_approval);
    assert!(matches!(
        refusal(desk.decide_case(decision(&view, 9_000))),
        Refusal::LimitExceeded { .. }
    ));
    desk.request_approval(decision(&view, 9_000)).unwrap();
    let view = desk.show_case(&view.row.case).unwrap();
    assert!(view.approvals[0].mine);
    assert_eq!(view.approvals[0].of.as_ref().unwrap().name.en, "Badr");
    assert!(!view.row.holder.me);
    assert!(!view.may.contains(&May::Decide));
}

#[test]
fn the_approver_reads_the_whole_and_makes_it_happen() {
    let mut world = World::new();
    let (mut huda, view) = huda(&mut world);
    huda.request_approval(decision(&view, 9_000)).unwrap();
    world.judge(&mut huda);
    let mut badr = world.desk("badr");
    let rows = badr.approvals().unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].cost, Some(omr(9_000)));
    assert!(!rows[0].as_deputy);
    let shown = badr.show_approval(&view.row.case, &rows[0].approval).unwrap();
    assert!(shown.mine_to_answer);
    assert_eq!(shown.lines[0].asker_limit, Some(omr(5_000)));
    assert!(shown.resolution.letter.text.contains("9.000"));
    badr.answer_approval(answer(&badr, &shown, ApprovalAnswer::Approve)).unwrap();
    world.judge(&mut badr);
    world.tell(&mut huda);
    let view = huda.show_case(&view.row.case).unwrap();
    assert_eq!(view.row.stage, Stage::Answered);
    assert_eq!(view.remedies[0].amount, Some(omr(9_000)));
    assert!(badr.approvals().unwrap().is_empty());
}

#[test]
fn an_older_revision_than_the_one_that_stands_is_not_approved() {
    let mut world = World::new();
    let (mut huda, view) = huda(&mut world);
    huda.request_approval(decision(&view, 9_000)).unwrap();
    world.judge(&mut huda);
    let mut badr = world.desk("badr");
    let row = badr.approvals().unwrap().remove(0);
    let shown = badr.show_approval(&view.row.case, &row.approval).unwrap();
    let mut input = answer(&badr, &shown, ApprovalAnswer::Approve);
    input.revision = 7;
    assert_eq!(refusal(badr.answer_approval(input)), Refusal::RevisionMoved { revision: 1 });
}

#[test]
fn a_returned_request_shows_its_note_and_is_revised() {
    let mut world = World::new();
    let (mut huda, view) = huda(&mut world);
    huda.request_approval(decision(&view, 9_000)).unwrap();
    world.judge(&mut huda);
    let mut badr = world.desk("badr");
    let row = badr.approvals().unwrap().remove(0);
    let shown = badr.show_approval(&view.row.case, &row.approval).unwrap();
    let note = ApprovalAnswer::Return { note: "اذكر رقم الرحلة".into() };
    badr.answer_approval(answer(&badr, &shown, note)).unwrap();
    world.judge(&mut badr);
    world.tell(&mut huda);
    let view = huda.show_case(&view.row.case).unwrap();
    assert!(view.timeline.iter().any(|it| matches!(&it.what,
        Happened::Approval { state: ApprovalStep::Returned, words: Some(words), .. }
            if words.text == "اذكر رقم الرحلة")));
    let revises = Some(row.approval);
    huda.request_approval(DecideInput { revises, ..decision(&view, 8_000) }).unwrap();
    let view = huda.show_case(&view.row.case).unwrap();
    assert_eq!(view.approvals[0].revision, 2);
}

#[test]
fn an_approver_sees_what_was_granted_before_in_such_cases() {
    let mut world = World::new();
    let (mut desk, first) = huda(&mut world);
    desk.decide_case(decision(&first, 2_500)).unwrap();
    let second = desk.open_case(crate::world::late_bus()).unwrap();
    let second = desk.show_case(&second.case).unwrap();
    desk.request_approval(decision(&second, 9_000)).unwrap();
    world.judge(&mut desk);
    let badr = world.desk("badr");
    let row = badr.approvals().unwrap().remove(0);
    let shown = badr.show_approval(&second.row.case, &row.approval).unwrap();
    assert_eq!(shown.precedents.len(), 1);
    assert_eq!(shown.precedents[0].reference, first.row.reference);
    assert_eq!(shown.precedents[0].amount, Some(omr(2_500)));
    assert!(!shown.precedents[0].confirmed);
}

fn answer(desk: &desk::Desk, shown: &ApprovalView, answer: ApprovalAnswer) -> ApprovalInput {
    let case = shown.head.row.case.clone();
    let seen = desk.show_case(&case).unwrap().seen;
    let (approval, revision) = (shown.head.approval.clone(), shown.revision);
    ApprovalInput { case, approval, revision, seen, answer }
}

#[test]
fn nobody_else_gives_work_away() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let refused = refusal(act(&mut desk, &view, Act::Assign { to: "hamed".into() }));
    assert_eq!(refused, Refusal::NoRight { right: domain::book::Right::Assign });
    assert!(!view.may.contains(&May::Assign) && !view.may.contains(&May::Take));
}
