//! After a case left, not a byte of it stays: decrypted pages, free pages, index and log are looked at.

use crate::cases::{
    History, cache_with_book, event_items, hamed, huda, news, note, opening, person,
};
use crate::making::{at, case_id, staff};
use domain::{Action, PersonOf};
use rusqlite::Connection;
use std::path::Path;
use store::{Cache, CacheItem, RawKey};
use tempfile::TempDir;

/// Letters that stand together nowhere else, and parts of them as the index keeps them.
const MARKS: [&str; 9] =
    ["ZXQWVK", "zxqwvk", "zxq", "xqw", "qwv", "wvk", "غظضث", "غظض", "96877766655"];

fn raw(folder: &TempDir) -> Connection {
    let raw = Connection::open(folder.path().join("cache.db")).unwrap();
    let digits = "02".repeat(RawKey::BYTES);
    raw.execute_batch(&format!("pragma key = \"x'{digits}'\";")).unwrap();
    raw
}

/// Marks that stand in any decrypted page, used or free.
fn marks_in(folder: &TempDir) -> Vec<&'static str> {
    let pages = raw(folder).serialize("main").unwrap().to_vec();
    assert!(pages.starts_with(b"SQLite format 3"), "the pages are not decrypted");
    let has = |mark: &&&str| pages.windows(mark.len()).any(|it| it == mark.as_bytes());
    MARKS.iter().filter(has).copied().collect()
}

fn marked() -> (History, domain::Person) {
    let who = person(500, "ZXQWVK غظضث", "+96877766655");
    let mut open = opening(500, "late-bus", "ZXQWVK subject", "قال غظضث كثيرًا");
    open.person = PersonOf::New { record: who.clone() };
    open.points = vec!["ZXQWVK point".into()];
    open.place = Some("غظضث".into());
    let mut one = History::open(500, 7_000, open);
    one.then(7_100, &huda(), &Action::Take);
    one.then(7_200, &huda(), &note("ZXQWVK note"));
    one.then(7_300, &hamed(), &note(&"غظضث ".repeat(900)));
    (one, who)
}

fn with_others(folder: &TempDir) -> Cache {
    let mut cache = cache_with_book(folder, "huda");
    let other = |n: u128| {
        let mut it = History::simple(n, i64::try_from(n).unwrap() * 60, "كلام عادي عن الحافلة");
        it.then(50_000, &hamed(), &note("ordinary words"));
        it.enter(Some(person(n, "أحمد", &format!("+96824{n:06}"))))
    };
    cache.receive(news((1..=60).map(other).collect(), "c1")).unwrap();
    cache
}

fn log_bytes(folder: &Path) -> u64 {
    std::fs::metadata(folder.join("cache.db-wal")).map_or(0, |it| it.len())
}

#[test]
fn after_leave_not_a_byte_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = with_others(&folder);
    let (mut one, who) = marked();
    cache.receive(news(vec![one.enter(Some(who))], "c2")).unwrap();
    let more = one.then(8_000, &hamed(), &note("ZXQWVK later"));
    cache.receive(news(event_items(more), "c3")).unwrap();
    // An overlay of the reader's own, and idle merges that copy segments about.
    let pending = domain::Recorded {
        seq: None,
        op: crate::making::op(9_999),
        actor: staff("huda", "buses-handler"),
        event: domain::Event::NoteAdded { text: "ZXQWVK mine".into(), late: false },
        at: at(8_100),
        ..one.events[0].clone()
    };
    let before = cache.case(one.case).unwrap().map(|it| it.case);
    cache.lay_over(one.case, before, vec![pending]).unwrap();
    while cache.idle_step().unwrap() {}
    assert_eq!(crate::search::found(&cache, "ZXQWVK"), [one.case]);
    cache.checkpoint().unwrap();
    drop(cache);
    // Where a word of the index begins like the one before, only its rest is written.
    let before = marks_in(&folder);
    for mark in ["ZXQWVK", "xqw", "qwv", "wvk", "غظضث", "96877766655"] {
        assert!(before.contains(&mark), "the test looks at the wrong place for {mark}");
    }

    let mut cache = crate::cases::open_cache(&folder, "huda");
    let received = cache.receive(news(vec![CacheItem::Leave { case: one.case }], "c4")).unwrap();
    assert!(received.left.contains(&one.case));
    assert_eq!(log_bytes(folder.path()), 0);
    assert!(cache.lookup("777666555", at(0)).unwrap().persons.is_empty());
    assert!(crate::search::found(&cache, "ZXQWVK").is_empty());
    assert_eq!(crate::search::found(&cache, "ordinary").len(), 50);
    drop(cache);
    check_index(&folder);
    assert_eq!(marks_in(&folder), [""; 0]);
}

#[test]
fn a_word_that_left_is_found_by_its_parts_when_it_is_said_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    for n in [1, 2] {
        let one = History::simple(n, 0, "والماسورة انكسرت").enter(None);
        cache.receive(news(vec![one], "c1")).unwrap();
        for part in ["سور", "كسر", "لماس"] {
            assert_eq!(crate::search::found(&cache, part), [case_id(n)], "{part}");
        }
        cache.receive(news(vec![CacheItem::Leave { case: case_id(n) }], "c2")).unwrap();
        assert!(crate::search::found(&cache, "سور").is_empty());
    }
}

#[test]
fn a_person_stays_while_another_case_is_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let who = person(1, "سالم", "+96824123456");
    let mut open = opening(2, "late-bus", "أخرى", "كلام");
    open.person = PersonOf::Known { id: who.id };
    let two = History::open(2, 50, open).enter(Some(who.clone()));
    let one = History::simple(1, 0, "انتظرت").enter(Some(who.clone()));
    cache.receive(news(vec![one, two], "c1")).unwrap();
    cache.receive(news(vec![CacheItem::Leave { case: case_id(1) }], "c2")).unwrap();
    assert_eq!(cache.lookup("24123456", at(60)).unwrap().persons[0].1.len(), 1);
    assert_eq!(crate::search::found(&cache, "سالم"), [case_id(2)]);
    cache.receive(news(vec![CacheItem::Leave { case: case_id(2) }], "c3")).unwrap();
    assert_eq!(cache.person(who.id).unwrap(), None);
}

#[test]
fn the_files_of_a_case_that_left_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = with_others(&folder);
    let (mut one, who) = marked();
    let file = domain::case::AttachmentRef {
        hash: "ab".repeat(32),
        name: "صورة.png".into(),
        bytes: 5,
        media_type: "image/png".into(),
    };
    one.then(9_000, &huda(), &Action::Attach { attachment: file.clone() });
    cache.receive(news(vec![one.enter(Some(who))], "c2")).unwrap();
    let left = news(vec![CacheItem::Leave { case: one.case }], "c3");
    let received = cache.receive(left.clone()).unwrap();
    assert_eq!(received.loose_files.into_iter().collect::<Vec<_>>(), [file.hash]);
    assert!(cache.receive(left).unwrap().loose_files.is_empty());
}

#[test]
fn a_plain_delete_would_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = with_others(&folder);
    cache.checkpoint().unwrap();
    drop(cache);
    let raw = raw(&folder);
    raw.execute_batch(
        "pragma secure_delete = off; create table planted (text text);
         insert into planted values ('ZXQWVK'); delete from planted;",
    )
    .unwrap();
    raw.pragma(None, "wal_checkpoint", "truncate", |_| Ok(())).unwrap();
    drop(raw);
    assert_eq!(marks_in(&folder), ["ZXQWVK"]);
}

#[test]
fn a_renamed_person_is_found_by_the_new_name_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = with_others(&folder);
    let (one, mut who) = marked();
    cache.receive(news(vec![one.enter(Some(who.clone()))], "c2")).unwrap();
    who.name = "منى".into();
    cache.receive(news(vec![CacheItem::Person(who)], "c3")).unwrap();
    assert_eq!(crate::search::found(&cache, "منى"), [one.case]);
    let row = cache.search(&store::SearchQuery {
        text: "ZXQWVK".into(),
        limit: 5,
        open_only: false,
        now: at(0),
    });
    assert_eq!(row.unwrap().hits[0].row.person_name.as_deref(), Some("منى"));
}

#[test]
fn nothing_stays_of_many_cases_that_stood_among_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = with_others(&folder);
    for n in 100..190_u128 {
        let mut open = opening(n, "late-bus", "subject", "كلام");
        let is_marked = n % 3 != 0;
        let word = if is_marked { "ZXQWVK" } else { "calm" };
        let own_words = (0..n % 40).fold(String::new(), |it, at| format!("{it} {word}{at} غـ"));
        open.own_words = own_words;
        let mut one = History::open(n, i64::try_from(n % 17).unwrap(), open);
        one.then(40_000, &hamed(), &note(&format!("{word} {n}")));
        let who = is_marked.then(|| person(n, "ZXQWVK غظضث", "+96877766655"));
        cache.receive(news(vec![one.enter(who)], "c2")).unwrap();
        cache.idle_step().unwrap();
    }
    let marked: Vec<u128> = (100..190).filter(|n| n % 3 != 0).collect();
    for some in marked.chunks(17) {
        let leave = |n: &u128| CacheItem::Leave { case: case_id(*n) };
        cache.receive(news(some.iter().map(leave).collect(), "c3")).unwrap();
    }
    assert_eq!(crate::search::found(&cache, "calm").len(), 30);
    drop(cache);
    check_index(&folder);
    assert_eq!(marks_in(&folder), [""; 0]);
}

/// FTS5's own check of its structure.
fn check_index(folder: &TempDir) {
    raw(folder).execute_batch("insert into words (words) values ('integrity-check');").unwrap();
}
