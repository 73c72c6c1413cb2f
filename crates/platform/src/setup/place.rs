//! Finds the line on which a value stands, so that a fault can point at it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file's name inside the folder.
    pub file: String,
    /// Counted from 1, when it could be found.
    pub line: Option<usize>,
    /// The dotted way to it.
    pub key: String,
}

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a table.
    Key(String),
    /// Into a list, from 0.
    Index(usize),
}

/// The dotted way as people write it; places in lists count from 1.
#[must_use]
pub fn dotted(way: &[Step]) -> String {
    let words: Vec<String> = way
        .iter()
        .map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Index(index) => (index + 1).to_string(),
        })
        .collect();
    words.join(".")
}

/// The way that `units.buses.manager` or `powers[3].remedies` writes; places in lists count from 0
/// there. A code with a dot in it is read as two steps, and its line is that of the table around it.
#[must_use]
pub fn steps(place: &str) -> Vec<Step> {
    place
        .split(['.', '[', ']'])
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().map_or_else(|_| Step::Key(word.to_owned()), Step::Index))
        .collect()
}

/// The line of the last step that the text holds: a value that is missing is shown at its table.
#[must_use]
pub fn line_of(text: &str, way: &[Step]) -> Option<usize> {
    let root = DeTable::parse(text).ok()?;
    let mut table = Some(root.get_ref());
    let mut list: Option<&[Spanned<DeValue<'_>>]> = None;
    let mut found = None;
    for step in way {
        let next = match step {
            Step::Key(key) => table
                .and_then(|it| it.iter().find(|(name, _)| name.get_ref() == key))
                .map(|(name, value)| (name.span().start, value)),
            Step::Index(index) => {
                list.and_then(|it| it.get(*index)).map(|value| (value.span().start, value))
            }
        };
        let Some((start, value)) = next else { break };
        found = Some(start);
        table = value.get_ref().as_table();
        list = value.get_ref().as_array().map(|it| &**it);
    }
    found.map(|start| line_at(text, start))
}

/// The line, from 1, of a byte.
#[must_use]
pub fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|it| **it == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# top\n[units.water]\nmanager = \"x\"\n\n[[powers]]\npost = \"a\"\n\n[[powers]]\npost = \"b\"\nlimit = { minor = 5 }\n";

    fn key(name: &str) -> Step {
        Step::Key(name.to_owned())
    }

    #[test]
    fn a_value_is_found_on_its_line() {
        assert_eq!(line_of(TEXT, &[key("units"), key("water"), key("manager")]), Some(3));
        assert_eq!(line_of(TEXT, &[key("powers"), Step::Index(1), key("post")]), Some(9));
        let deep = [key("powers"), Step::Index(1), key("limit"), key("minor")];
        assert_eq!(line_of(TEXT, &deep), Some(10));
        assert_eq!(dotted(&deep), "powers.2.limit.minor");
    }

    #[test]
    fn a_missing_value_is_shown_at_its_table() {
        assert_eq!(line_of(TEXT, &[key("units"), key("water"), key("label")]), Some(2));
        assert_eq!(line_of(TEXT, &[key("nothing")]), None);
    }
}
