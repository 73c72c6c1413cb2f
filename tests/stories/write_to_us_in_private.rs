//! Story 4: a deflecting reply goes out, the clock runs on, and the case stays open with an owner and
//! a next date.

use desk::view::{AttentionWay, Happened};
use domain::Refusal;
use domain::case::{ReplyKind, Stage};
use stories::world::{World, late_bus, none_because, progress, refusal};

/// «Please write to us in private.»
const IN_PRIVATE: &str = "نرجو التواصل معنا على الخاص";

#[test]
fn a_deflection_chosen_as_a_decision_is_no_answer_and_the_clock_runs_on() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let before = world.case(&case);

    let mut decision = none_because(&marwa.sees(&case), "راجعنا الرحلة");
    decision.letter.text = IN_PRIVATE.into();
    assert_eq!(refusal(marwa.desk().decide_case(decision)), Refusal::Deflection);
    let mut reply = progress(&marwa.sees(&case), IN_PRIVATE);
    reply.kind = ReplyKind::Decision;
    assert_eq!(refusal(marwa.desk().send_reply(reply)), Refusal::Deflection);
    assert!(marwa.pending().is_empty(), "a refusal leaves no trace");

    marwa.tells(&case, IN_PRIVATE);
    marwa.agrees();
    let after = world.case(&case);
    assert_eq!(after.outbound[0].kind, ReplyKind::Deflection, "it is what it is");
    assert_eq!((after.stage, after.decision), (Stage::Open, None));
    assert_eq!(after.clocks, before.clocks, "no clock stopped, none was set anew");
    assert_eq!(after.owner, Some("marwa".into()));
    assert!(after.next_contact.is_some_and(|it| it > world.now()));
    let timeline = marwa.sees(&case).timeline;
    assert!(timeline.iter().any(|it| matches!(
        &it.what,
        Happened::Reply { kind: ReplyKind::Deflection, chosen: ReplyKind::Progress, words, .. }
            if words.text == IN_PRIVATE
    )));
}

#[test]
fn a_deflection_that_only_the_platform_knows_stops_no_clock_either() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let before = world.case(&case);
    let text = "قلت: انتظرت الحافلة رقم 12. يُسجَّل ما جرى يوم الأحد بين 9 و11 في دفتر المحطة الأخضر.";
    let mut decision = none_because(&marwa.sees(&case), "لم تثبت الأجرة");
    decision.letter.text = text.into();
    marwa.desk().decide_case(decision).expect("the desk's lists are of yesterday");
    assert_eq!(marwa.sees(&case).row.stage, Stage::Answered, "the device guesses");

    world.revises(|book| book.gate.deflections.push("دفتر المحطة".into()));
    marwa.agrees();
    assert_eq!(world.case(&case).clocks, before.clocks);
    assert_eq!(world.case(&case).stage, Stage::Open);
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open, "the platform decides");
    let (why, words) = marwa.told();
    assert!(
        matches!(&why, desk::view::AttentionWhy::Rejected { refusal: Refusal::Deflection }),
        "{why:?}"
    );
    assert_eq!(words, text, "whole");
    marwa.goes_on(AttentionWay::AddAsNote);
    marwa.agrees();
    assert!(marwa.attention().is_empty() && marwa.pending().is_empty());
    world.advance(chrono::TimeDelta::minutes(1));
    assert!(world.replies(&case).is_empty(), "it never left the house");
}
