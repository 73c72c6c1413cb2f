//! `send_reply`, `ask_person`, `draft_reply` and the gate.

use crate::make;
use crate::world::{World, at};
use chrono::TimeDelta;
use domain::case::{Holder, PointAnswer, PointOutcome, ReplyKind, Stage, holder};
use domain::{Action, DraftId, Event, NextDate, Refusal, Resolution, SendReply};
use uuid::Uuid;

const IN_PRIVATE: &str = "نرجو التواصل معنا على الخاص";
const NEWS: &str = "وصل الفني إلى محطة روي صباح اليوم وبدّل اللوحة المعطلة";

fn sends(world: &World, kind: ReplyKind, text: &str) -> Result<Vec<Event>, Refusal> {
    world.judges("huda", &Action::SendReply(make::reply(world, kind, text)))
}

/// The kind that was sent and the one that was chosen.
fn kinds(events: &[&Event]) -> (ReplyKind, ReplyKind) {
    let sent = events.iter().find_map(|it| {
        let Event::ReplySent { reply_kind, chosen_kind, .. } = it else { return None };
        Some((*reply_kind, *chosen_kind))
    });
    sent.unwrap()
}

#[test]
fn write_to_us_in_private_goes_out_as_a_deflection_and_the_clock_runs() {
    let mut world = World::owned();
    let op =
        world.does("huda", Action::SendReply(make::reply(&world, ReplyKind::Progress, IN_PRIVATE)));
    let sent = kinds(&world.events_of(op));
    assert_eq!(sent, (ReplyKind::Deflection, ReplyKind::Progress));
    let case = world.case();
    assert_eq!((case.stage, case.clocks.answered_at), (Stage::Open, None));
    assert_eq!(case.owner, Some("huda".into()));
    assert!(case.next_contact > Some(world.now));
}

#[test]
fn a_decision_that_sends_the_person_elsewhere_is_none_and_the_clock_runs() {
    let mut world = World::owned();
    assert_eq!(sends(&world, ReplyKind::Decision, IN_PRIVATE), Err(Refusal::Deflection));
    let mut resolution = make::no_remedy(&world);
    resolution.letter.text = IN_PRIVATE.into();
    let decide = Action::Decide(Box::new(resolution));
    assert_eq!(world.tries("huda", &decide), Err(Refusal::Deflection));
    assert_eq!((world.case().stage, world.case().clocks.answered_at), (Stage::Open, None));
}

#[test]
fn pointing_elsewhere_beside_something_in_hand_is_no_deflection() {
    let world = World::owned();
    let mut resolution = make::resolution(&world, 3_000);
    resolution.letter.text.push_str(". وللمزيد نرجو التواصل معنا على الخاص");
    assert!(world.judges("huda", &Action::Decide(Box::new(resolution))).is_ok());
}

#[test]
fn the_persons_own_words_do_not_make_a_deflection_an_answer() {
    let world = World::owned();
    let text = format!("{IN_PRIVATE} بشأن انتظاركم الحافلة في محطة روي ساعة كاملة");
    let mut resolution = make::no_remedy(&world);
    resolution.letter.text = text;
    let decide = Action::Decide(Box::new(resolution));
    assert_eq!(world.judges("huda", &decide), Err(Refusal::Deflection));
}

#[test]
fn a_decision_has_an_action_of_its_own() {
    let world = World::owned();
    let text = "انتظرت الحافلة في محطة روي ساعة، ونعتذر";
    let reply =
        SendReply { next: NextDate::Ending, ..make::reply(&world, ReplyKind::Decision, text) };
    let refused = world.judges("huda", &Action::SendReply(reply));
    assert_eq!(refused, Err(Refusal::NoRemedyNoReason));
}

#[test]
fn nearly_the_same_text_is_refused_until_it_brings_a_new_date() {
    let mut world = World::owned();
    let said =
        "بدّلنا لوحة الخط وتعود الحافلة إلى مسارها بعد انتهاء الحفر في شارع النخيل صباح الخميس";
    world.does("huda", Action::SendReply(make::reply(&world, ReplyKind::Progress, said)));
    let again = sends(&world, ReplyKind::Progress, &format!("{said}."));
    assert!(matches!(again, Err(Refusal::AlreadySaid { percent: 90.. })), "{again:?}");
    let dated = format!("{said} 9/3");
    assert!(sends(&world, ReplyKind::Progress, &dated).is_ok());
}

#[test]
fn a_letter_of_template_text_alone_decides_nothing() {
    let world = World::owned();
    let mut resolution = make::no_remedy(&world);
    resolution.letter.text =
        format!("السيد {}، بشأن {}:", make::person().name, world.case().reference);
    let decide = Action::Decide(Box::new(resolution));
    assert_eq!(world.judges("huda", &decide), Err(Refusal::NoCaseFact));
}

#[test]
fn every_reply_but_an_ending_names_the_next_news() {
    let world = World::owned();
    let with = |next| {
        let reply = SendReply { next, ..make::reply(&world, ReplyKind::Progress, NEWS) };
        world.judges("huda", &Action::SendReply(reply)).map(|_| ())
    };
    assert_eq!(with(NextDate::Ending), Err(Refusal::NoNextDate));
    let past = world.now - TimeDelta::hours(1);
    // Two working days, to the end of that day in Muscat.
    let latest = at("2026-03-03T19:59:59Z");
    assert_eq!(with(NextDate::At { at: past }), Err(Refusal::NextDateUnfit { latest }));
    let late = latest + TimeDelta::seconds(1);
    assert_eq!(with(NextDate::At { at: late }), Err(Refusal::NextDateUnfit { latest }));
    assert_eq!(with(NextDate::At { at: latest }), Ok(()));
    assert_eq!(with(NextDate::None { because: "court".into() }), Ok(()));
    let unknown = Refusal::UnknownCode { what: "because".into() };
    assert_eq!(with(NextDate::None { because: "because".into() }), Err(unknown));
}

#[test]
fn the_next_news_may_come_until_the_end_of_a_day_whose_next_midnight_is_skipped() {
    let mut world = World::owned();
    let mut book = serde_json::to_value(&world.book).unwrap();
    book["calendar"]["zone"] = "Africa/Cairo".into();
    world.book = serde_json::from_value(book).unwrap();
    // Two working days later it is Thursday; Cairo goes from Thursday 24:00 to Friday 01:00.
    world.now = at("2026-04-21T08:00:00Z");
    let reply = SendReply {
        next: NextDate::At { at: world.now + TimeDelta::days(9) },
        ..make::reply(&world, ReplyKind::Progress, NEWS)
    };
    let latest = at("2026-04-23T21:59:59Z");
    let refused = Err(Refusal::NextDateUnfit { latest });
    assert_eq!(world.judges("huda", &Action::SendReply(reply)).map(|_| ()), refused);
}

#[test]
fn favour_language_goes_out_only_when_the_warning_was_seen() {
    let world = World::owned();
    let text = format!("{NEWS}، ونتفضل عليكم بالرد");
    let warned = sends(&world, ReplyKind::Progress, &text);
    assert!(matches!(warned, Err(Refusal::FavourLanguage { .. })), "{warned:?}");
    let overrides = vec!["favour_language".to_owned()];
    let reply = SendReply { overrides, ..make::reply(&world, ReplyKind::Progress, &text) };
    assert!(world.judges("huda", &Action::SendReply(reply)).is_ok());
}

#[test]
fn a_formula_alone_blocks_an_answer_whatever_is_overridden_and_beside_facts_it_does_not() {
    let world = World::owned();
    let mut resolution = make::resolution(&world, 3_000);
    let letter = &mut resolution.letter;
    let full = format!("{}. تم اتخاذ اللازم", letter.text);
    "نفيدكم بأنه تم اتخاذ اللازم".clone_into(&mut letter.text);
    letter.overrides = vec!["empty_formula".to_owned()];
    let refused = world.judges("huda", &Action::Decide(Box::new(resolution.clone())));
    assert!(matches!(refused, Err(Refusal::EmptyFormula { .. })), "{refused:?}");
    resolution.letter.text = full;
    assert!(world.judges("huda", &Action::Decide(Box::new(resolution))).is_ok());
}

#[test]
fn progress_that_says_nothing_is_stopped_like_an_answer() {
    let world = World::owned();
    let texts = [
        "شكواكم قيد المعالجة",
        "تم اتخاذ الإجراءات اللازمة",
        "لا توجد لدينا معلومات أكثر من المتاحة على الموقع",
        "Your complaint is being processed and we will get back to you as soon as possible.",
    ];
    for text in texts {
        let refused = sends(&world, ReplyKind::Progress, text);
        let is_stopped = matches!(
            refused,
            Err(Refusal::EmptyFormula { .. } | Refusal::NoCaseFact | Refusal::Deflection)
        );
        assert!(is_stopped, "{text}: {refused:?}");
    }
}

#[test]
fn yes_to_a_point_stands_on_a_remedy_or_on_a_deed_that_the_letter_tells() {
    let mut world = World::empty();
    let mut open = make::open_case();
    open.points = vec!["إصلاح اللوحة".to_owned()];
    world.does("huda", Action::OpenCase(Box::new(open)));
    world.does("huda", Action::Take);
    let mut resolution = make::no_remedy(&world);
    resolution.points =
        vec![PointAnswer { point: 0, outcome: PointOutcome::Granted, because: String::new() }];
    let judged = |it: &Resolution| world.judges("huda", &Action::Decide(Box::new(it.clone())));
    assert_eq!(judged(&resolution).map(|_| ()), Err(Refusal::PointUncovered { point: 0 }));
    resolution.letter.text.push_str(". وبدّلنا اللوحة المعطلة في المحطة صباح اليوم.");
    assert_eq!(judged(&resolution).map(|_| ()), Ok(()));
}

#[test]
fn a_gap_of_a_template_is_filled_before_anything_leaves() {
    let world = World::owned();
    let text = format!("{NEWS}، لأن «…»");
    assert_eq!(sends(&world, ReplyKind::Progress, &text).map(|_| ()), Err(Refusal::GapLeft));
}

#[test]
fn a_manager_may_overrule_the_gates_kind_and_a_handler_may_not() {
    let mut world = World::owned();
    let overrides = vec!["deflection".to_owned()];
    let reply = SendReply { overrides, ..make::reply(&world, ReplyKind::Progress, IN_PRIVATE) };
    let kind_sent = |world: &World, who: &str| {
        let events = world.judges(who, &Action::SendReply(reply.clone())).unwrap();
        kinds(&events.iter().collect::<Vec<_>>()).0
    };
    assert_eq!(kind_sent(&world, "huda"), ReplyKind::Deflection);
    world.does("badr", Action::Take);
    assert_eq!(kind_sent(&world, "badr"), ReplyKind::Progress);
}

#[test]
fn a_slot_is_filled_once() {
    let mut world = World::owned();
    let first = make::reply(&world, ReplyKind::Progress, NEWS);
    let second = make::reply(&world, ReplyKind::Progress, "نص آخر تماما عن الرحلة نفسها");
    let by = world.does("huda", Action::SendReply(first));
    let refused = world.judges("huda", &Action::SendReply(second));
    assert_eq!(refused, Err(Refusal::SlotTaken { by }));
}

#[test]
fn a_question_gives_the_case_to_the_person_and_pauses_the_clocks_with_a_limit() {
    let mut world = World::owned();
    let before = world.case().clocks.clone();
    let question = make::reply(&world, ReplyKind::Question, "في أي يوم انتظرتم؟");
    world.does("huda", Action::AskPerson(question));
    assert_eq!(holder(world.case()), Holder::Person);
    assert_eq!(world.case().clocks.paused_since, Some(world.now));
    // One working day and one hour later the person answers.
    world.later(TimeDelta::hours(25));
    world.does("person", make::called_again());
    let clocks = &world.case().clocks;
    assert_eq!(clocks.paused_since, None);
    assert_eq!(clocks.answer_due, before.answer_due + TimeDelta::hours(25));
    assert_eq!(holder(world.case()), Holder::Handler { staff: "huda".into() });
}

#[test]
fn an_unanswered_question_lapses_and_pauses_no_longer_than_its_limit() {
    let mut world = World::owned();
    let before = world.case().clocks.solution_due;
    let question = make::reply(&world, ReplyKind::Question, "في أي يوم انتظرتم؟");
    world.does("huda", Action::AskPerson(question));
    let limit = world.case().asks[0].until.unwrap();
    assert_eq!(limit, at("2026-03-15T06:00:00Z"));
    // The clockwork comes three days late; the pause ended at the limit all the same.
    world.now = limit + TimeDelta::days(3);
    assert_eq!(world.ticks(), ["ask_lapsed"]);
    assert_eq!(holder(world.case()), Holder::Handler { staff: "huda".into() });
    assert_eq!(world.case().clocks.solution_due, before + TimeDelta::days(14));
}

#[test]
fn asking_again_buys_no_more_time() {
    let mut world = World::owned();
    let ask = |world: &mut World, text: &str| {
        let question = make::reply(world, ReplyKind::Question, text);
        world.does("huda", Action::AskPerson(question));
    };
    ask(&mut world, "في أي يوم انتظرتم؟");
    world.now = world.case().asks[0].until.unwrap();
    world.ticks();
    let due = world.case().clocks.solution_due;
    ask(&mut world, "وعند أي موقف؟");
    assert_eq!(world.case().asks[0].until, Some(world.now));
    world.later(TimeDelta::days(3));
    assert_eq!(world.ticks(), ["ask_lapsed"]);
    assert_eq!(world.case().clocks.solution_due, due);
}

#[test]
fn a_question_that_sends_the_person_elsewhere_pauses_nothing() {
    let world = World::owned();
    let question = make::reply(&world, ReplyKind::Question, IN_PRIVATE);
    let refused = world.judges("huda", &Action::AskPerson(question));
    assert_eq!(refused, Err(Refusal::Deflection));
}

#[test]
fn two_heads_of_one_draft_are_both_kept_until_it_is_sent() {
    let mut world = World::owned();
    let draft = DraftId(Uuid::from_u128(5));
    let write = |parent, text: &str| Action::DraftReply { draft, parent, text: text.into() };
    let first = world.does("huda", write(None, "أ"));
    world.does("huda", write(Some(first), "أ ب"));
    assert_eq!(world.case().drafts.len(), 1);
    world.does("huda", write(Some(first), "أ ج"));
    assert_eq!(world.case().drafts.len(), 2);
    let reply = make::reply(&world, ReplyKind::Progress, NEWS);
    world.does("huda", Action::SendReply(SendReply { draft: Some(draft), ..reply }));
    assert!(world.case().drafts.is_empty());
}
