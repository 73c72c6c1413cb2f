//! From a few digits to a person and their cases.

use crate::cases::{History, cache_with_book, news, opening, person, state_of};
use crate::making::{at, case_id};
use store::CacheItem;

#[test]
fn six_digits_of_a_phone_lead_to_the_person_and_their_cases() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let who = person(1, "سالم الحارثي", "+96824123456");
    let mut open = opening(2, "late-bus", "أخرى", "كلام");
    open.person = domain::PersonOf::Known { id: who.id };
    let two = History::open(2, 50, open);
    let items = vec![
        History::simple(1, 0, "انتظرت").enter(Some(who.clone())),
        two.enter(Some(who.clone())),
    ];
    cache.receive(news(items, "c1")).unwrap();
    for typed in ["٢٤١٢٣٤٥٦", "123456", "+968 2412", "412345", "77000001"] {
        let found = cache.lookup(typed, at(60)).unwrap();
        let cases: Vec<_> = found.persons[0].1.iter().map(|it| it.line.id).collect();
        assert_eq!((&found.persons[0].0, cases), (&who, vec![case_id(2), case_id(1)]), "{typed}");
    }
    assert!(cache.lookup("12345", at(60)).unwrap().persons.is_empty());
    // A new phone finds them, and so does the old one.
    let mut moved = who.clone();
    moved.identifiers[0].until = Some(at(60));
    moved.identifiers.push(domain::Identifier {
        value: "+96899887766".into(),
        until: None,
        ..who.identifiers[0].clone()
    });
    cache.receive(news(vec![CacheItem::Person(moved.clone())], "c2")).unwrap();
    for typed in ["99887766", "24123456"] {
        assert_eq!(cache.lookup(typed, at(60)).unwrap().persons[0].0, moved);
    }
    assert_eq!(cache.cases_of_person(who.id).unwrap().len(), 2);
}

#[test]
fn a_reference_is_found_as_people_write_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let whole = cache.case(one.case).unwrap().unwrap().case.reference.to_string();
    for typed in [
        whole.clone(),
        whole.to_lowercase(),
        whole.replace('-', " "),
        whole[3..].to_owned(),
        whole[..8].to_owned(),
    ] {
        let found = cache.lookup(&typed, at(0)).unwrap();
        assert_eq!(found.cases.len(), 1, "{typed}");
    }
    assert!(cache.lookup("NK-0000-000", at(0)).unwrap().cases.is_empty());
}

#[test]
fn a_stub_is_found_by_phone_until_it_falls_out_of_sight() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let one = History::simple(1, 0, "انتظرت");
    let of = state_of(&one.events).unwrap();
    let mut stub = store::StubLine {
        case: of.id,
        reference: of.reference,
        category: of.category,
        unit: of.unit,
        stage: of.stage,
        owner_post: None,
        next_contact: None,
        contacts: 1,
        lookup: vec!["+96824123456".into()],
        visible: true,
    };
    cache.receive(news(vec![CacheItem::Stub(stub.clone())], "c1")).unwrap();
    assert_eq!(cache.lookup("123456", at(0)).unwrap().stubs, [stub.clone()]);
    stub.lookup = vec!["+96899887766".into()];
    cache.receive(news(vec![CacheItem::Stub(stub.clone())], "c2")).unwrap();
    assert!(cache.lookup("123456", at(0)).unwrap().stubs.is_empty());
    assert_eq!(cache.lookup(&of.reference.to_string(), at(0)).unwrap().stubs, [stub.clone()]);
    // Here in whole, it is no stub.
    cache.receive(news(vec![one.enter(None)], "c3")).unwrap();
    assert!(cache.lookup("887766", at(0)).unwrap().stubs.is_empty());
    cache.receive(news(vec![CacheItem::Leave { case: one.case }], "c4")).unwrap();
    assert_eq!(cache.lookup("887766", at(0)).unwrap().stubs.len(), 1);
    stub.visible = false;
    cache.receive(news(vec![CacheItem::Stub(stub)], "c5")).unwrap();
    assert_eq!(cache.lookup("887766", at(0)).unwrap(), store::Found::default());
}
