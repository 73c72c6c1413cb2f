//! Whether a case that entered before is the same row.

use domain::{Event, Identifier, ImportCase, PersonOf, Recorded};

/// The row of the file from which a case came; none for a case that no file brought.
#[must_use]
pub fn imported(events: &[Recorded]) -> Option<&ImportCase> {
    events.iter().find_map(|it| {
        let Event::CaseImported { import, .. } = &it.event else { return None };
        Some(import.as_ref())
    })
}

/// Whether two rows say the same. What the importer chooses (ids, place in the file, next contact, unit
/// and labels of the mapping) may differ.
#[must_use]
pub fn is_same(a: &ImportCase, b: &ImportCase) -> bool {
    let (open_a, open_b) = (&a.open, &b.open);
    let is_same_subject =
        a.subject_from_form && b.subject_from_form || open_a.subject == open_b.subject;
    a.opened_at == b.opened_at
        && a.closed_at == b.closed_at
        && a.resolution_words == b.resolution_words
        && open_a.own_words == open_b.own_words
        && open_a.place == open_b.place
        && is_same_subject
        && is_same_person(&open_a.person, &open_b.person)
}

fn is_same_person(a: &PersonOf, b: &PersonOf) -> bool {
    match (a, b) {
        (PersonOf::New { record: a }, PersonOf::New { record: b }) => {
            let key = |it: &Identifier| (it.kind, it.value.clone());
            a.name == b.name && a.identifiers.iter().map(key).eq(b.identifiers.iter().map(key))
        }
        (PersonOf::Known { id: a }, PersonOf::Known { id: b }) => a == b,
        (PersonOf::Unknown, PersonOf::Unknown) => true,
        (PersonOf::New { .. } | PersonOf::Known { .. } | PersonOf::Unknown, _) => false,
    }
}
