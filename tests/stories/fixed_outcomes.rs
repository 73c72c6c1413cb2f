//! The table "Outcomes that are fixed" of `sync.md`, row by row. Two things happen out of each other's
//! sight; whoever arrives second learns it, and no text is lost.

use chrono::TimeDelta;
use desk::view::{
    Act, ApprovalAnswer, AttentionWay, AttentionWhy, DecideInput, Happened, MovedView,
};
use domain::case::{ApprovalState, Holder, Stage, holder};
use domain::{Event, Refusal};
use stories::world::{
    Computer, World, call, late_bus, money, none_because, note, progress, refund, refusal,
};

/// Marwa's computer with one case of hers that the platform knows.
fn with_a_case(world: &World) -> (Computer, String) {
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    (marwa, case)
}

/// The texts that reached the person, once the hold of all is over.
fn went_out(world: &World, case: &str) -> Vec<String> {
    world.advance(TimeDelta::minutes(1));
    world.replies(case)
}

fn rejected(why: &AttentionWhy) -> &Refusal {
    match why {
        AttentionWhy::Rejected { refusal } => refusal,
        other => panic!("not rejected: {other:?}"),
    }
}

fn moved(why: AttentionWhy) -> Vec<MovedView> {
    match why {
        AttentionWhy::Moved { changes } => changes,
        other => panic!("not moved: {other:?}"),
    }
}

fn lower_the_power(world: &World) {
    world.revises(|book| {
        for power in &mut book.powers {
            if power.post == "fleet_agent".into() {
                power.limit_case = power.limit_case.map(|_| money(1_000));
            }
        }
    });
}

#[test]
fn a_grant_refused_by_a_lowered_limit_takes_its_letter_with_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.decides(&case, 4_000);
    lower_the_power(&world);
    marwa.agrees();
    let (why, words) = marwa.told();
    assert!(matches!(
        rejected(&why),
        Refusal::LimitExceeded { limit: Some(limit), .. } if *limit == money(1_000)
    ));
    assert!(words.contains("4.000"), "the whole text is kept");
    let state = world.case(&case);
    assert!(state.remedies.is_empty() && state.decision.is_none(), "neither happens");
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open);
    assert!(went_out(&world, &case).is_empty(), "the letter does not go out");
}

#[test]
fn a_decision_above_the_new_limit_becomes_an_approval_in_one_step() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let hilal = world.computer("hilal");
    marwa.decides(&case, 4_000);
    lower_the_power(&world);
    marwa.agrees();
    marwa.goes_on(AttentionWay::MakeApproval);
    marwa.agrees();
    assert!(marwa.pending().is_empty(), "{:?}", marwa.pending());
    assert!(marwa.attention().is_empty());
    assert_eq!(world.case(&case).approvals[0].state, ApprovalState::Waiting);
    hilal.agrees();
    hilal.approves(&case);
    hilal.agrees();
    let replies = went_out(&world, &case);
    assert!(replies.len() == 1 && replies[0].contains("4.000"));
}

#[test]
fn a_reply_that_arrives_after_the_manager_returned_the_request_needs_confirmation() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let hilal = world.computer("hilal");
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    hilal.agrees();
    let text = "طلبنا لك 20.000 ر.ع. ونخبرك بالنتيجة.";
    marwa.tells(&case, text);
    hilal
        .answers(&case, ApprovalAnswer::Return { note: "اذكر رقم الرحلة".into() })
        .expect("returned");
    hilal.agrees();
    marwa.agrees();
    let (why, words) = marwa.told();
    assert_eq!(words, text);
    assert!(moved(why).contains(&MovedView::Revision { revision: 1 }));
    assert!(went_out(&world, &case).is_empty());
    marwa.goes_on(AttentionWay::Confirm);
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(went_out(&world, &case), [text]);
}

#[test]
fn after_a_reassignment_notes_arrive_late_and_texts_go_to_the_new_owner() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let (hilal, qais) = (world.computer("hilal"), world.computer("qais"));
    marwa.does(&case, note("اتصلت بالسائق"));
    marwa.decides(&case, 2_500);
    hilal.does(&case, Act::Assign { to: "qais".into() });
    hilal.agrees();
    qais.agrees();
    marwa.agrees();
    let (why, words) = marwa.told();
    assert!(matches!(
        rejected(&why),
        Refusal::NotOwner { owner: Some(owner) } if *owner == "qais".into()
    ));
    assert!(words.contains("2.500"));
    let late = world.events(&case).into_iter().any(|it| {
        matches!(it.event, Event::NoteAdded { ref text, late: true } if text == "اتصلت بالسائق")
    });
    assert!(late, "the note is a late contribution");

    assert!(marwa.one_item().ways.contains(&AttentionWay::HandToOwner));
    marwa.goes_on(AttentionWay::HandToOwner);
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    qais.agrees();
    let handed = qais.sees(&case).timeline.into_iter().any(
        |it| matches!(it.what, Happened::Note { ref words, .. } if words.text.contains("2.500")),
    );
    assert!(handed, "the new owner reads it");
    qais.decides(&case, 3_000);
    qais.agrees();
    assert_eq!(went_out(&world, &case).len(), 1);
}

#[test]
fn approved_twice_happens_once_and_the_second_learns_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    let (desk, home) = (world.computer("hilal"), world.second_computer("hilal"));
    desk.approves(&case);
    home.approves(&case);
    desk.agrees();
    home.agrees();
    assert!(desk.attention().is_empty());
    let (why, _) = home.told();
    assert!(matches!(rejected(&why), Refusal::ApprovalSettled { .. }), "{why:?}");
    assert_eq!(world.case(&case).remedies.len(), 1, "one payment");
    assert_eq!(went_out(&world, &case).len(), 1);
}

#[test]
fn nobody_approves_a_text_that_was_changed_since_they_read_it() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    let (desk, home) = (world.computer("hilal"), world.second_computer("hilal"));
    home.approves(&case);
    desk.answers(&case, ApprovalAnswer::Return { note: "أقل".into() }).expect("returned");
    desk.agrees();
    marwa.agrees();
    let view = marwa.sees(&case);
    let revises = Some(view.approvals[0].approval.clone());
    let input = DecideInput { revises, ..refund(&view, 9_000) };
    marwa.desk().request_approval(input).expect("revised");
    marwa.agrees();
    home.agrees();
    let (why, _) = home.told();
    assert!(matches!(rejected(&why), Refusal::RevisionMoved { revision: 2 }), "{why:?}");
    assert!(world.case(&case).decision.is_none());
    let shown = home.sees(&case).approvals[0].resolution.letter.text.clone();
    assert!(shown.contains("9.000"), "what stands now is shown");
    assert!(went_out(&world, &case).is_empty());
}

#[test]
fn a_recalled_request_can_not_be_approved() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.asks_above(&case, 20_000);
    marwa.agrees();
    let hilal = world.computer("hilal");
    hilal.approves(&case);
    marwa.answers(&case, ApprovalAnswer::Recall).expect("recalled");
    marwa.agrees();
    hilal.agrees();
    assert!(matches!(rejected(&hilal.told().0), Refusal::ApprovalSettled { .. }));
    assert!(went_out(&world, &case).is_empty());
}

#[test]
fn the_person_writes_before_the_answer_arrives_and_the_answer_asks_first() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.decides(&case, 2_500);
    world.person_writes(&case, "وصلت الحافلة الآن");
    marwa.agrees();
    let (why, words) = marwa.told();
    assert!(words.contains("2.500"));
    let changes = moved(why);
    assert!(
        changes.iter().any(|it| matches!(it, MovedView::Inbound { words: Some(words) }
            if words.text == "وصلت الحافلة الآن")),
        "the new message is shown: {changes:?}"
    );
    assert_eq!(world.case(&case).stage, Stage::Open);
    marwa.goes_on(AttentionWay::Confirm);
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(world.case(&case).stage, Stage::Answered);
    assert_eq!(went_out(&world, &case).len(), 1);
}

#[test]
fn the_person_writes_after_the_answer_and_the_message_goes_to_the_owner() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    marwa.decides(&case, 2_500);
    marwa.agrees();
    world.person_writes(&case, "متى يصل المبلغ؟");
    marwa.agrees();
    let state = world.case(&case);
    assert_eq!(state.stage, Stage::Answered, "the stage stays");
    assert_eq!(holder(&state), Holder::Handler { staff: "marwa".into() });
    assert!(state.next_contact.is_some(), "news are owed");
    assert!(marwa.sees(&case).row.unread);
    assert!(marwa.attention().is_empty());
}

#[test]
fn the_same_reply_pressed_on_two_machines_goes_once_and_the_second_learns_it() {
    let world = World::new();
    let (one, case) = with_a_case(&world);
    let two = world.second_computer("marwa");
    let text = "تحققنا من سجل الحافلة رقم 12 اليوم.";
    one.tells(&case, text);
    two.tells(&case, text);
    one.agrees();
    two.agrees();
    let (why, words) = two.told();
    assert_eq!(words, text);
    assert!(moved(why).iter().any(|it| matches!(it, MovedView::Outbound { words: Some(words) }
        if words.text == text)));
    assert_eq!(went_out(&world, &case), [text]);
    two.goes_on(AttentionWay::Discard);
    two.agrees();
    assert_eq!(went_out(&world, &case).len(), 1);
}

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

#[test]
fn a_dispute_opens_the_case_again_and_only_another_unit_may_uphold() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    let yusuf = world.computer("yusuf");
    let decided = none_because(&marwa.sees(&case), "الأجرة المدفوعة صحيحة");
    marwa.desk().decide_case(decided).expect("decided");
    marwa.agrees();
    world.person_disputes(&case, "لم تصل الحافلة أصلا");
    marwa.agrees();
    assert_eq!(marwa.sees(&case).row.stage, Stage::Open);
    let uphold = || Act::Review {
        outcome: domain::ReviewOutcome::Upheld,
        reasons: "السجل يثبت الرحلة".into(),
    };
    assert!(marwa.acts(&case, uphold()).is_err(), "not the handler");
    yusuf.agrees();
    yusuf.does(&case, uphold());
    yusuf.agrees();
    assert_eq!(world.case(&case).ending, Some(domain::case::Ending::Upheld));
}

#[test]
fn a_second_contact_needs_no_name_and_three_without_progress_flag_the_case() {
    let world = World::new();
    let (marwa, case) = with_a_case(&world);
    for words in ["ما الجديد؟", "لا جديد؟"] {
        marwa.does(&case, call(words));
    }
    marwa.agrees();
    let state = world.case(&case);
    assert_eq!((state.contacts, state.flagged), (3, true));
    let reply = progress(&marwa.sees(&case), "وصل البلاغ رقم 5512 إلى الورشة اليوم.");
    marwa.desk().send_reply(reply).expect("sent");
    marwa.agrees();
    assert_eq!(world.case(&case).outbound.len(), 1);
}
