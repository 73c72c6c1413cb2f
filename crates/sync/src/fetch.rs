//! Fetching news, page by page, for the keys the platform says this user may have.

use crate::{News, Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::CaseId;
use protocol::limits::PULL_ITEMS_MAX;
use protocol::{FeedItem, Platform, PullAnswer, PullRequest, Stub};
use std::collections::BTreeSet;
use store::{CacheItem, StubLine};

/// Items of one page: small enough that a slow line shows progress.
const PAGE_ITEMS: u32 = 500;

/// Pulls until nothing waits. Answers the cases that came or changed: their overlay is to be replayed.
pub async fn fetch(
    stores: &impl Stores,
    platform: &impl Platform,
    now: &(impl Fn() -> DateTime<Utc> + Sync),
    heard: &(impl Fn(News) + Sync),
) -> Result<BTreeSet<CaseId>, SyncError> {
    let mut touched = BTreeSet::new();
    loop {
        let request = question(stores)?;
        let answer = platform.pull(&request).await?;
        // New keys are asked for at once: the first answer of all only tells which there are.
        let more = answer.more || answer.keys != request.keys;
        let news = take_in(stores, answer, now())?;
        touched.extend(news.cases.iter().copied());
        if !news.is_empty() || news.progress.is_some() {
            heard(news);
        }
        if !more {
            return Ok(touched);
        }
    }
}

fn question(stores: &impl Stores) -> Result<PullRequest, SyncError> {
    stores.with(|open| {
        let heard = open.cache.heard()?;
        Ok(PullRequest {
            cursor: heard.cursor,
            keys: heard.keys,
            book_version: open.cache.book().map_or(0, |it| it.version),
            items_max: PAGE_ITEMS.min(u32::try_from(PULL_ITEMS_MAX).unwrap_or(PAGE_ITEMS)),
        })
    })
}

/// Events and cursor into the cache in one transaction; then the clock and what left into the vault.
fn take_in(
    stores: &impl Stores,
    answer: PullAnswer,
    now: DateTime<Utc>,
) -> Result<News, SyncError> {
    let progress = answer.progress;
    let at = answer.at;
    let news = store::News {
        items: answer.items.into_iter().map(item).collect(),
        cursor: answer.cursor,
        epoch: answer.epoch,
        keys: answer.keys,
        book: answer.book,
        at,
    };
    stores.with(|open| {
        let received = open.cache.receive(news)?;
        for case in &received.left {
            open.vault.mark_no_longer_yours(*case, now)?;
        }
        if let Some(mut session) = open.vault.session()? {
            let off = (now - at).num_seconds();
            let stale = session
                .last_contact
                .is_none_or(|it| (at - it).num_seconds().abs() >= CONTACT_SECONDS);
            // The vault is written with a full sync: not at every poll.
            if stale || (session.clock_off_seconds - off).abs() > CLOCK_SECONDS {
                session.last_contact = Some(at);
                session.clock_off_seconds = off;
                open.vault.put_session(&session)?;
            }
        }
        let cases = received.touched.union(&received.left).copied().collect();
        Ok(News { cases, book: received.book, progress, receipts: 0 })
    })
}

/// How old the kept instant of the last contact may become, seconds.
const CONTACT_SECONDS: i64 = 60;
/// How far the kept difference of the clocks may drift, seconds.
const CLOCK_SECONDS: i64 = 5;

fn item(item: FeedItem) -> CacheItem {
    match item {
        FeedItem::Event { recorded } => CacheItem::Event(recorded),
        FeedItem::Enter { case, events, person } => CacheItem::Enter { case, events, person },
        FeedItem::Leave { case, .. } => CacheItem::Leave { case },
        FeedItem::Person { person } => CacheItem::Person(person),
        FeedItem::Stub { stub } => CacheItem::Stub(stub_line(stub)),
    }
}

fn stub_line(stub: Stub) -> StubLine {
    StubLine {
        case: stub.case,
        reference: stub.reference,
        category: stub.category,
        unit: stub.unit,
        stage: stub.stage,
        owner_post: stub.owner_post,
        next_contact: stub.next_contact,
        contacts: stub.contacts,
        lookup: stub.lookup,
        visible: stub.visible,
    }
}
