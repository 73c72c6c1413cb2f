//! The files of an agency, one struct each: together they are the form of a [`Book`].

use super::faults::{Fault, Problem};
use super::place::{Place, dotted, line_of};
use super::unknown::unknown_keys;
use domain::book::{
    Category, GateLists, Labels, Post, Power, RankTable, Remedy, ReminderRule, Staff, Template,
    Unit,
};
use domain::calendar::Calendar;
use domain::money::Currency;
use domain::{
    AgencyId, CategoryId, Language, NoDateReasonId, PostId, RemedyId, StaffId, TemplateId, UnitId,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// A larger file is a mistake, not an agency.
pub const FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// `agency.toml`: what holds for the whole agency.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgencyFile {
    pub agency: AgencyId,
    pub name: Labels,
    pub reference_prefix: String,
    pub region: String,
    pub currency: Currency,
    pub session_lease_hours: u32,
    pub person_pause_days_max: u32,
    /// 25 MiB when it is left out.
    #[serde(default)]
    pub attachment_bytes_max: Option<u32>,
    pub no_date_reasons: BTreeMap<NoDateReasonId, Labels>,
    pub rank: RankTable,
    pub reminders: ReminderRule,
    pub calendar: Calendar,
}

/// `units.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitsFile {
    pub units: BTreeMap<UnitId, Unit>,
}

/// `posts.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostsFile {
    pub posts: BTreeMap<PostId, Post>,
}

/// `staff.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffFile {
    pub staff: BTreeMap<StaffId, Staff>,
}

/// `categories.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoriesFile {
    pub categories: BTreeMap<CategoryId, Category>,
}

/// `remedies.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemediesFile {
    pub remedies: BTreeMap<RemedyId, Remedy>,
}

/// `powers.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowersFile {
    pub powers: Vec<Power>,
}

/// `gate.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateFile {
    pub gate: GateForm,
}

/// The agency's own phrases, and whether those that Rida brings come with them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateForm {
    /// Languages whose shipped lists are taken too.
    #[serde(default)]
    pub shipped: Vec<Language>,
    #[serde(default)]
    pub deflections: Vec<String>,
    #[serde(default)]
    pub empty_formulas: Vec<String>,
    #[serde(default)]
    pub favours: Vec<String>,
}

impl GateForm {
    /// The shipped lists that were asked for, then the agency's own.
    #[must_use]
    pub fn lists(self) -> GateLists {
        let mut lists: Vec<GateLists> = self
            .shipped
            .iter()
            .map(|language| match language {
                Language::Ar => GateLists::arabic(),
                Language::En => GateLists::english(),
            })
            .collect();
        lists.push(GateLists {
            deflections: self.deflections,
            empty_formulas: self.empty_formulas,
            favours: self.favours,
            ..GateLists::default()
        });
        GateLists::merged(&lists)
    }
}

/// `templates.toml`
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplatesFile {
    pub templates: BTreeMap<TemplateId, Template>,
}

/// The file in which the first key of a place stands.
pub fn file_of(place: &str) -> &'static str {
    match place.split(['.', '[']).next().unwrap_or_default() {
        "units" => "units.toml",
        "posts" => "posts.toml",
        "staff" => "staff.toml",
        "categories" => "categories.toml",
        "remedies" => "remedies.toml",
        "powers" => "powers.toml",
        "gate" => "gate.toml",
        "templates" => "templates.toml",
        _ => "agency.toml",
    }
}

/// The files of one folder, as far as they were read.
pub struct Folder<'a> {
    dir: &'a Path,
    /// The texts by file, to find lines in.
    pub texts: Vec<(&'static str, String)>,
    /// What is wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Folder<'a> {
    /// A folder of which nothing was read yet.
    pub fn new(dir: &'a Path) -> Self {
        Self { dir, texts: Vec::new(), faults: Vec::new() }
    }

    /// Reads one file; what is wrong with it is kept with the other faults.
    pub fn read<T>(&mut self, file: &'static str) -> Option<T>
    where
        T: DeserializeOwned + Serialize,
    {
        match text_of(&self.dir.join(file)) {
            Ok(text) => {
                let part = parse_part(file, &text, &mut self.faults);
                self.texts.push((file, text));
                part
            }
            Err(problem) => {
                self.faults.push(Fault::of_file(file, problem));
                None
            }
        }
    }
}

fn parse_part<T>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<T>
where
    T: DeserializeOwned + Serialize,
{
    let part: T = match toml::from_str(text) {
        Ok(part) => part,
        Err(error) => {
            faults.push(Fault::of_form(file, text, &error));
            return None;
        }
    };
    faults.extend(slips(file, text, &part));
    Some(part)
}

fn slips<T: Serialize>(file: &str, text: &str, part: &T) -> Vec<Fault> {
    let written = toml::from_str::<toml::Table>(text).map(toml::Value::Table);
    let (Ok(written), Ok(read)) = (written, toml::Value::try_from(part)) else {
        return Vec::new();
    };
    unknown_keys(&written, &read)
        .iter()
        .map(|way| {
            let (line, key) = (line_of(text, way), dotted(way));
            Fault::at(Place { file: file.to_owned(), line, key }, Problem::UnknownKey)
        })
        .collect()
}

/// The text of a file, bounded.
pub fn text_of(path: &Path) -> Result<String, Problem> {
    let file = std::fs::File::open(path).map_err(|cause| {
        if cause.kind() == std::io::ErrorKind::NotFound {
            return Problem::FileMissing;
        }
        Problem::FileUnreadable { cause }
    })?;
    let mut text = String::new();
    file.take(FILE_BYTES_MAX + 1)
        .read_to_string(&mut text)
        .map_err(|cause| Problem::FileUnreadable { cause })?;
    if text.len() as u64 > FILE_BYTES_MAX { Err(Problem::FileTooLarge) } else { Ok(text) }
}
