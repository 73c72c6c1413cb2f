//! Pushing: the order of actions on one case, and how an item is answered.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{
    World, decision, is_accepted, note, opened, outcome, outcome_of, progress, taken,
};
use domain::case::{Channel, ContactDirection, ContactOutcome};
use domain::{Action, RecordContact, Refusal};
use platform::Denied;
use protocol::{Changed, Exact, HeldWhy, Outcome, ReceiptState, SignedAction};

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
    let reply =
        progress("قلتم: انتظرت ساعة كاملة. راجعنا سجل الرحلة 12 صباح اليوم", 0, stale.last_inbound);
    let signed = huda.sign(case, stale, &reply);
    let asked = signed.header().expect("header").op;
    let answer = huda.push(vec![signed]).expect("pushed");
    let Outcome::NeedsConfirmation { changed, .. } = outcome_of(&answer.receipts[0]) else {
        panic!("{:?}", outcome_of(&answer.receipts[0]))
    };
    assert!(matches!(changed[..], [Changed::Inbound { .. }]));
    let mut header = huda.header(Some(case), huda.sees(case));
    header.confirms = Some(asked);
    let fresh = progress(
        "قلتم: انتظرت ساعة كاملة. راجعنا سجل الرحلة 12 صباح اليوم",
        0,
        huda.sees(case).last_inbound,
    );
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
