//! What a text holds of its case: the facts of gate rule 3, and what keeps a text that points
//! elsewhere from being a deflection.

use super::reply_gate::Draft;
use super::{Case, Fact};
use crate::book::{Book, Template};
use crate::gate::{self, About, Known, fill_template};
use crate::{Context, NextDate, RemedyId, SendReply};
use chrono::{DateTime, Utc};

/// A text of which a template brought at least so much is that template's, whatever its writer
/// says, percent.
const TEMPLATE_PERCENT: u8 = 60;

/// The facts of this case that stand in the text: claimed ones that are true, then those found.
pub(super) fn facts(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Vec<Fact> {
    let own = own_words(case);
    let about = about(case, own.as_deref(), cx);
    let template = template_text(case, draft.reply, cx);
    let text = &draft.reply.text;
    let claimed = &draft.reply.facts;
    let mut facts: Vec<Fact> = Vec::new();
    for found in gate::facts(text, template.as_deref(), claimed, &about) {
        let fact = claimed.get(found.fact as usize);
        facts.extend(fact.filter(|it| !facts.contains(it)).cloned());
    }
    let material = Material::of(case, draft, cx.book);
    for fact in gate::propose_facts(text, template.as_deref(), &material.known(), &about) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}

/// Whether the text holds a remedy, an answered point or a date, template or not (gate rule 1). What
/// its writer merely claims, and the person's own words, point nobody anywhere else.
pub(super) fn holds_any(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> bool {
    let about = about(case, None, cx);
    let mut material = Material::of(case, draft, cx.book);
    let reasons = draft.answers.iter().map(|it| it.because.clone());
    material.deeds.extend(reasons.filter(|it| !gate::is_deflection(it, &cx.book.gate)));
    !gate::propose_facts(&draft.reply.text, None, &material.known(), &about).is_empty()
}

/// What the case and the action know, owned for as long as the gate looks.
struct Material {
    instants: Vec<DateTime<Utc>>,
    amounts: Vec<crate::money::Money>,
    work_orders: Vec<String>,
    deeds: Vec<String>,
}

impl Material {
    fn of(case: &Case, draft: Draft<'_>, book: &Book) -> Self {
        let granted = case.remedies.iter().map(|it| &it.ask);
        let asks: Vec<_> = granted.chain(draft.remedies).collect();
        let dues = case.remedies.iter().map(|it| it.due);
        let next = match draft.reply.next {
            NextDate::At { at } => Some(at),
            NextDate::None { .. } | NextDate::Ending => None,
        };
        Self {
            instants: dues.chain(asks.iter().filter_map(|it| it.due)).chain(next).collect(),
            amounts: asks.iter().filter_map(|it| it.amount).collect(),
            work_orders: asks.iter().filter_map(|it| it.proof.clone()).collect(),
            deeds: asks.iter().flat_map(|it| labels(book, &it.remedy)).collect(),
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            instants: &self.instants,
            amounts: &self.amounts,
            work_orders: &self.work_orders,
            deeds: &self.deeds,
        }
    }
}

fn labels(book: &Book, remedy: &RemedyId) -> Vec<String> {
    let label = book.remedies.get(remedy).map(|it| &it.label);
    label.map(|it| vec![it.ar.clone(), it.en.clone()]).unwrap_or_default()
}

fn about<'a>(case: &Case, own_words: Option<&'a str>, cx: &Context<'a>) -> About<'a> {
    About {
        zone: cx.book.calendar_of(&case.unit).zone(),
        reference: Some(case.reference),
        person_name: cx.person.map(|it| it.name.as_str()),
        own_words,
    }
}

/// What the person said: their words and their points.
fn own_words(case: &Case) -> Option<String> {
    let said = std::iter::once(case.own_words.as_str())
        .chain(case.points.iter().map(String::as_str))
        .filter(|it| !it.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    (!said.is_empty()).then_some(said)
}

/// The template as it reads for this case: the one named, or the one that the text plainly is.
pub(super) fn template_text(case: &Case, reply: &SendReply, cx: &Context<'_>) -> Option<String> {
    let named = reply.template.as_ref().and_then(|id| cx.book.templates.get(id));
    if let Some(template) = named {
        return Some(filled(template, case, reply, cx));
    }
    cx.book
        .templates
        .values()
        .map(|template| filled(template, case, reply, cx))
        .map(|text| (gate::template_share_percent(&reply.text, &text), text))
        .filter(|(percent, _)| *percent >= TEMPLATE_PERCENT)
        .max_by_key(|(percent, _)| *percent)
        .map(|(_, text)| text)
}

/// The template's text with name and reference filled in, and its date in the form that no locale
/// changes.
fn filled(template: &Template, case: &Case, reply: &SendReply, cx: &Context<'_>) -> String {
    let zone = cx.book.calendar_of(&case.unit).zone();
    let date = match reply.next {
        NextDate::At { at } => at.with_timezone(&zone).date_naive().to_string(),
        NextDate::None { .. } | NextDate::Ending => String::new(),
    };
    let name = cx.person.map(|it| it.name.as_str()).unwrap_or_default();
    let text = template.text.of(reply.language);
    let reference = case.reference.to_string();
    fill_template(text, &[("name", name), ("reference", &reference), ("date", &date)])
}
