//! The beginning of a day in every zone, around each change of its clock.

use super::*;
use chrono::TimeZone;
use chrono_tz::TZ_VARIANTS;

const YEARS: std::ops::Range<i32> = 2020..2029;
const GRID: TimeDelta = TimeDelta::minutes(15);

fn always(zone: Tz) -> Calendar {
    Calendar::always_open(zone)
}

fn start_of_year(year: i32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap()
}

/// The instants at which the zone changes its clock.
fn changes(calendar: &Calendar) -> Vec<DateTime<Utc>> {
    let (mut at, end) = (start_of_year(YEARS.start), start_of_year(YEARS.end));
    let mut found = Vec::new();
    while at < end {
        let next = at + TimeDelta::days(7);
        match calendar.first_change(at, next) {
            Some(change) => {
                found.push(change);
                at = change;
            }
            None => at = next,
        }
    }
    found
}

fn date(calendar: &Calendar, at: DateTime<Utc>) -> NaiveDate {
    calendar.wall_clock(at).unwrap().date()
}

/// A change, and the quarters of an hour from two days before it to two days after it, in order.
fn around(change: DateTime<Utc>) -> BTreeSet<DateTime<Utc>> {
    let quarter = change - TimeDelta::seconds(change.timestamp().rem_euclid(900));
    (-192..192).map(|n| quarter + GRID * n).chain([change]).collect()
}

/// Offsets are whole quarters of an hour in these years, so a date begins at a quarter or a change.
#[test]
fn in_every_zone_a_day_begins_with_the_first_instant_that_shows_its_date() {
    let mut tried = 0;
    for zone in TZ_VARIANTS {
        let calendar = always(zone);
        for change in changes(&calendar) {
            let mut begins = BTreeMap::new();
            for at in around(change) {
                begins.entry(date(&calendar, at)).or_insert(at);
            }
            // The first date began before the first quarter that is looked at.
            begins.pop_first();
            for at in around(change) {
                let Some(begin) = begins.get(&date(&calendar, at)) else { continue };
                let moment = at + TimeDelta::seconds(61);
                assert_eq!(calendar.start_of_day(at), *begin, "{zone} {at}");
                assert_eq!(calendar.start_of_day(moment), *begin, "{zone} {moment}");
            }
            tried += 1;
        }
    }
    assert!(tried > 1_000, "the zones have changes: {tried}");
}

#[test]
fn in_every_zone_a_day_ends_where_the_next_begins() {
    for zone in TZ_VARIANTS {
        let calendar = always(zone);
        for change in changes(&calendar) {
            for hours in (-30..30).step_by(3) {
                let at = change + TimeDelta::hours(hours);
                let end = calendar.start_of_next_day(at).unwrap();
                assert!(date(&calendar, end) > date(&calendar, at), "{zone} {at}");
                assert_eq!(calendar.start_of_day(end), end, "{zone} {at}");
            }
        }
    }
}

#[test]
fn the_hour_before_midnight_that_comes_twice_belongs_to_the_old_day() {
    let cairo = always(Tz::Africa__Cairo);
    let thursday = at("2026-10-28T21:00:00Z");
    assert_eq!(cairo.start_of_day(at("2026-10-29T20:30:00Z")), thursday, "23:30");
    assert_eq!(cairo.start_of_day(at("2026-10-29T21:30:00Z")), thursday, "23:30 once more");
    assert_eq!(cairo.start_of_day(at("2026-10-29T22:30:00Z")), at("2026-10-29T22:00:00Z"));
}

#[test]
fn the_day_before_a_date_that_a_zone_skipped_ends_with_the_jump() {
    let apia = always(Tz::Pacific__Apia);
    let jump = at("2011-12-30T10:00:00Z");
    assert_eq!(apia.start_of_next_day(at("2011-12-30T09:00:00Z")), Some(jump));
    assert_eq!(apia.start_of_day(jump), jump);
}

#[test]
fn the_ends_of_time_have_a_day_too() {
    let muscat = muscat();
    for at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        assert!(muscat.start_of_day(at) <= at);
    }
    assert_eq!(muscat.start_of_next_day(DateTime::<Utc>::MAX_UTC), None);
}
