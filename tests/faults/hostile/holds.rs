//! What one action says of another: `confirms` and `withdraw` reach the writer's own work only, and
//! only once they are good themselves.

use super::Attacker;
use super::attacker::{is_accepted, outcome};
use domain::{Action, CaseId, OpId, Refusal};
use protocol::{Outcome, ReceiptState, VerdictsRequest};
use stories::world::{World, id, late_bus};

fn note(text: &str) -> Action {
    Action::AddNote { text: text.to_owned() }
}

fn case_of_the_unit(world: &World) -> CaseId {
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    id(&case)
}

fn state_of(world: &World, of: &Attacker, op: OpId) -> ReceiptState {
    let request = VerdictsRequest { ops: vec![op] };
    let mut answer = world.house.app().verdicts(&of.session, &request).expect("an answer");
    answer.receipts.pop().expect("a receipt").state
}

/// One action that is refused, and one behind it that waits; their ids.
fn refused_and_waiting(who: &mut Attacker, case: CaseId) -> (OpId, OpId) {
    let first = who.header(Some(case));
    let refused = first.op;
    let first = who.signs(first, &Action::Release { because: String::new() });
    let mut second = who.header(Some(case));
    second.depends_on = vec![refused];
    let waiting = second.op;
    let contact = Action::HeardSolved { decision: refused, text: "نعم".to_owned() };
    let second = who.signs(second, &contact);
    let answer = who.push(vec![first, second]).expect("an answer");
    let [first, second] = [&answer.receipts[0].state, &answer.receipts[1].state];
    assert!(matches!(outcome(first), Outcome::Rejected { .. }));
    assert!(matches!(second, ReceiptState::Held { .. }));
    (refused, waiting)
}

#[test]
fn confirming_somebody_elses_action_is_refused_and_frees_nothing() {
    let world = World::new();
    let case = case_of_the_unit(&world);
    let mut qais = Attacker::enrolled(&world, "qais");
    let (refused, waiting) = refused_and_waiting(&mut qais, case);
    let mut marwa = Attacker::enrolled(&world, "marwa");
    for target in [refused, waiting, OpId(marwa.id())] {
        let state = marwa.forges(case, &note("أؤكد"), |it| it.confirms = Some(target));
        let outcome = outcome(&state.expect("an answer"));
        let Outcome::Rejected { refusal, .. } = outcome else { panic!("{outcome:?}") };
        assert_eq!(refusal, Refusal::NotYours);
        assert!(matches!(state_of(&world, &qais, waiting), ReceiptState::Held { .. }));
    }
    // Its own writer may answer it.
    let state = qais.forges(case, &note("أؤكد"), |it| it.confirms = Some(refused));
    let state = state.expect("an answer");
    assert!(is_accepted(&state), "{:?}", outcome(&state));
    assert!(matches!(state_of(&world, &qais, waiting), ReceiptState::Judged { .. }));
}

#[test]
fn confirming_an_action_of_another_case_is_refused() {
    let world = World::new();
    let case = case_of_the_unit(&world);
    let other = {
        let qais = world.computer("qais");
        let other = qais.opens(late_bus(2));
        qais.agrees();
        id(&other)
    };
    let mut attacker = Attacker::enrolled(&world, "qais");
    let (refused, waiting) = refused_and_waiting(&mut attacker, case);
    let state = attacker.forges(other, &note("أؤكد"), |it| it.confirms = Some(refused));
    let outcome = outcome(&state.expect("an answer"));
    assert!(matches!(outcome, Outcome::Rejected { refusal: Refusal::NotYours, .. }));
    assert!(matches!(state_of(&world, &attacker, waiting), ReceiptState::Held { .. }));
}

/// Sends a note and a withdrawal of it that somebody changed; whether the note had its effect.
fn note_beside(change: impl FnOnce(&mut Attacker, &mut protocol::Header)) -> bool {
    let world = World::new();
    let case = case_of_the_unit(&world);
    let mut marwa = Attacker::enrolled(&world, "marwa");
    let header = marwa.header(Some(case));
    let op = header.op;
    let first = marwa.signs(header, &note("باقية"));
    let mut header = marwa.header(Some(case));
    change(&mut marwa, &mut header);
    let second = marwa.signs(header, &Action::Withdraw { op });
    let answer = marwa.push(vec![first, second]).expect("an answer");
    let outcome = outcome(&answer.receipts[0].state);
    matches!(outcome, Outcome::Accepted { seq_first: Some(_), .. })
}

#[test]
fn a_withdrawal_beside_its_target_erases_it_only_when_it_is_good_itself() {
    assert!(!note_beside(|_, _| {}), "an honest one erases");
    assert!(note_beside(|_, it| it.dev_seq += 1), "behind a gap");
    assert!(note_beside(|_, it| it.prev = protocol::Hash::ZERO), "of another chain");
    assert!(note_beside(|who, it| it.case = Some(CaseId(who.id()))), "on another case");
    assert!(note_beside(|who, it| it.depends_on = vec![OpId(who.id())]), "that waits itself");
    assert!(note_beside(|_, it| it.attachments = vec!["0".repeat(64)]), "that waits for a file");
    assert!(note_beside(|who, it| it.confirms = Some(OpId(who.id()))), "that is refused");
}
