//! Story 9: a remedy within one's power is granted in at most three steps, offline. Above it, one step
//! builds the approval with everything in it.

use desk::view::QueueFilter;
use domain::Refusal;
use domain::case::{RemedyState, Stage};
use stories::world::{World, late_bus, money, refund, refusal};

#[test]
fn within_ones_power_a_remedy_is_granted_in_three_steps_without_the_network() {
    let world = World::new();
    let marwa = world.computer("marwa");
    marwa.opens(late_bus(1));
    marwa.agrees();
    world.stop();

    // One: what is due first. Two: the case, with what I may grant on it. Three: the decision.
    let first = marwa.queue(QueueFilter::Mine).remove(0).case;
    let view = marwa.sees(&first);
    let power = view.powers.mine.iter().find(|it| it.remedy == "fare_refund").expect("a power");
    assert_eq!(power.limit, Some(money(5_250)));
    marwa.desk().decide_case(refund(&view, 5_250)).expect("granted");

    let after = marwa.sees(&first);
    assert_eq!(after.row.stage, Stage::Answered);
    assert_eq!(after.remedies[0].state, RemedyState::Granted);
    world.start();
    marwa.agrees();
    assert_eq!(world.case(&first).remedies.len(), 1);
    world.advance(chrono::TimeDelta::seconds(11));
    assert!(world.replies(&first)[0].contains("5.250"));
}

#[test]
fn above_it_one_step_builds_the_approval_with_everything_in_it() {
    let world = World::new();
    let (marwa, hilal) = (world.computer("marwa"), world.computer("hilal"));
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    world.stop();

    let view = marwa.sees(&case);
    let refused = refusal(marwa.desk().decide_case(refund(&view, 20_000)));
    assert!(matches!(
        refused,
        Refusal::LimitExceeded { limit: Some(limit), asked: Some(asked), .. }
            if limit == money(5_250) && asked == money(20_000)
    ));
    assert!(marwa.pending().is_empty(), "a grant above the limit leaves no trace");
    let checked = marwa.desk().check_decision(refund(&view, 20_000)).expect("checked");
    assert!(checked.needs_approval);
    assert_eq!(checked.approver.and_then(|it| it.staff).as_deref(), Some("hilal"));
    // The same form, one press.
    marwa.desk().request_approval(refund(&view, 20_000)).expect("asked");

    world.start();
    marwa.agrees();
    hilal.agrees();
    let row = hilal.desk().approvals().expect("approvals").remove(0);
    assert_eq!(row.cost, Some(money(20_000)));
    let shown = hilal.desk().show_approval(&case, &row.approval).expect("shown");
    assert!(shown.mine_to_answer);
    assert_eq!(shown.resolution.letter.text, refund(&view, 20_000).letter.text);
    assert_eq!(shown.resolution.remedies[0].proof.as_deref(), Some("إيصال 5512"));
    assert_eq!(shown.own_words.map(|it| it.text).as_deref(), Some(stories::world::OWN_WORDS));
    assert_eq!(shown.points.len(), 1);
    assert_eq!(shown.lines[0].asker_limit, Some(money(5_250)));
    assert!(!shown.lines[0].legal_basis.ar.is_empty());

    world.stop();
    hilal.approves(&case);
    world.start();
    hilal.agrees();
    let decided = world.case(&case);
    let decision = decided.decision.expect("a decision");
    assert_eq!((decision.by, decision.approved_by), ("marwa".into(), Some("hilal".into())));
    world.advance(chrono::TimeDelta::seconds(11));
    assert!(world.replies(&case)[0].contains("20.000"), "the exact letter that was read");
}
