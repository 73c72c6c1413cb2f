//! An attachment that never arrives: the letter waits and says so after a day, other cases go on, and
//! when the file comes at last, the letter goes.

use desk::view::{AttentionWay, AttentionWhy, PendingState, ReplyInput};
use protocol::PlatformError;
use stories::world::{Asked, Computer, Fault, World, late_bus, note, progress};

const TEXT: &str = "تحققنا من سجل الحافلة رقم 12 اليوم، والصورة مرفقة.";

/// A letter with a file that no way lets through, and a note on another case.
fn sends_with_a_file(marwa: &Computer) -> (String, String) {
    let case = marwa.opens(late_bus(1));
    let other = marwa.opens(late_bus(2));
    marwa.agrees();
    marwa.line.fails(|asked| match asked {
        Asked::File => Fault::Instead(PlatformError::Unreachable),
        _ => Fault::Pass,
    });
    let file = marwa.desk().attach(&case, "صورة.txt", "صورة الحافلة".as_bytes()).expect("kept");
    let view = marwa.sees(&case);
    let letter = ReplyInput { attachments: vec![file], ..progress(&view, TEXT) };
    marwa.desk().send_reply(letter).expect("saved");
    marwa.does(&other, note("تمضي"));
    assert!(marwa.agree().is_err(), "the way to the files is broken, and nothing else");
    (case, other)
}

fn replies(world: &World, case: &str) -> Vec<String> {
    world.advance(chrono::TimeDelta::seconds(11));
    world.replies(case)
}

#[test]
fn the_letter_waits_and_says_so_after_a_day_and_goes_when_the_file_comes() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let (case, other) = sends_with_a_file(&marwa);
    assert!(replies(&world, &case).is_empty(), "it waits for its file");
    let went_on = serde_json::to_string(&world.events(&other)).expect("json");
    assert!(went_on.contains("تمضي"), "another case goes on");
    let held = marwa.pending();
    assert!(held.iter().all(|it| it.case.as_ref() == Some(&case)), "nothing else waits");
    assert!(held.iter().any(|it| it.state == PendingState::Held { why: "attachment".into() }));
    assert!(marwa.attention().is_empty(), "not yet");

    world.advance(chrono::TimeDelta::hours(24));
    marwa.signs_in_again();
    assert!(marwa.agree().is_err() && marwa.agree().is_err());
    let items = marwa.attention();
    let letter = items.iter().find(|it| it.kind == "send_reply");
    let said = letter.and_then(|it| it.words.as_ref()).map(|it| it.text.as_str());
    assert_eq!(said, Some(TEXT), "the letter says so with its whole text: {items:?}");
    assert!(items.iter().all(|it| it.why == AttentionWhy::AttachmentMissing));

    marwa.line.heals();
    marwa.agrees();
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty(), "it healed by itself");
    assert_eq!(replies(&world, &case), [TEXT]);
}

#[test]
fn who_gives_up_the_letter_gets_its_words_as_a_note() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let (case, _) = sends_with_a_file(&marwa);
    world.advance(chrono::TimeDelta::hours(25));
    marwa.signs_in_again();
    assert!(marwa.agree().is_err());
    let items = marwa.attention();
    let letter = items.iter().find(|it| it.kind == "send_reply").expect("the letter");
    assert!(letter.ways.contains(&AttentionWay::AddAsNote));
    let wanted = desk::view::AttentionInput { op: letter.op.clone(), way: AttentionWay::AddAsNote };
    marwa.desk().answer_attention(&wanted).expect("kept as a note");
    marwa.line.heals();
    marwa.agrees();
    assert!(replies(&world, &case).is_empty(), "the letter never goes");
    let events = serde_json::to_string(&world.events(&case)).expect("json");
    assert!(events.contains(TEXT), "its words are kept");
}

#[test]
fn a_file_that_is_refused_is_named_to_its_writer_at_once_and_holds_its_own_action_only() {
    for refused in [
        PlatformError::Forbidden { code: "wrong_hash".into() },
        PlatformError::TooLarge,
        PlatformError::Nonsense,
    ] {
        let world = World::new();
        let marwa = world.computer("marwa");
        let (case, other) = (marwa.opens(late_bus(1)), marwa.opens(late_bus(2)));
        marwa.agrees();
        let answer = refused.clone();
        marwa.line.fails(move |asked| match asked {
            Asked::File => Fault::Instead(answer.clone()),
            _ => Fault::Pass,
        });
        marwa.desk().attach(&case, "صورة.txt", "صورة الحافلة".as_bytes()).expect("kept");
        marwa.does(&other, note("تمضي"));
        marwa.agrees();
        let names = vec!["صورة.txt".to_owned()];
        assert_eq!(marwa.one_item().why, AttentionWhy::AttachmentRefused { names }, "{refused:?}");
        let went_on = serde_json::to_string(&world.events(&other)).expect("json");
        assert!(went_on.contains("تمضي"), "another case goes on: {refused:?}");
        marwa.line.heals();
        marwa.agrees();
        marwa.agrees();
        assert!(marwa.attention().is_empty() && marwa.pending().is_empty(), "{refused:?}");
    }
}
