//! Pulling: a device's cache equals the platform's state, filtered by what its user may see.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{Cache, Desk, World, all_cases, decision, is_accepted, note};
use chrono::TimeDelta;
use domain::{Action, CaseId, Event};
use protocol::{FeedItem, LeaveReason, PullRequest};

/// Opens a case; some of them confidential or about an official.
fn open(world: &World, desk: &mut Desk, turn: u8) -> CaseId {
    let (case, mut action) = world.late_bus();
    if let Action::OpenCase(open) = &mut action {
        open.confidential = turn % 5 == 1;
        open.accused = (turn % 7 == 3).then(|| "hamed".into());
        if turn % 3 == 2 {
            open.category = "overcharge".into();
        }
    }
    assert!(is_accepted(&desk.does(case, &action)));
    case
}

#[test]
fn a_first_pull_tells_all_that_may_be_seen_and_nothing_else() {
    let world = World::new();
    let mut huda = world.desk("huda");
    for turn in 0..12 {
        open(&world, &mut huda, turn);
    }
    for staff in ["huda", "hamed", "badr", "faris", "said", "amal"] {
        let mut desk = world.desk(staff);
        let mut cache = Cache::default();
        cache.catch_up(&mut desk, 2_000);
        cache.check(&world, staff);
    }
}

#[test]
fn nothing_that_a_reader_may_not_see_is_anywhere_in_the_answer() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let (case, mut action) = world.late_bus();
    if let Action::OpenCase(open) = &mut action {
        open.accused = Some("hamed".into());
        open.own_words = "رأيت بعيني ما فعل".to_owned();
    }
    assert!(is_accepted(&huda.does(case, &action)));
    for (staff, sees) in [("hamed", false), ("faris", false), ("badr", false), ("tariq", true)] {
        let answer = world.desk(staff).pull();
        let bytes = serde_json::to_string(&answer).expect("json");
        assert_eq!(bytes.contains("رأيت بعيني"), sees, "{staff}");
        assert_eq!(bytes.contains(&case.to_string()), sees, "{staff}");
    }
}

#[test]
fn nothing_new_is_a_small_answer() {
    let world = World::new();
    let mut huda = world.desk("huda");
    for turn in 0..9 {
        open(&world, &mut huda, turn);
    }
    huda.pull();
    let cursor = huda.cursor.clone();
    let question = PullRequest { cursor, keys: None, book_version: 1, items_max: 2_000 };
    let answer = huda.pull();
    assert!(answer.items.is_empty() && !answer.more && answer.progress.is_none());
    assert!(answer.keys.is_none(), "the same as before");
    let [asked, told] = [serde_json::to_vec(&question), serde_json::to_vec(&answer)];
    let bytes = asked.expect("json").len() + told.expect("json").len();
    assert!(bytes <= 600, "{bytes} bytes there and back, without the headers");
}

#[test]
fn a_key_that_is_taken_away_is_noticed_though_keys_do_not_travel() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let case = open(&world, &mut huda, 0);
    let mut cache = Cache::default();
    let mut tariq = world.desk("tariq");
    cache.take(&tariq.pull());
    assert!(cache.cases.contains_key(&case));
    let mut book = crate::support::book();
    book.staff.get_mut(&"tariq".into()).expect("staff").posts.clear();
    world.app.put_book(&book).expect("book");
    let answer = tariq.pull();
    assert_eq!(answer.keys, Some(vec![]), "nothing is left");
    let reason = LeaveReason::Unsubscribed;
    assert!(answer.items.contains(&FeedItem::Leave { case, reason }));
    cache.take(&answer);
    cache.check(&world, "tariq");
    assert!(tariq.pull().keys.is_none(), "told once");
}

#[test]
fn a_month_that_begins_brings_its_key_and_takes_the_oldest() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let before = huda.pull().keys.expect("keys");
    world.pass(TimeDelta::days(31));
    let after = huda.pull().keys.expect("other keys");
    assert!(before.contains(&"unit:buses:closed:2025-12".to_owned()));
    assert!(!after.contains(&"unit:buses:closed:2025-12".to_owned()));
    assert!(after.contains(&"unit:buses:closed:2026-04".to_owned()));
}

#[test]
fn a_first_pull_is_resumed_page_by_page_with_progress() {
    let world = World::new();
    let mut huda = world.desk("huda");
    for turn in 0..20 {
        let case = open(&world, &mut huda, turn);
        if turn % 2 == 0 {
            huda.does(case, &Action::Take);
        }
    }
    let mut badr = world.desk("badr");
    let keys = badr.keys();
    let mut cache = Cache::default();
    let mut told = Vec::new();
    loop {
        let answer = badr.pull_keys(keys.clone(), 3);
        assert!(answer.items.len() <= 3);
        cache.take(&answer);
        told.extend(answer.progress);
        if !answer.more {
            break;
        }
    }
    cache.check(&world, "badr");
    assert!(told.iter().map(|it| it.tier).is_sorted());
    assert!(told.iter().all(|it| it.done <= it.total));
    assert_eq!(told.last().map(|it| it.tier), Some(3));
}

#[test]
fn whatever_happens_between_pages_the_cache_ends_as_the_platforms_state() {
    for seed in [0, 1_000, 2_000] {
        changes_between_pages(seed);
    }
}

fn changes_between_pages(seed: u64) {
    let world = World::new();
    world.reseed(seed);
    let mut huda = world.desk("huda");
    let mut badr = world.desk("badr");
    let mut fatma = world.desk("fatma");
    let readers = ["huda", "hamed", "badr", "dalal", "faris", "fatma", "said"];
    let mut desks: Vec<(Desk, Cache)> =
        readers.iter().map(|it| (world.desk(it), Cache::default())).collect();
    let mut cases = Vec::new();
    for turn in 0..80_u8 {
        let [choice, which] = world.random_bytes::<2>();
        if cases.is_empty() || choice % 4 == 0 {
            cases.push(open(&world, &mut huda, turn));
        }
        let case = cases[usize::from(which) % cases.len()];
        let to = ["huda", "hamed", "tariq"][usize::from(which) % 3];
        let action = match choice % 6 {
            0 => note("ملاحظة"),
            1 => Action::Assign { to: to.into() },
            2 => Action::Release { because: "نقل".into() },
            3 => decision(1_000, 0, huda.sees(case).last_inbound),
            _ => Action::Take,
        };
        for desk in [&mut huda, &mut badr, &mut fatma] {
            // Many are refused; that is part of it.
            let base = desk.sees(case);
            let mut header = desk.header(Some(case), base);
            header.op = world.op();
            let signed = desk.sign_header(header, &action);
            desk.push(vec![signed]).expect("pushed");
        }
        world.pass(TimeDelta::minutes(30));
        let (desk, cache) = &mut desks[usize::from(turn) % readers.len()];
        let keys = desk.keys();
        cache.take(&desk.pull_keys(keys, 1 + u32::from(choice % 4)));
    }
    for (reader, (desk, cache)) in readers.iter().zip(&mut desks) {
        cache.catch_up(desk, 5);
        cache.check(&world, reader);
    }
}

#[test]
fn a_key_that_is_no_longer_wanted_takes_its_cases_along() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let kept = open(&world, &mut huda, 0);
    let gone = open(&world, &mut huda, 0);
    assert!(is_accepted(&huda.does(kept, &Action::Take)));
    let mut cache = Cache::default();
    cache.catch_up(&mut huda, 100);
    assert!(cache.cases.contains_key(&gone));
    let answer = huda.pull_keys(vec!["staff:huda".to_owned()], 100);
    let reason = LeaveReason::Unsubscribed;
    assert!(answer.items.contains(&FeedItem::Leave { case: gone, reason }));
    cache.take(&answer);
    assert_eq!(cache.cases.keys().collect::<Vec<_>>(), [&kept]);
}

#[test]
fn keys_of_others_are_silently_none() {
    let world = World::new();
    let mut huda = world.desk("huda");
    open(&world, &mut huda, 0);
    let mut faris = world.desk("faris");
    let keys = ["staff:huda", "unit:buses:open", "asked:badr", "unit:buses:confidential", "x"];
    let answer = faris.pull_keys(keys.map(str::to_owned).to_vec(), 100);
    assert!(answer.items.is_empty());
}

#[test]
fn an_official_who_is_accused_never_gets_the_case_by_a_new_post() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let (case, mut action) = world.late_bus();
    if let Action::OpenCase(open) = &mut action {
        open.accused = Some("hamed".into());
    }
    assert!(is_accepted(&huda.does(case, &action)));
    let mut hamed = world.desk("hamed");
    let mut tariq = world.desk("tariq");
    let (mut hers, mut his) = (Cache::default(), Cache::default());
    hers.catch_up(&mut tariq, 100);
    his.catch_up(&mut hamed, 100);
    let mut book = crate::support::book();
    let works = domain::book::Holding { post: "buses-handler".into(), since: None, until: None };
    for staff in ["hamed", "faris"] {
        book.staff.get_mut(&staff.into()).expect("staff").posts.push(works.clone());
    }
    world.app.put_book(&book).expect("book");
    his.catch_up(&mut hamed, 100);
    his.check(&world, "hamed");
    let mut faris = world.desk("faris");
    let mut new = Cache::default();
    new.catch_up(&mut faris, 100);
    assert!(new.cases.contains_key(&case), "the new colleague reads it");
}

#[test]
fn a_withdrawn_case_of_another_history_is_told_anew() {
    let world = World::new();
    let mut huda = world.desk("huda");
    open(&world, &mut huda, 0);
    huda.cursor = Some("bm90IG91cnM".to_owned());
    let mut cache = Cache::default();
    cache.catch_up(&mut huda, 100);
    cache.check(&world, "huda");
}

#[test]
fn stubs_say_nothing_but_what_everybody_may_know() {
    let world = World::new();
    let mut huda = world.desk("huda");
    let case = open(&world, &mut huda, 0);
    let hidden = open(&world, &mut huda, 1);
    let mut faris = world.desk("faris");
    let mut cache = Cache::default();
    cache.catch_up(&mut faris, 100);
    assert!(cache.cases.is_empty());
    let stub = cache.stubs.get(&case).expect("stub");
    assert_eq!((stub.contacts, stub.owner_post.clone()), (1, None));
    assert!(stub.lookup[0].starts_with("+968"));
    assert!(!cache.stubs.contains_key(&hidden));
    assert!(is_accepted(&huda.does(case, &Action::Take)));
    cache.catch_up(&mut faris, 100);
    assert_eq!(cache.stubs[&case].owner_post, Some("buses-handler".into()));
}

#[test]
fn a_new_book_is_told_once() {
    let world = World::new();
    let mut huda = world.desk("huda");
    assert!(huda.pull().book.is_none());
    let mut book = crate::support::book();
    book.session_lease_hours = 24;
    assert_eq!(world.app.put_book(&book).expect("book"), 2);
    assert_eq!(world.app.put_book(&book).expect("book"), 2, "repeated");
    assert_eq!(huda.pull().book.expect("book").version, 2);
    assert!(all_cases(&world).values().flatten().all(|it| !matches!(it.event, Event::Flagged)));
}
