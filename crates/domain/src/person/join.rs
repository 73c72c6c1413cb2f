//! When two records are one person (`rules.md`, Actions: `join_persons`).

use super::{Identifier, IdentifierKind, Person};
use crate::text::{fold_digits, is_name_within, name_key, same_name};
use std::collections::BTreeSet;

/// Whether two records are one person: the same national id, or a phone in common and the same folded
/// name. Two different national ids are two persons, even at one phone and with one name: father and
/// son may share both. One id with another name and another phone was mistyped in one of the two
/// records. What is no longer theirs doesn't count.
#[must_use]
pub fn same_person(a: &Person, b: &Person) -> bool {
    let (ids_a, ids_b) =
        (values(a, IdentifierKind::NationalId), values(b, IdentifierKind::NationalId));
    if !ids_a.is_empty() && !ids_b.is_empty() {
        return ids_a.iter().any(|id| ids_b.contains(id)) && !are_strangers(a, b);
    }
    has_common_phone(a, b) && same_name(&a.name, &b.name)
}

/// Whether nothing but an id could make two records one person: their names differ, and their phones
/// too. A name of fewer words, and a record without a name or a phone, is no contradiction.
fn are_strangers(a: &Person, b: &Person) -> bool {
    let has_phone = |it| !values(it, IdentifierKind::Phone).is_empty();
    let is_named = |it: &Person| !name_key(&it.name).is_empty();
    let is_same_name = is_name_within(&a.name, &b.name) || is_name_within(&b.name, &a.name);
    is_named(a)
        && is_named(b)
        && has_phone(a)
        && has_phone(b)
        && !is_same_name
        && !has_common_phone(a, b)
}

fn has_common_phone(a: &Person, b: &Person) -> bool {
    let phones = values(b, IdentifierKind::Phone);
    values(a, IdentifierKind::Phone).iter().any(|phone| phones.contains(phone))
}

/// Whether a person without a national id fits several persons with different ones, so that nobody
/// can tell whose record it is. `others` are those who are the same person as this one.
#[must_use]
pub fn fits_several<'a>(person: &Person, others: impl Iterator<Item = &'a Person>) -> bool {
    let ids = |it: &Person| values(it, IdentifierKind::NationalId);
    let has_none = ids(person).is_empty();
    let found: BTreeSet<Vec<String>> = others.map(ids).filter(|it| !it.is_empty()).collect();
    has_none && found.len() > 1
}

/// One record of two. The first is kept with its id, name and language; a name is taken from the
/// second only when the first has none. An identifier that both have is known since the earlier
/// instant, and is theirs if either says so.
#[must_use]
pub fn join_persons(mut kept: Person, other: &Person) -> Person {
    if kept.name.trim().is_empty() {
        kept.name.clone_from(&other.name);
    }
    for theirs in &other.identifiers {
        match kept.identifiers.iter_mut().find(|ours| is_same(ours, theirs)) {
            None => kept.identifiers.push(theirs.clone()),
            Some(ours) => {
                ours.since = ours.since.min(theirs.since);
                ours.until = ours.until.zip(theirs.until).map(|(a, b)| a.max(b));
            }
        }
    }
    kept
}

fn is_same(a: &Identifier, b: &Identifier) -> bool {
    a.kind == b.kind && key(a) == key(b)
}

/// What is theirs now, in the form in which it is compared; empty values are none.
fn values(person: &Person, kind: IdentifierKind) -> Vec<String> {
    let theirs = person.identifiers.iter().filter(|it| it.kind == kind && it.until.is_none());
    theirs.map(key).filter(|key| !key.is_empty()).collect()
}

fn key(identifier: &Identifier) -> String {
    fold_digits(identifier.value.trim()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, PersonId};
    use IdentifierKind::{Mail, NationalId, Phone};
    use chrono::{DateTime, Utc};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn at(day: u32) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + chrono::TimeDelta::days(day.into())
    }

    fn person(name: &str, identifiers: &[(IdentifierKind, &str)]) -> Person {
        let known = |(kind, value): &(IdentifierKind, &str)| Identifier {
            kind: *kind,
            value: (*value).to_owned(),
            since: at(5),
            until: None,
        };
        Person {
            id: PersonId(Uuid::from_u128(1)),
            name: name.to_owned(),
            identifiers: identifiers.iter().map(known).collect(),
            language: Language::Ar,
        }
    }

    #[test]
    fn one_national_id_is_one_person_whatever_the_name() {
        let a = person("سالم", &[(NationalId, "١٢٣٤٥٦")]);
        assert!(same_person(&a, &person("Salim", &[(NationalId, "123456")])));
        assert!(!same_person(&a, &person("سالم", &[(NationalId, "123457")])));
    }

    #[test]
    fn one_national_id_with_another_name_and_another_phone_is_two_persons() {
        let with = |name, phone| person(name, &[(NationalId, "1234567"), (Phone, phone)]);
        let a = with("فهد خالد", "+966501112233");
        assert!(!same_person(&a, &with("نورة ماجد", "+966501112244")));
        assert!(same_person(&a, &with("نورة ماجد", "+966501112233")));
        assert!(same_person(&a, &with("فهد بن خالد العتيبي", "+966501112244")));
        assert!(same_person(&a, &with("", "+966501112244")));
    }

    #[test]
    fn a_person_without_an_id_who_fits_father_and_son_fits_several() {
        let phone = (Phone, "+96824123456");
        let father = person("أحمد سعيد", &[phone, (NationalId, "1")]);
        let son = person("أحمد سعيد", &[phone, (NationalId, "2")]);
        let nobody = person("أحمد سعيد", &[phone]);
        assert!(fits_several(&nobody, [&father, &son].into_iter()));
        assert!(!fits_several(&nobody, [&father, &father, &nobody].into_iter()));
        assert!(!fits_several(&father, [&father, &son].into_iter()));
    }

    #[test]
    fn one_phone_needs_one_name_too() {
        let phone = [(Phone, "+96824123456")];
        let a = person("عبد الله الحارثي", &phone);
        assert!(same_person(&a, &person("عبدالله الحارثى", &phone)));
        assert!(!same_person(&a, &person("فاطمة الحارثي", &phone)));
        assert!(!same_person(&a, &person("عبد الله الحارثي", &[(Phone, "+96824123457")])));
        assert!(!same_person(&person("", &phone), &person("", &phone)));
    }

    #[test]
    fn father_and_son_with_one_phone_and_one_name_stay_two() {
        let father = person("أحمد سعيد", &[(Phone, "+96824123456"), (NationalId, "1")]);
        let son = person("أحمد سعيد", &[(Phone, "+96824123456"), (NationalId, "2")]);
        assert!(!same_person(&father, &son));
    }

    #[test]
    fn a_phone_that_was_given_up_joins_nobody() {
        let mut before = person("سالم", &[(Phone, "+96824123456")]);
        before.identifiers[0].until = Some(at(9));
        assert!(!same_person(&before, &person("سالم", &[(Phone, "+96824123456")])));
    }

    #[test]
    fn joining_keeps_every_identifier_once_and_the_longest_time() {
        let mut kept = person("", &[(Phone, "+96824123456")]);
        kept.identifiers[0].until = Some(at(9));
        let mut other = person("سالم", &[(Phone, "+96824123456"), (Mail, "S@x.om")]);
        other.identifiers[0].since = at(2);
        let joined = join_persons(kept, &other);
        assert_eq!((joined.name.as_str(), joined.identifiers.len()), ("سالم", 2));
        assert_eq!((joined.identifiers[0].since, joined.identifiers[0].until), (at(2), None));
    }

    fn anybody() -> impl Strategy<Value = Person> {
        let kind = prop::sample::select(vec![Phone, NationalId, Mail]);
        let identifier = (kind, "[12]{1,2}", 0..9_u32, prop::option::of(10..19_u32));
        let name = prop::sample::select(vec!["", "سالم", "سلمى"]);
        (name, prop::collection::vec(identifier, 0..4)).prop_map(|(name, found)| {
            let mut person = person(name, &[]);
            for (kind, value, since, until) in found {
                let (since, until) = (at(since), until.map(at));
                person.identifiers.push(Identifier { kind, value, since, until });
            }
            person
        })
    }

    proptest! {
        #[test]
        fn sameness_has_no_direction(a in anybody(), b in anybody()) {
            prop_assert_eq!(same_person(&a, &b), same_person(&b, &a));
        }

        #[test]
        fn joining_loses_no_identifier_and_joining_again_adds_none(a in anybody(), b in anybody()) {
            let joined = join_persons(a.clone(), &b);
            for identifier in a.identifiers.iter().chain(&b.identifiers) {
                prop_assert!(joined.identifiers.iter().any(|it| is_same(it, identifier)));
            }
            prop_assert_eq!(join_persons(joined.clone(), &b), joined);
        }
    }
}
