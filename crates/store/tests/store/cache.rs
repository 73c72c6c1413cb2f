//! What the platform sent is here as it was sent, and gone when it leaves.

use crate::cases::{
    History, cache_with_book, event_items, hamed, huda, news, note, open_cache, person, refund,
    state_of,
};
use crate::making::{at, case_id, key, op};
use domain::{Action, CategoryId, RemedyId, StaffId};
use store::{Cache, StoreError};

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
fn an_answer_without_news_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let keys = vec!["staff:huda".to_owned()];
    let told = store::News { keys: Some(keys), ..news(Vec::new(), "c1") };
    cache.receive(told).unwrap();
    let written = || std::fs::metadata(folder.path().join("cache.db-wal")).unwrap().len();
    let before = written();
    cache.receive(news(Vec::new(), "c1")).unwrap();
    assert_eq!(written(), before);
    cache.receive(news(Vec::new(), "c2")).unwrap();
    assert!(written() > before);
    assert_eq!(cache.heard().unwrap().cursor.as_deref(), Some("c2"));
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
    cache.erase_all().unwrap();
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
            next: domain::NextDate::Ending,
            slot: domain::Slot { last_inbound: None, ordinal: 0 },
            draft: None,
            overrides: vec![],
            attachments: vec![],
        },
    }
}
