//! What an import did, as the administrator reads it and as `--report` writes it.

use super::dates::{DateOrder, DateQuestion};
use super::fault::{Remark, RowFault};
use super::preview::PreviewRow;
use super::row::MappedRow;
use super::sheet::{LeftOut, Sheet};
use crate::reached_by;
use domain::case::Channel;
use domain::{CategoryId, PersonOf};
use serde::Serialize;
use std::collections::BTreeMap;

/// More faults and remarks than this are counted and not kept: such a file has the wrong mapping.
const FAULTS_MAX: usize = 100_000;

/// How a file was understood.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Understood {
    /// By its name in the Encoding Standard.
    pub encoding: &'static str,
    /// No encoding gave words; the mapping may name one.
    pub is_encoding_doubtful: bool,
    /// Between two columns.
    pub separator: String,
    /// The line of the header.
    pub header_line: u64,
    /// The order of dates in numbers, for each column of dates.
    pub dates: Vec<DatesUnderstood>,
}

/// How one column of dates was understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatesUnderstood {
    /// Its title.
    pub column: String,
    /// What comes first; none when it is asked.
    pub order: Option<DateOrder>,
    /// What is asked.
    pub question: Option<DateQuestion>,
}

/// Counts and faults of one import.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// The file's name.
    pub file: String,
    /// The mapping's source.
    pub source: String,
    /// Nothing entered: the counts say what would.
    pub is_dry_run: bool,
    /// How the file was understood.
    pub understood: Understood,
    /// Rows below the header. It is the sum of those that entered, that were there already and that
    /// were refused.
    pub rows_read: u64,
    /// Cases that entered now.
    pub entered: u64,
    /// Of these, open ones.
    pub entered_open: u64,
    /// Of these, those that end as *closed before Rida*.
    pub entered_closed: u64,
    /// Of these, with a subject put together from the form.
    pub subject_from_form: u64,
    /// Of these, without a person.
    pub without_person: u64,
    /// Entered in an earlier import, with the same content.
    pub there_already: u64,
    /// Rows that did not enter.
    pub refused: u64,
    /// Cases given to handlers afterwards.
    pub assigned: u64,
    /// Whether persons are written to.
    pub is_announced: bool,
    /// Persons of open cases who are written to when the import is announced, by channel.
    pub letters: BTreeMap<String, u64>,
    /// Cases that entered now, by category.
    pub by_category: BTreeMap<CategoryId, u64>,
    /// Why rows did not enter; a row may have several faults.
    pub faults: Vec<RowFault>,
    /// Faults beyond those that are kept.
    pub faults_left_out: u64,
    /// What of rows that entered did not enter with them.
    pub remarks: Vec<Remark>,
    /// Remarks beyond those that are kept.
    pub remarks_left_out: u64,
    /// Lines that are no rows.
    pub left_out: Vec<LeftOut>,
    /// The first rows as they are understood.
    #[serde(skip)]
    pub preview: Vec<PreviewRow>,
}

impl ImportReport {
    pub(super) fn new(file: &str, source: &str, sheet: &Sheet) -> Self {
        let understood = Understood {
            encoding: sheet.encoding,
            is_encoding_doubtful: sheet.is_encoding_doubtful,
            separator: sheet.separator.to_string(),
            header_line: sheet.header_line,
            dates: Vec::new(),
        };
        Self {
            file: file.to_owned(),
            source: source.to_owned(),
            understood,
            left_out: sheet.left_out.clone(),
            ..Self::default()
        }
    }

    /// One more row entered.
    pub(super) fn enter(&mut self, row: &MappedRow) {
        let import = &row.import;
        self.entered += 1;
        *(if import.closed_at.is_some() {
            &mut self.entered_closed
        } else {
            &mut self.entered_open
        }) += 1;
        self.subject_from_form += u64::from(import.subject_from_form);
        self.without_person += u64::from(import.open.person == PersonOf::Unknown);
        *self.by_category.entry(import.open.category.clone()).or_default() += 1;
        if let (PersonOf::New { record }, None) = (&import.open.person, import.closed_at)
            && let Some(channel) = reached_by(record)
        {
            *self.letters.entry(channel_code(channel).to_owned()).or_default() += 1;
        }
        let room = FAULTS_MAX.saturating_sub(self.remarks.len());
        self.remarks_left_out += row.remarks.len().saturating_sub(room) as u64;
        self.remarks.extend(row.remarks.iter().take(room).cloned());
    }

    /// One more row did not enter.
    pub(super) fn refuse(&mut self, faults: Vec<RowFault>) {
        self.refused += 1;
        for fault in faults {
            if self.faults.len() < FAULTS_MAX {
                self.faults.push(fault);
            } else {
                self.faults_left_out += 1;
            }
        }
    }
}

fn channel_code(channel: Channel) -> &'static str {
    match channel {
        Channel::Sms => "sms",
        Channel::Mail => "mail",
        Channel::Phone | Channel::Branch | Channel::Social | Channel::Import | Channel::Portal => {
            "other"
        }
    }
}
