//! What is left of a text once formulas, courtesies, the template, names and the person's own words are
//! taken away, counted.

use std::ops::Range;

use super::deeds::is_specific;
use super::lexicon::Class;
use super::ranges::within;
use super::seen::{self, FactKind, Found};
use super::tokens::Tokens;

/// What is left of a text, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    pub words: usize,
    /// Days, times, durations, amounts, quantities, identifiers and articles.
    pub facts: usize,
    /// Amounts, identifiers and articles among them.
    pub hard: usize,
    /// Facts in a clause of courtesy.
    pub warm_facts: usize,
    /// Acts with their object, and decisions.
    pub deeds: usize,
    /// Names of what was granted.
    pub granted: usize,
    /// Posts and places.
    pub named: usize,
    /// Words of the world that the person did not use.
    pub fresh: usize,
    /// Words of the world that the person used.
    pub own: usize,
    /// Words of acts and decisions, in whatever form.
    pub acts: usize,
    /// Posts, places, papers, houses, currencies, units.
    pub things: usize,
    /// Words of the world, of acts and of things in clauses of courtesy.
    pub warm_words: usize,
    /// Words of courtesy.
    pub warm: usize,
    /// Places that send the person elsewhere.
    pub elsewhere: usize,
    /// Words that treat service as a favour.
    pub favours: usize,
    /// Words for branches, lines and screens, and for other houses.
    pub doors: usize,
}

impl Evidence {
    /// What says nothing whatever its words look like: the person is sent elsewhere, and no fact and no
    /// deed stands beside it.
    pub fn is_bare(&self) -> bool {
        self.elsewhere > 0 && self.facts + self.warm_facts + self.deeds == 0
    }

    /// What says something whatever its other words are: a remedy, a sum or a number of its own, two
    /// facts, or a fact with a deed.
    pub fn is_plain(&self) -> bool {
        let is_here = self.doors == 0 && self.elsewhere == 0;
        let tells = is_here && (self.facts > 1 || self.hard > 0);
        self.granted > 0 || tells || self.facts > 0 && self.deeds > 0
    }

    /// What the person told is a fact again where something was done about it.
    pub fn add(&mut self, tokens: &Tokens<'_>, clause: &Range<usize>, found: &[Found], acts: bool) {
        if is_reported(tokens, clause) {
            return;
        }
        let is_warm = tokens.all[clause.clone()].iter().any(|it| it.class.any(Class::WARM));
        for fact in found.iter().filter(|it| within(&it.words, clause)) {
            if is_topic(tokens, fact) || !acts && is_theirs(tokens, fact) {
                continue;
            }
            match fact.kind {
                FactKind::Place | FactKind::Post => self.named += 1,
                FactKind::Quote | FactKind::Deed | FactKind::Decision => {}
                _ if is_warm => self.warm_facts += 1,
                FactKind::Amount | FactKind::Identifier | FactKind::Article => {
                    self.facts += 1;
                    self.hard += 1;
                }
                FactKind::Day | FactKind::Time | FactKind::Duration | FactKind::Quantity => {
                    self.facts += 1;
                }
            }
        }
        for at in clause.clone() {
            self.add_word(tokens, at, is_warm);
        }
    }

    fn add_word(&mut self, tokens: &Tokens<'_>, at: usize, is_warm: bool) {
        let token = &tokens.all[at];
        let acts = Class::DEED | Class::DEED_NAME | Class::DECISION | Class::REASON;
        let things = Class::POST
            | Class::PLACE
            | Class::ORDER
            | Class::AGENCY
            | Class::CURRENCY
            | Class::UNIT
            | Class::LAW;
        let empty = token.class.any(Class::EMPTY | Class::TOPIC | Class::VAGUE);
        if !token.typed {
            return;
        }
        self.doors += usize::from(token.class.any(Class::CHANNEL | Class::AGENCY));
        let is_fresh = !token.class.is_known() && is_specific(tokens, at);
        let is_act = token.class.any(acts) && !empty && !token.class.any(Class::WARM);
        let is_thing = token.class.any(things) && !empty && !token.class.any(Class::WARM);
        if token.class.any(Class::WARM) {
            self.warm += 1;
        } else if is_warm && (is_fresh && !token.own || is_act || is_thing) {
            self.warm_words += 1;
        } else if is_fresh && token.own {
            self.own += 1;
        } else if is_fresh {
            self.fresh += 1;
        } else if is_act {
            self.acts += 1;
        } else if is_thing {
            self.things += 1;
        }
    }
}

/// The number of a complaint, or a fact that the person told.
pub(super) fn is_topic(tokens: &Tokens<'_>, found: &Found) -> bool {
    matches!(found.kind, FactKind::Identifier | FactKind::Day)
        && seen::is_topic_before(tokens, found.words.start)
        && tokens.all[found.words.start].clause
            == tokens.all[found.words.start.saturating_sub(1)].clause
        && !tokens.is(found.words.start, Class::ORDER)
}

fn is_theirs(tokens: &Tokens<'_>, found: &Found) -> bool {
    let known = Class::NUMBER_LABEL | Class::PLACE | Class::ORDER | Class::TIME_UNIT;
    tokens.all[found.words.clone()].iter().all(|it| it.own || it.class.any(known))
        && tokens.all[found.words.clone()].iter().any(|it| it.own)
}

/// Tells again what was asked: «بخصوص شكواك عن…», "You said that…".
pub(super) fn is_reported(tokens: &Tokens<'_>, clause: &Range<usize>) -> bool {
    let opening = clause.clone().take(3).map(|at| tokens.whole(at)).collect::<Vec<_>>();
    let opens = |word: &&str| {
        matches!(
            *word,
            "بخصوص"
                | "بشان"
                | "بالاشاره"
                | "اشاره"
                | "بالنسبه"
                | "حول"
                | "regarding"
                | "concerning"
                | "re"
                | "further"
                | "تعقيبا"
                | "ردا"
                | "الحاقا"
        )
    };
    opening.iter().take(2).any(opens)
        || matches!(
            opening.as_slice(),
            ["you", "said" | "say" | "wrote" | "told" | "complained" | "reported", ..]
        )
        || matches!(
            opening.as_slice(),
            ["in" | "with", "response" | "reply" | "reference" | "regard" | "respect", ..]
        )
}
