//! An own action is taken back, and its words with it.

use crate::acting::{huda, refusal, reply};
use crate::world::World;
use chrono::TimeDelta;
use desk::view::*;
use domain::Refusal;

#[test]
fn an_action_taken_back_before_it_was_sent_has_no_effect_and_gives_its_text_back() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let text = "تحققنا من سجل الحافلة 12 وسنخبركم غدا.";
    let draft = desk
        .save_draft(DraftInput {
            draft: None,
            case: Some(view.row.case.clone()),
            form: DraftForm::Reply,
            text: text.into(),
        })
        .unwrap();
    let saved =
        desk.send_reply(ReplyInput { draft: Some(draft.clone()), ..reply(&view, text) }).unwrap();
    assert_eq!(saved.undo_until, Some(world.now() + TimeDelta::seconds(10)));
    desk.take_back(&saved.op).unwrap();
    let after = desk.show_case(&view.row.case).unwrap();
    assert_eq!(after.seen.ordinal, 0);
    assert!(after.story.said.is_none());
    assert_eq!(after.drafts[0].draft, draft);
    assert_eq!(after.drafts[0].words.text, text);
    desk.agreed().unwrap();
    assert_eq!(desk.show_case(&view.row.case).unwrap().seen.ordinal, 0);
}

#[test]
fn only_the_writer_takes_an_action_back() {
    let mut world = World::new();
    let (mut desk, _) = huda(&mut world);
    let stranger = desk::view::Saved {
        op: "018f0000-0000-7000-8000-000000000000".into(),
        case: String::new(),
        undo_until: None,
    };
    assert_eq!(refusal(desk.take_back(&stranger.op)), Refusal::NotYours);
}
