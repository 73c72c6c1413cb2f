//! The queue's order and its numbers.

use crate::cases::{History, cache_with_book, event_items, hamed, huda, news};
use crate::making::at;
use domain::{Action, StaffId, UnitId};
use store::{Cache, CacheItem, Counts, QueueFilter, QueueQuery};

fn page(filter: QueueFilter, offset: u32, limit: u32) -> QueueQuery {
    let units = vec![UnitId::from("buses"), UnitId::from("fares")];
    QueueQuery { filter, units, now: at(0), offset, limit }
}

fn cases_in(cache: &Cache, query: &QueueQuery) -> Vec<domain::CaseId> {
    cache.queue(query).unwrap().iter().map(|it| it.line.id).collect()
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
fn cases_are_ranked_anew_when_the_agency_changes_its_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let enter = |n: u128| History::simple(n, i64::try_from(n).unwrap(), "انتظرت").enter(None);
    cache.receive(news((1..=120).map(enter).collect(), "c1")).unwrap();
    while cache.idle_step().unwrap() {}
    let mut book = crate::cases::book();
    book.version += 1;
    book.rank.per_day_minutes = 600;
    cache.receive(store::News { book: Some(book.clone()), ..news(vec![], "c2") }).unwrap();
    while cache.idle_step().unwrap() {}
    let rows = cache.queue(&page(QueueFilter::Unit, 0, 200)).unwrap();
    assert_eq!(rows.len(), 120);
    for row in rows {
        let case = cache.case(row.line.id).unwrap().unwrap().case;
        assert_eq!(row.line.rank, domain::case::rank(&case, &book));
    }
}
