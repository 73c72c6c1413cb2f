//! The calendar against a slow, obvious second implementation, and the cases that users of other
//! systems complain of: split days, holidays, midnight, clocks put forward and back.

mod days;
mod slow_walk;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};

use super::*;

fn calendar(form: Value) -> Calendar {
    serde_json::from_value(form).unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}

/// Sunday to Thursday, a split day on Monday, Ramadan hours, a holiday inside and outside of them,
/// and one Saturday of work. Muscat is four hours before UTC, all year.
fn muscat() -> Calendar {
    calendar(json!({
        "zone": "Asia/Muscat",
        "week": {
            "sunday": ["07:30-14:30"],
            "monday": ["08:00-12:00", "16:00-20:00"],
            "tuesday": ["07:30-14:30"],
            "wednesday": ["07:30-14:30"],
            "thursday": ["07:30-14:30"],
        },
        "holidays": ["2026-11-18", "2026-03-01", "2026-05-09"],
        "seasons": [{
            "from": "2026-02-18",
            "until": "2026-03-19",
            "week": { "sunday": ["09:00-14:00"], "monday": ["09:00-14:00"], "saturday": ["21:00-24:00"] },
        }],
        "days": { "2026-05-09": ["08:00-12:00"] },
    }))
}

/// A calendar of an agency that never sleeps in a zone whose clock changes.
fn berlin_nights() -> Calendar {
    calendar(json!({
        "zone": "Europe/Berlin",
        "week": {
            "saturday": ["00:00-03:30", "22:00-24:00"],
            "sunday": ["00:00-02:30", "02:45-06:00"],
            "monday": ["00:00-24:00"],
        },
    }))
}

#[test]
fn hours_of_work_pass_over_night_and_weekend() {
    let calendar = muscat();
    let thursday_noon = at("2026-06-04T08:00:00Z");
    assert_eq!(calendar.add_working(thursday_noon, hours(3)), Some(at("2026-06-07T04:00:00Z")));
}

#[test]
fn a_clock_that_fills_with_the_bell_ends_at_the_bell() {
    let calendar = muscat();
    let start = at("2026-06-04T08:30:00Z");
    assert_eq!(calendar.add_working(start, hours(2)), Some(at("2026-06-04T10:30:00Z")));
    assert_eq!(calendar.add_working(start, TimeDelta::zero()), Some(start));
    assert_eq!(calendar.add_working(start, TimeDelta::seconds(-1)), None);
}

#[test]
fn a_split_day_has_a_break() {
    let calendar = muscat();
    let monday_eleven = at("2026-06-08T07:00:00Z");
    assert_eq!(calendar.add_working(monday_eleven, hours(2)), Some(at("2026-06-08T13:00:00Z")));
    let lunch = at("2026-06-08T09:00:00Z");
    assert!(!calendar.is_working(lunch));
    assert_eq!(calendar.next_open(lunch), Some(at("2026-06-08T12:00:00Z")));
    assert_eq!(calendar.next_open(monday_eleven), Some(monday_eleven));
}

#[test]
fn a_season_has_its_own_hours_until_its_last_date() {
    let calendar = muscat();
    let hours_on = |date: &str| {
        let date: NaiveDate = date.parse().unwrap();
        calendar.hours_of(date).intervals().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(hours_on("2026-02-15"), ["07:30-14:30"]);
    assert_eq!(hours_on("2026-02-22"), ["09:00-14:00"]);
    assert_eq!(hours_on("2026-03-19"), [""; 0]);
    assert_eq!(hours_on("2026-03-22"), ["07:30-14:30"]);
    assert_eq!(hours_on("2026-03-01"), [""; 0]);
    assert_eq!(hours_on("2026-05-09"), ["08:00-12:00"]);
}

#[test]
fn of_two_seasons_that_share_a_date_the_later_entry_wins() {
    let season = |from, until, hours: &str| json!({ "from": from, "until": until, "week": { "sunday": [hours] } });
    let calendar = calendar(json!({
        "zone": "Asia/Muscat",
        "seasons": [
            season("2026-02-18", "2026-03-19", "09:00-14:00"),
            season("2026-03-10", "2026-03-19", "10:00-13:00"),
        ],
    }));
    let opens = |date: &str| calendar.hours_of(date.parse().unwrap()).intervals()[0].start_minute();
    assert_eq!((opens("2026-03-08"), opens("2026-03-15")), (9 * 60, 10 * 60));
}

#[test]
fn work_until_midnight_ends_at_midnight() {
    let calendar = muscat();
    let saturday_night = at("2026-02-21T19:59:59Z");
    assert!(calendar.is_working(saturday_night));
    assert!(!calendar.is_working(at("2026-02-21T20:00:00Z")));
    let end = calendar.add_working(saturday_night, TimeDelta::seconds(2));
    assert_eq!(end, Some(at("2026-02-22T05:00:01Z")));
}

#[test]
fn a_calendar_that_never_closes_counts_real_hours() {
    let always = Calendar::always_open(chrono_tz::Africa::Cairo);
    let before_the_change = at("2026-04-23T12:00:00Z");
    let end = always.add_working(before_the_change, hours(48));
    assert_eq!(end, Some(at("2026-04-25T12:00:00Z")));
    let years = always.working_between(at("2016-01-01T00:00:00Z"), at("2036-01-01T00:00:00Z"));
    assert_eq!(years, TimeDelta::days(7305));
}

#[test]
fn an_hour_that_comes_twice_is_worked_twice_and_one_that_is_skipped_is_not() {
    let calendar = berlin_nights();
    let day = |from, until| calendar.working_between(at(from), at(until));
    let usual = TimeDelta::minutes(345);
    assert_eq!(day("2026-06-06T22:00:00Z", "2026-06-07T22:00:00Z"), usual);
    // 02:00 becomes 03:00: half an hour before the break and a quarter after it never come.
    assert_eq!(day("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"), usual - TimeDelta::minutes(45));
    // 03:00 becomes 02:00: the same three quarters come twice.
    assert_eq!(day("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"), usual + TimeDelta::minutes(45));
}

#[test]
fn a_date_that_a_zone_skipped_has_no_working_time() {
    let apia = Calendar::always_open(chrono_tz::Pacific::Apia);
    let from = at("2011-12-30T09:59:59Z");
    assert_eq!(apia.add_working(from, TimeDelta::seconds(2)), Some(at("2011-12-30T10:00:01Z")));
}

#[test]
fn working_days_keep_the_time_of_day_within_the_hours() {
    let calendar = muscat();
    let days = |start, n| calendar.add_working_days(at(start), n).unwrap();
    let thursday = "2026-06-04T08:00:00Z";
    assert_eq!(days(thursday, 0), at(thursday));
    assert_eq!(days(thursday, 1), at("2026-06-07T08:00:00Z"));
    assert_eq!(days(thursday, 2), at("2026-06-08T08:00:00Z"), "noon is the edge of the break");
    assert_eq!(days("2026-06-04T09:00:00Z", 2), at("2026-06-08T12:00:00Z"), "the break's end");
    assert_eq!(days("2026-06-04T01:00:00Z", 1), at("2026-06-07T03:30:00Z"), "the opening");
    assert_eq!(days("2026-06-04T18:00:00Z", 1), at("2026-06-07T10:30:00Z"), "the closing");
    assert_eq!(days("2026-11-17T08:00:00Z", 1), at("2026-11-19T08:00:00Z"), "over a holiday");
}

#[test]
fn a_working_day_at_a_skipped_time_begins_after_the_jump() {
    let calendar = berlin_nights();
    let saturday = at("2026-03-28T01:15:00Z");
    assert_eq!(calendar.add_working_days(saturday, 1), Some(at("2026-03-29T01:00:00Z")));
}

#[test]
fn a_calendar_that_only_lived_once_ends_the_search() {
    let calendar =
        calendar(json!({ "zone": "Asia/Riyadh", "days": { "2020-01-01": ["08:00-09:00"] } }));
    let now = at("2026-01-01T00:00:00Z");
    assert_eq!(calendar.next_open(now), None);
    assert_eq!(calendar.add_working(now, hours(1)), None);
    assert_eq!(calendar.add_working_days(now, 1), None);
    assert_eq!(calendar.working_between(now, at("2030-01-01T00:00:00Z")), TimeDelta::zero());
}

#[test]
fn the_ends_of_time_break_nothing() {
    let always = Calendar::always_open(chrono_tz::Asia::Muscat);
    let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
    assert_eq!(always.add_working(last, hours(1)), None);
    assert_eq!(always.add_working_days(last, 1), None);
    assert!(!always.is_working(last));
    assert!(always.next_open(first).is_some());
    assert_eq!(always.working_between(last, first), TimeDelta::zero());
    assert!(always.working_between(first, last) > TimeDelta::days(30_000));
}

#[test]
fn a_calendar_is_written_and_read_without_loss() {
    for calendar in [muscat(), berlin_nights(), Calendar::always_open(chrono_tz::Asia::Muscat)] {
        let text = serde_json::to_string(&calendar).unwrap();
        assert_eq!(serde_json::from_str::<Calendar>(&text).unwrap(), calendar);
    }
}

#[test]
fn intervals_that_touch_are_one() {
    let touching = json!({ "zone": "UTC", "week": { "monday": ["12:00-24:00", "00:00-12:00"] } });
    let whole = json!({ "zone": "UTC", "week": { "monday": ["00:00-24:00"] } });
    assert_eq!(calendar(touching), calendar(whole));
}

#[test]
fn a_faulty_form_is_refused_by_its_fault() {
    let week = |monday: &[&str]| json!({ "zone": "UTC", "week": { "monday": monday } });
    let fault = |form: Value| match serde_json::from_value::<Calendar>(form) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    };
    for text in [
        "22:00-06:00",
        "08:00-08:00",
        "08:00-24:01",
        "8:00-9:00",
        "08:60-09:00",
        "+8:00-09:00",
        "morning",
    ] {
        assert!(fault(week(&[text])).starts_with("not hours of a day"), "{text}");
    }
    assert_eq!(fault(week(&["08:00-12:00", "11:00-14:00"])), "08:00-12:00 and 11:00-14:00 overlap");
    assert_eq!(fault(week(&[])), "no working hour anywhere");
    assert!(fault(json!({ "zone": "Asia/Nowhere" })).contains("Nowhere"));
    assert!(fault(json!({ "zone": "UTC", "weak": {} })).contains("unknown field"));
    let season = json!({ "from": "2026-03-19", "until": "2026-02-18" });
    let form = json!({ "zone": "UTC", "week": { "monday": ["08:00-09:00"] }, "seasons": [season] });
    assert_eq!(fault(form), "a season from 2026-03-19 until 2026-02-18");
}

/// Zones that change their clocks, at midnight among other hours, and every day of a year.
#[test]
fn a_day_begins_at_its_first_instant_in_every_zone() {
    for zone in chrono_tz::TZ_VARIANTS {
        let calendar = Calendar::always_open(zone);
        let mut noon = at("2026-01-01T12:00:00Z");
        let end = at("2026-12-31T12:00:00Z");
        while noon < end {
            let start = calendar.start_of_day(noon);
            let date = |at| calendar.wall_clock(at).unwrap().date();
            assert_eq!(date(start), date(noon), "{zone} {noon}");
            let before = start - TimeDelta::seconds(1);
            assert!(date(before) < date(start), "{zone} {noon}: {start} is not the first instant");
            assert!(start <= noon && noon - start < hours(26), "{zone} {noon}");
            let next = calendar.start_of_next_day(noon).unwrap();
            assert_eq!(calendar.start_of_day(next), next, "{zone} {noon}");
            noon += TimeDelta::days(1);
        }
    }
}

#[test]
fn a_midnight_that_is_skipped_begins_the_day_with_the_jump() {
    // Cairo puts its clocks forward at midnight, from 24 April 2026 24:00 to 01:00.
    let cairo = Calendar::always_open(chrono_tz::Africa::Cairo);
    assert_eq!(cairo.start_of_day(at("2026-04-24T09:00:00Z")), at("2026-04-23T22:00:00Z"));
    let beirut = Calendar::always_open(chrono_tz::Asia::Beirut);
    assert_eq!(beirut.start_of_day(at("2026-03-29T09:00:00Z")), at("2026-03-28T22:00:00Z"));
    // On the day of the change noon is an hour nearer to the start of the day.
    let berlin = Calendar::always_open(chrono_tz::Europe::Berlin);
    assert_eq!(berlin.start_of_day(at("2026-03-29T10:00:00Z")), at("2026-03-28T23:00:00Z"));
}
