//! Story 2: an approval is asked, the manager is silent, the deputy gets it at the limit, and the
//! ledger says who held the case how long.

use desk::view::{ApprovalAnswer, OpenCaseInput};
use domain::Refusal;
use domain::case::{ApprovalState, Holder, Stage, holding_totals};
use stories::world::{Computer, World, late_bus, none_because, refusal};

const HOURS_31: i64 = 31 * 3600;

/// On a Friday at nine in Muscat, when nobody works, Marwa sends a resolution up that only somebody
/// above may make.
fn asked_on_friday(world: &World) -> (Computer, String) {
    world.advance_to("2026-04-10T05:00:00Z".parse().expect("an instant"));
    let marwa = world.computer("marwa");
    let case = marwa.opens(OpenCaseInput { category: "fare".into(), ..late_bus(1) });
    let view = marwa.sees(&case);
    let input = || none_because(&view, "الأجرة المدفوعة صحيحة");
    let refused = refusal(marwa.desk().decide_case(input()));
    assert_eq!(refused, Refusal::ApprovalDemanded);
    marwa.desk().request_approval(input()).expect("asked");
    marwa.agrees();
    (marwa, case)
}

fn held_by(world: &World, case: &str, staff: &str) -> i64 {
    let holder = Holder::Approver { staff: staff.into() };
    let totals = holding_totals(&world.case(case), world.now());
    totals.iter().find(|(held_by, _)| *held_by == holder).map_or(0, |(_, seconds)| *seconds)
}

#[test]
fn a_silent_manager_is_shown_with_thirty_one_hours_and_the_deputy_decides() {
    let world = World::new();
    let (marwa, case) = asked_on_friday(&world);
    let limit = world.case(&case).approvals[0].limit;
    world.advance_to(limit - chrono::TimeDelta::seconds(1));
    assert_eq!(world.tick(), 0, "not a second early");
    world.advance_to(limit);
    assert_eq!(world.tick(), 1);
    assert_eq!(world.tick(), 0, "looking twice does nothing");
    assert_eq!(held_by(&world, &case, "hilal"), HOURS_31);

    let suhail = world.computer("suhail");
    let rows = suhail.desk().approvals().expect("approvals");
    assert!(rows.len() == 1 && rows[0].as_deputy);
    suhail.approves(&case);
    suhail.agrees();
    assert_eq!(world.case(&case).stage, Stage::Answered);

    marwa.agrees();
    let view = marwa.sees(&case);
    let hilal = Holder::Approver { staff: "hilal".into() };
    let shown = view.hours.iter().find(|it| it.holder.holder == hilal).expect("hilal held it");
    assert_eq!(shown.seconds, HOURS_31, "the screen says the same");
    let sum: i64 = view.hours.iter().map(|it| it.seconds).sum();
    assert_eq!(sum, (world.now() - view.opened_at).num_seconds(), "every hour belongs to somebody");
}

#[test]
fn the_late_manager_and_the_deputy_are_both_entitled_and_the_first_to_arrive_stands() {
    for first in ["hilal", "suhail"] {
        let world = World::new();
        let (_, case) = asked_on_friday(&world);
        let hilal = world.computer("hilal");
        world.advance_to(world.case(&case).approvals[0].limit);
        world.tick();
        let suhail = world.computer("suhail");
        hilal.approves(&case);
        suhail
            .answers(&case, ApprovalAnswer::Return { note: "اذكر رقم الرحلة".into() })
            .expect("returned");
        let (early, late) = if first == "hilal" { (&hilal, &suhail) } else { (&suhail, &hilal) };
        early.agrees();
        late.agrees();
        let state = world.case(&case).approvals[0].state.clone();
        let by_first = match &state {
            ApprovalState::Approved { by } | ApprovalState::Returned { by, .. } => {
                by.as_str() == first
            }
            _ => false,
        };
        assert!(by_first, "{first} came first: {state:?}");
        let (why, _) = late.told();
        assert!(
            matches!(
                why,
                desk::view::AttentionWhy::Rejected { refusal: Refusal::ApprovalSettled { .. } }
            ),
            "{why:?}"
        );
        let letters = usize::from(first == "hilal");
        world.advance(chrono::TimeDelta::seconds(11));
        assert_eq!(world.replies(&case).len(), letters);
    }
}
