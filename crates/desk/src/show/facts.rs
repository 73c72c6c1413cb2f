//! What stands beside the conversation: the person, remedies, clocks.

use super::said::said;
use super::who::Reader;
use crate::view::{ClocksView, IdentifierView, PersonView, RemedyView};
use domain::book::Labels;
use domain::case::Case;
use domain::{Identifier, Person, RemedyAsk, RemedyId};

/// The person as the identity bar and the side show them.
pub fn person(person: &Person) -> PersonView {
    let (current, mut past): (Vec<&Identifier>, Vec<&Identifier>) =
        person.identifiers.iter().partition(|it| it.until.is_none());
    past.sort_by_key(|it| std::cmp::Reverse(it.until));
    PersonView {
        person: person.id.to_string(),
        name: said(&person.name),
        identifiers: current.into_iter().map(identifier).collect(),
        past_identifiers: past.into_iter().map(identifier).collect(),
        language: person.language,
    }
}

fn identifier(it: &Identifier) -> IdentifierView {
    IdentifierView { kind: it.kind, value: it.value.clone(), since: it.since, until: it.until }
}

/// Granted remedies, late and failed ones first (`rules.md`, `grant_remedy`).
pub fn remedies(reader: Reader<'_>, case: &Case) -> Vec<RemedyView> {
    let mut views: Vec<RemedyView> = case
        .remedies
        .iter()
        .map(|it| RemedyView {
            op: it.id.op.to_string(),
            n: it.id.n,
            label: remedy_label(reader, &it.ask.remedy),
            amount: it.ask.amount,
            due: it.due,
            state: it.state,
        })
        .collect();
    views.sort_by_key(|it| !needs_a_look(it, reader));
    views
}

fn needs_a_look(view: &RemedyView, reader: Reader<'_>) -> bool {
    use domain::case::RemedyState::{Done, Failed, Granted, Late, Ordered};
    match view.state {
        Failed | Late => true,
        Granted | Ordered => view.due < reader.now,
        Done => false,
    }
}

/// The clocks of a case.
pub fn clocks(case: &Case) -> ClocksView {
    ClocksView {
        answer_due: case.clocks.answer_due,
        answered_at: case.clocks.answered_at,
        solution_due: case.clocks.solution_due,
        solved_at: case.clocks.solved_at,
        ceiling: case.clocks.ceiling,
        next_contact: case.next_contact,
    }
}

/// The names of remedies that are asked for.
pub fn labels_of(reader: Reader<'_>, asks: &[RemedyAsk]) -> Vec<Labels> {
    asks.iter().map(|it| remedy_label(reader, &it.remedy)).collect()
}

/// The name of a remedy; a code that the book lost stands for itself.
pub fn remedy_label(reader: Reader<'_>, remedy: &RemedyId) -> Labels {
    let label = reader.book.remedies.get(remedy).map(|it| it.label.clone());
    label.unwrap_or_else(|| Labels { ar: remedy.as_str().into(), en: remedy.as_str().into() })
}
