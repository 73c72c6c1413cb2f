//! A text as words that were weighed: what each is, whether it was typed, and to which clause it
//! belongs.

use std::collections::HashSet;
use std::ops::Range;

use super::about::About;
use super::forms::forms;
use super::lexicon::{Class, class_of};
use super::said::Said;
use super::template::DATE_PLACE;
use super::weighed::{Counts, weighed};
use crate::text::words_of;

/// Shorter words of the person are the language's, not theirs.
const OWN_CHARS_MIN: usize = 3;
/// A clause begins with these, whatever stands before.
const OPENERS: [&str; 30] = [
    "فقد",
    "وقد",
    "لقد",
    "فان",
    "فانه",
    "فانها",
    "فاننا",
    "فانكم",
    "نفيدكم",
    "نفيدك",
    "نفيد",
    "نود",
    "نحيطكم",
    "نحيطك",
    "وعليه",
    "وتم",
    "وتمت",
    "لكن",
    "لكننا",
    "ولكن",
    "بس",
    "وبعد",
    "لذا",
    "لذلك",
    "but",
    "however",
    "so",
    "therefore",
    "we",
    "although",
];

/// One word.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub class: Class,
    /// Written in digits.
    pub digits: bool,
    /// Typed by the writer, and neither the name nor the reference.
    pub typed: bool,
    /// One of the words that the person used.
    pub own: bool,
    pub clause: usize,
}

/// A text with its words weighed.
pub(super) struct Tokens<'a> {
    pub said: Said<'a>,
    pub all: Vec<Token>,
    pub counts: Vec<Counts>,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str, template_text: Option<&str>, about: &About<'_>) -> Self {
        let said = Said::new(text);
        let counts = weighed(&said, template_text, about);
        let own = own_forms(about.own_words.unwrap_or_default());
        let mut clause = 0;
        let mut all: Vec<Token> = Vec::with_capacity(said.words.len());
        for (at, word) in said.words.iter().enumerate() {
            let class = class_of(&word.whole);
            clause += usize::from(at > 0 && begins_a_clause(&said, at, class));
            let digits = word.whole.bytes().all(|b| b.is_ascii_digit());
            all.push(Token {
                class,
                digits,
                typed: counts.get(at) == Some(&Counts::Typed),
                own: own.contains(&word.whole)
                    || own_part(&word.whole).any(|form| own.contains(&form)),
                clause,
            });
        }
        let mut tokens = Self { said, all, counts };
        if template_text.is_some_and(|it| it.contains(DATE_PLACE)) {
            tokens.leave_out_the_date();
        }
        tokens
    }

    /// A date in the midst of a template's words is the template's: it was filled in.
    fn leave_out_the_date(&mut self) {
        let date = Class::MONTH | Class::WEEKDAY | Class::ORDINAL;
        let is_date = |it: &Token| it.typed && (it.digits || it.class.any(date));
        let mut at = 0;
        while at < self.all.len() {
            let end = at + self.all[at..].iter().take_while(|it| is_date(it)).count();
            let is_typed =
                |it: Option<usize>| it.and_then(|it| self.all.get(it)).is_some_and(|it| it.typed);
            if end > at && !is_typed(at.checked_sub(1)) && !is_typed(Some(end)) {
                for place in at..end {
                    self.all[place].typed = false;
                    self.counts[place] = Counts::Template;
                }
            }
            at = end.max(at + 1);
        }
    }

    pub fn whole(&self, at: usize) -> &str {
        self.said.words.get(at).map_or("", |word| word.whole.as_str())
    }

    pub fn class(&self, at: usize) -> Class {
        self.all.get(at).map_or(Class::default(), |token| token.class)
    }

    pub fn is(&self, at: usize, class: Class) -> bool {
        self.class(at).any(class)
    }

    /// In digits or in words.
    pub fn is_number(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|it| it.digits || it.class.any(Class::NUMBER))
    }

    /// The text in the form that the model was made on: what was not typed or sends the person elsewhere
    /// is left out, a word of the person and a number are marks, a sentence ends with a full stop.
    pub fn plain(&self, left_out: &[Range<usize>]) -> Vec<&str> {
        let mut words = Vec::with_capacity(self.all.len() + 4);
        for (at, token) in self.all.iter().enumerate() {
            if at > 0 && self.said.sentence_of(at) != self.said.sentence_of(at - 1) {
                words.push(".");
            }
            match token {
                it if !it.typed || left_out.iter().any(|part| part.contains(&at)) => {}
                it if it.own => words.push("¤"),
                it if it.digits => words.push("0"),
                _ => words.push(self.whole(at)),
            }
        }
        words
    }

    /// The clauses, as ranges of words.
    pub fn clauses(&self) -> Vec<Range<usize>> {
        let mut clauses: Vec<Range<usize>> = Vec::new();
        for (at, token) in self.all.iter().enumerate() {
            match clauses.last_mut() {
                Some(last) if self.all[last.start].clause == token.clause => last.end = at + 1,
                _ => clauses.push(at..at + 1),
            }
        }
        clauses
    }
}

fn begins_a_clause(said: &Said<'_>, at: usize, class: Class) -> bool {
    let word = said.words[at].whole.as_str();
    let joint = said.joint(at - 1).unwrap_or_default();
    let is_in_number = matches!(joint.as_str(), "." | "," | ":" | "/" | "-");
    let parts = joint.chars().any(|c| ".!?؟…؛;:،,()[]—–\n".contains(c)) || said.raw_breaks(at - 1);
    let directs = word.starts_with(['و', 'ف'])
        && class.any(Class::MUST)
        && !class.any(Class::EMPTY | Class::WARM);
    (parts && !is_in_number) || directs || OPENERS.contains(&word)
}

/// Everything under which a word of the person may be said again.
fn own_forms(own: &str) -> HashSet<String> {
    words_of(own)
        .into_iter()
        .flat_map(|word| {
            let parts: Vec<String> = own_part(&word.whole).collect();
            parts.into_iter().chain([word.whole])
        })
        .collect()
}

fn own_part(word: &str) -> impl Iterator<Item = String> {
    forms(word).into_iter().filter(|form| form.chars().count() >= OWN_CHARS_MIN)
}
