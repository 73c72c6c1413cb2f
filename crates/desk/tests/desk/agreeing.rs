//! Nothing disappears: what is refused comes back whole, with ways on.

use crate::acting::{act, decision, huda, reply};
use crate::world::World;
use desk::view::*;
use desk::{Desk, DeskError, Trouble};
use domain::case::Stage;
use domain::{Actor, Refusal};
use protocol::{Changed, NextStep, Outcome};

fn attention(desk: &Desk) -> Vec<AttentionView> {
    desk.waiting(u32::MAX).unwrap().attention
}

fn last(desk: &mut Desk) -> store::SavedAction {
    desk.parts().vault.pending().unwrap().pop().unwrap()
}

#[test]
fn what_waits_is_listed_with_its_case() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    desk.send_reply(reply(&view, "تحققنا من سجل الحافلة 12 اليوم.")).unwrap();
    let pending = desk.waiting(u32::MAX).unwrap().pending;
    let kinds: Vec<_> = pending.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds, ["open_case", "take", "send_reply"]);
    assert!(pending.iter().all(|it| it.reference.as_deref() == Some(&view.row.reference)));
    assert!(pending.iter().all(|it| it.state == PendingState::Saved));
}

#[test]
fn a_refused_decision_keeps_its_words_and_becomes_an_approval_in_one_step() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    desk.decide_case(decision(&view, 4_000)).unwrap();
    // Meanwhile the power was lowered.
    world.book.version += 1;
    for power in &mut world.book.powers {
        if power.post == "buses-handler".into() {
            power.limit_case = power.limit_case.map(|_| crate::acting::omr(1_000));
        }
    }
    world.judge(&mut desk);
    assert_eq!(desk.show_case(&view.row.case).unwrap().row.stage, Stage::Open);
    let items = attention(&desk);
    assert_eq!(items.len(), 1);
    assert!(items[0].words.as_ref().unwrap().text.contains("4.000"));
    assert!(matches!(
        &items[0].why,
        AttentionWhy::Rejected { refusal: Refusal::LimitExceeded { .. } }
    ));
    let refused = items[0].op.clone();
    let (op, way) = (refused.clone(), AttentionWay::MakeApproval);
    assert!(items[0].ways.contains(&way) && items[0].ways.contains(&AttentionWay::Discard));
    desk.answer_attention(&AttentionInput { op, way }).unwrap();
    assert!(attention(&desk).is_empty());
    let view = desk.show_case(&view.row.case).unwrap();
    assert_eq!(view.approvals.len(), 1);
    assert!(view.approvals[0].resolution.letter.text.contains("4.000"));
    let request: protocol::Header = serde_json::from_slice(&last(&mut desk).action.header).unwrap();
    assert_eq!(request.confirms.unwrap().to_string(), refused);
}

#[test]
fn a_case_that_moved_asks_once_and_the_answer_names_the_question() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    let text = "تحققنا من سجل الحافلة 12 اليوم.";
    desk.send_reply(reply(&view, text)).unwrap();
    let saved = last(&mut desk);
    let inbound = contact_at_platform(&mut world, &view);
    let changed = vec![Changed::Inbound { op: inbound }];
    world.verdict(&mut desk, &saved, Outcome::NeedsConfirmation { changed, seq: 9 });
    world.tell(&mut desk);
    let item = attention(&desk).remove(0);
    assert_eq!(item.words.unwrap().text, text);
    let AttentionWhy::Moved { changes } = item.why else { panic!("not moved") };
    assert!(matches!(&changes[0], MovedView::Inbound { words: Some(words) }
        if words.text == "وصلت الحافلة الآن"));
    let way = AttentionWay::Confirm;
    desk.answer_attention(&AttentionInput { op: item.op.clone(), way }).unwrap();
    let again = last(&mut desk);
    let header: protocol::Header = serde_json::from_slice(&again.action.header).unwrap();
    assert_eq!(header.confirms.unwrap().to_string(), item.op);
    assert_eq!(header.base.last_inbound, Some(inbound));
    let domain::Action::SendReply(sent) = again.read().unwrap() else { panic!("no reply") };
    assert_eq!((sent.slot.last_inbound, sent.slot.ordinal), (Some(inbound), 0));
    assert_eq!(desk.show_case(&view.row.case).unwrap().seen.ordinal, 1);
}

#[test]
fn words_may_go_on_as_a_note_or_be_let_go() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    for way in [AttentionWay::AddAsNote, AttentionWay::Discard] {
        let text = format!("تحققنا من سجل الحافلة 12 اليوم {way:?}.");
        let view = desk.show_case(&view.row.case).unwrap();
        desk.send_reply(reply(&view, &text)).unwrap();
        let saved = last(&mut desk);
        let refusal = Refusal::NotOwner { owner: Some("hamed".into()) };
        let next_steps = vec![NextStep::HandToOwner];
        world.verdict(&mut desk, &saved, Outcome::Rejected { refusal, next_steps });
        world.tell(&mut desk);
        let op = attention(&desk).remove(0).op;
        desk.answer_attention(&AttentionInput { op: op.clone(), way }).unwrap();
        assert!(attention(&desk).is_empty());
        let answer = last(&mut desk);
        let header: protocol::Header = serde_json::from_slice(&answer.action.header).unwrap();
        assert!(header.depends_on.is_empty());
        if way == AttentionWay::Discard {
            let withdraw = domain::Action::Withdraw { op: saved.action.op };
            assert_eq!(answer.read().unwrap(), withdraw);
            let pending = desk.waiting(u32::MAX).unwrap().pending;
            assert!(pending.iter().all(|it| it.state == PendingState::Saved));
        } else {
            assert_eq!(header.confirms, Some(saved.action.op));
        }
        let again = desk.answer_attention(&AttentionInput { op, way });
        assert!(matches!(again, Err(DeskError::Trouble(Trouble::NothingToAnswer))));
    }
    let view = desk.show_case(&view.row.case).unwrap();
    let notes = view.timeline.iter().filter(|it| matches!(it.what, Happened::Note { .. }));
    assert_eq!(notes.count(), 1);
    assert_eq!(view.seen.ordinal, 0);
}

#[test]
fn an_act_that_the_news_made_doubtful_says_so_and_still_waits() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    desk.send_reply(reply(&view, "تحققنا من سجل الحافلة 12 اليوم.")).unwrap();
    given_to_hamed(&mut world, &view);
    world.tell(&mut desk);
    let pending = desk.waiting(u32::MAX).unwrap().pending;
    assert!(matches!(
        &pending[0].state,
        PendingState::ProbablyRefused { refusal: Refusal::NotOwner { .. } }
    ));
    assert!(desk.show_case(&view.row.case).unwrap().story.said.is_none());
}

#[test]
fn what_the_news_made_impossible_is_given_up_without_asking_a_rule() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    let saved = desk.send_reply(reply(&view, "تحققنا من سجل الحافلة 12 اليوم.")).unwrap();
    let op = saved.op.parse().unwrap();
    desk.parts().vault.mark_sent(&[op]).unwrap();
    given_to_hamed(&mut world, &view);
    world.tell(&mut desk);
    desk.take_back(&saved.op).unwrap();
    assert_eq!(last(&mut desk).read().unwrap(), domain::Action::Withdraw { op });
    let pending = desk.waiting(u32::MAX).unwrap().pending;
    assert_eq!(pending[1].state, PendingState::Saved);
}

#[test]
fn a_note_waits_for_nothing_but_its_case() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let note = |text: &str| Act::Note { text: text.into(), draft: None };
    let depends_on = |desk: &mut Desk| {
        let last = last(desk);
        let header: protocol::Header = serde_json::from_slice(&last.action.header).unwrap();
        header.depends_on
    };
    act(&mut desk, &view, note("قبل")).unwrap();
    let opened = desk.parts().vault.pending().unwrap()[0].action.op;
    assert_eq!(depends_on(&mut desk), [opened]);
    world.judge(&mut desk);
    let view = desk.show_case(&view.row.case).unwrap();
    desk.send_reply(reply(&view, "تحققنا من سجل الحافلة 12 اليوم.")).unwrap();
    act(&mut desk, &view, note("بعد")).unwrap();
    assert!(depends_on(&mut desk).is_empty());
}

#[test]
fn news_of_one_case_leaves_the_doubts_of_others() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.judge(&mut desk);
    desk.send_reply(reply(&view, "تحققنا من سجل الحافلة 12 اليوم.")).unwrap();
    given_to_hamed(&mut world, &view);
    world.tell(&mut desk);
    let other = desk.open_case(crate::world::late_bus()).unwrap();
    desk.agreed_on(&[other.case.parse().unwrap()]).unwrap();
    let doubtful = |desk: &Desk| {
        let pending = desk.waiting(u32::MAX).unwrap().pending;
        pending.iter().filter(|it| it.state != PendingState::Saved).count()
    };
    assert_eq!(doubtful(&desk), 1);
    desk.agreed_on(&[view.row.case.parse().unwrap()]).unwrap();
    assert_eq!(doubtful(&desk), 1);
}

#[test]
fn unsent_work_is_taken_out_whole_and_signed() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    act(&mut desk, &view, Act::Note { text: "كلمة لا تضيع".into(), draft: None }).unwrap();
    desk.save_draft(DraftInput {
        draft: None,
        case: Some(view.row.case),
        form: DraftForm::Reply,
        text: "نص لم يرسل".into(),
    })
    .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&desk.export_unsent().unwrap()).unwrap();
    assert_eq!(json["actions"].as_array().unwrap().len(), 3);
    assert_eq!(json["actions"][2]["words"], "كلمة لا تضيع");
    assert_eq!(json["drafts"][0]["text"], "نص لم يرسل");
    let signed: protocol::SignedAction =
        serde_json::from_value(json["actions"][2]["signed"].clone()).unwrap();
    assert!(signed.action(&signed.header().unwrap()).unwrap().is_some());
}

fn contact_at_platform(world: &mut World, view: &CaseView) -> domain::OpId {
    let op = domain::OpId(world.edge().id(world.now()).unwrap());
    let contact = domain::RecordContact {
        channel: domain::case::Channel::Portal,
        direction: domain::case::ContactDirection::Inbound,
        outcome: domain::case::ContactOutcome::Message,
        own_words: "وصلت الحافلة الآن".into(),
        cost: None,
    };
    let action = domain::Action::RecordContact(contact);
    world.happens(view.row.case.parse().unwrap(), &action, &Actor::Person, op).unwrap();
    op
}

fn given_to_hamed(world: &mut World, view: &CaseView) {
    let id = view.row.case.parse().unwrap();
    let badr = Actor::Staff { staff: "badr".into(), post: "buses-manager".into() };
    let op = domain::OpId(world.edge().id(world.now()).unwrap());
    world.happens(id, &domain::Action::Assign { to: "hamed".into() }, &badr, op).unwrap();
}
