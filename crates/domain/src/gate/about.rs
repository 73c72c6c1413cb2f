//! The case that a text is about, as far as the gate needs it.

use chrono_tz::Tz;

use crate::reference::Reference;

/// What is true of the case beside the facts: what claims are checked against, and what never counts.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The agency's zone, in which an instant has a date.
    pub zone: Tz,
    /// The reference; never a fact.
    pub reference: Option<Reference>,
    /// The person's name; never a fact.
    pub person_name: Option<&'a str>,
    /// What the person wrote or said, the texts joined; none when all there is came from a form.
    pub own_words: Option<&'a str>,
}
