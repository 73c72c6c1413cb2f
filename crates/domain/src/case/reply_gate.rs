//! The reply gate: what a text to the person is, and what keeps it from going out (`rules.md`, rules
//! 1 to 4 and 7). The desk shows the same findings while one types.

use super::{Case, Fact, PointAnswer, ReplyKind, Stage, clocks, guard, repeat, substance};
use crate::book::Right;
use crate::gate::{self, PhraseFound, Span};
use crate::{Context, NextDate, Refusal, RemedyAsk, SendReply};
use chrono::{DateTime, Utc};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The text can't go out like this.
    Blocks,
    /// It goes out when the writer says that they saw it; logged.
    Warns,
    /// It goes out as a deflection, which answers nothing.
    Deflects,
}

/// One finding of the gate.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What the rule would say.
    pub refusal: Refusal,
    /// How much it weighs.
    pub weight: Weight,
    /// Where in the text it stands, if it stands somewhere.
    pub spans: Vec<Span>,
}

impl Finding {
    pub(super) fn blocks(refusal: Refusal) -> Self {
        Self { refusal, weight: Weight::Blocks, spans: Vec::new() }
    }
}

/// A text with what stands behind it besides its words.
#[derive(Clone, Copy)]
pub(super) struct Draft<'a> {
    pub reply: &'a SendReply,
    /// What it is to be.
    pub kind: ReplyKind,
    /// What the same action grants.
    pub remedies: &'a [RemedyAsk],
    /// What the same action says to the points asked.
    pub answers: &'a [PointAnswer],
}

impl<'a> Draft<'a> {
    /// A text with nothing behind it.
    pub fn bare(reply: &'a SendReply, kind: ReplyKind) -> Self {
        Self { reply, kind, remedies: &[], answers: &[] }
    }
}

/// Everything the gate finds in a reply, blocking findings first. `send_reply` and `ask_person` judge
/// by the same function.
#[must_use]
pub fn check_reply(case: &Case, reply: &SendReply, cx: &Context<'_>) -> Vec<Finding> {
    findings(case, Draft::bare(reply, reply.reply_kind), cx)
}

/// The kind as the gate sees it: what was chosen, or a deflection (gate rule 1).
#[must_use]
pub fn kind_seen(case: &Case, reply: &SendReply, cx: &Context<'_>) -> ReplyKind {
    let draft = Draft::bare(reply, reply.reply_kind);
    if deflects(case, draft, cx) { ReplyKind::Deflection } else { reply.reply_kind }
}

/// The facts of this case in a reply: those that its writer claimed and those found by themselves.
#[must_use]
pub fn facts_seen(case: &Case, reply: &SendReply, cx: &Context<'_>) -> Vec<Fact> {
    substance::facts(case, Draft::bare(reply, reply.reply_kind), cx)
}

/// Lets a text out as the kind that it is, or says what is in the way.
pub(super) fn pass(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Result<ReplyKind, Refusal> {
    let found = findings(case, draft, cx);
    let deflects = found.iter().any(|it| it.weight == Weight::Deflects);
    judge(found, draft.reply)?;
    Ok(if deflects { ReplyKind::Deflection } else { draft.kind })
}

/// The first finding that is in the way of a text: one that blocks, or a warning not overridden.
pub(super) fn judge(found: Vec<Finding>, reply: &SendReply) -> Result<(), Refusal> {
    let in_the_way = found.into_iter().find(|it| match it.weight {
        Weight::Blocks => true,
        Weight::Warns => !is_overridden(reply, &it.refusal),
        Weight::Deflects => false,
    });
    in_the_way.map_or(Ok(()), |it| Err(it.refusal))
}

pub(super) fn findings(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let written = guard::written("text", &draft.reply.text, guard::TEXT_CHARS_MAX);
    found.extend(written.err().map(Finding::blocks));
    found.extend(deflection(case, draft, cx));
    found.extend(phrases(draft, cx));
    found.extend(said_before(case, draft));
    found.extend(no_fact(case, draft, cx));
    found.extend(next_date(case, draft, cx).err().map(Finding::blocks));
    found.sort_by_key(|it| it.weight);
    found
}

/// Only these answer, stop clocks and ask "solved?".
pub(super) fn is_answer(kind: ReplyKind) -> bool {
    matches!(kind, ReplyKind::Decision | ReplyKind::RemedyDone)
}

/// Rule 1. An answer or a question that sends the person elsewhere is refused; any other text goes
/// out as the deflection that it is. Only who may overrule the gate keeps the kind, logged.
fn deflection(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Option<Finding> {
    let may_overrule = cx.book.rights_of(cx.actor, cx.now).contains(&Right::OverruleGate);
    let overruled = may_overrule && is_overridden(draft.reply, &Refusal::Deflection);
    if draft.kind == ReplyKind::Deflection || overruled || !deflects(case, draft, cx) {
        return None;
    }
    let must_be_whole = is_answer(draft.kind) || draft.kind == ReplyKind::Question;
    let weight = if must_be_whole { Weight::Blocks } else { Weight::Deflects };
    let found = gate::deflections(&draft.reply.text, &cx.book.gate);
    Some(Finding { refusal: Refusal::Deflection, weight, spans: spans(&found) })
}

fn deflects(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> bool {
    gate::is_deflection(&draft.reply.text, &cx.book.gate) && !substance::holds_any(case, draft, cx)
}

/// Rule 7. Empty formulas block an answer and warn elsewhere; favour language warns.
fn phrases(draft: Draft<'_>, cx: &Context<'_>) -> Vec<Finding> {
    let text = &draft.reply.text;
    let empty = gate::empty_formulas(text, &cx.book.gate);
    let favour = gate::favour_words(text, &cx.book.gate);
    let names = |found: &[PhraseFound]| found.iter().map(|it| it.phrase.clone()).collect();
    let mut findings = Vec::new();
    if !empty.is_empty() {
        let weight = if is_answer(draft.kind) { Weight::Blocks } else { Weight::Warns };
        let refusal = Refusal::EmptyFormula { phrases: names(&empty) };
        findings.push(Finding { refusal, weight, spans: spans(&empty) });
    }
    if !favour.is_empty() {
        let refusal = Refusal::FavourLanguage { phrases: names(&favour) };
        findings.push(Finding { refusal, weight: Weight::Warns, spans: spans(&favour) });
    }
    findings
}

fn spans(found: &[PhraseFound]) -> Vec<Span> {
    found.iter().map(|it| it.span).collect()
}

/// Rule 2. An acknowledgement and a question may be said again.
fn said_before(case: &Case, draft: Draft<'_>) -> Option<Finding> {
    if matches!(draft.kind, ReplyKind::Acknowledgement | ReplyKind::Question) {
        return None;
    }
    let percent = repeat::of(case, draft.reply)?;
    Some(Finding::blocks(Refusal::AlreadySaid { percent }))
}

/// Rule 3.
fn no_fact(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Option<Finding> {
    let lacks = is_answer(draft.kind) && substance::facts(case, draft, cx).is_empty();
    lacks.then(|| Finding::blocks(Refusal::NoCaseFact))
}

/// Rule 4.
fn next_date(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Result<(), Refusal> {
    match &draft.reply.next {
        NextDate::Ending if is_answer(draft.kind) => Ok(()),
        NextDate::Ending => Err(Refusal::NoNextDate),
        NextDate::None { because } if cx.book.no_date_reasons.contains_key(because) => Ok(()),
        NextDate::None { because } => Err(guard::unknown(because)),
        NextDate::At { at } => {
            let latest = latest_next(case, cx)?;
            let fits = *at > cx.now && *at <= latest;
            if fits { Ok(()) } else { Err(Refusal::NextDateUnfit { latest }) }
        }
    }
}

/// The last instant that a reply on this case may promise as the next news.
pub fn latest_next(case: &Case, cx: &Context<'_>) -> Result<DateTime<Utc>, Refusal> {
    let lengths = &cx.book.category(&case.category)?.clocks;
    Ok(clocks::latest_next_contact(lengths, cx.book.calendar_of(&case.unit), cx.now))
}

/// Whether the writer says that they saw the warning, by its code.
fn is_overridden(reply: &SendReply, refusal: &Refusal) -> bool {
    let code = if *refusal == Refusal::Deflection {
        "deflection"
    } else if matches!(refusal, Refusal::EmptyFormula { .. }) {
        "empty_formula"
    } else if matches!(refusal, Refusal::FavourLanguage { .. }) {
        "favour_language"
    } else {
        return false;
    };
    reply.overrides.iter().any(|it| it == code)
}

/// A text goes out on a case that is not over.
pub(super) const WRITABLE: [Stage; 3] = [Stage::New, Stage::Open, Stage::Answered];
