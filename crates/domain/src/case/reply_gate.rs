//! The reply gate: what a text to the person is, and what keeps it from going out (`rules.md`, rules
//! 1 to 4 and 7). The desk shows the same findings while one types.

use super::{Case, PointAnswer, ReplyKind, Stage, clocks, guard, repeat, substance};
use crate::book::Right;
use crate::gate::{self, FactSeen, PhraseFound, Reading, Span};
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
    if deflects(case, draft, &substance::reading(case, draft, cx), cx) {
        ReplyKind::Deflection
    } else {
        reply.reply_kind
    }
}

/// The facts that stand in a reply, to be shown while one types.
#[must_use]
pub fn facts_seen(case: &Case, reply: &SendReply, cx: &Context<'_>) -> Vec<FactSeen> {
    substance::reading(case, Draft::bare(reply, reply.reply_kind), cx).facts
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
    let reading = substance::reading(case, draft, cx);
    let deflection = deflection(case, draft, &reading, cx);
    // A text that points elsewhere says nothing: that is said once.
    let is_said = deflection.is_some() || overrules(draft, cx);
    let nothing = if is_said { None } else { says_nothing(draft, &reading, cx) };
    found.extend(deflection);
    found.extend(nothing);
    found.extend(favour(draft, cx));
    found.extend(gap(draft));
    found.extend(said_before(case, draft));
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
fn deflection(
    case: &Case,
    draft: Draft<'_>,
    reading: &Reading,
    cx: &Context<'_>,
) -> Option<Finding> {
    if draft.kind == ReplyKind::Deflection
        || overrules(draft, cx)
        || !deflects(case, draft, reading, cx)
    {
        return None;
    }
    let must_be_whole = is_answer(draft.kind) || draft.kind == ReplyKind::Question;
    let weight = if must_be_whole { Weight::Blocks } else { Weight::Deflects };
    Some(Finding { refusal: Refusal::Deflection, weight, spans: reading.elsewhere.clone() })
}

/// Whether somebody with the right to says that the text is no deflection.
fn overrules(draft: Draft<'_>, cx: &Context<'_>) -> bool {
    let may_overrule = cx.book.rights_of(cx.actor, cx.now).contains(&Right::OverruleGate);
    may_overrule && is_overridden(draft.reply, &Refusal::Deflection)
}

fn deflects(case: &Case, draft: Draft<'_>, reading: &Reading, cx: &Context<'_>) -> bool {
    reading.deflects() && !substance::holds_any(case, draft, cx)
}

/// Rules 3 and 7. What answers or tells of progress says something once formulas, courtesies, the
/// template, names and the person's own words are taken away.
fn says_nothing(draft: Draft<'_>, reading: &Reading, cx: &Context<'_>) -> Option<Finding> {
    let must_say = is_answer(draft.kind) || draft.kind == ReplyKind::Progress;
    if reading.says || !must_say || draft.reply.text.trim().is_empty() {
        return None;
    }
    let empty = gate::empty_formulas(&draft.reply.text, &cx.book.gate);
    if empty.is_empty() {
        return Some(Finding::blocks(Refusal::NoCaseFact));
    }
    let refusal = Refusal::EmptyFormula { phrases: names(&empty) };
    Some(Finding { refusal, weight: Weight::Blocks, spans: spans(&empty) })
}

/// A template's gap is for the writer to fill.
fn gap(draft: Draft<'_>) -> Option<Finding> {
    let spans = gate::gaps(&draft.reply.text);
    let refusal = Refusal::GapLeft;
    (!spans.is_empty()).then_some(Finding { refusal, weight: Weight::Blocks, spans })
}

/// Rule 7. Favour language warns.
fn favour(draft: Draft<'_>, cx: &Context<'_>) -> Option<Finding> {
    let favour = gate::favour_words(&draft.reply.text, &cx.book.gate);
    let refusal = Refusal::FavourLanguage { phrases: names(&favour) };
    (!favour.is_empty()).then(|| Finding { refusal, weight: Weight::Warns, spans: spans(&favour) })
}

fn names(found: &[PhraseFound]) -> Vec<String> {
    found.iter().map(|it| it.phrase.clone()).collect()
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
    } else if matches!(refusal, Refusal::FavourLanguage { .. }) {
        "favour_language"
    } else {
        return false;
    };
    reply.overrides.iter().any(|it| it == code)
}

/// A text goes out on a case that is not over.
pub(super) const WRITABLE: [Stage; 3] = [Stage::New, Stage::Open, Stage::Answered];
