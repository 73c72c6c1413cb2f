//! A mapping bound to one file's header and to the agencies' books: every name is looked up once, and
//! everything that does not fit is said before the first row enters.

use super::dates::DateForms;
use super::fault::Misfit;
use super::map::{CategoryOf, Map, Owner, OwnerBy};
use super::subject::SubjectForm;
use domain::book::{Book, Labels};
use domain::case::CaseKind;
use domain::text::fold;
use domain::{AgencyId, CategoryId, Language, UnitId};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The books of the agencies that a mapping may name.
pub type Books = BTreeMap<AgencyId, Book>;

/// Everything that reading one row needs.
#[derive(Debug)]
pub struct Plan {
    pub source: String,
    pub agency: AgencyId,
    pub language: Language,
    pub kind: CaseKind,
    pub dates: DateForms,
    pub header: Vec<String>,
    pub key: usize,
    pub opened: usize,
    pub closed: Option<usize>,
    pub subject: Option<usize>,
    pub own_words: Option<usize>,
    pub place: Vec<usize>,
    pub resolution: Option<usize>,
    pub person_name: Option<usize>,
    pub person_phone: Option<usize>,
    pub person_national_id: Option<usize>,
    pub person_mail: Option<usize>,
    pub subject_form: SubjectForm,
    pub ending: Option<(usize, HashSet<String>)>,
    pub owner: Option<OwnerOf>,
    pub categories: CategoryTable,
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
    /// The longest match of the values; none when nothing matches and there is no default.
    #[must_use]
    pub fn find(&self, values: &[&str]) -> Option<&(CategoryId, Labels)> {
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
    /// Binds a mapping, or says everything that does not fit.
    pub fn new(map: Map, header: &[String], books: &Books) -> Result<Self, Vec<Misfit>> {
        let mut check = Check { header, books, misfits: Vec::new() };
        let columns = &map.columns;
        let dates = DateForms::new(map.zone, map.dates.clone(), &map.day_begins);
        if dates.is_none() {
            check.misfits.push(Misfit::BrokenTime { text: map.day_begins.clone() });
        }
        check.not_empty("source", map.source.trim().is_empty());
        check.not_empty("dates", map.dates.is_empty());
        check.not_empty("categories.columns", map.categories.columns.is_empty());
        let key = check.column(&columns.key);
        let opened = check.column(&columns.opened);
        let closed = check.maybe(columns.closed.as_ref());
        let subject = check.maybe(columns.subject.as_ref());
        let own_words = check.maybe(columns.own_words.as_ref());
        let place = columns.place.iter().map(|it| check.column(it)).collect();
        let resolution = check.maybe(columns.resolution.as_ref());
        let person_name = check.maybe(columns.person_name.as_ref());
        let person_phone = check.maybe(columns.person_phone.as_ref());
        let person_national_id = check.maybe(columns.person_national_id.as_ref());
        let person_mail = check.maybe(columns.person_mail.as_ref());
        let subject_form = check.subject(&map);
        let ending = map.ending.as_ref().map(|it| {
            (check.column(&it.column), it.closed.iter().map(|word| value_key(word)).collect())
        });
        let agencies = check.agencies(&map);
        let owner = map.owner.as_ref().map(|it| check.owner(it, &map.agency));
        let categories = check.categories(&map, &agencies);
        let (Some(dates), true) = (dates, check.misfits.is_empty()) else {
            return Err(check.misfits);
        };
        Ok(Self {
            source: map.source,
            agency: map.agency,
            language: map.language,
            kind: map.kind,
            dates,
            header: header.to_vec(),
            key,
            opened,
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

/// The place of a column by its title; `Title#2` is the second of that title.
fn find_column(header: &[String], name: &str) -> Result<usize, Misfit> {
    let mut places = header.iter().enumerate().filter(|(_, title)| *title == name);
    match (places.next(), places.next()) {
        (Some((index, _)), None) => Ok(index),
        (Some(_), Some(_)) => Err(Misfit::ColumnTwice { column: name.to_owned() }),
        (None, _) => {
            numbered(header, name).ok_or_else(|| Misfit::UnknownColumn { column: name.to_owned() })
        }
    }
}

fn numbered(header: &[String], name: &str) -> Option<usize> {
    let (title, place) = name.rsplit_once('#')?;
    let place: usize = place.parse().ok()?;
    let mut places = header.iter().enumerate().filter(|(_, it)| *it == title);
    places.nth(place.checked_sub(1)?).map(|(index, _)| index)
}
