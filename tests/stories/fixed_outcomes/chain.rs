//! The chain of one computer: what hangs together, what is taken back, whose clock counts.

use super::{went_out, with_a_case};
use chrono::TimeDelta;
use desk::view::AttentionWay;
use domain::case::Stage;
use domain::{Event, Refusal};
use stories::world::{World, late_bus, note, refusal};

#[test]
fn what_hangs_on_an_answer_is_held_as_one_item_and_other_cases_never_are() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let other = marwa.opens(late_bus(2));
    marwa.agrees();
    marwa.tells(&case, "تحققنا من سجل الحافلة رقم 12 اليوم.");
    marwa.decides(&case, 2_500);
    marwa.does(&case, note("لا ينتظر أحدا"));
    marwa.decides(&other, 2_000);
    world.person_writes(&case, "وصلت الحافلة الآن");
    marwa.agrees();
    assert_eq!(world.case(&other).stage, Stage::Answered, "another case is never held");
    assert!(
        world.events(&case).iter().any(|it| matches!(it.event, Event::NoteAdded { .. })),
        "a note is never held"
    );
    assert_eq!(marwa.one_item().behind, 1, "one item, one answer");
    marwa.goes_on(AttentionWay::Confirm);
    marwa.agrees();
    assert!(marwa.attention().is_empty() && marwa.pending().is_empty(), "all was redone");
    assert_eq!(world.case(&case).stage, Stage::Answered);
    assert_eq!(went_out(&world, &case).len(), 2);
}

#[test]
fn giving_up_what_moved_gives_up_all_that_hangs_on_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.tells(&case, "تحققنا من سجل الحافلة رقم 12 اليوم.");
    marwa.decides(&case, 2_500);
    world.person_writes(&case, "وصلت الحافلة الآن");
    marwa.agrees();
    marwa.goes_on(AttentionWay::Discard);
    marwa.agrees();
    assert!(marwa.attention().is_empty() && marwa.pending().is_empty(), "{:?}", marwa.pending());
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open);
    marwa.decides(&case, 3_000);
    marwa.agrees();
    assert!(marwa.pending().is_empty(), "the case goes on: {:?}", marwa.pending());
    assert_eq!(world.case(&case).stage, Stage::Answered);
}

#[test]
fn an_action_taken_back_before_it_was_sent_leaves_nothing_but_its_chain() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let saved = marwa.decides(&case, 2_500);
    marwa.desk().take_back(&saved.op).expect("taken back");
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open);
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(world.case(&case).stage, Stage::Open);
    assert!(went_out(&world, &case).is_empty());
}

#[test]
fn a_letter_taken_back_within_ten_seconds_never_leaves_and_later_it_is_too_late() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let saved = marwa.tells(&case, "تحققنا من سجل الحافلة رقم 12 اليوم.");
    marwa.agrees();
    world.advance(TimeDelta::seconds(5));
    marwa.desk().take_back(&saved.op).expect("taken back");
    marwa.agrees();
    assert!(went_out(&world, &case).is_empty());
    assert!(world.case(&case).outbound.is_empty());

    let saved = marwa.tells(&case, "راجعنا سجل الحافلة رقم 12 صباح اليوم.");
    marwa.agrees();
    assert_eq!(went_out(&world, &case).len(), 1);
    assert_eq!(refusal(marwa.desk().take_back(&saved.op)), Refusal::TooLate);
    assert_eq!(world.case(&case).outbound.len(), 1);
}

#[test]
fn a_clock_that_is_wrong_by_days_changes_no_order_no_right_and_no_deadline() {
    for days in [-3, 3] {
        let world = World::new();
        let (right, wrong) = (world.computer("marwa"), world.computer("qais"));
        wrong.wall.goes_wrong_by(TimeDelta::days(days));
        let there = right.opens(late_bus(1));
        let here = wrong.opens(late_bus(2));
        right.agrees();
        wrong.agrees();
        let (there_now, here_now) = (world.case(&there), world.case(&here));
        assert_eq!(here_now.clocks, there_now.clocks, "{days}");
        assert_eq!(here_now.next_contact, there_now.next_contact, "{days}");
        let agreement = wrong
            .desk()
            .agreement(desk::view::LinkView::Online, None)
            .expect("where agreement stands");
        assert_eq!(agreement.clock_off_seconds, days * 86_400, "it is shown");

        // Who arrives first stands, whatever the clocks say.
        wrong.decides(&here, 2_500);
        wrong.agrees();
        assert!(wrong.attention().is_empty() && wrong.pending().is_empty());
        assert_eq!(world.case(&here).decision.map(|it| it.at), Some(world.now()));
        assert_eq!(went_out(&world, &here).len(), 1);
    }
}
