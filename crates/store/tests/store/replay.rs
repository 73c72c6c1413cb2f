//! The overlay is the vault's pending actions over the platform's state, and nothing else.

use crate::cases::{
    History, cache_with_book, event_items, events_of, huda, news, note, open_cache, opening,
    person, refund, state_of,
};
use crate::making::{at, case_id, op, open_vault};
use domain::{Action, CaseId, OpId, PersonOf, Recorded, Refusal};
use store::{
    Along, Cache, Judged, NewAction, QueueFilter, QueueQuery, Receipt, ReceiptState, Vault, replay,
};
use tempfile::TempDir;

fn save(vault: &mut Vault, n: u128, case: CaseId, second: i64, action: &Action) -> OpId {
    let head = vault.chain().unwrap();
    let saved = NewAction {
        claimed_at: at(second),
        kind: action.kind().to_owned(),
        case: Some(case),
        only_adds: action.only_adds(),
        actor: huda(),
        body: serde_json::to_vec(action).unwrap(),
        ..crate::making::action(&head, 900_000 + n, 0)
    };
    vault.save_action(&saved, Along::default()).unwrap();
    saved.op
}

fn pair() -> (TempDir, Vault, Cache) {
    let folder = tempfile::tempdir().unwrap();
    let vault = open_vault(&folder);
    let cache = cache_with_book(&folder, "huda");
    (folder, vault, cache)
}

fn accept(vault: &mut Vault, of: OpId) {
    let header_hash = vault.action(of).unwrap().unwrap().header_hash;
    let judged = Judged::Accepted;
    let state = ReceiptState::Judged { judged, verdict: vec![1], signature: vec![2] };
    vault.record_receipt(&Receipt { op: of, header_hash, state }, at(0)).unwrap();
}

fn own_events(cache: &Cache, case: CaseId) -> Vec<Recorded> {
    cache.events(case).unwrap().into_iter().filter(|it| it.seq.is_none()).collect()
}

#[test]
fn pending_actions_lie_over_the_case_and_in_search_and_queue() {
    let (_folder, mut vault, mut cache) = pair();
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    save(&mut vault, 1, one.case, 10, &Action::Take);
    let noted = save(&mut vault, 2, one.case, 20, &note("كتبتها بلا شبكة"));
    assert!(replay(&vault, &mut cache, None).unwrap().is_empty());
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!(stored.case.owner.as_ref().map(domain::StaffId::as_str), Some("huda"));
    assert_eq!((stored.pending, stored.events.last().unwrap().op), (2, noted));
    assert_eq!(crate::search::found(&cache, "كتبتها"), [one.case]);
    let mine =
        QueueQuery { filter: QueueFilter::Mine, units: vec![], now: at(30), offset: 0, limit: 5 };
    assert_eq!(cache.queue(&mine).unwrap()[0].pending, 2);
}

#[test]
fn replaying_again_changes_nothing() {
    let (_folder, mut vault, mut cache) = pair();
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    save(&mut vault, 1, one.case, 10, &Action::Take);
    save(&mut vault, 2, one.case, 20, &refund(1_000));
    replay(&vault, &mut cache, None).unwrap();
    let (before, found) = (cache.case(one.case).unwrap(), crate::search::found(&cache, "انتظرت"));
    for cases in [None, Some(&[one.case][..]), Some(&[case_id(77)][..])] {
        replay(&vault, &mut cache, cases).unwrap();
        assert_eq!(cache.case(one.case).unwrap(), before);
        assert_eq!(crate::search::found(&cache, "انتظرت"), found);
    }
    let spent = cache.spent_since(&"huda".into(), at(0)).unwrap();
    assert_eq!(spent.get(&"refund".into()), Some(&1_000));
}

#[test]
fn what_the_desk_laid_over_at_once_is_what_a_replay_makes() {
    let (_folder, mut vault, mut cache) = pair();
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    for (n, action) in [(1, Action::Take), (2, note("أولى")), (3, refund(500))] {
        let of = save(&mut vault, n, one.case, 10, &action);
        let before = cache.events(one.case).unwrap();
        let who = (of, &huda(), 10);
        let events =
            events_of(&cache.book().unwrap(), &before, one.case, who, &action, None).unwrap();
        let before = cache.case(one.case).unwrap().map(|it| it.case);
        cache.lay_over(one.case, before, events).unwrap();
    }
    let at_once = cache.case(one.case).unwrap();
    replay(&vault, &mut cache, None).unwrap();
    assert_eq!(cache.case(one.case).unwrap(), at_once);
}

#[test]
fn a_case_opened_here_is_here_before_the_platform_knows_it() {
    let (folder, mut vault, mut cache) = pair();
    let who = person(9, "جديدة", "+96824334455");
    let mut open = opening(9, "overcharge", "زيادة", "دفعت مرتين");
    open.person = PersonOf::New { record: who.clone() };
    let opened = save(&mut vault, 1, case_id(9), 10, &Action::OpenCase(Box::new(open)));
    replay(&vault, &mut cache, None).unwrap();
    assert_eq!(cache.lookup("24334455", at(20)).unwrap().persons[0].1[0].line.id, case_id(9));
    // The cache is lost: nothing is.
    drop(cache);
    std::fs::remove_file(folder.path().join("cache.db")).unwrap();
    let mut cache = open_cache(&folder, "huda");
    assert!(replay(&vault, &mut cache, None).unwrap().is_empty());
    cache.receive(store::News { book: Some(crate::cases::book()), ..news(vec![], "c1") }).unwrap();
    replay(&vault, &mut cache, None).unwrap();
    let stored = cache.case(case_id(9)).unwrap().unwrap();
    assert_eq!((stored.person, stored.pending, stored.case.seq), (Some(who), 1, None));
    // Rejected after all: the overlay goes, and the person with it.
    accept(&mut vault, opened);
    replay(&vault, &mut cache, None).unwrap();
    assert!(cache.case(case_id(9)).unwrap().is_none());
    assert_eq!(cache.lookup("24334455", at(20)).unwrap(), store::Found::default());
}

#[test]
fn an_action_that_came_back_is_there_once_and_keeps_its_place_in_search() {
    let (_folder, mut vault, mut cache) = pair();
    let mut one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let noted = save(&mut vault, 1, one.case, 10, &note("كتبتها"));
    save(&mut vault, 2, one.case, 11, &note("والثانية"));
    replay(&vault, &mut cache, None).unwrap();
    let mut events = one.then(15, &huda(), &note("كتبتها"));
    for it in &mut events {
        it.op = noted;
    }
    cache.receive(news(event_items(events), "c2")).unwrap();
    // A crash here: the events came, the verdict did not.
    for _ in 0..2 {
        let texts = cache.events(one.case).unwrap();
        assert_eq!(texts.iter().filter(|it| it.op == noted).count(), 1);
        assert_eq!(own_events(&cache, one.case).len(), 1);
        assert_eq!(crate::search::found(&cache, "كتبتها والثانية"), [one.case]);
        replay(&vault, &mut cache, Some(&[one.case])).unwrap();
    }
    accept(&mut vault, noted);
    replay(&vault, &mut cache, None).unwrap();
    assert_eq!(cache.case(one.case).unwrap().unwrap().pending, 1);
}

#[test]
fn an_action_that_the_rule_now_refuses_is_noted_and_stays_pending() {
    let (_folder, mut vault, mut cache) = pair();
    let mut one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    save(&mut vault, 1, one.case, 10, &Action::Take);
    let granted = save(&mut vault, 2, one.case, 20, &refund(1_000));
    assert!(replay(&vault, &mut cache, None).unwrap().is_empty());
    // Meanwhile the case was given to somebody else.
    let taken = one.then(5, &crate::cases::hamed(), &Action::Take);
    cache.receive(news(event_items(taken), "c2")).unwrap();
    let notes = replay(&vault, &mut cache, Some(&[one.case])).unwrap();
    let refused: Vec<OpId> = notes.iter().map(|it| it.op).collect();
    assert!(refused.contains(&granted), "{notes:?}");
    assert!(notes.iter().any(|it| matches!(it.refusal, Refusal::NotOwner { .. })));
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!((stored.pending, vault.pending_count().unwrap()), (2, 2));
    assert!(stored.case.remedies.is_empty());
}

#[test]
fn a_daily_limit_counts_pending_grants_of_all_cases_once() {
    let (_folder, mut vault, mut cache) = pair();
    let mut items = Vec::new();
    for n in 1..=5 {
        let mut one = History::simple(n, 0, "انتظرت");
        one.then(5, &huda(), &Action::Take);
        items.push(one.enter(None));
    }
    cache.receive(news(items, "c1")).unwrap();
    // 20.000 a day, 5.000 a case: the fifth is too much by the day.
    for n in 1..=5 {
        save(&mut vault, n, case_id(n), 10, &refund(if n == 5 { 1 } else { 5_000 }));
    }
    for cases in [None, None, Some(&[case_id(5)][..])] {
        let notes = replay(&vault, &mut cache, cases).unwrap();
        let refused: Vec<CaseId> = notes.iter().map(|it| it.case).collect();
        assert_eq!(refused, [case_id(5)]);
        assert!(matches!(notes[0].refusal, Refusal::DailyLimitExceeded { .. }));
    }
}

#[test]
fn an_action_cancelled_before_it_was_sent_has_no_effect_and_neither_has_its_withdrawal() {
    let (_folder, mut vault, mut cache) = pair();
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    let noted = save(&mut vault, 1, one.case, 10, &note("سأتراجع"));
    vault.mark_cancelled(noted).unwrap();
    save(&mut vault, 2, one.case, 12, &Action::Withdraw { op: noted });
    assert!(replay(&vault, &mut cache, None).unwrap().is_empty());
    assert!(own_events(&cache, one.case).is_empty());
    assert_eq!(vault.pending_count().unwrap(), 2);
}

#[test]
fn bytes_of_the_future_or_of_nowhere_have_no_effect_and_break_nothing() {
    let (_folder, mut vault, mut cache) = pair();
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    for (n, body) in [(1, &b"{\"kind\":\"send_by_pigeon\"}"[..]), (2, b"\xFF\x00"), (3, b"")] {
        let head = vault.chain().unwrap();
        let action = NewAction {
            body: body.to_vec(),
            case: Some(one.case),
            ..crate::making::action(&head, n, 0)
        };
        vault.save_action(&action, Along::default()).unwrap();
    }
    save(&mut vault, 9, one.case, 10, &Action::Take);
    assert!(replay(&vault, &mut cache, None).unwrap().is_empty());
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!((stored.pending, stored.case.owner.is_some()), (4, true));
}

#[test]
fn a_case_that_enters_anew_keeps_the_overlay() {
    let (_folder, mut vault, mut cache) = pair();
    let mut one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    save(&mut vault, 1, one.case, 10, &note("معلقة"));
    replay(&vault, &mut cache, None).unwrap();
    one.then(20, &huda(), &Action::Take);
    cache.receive(news(vec![one.enter(None)], "c2")).unwrap();
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!(stored.events.len(), one.events.len() + 1);
    assert_eq!(crate::search::found(&cache, "معلقة"), [one.case]);
    // Dropped, it is the platform's case and no more.
    cache.drop_overlay(one.case).unwrap();
    let stored = cache.case(one.case).unwrap().unwrap();
    assert_eq!((Some(stored.case), stored.pending), (state_of(&one.events), 0));
    assert!(crate::search::found(&cache, "معلقة").is_empty());
    assert_eq!(op(900_001), vault.unjudged_ops().unwrap()[0]);
}

#[test]
fn giving_up_an_action_that_had_no_effect_is_not_too_late() {
    let (_folder, mut vault, mut cache) = pair();
    let one = History::simple(1, 0, "انتظرت");
    cache.receive(news(vec![one.enter(None)], "c1")).unwrap();
    // Not the owner: refused here, and perhaps there.
    let refused = save(&mut vault, 1, one.case, 10, &refund(1_000));
    save(&mut vault, 2, one.case, 12, &Action::Withdraw { op: refused });
    let notes = replay(&vault, &mut cache, None).unwrap();
    assert_eq!(notes.iter().map(|it| it.op).collect::<Vec<_>>(), [refused]);
}

#[test]
fn a_daily_limit_begins_with_the_day_where_the_clock_skips_midnight() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let mut cache = open_cache(&folder, "huda");
    let mut book = serde_json::to_value(crate::cases::book()).unwrap();
    book["calendar"]["zone"] = "Africa/Cairo".into();
    let book = serde_json::from_value(book).unwrap();
    cache.receive(store::News { book: Some(book), ..news(vec![], "book") }).unwrap();
    let second =
        |text: &str| (text.parse::<chrono::DateTime<chrono::Utc>>().unwrap() - at(0)).num_seconds();
    // On 30 April 2027 Cairo goes from 24:00 to 01:00.
    let (eve, noon) = (second("2027-04-29T21:30:00Z"), second("2027-04-30T09:00:00Z"));
    for n in 1..=5 {
        let one = History::simple(n, eve - 1_000, "انتظرت");
        cache.receive(news(vec![one.enter(None)], "c")).unwrap();
        save(&mut vault, 2 * n, one.case, eve, &Action::Take);
    }
    for n in 1..=4 {
        save(&mut vault, 2 * n + 1, case_id(n), eve, &refund(5_000));
    }
    save(&mut vault, 11, case_id(5), noon, &refund(5_000));
    assert_eq!(replay(&vault, &mut cache, None).unwrap(), [], "the eve's limit is used up");
}
