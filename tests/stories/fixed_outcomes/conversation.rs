//! Who wrote to whom meanwhile, and whose case it is.

use super::{moved, rejected, went_out, with_a_case};
use desk::view::{Act, AttentionWay, Happened, MovedView};
use domain::case::{Holder, Stage, holder};
use domain::{Event, Refusal};
use stories::world::{World, call, none_because, note, progress};

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
