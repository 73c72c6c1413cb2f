//! A mapping file: how the columns of one kind of file become cases.

use super::dates::{Calendar, DateOrder};
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::book::Labels;
use domain::case::CaseKind;
use domain::{AgencyId, CategoryId, Language, UnitId};
use encoding_rs::Encoding;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// A mapping as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// The source's name; with a row's key it makes the ids, so it never changes.
    pub source: String,
    /// Whose cases they are, unless `owner` says otherwise for a value.
    pub agency: AgencyId,
    /// The zone of dates that name none.
    pub zone: Tz,
    /// Forms of dates as `strftime` writes them: they tell whether the day or the month comes first, and
    /// how to read what is no date by itself.
    #[serde(default)]
    pub dates: Vec<String>,
    /// Which number of a date comes first, when the forms don't tell and the columns may not.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// The calendar of years of two digits.
    #[serde(default)]
    pub calendar: Option<Calendar>,
    /// Rows that began before this day are refused; 1990 when none.
    #[serde(default)]
    pub earliest: Option<NaiveDate>,
    /// The file's encoding by its name in the Encoding Standard; recognised when none.
    #[serde(default, deserialize_with = "encoding")]
    pub encoding: Option<&'static Encoding>,
    /// The time of a date that has none, `HH:MM`.
    #[serde(default = "midnight")]
    pub day_begins: String,
    /// The language of labels in subjects, and in which new persons are written to.
    #[serde(default)]
    pub language: Language,
    /// What kind of matter every row is.
    pub kind: CaseKind,
    /// Between two columns; recognised when none.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// Which column is what.
    pub columns: Columns,
    /// What stands for the subject when a row has no words of its own.
    pub subject: SubjectFromForm,
    /// When a row is over.
    #[serde(default)]
    pub ending: Option<Ending>,
    /// Agency and unit by a column's value.
    #[serde(default)]
    pub owner: Option<OwnerBy>,
    /// Category by columns' values.
    pub categories: CategoriesBy,
}

/// Headers of columns. A header that stands twice in the file is named with its place: `City#2`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    /// What tells rows apart for ever.
    pub key: String,
    /// When it began.
    pub opened: String,
    /// When it ended; empty while it lasts.
    #[serde(default)]
    pub closed: Option<String>,
    /// What it is about, in one line.
    #[serde(default)]
    pub subject: Option<String>,
    /// The person's own words.
    #[serde(default)]
    pub own_words: Option<String>,
    /// Where; several columns are joined.
    #[serde(default)]
    pub place: Vec<String>,
    /// What was done.
    #[serde(default)]
    pub resolution: Option<String>,
    /// The person's name.
    #[serde(default)]
    pub person_name: Option<String>,
    /// The person's phone, in any digits.
    #[serde(default)]
    pub person_phone: Option<String>,
    /// The person's national id, in any digits.
    #[serde(default)]
    pub person_national_id: Option<String>,
    /// The person's mail address.
    #[serde(default)]
    pub person_mail: Option<String>,
}

/// Columns that stand for a subject; it is marked *from the form*.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubjectFromForm {
    /// Each with `{Column}` or `{label}`; a part with an empty column is left out.
    pub parts: Vec<String>,
    /// Between two parts.
    pub join: String,
}

/// A column that says whether a row is over.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// Which.
    pub column: String,
    /// Its values that mean *over*.
    pub closed: Vec<String>,
    /// Its values that mean *not over*; every other value when none are listed.
    #[serde(default)]
    pub open: Vec<String>,
}

/// Whose a row is, by a column's value.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerBy {
    /// Which column.
    pub column: String,
    /// By value.
    pub of: BTreeMap<String, Owner>,
    /// For other values; without it such a row is refused.
    #[serde(default)]
    pub default: Option<Owner>,
}

/// An agency and one of its units.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// The mapping's agency when none.
    #[serde(default)]
    pub agency: Option<AgencyId>,
    /// The category's unit when none.
    #[serde(default)]
    pub unit: Option<UnitId>,
}

/// What a row is about, by the values of some columns.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoriesBy {
    /// Which columns, the widest first.
    pub columns: Vec<String>,
    /// By values.
    pub values: Vec<CategoryValue>,
    /// For other values; without it such a row is refused.
    #[serde(default)]
    pub default: Option<CategoryOf>,
}

/// A value, or a value and those below it, and what they mean here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryValue {
    /// Values of the first columns; the longest match counts.
    pub is: Vec<String>,
    /// The agency's category.
    pub category: CategoryId,
    /// What the value is called, in both languages.
    #[serde(deserialize_with = "both")]
    pub label: Labels,
}

/// A category with a label of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryOf {
    /// The agency's category.
    pub category: CategoryId,
    /// What it is called, in both languages.
    #[serde(deserialize_with = "both")]
    pub label: Labels,
}

impl Map {
    /// The titles of every column that the mapping reads.
    #[must_use]
    pub fn titles(&self) -> Vec<&str> {
        let columns = &self.columns;
        let maybe = [
            &columns.closed,
            &columns.subject,
            &columns.own_words,
            &columns.resolution,
            &columns.person_name,
            &columns.person_phone,
            &columns.person_national_id,
            &columns.person_mail,
        ];
        let mut titles: Vec<&str> = vec![&columns.key, &columns.opened];
        titles.extend(maybe.into_iter().flatten().map(String::as_str));
        titles.extend(columns.place.iter().map(String::as_str));
        titles.extend(self.ending.iter().map(|it| it.column.as_str()));
        titles.extend(self.owner.iter().map(|it| it.column.as_str()));
        titles.extend(self.categories.columns.iter().map(String::as_str));
        titles
    }
}

fn both<'de, D: Deserializer<'de>>(from: D) -> Result<Labels, D::Error> {
    let labels = Labels::deserialize(from)?;
    if labels.ar.trim().is_empty() || labels.en.trim().is_empty() {
        return Err(serde::de::Error::custom("a label is missing in one of the two languages"));
    }
    Ok(labels)
}

fn encoding<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static Encoding>, D::Error> {
    let name = String::deserialize(from)?;
    let found = Encoding::for_label(name.as_bytes());
    found.map(Some).ok_or_else(|| serde::de::Error::custom(format!("no encoding is called {name}")))
}

fn midnight() -> String {
    "00:00".to_owned()
}
