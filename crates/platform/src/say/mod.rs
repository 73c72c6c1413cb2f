//! Every sentence that the platform says to a person, in Arabic and English, from `messages/`. The
//! sentences of the command line are in `words`.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use domain::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

const ARABIC: &[&str] = &[
    include_str!("../../messages/ar/page.ftl"),
    include_str!("../../messages/ar/when.ftl"),
    include_str!("../../messages/ar/letter.ftl"),
    include_str!("../../messages/ar/accessibility.ftl"),
    include_str!("../../messages/ar/demo.ftl"),
];
const ENGLISH: &[&str] = &[
    include_str!("../../messages/en/page.ftl"),
    include_str!("../../messages/en/when.ftl"),
    include_str!("../../messages/en/letter.ftl"),
    include_str!("../../messages/en/accessibility.ftl"),
    include_str!("../../messages/en/demo.ftl"),
];

static AR: LazyLock<Bundle> = LazyLock::new(|| bundle("ar", ARABIC));
static EN: LazyLock<Bundle> = LazyLock::new(|| bundle("en", ENGLISH));

const HOUR_S: i64 = 3_600;
const DAY_HOURS: i64 = 24;
/// Up to here a length is said in hours alone: «31 hours» says more than «one day».
const HOURS_MAX: i64 = 48;

/// Speaks one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Say(pub(crate) Language);

impl Say {
    /// A sentence without facts.
    pub(crate) fn text(self, id: &str) -> String {
        self.format(id, None)
    }

    /// A sentence that chooses by, or holds, one word.
    pub(crate) fn of(self, id: &str, name: &str, value: &str) -> String {
        self.with(id, &[(name, value.into())])
    }

    /// A sentence with facts.
    pub(crate) fn with(self, id: &str, facts: &[(&str, FluentValue<'_>)]) -> String {
        let facts: FluentArgs<'_> = facts.iter().cloned().collect();
        self.format(id, Some(&facts))
    }

    /// The language's own code, as HTML wants it.
    pub(crate) fn code(self) -> &'static str {
        match self.0 {
            Language::Ar => "ar",
            Language::En => "en",
        }
    }

    /// The direction in which the language runs.
    pub(crate) fn dir(self) -> &'static str {
        match self.0 {
            Language::Ar => "rtl",
            Language::En => "ltr",
        }
    }

    /// The direction of a field in which people type. Only an empty field tells the two ways apart: it
    /// runs as the page does, and in English it turns with the first Arabic letter.
    pub(crate) fn typing_dir(self) -> &'static str {
        match self.0 {
            Language::Ar => "rtl",
            Language::En => "auto",
        }
    }

    /// A date with the time of day, by the wall clock of a zone.
    pub(crate) fn instant(self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        let time = local.format("%H:%M").to_string();
        self.with(
            "when-instant",
            &[
                ("weekday", local.weekday().number_from_monday().into()),
                ("day", local.day().into()),
                ("month", local.month().into()),
                ("year", local.year().into()),
                ("time", time.into()),
            ],
        )
    }

    /// A length of time: hours, or days and hours.
    pub(crate) fn long(self, seconds: i64) -> String {
        let hours = seconds.max(0) / HOUR_S;
        match (hours, hours / DAY_HOURS, hours % DAY_HOURS) {
            (0, ..) => self.text("long-moment"),
            (..HOURS_MAX, ..) => self.with("long-hours", &[("hours", hours.into())]),
            (_, days, 0) => self.with("long-days", &[("days", days.into())]),
            (_, days, rest) => {
                let long_days = self.with("long-days", &[("days", days.into())]);
                let long_hours = self.with("long-hours", &[("hours", rest.into())]);
                self.with(
                    "long-days-and-hours",
                    &[("long_days", long_days.into()), ("long_hours", long_hours.into())],
                )
            }
        }
    }

    /// A sentence that is missing shows its name; a test finds it before a person does.
    fn format(self, id: &str, facts: Option<&FluentArgs<'_>>) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(id).and_then(|it| it.value()) else {
            return id.to_owned();
        };
        bundle.format_pattern(pattern, facts, &mut Vec::new()).into_owned()
    }

    fn bundle(self) -> &'static Bundle {
        match self.0 {
            Language::Ar => &AR,
            Language::En => &EN,
        }
    }
}

/// What cannot be read of a file is left out; a test reads all of them strictly.
fn bundle(language: &str, files: &[&str]) -> Bundle {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![language]);
    for file in files {
        let resource =
            FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
