//! Phrases of the agency's lists, found in a text.

use std::ops::Range;
use std::sync::OnceLock;

use super::PhraseFound;
use super::said::Said;
use crate::book::GateLists;
use crate::text::{STEM_CHARS_MIN, Word, stem, words_of};

/// How many words a `*` in a phrase may stand for.
pub const GAP_WORDS_MAX: usize = 3;

/// What Arabic writes onto the front of a word. Cut for phrases only, where the whole phrase has to
/// fit; the index never does so.
const PROCLITICS: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];
const PROCLITICS_MAX: usize = 2;

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
enum Part {
    Word(Word),
    Gap,
}

impl Phrase {
    /// Words as they are, a `*` among them being no word.
    pub fn of_words(text: &str) -> Self {
        Self(words_of(text).into_iter().map(Part::Word).collect())
    }

    /// A phrase of a list, in which a lone `*` is a gap.
    pub fn new(text: &str) -> Self {
        let mut parts = Vec::new();
        for piece in text.split_whitespace() {
            if piece == "*" {
                parts.push(Part::Gap);
            } else {
                parts.extend(words_of(piece).into_iter().map(Part::Word));
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
            .filter_map(|start| Some(start..end_of(&said.words, start, &self.0)?))
            .filter(|range| said.is_one_sentence(range))
            .collect()
    }
}

/// The end of the shortest stretch of words from `at` that the parts fit.
fn end_of(words: &[Word], at: usize, parts: &[Part]) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::Word(wanted) => {
            fits(words.get(at)?, wanted).then(|| end_of(words, at + 1, rest)).flatten()
        }
        Part::Gap => (0..=GAP_WORDS_MAX).find_map(|skipped| end_of(words, at + skipped, rest)),
    }
}

fn fits(written: &Word, wanted: &Word) -> bool {
    if written.stem == wanted.stem {
        return true;
    }
    let mut rest = written.whole.as_str();
    for _ in 0..PROCLITICS_MAX {
        let Some(cut) = rest.strip_prefix(PROCLITICS) else { return false };
        if cut.chars().count() <= STEM_CHARS_MIN {
            return false;
        }
        rest = cut;
        if stem(rest) == wanted.stem || rest == wanted.whole {
            return true;
        }
    }
    false
}
