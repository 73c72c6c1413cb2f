//! Fetching news, page by page, for the keys the platform says this user may have.

use crate::{News, Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::CaseId;
use protocol::limits::PULL_ITEMS_MAX;
use protocol::{FeedItem, Platform, PullAnswer, PullRequest, PushRequest, Stub};
use std::collections::BTreeSet;
use store::{CacheItem, FileError, Files, StoreError, StubLine, Vault};

/// Items of one page: small enough that a slow line shows progress.
const PAGE_ITEMS: u32 = 1_000;

/// Pulls until nothing waits. Answers the cases that came or changed: their overlay is to be replayed.
pub async fn fetch(
    stores: &impl Stores,
    platform: &impl Platform,
    now: &(impl Fn() -> DateTime<Utc> + Sync),
    heard: &(impl Fn(News) + Sync),
) -> Result<BTreeSet<CaseId>, SyncError> {
    let mut touched = BTreeSet::new();
    let mut began_anew = false;
    let mut answer = ask(stores, platform).await?;
    loop {
        // The next page is on its way while this one is taken in.
        let (next, news) = {
            let question = following(stores, &answer)?;
            let next = async {
                let Some(question) = &question else { return Ok(None) };
                platform.pull(question).await.map(Some)
            };
            tokio::join!(next, async { take_in(stores, answer, now()) })
        };
        let news = match news {
            // Once: a platform of two histories at a time is answered by the next round.
            Err(SyncError::Store(StoreError::OtherEpoch { .. })) if !began_anew => {
                begin_anew(stores, platform).await?;
                began_anew = true;
                answer = ask(stores, platform).await?;
                continue;
            }
            done => done?,
        };
        touched.extend(news.cases.iter().copied());
        if !news.is_empty() || news.progress.is_some() {
            heard(news);
        }
        answer = match next? {
            None => return Ok(touched),
            Some(next) => next,
        };
    }
}

/// The platform has another history, as after a restore. What it lost is offered again by the next
/// round, under the same ids; the cache goes whole and is fetched anew. The words in the vault stay.
async fn begin_anew(stores: &impl Stores, platform: &impl Platform) -> Result<(), SyncError> {
    let session = stores.with(|open| open.vault.session())?.ok_or(SyncError::SignedOut)?;
    for store in stores.with(|open| open.vault.stores())? {
        // An empty batch is answered with what the chain expects.
        let empty = PushRequest { device: session.device, store, actions: Vec::new() };
        let expected = platform.push(&empty).await?.expected;
        let lost = stores.with(|open| open.vault.offer_again(store, expected))?;
        tracing::warn!(lost, expected, "the platform has another history");
    }
    stores.with(|open| open.cache.erase_all())
}

/// Asks for all that the user may have.
async fn ask(stores: &impl Stores, platform: &impl Platform) -> Result<PullAnswer, SyncError> {
    Ok(platform.pull(&question(stores)?).await?)
}

/// The question behind an answer that is not taken in yet; none when nothing more waits.
fn following(stores: &impl Stores, answer: &PullAnswer) -> Result<Option<PullRequest>, SyncError> {
    if !answer.more {
        return Ok(None);
    }
    let mut question = question(stores)?;
    question.cursor = Some(answer.cursor.clone());
    question.book_version = answer.book.as_ref().map_or(question.book_version, |it| it.version);
    Ok(Some(question))
}

fn question(stores: &impl Stores) -> Result<PullRequest, SyncError> {
    stores.with(|open| {
        Ok(PullRequest {
            cursor: open.cache.heard()?.cursor,
            keys: None,
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
    };
    stores.with(|open| {
        let received = open.cache.receive(news)?;
        for case in &received.left {
            open.vault.mark_no_longer_yours(*case, now)?;
        }
        let_go(open.vault, open.files, &received.loose_files)?;
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

/// Erases the files of cases that left, but for those that an action still has to bring.
fn let_go(vault: &mut Vault, files: &Files, loose: &BTreeSet<String>) -> Result<(), StoreError> {
    if loose.is_empty() {
        return Ok(());
    }
    let carried = vault.carried(loose)?;
    for hash in loose.difference(&carried) {
        // Whatever else stands under this name is no file of ours.
        if let Err(FileError::Store(error)) = files.remove(hash) {
            return Err(error);
        }
    }
    let noted = vault.loose_files()?.union(&carried).cloned().collect();
    vault.put_loose_files(&noted)
}

/// How old the kept instant of the last contact may become, seconds.
const CONTACT_SECONDS: i64 = 60;
/// How far the kept difference of the clocks may drift, seconds.
const CLOCK_SECONDS: i64 = 5;

fn item(item: FeedItem) -> CacheItem {
    match item {
        FeedItem::Event { recorded } => CacheItem::Event(recorded),
        FeedItem::Enter { case, events, person } => CacheItem::Enter { case, events, person },
        FeedItem::Part { case, first, last, events, person } => {
            CacheItem::Part { case, first, last, events, person }
        }
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
