//! Ids from outside: a device makes new things under ids of its own kind only, and never changes a row
//! that it may not see.

use super::attacker::outcome;
use super::samples::About;
use super::{Attacker, Rows};
use domain::case::{due, next_due};
use domain::{Action, CaseId, OpId, PersonId, PersonOf, Refusal};
use platform::Denied;
use protocol::{Hash, HeldWhy, Outcome, ReceiptState};
use stories::world::{World, id, late_bus};
use uuid::{Builder, Uuid};

fn about(world: &World, op: OpId) -> About {
    let random = fastrand::Rng::with_seed(5);
    About { now: world.now(), op, random, case: None }
}

fn note() -> Action {
    Action::AddNote { text: "ملاحظة".to_owned() }
}

/// Ids that no device makes.
fn foreign_ids() -> [Uuid; 5] {
    let eighth = Builder::from_custom_bytes([7; 16]).into_uuid();
    let fourth = Builder::from_random_bytes([7; 16]).into_uuid();
    let other_variant = Uuid::from_u128(0x0000_0000_0000_7000_0000_0000_0000_0001);
    [Uuid::nil(), Uuid::max(), eighth, fourth, other_variant]
}

#[test]
fn a_device_makes_new_things_under_ids_of_its_own_kind_only() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = id(&marwa.opens(late_bus(1)));
    marwa.agrees();
    let mut attacker = Attacker::enrolled(&world, "marwa");
    let mut about = about(&world, OpId(attacker.id()));
    let before = Rows::of(&world);
    for foreign in foreign_ids() {
        let op = attacker.forges(case, &note(), |it| it.op = OpId(foreign));
        assert!(matches!(op, Err(Denied::Forbidden("bad_id"))), "{foreign}: {op:?}");
        let open = Action::OpenCase(Box::new(about.open()));
        let opened = attacker.forges(CaseId(foreign), &open, |_| {});
        assert!(matches!(opened, Err(Denied::Forbidden("bad_id"))), "{foreign}: {opened:?}");
    }
    before.only_grew(&Rows::of(&world), &[]);
    for foreign in foreign_ids() {
        let mut open = about.open();
        if let PersonOf::New { record } = &mut open.person {
            record.id = PersonId(foreign);
        }
        let fresh = CaseId(attacker.id());
        let state = attacker.does(fresh, &Action::OpenCase(Box::new(open)));
        let Outcome::Rejected { refusal, .. } = outcome(&state) else { panic!("{state:?}") };
        assert_eq!(refusal, Refusal::OutOfRange { field: "id".to_owned() });
    }
    before.only_grew(&Rows::of(&world), &["action", "verdict"]);
}

/// The id of a scheduled action as anybody could compute it before ids had a key.
fn guessed_id(case: CaseId, clock: &str, due_ms: i64) -> OpId {
    let mut named = Vec::new();
    for part in [&case.0.as_bytes()[..], clock.as_bytes(), &due_ms.to_le_bytes()[..]] {
        named.extend_from_slice(&(part.len() as u64).to_le_bytes());
        named.extend_from_slice(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Hash::of(&named).0[..16]);
    OpId(Builder::from_custom_bytes(bytes).into_uuid())
}

#[test]
fn a_device_cannot_stop_the_clocks_of_a_case_by_taking_their_ids() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.decides(&case, 2_500);
    marwa.agrees();
    let (state, book) = (world.case(&case), world.house.app().book(world.agency()).expect("book"));
    let at = next_due(&state, &book).expect("something will be due");
    let person = state.person.expect("a person");
    let person = world.house.app().person(world.agency(), person).expect("asked");
    let actions = due(&state, person.as_ref(), &book, at);
    assert!(!actions.is_empty());
    let mut attacker = Attacker::enrolled(&world, "marwa");
    for action in &actions {
        let of = match action {
            Action::Remind { decision, .. } | Action::EndUnconfirmed { decision } => {
                decision.to_string()
            }
            Action::RemedyDue { grant } => format!("{} {}", grant.op, grant.n),
            other => panic!("{other:?}"),
        };
        let due_ms = at.timestamp_millis();
        let op = guessed_id(state.id, &format!("{} {of}", action.kind()), due_ms);
        let _ = attacker.forges(state.id, &note(), |it| it.op = op);
    }
    world.advance_to(at);
    assert_eq!(world.tick(), actions.len(), "the clocks of the case run");
}

#[test]
fn no_id_from_outside_changes_a_row_that_it_may_not_see() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.decides(&case, 2_500);
    marwa.agrees();
    // Of another unit: nothing of the case is in sight.
    let mut attacker = Attacker::enrolled(&world, "tamer");
    let before = Rows::of(&world);
    let ops: Vec<OpId> = world.events(&case).iter().map(|it| it.op).collect();
    for op in ops {
        let mut about = about(&world, op);
        about.case = Some(world.case(&case));
        for action in about.every_action() {
            for forged in [None, Some(op)] {
                let state = attacker.forges(id(&case), &action, |it| {
                    it.confirms = forged;
                    it.grant = forged;
                });
                match state.expect("an answer") {
                    ReceiptState::Held { why } => {
                        assert!(matches!(why, HeldWhy::Attachment { .. }), "{action:?}: {why:?}");
                    }
                    state @ ReceiptState::Judged { .. } => {
                        let outcome = outcome(&state);
                        let refused = matches!(outcome, Outcome::Rejected { .. });
                        assert!(refused, "{action:?}: {outcome:?}");
                    }
                }
            }
        }
    }
    before.only_grew(&Rows::of(&world), &["action", "verdict", "held", "answer"]);
}
