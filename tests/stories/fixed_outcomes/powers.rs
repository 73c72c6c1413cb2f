//! Powers and approvals that changed while somebody was offline.

use super::{moved, rejected, went_out, with_a_case};
use desk::view::{ApprovalAnswer, AttentionWay, DecideInput, MovedView};
use domain::Refusal;
use domain::case::{ApprovalState, Stage};
use stories::world::{World, money, refund};

fn lower_the_power(world: &World) {
    world.revises(|book| {
        for power in &mut book.powers {
            if power.post == "fleet_agent".into() {
                power.limit_case = power.limit_case.map(|_| money(1_000));
            }
        }
    });
}

#[test]
fn a_grant_refused_by_a_lowered_limit_takes_its_letter_with_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.decides(&case, 4_000);
    lower_the_power(&world);
    marwa.agrees();
    let (why, words) = marwa.told();
    assert!(matches!(
        rejected(&why),
        Refusal::LimitExceeded { limit: Some(limit), .. } if *limit == money(1_000)
    ));
    assert!(words.contains("4.000"), "the whole text is kept");
    let state = world.case(&case);
    assert!(state.remedies.is_empty() && state.decision.is_none(), "neither happens");
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open);
    assert!(went_out(&world, &case).is_empty(), "the letter does not go out");
}

#[test]
fn a_decision_above_the_new_limit_becomes_an_approval_in_one_step() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let hilal = world.computer("hilal");
    marwa.decides(&case, 4_000);
    lower_the_power(&world);
    marwa.agrees();
    marwa.goes_on(AttentionWay::MakeApproval);
    marwa.agrees();
    assert!(marwa.pending().is_empty(), "{:?}", marwa.pending());
    assert!(marwa.attention().is_empty());
    assert_eq!(world.case(&case).approvals[0].state, ApprovalState::Waiting);
    hilal.agrees();
    hilal.approves(&case);
    hilal.agrees();
    let replies = went_out(&world, &case);
    assert!(replies.len() == 1 && replies[0].contains("4.000"));
}

#[test]
fn a_reply_that_arrives_after_the_manager_returned_the_request_needs_confirmation() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let hilal = world.computer("hilal");
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    hilal.agrees();
    let text = "طلبنا لك 20.000 ر.ع. ونخبرك بالنتيجة.";
    marwa.tells(&case, text);
    hilal
        .answers(&case, ApprovalAnswer::Return { note: "اذكر رقم الرحلة".into() })
        .expect("returned");
    hilal.agrees();
    marwa.agrees();
    let (why, words) = marwa.told();
    assert_eq!(words, text);
    assert!(moved(why).contains(&MovedView::Revision { revision: 1 }));
    assert!(went_out(&world, &case).is_empty());
    marwa.goes_on(AttentionWay::Confirm);
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(went_out(&world, &case), [text]);
}

#[test]
fn approved_twice_happens_once_and_the_second_learns_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    let (desk, home) = (world.computer("hilal"), world.second_computer("hilal"));
    desk.approves(&case);
    home.approves(&case);
    desk.agrees();
    home.agrees();
    assert!(desk.attention().is_empty());
    let (why, _) = home.told();
    assert!(matches!(rejected(&why), Refusal::ApprovalSettled { .. }), "{why:?}");
    assert_eq!(world.case(&case).remedies.len(), 1, "one payment");
    assert_eq!(went_out(&world, &case).len(), 1);
}

#[test]
fn nobody_approves_a_text_that_was_changed_since_they_read_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    let (desk, home) = (world.computer("hilal"), world.second_computer("hilal"));
    home.approves(&case);
    desk.answers(&case, ApprovalAnswer::Return { note: "أقل".into() }).expect("returned");
    desk.agrees();
    marwa.agrees();
    let view = marwa.sees(&case);
    let revises = Some(view.approvals[0].approval.clone());
    let input = DecideInput { revises, ..refund(&view, 9_000) };
    marwa.desk().request_approval(input).expect("revised");
    marwa.agrees();
    home.agrees();
    let (why, _) = home.told();
    assert!(matches!(rejected(&why), Refusal::RevisionMoved { revision: 2 }), "{why:?}");
    assert!(world.case(&case).decision.is_none());
    let shown = home.sees(&case).approvals[0].resolution.letter.text.clone();
    assert!(shown.contains("9.000"), "what stands now is shown");
    assert!(went_out(&world, &case).is_empty());
}

#[test]
fn a_recalled_request_can_not_be_approved() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    let hilal = world.computer("hilal");
    hilal.approves(&case);
    marwa.answers(&case, ApprovalAnswer::Recall).expect("recalled");
    marwa.agrees();
    hilal.agrees();
    assert!(matches!(rejected(&hilal.told().0), Refusal::ApprovalSettled { .. }));
    assert!(went_out(&world, &case).is_empty());
}
