//! No way around the person's own word, whatever staff do in whatever order.

use crate::make;
use crate::properties::{EVERYBODY, Step, action, story};
use crate::world::World;
use chrono::TimeDelta;
use domain::case::{Bearing, Case, Channel, ContactDirection, ContactOutcome, Ending, Stage, due};
use domain::{Action, Actor, Event, RecordContact, Recorded};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Those of [`EVERYBODY`] who work there.
const STAFF: usize = 7;

/// The step as an act of staff: contacts of every kind, words that are sometimes missing.
fn staff_action(world: &World, step: &Step) -> Action {
    let n = usize::try_from(step.amount).unwrap();
    let text =
        if n.is_multiple_of(4) { String::new() } else { "قال إن الأمر حل".to_owned() };
    let decision = world.case().decision.as_ref().map_or(world.log[0].op, |it| it.id);
    match step.what {
        5..=7 => Action::RecordContact(any_contact(n)),
        27 | 29 => Action::HeardSolved { decision, text },
        28 => Action::Confirm { decision, text, by: any_bearing(n) },
        33 => Action::Remind { decision, channel: Channel::Sms },
        _ => action(world, step),
    }
}

fn any_contact(n: usize) -> RecordContact {
    let channels = [Channel::Phone, Channel::Sms, Channel::Mail, Channel::Portal, Channel::Branch];
    let outcomes = [ContactOutcome::Spoke, ContactOutcome::NoAnswer, ContactOutcome::Message];
    let directions = [ContactDirection::Outbound, ContactDirection::Inbound];
    RecordContact {
        channel: channels[n % 5],
        outcome: outcomes[n % 3],
        direction: directions[usize::from(n.is_multiple_of(7))],
        ..make::contact()
    }
}

fn any_bearing(n: usize) -> Bearing {
    [Bearing::OwnPage, Bearing::SpokenWord, Bearing::Heard][n % 3]
}

/// What the platform itself sent since the person was last written to or last wrote.
fn sent_in_this_silence(log: &[Recorded]) -> Vec<&Recorded> {
    let breaks = |it: &&Recorded| {
        matches!(
            it.event,
            Event::ReplySent { .. }
                | Event::Decided { .. }
                | Event::ContactRecorded { direction: ContactDirection::Inbound, .. }
        )
    };
    let since_break = log.iter().rev().take_while(|it| !breaks(it));
    since_break
        .filter(|it| matches!(it.event, Event::Reminded { .. }) && it.actor == Actor::Platform)
        .collect()
}

fn check_closing(before: &Case, world: &World) {
    let (case, log) = (world.case(), world.log.as_slice());
    let by = log.last().unwrap().actor.staff();
    match case.ending.unwrap() {
        Ending::Confirmed => {
            assert_eq!(case.confirmed_by, Some(Bearing::Heard));
            assert!(!before.touched_by.contains(by.unwrap()) && before.owner.as_ref() != by);
            let confirmed = log.iter().rev().find_map(|it| {
                if let Event::Confirmed { text, .. } = &it.event { Some(text) } else { None }
            });
            assert!(!confirmed.unwrap().trim().is_empty());
        }
        Ending::Unconfirmed { .. } => {
            assert_eq!(by, None);
            let sent = sent_in_this_silence(log);
            let days: BTreeSet<_> = sent.iter().map(|it| it.at.date_naive()).collect();
            assert!(sent.len() >= world.book.reminders.count as usize, "{} sent", sent.len());
            assert_eq!(days.len(), sent.len());
        }
        Ending::Upheld => assert!(!before.touched_by.contains(by.unwrap())),
        Ending::BeforeRida => panic!("only an import ends so"),
    }
}

fn check(before: &Case, world: &World) {
    let case = world.case();
    assert!(!matches!(case.confirmed_by, Some(Bearing::OwnPage | Bearing::SpokenWord)));
    let withdrew = matches!(world.log.last().unwrap().event, Event::Withdrawn { .. });
    if case.stage == Stage::Closed && before.ending != case.ending && !withdrew {
        check_closing(before, world);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Staff act, the clockwork ticks, the person is silent: a case is never confirmed as their own
    /// word, closes on hearsay only by words that somebody apart heard, and closes in silence only
    /// after the reminders that the platform sent.
    #[test]
    fn staff_never_give_the_persons_word(story in story()) {
        let mut world = World::opened();
        for step in &story {
            world.later(TimeDelta::seconds(step.wait_s));
            let before = world.case().clone();
            let staff = EVERYBODY[step.who % STAFF];
            if world.tries(staff, &staff_action(&world, step)).is_ok() {
                check(&before, &world);
            }
            for _ in 0..step.wait_s / 259_200 {
                world.later(TimeDelta::days(3));
                loop {
                    let next = due(world.case(), world.person.as_ref(), &world.book, world.now);
                    let Some(next) = next.into_iter().next() else { break };
                    let before = world.case().clone();
                    world.does("platform", next);
                    check(&before, &world);
                }
            }
        }
    }
}
