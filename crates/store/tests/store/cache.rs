//! What the platform sent is here as it was sent, and gone when it leaves.

use crate::cases::{
    History, cache_with_book, event_items, hamed, huda, news, note, open_cache, opening, person,
    refund, state_of,
};
use crate::making::{at, case_id, key, op};
use domain::{Action, CategoryId, RemedyId, StaffId, UnitId};
use store::{Cache, CacheItem, Counts, QueueFilter, QueueQuery, StoreError};

fn page(filter: QueueFilter, offset: u32, limit: u32) -> QueueQuery {
    let units = vec![UnitId::from("buses"), UnitId::from("fares")];
    QueueQuery { filter, units, now: at(0), offset, limit }
}

fn cases_in(cache: &Cache, query: &QueueQuery) -> Vec<domain::CaseId> {
    cache.queue(query).unwrap().iter().map(|it| it.line.id).collect()
}

#[test]
fn a_case_that_entered_is_the_fold_of_its_events() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let mut one = History::simple(1, 0, "انتظرت ساعة");
    one.then(10, &huda(), &Action::Take);
    one.then(20, &hamed(), &note("اتصلت بالسائق"));
    let who = person(1, "سالم الحارثي", "+96824123456");
    let received = cache.receive(news(vec![one.enter(Some(who.clone()))], "c1")).unwrap();
    assert_eq!(received.touched.into_iter().collect::<Vec<_>>(), [one.case]);
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!(Some(stored.case), state_of(&one.events));
    assert_eq!((stored.events, stored.person), (one.events, Some(who)));
    assert_eq!((stored.pending, stored.unread), (0, true));
    cache.mark_seen(case_id(1)).unwrap();
    assert!(!cache.case(case_id(1)).unwrap().unwrap().unread);
    assert_eq!(cache.heard().unwrap().cursor.as_deref(), Some("c1"));
}

#[test]
fn events_append_once_however_often_they_are_heard() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let mut one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let more = one.then(10, &hamed(), &note("ملاحظة"));
    for cursor in ["c2", "c2", "c3"] {
        cache.receive(news(event_items(more.clone()), cursor)).unwrap();
    }
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!(stored.events, one.events);
    assert!(stored.unread);
    // Of a case that is not here nothing is kept.
    let stranger = History::simple(2, 0, "غريبة");
    let received = cache.receive(news(event_items(stranger.events), "c4")).unwrap();
    assert!(received.touched.is_empty());
    assert!(cache.case(case_id(2)).unwrap().is_none());
}

#[test]
fn an_action_that_was_taken_back_has_no_effect() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let mut one = History::simple(1, 0, "انتظرت");
    one.then(10, &huda(), &Action::Take);
    let granted = one.then(20, &huda(), &refund(2_000));
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let refunds = RemedyId::from("refund");
    let spent = |cache: &Cache| cache.spent_since(&StaffId::from("huda"), at(0)).unwrap();
    assert_eq!(spent(&cache).get(&refunds), Some(&2_000));
    let back = one.then(25, &huda(), &Action::Withdraw { op: granted[0].op });
    cache.receive(news(event_items(back), "c2")).unwrap();
    assert!(cache.case(one.case).unwrap().unwrap().case.remedies.is_empty());
    assert_eq!(spent(&cache).get(&refunds), None);
}

#[test]
fn the_queue_stands_in_the_order_of_rank_with_flagged_cases_above() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let mut items = Vec::new();
    for n in 1..=30_u128 {
        let second = i64::try_from((n * 7919) % 1000).unwrap() * 600;
        let mut one = History::simple(n, second, "انتظرت");
        if n % 2 == 0 {
            one.then(second + 5, &huda(), &Action::Take);
        }
        items.push(one.enter(None));
    }
    cache.receive(news(items, "c1")).unwrap();
    let all = cache.queue(&page(QueueFilter::Unit, 0, 100)).unwrap();
    assert_eq!(all.len(), 30);
    let keys: Vec<_> = all.iter().map(|it| it.line.rank.order_key()).collect();
    assert!(keys.is_sorted());
    let mine = cases_in(&cache, &page(QueueFilter::Mine, 0, 100));
    let of_all: Vec<_> =
        all.iter().filter(|it| it.line.owner.is_some()).map(|it| it.line.id).collect();
    assert_eq!(mine, of_all);
    let pages: Vec<_> =
        (0..4).flat_map(|n| cases_in(&cache, &page(QueueFilter::Unit, n * 8, 8))).collect();
    assert_eq!(pages, all.iter().map(|it| it.line.id).collect::<Vec<_>>());
    assert_eq!(cases_in(&cache, &page(QueueFilter::Unowned, 0, 100)).len(), 15);
    // Three contacts without progress flag the last of all: it is first now.
    let last = all.last().unwrap().line.id;
    let mut flagged =
        History { case: last, ..History::simple(u128::from_be_bytes(*last.0.as_bytes()), 0, "") };
    flagged.events = cache.events(last).unwrap();
    let contact = Action::RecordContact(domain::RecordContact {
        channel: domain::case::Channel::Phone,
        direction: domain::case::ContactDirection::Inbound,
        outcome: domain::case::ContactOutcome::Spoke,
        own_words: "مرة أخرى".into(),
        cost: None,
    });
    for second in 0..4 {
        let events = flagged.then(700_000 + second, &hamed(), &contact);
        cache.receive(news(event_items(events), "c2")).unwrap();
    }
    assert!(cache.case(last).unwrap().unwrap().case.flagged);
    assert_eq!(cases_in(&cache, &page(QueueFilter::Unit, 0, 1)), [last]);
}

#[test]
fn counts_follow_every_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let units = [UnitId::from("buses")];
    let mut one = History::simple(1, 0, "انتظرت");
    let two = History::simple(2, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None), two.enter(None)], "c1")).unwrap();
    let counts = |cache: &Cache, now| cache.counts(&units, at(now)).unwrap();
    let begun = Counts { unowned: 2, unit: 2, ..Counts::default() };
    assert_eq!(counts(&cache, 0), begun);
    cache.receive(news(event_items(one.then(10, &huda(), &Action::Take)), "c2")).unwrap();
    assert_eq!(counts(&cache, 0), Counts { mine: 1, unowned: 1, unit: 2, ..Counts::default() });
    assert_eq!(cache.load_of(&StaffId::from("huda")).unwrap(), 1);
    let late = 90 * 86_400;
    assert_eq!(counts(&cache, late).overdue, 1);
    assert_eq!(
        cases_in(&cache, &QueueQuery { now: at(late), ..page(QueueFilter::Overdue, 0, 9) }),
        [one.case]
    );
    cache.receive(news(vec![CacheItem::Leave { case: one.case }], "c3")).unwrap();
    assert_eq!(counts(&cache, 0), Counts { unowned: 1, unit: 1, ..Counts::default() });
    assert!(
        cache.loads().unwrap().values().all(|it| *it == 0) || cache.loads().unwrap().is_empty()
    );
}

#[test]
fn a_case_that_entered_again_replaces_what_was_here() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let mut one = History::simple(1, 0, "انتظرت");
    one.then(10, &huda(), &note("ستختفي"));
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let mut other = History::simple(1, 0, "انتظرت");
    other.then(30, &hamed(), &note("غيرها"));
    cache.receive(news(vec![other.enter(None)], "c2")).unwrap();
    assert_eq!(cache.events(case_id(1)).unwrap(), other.events);
    let found = |text: &str| crate::search::found(&cache, text).len();
    assert_eq!((found("ستختفي"), found("غيرها")), (0, 1));
}

#[test]
fn another_epoch_is_refused_until_the_cache_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    cache.receive(news(vec![History::simple(1, 0, "انتظرت").enter(None)], "c1")).unwrap();
    let restored = store::News { epoch: 2, ..news(Vec::new(), "d1") };
    assert!(matches!(cache.receive(restored.clone()), Err(StoreError::OtherEpoch { held: 1 })));
    let mut cache = cache.erase_all(&key(2)).unwrap();
    assert!(cache.heard().unwrap().cursor.is_none());
    assert!(cache.case(case_id(1)).unwrap().is_none());
    cache.receive(restored).unwrap();
    assert_eq!(cache.heard().unwrap().epoch, Some(2));
}

#[test]
fn a_damaged_or_foreign_cache_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cache.db");
    let mut cache = cache_with_book(&folder, "huda");
    cache.receive(news(vec![History::simple(1, 0, "انتظرت").enter(None)], "c1")).unwrap();
    drop(cache);
    let mut cache = Cache::open(&path, &key(2), StaffId::from("huda")).unwrap();
    assert!(cache.case(case_id(1)).unwrap().is_some());
    cache.checkpoint().unwrap();
    drop(cache);
    let other = Cache::open(&path, &key(3), StaffId::from("huda")).unwrap();
    assert!(other.heard().unwrap().cursor.is_none());
    drop(other);
    std::fs::write(&path, vec![5; 9000]).unwrap();
    let anew = open_cache(&folder, "huda");
    assert!(anew.heard().unwrap().cursor.is_none() && anew.book().is_none());
}

#[test]
fn what_was_granted_before_is_a_precedent() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    for (n, minor) in [(1, 1_000), (2, 2_000)] {
        let mut one = History::simple(n, 0, "انتظرت");
        one.then(10, &huda(), &Action::Take);
        one.then(20 + i64::try_from(n).unwrap(), &huda(), &refund(minor));
        cache.receive(news(vec![one.enter(None)], "c")).unwrap();
    }
    let precedents = |category: &str| {
        let (remedy, category) = (RemedyId::from("refund"), CategoryId::from(category));
        let found = cache.precedents(&remedy, &category, 10, at(60)).unwrap();
        found.into_iter().map(|it| (it.row.line.id, it.amount_minor)).collect::<Vec<_>>()
    };
    assert_eq!(precedents("late-bus"), [(case_id(2), Some(2_000)), (case_id(1), Some(1_000))]);
    assert!(precedents("crash").is_empty());
}

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
    for typed in ["٢٤١٢٣٤٥٦", "123456", "+968 2412", "412345", "7700000001"] {
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

#[test]
fn an_approval_waits_for_the_one_who_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "badr");
    let mut one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let requested = domain::Event::ApprovalRequested {
        approval: op(5),
        revision: 1,
        resolution: Box::new(resolution()),
        proposer: StaffId::from("huda"),
        approver: StaffId::from("badr"),
        limit: at(9_000),
    };
    let asked = domain::Recorded {
        op: op(5),
        n: 0,
        seq: Some(99_000),
        event: requested,
        ..one.events[0].clone()
    };
    one.events.push(asked.clone());
    cache.receive(news(event_items(vec![asked.clone()]), "c2")).unwrap();
    let badr = StaffId::from("badr");
    assert_eq!(cache.approvals_waiting(&badr).unwrap(), [(one.case, op(5))]);
    let answered =
        domain::Event::ApprovalReturned {
            approval: op(5), by: badr.clone(), note: "عدّل".into()
        };
    let answered = domain::Recorded { op: op(6), seq: Some(99_001), event: answered, ..asked };
    cache.receive(news(event_items(vec![answered]), "c3")).unwrap();
    assert!(cache.approvals_waiting(&badr).unwrap().is_empty());
}

fn resolution() -> domain::Resolution {
    domain::Resolution {
        remedies: vec![],
        none_because: Some("لا يوجد".into()),
        points: vec![],
        grounds: "المادة ٧".into(),
        cause: domain::case::RootCause::System,
        letter: domain::SendReply {
            reply_kind: domain::case::ReplyKind::Decision,
            text: "قررنا".into(),
            language: domain::Language::Ar,
            template: None,
            facts: vec![],
            next: domain::NextDate::Ending,
            slot: domain::Slot { last_inbound: None, ordinal: 0 },
            draft: None,
            overrides: vec![],
            attachments: vec![],
        },
    }
}
