//! An act leaves its whole effect, or no trace.

use crate::world::{World, late_bus};
use chrono::TimeDelta;
use desk::view::*;
use desk::{Desk, DeskError};
use domain::case::{Channel, ContactDirection, ContactOutcome, PointAnswer, PointOutcome};
use domain::case::{ReplyKind, RootCause, Stage};
use domain::money::{Currency, Money};
use domain::{Language, NextDate, Refusal, RemedyAsk};

pub fn omr(minor: i64) -> Money {
    Money::new(minor, Currency::parse("OMR").unwrap()).unwrap()
}

pub fn refund(minor: i64) -> RemedyAsk {
    let amount = Some(omr(minor));
    let proof = Some("تذكرة 12-0301".to_owned());
    RemedyAsk { remedy: "refund".into(), amount, due: None, performer: None, proof }
}

pub fn reply(view: &CaseView, text: &str) -> ReplyInput {
    ReplyInput {
        case: view.row.case.clone(),
        seen: view.seen.clone(),
        kind: ReplyKind::Progress,
        text: text.into(),
        language: Language::Ar,
        template: None,
        next: Some(NextDate::At { at: view.opened_at + TimeDelta::hours(26) }),
        draft: None,
        overrides: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn decision(view: &CaseView, minor: i64) -> DecideInput {
    let amount = omr(minor).parts();
    let words = format!("{}.{}", amount.whole, amount.fraction);
    let text = format!("راجعنا رحلة الحافلة 12 وقررنا أن نعيد إليكم {words} ريال.");
    let mut letter = reply(view, &text);
    letter.kind = ReplyKind::Decision;
    DecideInput {
        remedies: vec![refund(minor)],
        none_because: None,
        points: vec![PointAnswer {
            point: 0,
            outcome: PointOutcome::Granted,
            because: String::new(),
        }],
        grounds: "لائحة النقل، المادة 12".into(),
        cause: Some(RootCause::System),
        letter,
        revises: None,
    }
}

pub fn act(desk: &mut Desk, view: &CaseView, act: Act) -> Result<Saved, DeskError> {
    desk.act_on_case(ActInput { case: view.row.case.clone(), seen: view.seen.clone(), act })
}

pub fn refusal<T: std::fmt::Debug>(result: Result<T, DeskError>) -> Refusal {
    match result {
        Err(DeskError::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}

/// Huda's desk with one case of her own.
pub fn huda(world: &mut World) -> (Desk, CaseView) {
    let mut desk = world.desk("huda");
    let saved = desk.open_case(late_bus()).unwrap();
    let view = desk.show_case(&saved.case).unwrap();
    (desk, view)
}

#[test]
fn an_opened_case_is_whole_at_once() {
    let mut world = World::new();
    let (desk, view) = huda(&mut world);
    assert_eq!(view.row.stage, Stage::Open);
    assert!(view.row.holder.me);
    assert!(view.row.reference.starts_with("NK-"));
    assert_eq!(view.person.as_ref().unwrap().identifiers[0].value, "+96892345678");
    assert_eq!(view.row.person.as_ref().unwrap().text, "سالم البلوشي");
    assert_eq!(view.own_words.as_ref().unwrap().dir, domain::text::Direction::Rtl);
    assert_eq!(view.row.pending, 2);
    assert_eq!(view.timeline.len(), 2);
    assert!(view.timeline.iter().all(|it| it.pending));
    assert_eq!(view.row.due.as_ref().map(|it| it.at), Some(view.clocks.answer_due));
    assert!(view.clocks.next_contact > Some(world.now()));
    assert!(view.story.asked.unwrap().text.text.starts_with("انتظرت"));
    assert_eq!(desk.agreement(LinkView::Online, None).unwrap().pending, 2);
}

#[test]
fn a_note_is_saved_and_in_view_at_once() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let saved =
        act(&mut desk, &view, Act::Note { text: "اتصلت بالسائق".into(), draft: None }).unwrap();
    let view = desk.show_case(&saved.case).unwrap();
    let last = view.timeline.last().unwrap();
    assert!(last.id.starts_with(&saved.op));
    assert_eq!(last.by.as_ref().unwrap().name.en, "Huda");
    assert!(matches!(&last.what, Happened::Note { words, .. } if words.text == "اتصلت بالسائق"));
}

#[test]
fn a_decision_within_ones_power_answers_the_case() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    desk.decide_case(decision(&view, 2_500)).unwrap();
    let view = desk.show_case(&view.row.case).unwrap();
    assert_eq!(view.row.stage, Stage::Answered);
    assert_eq!(view.remedies[0].amount, Some(omr(2_500)));
    assert!(view.story.said.unwrap().text.text.contains("2.500"));
    assert_eq!(view.story.promised.unwrap().remedy.unwrap().en, "Refund");
    let decisions = view.timeline.iter().filter(|it| matches!(it.what, Happened::Decision { .. }));
    assert_eq!(decisions.count(), 1);
    let granted = view.timeline.iter().filter(|it| matches!(it.what, Happened::Remedy { .. }));
    assert_eq!(granted.count(), 0);
}

#[test]
fn a_grant_above_the_limit_leaves_no_trace() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let waiting = World::waiting(&mut desk);
    let head = desk.parts().vault.chain().unwrap();
    let refused = refusal(act(&mut desk, &view, Act::Grant { ask: refund(9_000) }));
    let limit = Some(omr(5_000));
    assert_eq!(
        refused,
        Refusal::LimitExceeded { remedy: "refund".into(), limit, asked: Some(omr(9_000)) }
    );
    assert_eq!(World::waiting(&mut desk), waiting);
    assert_eq!(desk.parts().vault.chain().unwrap(), head);
    let after = desk.show_case(&view.row.case).unwrap();
    assert_eq!(format!("{:?}", after.timeline), format!("{:?}", view.timeline));
    assert!(after.remedies.is_empty());
}

#[test]
fn no_refused_act_leaves_a_trace() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let head = desk.parts().vault.chain().unwrap();
    let tries = [
        Act::Assign { to: "hamed".into() },
        Act::Release { because: " ".into() },
        Act::Note { text: String::new(), draft: None },
        Act::Heard { solved: true, text: "نعم".into() },
        Act::Review { outcome: domain::ReviewOutcome::Upheld, reasons: "لا".into() },
        Act::Remedy {
            op: view.row.case.clone(),
            n: 0,
            to: domain::RemedyProgress::Done,
            proof: "صورة".into(),
        },
        Act::Grant { ask: RemedyAsk { amount: None, ..refund(1) } },
    ];
    for it in tries {
        refusal(act(&mut desk, &view, it));
        assert_eq!(desk.parts().vault.chain().unwrap(), head);
    }
    refusal(desk.send_reply(ReplyInput { next: None, ..reply(&view, "نعمل على ذلك") }));
    refusal(desk.decide_case(DecideInput { remedies: Vec::new(), ..decision(&view, 2_500) }));
    assert_eq!(desk.parts().vault.chain().unwrap(), head);
}

#[test]
fn a_reply_closes_its_draft_in_the_moment_it_is_saved() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let text = "تحققنا من سجل الحافلة 12 وسنخبركم بالنتيجة غدا.";
    let draft = desk
        .save_draft(DraftInput {
            draft: None,
            case: Some(view.row.case.clone()),
            form: DraftForm::Reply,
            text: text.into(),
        })
        .unwrap();
    assert_eq!(desk.show_case(&view.row.case).unwrap().drafts.len(), 1);
    desk.send_reply(ReplyInput { draft: Some(draft), ..reply(&view, text) }).unwrap();
    let view = desk.show_case(&view.row.case).unwrap();
    assert!(view.drafts.is_empty());
    assert_eq!(view.seen.ordinal, 1);
    assert!(view.seen.last_outbound.is_some());
}

#[test]
fn the_same_place_in_the_conversation_is_not_filled_twice() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    let first = desk.send_reply(reply(&view, "تحققنا من سجل الحافلة 12 اليوم.")).unwrap();
    let refused = refusal(desk.send_reply(reply(&view, "وصلنا رد السائق عن الرحلة.")));
    assert_eq!(refused, Refusal::SlotTaken { by: first.op.parse().unwrap() });
}

#[test]
fn after_the_lease_one_may_note_and_record_but_not_decide() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    world.pass(TimeDelta::hours(73));
    act(&mut desk, &view, Act::Note { text: "ما زال ينتظر".into(), draft: None }).unwrap();
    act(&mut desk, &view, called_again()).unwrap();
    assert_eq!(refusal(desk.decide_case(decision(&view, 2_500))), Refusal::LeaseOver);
    let may = desk.show_case(&view.row.case).unwrap().may;
    assert!(may.contains(&May::Note) && may.contains(&May::Contact));
    assert!(!may.contains(&May::Decide) && !may.contains(&May::Reply));
}

#[test]
fn each_act_builds_on_the_one_before_it() {
    let mut world = World::new();
    let (mut desk, view) = huda(&mut world);
    desk.decide_case(decision(&view, 2_500)).unwrap();
    let pending = desk.parts().vault.pending().unwrap();
    let headers: Vec<protocol::Header> =
        pending.iter().map(|it| serde_json::from_slice(&it.action.header).unwrap()).collect();
    assert!(headers[0].depends_on.is_empty());
    assert_eq!(headers[1].depends_on, [headers[0].op]);
    assert_eq!(headers[2].depends_on, [headers[1].op]);
    assert_eq!(headers[2].prev, protocol::Hash::of(&pending[1].action.header));
    assert_eq!(headers.iter().map(|it| it.dev_seq).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn what_is_saved_is_signed_by_this_device() {
    let mut world = World::new();
    let (mut desk, _) = huda(&mut world);
    let key = ed25519_dalek::VerifyingKey::from_bytes(
        &desk::Door::new(world.computer("huda"), world.edge())
            .device_of(&"nakheel".into(), &"huda".into())
            .unwrap()
            .unwrap()
            .1
            .0
            .try_into()
            .unwrap(),
    )
    .unwrap();
    for saved in desk.parts().vault.pending().unwrap() {
        let signed = protocol::SignedAction {
            header: protocol::Exact(saved.action.header.clone()),
            body: Some(protocol::Exact(saved.action.body.clone())),
            signature: protocol::Exact(saved.action.signature.clone()),
        };
        signed.verify(&key).unwrap();
        assert!(signed.action(&signed.header().unwrap()).unwrap().is_some());
    }
}

pub fn called_again() -> Act {
    Act::Contact {
        channel: Channel::Phone,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Spoke,
        own_words: "لم يتصل بي أحد".into(),
        cost: None,
    }
}
