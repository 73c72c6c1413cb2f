//! `request_approval`, approve, `refuse_request`, `return_request`, recall, `pass_approval`.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{ApprovalState, Holder, Stage, holder, holding_totals, next_due};
use domain::{Action, ApprovalId, Refusal};

fn asked(minor: i64) -> (World, ApprovalId) {
    let mut world = World::owned();
    let approval = world.does("huda", make::ask_approval(&world, minor));
    (world, approval)
}

fn approve(approval: ApprovalId, revision: u32) -> Action {
    Action::Approve { approval, revision }
}

#[test]
fn the_nearest_above_with_the_power_is_asked_and_holds_the_case() {
    let (world, approval) = asked(20_000);
    let it = &world.case().approvals[0];
    assert_eq!((it.id, it.revision, &it.proposer), (approval, 1, &"huda".into()));
    assert_eq!(it.approvers, ["badr".into()]);
    assert_eq!(holder(world.case()), Holder::Approver { staff: "badr".into() });
    // Above the manager's power the director is asked, above his nobody.
    let (world, _) = asked(60_000);
    assert_eq!(world.case().approvals[0].approvers, ["said".into()]);
    let world = World::owned();
    let refused = world.judges("huda", &make::ask_approval(&world, 600_000));
    assert_eq!(refused, Err(Refusal::NobodyAbove));
}

#[test]
fn approving_makes_it_happen_in_both_names() {
    let (mut world, approval) = asked(20_000);
    world.later(TimeDelta::hours(2));
    let op = world.does("badr", approve(approval, 1));
    let case = world.case();
    let decision = case.decision.as_ref().unwrap();
    assert_eq!(
        (&decision.by, decision.approved_by.as_ref()),
        (&"huda".into(), Some(&"badr".into()))
    );
    assert_eq!((case.stage, decision.id), (Stage::Answered, op));
    assert_eq!((case.remedies[0].by.as_str(), case.outbound.len()), ("badr", 1));
    assert_eq!(case.approvals[0].state, ApprovalState::Approved { by: "badr".into() });
    assert_eq!(case.touched_by, ["huda".into(), "badr".into()]);
}

#[test]
fn nobody_approves_their_own_request_or_what_others_are_asked() {
    let (world, approval) = asked(20_000);
    let right = domain::book::Right::Approve;
    assert_eq!(world.judges("huda", &approve(approval, 1)), Err(Refusal::NoRight { right }));
    assert_eq!(world.judges("fatma", &approve(approval, 1)), Err(Refusal::NotApprover));
    let mut world = World::owned();
    world.does("badr", Action::Take);
    let approval = world.does("badr", make::ask_approval(&world, 60_000));
    assert_eq!(world.judges("badr", &approve(approval, 1)), Err(Refusal::OwnRequest));
}

#[test]
fn a_power_that_was_lowered_meanwhile_approves_nothing() {
    let (mut world, approval) = asked(20_000);
    for power in &mut world.book.powers {
        if power.post == "buses-manager".into() && power.limit_case.is_some() {
            power.limit_case = Some(make::omr(10_000));
        }
    }
    let refused = world.judges("badr", &approve(approval, 1));
    assert!(matches!(refused, Err(Refusal::LimitExceeded { .. })), "{refused:?}");
}

#[test]
fn silence_passes_it_to_the_deputy_and_both_stay_entitled() {
    let (mut world, approval) = asked(20_000);
    let power = |it: &&mut domain::book::Power| it.post == "buses-manager".into();
    // The deputy of badr, dalal of the depot, gets powers like his.
    let mut lent: Vec<_> = world.book.powers.clone();
    for it in lent.iter_mut().filter(power) {
        it.post = "depot-manager".into();
    }
    world.book.powers = [world.book.powers.clone(), lent].concat();
    let limit = world.case().approvals[0].limit;
    assert_eq!(next_due(world.case(), &world.book), Some(limit));
    world.now = limit - TimeDelta::seconds(1);
    assert!(world.ticks().is_empty());
    world.now = limit + TimeDelta::hours(7);
    assert_eq!(world.ticks(), ["pass_approval"]);
    assert_eq!(holder(world.case()), Holder::Approver { staff: "dalal".into() });
    assert!(world.judges("badr", &approve(approval, 1)).is_ok());
    world.does("dalal", approve(approval, 1));
    let late = world.judges("badr", &approve(approval, 1));
    assert_eq!(late, Err(Refusal::ApprovalSettled { approval }));
    let held = holding_totals(world.case(), world.now);
    let badr = held.iter().find(|(who, _)| *who == Holder::Approver { staff: "badr".into() });
    // Eight working hours from ten run out at ten the next day; the clockwork came at five: 31 hours.
    assert_eq!(badr.map(|(_, seconds)| *seconds), Some(31 * 3_600));
}

#[test]
fn silence_passes_it_further_up_when_the_deputy_could_not_approve() {
    let (mut world, _) = asked(20_000);
    world.now = world.case().approvals[0].limit;
    world.ticks();
    assert_eq!(world.case().approvals[0].approvers, ["badr".into(), "said".into()]);
}

#[test]
fn what_was_returned_is_revised_and_only_what_was_read_is_approved() {
    let (mut world, approval) = asked(20_000);
    let back = Action::ReturnRequest {
        approval, revision: 1, note: "اذكر رقم الرحلة".into()
    };
    world.does("badr", back);
    assert_eq!(holder(world.case()), Holder::Handler { staff: "huda".into() });
    let resolution = Box::new(make::resolution(&world, 15_000));
    world.does("huda", Action::RequestApproval { resolution, revises: Some(approval) });
    assert_eq!(world.case().approvals.len(), 1);
    let stale = world.judges("badr", &approve(approval, 1));
    assert_eq!(stale, Err(Refusal::RevisionMoved { revision: 2 }));
    world.does("badr", approve(approval, 2));
}

#[test]
fn a_refusal_has_reasons_and_leaves_the_case_open() {
    let (mut world, approval) = asked(20_000);
    let refuse = |reasons: &str| {
        let reasons = reasons.into();
        Action::RefuseRequest { approval, revision: 1, reasons }
    };
    assert!(matches!(world.judges("badr", &refuse("")), Err(Refusal::Empty { .. })));
    world.does("badr", refuse("المبلغ أعلى من ثمن التذكرة"));
    assert_eq!((world.case().stage, world.case().remedies.len()), (Stage::Open, 0));
    let settled = world.judges("badr", &approve(approval, 1));
    assert_eq!(settled, Err(Refusal::ApprovalSettled { approval }));
}

#[test]
fn one_request_waits_at_a_time_and_its_asker_may_recall_it() {
    let (mut world, approval) = asked(20_000);
    let waits = Err(Refusal::ApprovalWaits { approval });
    assert_eq!(world.judges("huda", &make::ask_approval(&world, 9_000)), waits);
    assert_eq!(world.judges("huda", &make::decide(&world, 1_000)), waits);
    let recall = Action::Recall { approval };
    assert_eq!(world.judges("hamed", &recall), Err(Refusal::NotYours));
    world.does("huda", recall);
    assert_eq!(world.case().approvals[0].state, ApprovalState::Recalled);
    assert_eq!(
        world.judges("badr", &approve(approval, 1)),
        Err(Refusal::ApprovalSettled { approval })
    );
}

#[test]
fn a_letter_takes_its_place_after_what_was_said_meanwhile() {
    let (mut world, approval) = asked(20_000);
    let kind = domain::case::ReplyKind::Progress;
    let news = make::reply(&world, kind, "طلبك عند مدير الحافلات منذ اليوم، ونخبرك غدا");
    world.does("huda", Action::SendReply(news));
    world.does("badr", approve(approval, 1));
    assert_eq!(world.case().outbound.len(), 2);
}

#[test]
fn a_day_that_went_by_while_the_request_waited_is_promised_to_nobody() {
    let mut world = World::owned();
    let mut resolution = make::resolution(&world, 20_000);
    resolution.remedies[0].due = Some(world.now + TimeDelta::hours(5));
    let asks = Action::RequestApproval { resolution: Box::new(resolution), revises: None };
    let approval = world.does("huda", asks);
    world.later(TimeDelta::hours(6));
    world.does("badr", approve(approval, 1));
    assert!(world.case().remedies[0].due > world.now);
}

#[test]
fn who_holds_the_managers_post_on_loan_approves_for_him() {
    let (mut world, approval) = asked(20_000);
    world.book.delegations.push(domain::book::Delegation {
        id: domain::OpId(uuid::Uuid::from_u128(99)),
        post: "buses-manager".into(),
        from: "badr".into(),
        to: "hamed".into(),
        since: world.now,
        until: world.now + TimeDelta::days(5),
    });
    world.does("hamed", approve(approval, 1));
    let decision = world.case().decision.as_ref().unwrap();
    assert_eq!(decision.approved_by, Some("hamed".into()));
}
