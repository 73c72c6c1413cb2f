//! Words of the agency in both languages, and the phrases its gate looks for.

use crate::gate::CutLists;
use crate::{CategoryId, Language};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A label in both languages; neither may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Labels {
    /// Arabic.
    pub ar: String,
    /// English.
    pub en: String,
}

impl Labels {
    /// The label in one language.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Ar => &self.ar,
            Language::En => &self.en,
        }
    }
}

/// A text to begin from, with a good example beside it (R16).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Template {
    /// Its name.
    pub label: Labels,
    /// For which categories; all when empty.
    #[serde(default)]
    pub categories: Vec<CategoryId>,
    /// What it says, with `{name}`, `{reference}`, `{date}` to fill in.
    pub text: Labels,
    /// A reply that was good, and why.
    #[serde(default)]
    pub example: Option<Labels>,
}

/// Phrases the gate looks for, folded when compared. The agency edits them, per language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateLists {
    /// Send the person elsewhere (gate rule 1).
    pub deflections: Vec<String>,
    /// Say nothing; block an answer (gate rule 7).
    pub empty_formulas: Vec<String>,
    /// Favour, blame, scolding; warn (R15).
    pub favours: Vec<String>,
    /// The lists made ready to be looked for. A copy, which may be edited, begins without it.
    #[serde(skip)]
    pub cut: CutLists,
}
