//! Where the commands speak: sentences of the catalogue on standard output, what went wrong on
//! standard error.

use crate::words::{Said, Words};
use domain::Language;
use std::fmt::Display;
use std::io::{self, Write};

/// A command could not do what it was asked; why and what to do was said already.
#[derive(Debug, PartialEq, Eq)]
pub struct Stopped;

/// The voice of a command.
pub struct Console {
    words: Words,
    /// Its language.
    pub language: Language,
}

impl Console {
    /// Speaks a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { words: Words::new(language), language }
    }

    /// The words of a sentence.
    #[must_use]
    pub fn words(&self, id: &str, values: &[Said<'_>]) -> String {
        self.words.say(id, values)
    }

    /// Says a sentence. A closed pipe is nobody's fault.
    pub fn say(&self, id: &str, values: &[Said<'_>]) {
        let _ = writeln!(io::stdout(), "{}", self.words(id, values));
    }

    /// Says what went wrong.
    pub fn warn(&self, id: &str, values: &[Said<'_>]) {
        let _ = writeln!(io::stderr(), "{}", self.words(id, values));
    }

    /// Says why the command stops.
    pub fn stop(&self, id: &str, values: &[Said<'_>]) -> Stopped {
        self.warn(id, values);
        Stopped
    }

    /// Says that something failed which no operator can mend from here, with its chain of causes.
    pub fn failed(&self, error: &(dyn std::error::Error + 'static)) -> Stopped {
        self.stop("failed", &[("cause", chain(error).into())])
    }
}

/// An error with everything behind it, in the program's own words.
#[must_use]
pub fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut said = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        said = format!("{said}: {error}");
        behind = error.source();
    }
    said
}

/// A value of a sentence, as it prints itself.
pub fn shown(value: &impl Display) -> fluent_bundle::FluentValue<'static> {
    value.to_string().into()
}
