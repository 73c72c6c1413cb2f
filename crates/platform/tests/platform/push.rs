//! Pushing: identity, isolation, limits.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{World, decision, is_accepted, note, opened, outcome, outcome_of, taken};
use domain::{Action, CaseId};
use platform::Denied;
use protocol::{Base, HeldWhy, Outcome, ReceiptState, SignedAction};

#[test]
fn the_same_bytes_get_the_same_verdict_and_happen_once() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    let signed = desk.sign(case, Base::default(), &open);
    let first = desk.push(vec![signed.clone()]).expect("pushed");
    let last = world.app.last_seq(&world.agency).expect("seq");
    let again = desk.push(vec![signed]).expect("pushed");
    assert_eq!(first, again);
    assert_eq!(world.app.last_seq(&world.agency).expect("seq"), last);
}

#[test]
fn the_sequence_is_gapless_and_every_verdict_is_signed() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let mut hamed = world.desk("hamed");
    for _ in 0..3 {
        let case = taken(&world, &mut huda);
        let _refused = hamed.does(case, &Action::Release { because: String::new() });
        let answer = hamed.sign(case, hamed.sees(case), &note("رأيتها"));
        let answer = hamed.push(vec![answer]).expect("pushed");
        let ReceiptState::Judged { verdict } = &answer.receipts[0].state else { panic!("held") };
        let verdict = verdict.read(Some(&world.app.verifying_key())).expect("signed");
        assert_eq!(verdict.header_hash, answer.receipts[0].header_hash);
    }
    let events = world.app.events(&world.agency, 0, 1_000).expect("events");
    let seqs: Vec<u64> = events.iter().filter_map(|it| it.seq).collect();
    assert_eq!(seqs, (1..=events.len() as u64).collect::<Vec<_>>());
}

#[test]
fn a_gap_is_answered_by_the_expected_number_never_by_a_verdict() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let (case, open) = world.late_bus();
    let first = desk.sign(case, Base::default(), &open);
    let second = desk.sign(case, Base::default(), &note("أولى"));
    let third = desk.sign(case, Base::default(), &note("ثانية"));
    let answer = desk.push(vec![first, third.clone()]).expect("pushed");
    assert_eq!((answer.receipts.len(), answer.expected), (1, 2));
    let answer = desk.push(vec![second, third]).expect("pushed");
    assert_eq!((answer.receipts.len(), answer.expected), (2, 4));
}

#[test]
fn other_bytes_under_a_known_id_are_refused() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = opened(&world, &mut desk);
    let header = desk.header(Some(case), desk.sees(case));
    let kept = (desk.dev_seq, desk.prev);
    let one = desk.sign_header(header.clone(), &note("الأصل"));
    (desk.dev_seq, desk.prev) = kept;
    let other = desk.sign_header(header, &note("غيره"));
    let first = desk.push(vec![one.clone()]).expect("pushed");
    assert!(matches!(desk.push(vec![other]), Err(Denied::Forbidden("op_reused"))));
    assert_eq!(desk.push(vec![one]).expect("pushed"), first);
}

#[test]
fn a_chain_that_does_not_fit_its_past_is_refused() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = opened(&world, &mut desk);
    desk.prev = protocol::Hash::of(b"a clone went on");
    let signed = desk.sign(case, desk.sees(case), &note("نسخة"));
    assert!(matches!(desk.push(vec![signed]), Err(Denied::Forbidden("chain_broken"))));
}

#[test]
fn one_poisoned_action_among_fifty_holds_up_none_of_the_others() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let cases: Vec<CaseId> = (0..50).map(|_| opened(&world, &mut desk)).collect();
    let mut batch: Vec<SignedAction> =
        cases.iter().map(|case| desk.sign(*case, desk.sees(*case), &note("ملاحظة"))).collect();
    // A filter on the way took offence at one text and cut it out.
    batch[20].body = None;
    let answer = desk.push(batch).expect("pushed");
    assert_eq!(answer.receipts.len(), 50);
    for (at, receipt) in answer.receipts.iter().enumerate() {
        match at {
            20 => assert_eq!(receipt.state, ReceiptState::Held { why: HeldWhy::Body }),
            _ => assert!(matches!(outcome_of(receipt), Outcome::Accepted { .. })),
        }
    }
}

#[test]
fn a_grant_above_the_limit_leaves_no_trace() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let before = world.app.case(&world.agency, case).expect("case");
    let last = world.app.last_seq(&world.agency).expect("seq");
    let inbound = desk.sees(case).last_inbound;
    let state = desk.does(case, &decision(5_001, 0, inbound));
    let Outcome::Rejected { next_steps, .. } = outcome(&state) else { panic!() };
    assert!(next_steps.contains(&protocol::NextStep::MakeApproval));
    assert_eq!(world.app.case(&world.agency, case).expect("case"), before);
    assert_eq!(world.app.last_seq(&world.agency).expect("seq"), last);
    let letters = world.app.letter_states(&world.agency).expect("ledger");
    assert_eq!(letters, [("queued".to_owned(), 1)], "only the welcome");
}

#[test]
fn limits_of_a_day_hold_over_all_cases_and_end_with_the_agencys_day() {
    let world = World::new();
    let mut desk = world.desk("huda");
    for round in 0..5 {
        let case = taken(&world, &mut desk);
        let state = desk.does(case, &decision(5_000, 0, desk.sees(case).last_inbound));
        assert_eq!(is_accepted(&state), round < 4, "round {round}: {:?}", outcome(&state));
    }
    world.pass(chrono::TimeDelta::days(1));
    let case = taken(&world, &mut desk);
    let state = desk.does(case, &decision(5_000, 0, desk.sees(case).last_inbound));
    assert!(is_accepted(&state), "{:?}", outcome(&state));
}

#[test]
fn a_revoked_computer_pushes_and_pulls_nothing() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = opened(&world, &mut desk);
    assert!(world.app.revoke_device(&world.agency, desk.device()).expect("revoked"));
    let signed = desk.sign(case, desk.sees(case), &note("بعد الإلغاء"));
    assert!(matches!(desk.push(vec![signed]), Err(Denied::Forbidden("device_revoked"))));
    let session = world.app.session(&desk.access);
    assert!(matches!(session, Err(Denied::Forbidden("device_revoked"))));
}

#[test]
fn nobody_acts_in_another_name_or_with_another_key() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let hamed = world.desk("hamed");
    let case = opened(&world, &mut huda);
    let mut header = huda.header(Some(case), huda.sees(case));
    header.actor = domain::Actor::Staff { staff: "badr".into(), post: "buses-manager".into() };
    let forged = protocol::sign(header, &Action::Take, &huda.key).expect("signed");
    assert!(matches!(huda.push(vec![forged]), Err(Denied::Forbidden("bad_action"))));
    let header = huda.header(Some(case), huda.sees(case));
    let foreign = protocol::sign(header, &Action::Take, &hamed.key).expect("signed");
    assert!(matches!(huda.push(vec![foreign]), Err(Denied::Forbidden("bad_action"))));
}
