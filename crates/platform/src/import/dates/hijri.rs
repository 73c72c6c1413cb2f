//! The Umm al-Qura calendar, by which Saudi agencies date their papers.

use chrono::{Datelike, NaiveDate};
use icu_calendar::cal::Hijri;
use icu_calendar::types::RataDie;
use icu_calendar::{Date, cal};

/// Years that the official tables cover and complaints may bear.
pub const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1343..=1500;

type UmmAlQura = Hijri<cal::hijri::UmmAlQura>;

const CALENDAR: UmmAlQura = Hijri::new_umm_al_qura();

/// The Gregorian day of a Hijri day; none when the calendar has no such day.
#[must_use]
pub fn gregorian(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    if !HIJRI_YEARS.contains(&year) {
        return None;
    }
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let date = Date::try_new_hijri_with_calendar(year, month, day, CALENDAR).ok()?;
    let days = i32::try_from(date.to_rata_die().to_i64_date()).ok()?;
    NaiveDate::from_num_days_from_ce_opt(days)
}

/// Year, month and day of a Gregorian day in the Hijri calendar.
#[must_use]
pub fn hijri(day: NaiveDate) -> (i32, u8, u8) {
    let date = Date::from_rata_die(RataDie::new(day.num_days_from_ce().into()), CALENDAR);
    (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_official_calendar_are_known() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (hijri_day, gregorian_day) in [
            ((1446, 9, 1), "2025-03-01"),
            ((1446, 9, 14), "2025-03-14"),
            ((1447, 1, 1), "2025-06-26"),
        ] {
            let (year, month, date) = hijri_day;
            assert_eq!(gregorian(year, month, date), Some(day(gregorian_day)));
            let (year, month, date) = hijri(day(gregorian_day));
            assert_eq!((year, u32::from(month), u32::from(date)), hijri_day);
        }
        assert_eq!(gregorian(1446, 13, 1), None);
        assert_eq!(gregorian(1446, 9, 31), None);
        assert_eq!(gregorian(1046, 9, 1), None);
    }
}
