//! Acts with their object, and decisions about something, in a clause.

use std::ops::Range;

use super::evidence::is_reported;
use super::lexicon::Class;
use super::ranges::overlaps;
use super::seen::{FactKind, Found};
use super::tokens::Tokens;

/// An act stands within so many words of its object.
const OBJECT_WITHIN: usize = 5;
/// The name of an act stands within so many words behind «تم».
const NAMED_WITHIN: usize = 3;
/// English verbs whose past form has no ending of its own.
const PAST: [&str; 30] = [
    "put",
    "set",
    "cut",
    "sent",
    "paid",
    "built",
    "dug",
    "laid",
    "lit",
    "swept",
    "brought",
    "bought",
    "withdrawn",
    "withdrew",
    "reset",
    "split",
    "rode",
    "given",
    "gave",
    "written",
    "wrote",
    "fit",
    "back",
    "repaid",
    "broken",
    "void",
    "ordered",
    "valid",
    "exempt",
    "owe",
];
/// Acts with their object, and decisions about something.
pub(super) fn deeds(tokens: &Tokens<'_>, clause: &Range<usize>) -> Vec<Found> {
    if is_reported(tokens, clause) {
        return Vec::new();
    }
    let is_warm = tokens.all[clause.clone()].iter().any(|it| it.class.any(Class::WARM));
    let mut found: Vec<Found> = Vec::new();
    for at in clause.clone() {
        let Some(kind) = act(tokens, clause, at, is_warm) else { continue };
        let reach = if tokens.is(at, Class::EMPTY) { 1 } else { OBJECT_WITHIN };
        let near = at.saturating_sub(reach).max(clause.start)..clause.end.min(at + 1 + reach);
        // Most often the object follows its verb.
        let object = (at + 1..near.end)
            .chain((near.start..at).rev())
            .find(|it| is_object(tokens, *it) && !(reach == 1 && *it < at));
        let Some(object) = object else { continue };
        let words = at.min(object)..at.max(object) + 1;
        let is_told_back = tokens.all[words.clone()].iter().all(|it| it.own || !it.typed);
        if !is_told_back && !found.iter().any(|it| overlaps(&it.words, &words)) {
            found.push(Found { kind, words });
        }
    }
    found
}

/// Whether a word is an act that was done, is being done or will be: a verb or a participle, or the
/// name of an act behind «تم».
fn act(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize, is_warm: bool) -> Option<FactKind> {
    let token = &tokens.all[at];
    if !token.typed {
        return None;
    }
    let word = tokens.whole(at);
    let has_article = ["ال", "وال", "بال", "لل", "فال"].iter().any(|it| word.starts_with(it));
    if word.is_ascii() {
        let before =
            at.checked_sub(1).filter(|it| *it >= clause.start).map_or("", |it| tokens.whole(it));
        let before2 =
            at.checked_sub(2).filter(|it| *it >= clause.start).map_or("", |it| tokens.whole(it));
        let is_noun =
            ["the", "a", "an", "your", "our", "this", "that", "of", "any", "their", "no", "s"];
        let behind =
            ["will", "to", "we", "cannot", "can", "not", "shall", "i", "now", "must", "ll"];
        let is_finite = !is_noun.contains(&before)
            && (PAST.contains(&word)
                || word.ends_with("ed")
                || behind.contains(&before)
                || behind.contains(&before2) && tokens.is(at - 1, Class::EMPTY));
        let is_ask = matches!(before, "please" | "kindly" | "you") || before2 == "you";
        return match token.class {
            _ if !is_finite || is_ask => None,
            it if !it.is_known() && word.ends_with("ed") && is_auxiliary(before) => {
                Some(FactKind::Deed)
            }
            it if it.any(Class::DEED) => Some(FactKind::Deed),
            it if it.any(Class::DECISION) && !is_warm => Some(FactKind::Decision),
            _ => None,
        };
    }
    if !token.class.is_known() && is_act_by_shape(tokens, clause, at) {
        return Some(FactKind::Deed);
    }
    let named = token.class.any(Class::DEED_NAME)
        && (at.saturating_sub(NAMED_WITHIN).max(clause.start)..at)
            .any(|it| tokens.is(it, Class::DONE) || matches!(tokens.whole(it), "لن" | "سوف"));
    let is_verb = token.class.any(Class::DEED) && !has_article && !token.class.any(Class::WARM);
    // A verb that procedure has too is an act by what stands right behind it.
    let is_sure = !token.class.any(Class::EMPTY)
        || word.ends_with("نا")
        || word.ends_with("ناه")
        || word.ends_with("ناها");
    if named || is_verb && is_sure {
        return Some(FactKind::Deed);
    }
    let is_decision =
        token.class.any(Class::DECISION) && !token.class.any(Class::EMPTY | Class::WARM);
    (is_decision && !is_warm && !has_article).then_some(FactKind::Decision)
}

/// A verb that no list knows: what procedure and courtesy say is in the lists, so that another verb
/// of ours, or another noun behind «تم», is an act.
fn is_act_by_shape(tokens: &Tokens<'_>, clause: &Range<usize>, at: usize) -> bool {
    let word = tokens.whole(at);
    let letters = word.chars().count();
    let is_ours = letters >= 5
        && ["نا", "ناه", "ناها", "ناهم", "نالك", "نالكم", "نالكو"]
            .iter()
            .any(|it| word.ends_with(it))
        && !word.starts_with("ال");
    let is_after = at > clause.start
        && matches!(
            tokens.whole(at - 1),
            "تم" | "تمت"
                | "سيتم"
                | "وتم"
                | "جري"
                | "جرت"
                | "بيتم"
                | "هيتم"
                | "قمنا"
                | "وتمت"
        );
    is_ours || is_after && letters > 3
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "were"
            | "been"
            | "is"
            | "are"
            | "be"
            | "we"
            | "have"
            | "has"
            | "had"
            | "and"
            | "i"
            | "now"
            | "they"
            | "he"
            | "she"
            | "it"
            | "being"
    )
}

/// A word of the world: no procedure, no courtesy, no door of an office, no number.
pub(super) fn is_specific(tokens: &Tokens<'_>, at: usize) -> bool {
    let known = Class::EMPTY
        | Class::TOPIC
        | Class::VAGUE
        | Class::WARM
        | Class::CHANNEL
        | Class::MUST
        | Class::GOING
        | Class::ELSEWHERE
        | Class::REASON
        | Class::DEED
        | Class::DEED_NAME
        | Class::DONE
        | Class::DECISION
        | Class::TIME_UNIT
        | Class::NUMBER_LABEL
        | Class::DAYPART
        | Class::TODAY;
    let token = &tokens.all[at];
    token.typed && !token.digits && !token.class.any(known) && tokens.whole(at).chars().count() > 2
}

/// What an act may be done to: a word of the world, or a paper by its name.
fn is_object(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = &tokens.all[at];
    is_specific(tokens, at)
        || token.typed
            && token.class.any(Class::ORDER)
            && !token.class.any(Class::EMPTY | Class::TOPIC)
}
