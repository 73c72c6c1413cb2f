//! The case that a text is about, as far as the check of its replies needs it.

use crate::reference::Reference;

/// What is true of the case beside its text: what counts, and what never does.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// The reference; never a fact.
    pub reference: Option<Reference>,
    /// The person's name; never a fact.
    pub person_name: Option<&'a str>,
    /// What the person wrote or said, the texts joined; none when all there is came from a form.
    pub own_words: Option<&'a str>,
    /// Names of what was granted or done, in any language: a text that holds one tells a deed.
    pub deeds: &'a [String],
}
