//! Story 10: the same case is worked on offline on two computers. Both texts are kept, the one who came
//! second is told why, nothing is lost, and the order of arrival changes no outcome that the rules fix.

use chrono::TimeDelta;
use desk::view::{AttentionWay, AttentionWhy, MovedView};
use domain::Event;
use domain::case::Stage;
use stories::world::{Computer, World, late_bus, none_because, note};

/// Decisions that stand in the case's history.
fn decisions(world: &World, case: &str) -> usize {
    let events = world.events(case);
    events.iter().filter(|it| matches!(it.event, Event::Decided { .. })).count()
}

fn both_decide(world: &World) -> ([Computer; 2], String) {
    let one = world.computer("marwa");
    let case = one.opens(late_bus(1));
    one.agrees();
    let two = world.second_computer("marwa");
    world.stop();
    one.does(&case, note("من المكتب"));
    one.decides(&case, 2_500);
    two.does(&case, note("من البيت"));
    two.decides(&case, 3_000);
    world.start();
    ([one, two], case)
}

#[test]
fn whoever_comes_first_stands_and_the_second_keeps_the_text_and_is_told_why() {
    for first in [0, 1] {
        let world = World::new();
        let (computers, case) = both_decide(&world);
        let (early, late) = (&computers[first], &computers[1 - first]);
        early.agrees();
        late.agrees();
        early.agrees();
        assert!(early.attention().is_empty() && early.pending().is_empty());
        assert!(late.pending().is_empty());

        let amounts = ["2.500", "3.000"];
        let item = late.one_item();
        let AttentionWhy::Moved { changes } = item.why else { panic!("{:?}", item.why) };
        assert!(changes.contains(&MovedView::Stage { stage: Stage::Answered }));
        assert!(
            changes.iter().any(|it| matches!(it, MovedView::Outbound { words: Some(words) }
                if words.text.contains(amounts[first]))),
            "the other letter is shown: {changes:?}"
        );
        let words = item.words.expect("the second text");
        assert!(words.text.contains(amounts[1 - first]), "the second text is whole");
        assert_eq!(item.ways, [AttentionWay::AddAsNote, AttentionWay::Discard]);

        let state = world.case(&case);
        assert_eq!((state.stage, decisions(&world, &case)), (Stage::Answered, 1));
        assert_eq!(state.remedies.len(), 1, "one payment");
        world.advance(chrono::TimeDelta::minutes(1));
        let replies = world.replies(&case);
        assert!(replies.len() == 1 && replies[0].contains(amounts[first]), "one letter");
        let events = serde_json::to_string(&world.events(&case)).expect("json");
        assert!(events.contains("من المكتب") && events.contains("من البيت"), "both notes");
        for computer in &computers {
            assert_eq!(computer.sees(&case).row.stage, Stage::Answered);
            assert_eq!(computer.sees(&case).timeline.len(), early.sees(&case).timeline.len());
        }
    }
}

#[test]
fn when_the_person_disputes_the_first_decision_the_second_may_be_confirmed() {
    let world = World::new();
    let one = world.computer("marwa");
    let case = one.opens(late_bus(1));
    one.agrees();
    let two = world.second_computer("marwa");
    one.decides(&case, 2_500);
    let other = none_because(&two.sees(&case), "أوقف المرور الشارع تلك الساعة");
    two.desk().decide_case(other).expect("decided");
    one.agrees();
    two.agrees();
    assert!(!two.one_item().ways.contains(&AttentionWay::Confirm), "it is answered");
    world.person_disputes(&case, "المبلغ ناقص");
    two.agrees();
    assert!(two.one_item().ways.contains(&AttentionWay::Confirm), "now it can be chosen");
    two.goes_on(AttentionWay::Confirm);
    two.agrees();
    assert!(two.pending().is_empty() && two.attention().is_empty(), "{:?}", two.attention());
    assert_eq!(decisions(&world, &case), 2);
    assert_eq!(world.case(&case).stage, Stage::Answered);
}

#[test]
fn the_second_text_lives_on_as_a_note_or_is_let_go_and_the_case_goes_on() {
    for way in [AttentionWay::AddAsNote, AttentionWay::Discard] {
        let world = World::new();
        let ([one, two], case) = both_decide(&world);
        one.agrees();
        two.agrees();
        two.goes_on(way);
        two.agrees();
        assert!(two.attention().is_empty() && two.pending().is_empty(), "{way:?}");
        // The case is not stuck behind what was answered: the second computer goes on working on it.
        two.tells(&case, "تحققنا من سجل الحافلة رقم 12 اليوم، والتحويل في طريقه.");
        two.agrees();
        assert!(two.pending().is_empty(), "{way:?}: {:?}", two.pending());
        assert_eq!(world.case(&case).outbound.len(), 2);
    }
}

#[test]
fn a_clock_that_is_wrong_by_more_than_the_lease_forbids_nothing_while_online() {
    let world = World::new();
    for (n, off) in [TimeDelta::days(20), TimeDelta::days(-20)].into_iter().enumerate() {
        let marwa = world.computer_named("marwa", &format!("wrong-{n}"));
        marwa.wall.goes_wrong_by(off);
        marwa.agrees();
        let case = marwa.opens(late_bus(u32::try_from(n).expect("a number")));
        marwa.agrees();
        marwa.decides(&case, 2_500);
        marwa.agrees();
        assert_eq!(world.case(&case).stage, Stage::Answered, "{off}");
    }
}
