//! What is typed is kept.

use crate::acting::huda;
use crate::world::{PASSWORD, World};
use chrono::TimeDelta;
use desk::view::*;

fn draft(view: &CaseView, draft: Option<String>, text: &str) -> DraftInput {
    DraftInput {
        draft,
        case: Some(view.row.case.clone()),
        form: DraftForm::Reply,
        text: text.into(),
    }
}

#[test]
fn a_draft_is_one_row_overwritten_in_place() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let id = desk.save_draft(draft(&view, None, "تحق")).unwrap();
    assert_eq!(desk.save_draft(draft(&view, Some(id.clone()), "تحققنا")).unwrap(), id);
    let drafts = desk.show_case(&view.row.case).unwrap().drafts;
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].words.text, "تحققنا");
    assert!(!drafts[0].elsewhere);
}

#[test]
fn a_draft_outlives_the_session() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    desk.save_draft(draft(&view, None, "تحققنا من السجل")).unwrap();
    desk.lock().unwrap();
    let door = world.door("huda");
    let desk = door.unlock(&"nakheel".into(), &"huda".into(), PASSWORD, None).unwrap();
    let drafts = desk.show_case(&view.row.case).unwrap().drafts;
    assert_eq!(drafts[0].words.text, "تحققنا من السجل");
}

#[test]
fn a_revision_goes_up_every_five_minutes_while_one_types() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let before = World::waiting(&mut desk);
    let id = desk.save_draft(draft(&view, None, "تحق")).unwrap();
    world.pass(TimeDelta::minutes(4));
    desk.save_draft(draft(&view, Some(id.clone()), "تحققنا")).unwrap();
    assert_eq!(World::waiting(&mut desk), before);
    world.pass(TimeDelta::minutes(1));
    desk.save_draft(draft(&view, Some(id.clone()), "تحققنا من")).unwrap();
    assert_eq!(World::waiting(&mut desk), before + 1);
    let drafts = desk.show_case(&view.row.case).unwrap().drafts;
    assert_eq!(drafts.len(), 1, "the own revision is no second head");
}

#[test]
fn a_text_from_another_computer_is_shown_beside() {
    let mut world = World::new();
    let (mut office, view) = huda(&mut world);
    let id = office.save_draft(draft(&view, None, "من المكتب")).unwrap();
    world.pass(TimeDelta::minutes(6));
    office.save_draft(draft(&view, Some(id), "من المكتب الآن")).unwrap();
    world.judge(&mut office);
    let mut laptop = world.another_computer("huda", "laptop");
    laptop.save_draft(draft(&view, None, "من الحاسوب المحمول")).unwrap();
    let drafts = laptop.show_case(&view.row.case).unwrap().drafts;
    assert_eq!(drafts.len(), 2);
    assert_eq!(drafts[1].words.text, "من المكتب الآن");
    assert!(drafts[1].elsewhere);
}

#[test]
fn a_discarded_draft_is_gone_from_the_case() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let id = desk.save_draft(draft(&view, None, "لا")).unwrap();
    desk.discard_draft(&id).unwrap();
    assert!(desk.show_case(&view.row.case).unwrap().drafts.is_empty());
}

#[test]
fn fields_of_a_new_case_are_kept_without_one() {
    let mut world = World::new();
    let mut desk = world.desk("huda");
    let fields = DraftInput {
        draft: None,
        case: None,
        form: DraftForm::Intake,
        text: r#"{"subject":"تأخر"}"#.into(),
    };
    let id = desk.save_draft(fields).unwrap();
    let drafts = desk.intake_drafts().unwrap();
    assert_eq!((drafts.len(), &drafts[0].draft), (1, &id));
}
