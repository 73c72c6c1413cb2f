//! A subject that was put together from a form: kept in pieces, composed in the language of who reads it.

use crate::Language;
use crate::book::Labels;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most pieces of one subject.
pub const SUBJECT_PIECES_MAX: usize = 32;

/// One piece of a composed subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "piece", rename_all = "snake_case")]
pub enum SubjectPiece {
    /// A label of the agency.
    Label {
        /// In both languages.
        label: Labels,
    },
    /// The value of a field, as the form has it. It has a direction of its own.
    Value {
        /// As written.
        text: String,
    },
    /// What the mapping writes around values.
    Text {
        /// As written.
        text: String,
    },
    /// Between two parts: a comma of the reader's language.
    Separator,
}

/// A subject for a reader. Each value stands between isolating marks (UAX 9), so that the text around it
/// never reorders its numbers.
#[must_use]
pub fn compose_subject(pieces: &[SubjectPiece], language: Language) -> String {
    compose(pieces, language, ["\u{2068}", "\u{2069}"])
}

/// A subject without isolating marks, for files and for search.
#[must_use]
pub fn plain_subject(pieces: &[SubjectPiece], language: Language) -> String {
    compose(pieces, language, ["", ""])
}

fn compose(pieces: &[SubjectPiece], language: Language, [open, close]: [&str; 2]) -> String {
    let separator = match language {
        Language::Ar => "، ",
        Language::En => ", ",
    };
    let mut subject = String::new();
    for piece in pieces {
        match piece {
            SubjectPiece::Label { label } => subject.push_str(label.of(language)),
            SubjectPiece::Text { text } => subject.push_str(text),
            SubjectPiece::Separator => subject.push_str(separator),
            SubjectPiece::Value { text } => {
                subject.extend([open, text, close]);
            }
        }
    }
    subject
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces() -> Vec<SubjectPiece> {
        let label = Labels { ar: "قطة نافقة".to_owned(), en: "Dead cat".to_owned() };
        let text = "74-04 METROPOLITAN AVENUE".to_owned();
        vec![SubjectPiece::Label { label }, SubjectPiece::Separator, SubjectPiece::Value { text }]
    }

    #[test]
    fn a_subject_is_composed_in_the_language_of_its_reader() {
        let read = |language| compose_subject(&pieces(), language);
        assert_eq!(read(Language::Ar), "قطة نافقة، \u{2068}74-04 METROPOLITAN AVENUE\u{2069}");
        assert_eq!(read(Language::En), "Dead cat, \u{2068}74-04 METROPOLITAN AVENUE\u{2069}");
    }

    #[test]
    fn a_file_gets_no_isolating_marks() {
        assert_eq!(plain_subject(&pieces(), Language::En), "Dead cat, 74-04 METROPOLITAN AVENUE");
    }
}
