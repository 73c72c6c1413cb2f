//! Dates of a file. A text is read into what it says by itself, a column is decided from all its texts,
//! and only then does a text name an instant.

mod column;
mod hijri;
mod names;
#[cfg(test)]
mod tests;
mod written;

pub use column::{DateOrder, DateQuestion};
pub use hijri::hijri;
pub use written::Calendar;

use super::map::Map;
use chrono::{DateTime, Datelike, Days, FixedOffset, LocalResult, NaiveDate, NaiveDateTime};
use chrono::{NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use column::{ColumnForm, Hints, YearPlace};
use domain::text::fold_digits;
use written::{Day, Written};

/// Nothing that is older is imported unless the mapping says so: it is a slip of the pen.
const EARLIEST: NaiveDate = match NaiveDate::from_ymd_opt(1990, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Some time that is not midnight.
const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// How the dates of one column are read.
#[derive(Clone, Debug)]
pub struct DateColumn {
    zone: Tz,
    /// Forms of the mapping for texts that are no date by themselves.
    forms: Vec<String>,
    day_begins: NaiveTime,
    earliest: NaiveDate,
    year_now: i32,
    form: ColumnForm,
}

/// Why a text is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// It is no date, or not one of this column.
    NoDate,
    /// Its column leaves open which number is the day.
    Open(DateQuestion),
    /// It is older than anything that is imported.
    TooOld,
}

impl DateColumn {
    /// Decides a column from its texts. None when `day_begins` is no time of day.
    #[must_use]
    pub fn new<'a>(
        map: &Map,
        texts: impl Iterator<Item = &'a str>,
        now: DateTime<Utc>,
    ) -> Option<Self> {
        let day_begins = NaiveTime::parse_from_str(&map.day_begins, "%H:%M").ok()?;
        let year_now = now.with_timezone(&map.zone).year();
        let written: Vec<Written> = texts.filter_map(written::read).collect();
        let order = map.date_order.or_else(|| order_of_forms(&map.dates));
        let has_short_form = map.dates.iter().any(|it| it.contains("%y"));
        let hints = Hints {
            order,
            is_order_named: map.date_order.is_some(),
            is_year_named: map.date_order.is_some() || order.is_some() && has_short_form,
            calendar: map.calendar,
            year: year_now,
        };
        Some(Self {
            zone: map.zone,
            forms: map.dates.clone(),
            day_begins,
            earliest: map.earliest.unwrap_or(EARLIEST),
            year_now,
            form: ColumnForm::decide(&written, hints),
        })
    }

    /// What the column leaves open, for its dates in numbers.
    pub fn order(&self) -> Result<DateOrder, DateQuestion> {
        self.form.year_first?;
        match self.form.order {
            Ok(_) if self.form.short_place == YearPlace::Open => Err(DateQuestion::Year),
            order => order,
        }
    }

    /// Takes the order of another column of the same file when this one shows none.
    #[must_use]
    pub fn or_like(mut self, other: &Self) -> Self {
        if self.form.order == Err(DateQuestion::Ambiguous) {
            self.form.order = other.form.order;
        }
        if other.form.short_place == YearPlace::Shown {
            self.form.short_place = YearPlace::Shown;
        }
        self
    }

    /// The instant that a text names.
    pub fn read(&self, text: &str) -> Result<DateTime<Utc>, DateFault> {
        let (local, offset) = match written::read(text) {
            Some(written) => {
                let local = self.form.read(&written, self.day_begins, self.year_now);
                let fault = |it: Option<_>| it.map_or(DateFault::NoDate, DateFault::Open);
                (local.map_err(fault)?, written.offset)
            }
            None => (self.by_form(text).ok_or(DateFault::NoDate)?, None),
        };
        if local.date() < self.earliest {
            return Err(DateFault::TooOld);
        }
        let instant = match offset {
            Some(seconds) => FixedOffset::east_opt(seconds)
                .and_then(|it| it.from_local_datetime(&local).single())
                .map(|at| at.to_utc()),
            None => self.instant(local),
        };
        instant.ok_or(DateFault::NoDate)
    }

    /// Whether a text names a day and no time of it.
    pub fn is_day_only(&self, text: &str) -> bool {
        match written::read(text) {
            Some(Written { day: Day::Serial(days), .. }) => days.fract() == 0.0,
            Some(written) => written.clock.is_none(),
            None => {
                let at = |begins| by_form(text, &self.forms, begins);
                at(NaiveTime::MIN) != at(NOON)
            }
        }
    }

    fn by_form(&self, text: &str) -> Option<NaiveDateTime> {
        by_form(text, &self.forms, self.day_begins)
    }

    /// The first of two instants when the clock is put back; a time that the clock skips is read with
    /// the offset of the day before, as the clock on the wall would have shown it.
    fn instant(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        match self.zone.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.to_utc()),
            LocalResult::None => {
                let eve = local.checked_sub_days(Days::new(1))?;
                let eve = self.zone.from_local_datetime(&eve).earliest()?;
                eve.to_utc().checked_add_days(Days::new(1))
            }
        }
    }
}

fn by_form(text: &str, forms: &[String], day_begins: NaiveTime) -> Option<NaiveDateTime> {
    let text = fold_digits(text.trim());
    let read = |form: &String| {
        NaiveDateTime::parse_from_str(&text, form).ok().or_else(|| {
            let date = NaiveDate::parse_from_str(&text, form).ok()?;
            Some(date.and_time(day_begins))
        })
    };
    forms.iter().find_map(read).filter(|it| (1900..=2100).contains(&it.year()))
}

/// Whether a text is a date by itself or in one of the mapping's forms.
#[must_use]
pub fn is_date_of(text: &str, forms: &[String]) -> bool {
    is_date(text) || by_form(text, forms, NaiveTime::MIN).is_some()
}

fn is_date(text: &str) -> bool {
    written::read(text).is_some_and(|it| match it.day {
        Day::Fixed { month, day, .. } => (1..=12).contains(&month) && (1..=31).contains(&day),
        Day::YearFirst { numbers: [a, b], .. } | Day::Numbers { numbers: [a, b, _], .. } => {
            a > 0 && b > 0
        }
        Day::Serial(_) => true,
    })
}

/// The order that the mapping's forms agree on.
fn order_of_forms(forms: &[String]) -> Option<DateOrder> {
    let order = |form: &String| {
        let find = |signs: &[&str]| signs.iter().filter_map(|it| form.find(it)).min();
        let (day, month) = (find(&["%d", "%e", "%-d"])?, find(&["%m", "%-m"])?);
        match find(&["%Y", "%y"]) {
            Some(year) if year < day.min(month) => {
                form.contains("%y").then_some(DateOrder::YearFirst)
            }
            _ if day < month => Some(DateOrder::DayFirst),
            _ => Some(DateOrder::MonthFirst),
        }
    };
    let mut orders = forms.iter().filter_map(order);
    let first = orders.next()?;
    orders.all(|it| it == first).then_some(first)
}
