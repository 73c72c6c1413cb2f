//! Why an import can't begin, and why one of its rows does not enter: codes and facts.

use domain::{AgencyId, CategoryId, Refusal, UnitId};
use serde::Serialize;
use std::path::PathBuf;

/// The whole import can't begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file can't be read.
    #[error("file {path} can't be read")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// The mapping is not of its form.
    #[error("the mapping, line {line:?}: {cause}")]
    Form {
        /// From 1.
        line: Option<usize>,
        /// The parser's word, in English.
        cause: String,
    },
    /// The mapping names what is not there.
    #[error("the mapping does not fit: {0:?}")]
    Misfit(Vec<Misfit>),
    /// The platform failed. Whole batches before this one have entered.
    #[error("platform")]
    Platform(#[from] crate::Error),
    /// The file can't be read to its end. What came before it has entered.
    #[error("the file can't be read after line {line}")]
    Rows {
        /// Where the row begins that could not be read.
        line: u64,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// The file ends inside a row, or a row is larger than any row may be: most often a quotation
    /// mark that is never closed. What came before it has entered.
    #[error("the row at line {line} is too large or never ends")]
    EndlessRow {
        /// Where it begins.
        line: u64,
    },
}

/// One thing of a mapping that does not fit the file or the agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Misfit {
    /// The file has no such column.
    UnknownColumn {
        /// The header that the mapping names.
        column: String,
    },
    /// Several columns have this header; the mapping must say which: `City#2`.
    ColumnTwice {
        /// The header.
        column: String,
    },
    /// The platform knows no such agency.
    UnknownAgency {
        /// Its code.
        agency: AgencyId,
    },
    /// The agency has no such unit.
    UnknownUnit {
        /// Whose.
        agency: AgencyId,
        /// Its code.
        unit: UnitId,
    },
    /// The agency has no such category.
    UnknownCategory {
        /// Whose.
        agency: AgencyId,
        /// Its code.
        category: CategoryId,
    },
    /// A part of the subject opens `{` and never closes it.
    BrokenPart {
        /// As written.
        part: String,
    },
    /// A time of day that is none.
    BrokenTime {
        /// As written.
        text: String,
    },
    /// A category's values are more than the columns that decide it.
    TooManyValues {
        /// As written.
        values: Vec<String>,
    },
    /// The mapping has no date form, no source or no columns for the category.
    Nothing {
        /// The key.
        key: String,
    },
}

/// A row that does not enter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowFault {
    /// Where the row begins in the file, from 1.
    pub line: u64,
    /// The header of the column; none when the whole row is meant.
    pub column: Option<String>,
    /// Why.
    #[serde(flatten)]
    pub reason: Reason,
}

/// Why a row does not enter. Words of persons are never repeated here.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// It has more or fewer columns than the header.
    ColumnCount {
        /// Of this row.
        found: usize,
        /// Of the header.
        expected: usize,
    },
    /// Its bytes are not UTF-8.
    Encoding,
    /// A column that must hold something is empty.
    Empty,
    /// An earlier row of this file has the same key.
    KeyTwice {
        /// The line of the first.
        first: u64,
    },
    /// No form of the mapping fits.
    Date {
        /// As it stands, cut.
        value: String,
    },
    /// It began in the future.
    Future {
        /// As it stands, cut.
        value: String,
    },
    /// It ended before it began.
    ClosedBeforeOpened,
    /// The row says that it is over, and not since when.
    ClosedWithoutDate,
    /// The row says that it goes on, and when it ended.
    OpenWithClosingDate,
    /// Not a phone number of any country.
    Phone,
    /// The mapping knows no such value and has no default.
    UnknownValue {
        /// As it stands, cut.
        value: String,
    },
    /// A text is longer than it may be.
    TooLong {
        /// In characters.
        chars_max: usize,
    },
    /// The rules say no.
    Refused {
        /// Why.
        refusal: Refusal,
    },
}

impl Reason {
    /// The id of its words in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ColumnCount { .. } => "column-count",
            Self::Encoding => "encoding",
            Self::Empty => "empty",
            Self::KeyTwice { .. } => "key-twice",
            Self::Date { .. } => "date",
            Self::Future { .. } => "future",
            Self::ClosedBeforeOpened => "closed-before-opened",
            Self::ClosedWithoutDate => "closed-without-date",
            Self::OpenWithClosingDate => "open-with-closing-date",
            Self::Phone => "phone",
            Self::UnknownValue { .. } => "unknown-value",
            Self::TooLong { .. } => "too-long",
            Self::Refused { .. } => "refused",
        }
    }
}
