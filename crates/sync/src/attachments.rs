//! Attachments: sent before the actions that name them, in chunks, from where they stopped; fetched
//! when somebody opens one.

use crate::session::with_session;
use crate::{Stores, SyncError};
use chrono::{DateTime, TimeDelta, Utc};
use domain::OpId;
use protocol::limits::CHUNK_BYTES;
use protocol::{AttachmentHasher, Exact, HeldWhy, Platform, PlatformError};
use std::collections::BTreeSet;
use store::{AttentionWhy, FileError, SavedAction, Standing, StoreError, Subject};

/// Actions whose files are looked at in one round.
const ACTIONS_MAX: u32 = 200;
/// How long an action may wait for a file before its writer is told.
const MISSING_AFTER: TimeDelta = TimeDelta::hours(24);

/// Sends the missing bytes of every file that a waiting action names. A file that can't pass holds
/// its own action at the platform, nothing else.
pub async fn upload(stores: &impl Stores, platform: &impl Platform) -> Result<(), SyncError> {
    let hashes: BTreeSet<String> = stores.with(|open| {
        let waiting = open.vault.pending_from(0, ACTIONS_MAX)?;
        Ok(waiting.into_iter().flat_map(|it| it.action.attachments).collect())
    })?;
    for hash in hashes {
        match upload_one(stores, platform, &hash).await {
            Err(SyncError::Platform(
                PlatformError::TooLarge | PlatformError::Nonsense | PlatformError::Failed { .. },
            )) => {}
            done => done?,
        }
    }
    Ok(())
}

/// Raises every action that has waited for a file since yesterday, once. Answers how many.
pub fn raise_missing(stores: &impl Stores, now: DateTime<Utc>) -> Result<u32, SyncError> {
    stores.with(|open| {
        let mut late = open.vault.pending_from(0, ACTIONS_MAX)?;
        late.retain(|it| now - it.action.claimed_at >= MISSING_AFTER && waits_for_file(it));
        if late.is_empty() {
            return Ok(0);
        }
        let items = open.vault.attention()?.into_iter();
        let told: BTreeSet<OpId> = items.filter_map(|it| op_of(&it.subject)).collect();
        let mut raised = 0;
        for op in late.iter().map(|it| it.action.op).filter(|op| !told.contains(op)) {
            open.vault.raise_attention(op, AttentionWhy::AttachmentMissing, now)?;
            raised += 1;
        }
        Ok(raised)
    })
}

fn waits_for_file(saved: &SavedAction) -> bool {
    let Standing::Held { why } = &saved.standing else { return false };
    matches!(serde_json::from_str(why), Ok(HeldWhy::Attachment { .. }))
}

fn op_of(subject: &Subject) -> Option<OpId> {
    match subject {
        Subject::Action(saved) => Some(saved.action.op),
        Subject::Draft(_) => None,
    }
}

async fn upload_one(
    stores: &impl Stores,
    platform: &impl Platform,
    hash: &str,
) -> Result<(), SyncError> {
    let Some(bytes) = stores.with(|open| match open.files.read(hash) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(FileError::Store(error)) => Err(error),
        Err(_) => Ok(None),
    })?
    else {
        return Ok(());
    };
    let total = bytes.len() as u64;
    let mut there = platform.attachment_size(hash).await?;
    while there < total {
        let end = (there + CHUNK_BYTES).min(total);
        let (Ok(from), Ok(to)) = (usize::try_from(there), usize::try_from(end)) else {
            return Ok(());
        };
        let Some(chunk) = bytes.get(from..to) else { return Ok(()) };
        let now_there = platform.put_chunk(hash, there, total, Exact(chunk.to_vec())).await?;
        if now_there <= there {
            return Ok(());
        }
        there = now_there;
    }
    Ok(())
}

/// Fetches an attachment that this device does not hold, and keeps it if it is what its hash says.
pub async fn fetch_attachment(
    stores: &impl Stores,
    platform: &impl Platform,
    hash: &str,
) -> Result<(), SyncError> {
    if stores.with(|open| Ok(open.files.has(hash)))? {
        return Ok(());
    }
    let bytes =
        with_session(stores, platform, || async { Ok(platform.attachment(hash).await?) }).await?;
    stores.with(|open| {
        let Some(book) = open.cache.book() else { return Ok(()) };
        let mut hasher = AttachmentHasher::new(&book.agency);
        hasher.update(&bytes.0);
        if hasher.hash() != hash {
            return Ok(());
        }
        open.files.put(hash, &bytes.0).map_err(|error| match error {
            FileError::Store(error) => error,
            FileError::Hash | FileError::Missing | FileError::Damaged => StoreError::Damaged,
        })
    })
}
