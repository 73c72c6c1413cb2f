//! Phrases of the agency's lists, found in a text.

use std::ops::Range;
use std::sync::OnceLock;

use super::PhraseFound;
use super::lexicon::{Class, class_of, is_order};
use super::said::Said;
use crate::book::GateLists;
use crate::text::{Word, words_of};

/// How many words a `*` in a phrase may stand for.
pub const GAP_WORDS_MAX: usize = 3;

/// A shorter form of a word is too near to others for a phrase.
const FORM_CHARS_MIN: usize = 3;

/// The lists of an agency, each phrase cut into words once instead of at every key that is typed. No
/// part of what the lists are: two books are the same with it and without.
#[derive(Debug, Default)]
pub struct CutLists(OnceLock<[Vec<Phrase>; 3]>);

impl Clone for CutLists {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for CutLists {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for CutLists {}

/// In the order of the fields: deflections, empty formulas, favours.
fn cut(lists: &GateLists) -> &[Vec<Phrase>; 3] {
    let all = [&lists.deflections, &lists.empty_formulas, &lists.favours];
    lists.cut.0.get_or_init(|| all.map(|list| list.iter().map(|it| Phrase::new(it)).collect()))
}

/// Where a text sends the person elsewhere: to a private message, a branch, a site, a line.
///
/// Words only: «لا داعي لزيارة الفرع» is found too, and is no deflection as long as the text holds a
/// remedy, an answered point or a date, which the caller knows.
#[must_use]
pub fn deflections(text: &str, lists: &GateLists) -> Vec<PhraseFound> {
    let [phrases, _, _] = cut(lists);
    found(text, &lists.deflections, phrases)
}

/// Where a phrase of the list that sends the person elsewhere stands, as ranges of words.
pub(super) fn deflection_words(said: &Said<'_>, lists: &GateLists) -> Vec<Range<usize>> {
    let [phrases, _, _] = cut(lists);
    phrases.iter().flat_map(|phrase| phrase.ranges(said)).collect()
}

/// How many phrases of a said text treat service as a favour.
pub(super) fn favours(said: &Said<'_>, lists: &GateLists) -> usize {
    let [_, _, phrases] = cut(lists);
    phrases.iter().filter(|phrase| !phrase.ranges(said).is_empty()).count()
}

/// Whether a text sends the person elsewhere (gate rule 1, R07); see [`deflections`].
#[must_use]
pub fn is_deflection(text: &str, lists: &GateLists) -> bool {
    let said = Said::new(text);
    let [phrases, _, _] = cut(lists);
    phrases.iter().any(|phrase| !phrase.ranges(&said).is_empty())
}

/// Where a text recites a formula that says nothing (gate rule 7); blocks an answer.
#[must_use]
pub fn empty_formulas(text: &str, lists: &GateLists) -> Vec<PhraseFound> {
    let [_, phrases, _] = cut(lists);
    found(text, &lists.empty_formulas, phrases)
}

/// Where a text treats service as a favour, blames or scolds (gate rule 7, R15); warns.
#[must_use]
pub fn favour_words(text: &str, lists: &GateLists) -> Vec<PhraseFound> {
    let [_, _, phrases] = cut(lists);
    found(text, &lists.favours, phrases)
}

/// Every phrase of the list in the order of the text; one that lies within another is left out.
fn found(text: &str, list: &[String], phrases: &[Phrase]) -> Vec<PhraseFound> {
    let said = Said::new(text);
    let mut hits: Vec<(Range<usize>, &String)> = list
        .iter()
        .zip(phrases)
        .flat_map(|(text, phrase)| phrase.ranges(&said).into_iter().map(move |r| (r, text)))
        .collect();
    hits.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut covered = 0;
    hits.retain(|(range, _)| {
        let is_new = range.end > covered;
        covered = covered.max(range.end);
        is_new
    });
    hits.into_iter()
        .map(|(range, phrase)| PhraseFound { phrase: phrase.clone(), span: said.span(&range) })
        .collect()
}

/// A phrase ready to be looked for.
#[derive(Debug)]
pub(super) struct Phrase(Vec<Part>);

#[derive(Debug)]
enum Wanted {
    Word(Word),
    /// Any word of a class: `<agency>`.
    Slot(Class),
    /// Any order to the person: `<order>`.
    Order,
}

impl Wanted {
    fn all(piece: &str) -> Vec<Self> {
        piece.split('|').flat_map(Self::one).collect()
    }

    fn one(piece: &str) -> Vec<Self> {
        let slot = piece.strip_prefix('<').and_then(|it| it.strip_suffix('>'));
        match slot {
            Some("order") => vec![Self::Order],
            Some(name) => Class::named(name).map(Self::Slot).into_iter().collect(),
            None => words_of(piece).into_iter().map(Self::Word).collect(),
        }
    }
}

#[derive(Debug)]
enum Part {
    /// One of these.
    OneOf(Vec<Wanted>),
    Gap,
}

impl Phrase {
    /// Words as they are, a `*` among them being no word.
    pub fn of_words(text: &str) -> Self {
        Self(words_of(text).into_iter().map(|word| Part::OneOf(vec![Wanted::Word(word)])).collect())
    }

    /// A phrase of a list, in which a lone `*` is a gap.
    pub fn new(text: &str) -> Self {
        let mut parts = Vec::new();
        for piece in text.split_whitespace() {
            if piece == "*" {
                parts.push(Part::Gap);
            } else if piece.contains(['|', '<']) {
                parts.push(Part::OneOf(Wanted::all(piece)));
            } else {
                let words = words_of(piece).into_iter().map(Wanted::Word);
                parts.extend(words.map(|word| Part::OneOf(vec![word])));
            }
        }
        let is_gap = |part: Option<&Part>| matches!(part, Some(Part::Gap));
        while is_gap(parts.last()) {
            parts.pop();
        }
        let lead = parts.iter().take_while(|part| is_gap(Some(part))).count();
        parts.drain(..lead);
        Self(parts)
    }

    /// Where the phrase stands, as ranges of words, each within one sentence.
    pub fn ranges(&self, said: &Said<'_>) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        (0..said.words.len())
            .filter_map(|start| Some(start..end_of(said, start, &self.0)?))
            .filter(|range| said.is_one_sentence(range))
            .collect()
    }
}

/// The end of the shortest stretch of words from `at` that the parts fit.
fn end_of(said: &Said<'_>, at: usize, parts: &[Part]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::OneOf(wanted) => {
            let fits = at < said.words.len() && wanted.iter().any(|it| fits(said, at, it));
            fits.then(|| end_of(said, at + 1, rest)).flatten()
        }
        Part::Gap => (0..=GAP_WORDS_MAX).find_map(|skipped| end_of(said, at + skipped, rest)),
    }
}

/// Whether a written word is the wanted one in any of its forms.
fn fits(said: &Said<'_>, at: usize, wanted: &Wanted) -> bool {
    let written = &said.words[at];
    let wanted = match wanted {
        Wanted::Word(wanted) => wanted,
        Wanted::Slot(class) => return class_of(&written.whole).any(*class),
        Wanted::Order => return is_order(&written.whole),
    };
    if written.stem == wanted.stem || written.whole == wanted.whole {
        return true;
    }
    let is_long = |form: &&String| form.chars().count() >= FORM_CHARS_MIN;
    said.forms(at).iter().filter(is_long).any(|it| *it == wanted.whole || *it == wanted.stem)
}
