//! What holds whatever people do, in whatever order.

use crate::make;
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{
    Bearing, Case, ContactDirection, Ending, Holder, ReplyKind, Stage, fold, granted_minor,
    holding_totals, next_due,
};
use domain::{
    Action, DraftId, Event, NextDate, OpId, RecordContact, RemedyProgress, ReviewOutcome, SendReply,
};
use proptest::prelude::*;
use uuid::Uuid;

/// One step of a random story: who, what, how much, how long after the last, how long offline.
#[derive(Clone, Debug)]
pub struct Step {
    pub who: usize,
    pub what: usize,
    pub amount: i64,
    pub wait_s: i64,
    offline_s: i64,
    /// Whether the one acts who most likely would; else anybody.
    sensible: bool,
}

pub const EVERYBODY: [&str; 10] =
    ["huda", "hamed", "tariq", "badr", "said", "faris", "fatma", "person", "overseer", "platform"];
const KINDS: usize = 35;

fn step() -> impl Strategy<Value = Step> {
    let wait_s = prop_oneof![3 => 0..20_i64, 4 => 60..20_000_i64, 1 => 80_000..3_000_000_i64];
    let offline_s = prop_oneof![3 => Just(0), 1 => -90_000..90_000_i64];
    let who = (0..EVERYBODY.len(), any::<bool>());
    (who, 0..KINDS, 1..8_000_i64, wait_s, offline_s).prop_map(
        |((who, sensible), what, amount, wait_s, offline_s)| Step {
            who,
            what,
            amount,
            wait_s,
            offline_s,
            sensible,
        },
    )
}

pub fn story() -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..60)
}

/// The step as an action on the case as it stands; ids are those that exist, so that most make sense.
#[allow(clippy::too_many_lines, reason = "one arm for each kind of action")]
pub fn action(world: &World, step: &Step) -> Action {
    let case = world.case();
    let decision = case.decision.as_ref().map_or(world.log[0].op, |it| it.id);
    let approval = case.approvals.last().map_or(world.log[0].op, |it| it.id);
    let revision = case.approvals.last().map_or(1, |it| it.revision);
    let grant = case.remedies.last().map(|it| it.id);
    let text = format!("خبر جديد رقم {} عن الحافلة في محطة روي", step.amount);
    let reply = |kind| make::reply(world, kind, &text);
    let said = || "كما قال".to_owned();
    match step.what {
        0 | 1 => Action::Take,
        2 => Action::Assign { to: if step.amount % 2 == 0 { "hamed" } else { "huda" }.into() },
        3 => Action::Release { because: said() },
        4 => Action::AddNote { text: said() },
        5 | 6 => make::called_again(),
        7 => Action::RecordContact(RecordContact {
            direction: ContactDirection::Outbound,
            ..make::contact()
        }),
        8 => Action::SendReply(reply(ReplyKind::Progress)),
        9 => {
            Action::SendReply(SendReply { next: NextDate::Ending, ..reply(ReplyKind::RemedyDone) })
        }
        10 => Action::SendReply(make::reply(
            world,
            ReplyKind::Progress,
            "نرجو التواصل معنا على الخاص",
        )),
        11 => Action::AskPerson(reply(ReplyKind::Question)),
        12 => Action::GrantRemedy(make::refund(step.amount)),
        13 => Action::GrantRemedy(make::visit()),
        14 | 15 => match grant {
            Some(grant) => Action::UpdateRemedy {
                grant,
                to: if step.amount % 3 == 0 {
                    RemedyProgress::Failed
                } else {
                    RemedyProgress::Done
                },
                proof: said(),
            },
            None => Action::GrantRemedy(make::visit()),
        },
        16 | 17 => make::ask_approval(world, step.amount * 8),
        18 => Action::RequestApproval {
            resolution: Box::new(make::resolution(world, step.amount * 4)),
            revises: Some(approval),
        },
        19 | 20 => Action::Approve { approval, revision },
        21 => Action::ReturnRequest { approval, revision, note: said() },
        22 => Action::RefuseRequest { approval, revision, reasons: said() },
        23 => Action::Recall { approval },
        24 | 25 => make::decide(world, step.amount),
        26 => Action::Withdraw { op: world.log.last().map_or(decision, |it| it.op) },
        27 => Action::Confirm { decision, text: said(), by: Bearing::OwnPage },
        28 => Action::Dispute { decision, text: said(), by: Bearing::SpokenWord },
        29 => Action::HeardSolved { decision, text: said() },
        30 => Action::HeardNotSolved { decision, text: said() },
        31 => Action::Review { decision, outcome: ReviewOutcome::Upheld, reasons: said() },
        32 => Action::Review { decision, outcome: ReviewOutcome::Overturned, reasons: said() },
        33 => Action::EndUnconfirmed { decision },
        _ => Action::DraftReply {
            draft: DraftId(Uuid::from_u128(5)),
            parent: Some(OpId(Uuid::nil())),
            text: said(),
        },
    }
}

/// Who would most likely do it.
fn likely(world: &World, what: usize) -> String {
    let case = world.case();
    let owner = case.owner.as_ref().map_or("huda", |it| it.as_str());
    let asked = case.approvals.last().and_then(|it| it.approvers.last());
    match what {
        2 => "badr",
        19..=22 => asked.map_or("badr", |it| it.as_str()),
        27 | 28 => "person",
        29 => "faris",
        31 | 32 => "fatma",
        33 => "platform",
        _ => owner,
    }
    .to_owned()
}

/// Runs a story; the clockwork ticks now and then. `check` looks at every change.
fn run(story: &[Step], who: &[&str; 10], mut check: impl FnMut(&Case, &World)) -> World {
    let mut world = World::opened();
    for step in story {
        world.later(TimeDelta::seconds(step.wait_s));
        world.offline = TimeDelta::seconds(step.offline_s);
        let before = world.case().clone();
        let actor = if step.sensible { likely(&world, step.what) } else { who[step.who].into() };
        if world.tries(&actor, &action(&world, step)).is_ok() {
            check(&before, &world);
        }
        world.offline = TimeDelta::zero();
        for _ in 0..step.wait_s / 259_200 {
            world.later(TimeDelta::days(3));
            let before = world.case().clone();
            world.ticks();
            check(&before, &world);
        }
    }
    world
}

/// Segments touch from the beginning on, and their sum is the lifetime to the second.
fn check_hours(world: &World) {
    let case = world.case();
    let ledger = &case.ledger;
    assert_eq!(ledger[0].since, case.opened_at);
    for pair in ledger.windows(2) {
        assert_eq!(pair[0].until, Some(pair[1].since));
        assert!(pair[0].since <= pair[1].since && pair[0].holder != pair[1].holder);
    }
    assert_eq!(ledger.last().unwrap().until, None);
    let closed = ledger.last().filter(|it| it.holder == Holder::Nobody).map(|it| it.since);
    let end = closed.unwrap_or(world.now);
    let held: i64 = holding_totals(case, world.now).iter().map(|(_, seconds)| seconds).sum();
    assert_eq!(held, end.timestamp() - case.opened_at.timestamp());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_hours_of_all_holders_are_the_lifetime(story in story()) {
        let world = run(&story, &EVERYBODY, |_, world| check_hours(world));
        check_hours(&world);
    }

    #[test]
    fn folding_all_events_is_applying_them_one_by_one(story in story()) {
        let world = run(&story, &EVERYBODY, |_, _| {});
        prop_assert_eq!(fold(&world.log), world.case.clone());
        let stored = serde_json::to_string(world.case()).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Case>(&stored).unwrap(), world.case());
    }

    /// Whoever they are, whatever they do, for as long as they like: without the person, another
    /// colleague or the clockwork nothing they do closes a case.
    #[test]
    fn no_handler_alone_closes_a_case(story in story(), alone in 0..7_usize) {
        let mut world = World::opened();
        for step in &story {
            world.later(TimeDelta::seconds(step.wait_s));
            let _ = world.tries(EVERYBODY[alone], &action(&world, step));
            prop_assert_ne!(world.case().stage, Stage::Closed);
        }
    }

    #[test]
    fn every_closing_is_by_the_person_by_silence_or_by_somebody_apart(story in story()) {
        run(&story, &EVERYBODY, |before, world| {
            let case = world.case();
            if case.stage != Stage::Closed || before.stage == Stage::Closed {
                return;
            }
            let last = world.log.last().unwrap();
            if matches!(last.event, Event::Withdrawn { .. }) {
                // What reopened it was a slip: the closing before it was judged here already.
                assert!(world.log.iter().any(|it| matches!(it.event, Event::Closed { .. })));
                return;
            }
            let decision = before.decision.as_ref().unwrap();
            match (case.ending.unwrap(), last.actor.staff()) {
                (Ending::BeforeRida, _) => panic!("only an import ends so"),
                (Ending::Unconfirmed { .. }, actor) => {
                    assert_eq!(actor, None);
                    assert!(case.decision.as_ref().unwrap().reminders.len() >= 2);
                }
                (_, Some(staff)) => {
                    assert!(!before.touched_by.contains(staff));
                    assert_ne!(staff, &decision.by);
                }
                (_, None) => {}
            }
        });
    }

    #[test]
    fn no_grant_is_above_the_power_of_its_name(story in story()) {
        run(&story, &EVERYBODY, |_, world| {
            let op = world.log.last().unwrap().op;
            for event in world.events_of(op) {
                let Event::RemedyGranted { ask, by, .. } = event else { continue };
                let category = &world.case().category;
                let power = world.book.power_for(by, &ask.remedy, category, world.now).unwrap();
                let granted = granted_minor(world.case(), &ask.remedy);
                assert!(power.limit_case.is_none_or(|it| granted <= it.minor()));
                let spent = world.spent[by].get(&ask.remedy).copied().unwrap_or(0);
                assert!(power.limit_day.is_none_or(|it| spent <= it.minor()));
            }
        });
    }

    /// R30: no case is open without a next contact or a listed reason.
    #[test]
    fn every_open_case_names_its_next_contact(story in story()) {
        run(&story, &EVERYBODY, |before, world| {
            let case = world.case();
            if case.stage == Stage::Closed {
                return;
            }
            assert!(case.next_contact.is_some() || case.no_date.is_some());
            let reopened = before.stage > Stage::Open && case.stage <= Stage::Open;
            let withdrew = matches!(world.log.last().unwrap().event, Event::Withdrawn { .. });
            if reopened && !withdrew {
                assert!(case.next_contact > Some(world.now));
            }
        });
    }

    /// Only a decision or a remedy done answers; no action moves a running clock earlier or sets it
    /// back to its beginning, and only a pause moves it at all.
    #[test]
    fn no_action_resets_a_clock(story in story()) {
        run(&story, &EVERYBODY, |before, world| {
            let case = world.case();
            let withdrew = matches!(world.log.last().unwrap().event, Event::Withdrawn { .. });
            if withdrew {
                return;
            }
            assert_eq!(case.clocks.ceiling, before.clocks.ceiling);
            if before.clocks.paused_since.is_none() {
                assert_eq!(case.clocks.answer_due, before.clocks.answer_due);
                assert_eq!(case.clocks.solution_due, before.clocks.solution_due);
            }
            assert!(case.clocks.answer_due >= before.clocks.answer_due);
            if case.clocks.answered_at != before.clocks.answered_at {
                let kind = case.outbound.last().unwrap().kind;
                assert!(matches!(kind, ReplyKind::Decision | ReplyKind::RemedyDone));
            }
            let paused = case.clocks.paused_since.is_some();
            assert_eq!(paused, domain::case::holder(case) == Holder::Person);
        });
    }

    /// What the clockwork says is due is accepted (`ticks` panics otherwise), and nothing is due
    /// before the instant that the index names.
    #[test]
    fn nothing_is_due_before_the_instant_of_the_index(story in story()) {
        let mut world = run(&story, &EVERYBODY, |_, _| {});
        world.ticks();
        let (book, person) = (&world.book, world.person.as_ref());
        let until = next_due(world.case(), book);
        for hours in [0, 1, 30, 200, 900] {
            let then = world.now + TimeDelta::hours(hours);
            let due = domain::case::due(world.case(), person, book, then);
            prop_assert!(due.is_empty() || until.is_some_and(|at| at <= then), "{:?}", due);
        }
    }
}

#[test]
fn the_random_stories_reach_every_ending() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..150 {
        let story = story().new_tree(&mut runner).unwrap().current();
        run(&story, &EVERYBODY, |_, world| {
            let case = world.case();
            if let Some(ending) = case.ending {
                seen.insert(format!("{ending:?}").chars().take(5).collect::<String>());
            }
            if !case.disputed.is_empty() {
                seen.insert("disputed".to_owned());
            }
            if case.decision.as_ref().is_some_and(|it| it.approved_by.is_some()) {
                seen.insert("approved".to_owned());
            }
        });
    }
    for wanted in ["Confi", "Uncon", "Uphel", "disputed", "approved"] {
        assert!(seen.contains(wanted), "{wanted} is never reached, only {seen:?}");
    }
}
