//! One row becomes one case, or the reason why it does not.

mod person;
mod shifted;

pub(super) use person::person_of;

use super::cells;
use super::dates::{DateColumn, DateFault};
use super::fault::{Reason, Remark, RemarkOf, RowFault};
use super::ids::RowIds;
use super::plan::{Books, Plan};
use super::refused_rows::uncorrected;
use super::sheet::{BrokenRow, SheetRow};
use super::spread::spread;
use chrono::{DateTime, NaiveDate, Utc};
use domain::book::Labels;
use domain::case::{CaseKind, Channel, SUBJECT_PIECES_MAX, SubjectPiece, plain_subject};
use domain::person::is_rounded_number;
use domain::reference::Prefix;
use domain::text::fold_digits;
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
    /// What of the row does not enter with it.
    pub remarks: Vec<Remark>,
}

/// Reads one row. Everything that is wrong with it is returned, not only the first.
pub fn map_row(
    plan: &Plan,
    books: &Books,
    row: &SheetRow,
    now: DateTime<Utc>,
) -> Result<MappedRow, Vec<RowFault>> {
    let line = row.line;
    let whole = |reason| vec![RowFault { line, column: None, reason }];
    let width = || {
        let expected = plan.header.len();
        let found = if row.missing > 0 { expected - row.missing } else { row.cells.len() };
        whole(Reason::ColumnCount { found, expected })
    };
    match row.broken {
        Some(BrokenRow::Quotation) => return Err(whole(Reason::Quotation)),
        Some(BrokenRow::Width) => return Err(width()),
        Some(BrokenRow::Uncorrected) => return Err(whole(uncorrected(row))),
        Some(BrokenRow::Parted) => return Err(whole(Reason::Parted)),
        // Spreadsheets leave out empty cells at the end; what decides about a row may not be missing.
        None if plan.needed().iter().any(|it| *it + row.missing >= plan.header.len()) => {
            return Err(width());
        }
        None => {}
    }
    let (faults, remarks) = (Vec::new(), Vec::new());
    let reading = Reading { plan, books, line, cells: &row.cells, now, faults, remarks };
    if reading.is_shifted() {
        return Err(whole(Reason::Shifted));
    }
    reading.case()
}

struct Reading<'a> {
    plan: &'a Plan,
    books: &'a Books,
    line: u64,
    cells: &'a [String],
    now: DateTime<Utc>,
    faults: Vec<RowFault>,
    remarks: Vec<Remark>,
}

impl<'a> Reading<'a> {
    fn case(mut self) -> Result<MappedRow, Vec<RowFault>> {
        let plan = self.plan;
        self.cells_are_texts();
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let key = self.key();
        let opened_at = self.opened();
        let closed_at = self.closed(opened_at);
        // A row that began on the day on which it ended, at no known time, began no later.
        let opened_at = opened_at.map(|it| closed_at.map_or(it, |closed| it.min(closed)));
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
        let ids = RowIds::new(&agency, &plan.source, &key, prefix);
        let (subject, subject_pieces) = self.subject(own_words, &label);
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
            subject_from_form: !subject_pieces.is_empty(),
            subject_pieces,
            source: plan.source.clone(),
            source_key: key,
            source_line: u32::try_from(self.line).unwrap_or(u32::MAX),
            opened_at,
            closed_at,
            resolution_words: Some(resolution.to_owned()).filter(|it| !it.is_empty()),
            next_contact,
        };
        Ok(MappedRow { line: self.line, agency, ids, import, remarks: self.remarks })
    }

    /// What a spreadsheet left where a text should be is a fault in every column that is read.
    fn cells_are_texts(&mut self) {
        for index in self.plan.columns() {
            if let Some(reason) = cells::fault(self.cell(index)) {
                self.fault(index, reason);
            }
        }
    }

    fn cell(&self, index: usize) -> &'a str {
        self.cells.get(index).map(String::as_str).unwrap_or_default()
    }

    /// A short value; nothing when it is a word for "none".
    fn value(&self, index: usize) -> String {
        let value = cells::plain(self.cell(index));
        if cells::is_empty(&value) { String::new() } else { value }
    }

    fn key_text(&self) -> String {
        fold_digits(&cells::plain(self.cell(self.plan.key)))
    }

    fn fault(&mut self, index: usize, reason: Reason) {
        let column = self.plan.header.get(index).cloned();
        self.faults.push(RowFault { line: self.line, column, reason });
    }

    fn remark(&mut self, index: usize, remark: RemarkOf) {
        let column = self.plan.header.get(index).cloned();
        self.remarks.push(Remark { line: self.line, column, remark });
    }

    fn key(&mut self) -> String {
        let key = self.key_text();
        if cells::is_empty_key(&key) {
            self.fault(self.plan.key, Reason::Empty);
        } else if is_rounded_number(&key) {
            self.fault(self.plan.key, Reason::Rounded);
        } else if key.chars().count() > KEY_CHARS_MAX {
            self.fault(self.plan.key, Reason::TooLong { chars_max: KEY_CHARS_MAX });
        }
        key
    }

    fn opened(&mut self) -> Option<DateTime<Utc>> {
        let plan = self.plan;
        if self.value(plan.opened).is_empty() {
            self.fault(plan.opened, Reason::Empty);
            return None;
        }
        let at = self.date(plan.opened, &plan.opened_dates)?;
        if at > self.now {
            let value = shown(self.cell(plan.opened));
            self.fault(plan.opened, Reason::Future { value });
            return None;
        }
        Some(at)
    }

    fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.plan.zone).date_naive()
    }

    fn is_opened_on_a_day(&self) -> bool {
        self.plan.opened_dates.is_day_only(&self.value(self.plan.opened))
    }

    fn date(&mut self, index: usize, column: &DateColumn) -> Option<DateTime<Utc>> {
        let read = column.read(&self.value(index));
        let value = || shown(self.cell(index));
        let reason = match read {
            Ok(at) => return Some(at),
            Err(DateFault::NoDate) => Reason::Date { value: value() },
            Err(DateFault::Open(question)) => Reason::DateOrder { value: value(), question },
            Err(DateFault::TooOld) => Reason::TooOld { value: value() },
        };
        self.fault(index, reason);
        None
    }

    /// When the row ended. The column that says *over* and the column with the date must agree: a
    /// case that is closed by mistake is heard by nobody.
    fn closed(&mut self, opened_at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
        let plan = self.plan;
        let column = plan.closed.as_ref().filter(|it| !self.value(it.0).is_empty());
        let said = match &plan.ending {
            None => None,
            Some(ending) => {
                let value = cells::plain(self.cell(ending.column));
                let Some(is_over) = ending.is_over(&value) else {
                    self.fault(ending.column, Reason::UnknownValue { value: shown(&value) });
                    return None;
                };
                Some((ending.column, is_over))
            }
        };
        match (said, column) {
            (Some((_, true)) | None, Some((index, dates))) => {
                let at = self.date(*index, dates)?;
                let earlier = opened_at.filter(|opened| at < *opened);
                let is_one_day = earlier.is_some_and(|it| self.day(it) == self.day(at));
                if is_one_day && dates.is_day_only(&self.value(*index)) {
                    return opened_at;
                }
                let is_open_day = is_one_day && self.is_opened_on_a_day();
                if earlier.is_some() && !is_open_day {
                    self.fault(*index, Reason::ClosedBeforeOpened);
                } else if at > self.now {
                    let value = shown(self.cell(*index));
                    self.fault(*index, Reason::Future { value });
                }
                Some(at)
            }
            (Some((_, false)), Some((index, _))) => {
                self.fault(*index, Reason::OpenWithClosingDate);
                None
            }
            (Some((status, true)), None) => {
                let index = plan.closed.as_ref().map_or(status, |it| it.0);
                self.fault(index, Reason::ClosedWithoutDate);
                None
            }
            (Some((_, false)) | None, None) => None,
        }
    }

    fn owner(&mut self) -> Option<(AgencyId, Option<UnitId>)> {
        let plan = self.plan;
        let Some(owner) = &plan.owner else { return Some((plan.agency.clone(), None)) };
        let value = cells::plain(self.cell(owner.column));
        let found = owner.find(&value).cloned();
        if found.is_none() {
            self.fault(owner.column, Reason::UnknownValue { value: shown(&value) });
        }
        found
    }

    fn category(&mut self) -> Option<(CategoryId, Labels)> {
        let table = &self.plan.categories;
        let values: Vec<String> =
            table.columns.iter().map(|it| cells::plain(self.cell(*it))).collect();
        let found = table.find(&values).cloned();
        if found.is_none() {
            let index = table.columns.first().copied().unwrap_or_default();
            self.fault(index, Reason::UnknownValue { value: shown(&values.join(" / ")) });
        }
        found
    }

    fn text(&mut self, index: Option<usize>) -> &'a str {
        let Some(index) = index else { return "" };
        let text = cells::words(self.cell(index));
        if cells::is_empty(text) {
            return "";
        }
        if text.chars().count() > TEXT_CHARS_MAX {
            self.fault(index, Reason::TooLong { chars_max: TEXT_CHARS_MAX });
        }
        text
    }

    fn place(&self) -> Option<String> {
        let parts: Vec<String> =
            self.plan.place.iter().map(|it| self.value(*it)).filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then(|| cut(&parts.join(", "), SUBJECT_CHARS_MAX))
    }

    /// The subject of the file, else the first line of the person's words, else columns that stand
    /// for it, in pieces.
    fn subject(&self, own_words: &str, label: &Labels) -> (String, Vec<SubjectPiece>) {
        let subject = self.plan.subject.map(|it| self.value(it)).unwrap_or_default();
        let first_line = own_words.lines().next().unwrap_or_default();
        for words in [&subject, first_line] {
            if !words.is_empty() {
                return (cut(words, SUBJECT_CHARS_MAX), Vec::new());
            }
        }
        let value = |index| cut(&self.value(index), SUBJECT_CHARS_MAX);
        let mut pieces = self.plan.subject_form.fill(label, value);
        pieces.truncate(SUBJECT_PIECES_MAX);
        let plain = plain_subject(&pieces, self.plan.language);
        (cut(&plain, SUBJECT_CHARS_MAX), pieces)
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
