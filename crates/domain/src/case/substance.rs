//! What a text holds of its case: what it says, and what keeps a text that points elsewhere from being
//! a deflection.

use super::Case;
use super::reply_gate::Draft;
use crate::book::{Book, Template};
use crate::gate::{self, About, DATE_PLACE, Reading, fill_template};
use crate::{Context, RemedyId, SendReply};

/// A text of which a template brought at least so much is that template's, whatever its writer
/// says, percent.
const TEMPLATE_PERCENT: u8 = 60;

/// The text as the check reads it, without what a template brought.
pub(super) fn reading(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> Reading {
    let own = own_words(case);
    let deeds = deeds(case, draft, cx.book);
    let about = about(case, own.as_deref(), &deeds, cx);
    let template = template_text(case, draft.reply, cx);
    gate::read(&draft.reply.text, template.as_deref(), &about, &cx.book.gate)
}

/// Whether the text says something of the case, template or not: a remedy, an answered point, a date
/// (gate rule 1).
pub(super) fn holds_any(case: &Case, draft: Draft<'_>, cx: &Context<'_>) -> bool {
    let mut deeds = deeds(case, draft, cx.book);
    let reasons = draft.answers.iter().map(|it| it.because.clone());
    deeds.extend(reasons.filter(|it| !gate::is_deflection(it, &cx.book.gate)));
    let own = own_words(case);
    let about = about(case, own.as_deref(), &deeds, cx);
    gate::read(&draft.reply.text, None, &about, &cx.book.gate).says
}

/// Names of what the case and the action grant.
fn deeds(case: &Case, draft: Draft<'_>, book: &Book) -> Vec<String> {
    let granted = case.remedies.iter().map(|it| &it.ask);
    granted.chain(draft.remedies).flat_map(|it| labels(book, &it.remedy)).collect()
}

fn labels(book: &Book, remedy: &RemedyId) -> Vec<String> {
    let label = book.remedies.get(remedy).map(|it| &it.label);
    label.map(|it| vec![it.ar.clone(), it.en.clone()]).unwrap_or_default()
}

fn about<'a>(
    case: &Case,
    own_words: Option<&'a str>,
    deeds: &'a [String],
    cx: &Context<'a>,
) -> About<'a> {
    About {
        reference: Some(case.reference),
        person_name: cx.person.map(|it| it.name.as_str()),
        own_words,
        deeds,
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

/// The template's text with name and reference filled in. Its date stays a place: the window fills it
/// in the calendar and the digits of the person, and no date in that place was typed by the writer.
fn filled(template: &Template, case: &Case, reply: &SendReply, cx: &Context<'_>) -> String {
    let name = cx.person.map(|it| it.name.as_str()).unwrap_or_default();
    let text = template.text.of(reply.language);
    let reference = case.reference.to_string();
    fill_template(text, &[("name", name), ("reference", &reference), ("date", DATE_PLACE)])
}
