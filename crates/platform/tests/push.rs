//! Pushing: order, identity, isolation.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use domain::case::{Channel, ContactDirection, ContactOutcome};
use domain::{Action, CaseId, RecordContact, Refusal};
use platform::Denied;
use protocol::{Base, Changed, Exact, HeldWhy, Outcome, ReceiptState, SignedAction};
use support::{World, decision, is_accepted, note, outcome, outcome_of, progress};

fn opened(world: &World, desk: &mut support::Desk) -> CaseId {
    let (case, open) = world.late_bus();
    assert!(is_accepted(&desk.does(case, &open)));
    case
}

fn taken(world: &World, desk: &mut support::Desk) -> CaseId {
    let case = opened(world, desk);
    let state = desk.does(case, &Action::Take);
    assert!(is_accepted(&state), "{:?}", outcome(&state));
    case
}

fn inbound() -> Action {
    Action::RecordContact(RecordContact {
        channel: Channel::Phone,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Spoke,
        own_words: "ما الجديد؟".to_owned(),
        cost: None,
    })
}

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
fn a_stub_is_judged_when_its_body_arrives_by_another_way() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let mut stub = desk.sign(case, desk.sees(case), &Action::Release { because: "نقل".into() });
    let body = stub.body.take().expect("body");
    let op = stub.header().expect("header").op;
    let later = desk.sign(case, desk.sees(case), &Action::Take);
    let answer = desk.push(vec![stub, later]).expect("pushed");
    assert_eq!(answer.receipts[1].state, ReceiptState::Held { why: HeldWhy::Predecessor { op } });
    let wrong = protocol::BodyRequest { op, body: Exact(b"{}".to_vec()) };
    let denied = world.app.body(&desk.session, wrong);
    assert!(matches!(denied, Err(Denied::Forbidden("wrong_body"))));
    let receipt = world.app.body(&desk.session, protocol::BodyRequest { op, body }).expect("taken");
    assert!(is_accepted(&receipt.state));
    let owner = world.app.case(&world.agency, case).expect("case").expect("case").owner;
    assert_eq!(owner, Some("huda".into()), "the held one was judged after it");
}

#[test]
fn a_case_that_moved_asks_and_the_new_action_that_names_it_is_accepted() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let mut hamed = world.desk("hamed");
    let case = taken(&world, &mut huda);
    let stale = huda.sees(case);
    assert!(is_accepted(&hamed.does(case, &inbound())));
    let reply = progress("قلتم: انتظرت ساعة كاملة. نتابع مع السائق", 0, stale.last_inbound);
    let signed = huda.sign(case, stale, &reply);
    let asked = signed.header().expect("header").op;
    let answer = huda.push(vec![signed]).expect("pushed");
    let Outcome::NeedsConfirmation { changed, .. } = outcome_of(&answer.receipts[0]) else {
        panic!("{:?}", outcome_of(&answer.receipts[0]))
    };
    assert!(matches!(changed[..], [Changed::Inbound { .. }]));
    let mut header = huda.header(Some(case), huda.sees(case));
    header.confirms = Some(asked);
    let fresh =
        progress("قلتم: انتظرت ساعة كاملة. نتابع مع السائق", 0, huda.sees(case).last_inbound);
    let signed = huda.sign_header(header, &fresh);
    let answer = huda.push(vec![signed]).expect("pushed");
    assert!(is_accepted(&answer.receipts[0].state), "{:?}", outcome_of(&answer.receipts[0]));
}

#[test]
fn later_actions_wait_behind_one_that_was_not_accepted_but_not_notes_nor_other_cases() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let elsewhere = taken(&world, &mut desk);
    let base = desk.sees(case);
    let above = desk.sign(case, base, &decision(9_000, 0, base.last_inbound));
    let op = above.header().expect("header").op;
    let batch = vec![
        above,
        desk.sign(case, base, &Action::Release { because: "انتهت ورديتي".into() }),
        desk.sign(case, base, &note("ملاحظة")),
        desk.sign(elsewhere, desk.sees(elsewhere), &Action::Release { because: "نقل".into() }),
    ];
    let receipts = desk.push(batch).expect("pushed").receipts;
    let Outcome::Rejected { refusal, .. } = outcome_of(&receipts[0]) else { panic!() };
    assert!(matches!(refusal, Refusal::LimitExceeded { .. }), "{refusal:?}");
    assert_eq!(receipts[1].state, ReceiptState::Held { why: HeldWhy::Predecessor { op } });
    assert!(is_accepted(&receipts[2].state) && is_accepted(&receipts[3].state));
}

#[test]
fn what_is_written_in_knowledge_of_a_verdict_is_judged_on_its_own() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let inbound = desk.sees(case).last_inbound;
    let above = desk.does(case, &decision(9_000, 0, inbound));
    assert!(matches!(outcome(&above), Outcome::Rejected { .. }));
    assert!(is_accepted(&desk.does(case, &decision(4_000, 0, inbound))));
}

#[test]
fn what_was_built_on_a_rejected_action_waits_though_it_comes_in_a_later_push() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let base = desk.sees(case);
    let above = desk.sign(case, base, &decision(9_000, 0, base.last_inbound));
    let mut last = above.header().expect("header").op;
    let rejected = last;
    desk.push(vec![above]).expect("pushed");
    let mut built_on = Vec::new();
    for _ in 0..3 {
        let mut header = desk.header(Some(case), base);
        header.depends_on = vec![last];
        let signed = desk.sign_header(header, &Action::Release { because: "نقل".into() });
        let state = desk.push(vec![signed]).expect("pushed").receipts.remove(0);
        assert_eq!(state.state, ReceiptState::Held { why: HeldWhy::Predecessor { op: last } });
        last = state.op;
        built_on.push(last);
    }
    let mut header = desk.header(Some(case), desk.sees(case));
    header.confirms = Some(rejected);
    let again = desk.sign_header(header, &decision(9_000, 0, base.last_inbound));
    let again_op = again.header().expect("header").op;
    let receipts = desk.push(vec![again]).expect("pushed").receipts;
    assert!(matches!(outcome_of(&receipts[0]), Outcome::Rejected { .. }), "and all wait on");
    let mut header = desk.header(Some(case), desk.sees(case));
    header.confirms = Some(again_op);
    let redone = desk.sign_header(header, &note("بدلا من القرار"));
    let receipts = desk.push(vec![redone]).expect("pushed").receipts;
    let freed = receipts.iter().find(|it| it.op == built_on[0]).expect("freed");
    assert!(is_accepted(&freed.state));
    let second = receipts.iter().find(|it| it.op == built_on[1]).expect("freed");
    assert!(matches!(outcome_of(second), Outcome::Rejected { .. }), "nothing left to release");
    assert!(!receipts.iter().any(|it| it.op == built_on[2]), "it waits for the second");
}

#[test]
fn an_answer_that_redoes_frees_what_waits_in_order() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let base = desk.sees(case);
    let above = desk.sign(case, base, &decision(9_000, 0, base.last_inbound));
    let op = above.header().expect("header").op;
    let release = desk.sign(case, base, &Action::Release { because: "نقل".into() });
    let waits = release.header().expect("header").op;
    desk.push(vec![above, release]).expect("pushed");
    let mut header = desk.header(Some(case), desk.sees(case));
    header.confirms = Some(op);
    let redone = desk.sign_header(header, &note("كتب بدلا من القرار"));
    let receipts = desk.push(vec![redone]).expect("pushed").receipts;
    let freed = receipts.iter().find(|it| it.op == waits).expect("freed");
    assert!(is_accepted(&freed.state), "{:?}", outcome_of(freed));
    let owner = world.app.case(&world.agency, case).expect("case").expect("case").owner;
    assert_eq!(owner, None);
}

#[test]
fn an_answer_that_gives_up_judges_what_waits_as_nothing() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let base = desk.sees(case);
    let above = desk.sign(case, base, &decision(9_000, 0, base.last_inbound));
    let op = above.header().expect("header").op;
    let release = desk.sign(case, base, &Action::Release { because: "نقل".into() });
    let waits = release.header().expect("header").op;
    desk.push(vec![above, release]).expect("pushed");
    let giving_up = desk.sign(case, base, &Action::Withdraw { op });
    let receipts = desk.push(vec![giving_up]).expect("pushed").receipts;
    let nothing = Outcome::Accepted { seq_first: None, seq_last: None };
    for it in [waits, receipts[receipts.len() - 1].op] {
        let receipt = receipts.iter().find(|receipt| receipt.op == it).expect("receipt");
        assert_eq!(outcome_of(receipt), nothing);
    }
    let owner = world.app.case(&world.agency, case).expect("case").expect("case").owner;
    assert_eq!(owner, Some("huda".into()));
    assert!(is_accepted(&desk.does(case, &Action::Release { because: "نقل".into() })));
}

#[test]
fn what_was_taken_back_before_it_was_sent_is_judged_as_nothing() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = taken(&world, &mut desk);
    let last = world.app.last_seq(&world.agency).expect("seq");
    let base = desk.sees(case);
    let decided = desk.sign(case, base, &decision(4_000, 0, base.last_inbound));
    let op = decided.header().expect("header").op;
    let withdrawn = desk.sign(case, base, &Action::Withdraw { op });
    let receipts = desk.push(vec![decided, withdrawn]).expect("pushed").receipts;
    let nothing = Outcome::Accepted { seq_first: None, seq_last: None };
    assert_eq!(receipts.iter().map(outcome_of).collect::<Vec<_>>(), [nothing.clone(), nothing]);
    assert_eq!(world.app.last_seq(&world.agency).expect("seq"), last);
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

#[test]
fn a_kind_of_the_future_waits_and_is_judged_by_no_one_meanwhile() {
    let world = World::new();
    let mut desk = world.desk("huda");
    let case = opened(&world, &mut desk);
    let body = br#"{"kind":"teleport","to":"depot"}"#.to_vec();
    let mut header = desk.header(Some(case), desk.sees(case));
    header.kind = "teleport".to_owned();
    header.body_hash = protocol::Hash::of(&body);
    header.body_bytes = u32::try_from(body.len()).expect("short");
    let bytes = serde_json::to_vec(&header).expect("header");
    let signature = ed25519_dalek::Signer::sign(&desk.key, &bytes).to_bytes().to_vec();
    let signed =
        SignedAction { header: Exact(bytes), body: Some(Exact(body)), signature: Exact(signature) };
    let answer = desk.push(vec![signed]).expect("pushed");
    assert_eq!(answer.receipts[0].state, ReceiptState::Held { why: HeldWhy::NewerSchema });
    let world = world.restart();
    let ops = vec![header.op];
    let request = protocol::VerdictsRequest { ops };
    let answer = world.app.verdicts(&desk.session, &request).expect("verdicts");
    assert_eq!(answer.receipts[0].state, ReceiptState::Held { why: HeldWhy::NewerSchema });
    assert_eq!(answer.expected, header.dev_seq + 1);
}
