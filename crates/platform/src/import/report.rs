//! What an import did, as the administrator reads it and as `--report` writes it.

use super::fault::RowFault;
use super::row::MappedRow;
use domain::{CategoryId, PersonOf};
use serde::Serialize;
use std::collections::BTreeMap;

/// More faults than this are counted and not kept: such a file has the wrong mapping.
const FAULTS_MAX: usize = 100_000;

/// Counts and faults of one import.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// The file's name.
    pub file: String,
    /// The mapping's source.
    pub source: String,
    /// Rows below the header.
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
    /// Entered in an earlier import.
    pub there_already: u64,
    /// Rows that did not enter.
    pub refused: u64,
    /// Cases given to handlers afterwards.
    pub assigned: u64,
    /// Cases that entered now, by category.
    pub by_category: BTreeMap<CategoryId, u64>,
    /// Why rows did not enter; a row may have several faults.
    pub faults: Vec<RowFault>,
    /// Faults beyond those that are kept.
    pub faults_left_out: u64,
}

impl ImportReport {
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
