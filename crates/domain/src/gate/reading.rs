//! What a text says when all that says nothing is taken away: formulas, courtesies, the template,
//! names and the person's own words (`rules.md`, Reply check, rules 1, 3 and 7).

use std::ops::Range;

use super::about::About;
use super::deeds::deeds;
use super::elsewhere::{elsewhere, is_of_doors};
use super::evidence::{Evidence, is_topic};
use super::own_words;
use super::phrases::Phrase;
use super::ranges::{overlaps, same_sentence};
use super::seen::{self, FactKind, FactSeen, Found};
use super::tokens::Tokens;
use super::weighed::Counts;
use super::{Span, model, phrases};
use crate::book::GateLists;

/// A text as the reply check reads it.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The facts that the writer typed, in the order of the text.
    pub facts: Vec<FactSeen>,
    /// Whether anything is left that answers, decides or tells.
    pub says: bool,
    #[cfg(test)]
    pub(super) evidence: Evidence,
    #[cfg(test)]
    pub(super) plain: Vec<String>,
    /// Where the text sends the person elsewhere.
    pub elsewhere: Vec<Span>,
}

impl Reading {
    /// Whether the text sends the person elsewhere and says nothing beside (rule 1).
    #[must_use]
    pub fn deflects(&self) -> bool {
        !self.says && !self.elsewhere.is_empty()
    }
}

/// No reply is longer; what stands behind is not read, so that a text costs no more than a long letter.
const READ_BYTES_MAX: usize = 65_536;

/// Reads a text. `template_text` is what the template gave for this case.
#[must_use]
pub fn read(
    text: &str,
    template_text: Option<&str>,
    about: &About<'_>,
    lists: &GateLists,
) -> Reading {
    let text = &text[..text.floor_char_boundary(READ_BYTES_MAX)];
    let tokens = Tokens::new(text, template_text, about);
    let mut found = seen::all(&tokens);
    let clauses = tokens.clauses();
    let elsewhere = elsewhere(&tokens, &clauses, lists);
    let mut evidence = Evidence { words: tokens.all.len(), ..Evidence::default() };
    for clause in &clauses {
        if elsewhere.iter().any(|it| overlaps(it, clause)) {
            continue;
        }
        let in_such_sentence = elsewhere.iter().any(|it| same_sentence(&tokens, it, clause));
        let is_behind = elsewhere.first().is_some_and(|it| it.start < clause.start);
        let deeds = deeds(&tokens, clause);
        evidence.deeds += deeds.len();
        if !(in_such_sentence || is_behind && is_of_doors(&tokens, clause)) {
            evidence.add(&tokens, clause, &found, !deeds.is_empty());
        }
        found.extend(deeds);
    }
    evidence.elsewhere = elsewhere.len();
    evidence.favours = phrases::favours(&tokens.said, lists);
    let is_elsewhere = |clause: &&Range<usize>| elsewhere.iter().any(|it| overlaps(it, clause));
    let left_out: Vec<Range<usize>> = clauses.iter().filter(is_elsewhere).cloned().collect();
    let plain = tokens.plain(&left_out);
    let granted = granted(&tokens, about);
    evidence.granted = granted.len();
    found.extend(granted);
    found.extend(quotes(&tokens, about));
    found.sort_by_key(|it| (it.words.start, it.words.end));
    let span = |words: &Range<usize>| tokens.said.span(words);
    let is_pointing = |it: &Found| elsewhere.iter().any(|part| overlaps(part, &it.words));
    Reading {
        facts: found
            .iter()
            .filter(|it| !is_pointing(it) && !is_topic(&tokens, it))
            .map(|it| FactSeen { kind: it.kind, span: span(&it.words) })
            .collect(),
        says: evidence.is_plain() || !evidence.is_bare() && model::score(&plain, &evidence) > 0.0,
        #[cfg(test)]
        evidence,
        #[cfg(test)]
        plain: plain.iter().map(ToString::to_string).collect(),
        elsewhere: elsewhere.iter().map(span).collect(),
    }
}

/// The names of what was granted or done.
fn granted(tokens: &Tokens<'_>, about: &About<'_>) -> Vec<Found> {
    let places = about.deeds.iter().flat_map(|it| Phrase::of_words(it).ranges(&tokens.said));
    places
        .filter(|words| tokens.all[words.clone()].iter().any(|it| it.typed))
        .map(|words| Found { kind: FactKind::Deed, words })
        .collect()
}

fn quotes(tokens: &Tokens<'_>, about: &About<'_>) -> Vec<Found> {
    let own = about.own_words.unwrap_or_default();
    let mut rows = own_words::ranges(&tokens.said, own, &tokens.counts);
    rows.retain(|row| tokens.counts[row.clone()].contains(&Counts::Typed));
    rows.into_iter().map(|words| Found { kind: FactKind::Quote, words }).collect()
}
