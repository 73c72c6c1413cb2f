//! What a column of dates shows as a whole: the order of its numbers, its calendar, its clock. Nothing is
//! decided by one row, and what the column leaves open is asked, not guessed.

use super::hijri::gregorian;
use super::written::{Calendar, Day, Half, Written};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// Gregorian years that a date may bear.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// The day from which spreadsheets count, so that 1 March 1900 is day 61.
const SERIAL_ZERO: NaiveDate = match NaiveDate::from_ymd_opt(1899, 12, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The order of a date's three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 14/03/2025
    DayFirst,
    /// 03/14/2025
    MonthFirst,
    /// 25/03/14
    YearFirst,
}

/// Fewest dates of each kind that make a column look converted in part.
const TURNED_MIN: usize = 2;

const ORDERS: [DateOrder; 3] = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];

/// Why a column's order is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateQuestion {
    /// Every row fits more than one order.
    Ambiguous,
    /// Some rows fit only one order and some only another.
    Mixed,
    /// The rows show another order than the mapping.
    AgainstMapping,
    /// In years of two digits, the year may be the first number or the last.
    Year,
    /// Years of two digits may be of either calendar.
    Calendar,
    /// Dates with the year first may be those that a spreadsheet has turned, with day and month
    /// changed over, while it left the others as they were.
    Converted,
}

/// How one column is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnForm {
    /// The order of numbers, or what is to be asked.
    pub order: Result<DateOrder, DateQuestion>,
    /// Whether `2025-03-14` has the month in the middle, or what is to be asked.
    pub year_first: Result<(), DateQuestion>,
    /// Where years of two digits stand in dates in numbers.
    pub short_place: YearPlace,
    /// Whether the column holds Hijri years and the mapping names no calendar for short ones.
    pub has_open_calendar: bool,
    /// Years of two digits are of this calendar.
    pub short_years: Calendar,
    /// Whether times carry AM or PM, so that one without is not understood.
    pub is_twelve_hour: bool,
    /// Whether the column holds serial numbers; the few of the other kind are not understood.
    pub is_serial: bool,
}

/// Where years of two digits stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPlace {
    /// There are none.
    Nowhere,
    /// The column or the mapping shows it.
    Shown,
    /// Nothing shows it.
    Open,
}

/// What the mapping says of a column.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints {
    pub order: Option<DateOrder>,
    /// Whether the order was named, not only shown by the forms of dates.
    pub is_order_named: bool,
    /// Whether the order tells of years of two digits too.
    pub is_year_named: bool,
    pub calendar: Option<Calendar>,
    /// The year that is now, for years of two digits.
    pub year: i32,
}

impl ColumnForm {
    /// Looks at every date of a column.
    #[must_use]
    pub fn decide(column: &[Written], hints: Hints) -> Self {
        let short_years = short_years(column, hints.calendar);
        let serials = column.iter().filter(|it| matches!(it.day, Day::Serial(_))).count();
        Self {
            order: order(column, short_years, hints),
            year_first: year_first(column, hints),
            short_place: short_place(column, short_years, hints),
            has_open_calendar: hints.calendar.is_none() && full_years(column).any(is_hijri),
            short_years,
            is_twelve_hour: is_twelve_hour(column),
            is_serial: serials * 2 > column.len(),
        }
    }

    /// The local time that a date names. The error says whether the column's order is what is missing.
    pub fn read(
        &self,
        written: &Written,
        day_begins: NaiveTime,
        year_now: i32,
    ) -> Result<NaiveDateTime, Option<DateQuestion>> {
        if let Day::Serial(days) = written.day {
            return if self.is_serial { serial(days, day_begins) } else { None }.ok_or(None);
        }
        if self.is_serial {
            return Err(None);
        }
        let day = self.day(written, year_now)?;
        let time = self.time(written, day_begins).ok_or(None)?;
        Ok(day.and_time(time))
    }

    fn day(&self, written: &Written, year_now: i32) -> Result<NaiveDate, Option<DateQuestion>> {
        let calendar = self.calendar(written, year_now).map_err(Some)?;
        match written.day {
            Day::Numbers { is_short, .. } => match self.order {
                Ok(_) if is_short && self.short_place == YearPlace::Open => {
                    Err(Some(DateQuestion::Year))
                }
                Ok(order) => in_order(written, order, calendar, year_now).ok_or(None),
                Err(question) => self.any_order(written, year_now).ok_or(Some(question)),
            },
            Day::YearFirst { year, numbers: [month, day] } => {
                let read = |month, day| day_of(year, month, day, written);
                match self.year_first {
                    Err(question) if month != day => {
                        Err(read(month, day).or(read(day, month)).map(|_| question))
                    }
                    Ok(()) | Err(_) => read(month, day).ok_or(None),
                }
            }
            Day::Fixed { year, month, day, is_short } => {
                let year = if is_short { full_year(year, calendar) } else { year };
                day_of(year, month, day, written).ok_or(None)
            }
            Day::Serial(_) => Err(None),
        }
    }

    /// The calendar of a year of two digits. In a column with Hijri years it is the one that gives a
    /// day; when both do, it is asked.
    fn calendar(&self, written: &Written, year_now: i32) -> Result<Calendar, DateQuestion> {
        if let Some(calendar) = written.calendar {
            return Ok(calendar);
        }
        let is_short = matches!(written.day, Day::Numbers { is_short: true, .. });
        let (true, true, Ok(order)) = (is_short, self.has_open_calendar, self.order) else {
            return Ok(self.short_years);
        };
        let fits = |calendar| in_order(written, order, calendar, year_now).is_some();
        match (fits(Calendar::Gregorian), fits(Calendar::Hijri)) {
            (true, true) => Err(DateQuestion::Calendar),
            (true, false) => Ok(Calendar::Gregorian),
            (false, true) => Ok(Calendar::Hijri),
            (false, false) => Ok(self.short_years),
        }
    }

    /// A day that every possible order gives: 05/05/2025.
    fn any_order(&self, written: &Written, year_now: i32) -> Option<NaiveDate> {
        let days = ORDERS.map(|it| in_order(written, it, self.short_years, year_now));
        let mut days = days.into_iter().flatten();
        let first = days.next()?;
        let is_twin = match written.day {
            Day::Numbers { numbers: [a, b, _], .. } => a == b,
            Day::Fixed { .. } | Day::YearFirst { .. } | Day::Serial(_) => false,
        };
        (is_twin && days.all(|it| it == first)).then_some(first)
    }

    fn time(&self, written: &Written, day_begins: NaiveTime) -> Option<NaiveTime> {
        let Some(clock) = written.clock else { return Some(day_begins) };
        let hour = match (clock.half, clock.hour) {
            (None, 1..=12) if self.is_twelve_hour => return None,
            (Some(Half::Morning), 12) => 0,
            (None, hour)
            | (Some(Half::Morning), hour @ 0..=11)
            | (Some(Half::Evening), hour @ 12..=23) => hour,
            (Some(Half::Evening), hour @ 1..=11) => hour + 12,
            (Some(_), _) => return None,
        };
        NaiveTime::from_hms_opt(hour, clock.minute, clock.second)
    }
}

/// The calendar of years of two digits: the mapping's, else that of the column's full years.
fn short_years(column: &[Written], hint: Option<Calendar>) -> Calendar {
    let hijri = full_years(column).filter(|it| is_hijri(*it)).count();
    let is_most = hijri * 2 > full_years(column).count();
    hint.unwrap_or(if is_most { Calendar::Hijri } else { Calendar::Gregorian })
}

fn full_years(column: &[Written]) -> impl Iterator<Item = i32> {
    column.iter().filter_map(|it| match it.day {
        Day::Fixed { year, is_short: false, .. } | Day::YearFirst { year, .. } => Some(year),
        Day::Numbers { numbers: [_, _, year], is_short: false } => i32::try_from(year).ok(),
        Day::Fixed { .. } | Day::Numbers { .. } | Day::Serial(_) => None,
    })
}

fn is_hijri(year: i32) -> bool {
    super::hijri::HIJRI_YEARS.contains(&year)
}

/// Whether times carry AM or PM. Where only some do, those without one may be of either half, unless
/// one of them is a time after noon.
fn is_twelve_hour(column: &[Written]) -> bool {
    let clocks = || column.iter().filter_map(|it| it.clock);
    let marked = clocks().filter(|it| it.half.is_some()).count();
    let is_bare_afternoon = clocks().any(|it| it.half.is_none() && it.hour > 12);
    marked > 0 && (marked * 2 >= clocks().count() || !is_bare_afternoon)
}

/// Where years of two digits stand: a date shows it that is one only with the year first, or only with
/// the year last.
fn short_place(column: &[Written], short: Calendar, hints: Hints) -> YearPlace {
    let is_short = |it: &&Written| matches!(it.day, Day::Numbers { is_short: true, .. });
    let mut dates = column.iter().filter(is_short).peekable();
    if dates.peek().is_none() {
        return YearPlace::Nowhere;
    }
    let is_shown = hints.is_year_named
        || dates.any(|written| {
            let [day, month, year] =
                ORDERS.map(|order| in_order(written, order, short, hints.year).is_some());
            (day || month) != year
        });
    if is_shown { YearPlace::Shown } else { YearPlace::Open }
}

/// What dates with the year first show. Some exports write the day in the middle. A spreadsheet of
/// another country turns the dates whose day may be a month and leaves the others as text.
fn year_first(column: &[Written], hints: Hints) -> Result<(), DateQuestion> {
    let (mut month, mut day) = (0, 0);
    let (mut turned, mut kept) = (Vec::new(), Vec::new());
    for written in column {
        match written.day {
            Day::YearFirst { year, numbers: [a, b] } if written.offset.is_none() => {
                let fits = |month, day| day_of(year, month, day, written).is_some();
                month += usize::from(fits(a, b) && !fits(b, a));
                day += usize::from(!fits(a, b) && fits(b, a));
                turned.push(fits(a, b) && fits(b, a));
            }
            Day::Numbers { numbers: [a, b, _], is_short: false } => kept.push(a > 12 || b > 12),
            Day::YearFirst { .. } | Day::Fixed { .. } | Day::Numbers { .. } | Day::Serial(_) => {}
        }
    }
    let all = |rows: &[bool]| rows.len() >= TURNED_MIN && rows.iter().all(|it| *it);
    if day > 0 && !stands(month, day) {
        Err(DateQuestion::Mixed)
    } else if !hints.is_order_named && all(&turned) && all(&kept) {
        Err(DateQuestion::Converted)
    } else {
        Ok(())
    }
}

/// Whether an order stands that so many rows fit alone and so many don't fit. One slip of a pen is
/// refused alone; more are a sign that the column was converted in part.
fn stands(alone: usize, against: usize) -> bool {
    against == 0 || (alone > against && (against == 1 || alone >= against * 5))
}

fn order(column: &[Written], short: Calendar, hints: Hints) -> Result<DateOrder, DateQuestion> {
    let fits = |written: &Written| {
        ORDERS.map(|order| in_order(written, order, short, hints.year).is_some())
    };
    let rows: Vec<[bool; 3]> = column
        .iter()
        .filter(|it| matches!(it.day, Day::Numbers { numbers: [a, b, _], is_short } if is_short || a != b))
        .map(fits)
        .filter(|it| it.contains(&true))
        .collect();
    if rows.is_empty() {
        return hints.order.ok_or(DateQuestion::Ambiguous);
    }
    // How many rows fit an order alone, and how many don't fit it at all.
    let judged = |order: DateOrder| {
        let at = ORDERS.iter().position(|it| *it == order).unwrap_or(0);
        let alone = rows.iter().filter(|it| it[at] && it.iter().filter(|fits| **fits).count() == 1);
        (alone.count(), rows.iter().filter(|it| !it[at]).count())
    };
    if let Some(order) = hints.order {
        let (alone, against) = judged(order);
        return match (stands(alone, against), alone) {
            (true, _) => Ok(order),
            (false, 0) => Err(DateQuestion::AgainstMapping),
            (false, _) => Err(DateQuestion::Mixed),
        };
    }
    let shown: Vec<DateOrder> = ORDERS
        .into_iter()
        .filter(|it| {
            let (alone, against) = judged(*it);
            stands(alone, against)
        })
        .collect();
    match shown[..] {
        [order] => Ok(order),
        [] => Err(DateQuestion::Mixed),
        _ => Err(DateQuestion::Ambiguous),
    }
}

/// The day that three numbers name in an order; years to come are none when they have two digits.
fn in_order(
    written: &Written,
    order: DateOrder,
    short: Calendar,
    year_now: i32,
) -> Option<NaiveDate> {
    let Day::Numbers { numbers: [a, b, c], is_short } = written.day else { return None };
    let (year, month, day) = match order {
        DateOrder::DayFirst => (c, b, a),
        DateOrder::MonthFirst => (c, a, b),
        DateOrder::YearFirst if is_short => (a, b, c),
        DateOrder::YearFirst => return None,
    };
    let year = i32::try_from(year).ok()?;
    if !is_short {
        return day_of(year, month, day, written);
    }
    let short = written.calendar.unwrap_or(short);
    let date = day_of(full_year(year, short), month, day, written)?;
    (date.year() <= year_now).then_some(date)
}

fn full_year(year: i32, calendar: Calendar) -> i32 {
    match calendar {
        Calendar::Gregorian => 2_000 + year,
        Calendar::Hijri => 1_400 + year,
    }
}

/// A day in the calendar that its year or its mark names, on the day of the week that it names.
fn day_of(year: i32, month: u32, day: u32, written: &Written) -> Option<NaiveDate> {
    let is_hijri = super::hijri::HIJRI_YEARS.contains(&year);
    let calendar = if is_hijri { Calendar::Hijri } else { Calendar::Gregorian };
    if written.calendar.is_some_and(|it| it != calendar) {
        return None;
    }
    let date = match calendar {
        Calendar::Hijri => gregorian(year, month, day)?,
        Calendar::Gregorian if YEARS.contains(&year) => NaiveDate::from_ymd_opt(year, month, day)?,
        Calendar::Gregorian => return None,
    };
    written.weekday.is_none_or(|it| it == date.weekday()).then_some(date)
}

fn serial(days: f64, day_begins: NaiveTime) -> Option<NaiveDateTime> {
    #[expect(clippy::cast_possible_truncation, reason = "five digits before the point")]
    let (whole, seconds) = (days.trunc() as i64, (days.fract() * 86_400.0).round() as i64);
    let day = SERIAL_ZERO.checked_add_signed(TimeDelta::try_days(whole)?)?;
    if seconds == 0 {
        return Some(day.and_time(day_begins));
    }
    day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::try_seconds(seconds)?)
}
