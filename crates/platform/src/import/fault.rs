//! Why an import can't begin, and why one of its rows does not enter: codes and facts.

use super::dates::DateQuestion;
use super::sheet::FileKind;
use chrono::{DateTime, Utc};
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
    /// The file can't be read to its end. Nothing has entered.
    #[error("the file can't be read")]
    Read(#[source] std::io::Error),
    /// The file is no text with rows.
    #[error("the file is no sheet: {0:?}")]
    NoSheet(FileKind),
    /// The file is larger than any file may be.
    #[error("the file is larger than {max} bytes", max = super::sheet::FILE_BYTES_MAX)]
    FileTooLarge,
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
    /// The mapping has no source, no columns for the category, or no part of the subject.
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
    /// A line break outside of quotation marks parted it, and this is one of its parts.
    Parted,
    /// Its cells stand in other columns than theirs: a separator within a text, or a missing one.
    Shifted,
    /// It stands in a sheet of refused rows as it was when it was refused.
    Uncorrected {
        /// The codes of the reasons then.
        before: String,
    },
    /// Its quotation marks don't pair.
    Quotation,
    /// Its bytes are of another encoding than the file's.
    Encoding,
    /// Its letters were lost and became question marks.
    LostLetters,
    /// It holds characters that no text has, for example NUL.
    ControlCharacter,
    /// A spreadsheet shows an error or a formula instead of a value.
    SheetError,
    /// It holds tags or entities of HTML.
    Markup,
    /// A spreadsheet rounded the number (`1.02346E+09`).
    Rounded,
    /// A column that must hold something is empty.
    Empty,
    /// An earlier row of this file has the same key.
    KeyTwice {
        /// The line of the first.
        first: u64,
    },
    /// A case with the same key entered before and says something else.
    KeyReused {
        /// When that case began.
        opened_at: DateTime<Utc>,
    },
    /// It is no date, or contradicts the other dates of its column.
    Date {
        /// As it stands, cut.
        value: String,
    },
    /// Its column leaves open which number is the day.
    DateOrder {
        /// As it stands, cut.
        value: String,
        /// Why it is open.
        question: DateQuestion,
    },
    /// It is older than anything that is imported.
    TooOld {
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
            Self::Parted => "parted",
            Self::Shifted => "shifted",
            Self::Uncorrected { .. } => "uncorrected",
            Self::Quotation => "quotation",
            Self::Encoding => "encoding",
            Self::LostLetters => "lost-letters",
            Self::ControlCharacter => "control-character",
            Self::SheetError => "sheet-error",
            Self::Markup => "markup",
            Self::Rounded => "rounded",
            Self::Empty => "empty",
            Self::KeyTwice { .. } => "key-twice",
            Self::KeyReused { .. } => "key-reused",
            Self::Date { .. } => "date",
            Self::DateOrder { question: DateQuestion::Ambiguous, .. } => "date-order-ambiguous",
            Self::DateOrder { question: DateQuestion::Mixed, .. } => "date-order-mixed",
            Self::DateOrder { question: DateQuestion::AgainstMapping, .. } => "date-order-against",
            Self::DateOrder { question: DateQuestion::Year, .. } => "date-order-year",
            Self::DateOrder { question: DateQuestion::Calendar, .. } => "date-order-calendar",
            Self::DateOrder { question: DateQuestion::Converted, .. } => "date-order-converted",
            Self::TooOld { .. } => "too-old",
            Self::Future { .. } => "future",
            Self::ClosedBeforeOpened => "closed-before-opened",
            Self::ClosedWithoutDate => "closed-without-date",
            Self::OpenWithClosingDate => "open-with-closing-date",
            Self::UnknownValue { .. } => "unknown-value",
            Self::TooLong { .. } => "too-long",
            Self::Refused { .. } => "refused",
        }
    }
}

/// Something of a row that did not enter with it. The value itself is never repeated here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Where the row begins in the file, from 1.
    pub line: u64,
    /// The header of the column.
    pub column: Option<String>,
    /// What.
    pub remark: RemarkOf,
}

/// What of a cell did not enter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkOf {
    /// The cell holds no phone number.
    NoPhone,
    /// The phone number is filler, like `0500000000`.
    FillerPhone,
    /// The cell holds more than the one phone number that was taken.
    MoreThanPhone,
    /// The cell holds no valid national id.
    NoNationalId,
    /// The check digit of the national id does not fit.
    CheckDigit,
    /// Somebody with another name and another phone has the national id.
    IdOfAnother {
        /// The key of a case of theirs.
        key: String,
    },
    /// Several persons with different national ids have this phone and this name.
    SeveralPersons,
    /// The cell holds no mail address.
    NoMail,
}

impl RemarkOf {
    /// The id of its words in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoPhone => "no-phone",
            Self::FillerPhone => "filler-phone",
            Self::MoreThanPhone => "more-than-phone",
            Self::NoNationalId => "no-national-id",
            Self::CheckDigit => "check-digit",
            Self::IdOfAnother { .. } => "id-of-another",
            Self::SeveralPersons => "several-persons",
            Self::NoMail => "no-mail",
        }
    }
}
