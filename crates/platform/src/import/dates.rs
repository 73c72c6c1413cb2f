//! Dates of a file: in the zone of the mapping, in any digits, by the forms it names.

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use domain::text::fold_digits;

/// How dates are written in one file.
#[derive(Clone, Debug)]
pub struct DateForms {
    zone: Tz,
    forms: Vec<String>,
    day_begins: NaiveTime,
}

impl DateForms {
    /// `day_begins` is `HH:MM`; none when it is not.
    #[must_use]
    pub fn new(zone: Tz, forms: Vec<String>, day_begins: &str) -> Option<Self> {
        let day_begins = NaiveTime::parse_from_str(day_begins, "%H:%M").ok()?;
        Some(Self { zone, forms, day_begins })
    }

    /// The instant that a text names, by the first form that fits; none when none does.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<DateTime<Utc>> {
        let text = fold_digits(text.trim());
        let local = self.forms.iter().find_map(|form| self.local(&text, form))?;
        self.instant(local)
    }

    fn local(&self, text: &str, form: &str) -> Option<NaiveDateTime> {
        NaiveDateTime::parse_from_str(text, form).ok().or_else(|| {
            NaiveDate::parse_from_str(text, form).ok().map(|date| date.and_time(self.day_begins))
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(zone: Tz, forms: &[&str]) -> DateForms {
        DateForms::new(zone, forms.iter().map(|it| (*it).to_owned()).collect(), "08:00").unwrap()
    }

    fn read(forms: &DateForms, text: &str) -> Option<String> {
        forms.read(text).map(|at| at.to_rfc3339())
    }

    #[test]
    fn a_date_is_read_in_the_zone_of_the_mapping() {
        let new_york = forms(chrono_tz::America::New_York, &["%m/%d/%Y %H:%M"]);
        let expect = Some("2025-03-14T05:20:00+00:00".to_owned());
        assert_eq!(read(&new_york, " 3/14/2025 1:20 "), expect);
        assert_eq!(read(&new_york, "1/14/2025 1:20").unwrap(), "2025-01-14T06:20:00+00:00");
        assert_eq!(read(&new_york, "14/3/2025 1:20"), None);
        assert_eq!(read(&new_york, ""), None);
    }

    #[test]
    fn an_hour_that_the_clock_skips_or_repeats_is_still_an_instant() {
        let new_york = forms(chrono_tz::America::New_York, &["%m/%d/%Y %H:%M"]);
        assert_eq!(read(&new_york, "3/9/2025 2:30").unwrap(), "2025-03-09T07:30:00+00:00");
        assert_eq!(read(&new_york, "11/2/2025 1:30").unwrap(), "2025-11-02T05:30:00+00:00");
    }

    #[test]
    fn arabic_digits_and_dates_without_a_time_are_read() {
        let riyadh = forms(chrono_tz::Asia::Riyadh, &["%d/%m/%Y %H:%M", "%d/%m/%Y"]);
        assert_eq!(read(&riyadh, "٠٣/١١/٢٠٢٦ ٠٩:١٥").unwrap(), "2026-11-03T06:15:00+00:00");
        assert_eq!(read(&riyadh, "٣/١١/٢٠٢٦").unwrap(), "2026-11-03T05:00:00+00:00");
    }
}
