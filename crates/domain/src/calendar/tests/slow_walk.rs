//! The second implementation: it looks at the wall clock, minute after minute. Hours begin and end on
//! whole minutes, and so do the changes of every zone in use.

use chrono::{DateTime, DurationRound, NaiveDate, TimeDelta, Timelike, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::Calendar;

fn slow_is_working(calendar: &Calendar, at: DateTime<Utc>) -> bool {
    let wall = at.with_timezone(&calendar.zone()).naive_local();
    let minute = wall.time().num_seconds_from_midnight() / 60;
    calendar.hours_of(wall.date()).intervals().iter().any(|interval| {
        (u32::from(interval.start_minute())..u32::from(interval.end_minute())).contains(&minute)
    })
}

fn next_minute(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(TimeDelta::minutes(1)).unwrap() + TimeDelta::minutes(1)
}

fn slow_between(calendar: &Calendar, from: DateTime<Utc>, until: DateTime<Utc>) -> TimeDelta {
    let (mut at, mut sum) = (from, TimeDelta::zero());
    while at < until {
        let next = next_minute(at).min(until);
        if slow_is_working(calendar, at) {
            sum += next - at;
        }
        at = next;
    }
    sum
}

fn slow_add(
    calendar: &Calendar,
    start: DateTime<Utc>,
    working: TimeDelta,
    limit: TimeDelta,
) -> Option<DateTime<Utc>> {
    let (mut at, mut left) = (start, working);
    while left > TimeDelta::zero() {
        if at > start + limit {
            return None;
        }
        let next = next_minute(at);
        if slow_is_working(calendar, at) {
            if left <= next - at {
                return Some(at + left);
            }
            left -= next - at;
        }
        at = next;
    }
    Some(at)
}

fn any_hours() -> impl Strategy<Value = Vec<String>> {
    let edges = prop::collection::btree_set(0..=48_u16, 0..=6);
    let split = edges.prop_map(|edges| {
        let edges: Vec<u16> = edges.into_iter().map(|half| half * 30).collect();
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        edges.chunks_exact(2).map(|e| format!("{}-{}", clock(e[0]), clock(e[1]))).collect()
    });
    prop_oneof![
        3 => split,
        1 => Just(vec!["00:00-24:00".to_owned()]),
        1 => Just(vec![]),
    ]
}

fn any_week() -> impl Strategy<Value = Value> {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    prop::collection::vec(any_hours(), 7).prop_map(|days| {
        NAMES.into_iter().zip(days).map(|(n, h)| (n.to_owned(), json!(h))).collect()
    })
}

/// Zones with and without changes, one that changes at midnight, one by half an hour.
const ZONES: [&str; 6] = [
    "Asia/Muscat",
    "Africa/Cairo",
    "Europe/Berlin",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "America/St_Johns",
];

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let date =
        |from: i64| (0..40_i64).prop_map(move |n| NaiveDate::default() + TimeDelta::days(from + n));
    // The 20th of March and the 20th of October 2026: both changes of the clock are near.
    let near = prop_oneof![date(20_532), date(20_746)];
    (
        prop::sample::select(&ZONES),
        any_week(),
        any_week(),
        prop::collection::vec(near.clone(), 0..4),
        (near.clone(), 0..20_i64),
        (near, any_hours()),
    )
        .prop_filter_map("without hours", |(zone, week, other, holidays, season, day)| {
            let until = season.0 + TimeDelta::days(season.1);
            let mut form = json!({
                "zone": zone,
                "week": week,
                "holidays": holidays,
                "seasons": [{ "from": season.0, "until": until, "week": other }],
                "days": {},
            });
            form["days"][day.0.to_string()] = json!(day.1);
            serde_json::from_value(form).ok()
        })
}

fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
    let days = prop_oneof![20_530..20_575_i64, 20_740..20_790_i64];
    (days, 0..86_400_i64)
        .prop_map(|(day, second)| DateTime::from_timestamp(day * 86_400 + second, 0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn time_between_equals_the_slow_walk(
        calendar in any_calendar(),
        from in any_instant(),
        seconds in 0..800_000_i64,
    ) {
        let until = from + TimeDelta::seconds(seconds);
        prop_assert_eq!(calendar.working_between(from, until), slow_between(&calendar, from, until));
        prop_assert_eq!(calendar.working_between(until, from), TimeDelta::zero());
    }

    #[test]
    fn time_added_equals_the_slow_walk(
        calendar in any_calendar(),
        start in any_instant(),
        seconds in 0..200_000_i64,
    ) {
        let working = TimeDelta::seconds(seconds);
        let limit = TimeDelta::days(14);
        if let Some(end) = slow_add(&calendar, start, working, limit) {
            prop_assert_eq!(calendar.add_working(start, working), Some(end));
        } else if let Some(end) = calendar.add_working(start, working) {
            prop_assert!(end > start + limit);
        }
    }

    #[test]
    fn time_added_is_the_time_between(
        calendar in any_calendar(),
        start in any_instant(),
        seconds in 1..3_000_000_i64,
    ) {
        let working = TimeDelta::seconds(seconds);
        if let Some(end) = calendar.add_working(start, working) {
            prop_assert_eq!(calendar.working_between(start, end), working);
            prop_assert!(calendar.is_working(end - TimeDelta::nanoseconds(1)));
        }
    }

    #[test]
    fn the_next_opening_is_the_first(calendar in any_calendar(), from in any_instant()) {
        prop_assert_eq!(calendar.is_working(from), slow_is_working(&calendar, from));
        if let Some(open) = calendar.next_open(from) {
            prop_assert!(slow_is_working(&calendar, open));
            let shown = open.min(from + TimeDelta::days(10));
            prop_assert_eq!(slow_between(&calendar, from, shown), TimeDelta::zero());
        }
    }

    #[test]
    fn the_nth_working_day_has_its_number(
        calendar in any_calendar(),
        start in any_instant(),
        days in 1..30_u32,
    ) {
        let Some(end) = calendar.add_working_days(start, days) else { return Ok(()) };
        let date = |at: DateTime<Utc>| at.with_timezone(&calendar.zone()).date_naive();
        // The closing bell of a day may be the midnight that opens the next.
        let last = date(end - TimeDelta::nanoseconds(1)).max(date(start));
        let counted = date(start).iter_days().skip(1).take_while(|d| *d <= last);
        let counted = counted.filter(|d| calendar.is_working_day(*d)).count();
        let opens_at_midnight = calendar.is_working_day(date(end)) && date(end) != last;
        prop_assert_eq!(counted + usize::from(opens_at_midnight && counted < days as usize), days as usize);
    }
}
