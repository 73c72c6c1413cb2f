//! One row becomes one case, or the reason why it does not.

mod person;

use super::fault::{Reason, RowFault};
use super::ids::RowIds;
use super::plan::{Books, Plan, value_key};
use super::spread::spread;
use chrono::{DateTime, Utc};
use csv::ByteRecord;
use domain::book::Labels;
use domain::case::{CaseKind, Channel};
use domain::reference::Prefix;
use domain::{AgencyId, CategoryId, ImportCase, OpenCase, PersonOf, UnitId};

/// Subjects are cut here: it is one line of a list.
pub const SUBJECT_CHARS_MAX: usize = 160;
/// No text of a form is longer.
pub const TEXT_CHARS_MAX: usize = 20_000;
/// No key of a source is longer.
pub const KEY_CHARS_MAX: usize = 200;
/// A value in the report is cut here.
const SHOWN_CHARS_MAX: usize = 40;

/// A row, mapped.
#[derive(Clone, Debug, PartialEq)]
pub struct MappedRow {
    /// Where it begins in the file, from 1.
    pub line: u64,
    /// Whose it is.
    pub agency: AgencyId,
    /// Its ids for ever.
    pub ids: RowIds,
    /// What enters.
    pub import: ImportCase,
}

/// Reads one row. Everything that is wrong with it is returned, not only the first.
pub fn map_row(
    plan: &Plan,
    books: &Books,
    line: u64,
    row: &ByteRecord,
    now: DateTime<Utc>,
) -> Result<MappedRow, Vec<RowFault>> {
    let whole = |reason| vec![RowFault { line, column: None, reason }];
    if row.len() != plan.header.len() {
        let (found, expected) = (row.len(), plan.header.len());
        return Err(whole(Reason::ColumnCount { found, expected }));
    }
    let Ok(fields) = row.iter().map(std::str::from_utf8).collect::<Result<Vec<&str>, _>>() else {
        return Err(whole(Reason::Encoding));
    };
    Reading { plan, books, line, fields, now, faults: Vec::new() }.case()
}

struct Reading<'a> {
    plan: &'a Plan,
    books: &'a Books,
    line: u64,
    fields: Vec<&'a str>,
    now: DateTime<Utc>,
    faults: Vec<RowFault>,
}

impl<'a> Reading<'a> {
    fn case(mut self) -> Result<MappedRow, Vec<RowFault>> {
        let plan = self.plan;
        let key = self.key();
        let opened_at = self.opened();
        let closed_at = self.closed(opened_at);
        let owner = self.owner();
        let category = self.category();
        let own_words = self.text(plan.own_words);
        let resolution = self.text(plan.resolution);
        let place = self.place();
        let book = owner.as_ref().and_then(|(agency, _)| self.books.get(agency));
        let person = book.map(|book| self.person(book));
        let prefix = book.and_then(|book| Prefix::parse(&book.reference_prefix).ok());
        let (Some(opened_at), Some((agency, unit)), Some((category, label))) =
            (opened_at, owner, category)
        else {
            return Err(self.faults);
        };
        let (Some(book), Some(prefix), Some(person), true) =
            (book, prefix, person, self.faults.is_empty())
        else {
            return Err(self.faults);
        };
        let ids = RowIds::new(&agency, &plan.source, key, prefix);
        let (subject, subject_from_form) = self.subject(own_words, &label);
        let unit = unit.or_else(|| book.categories.get(&category).map(|it| it.unit.clone()));
        let open_row = closed_at.is_none();
        let next_contact =
            open_row.then(|| spread(book, unit.as_ref(), self.now, ids.case)).flatten();
        let open = OpenCase {
            unit,
            place,
            own_words: own_words.to_owned(),
            ..blank(ids, plan.kind, category, person, subject)
        };
        let import = ImportCase {
            open,
            subject_from_form,
            source: plan.source.clone(),
            source_key: key.to_owned(),
            source_line: u32::try_from(self.line).unwrap_or(u32::MAX),
            opened_at,
            closed_at,
            resolution_words: Some(resolution.to_owned()).filter(|it| !it.is_empty()),
            next_contact,
        };
        Ok(MappedRow { line: self.line, agency, ids, import })
    }

    fn field(&self, index: usize) -> &'a str {
        self.fields.get(index).copied().unwrap_or_default().trim()
    }

    fn fault(&mut self, index: usize, reason: Reason) {
        let column = self.plan.header.get(index).cloned();
        self.faults.push(RowFault { line: self.line, column, reason });
    }

    fn key(&mut self) -> &'a str {
        let key = self.field(self.plan.key);
        if key.is_empty() {
            self.fault(self.plan.key, Reason::Empty);
        } else if key.chars().count() > KEY_CHARS_MAX {
            self.fault(self.plan.key, Reason::TooLong { chars_max: KEY_CHARS_MAX });
        }
        key
    }

    fn opened(&mut self) -> Option<DateTime<Utc>> {
        let index = self.plan.opened;
        if self.field(index).is_empty() {
            self.fault(index, Reason::Empty);
            return None;
        }
        let at = self.date(index)?;
        if at > self.now {
            let value = shown(self.field(index));
            self.fault(index, Reason::Future { value });
            return None;
        }
        Some(at)
    }

    fn date(&mut self, index: usize) -> Option<DateTime<Utc>> {
        let at = self.plan.dates.read(self.field(index));
        if at.is_none() {
            let value = shown(self.field(index));
            self.fault(index, Reason::Date { value });
        }
        at
    }

    /// When the row ended. The column that says *over* and the column with the date must agree: a
    /// case that is closed by mistake is heard by nobody.
    fn closed(&mut self, opened_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let column = self.plan.closed.filter(|it| !self.field(*it).is_empty());
        let said =
            self.plan.ending.as_ref().map(|(status, closed)| {
                (*status, closed.contains(&value_key(self.field(*status))))
            });
        match (said, column) {
            (Some((_, true)) | None, Some(index)) => {
                let at = self.date(index)?;
                if opened_at.is_some_and(|opened| at < opened) {
                    self.fault(index, Reason::ClosedBeforeOpened);
                } else if at > self.now {
                    let value = shown(self.field(index));
                    self.fault(index, Reason::Future { value });
                }
                Some(at)
            }
            (Some((_, false)), Some(index)) => {
                self.fault(index, Reason::OpenWithClosingDate);
                None
            }
            (Some((status, true)), None) => {
                self.fault(self.plan.closed.unwrap_or(status), Reason::ClosedWithoutDate);
                None
            }
            (Some((_, false)) | None, None) => None,
        }
    }

    fn owner(&mut self) -> Option<(AgencyId, Option<UnitId>)> {
        let plan = self.plan;
        let Some(owner) = &plan.owner else { return Some((plan.agency.clone(), None)) };
        let value = self.field(owner.column);
        let found = owner.find(value).cloned();
        if found.is_none() {
            self.fault(owner.column, Reason::UnknownValue { value: shown(value) });
        }
        found
    }

    fn category(&mut self) -> Option<(CategoryId, Labels)> {
        let table = &self.plan.categories;
        let values: Vec<&str> = table.columns.iter().map(|it| self.field(*it)).collect();
        let found = table.find(&values).cloned();
        if found.is_none() {
            let index = table.columns.first().copied().unwrap_or_default();
            self.fault(index, Reason::UnknownValue { value: shown(&values.join(" / ")) });
        }
        found
    }

    fn text(&mut self, index: Option<usize>) -> &'a str {
        let Some(index) = index else { return "" };
        let text = self.field(index);
        if text.chars().count() > TEXT_CHARS_MAX {
            self.fault(index, Reason::TooLong { chars_max: TEXT_CHARS_MAX });
        }
        text
    }

    fn place(&self) -> Option<String> {
        let parts: Vec<&str> =
            self.plan.place.iter().map(|it| self.field(*it)).filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then(|| cut(&parts.join(", "), SUBJECT_CHARS_MAX))
    }

    /// The subject of the file, else the first line of the person's words, else columns that stand
    /// for it; true when it is such columns.
    fn subject(&self, own_words: &str, label: &Labels) -> (String, bool) {
        let subject = self.plan.subject.map(|it| self.field(it)).unwrap_or_default();
        let first_line = own_words.lines().next().unwrap_or_default();
        for words in [subject, first_line] {
            if !words.is_empty() {
                return (cut(words, SUBJECT_CHARS_MAX), false);
            }
        }
        let label = label.of(self.plan.language);
        let form = self.plan.subject_form.fill(label, |index| self.fields[index]);
        (cut(&form, SUBJECT_CHARS_MAX), true)
    }
}

/// A case as a form brings it: what no file says is empty.
fn blank(
    ids: RowIds,
    case_kind: CaseKind,
    category: CategoryId,
    person: PersonOf,
    subject: String,
) -> OpenCase {
    OpenCase {
        reference: ids.reference,
        case_kind,
        category,
        unit: None,
        person,
        channel: Channel::Import,
        subject,
        own_words: String::new(),
        points: Vec::new(),
        tried: Vec::new(),
        cost: None,
        people_affected: 1,
        place: None,
        confidential: false,
        accused: None,
    }
}

/// A value as the report shows it.
fn shown(value: &str) -> String {
    cut(value, SHOWN_CHARS_MAX)
}

/// The first characters, with an ellipsis for the rest.
fn cut(text: &str, chars_max: usize) -> String {
    let text = text.trim();
    match text.char_indices().nth(chars_max) {
        None => text.to_owned(),
        Some(_) => text.chars().take(chars_max.saturating_sub(1)).chain(['…']).collect(),
    }
}
