//! What is wrong with an agency's files, and where: file, line and key, never a sentence.

use super::place::{Place, dotted, line_at, line_of, steps};
use domain::book::{BookFault, FaultCode};

use std::fmt;

/// One fault in one file.
#[derive(Debug)]
pub struct Fault {
    /// The file's name inside the folder, for example `powers.toml`.
    pub file: String,
    /// Counted from 1; none when the fault is of the whole file.
    pub line: Option<usize>,
    /// The dotted way to the value, empty when the fault is of the whole file.
    pub key: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Debug)]
pub enum Problem {
    /// A file that every agency has is not there.
    FileMissing,
    /// It is there and can't be read.
    FileUnreadable {
        /// The system's word.
        cause: std::io::Error,
    },
    /// Larger than [`super::FILE_BYTES_MAX`].
    FileTooLarge,
    /// All files together make a book larger than [`protocol::limits::BOOK_BYTES_MAX`].
    BookTooLarge,
    /// Not TOML, or not of the form that belongs there.
    Form {
        /// The parser's word, in English.
        cause: String,
    },
    /// A key that means nothing here: most often a slip of the pen.
    UnknownKey,
    /// The files fit one by one and not together.
    Book {
        /// What does not fit.
        code: FaultCode,
        /// What stands there.
        found: String,
    },
}

impl Problem {
    /// The code of its words in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileMissing => "file-missing",
            Self::FileUnreadable { .. } => "file-unreadable",
            Self::FileTooLarge => "file-too-large",
            Self::BookTooLarge => "book-too-large",
            Self::Form { .. } => "form",
            Self::UnknownKey => "unknown-key",
            Self::Book { code, .. } => book_code(*code),
        }
    }
}

impl Fault {
    /// A fault of a whole file.
    pub(crate) fn of_file(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), line: None, key: String::new(), problem }
    }

    /// A text that is not of its form, at the line where the parser stopped.
    pub(crate) fn of_form(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let line = error.span().map(|span| line_at(text, span.start));
        let place = Place { file: file.to_owned(), line, key: String::new() };
        Self::at(place, Problem::Form { cause: error.message().to_owned() })
    }

    /// A fault at a place in a file.
    pub(super) fn at(place: Place, problem: Problem) -> Self {
        Self { file: place.file, line: place.line, key: place.key, problem }
    }
}

impl Fault {
    /// A fault of the whole book, brought back to the file and the line that it came from. `texts` are
    /// the files by name.
    pub(super) fn of_book(fault: BookFault, texts: &[(&'static str, String)]) -> Self {
        let way = steps(&fault.place);
        let file = super::files::file_of(&fault.place);
        let text = texts.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| text);
        let place = Place { file: file.to_owned(), line: line_of(text, &way), key: dotted(&way) };
        Self::at(place, Problem::Book { code: fault.code, found: fault.found })
    }
}

fn book_code(code: FaultCode) -> &'static str {
    match code {
        FaultCode::BadCode => "bad-code",
        FaultCode::EmptyLabel => "empty-label",
        FaultCode::UnknownUnit => "unknown-unit",
        FaultCode::UnknownPost => "unknown-post",
        FaultCode::UnknownStaff => "unknown-staff",
        FaultCode::UnknownRemedy => "unknown-remedy",
        FaultCode::UnknownCategory => "unknown-category",
        FaultCode::ParentCircular => "parent-circular",
        FaultCode::NoManager => "no-manager",
        FaultCode::NoPost => "no-post",
        FaultCode::OwnDeputy => "own-deputy",
        FaultCode::DatesReversed => "dates-reversed",
        FaultCode::PowerOfNobody => "power-of-nobody",
        FaultCode::PowerOfNothing => "power-of-nothing",
        FaultCode::WrongCurrency => "wrong-currency",
        FaultCode::NegativeLimit => "negative-limit",
        FaultCode::NoLimit => "no-limit",
        FaultCode::NobodyGrants => "nobody-grants",
        FaultCode::NobodyApproves => "nobody-approves",
        FaultCode::Zero => "zero",
        FaultCode::TooLarge => "too-large",
        FaultCode::NoPhrase => "no-phrase",
        FaultCode::BadPhrases => "bad-phrases",
        FaultCode::BadPrefix => "bad-prefix",
        FaultCode::BadRegion => "bad-region",
    }
}

impl fmt::Display for Fault {
    /// For logs; people read it through the catalogue.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {} ", self.file, self.line.unwrap_or(0), self.key)?;
        write!(f, "{} {:?}", self.problem.code(), self.problem)
    }
}
