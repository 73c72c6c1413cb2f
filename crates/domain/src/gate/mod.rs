//! The text side of the reply gate: what a text says, before anyone judges what it is.
//!
//! Everything here looks at words and returns findings with their places. Whether a finding blocks,
//! warns or is overruled, and whether a text that sends the person elsewhere holds a remedy, an
//! answered point or a date beside it, is for the rule of the action to say.

mod about;
mod amounts;
mod dates;
mod facts;
mod findings;
mod lists;
mod own_words;
mod phrases;
mod propose;
mod said;
mod template;

pub use about::About;
pub use facts::{DONE_LETTERS_MIN, FactFound, facts, holds_a_fact};
pub use findings::{PhraseFound, Span};
pub use lists::{ListsError, PHRASE_WORDS_MAX, PHRASES_MAX};
pub use own_words::{OWN_LETTERS_MIN, OWN_WORDS_MIN};
pub use phrases::{
    CutLists, GAP_WORDS_MAX, deflections, empty_formulas, favour_words, is_deflection,
};
pub use propose::{Known, propose_facts};
pub use template::{ALIGNED_WORDS_MAX, fill_template, template_share_percent};

#[cfg(test)]
mod tests;
