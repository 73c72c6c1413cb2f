use super::*;
use crate::book::sample::{at, book, case, refund};
use crate::case::Channel;
use proptest::prelude::*;

/// The obvious way: how urgent a case is when looked at, in seconds; smaller is sooner.
fn score_at(case: &Case, book: &Book, now: DateTime<Utc>) -> i64 {
    let zone = book.calendar.zone();
    let mut due: Vec<DateTime<Utc>> = case.next_contact.into_iter().collect();
    if case.clocks.paused_since.is_none() {
        due.extend(case.clocks.answered_at.is_none().then_some(case.clocks.answer_due));
        due.extend(case.clocks.solved_at.is_none().then_some(case.clocks.solution_due));
    }
    due.extend(case.clocks.ceiling.filter(|_| case.clocks.solved_at.is_none()));
    for remedy in &case.remedies {
        if !matches!(remedy.state, RemedyState::Done | RemedyState::Failed) {
            due.push(remedy.due);
        }
    }
    let mut score = due.into_iter().min().map_or(UNBOUND_S, |at| at.timestamp());
    if book.categories[&case.category].ceiling_hours.is_some() {
        score -= 3_600 * i64::from(book.rank.vital_hours);
    }
    let mut people = case.people_affected;
    while people >= 10 {
        people /= 10;
        score -= 3_600 * i64::from(book.rank.per_tenfold_people_hours);
    }
    for _ in 0..case.contacts_without_progress.min(case.contacts - 1) {
        score -= 3_600 * i64::from(book.rank.per_repeat_hours);
    }
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let age_days = (day(now) - day(case.opened_at)).num_days();
    score - age_days * 60 * i64::from(book.rank.per_day_minutes)
}

fn instants() -> impl Strategy<Value = DateTime<Utc>> {
    (1_500_000_000_i64..1_900_000_000).prop_map(instant)
}

fn cases() -> impl Strategy<Value = Case> {
    let due = (instants(), instants(), prop::option::of(instants()), prop::option::of(instants()));
    let stopped = (any::<bool>(), any::<bool>(), any::<bool>());
    let weight = (1..50_000_u32, 1..9_u32, 0..9_u32, any::<bool>());
    let state =
        prop::sample::select(vec![RemedyState::Granted, RemedyState::Done, RemedyState::Late]);
    let remedy = prop::option::of((instants(), state));
    let category = prop::sample::select(vec!["late-bus", "crash", "other"]);
    (instants(), due, stopped, weight, remedy, category).prop_map(
        |(opened, due, stopped, weight, remedy, category)| {
            let mut case = case();
            case.opened_at = opened;
            (case.clocks.answer_due, case.clocks.solution_due) = (due.0, due.1);
            (case.clocks.ceiling, case.next_contact) = (due.2, due.3);
            case.clocks.answered_at = stopped.0.then_some(opened);
            case.clocks.solved_at = stopped.1.then_some(opened);
            case.clocks.paused_since = stopped.2.then_some(opened);
            (case.people_affected, case.contacts) = (weight.0, weight.1);
            (case.contacts_without_progress, case.flagged) = (weight.2, weight.3);
            case.remedies.extend(remedy.map(|(due, state)| {
                let mut granted = refund(1, state);
                granted.due = due;
                granted
            }));
            case.category = category.into();
            case
        },
    )
}

#[test]
fn the_nearest_due_is_named() {
    let mut case = case();
    assert_eq!(nearest_due(&case), Some((case.clocks.answer_due, DueOf::Answer)));
    case.clocks.answered_at = Some(case.opened_at);
    assert_eq!(nearest_due(&case).unwrap().1, DueOf::NextContact);
    case.clocks.ceiling = case.next_contact;
    assert_eq!(nearest_due(&case).unwrap().1, DueOf::Ceiling, "the harder one of two");
    case.clocks.solved_at = Some(case.opened_at);
    case.next_contact = None;
    assert_eq!(nearest_due(&case), None);
}

#[test]
fn clocks_that_pause_do_not_bind_but_a_ceiling_does() {
    let mut case = case();
    case.clocks.paused_since = Some(case.opened_at);
    assert_eq!(nearest_due(&case).unwrap().1, DueOf::NextContact);
    case.clocks.ceiling = Some(at("2026-03-02T00:00:00Z"));
    assert_eq!(nearest_due(&case).unwrap().1, DueOf::Ceiling);
}

#[test]
fn five_contacts_without_progress_pass_a_case_that_is_due_a_day_earlier() {
    let (mut patient, calm) = (case(), case());
    patient.clocks.answer_due += TimeDelta::hours(23);
    assert!(rank(&patient, &book()).at > rank(&calm, &book()).at);
    (patient.contacts, patient.contacts_without_progress) = (5, 5);
    assert!(rank(&patient, &book()).at < rank(&calm, &book()).at);
    let repeats = RankPart::Repeats { contacts: 4, hours: 24 };
    assert!(rank(&patient, &book()).parts.contains(&repeats));
}

#[test]
fn a_first_contact_is_no_repeat() {
    let parts = rank(&case(), &book()).parts;
    assert!(!parts.iter().any(|part| matches!(part, RankPart::Repeats { .. })));
}

#[test]
fn flagged_cases_have_a_band_above_and_closed_ones_come_last() {
    let (mut flagged, mut closed, mut unbound) = (case(), case(), case());
    flagged.flagged = true;
    flagged.clocks.answer_due += TimeDelta::days(300);
    (closed.stage, closed.flagged) = (Stage::Closed, true);
    unbound.clocks.answered_at = Some(unbound.opened_at);
    unbound.clocks.solved_at = Some(unbound.opened_at);
    unbound.next_contact = None;
    let key = |case: &Case| rank(case, &book()).order_key();
    assert!(key(&flagged) < key(&case()));
    assert!(key(&case()) < key(&unbound));
    assert!(key(&unbound) < key(&closed));
    assert!(rank(&closed, &book()).parts.is_empty());
}

#[test]
fn absurd_numbers_break_nothing() {
    let (mut absurd, mut table) = (case(), book());
    absurd.clocks.answer_due = DateTime::<Utc>::MIN_UTC;
    (absurd.contacts, absurd.contacts_without_progress) = (u32::MAX, u32::MAX);
    absurd.people_affected = u32::MAX;
    table.rank.per_repeat_hours = u32::MAX;
    assert_eq!(rank(&absurd, &table).at, DateTime::<Utc>::UNIX_EPOCH);
    table.rank.per_day_minutes = u32::MAX;
    absurd.opened_at = DateTime::<Utc>::MAX_UTC;
    assert!(rank(&absurd, &table).at < instant(CLOSED_S));
}

proptest! {
    #[test]
    fn order_by_rank_is_order_by_score_at_any_now(a in cases(), b in cases(), now in instants()) {
        let book = book();
        let stored = rank(&a, &book).at.cmp(&rank(&b, &book).at);
        prop_assert_eq!(stored, score_at(&a, &book, now).cmp(&score_at(&b, &book, now)));
    }

    #[test]
    fn rank_is_blind_to_who_asks_and_how(
        case in cases(),
        name in "\\PC{0,20}",
        channel in prop::sample::select(vec![Channel::Social, Channel::Branch, Channel::Portal]),
        person in any::<u128>(),
    ) {
        let mut famous = case.clone();
        famous.person = Some(crate::PersonId(uuid::Uuid::from_u128(person)));
        (famous.subject, famous.own_words, famous.place) = (name.clone(), name.clone(), Some(name));
        (famous.channel, famous.tried) = (channel, vec![channel]);
        famous.owner = Some("said".into());
        prop_assert_eq!(rank(&famous, &book()), rank(&case, &book()));
    }
}
