//! Search folds what readers do not tell apart, and shows nobody what they may not see.

use crate::cases::{
    History, cache_with_book, event_items, hamed, huda, news, note, opening, person,
};
use crate::making::{at, case_id};
use domain::{Action, CaseId};
use store::{Cache, CacheItem, SearchQuery};

fn query(text: &str) -> SearchQuery {
    SearchQuery { text: text.to_owned(), limit: 50, open_only: false, now: at(0) }
}

pub fn found(cache: &Cache, text: &str) -> Vec<CaseId> {
    let hits = cache.search(&query(text)).unwrap();
    hits.hits.iter().map(|it| it.row.line.id).collect()
}

fn cache_of(words: &[&str]) -> (tempfile::TempDir, Cache) {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let enter = |(n, words): (u128, &&str)| {
        let phone = format!("+968241{n:05}");
        let who = person(n, &format!("أحمد بن عبدالله {n}"), &phone);
        History::simple(n, i64::try_from(n).unwrap() * 100, words).enter(Some(who))
    };
    let items = (1..).zip(words).map(enter).collect();
    cache.receive(news(items, "c1")).unwrap();
    (folder, cache)
}

#[test]
fn many_cases_that_enter_at_once_are_read_and_found_like_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let made = |n| History::simple(n, 100, &format!("الرقم {n} في الشارع"));
    let cases: Vec<History> = (100..170).map(made).collect();
    let items = cases.iter().map(|it| it.enter(None)).collect();
    cache.receive(news(items, "c1")).unwrap();
    for (n, case) in (100..170).zip(&cases) {
        assert_eq!(cache.case(case.case).unwrap().unwrap().events, case.events);
        assert_eq!(found(&cache, &format!("{n} شارع")), [case.case]);
    }
}

#[test]
fn spellings_that_readers_do_not_tell_apart_are_one() {
    let (_folder, cache) = cache_of(&["أُرسلت الشَّكوى إلى المدرسةِ ٢٣ مرّة بلا ردّ", "شيء آخر"]);
    for typed in [
        "ارسلت",
        "أرسلت",
        "شكوى",
        "الشكوي",
        "والشكوى",
        "المدرسه",
        "مدرسة",
        "٢٣",
        "23",
        "۲۳",
        "مرة رد",
        "أرسـلت",
    ] {
        assert_eq!(found(&cache, typed), [case_id(1)], "{typed}");
    }
    assert!(found(&cache, "مستشفى").is_empty());
}

#[test]
fn a_word_is_found_while_it_is_being_typed() {
    let (_folder, cache) = cache_of(&["انكسرت الماسورة أمس", "فاتورة خاطئة"]);
    for typed in ["ما", "الما", "ماس", "الماسو", "انكسرت ما", "انك", "الماسورة"]
    {
        assert_eq!(found(&cache, typed), [case_id(1)], "{typed}");
    }
    // A word that has ended is that word.
    assert!(found(&cache, "ما ").is_empty());
    assert!(found(&cache, "م ").is_empty());
}

#[test]
fn a_part_of_a_word_is_found_behind_whole_words() {
    let (_folder, cache) = cache_of(&["وبالمياه العكرة", "المياه مقطوعة", "لا شيء"]);
    assert_eq!(found(&cache, "مياه "), [case_id(2), case_id(1)]);
    assert_eq!(found(&cache, "عكر"), [case_id(1)]);
    assert_eq!(found(&cache, "قطوع"), [case_id(2)]);
}

#[test]
fn a_beginning_of_more_words_than_are_asked_for_one_by_one_finds_them_all() {
    let words: Vec<String> = (0..80).map(|n| format!("ماسورة{n}")).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (_folder, cache) = cache_of(&words);
    let all = cache.search(&SearchQuery { limit: 100, ..query("الماسو") }).unwrap();
    assert_eq!(all.hits.len(), 80);
    assert_eq!(found(&cache, "سورة79"), [case_id(80)]);
}

#[test]
fn names_references_and_phones_are_found() {
    let (_folder, cache) = cache_of(&["كلام", "غيره"]);
    assert_eq!(found(&cache, "احمد").len(), 2);
    assert_eq!(found(&cache, "عبدال").len(), 2);
    assert_eq!(found(&cache, "24100002"), [case_id(2)]);
    assert_eq!(found(&cache, "100001"), [case_id(1)]);
    let reference = cache.case(case_id(1)).unwrap().unwrap().case.reference.to_string();
    assert_eq!(found(&cache, &reference), [case_id(1)]);
    // The name is on the head of the case, the word in its text.
    assert_eq!(found(&cache, "احمد غيره"), [case_id(2)]);
}

#[test]
fn the_newest_come_first_and_each_case_once() {
    let (_folder, mut cache) = cache_of(&["ماء", "ماء", "ماء"]);
    let mut one = History::simple(1, 100, "ماء");
    cache.receive(news(event_items(one.then(5_000, &hamed(), &note("ماء أيضًا"))), "c2")).unwrap();
    assert_eq!(found(&cache, "ماء"), [case_id(1), case_id(3), case_id(2)]);
    let two = cache.search(&SearchQuery { limit: 2, ..query("ماء") }).unwrap();
    assert_eq!((two.hits.len(), two.more), (2, true));
    let three = cache.search(&SearchQuery { limit: 3, ..query("ماء") }).unwrap();
    assert_eq!((three.hits.len(), three.more), (3, false));
}

#[test]
fn more_texts_of_one_second_than_it_has_numbers_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let last = 2_100;
    let words = |n| if n == last { "فريدة" } else { "ضوضاء" };
    let items = (1..=last).map(|n| History::simple(n, 0, words(n)).enter(None)).collect();
    cache.receive(news(items, "c1")).unwrap();
    assert_eq!(found(&cache, "فريدة"), [case_id(last)]);
    let all = cache.search(&SearchQuery { limit: 5_000, ..query("ضوضاء") }).unwrap();
    assert_eq!(all.hits.len(), 2_099);
}

#[test]
fn the_excerpt_shows_the_hit_as_it_was_written() {
    let (_folder, cache) = cache_of(&["اتصلت مرارًا،\nوالمَاسورةُ تتسرب"]);
    let hits = cache.search(&query("ماسوره")).unwrap();
    let excerpt = &hits.hits[0].excerpt;
    assert_eq!(excerpt.text, "اتصلت مرارًا، والمَاسورةُ تتسرب");
    let units: Vec<u16> = excerpt.text.encode_utf16().collect();
    let (from, until) = excerpt.marks[0];
    let marked = String::from_utf16(&units[from as usize..until as usize]).unwrap();
    assert_eq!(marked, "والمَاسورةُ");
}

#[test]
fn what_the_reader_may_not_see_is_not_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut cache = cache_with_book(&folder, "huda");
    let mut secret = opening(1, "late-bus", "شكوى", "سرّية");
    secret.confidential = true;
    let mut against = opening(2, "late-bus", "شكوى", "سرّية");
    against.accused = Some("huda".into());
    let elsewhere = opening(3, "overcharge", "شكوى", "سرّية");
    let plain = opening(4, "late-bus", "شكوى", "سرّية");
    let items = (1..).zip([secret, against, elsewhere, plain]);
    let items = items.map(|(n, it)| CacheItem::Enter {
        case: case_id(n),
        events: opened_by_platform(n, it),
        person: None,
    });
    cache.receive(news(items.collect(), "c1")).unwrap();
    assert_eq!(found(&cache, "سرية"), [case_id(4)]);
    assert_eq!(found(&cache, "سري"), [case_id(4)]);
}

fn opened_by_platform(n: u128, open: domain::OpenCase) -> Vec<domain::Recorded> {
    let open = Action::OpenCase(Box::new(open));
    let who = (crate::making::op(n), &domain::Actor::Person, 0);
    let book = crate::cases::book();
    crate::cases::events_of(&book, &[], case_id(n), who, &open, Some(1)).unwrap()
}

#[test]
fn closed_cases_are_left_out_when_asked() {
    let (_folder, mut cache) = cache_of(&["ماء", "ماء"]);
    let mut one = History::simple(1, 100, "ماء");
    let closed = domain::Event::Closed { ending: domain::case::Ending::Confirmed };
    let last = one.then(500, &huda(), &note("x")).remove(0);
    let closed = domain::Recorded { n: 1, event: closed, ..last };
    cache.receive(news(event_items(vec![closed]), "c2")).unwrap();
    let open = cache.search(&SearchQuery { open_only: true, ..query("ماء") }).unwrap();
    assert_eq!(open.hits.iter().map(|it| it.row.line.id).collect::<Vec<_>>(), [case_id(2)]);
}

#[test]
fn hostile_questions_find_nothing_and_break_nothing() {
    let (_folder, cache) = cache_of(&["كلام"]);
    for typed in
        ["", "   ", "\"", "a\" OR \"b", "*", "كلام OR NEAR(", "'; drop table cases; --", "\u{202E}"]
    {
        let hits = cache.search(&query(typed)).unwrap();
        assert!(hits.hits.len() <= 1, "{typed}");
    }
    let long = "كلام ".repeat(10_000);
    assert_eq!(found(&cache, &long), [case_id(1)]);
}
