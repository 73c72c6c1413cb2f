//! The text side of the reply gate: what a text says, before anyone judges what it is.
//!
//! Everything here looks at words and returns findings with their places. Whether a finding blocks,
//! warns or is overruled, and whether a text that sends the person elsewhere holds a remedy, an
//! answered point or a date beside it, is for the rule of the action to say.

mod about;
mod deeds;
mod elsewhere;
mod evidence;
mod findings;
mod forms;
mod lexicon;
mod lists;
mod model;
mod own_words;
mod phrases;
mod ranges;
mod reading;
mod said;
mod seen;
mod template;
mod tokens;
mod weighed;
mod when;

pub use about::About;
pub use findings::{PhraseFound, Span};
pub use lists::{ListsError, PHRASE_WORDS_MAX, PHRASES_MAX};
pub use own_words::{OWN_LETTERS_MIN, OWN_WORDS_MIN};
pub use phrases::{
    CutLists, GAP_WORDS_MAX, deflections, empty_formulas, favour_words, is_deflection,
};
pub use reading::{Reading, read};
pub use seen::{FactKind, FactSeen};
pub use template::{
    ALIGNED_WORDS_MAX, DATE_PLACE, GAP, fill_template, gaps, template_share_percent,
};

#[cfg(test)]
mod tests;
