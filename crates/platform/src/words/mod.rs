//! The catalogue of the command line: every sentence it says, in both languages. Rust writes none.

use domain::Language;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const ARABIC: [&str; 4] = [
    include_str!("../../messages/ar/setup.ftl"),
    include_str!("../../messages/ar/letters.ftl"),
    include_str!("../../messages/ar/import.ftl"),
    include_str!("../../messages/ar/command.ftl"),
];
const ENGLISH: [&str; 4] = [
    include_str!("../../messages/en/setup.ftl"),
    include_str!("../../messages/en/letters.ftl"),
    include_str!("../../messages/en/import.ftl"),
    include_str!("../../messages/en/command.ftl"),
];

/// The sentences in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// A value that stands in a sentence.
pub type Said<'a> = (&'static str, FluentValue<'a>);

impl Words {
    /// The catalogue of a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let (code, texts) = match language {
            Language::Ar => ("ar", ARABIC),
            Language::En => ("en", ENGLISH),
        };
        let tag: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Codes and dates inside Arabic sentences are isolated; English lines stay plain for `grep`.
        bundle.set_use_isolating(language == Language::Ar);
        for text in texts {
            // A broken line is left out here; a test reads the catalogue strictly.
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(it, _)| it);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// A sentence with its values; the id itself when the catalogue has none, so that nothing is
    /// ever silent.
    #[must_use]
    pub fn say(&self, id: &str, values: &[Said<'_>]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|it| it.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether the catalogue has a sentence.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(texts: [&str; 4]) -> BTreeSet<String> {
        texts
            .iter()
            .flat_map(|text| text.lines())
            .filter_map(|line| line.split_once(" ="))
            .filter(|(id, _)| id.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(|(id, _)| id.to_owned())
            .collect()
    }

    #[test]
    fn every_sentence_stands_in_both_languages() {
        assert_eq!(ids(ARABIC), ids(ENGLISH));
    }

    #[test]
    fn every_file_of_the_catalogue_is_sound() {
        for text in ARABIC.into_iter().chain(ENGLISH) {
            let read = FluentResource::try_new(text.to_owned());
            assert!(read.is_ok(), "{:?}", read.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn a_counted_sentence_has_the_six_arabic_forms() {
        let words = Words::new(Language::Ar);
        let said: BTreeSet<String> = [0, 1, 2, 3, 11, 100]
            .into_iter()
            .map(|rows: i64| words.say("import-rows-read", &[("rows", rows.into())]))
            .map(|text| text.replace(|c: char| c.is_ascii_digit() || c.is_ascii_punctuation(), ""))
            .collect();
        assert_eq!(said.len(), 6, "{said:?}");
    }
}
