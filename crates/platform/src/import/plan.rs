//! A mapping bound to one file's header and to the agencies' books: every name is looked up once, and
//! everything that does not fit is said before the first row enters.

use super::cells::plain;
use super::columns::find_column;
use super::dates::DateColumn;
use super::fault::Misfit;
use super::map::{CategoryOf, Ending, Map, Owner, OwnerBy};
use super::sheet::Sheet;
use super::subject::SubjectForm;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::book::{Book, Labels};
use domain::case::CaseKind;
use domain::text::fold;
use domain::{AgencyId, CategoryId, Language, UnitId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// How agencies name a status, folded.
const STATUSES: [&str; 16] = [
    "مفتوح",
    "مفتوحه",
    "مغلق",
    "مغلقه",
    "جديد",
    "جديده",
    "منتهي",
    "معلق",
    "قيد المعالجه",
    "قيد الاجراء",
    "open",
    "closed",
    "new",
    "pending",
    "resolved",
    "in progress",
];

/// The books of the agencies that a mapping may name.
pub type Books = BTreeMap<AgencyId, Book>;

/// Everything that reading one row needs.
#[derive(Debug)]
pub struct Plan {
    pub source: String,
    pub agency: AgencyId,
    pub language: Language,
    pub kind: CaseKind,
    /// The zone of dates that name none.
    pub zone: Tz,
    pub header: Vec<String>,
    pub key: usize,
    pub opened: usize,
    pub opened_dates: DateColumn,
    pub closed: Option<(usize, DateColumn)>,
    pub subject: Option<usize>,
    pub own_words: Option<usize>,
    pub place: Vec<usize>,
    pub resolution: Option<usize>,
    pub person_name: Option<usize>,
    pub person_phone: Option<usize>,
    pub person_national_id: Option<usize>,
    pub person_mail: Option<usize>,
    pub subject_form: SubjectForm,
    pub ending: Option<EndingOf>,
    pub owner: Option<OwnerOf>,
    pub categories: CategoryTable,
}

/// Whether a row is over.
#[derive(Debug)]
pub struct EndingOf {
    /// The column that says so.
    pub column: usize,
    closed: HashSet<String>,
    open: HashSet<String>,
    /// What else stands in the column more than once.
    usual: HashSet<String>,
}

impl EndingOf {
    /// Whether a value is a status: the mapping lists it, it is usual in the column, or agencies name
    /// one so.
    #[must_use]
    pub fn is_status(&self, value: &str) -> bool {
        let value = value_key(value);
        let sets = [&self.closed, &self.open, &self.usual];
        sets.iter().any(|it| it.contains(&value)) || STATUSES.contains(&value.as_str())
    }

    /// By the column's value; none when it is none of those that the mapping lists.
    #[must_use]
    pub fn is_over(&self, value: &str) -> Option<bool> {
        let value = value_key(value);
        let is_closed = self.closed.contains(&value);
        (is_closed || self.open.is_empty() || self.open.contains(&value)).then_some(is_closed)
    }
}

/// Whose a row is.
#[derive(Debug)]
pub struct OwnerOf {
    /// The column that says so.
    pub column: usize,
    of: HashMap<String, (AgencyId, Option<UnitId>)>,
    default: Option<(AgencyId, Option<UnitId>)>,
}

impl OwnerOf {
    /// By the column's value; none when it is unknown and there is no default.
    #[must_use]
    pub fn find(&self, value: &str) -> Option<&(AgencyId, Option<UnitId>)> {
        self.of.get(&value_key(value)).or(self.default.as_ref())
    }
}

/// What rows are about.
#[derive(Debug)]
pub struct CategoryTable {
    /// The columns that say so, the widest first.
    pub columns: Vec<usize>,
    of: HashMap<Vec<String>, (CategoryId, Labels)>,
    default: Option<(CategoryId, Labels)>,
}

impl CategoryTable {
    /// Whether the mapping lists a value in one of the columns.
    #[must_use]
    pub fn is_known(&self, value: &str) -> bool {
        let value = value_key(value);
        self.of.keys().any(|it| it.contains(&value))
    }

    /// The longest match of the values; none when nothing matches and there is no default.
    #[must_use]
    pub fn find(&self, values: &[String]) -> Option<&(CategoryId, Labels)> {
        let keys: Vec<String> = values.iter().map(|it| value_key(it)).collect();
        (1..=keys.len())
            .rev()
            .find_map(|upto| self.of.get(keys.get(..upto)?))
            .or(self.default.as_ref())
    }
}

/// Values are compared folded, so that case, hamzas and stray spaces don't matter.
#[must_use]
pub fn value_key(value: &str) -> String {
    fold(value.trim())
}

impl Plan {
    /// Binds a mapping, or says everything that does not fit. The dates of a column are decided here,
    /// from all of its rows.
    pub fn new(
        map: Map,
        sheet: &Sheet,
        books: &Books,
        now: DateTime<Utc>,
    ) -> Result<Self, Vec<Misfit>> {
        let mut check = Check { header: &sheet.header, books, misfits: Vec::new() };
        let columns = &map.columns;
        check.not_empty("source", map.source.trim().is_empty());
        check.not_empty("categories.columns", map.categories.columns.is_empty());
        let key = check.column(&columns.key);
        let opened = check.column(&columns.opened);
        let closed = check.maybe(columns.closed.as_ref());
        let dates = check.dates(&map, sheet, opened, closed, now);
        let subject = check.maybe(columns.subject.as_ref());
        let own_words = check.maybe(columns.own_words.as_ref());
        let place = columns.place.iter().map(|it| check.column(it)).collect();
        let resolution = check.maybe(columns.resolution.as_ref());
        let person_name = check.maybe(columns.person_name.as_ref());
        let person_phone = check.maybe(columns.person_phone.as_ref());
        let person_national_id = check.maybe(columns.person_national_id.as_ref());
        let person_mail = check.maybe(columns.person_mail.as_ref());
        let subject_form = check.subject(&map);
        let ending = map.ending.as_ref().map(|it| check.ending(it, sheet));
        let agencies = check.agencies(&map);
        let owner = map.owner.as_ref().map(|it| check.owner(it, &map.agency));
        let categories = check.categories(&map, &agencies);
        let (Some((opened_dates, closed)), true) = (dates, check.misfits.is_empty()) else {
            return Err(check.misfits);
        };
        Ok(Self {
            source: map.source,
            agency: map.agency,
            language: map.language,
            kind: map.kind,
            zone: map.zone,
            header: sheet.header.clone(),
            key,
            opened,
            opened_dates,
            closed,
            subject,
            own_words,
            place,
            resolution,
            person_name,
            person_phone,
            person_national_id,
            person_mail,
            subject_form,
            ending,
            owner,
            categories,
        })
    }

    /// Every column that is read, once.
    #[must_use]
    pub fn columns(&self) -> BTreeSet<usize> {
        let maybe = [
            self.closed.as_ref().map(|it| it.0),
            self.subject,
            self.own_words,
            self.resolution,
            self.person_name,
            self.person_phone,
            self.person_national_id,
            self.person_mail,
        ];
        let mut columns = self.needed();
        columns.extend(maybe.into_iter().flatten());
        columns.extend(&self.place);
        columns.extend(self.subject_form.columns());
        columns
    }

    /// Columns without which a row would be understood wrongly.
    #[must_use]
    pub fn needed(&self) -> BTreeSet<usize> {
        let mut columns = BTreeSet::from([self.key, self.opened]);
        match &self.ending {
            Some(ending) => columns.extend([ending.column]),
            None => columns.extend(self.closed.as_ref().map(|it| it.0)),
        }
        columns.extend(self.owner.as_ref().map(|it| it.column));
        columns.extend(&self.categories.columns);
        columns
    }
}

/// Looks names up and remembers those that are not there.
struct Check<'a> {
    header: &'a [String],
    books: &'a Books,
    misfits: Vec<Misfit>,
}

impl Check<'_> {
    fn not_empty(&mut self, key: &str, empty: bool) {
        if empty {
            self.misfits.push(Misfit::Nothing { key: key.to_owned() });
        }
    }

    fn column(&mut self, name: &str) -> usize {
        match find_column(self.header, name) {
            Ok(index) => index,
            Err(misfit) => {
                self.misfits.push(misfit);
                0
            }
        }
    }

    fn maybe(&mut self, name: Option<&String>) -> Option<usize> {
        name.map(|name| self.column(name))
    }

    /// The date columns, each decided from its own rows; one that shows no order is like the other.
    fn dates(
        &mut self,
        map: &Map,
        sheet: &Sheet,
        opened: usize,
        closed: Option<usize>,
        now: DateTime<Utc>,
    ) -> Option<(DateColumn, Option<(usize, DateColumn)>)> {
        let column = |at: usize| {
            let cells = sheet.rows.iter().filter(|it| it.broken.is_none());
            DateColumn::new(map, cells.filter_map(|it| it.cells.get(at)).map(String::as_str), now)
        };
        let Some(begins) = column(opened) else {
            self.misfits.push(Misfit::BrokenTime { text: map.day_begins.clone() });
            return None;
        };
        let Some(closed) = closed else { return Some((begins, None)) };
        let ends = column(closed)?;
        let both = (begins.clone().or_like(&ends), Some((closed, ends.or_like(&begins))));
        Some(both)
    }

    fn ending(&mut self, by: &Ending, sheet: &Sheet) -> EndingOf {
        let keys = |values: &[String]| values.iter().map(|it| value_key(it)).collect();
        let column = self.column(&by.column);
        let mut counts: HashMap<String, usize> = HashMap::new();
        let rows = sheet.rows.iter().filter(|it| it.broken.is_none());
        for cell in rows.filter_map(|it| it.cells.get(column)) {
            *counts.entry(value_key(&plain(cell))).or_default() += 1;
        }
        let is_usual =
            |(value, count): &(String, usize)| *count > 1 && value.chars().any(char::is_alphabetic);
        let usual = counts.into_iter().filter(is_usual).map(|it| it.0).collect();
        EndingOf { column, closed: keys(&by.closed), open: keys(&by.open), usual }
    }

    fn subject(&mut self, map: &Map) -> SubjectForm {
        let header = self.header;
        let form = SubjectForm::parse(&map.subject, |name| find_column(header, name));
        form.unwrap_or_else(|misfits| {
            self.misfits.extend(misfits);
            SubjectForm::default()
        })
    }

    /// Every agency that rows may belong to.
    fn agencies(&mut self, map: &Map) -> HashSet<AgencyId> {
        let by_value = map.owner.iter().flat_map(|it| it.of.values().chain(&it.default));
        let named = by_value.map(|it| it.agency.clone().unwrap_or_else(|| map.agency.clone()));
        let only = map.owner.is_none().then(|| map.agency.clone());
        let all: HashSet<AgencyId> = named.chain(only).collect();
        for agency in &all {
            if !self.books.contains_key(agency) {
                self.misfits.push(Misfit::UnknownAgency { agency: agency.clone() });
            }
        }
        all
    }

    fn owner(&mut self, by: &OwnerBy, agency: &AgencyId) -> OwnerOf {
        let column = self.column(&by.column);
        let mut of = HashMap::new();
        for (value, owner) in &by.of {
            of.insert(value_key(value), self.unit(owner, agency));
        }
        OwnerOf { column, of, default: by.default.as_ref().map(|it| self.unit(it, agency)) }
    }

    fn unit(&mut self, owner: &Owner, agency: &AgencyId) -> (AgencyId, Option<UnitId>) {
        let agency = owner.agency.as_ref().unwrap_or(agency);
        if let (Some(unit), Some(book)) = (&owner.unit, self.books.get(agency))
            && !book.units.contains_key(unit)
        {
            let (agency, unit) = (agency.clone(), unit.clone());
            self.misfits.push(Misfit::UnknownUnit { agency, unit });
        }
        (agency.clone(), owner.unit.clone())
    }

    fn categories(&mut self, map: &Map, agencies: &HashSet<AgencyId>) -> CategoryTable {
        let by = &map.categories;
        let columns: Vec<usize> = by.columns.iter().map(|it| self.column(it)).collect();
        let mut of = HashMap::new();
        for value in &by.values {
            if value.is.is_empty() || value.is.len() > columns.len() {
                self.misfits.push(Misfit::TooManyValues { values: value.is.clone() });
            }
            self.category(&value.category, agencies);
            let key = value.is.iter().map(|it| value_key(it)).collect();
            of.insert(key, (value.category.clone(), value.label.clone()));
        }
        let default = by.default.as_ref().map(|CategoryOf { category, label }| {
            self.category(category, agencies);
            (category.clone(), label.clone())
        });
        CategoryTable { columns, of, default }
    }

    fn category(&mut self, category: &CategoryId, agencies: &HashSet<AgencyId>) {
        for agency in agencies {
            let known =
                self.books.get(agency).is_none_or(|it| it.categories.contains_key(category));
            let misfit =
                Misfit::UnknownCategory { agency: agency.clone(), category: category.clone() };
            if !known && !self.misfits.contains(&misfit) {
                self.misfits.push(misfit);
            }
        }
    }
}
