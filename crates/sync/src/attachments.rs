//! Attachments: sent before the actions that name them, in chunks, from where they stopped; fetched
//! when somebody opens one.

use crate::scope::{Call, Scope, scope};
use crate::session::with_session;
use crate::{Stores, SyncError};
use chrono::{DateTime, TimeDelta, Utc};
use domain::OpId;
use protocol::limits::CHUNK_BYTES;
use protocol::{AttachmentHasher, Exact, HeldWhy, Platform, PlatformError};
use std::collections::{BTreeMap, BTreeSet};
use store::{AttentionWhy, FileError, SavedAction, Standing, StoreError, Subject};

/// How long an action may wait for a file before its writer is told.
const MISSING_AFTER: TimeDelta = TimeDelta::hours(24);

/// What became of the files of a round.
#[derive(Debug, Default)]
pub struct Uploaded {
    /// Actions whose writers were told that a file of theirs was refused.
    pub refused: u32,
    /// What ended the uploads early; the rest of the round goes on.
    pub trouble: Option<PlatformError>,
}

/// Sends the missing bytes of every file that a waiting action names. A refused file holds its own
/// actions, and their writer is told at once; every other file and action goes on.
pub async fn upload(
    stores: &impl Stores,
    platform: &impl Platform,
    now: &impl Fn() -> DateTime<Utc>,
) -> Result<Uploaded, SyncError> {
    let mut done = Uploaded::default();
    for (hash, ops) in files(stores)? {
        let Err(error) = upload_one(stores, platform, &hash).await else { continue };
        let SyncError::Platform(error) = error else { return Err(error) };
        match scope(Call::File, &error) {
            Scope::Session => return Err(error.into()),
            Scope::Item => done.refused += raise_refused(stores, &ops, now())?,
            Scope::Batch | Scope::Suspect | Scope::Round => {
                done.trouble = Some(error);
                break;
            }
        }
    }
    Ok(done)
}

/// The files that unjudged actions name, and those actions.
fn files(stores: &impl Stores) -> Result<BTreeMap<String, Vec<OpId>>, SyncError> {
    let waiting = stores.with(|open| open.vault.pending_with_files())?;
    let mut files: BTreeMap<String, Vec<OpId>> = BTreeMap::new();
    for saved in waiting {
        for hash in saved.action.attachments {
            files.entry(hash).or_default().push(saved.action.op);
        }
    }
    Ok(files)
}

fn raise_refused(stores: &impl Stores, ops: &[OpId], now: DateTime<Utc>) -> Result<u32, SyncError> {
    raise(stores, ops.iter().copied(), AttentionWhy::AttachmentRefused, now)
}

/// Raises every action that has waited for a file since yesterday, once. Answers how many.
pub fn raise_missing(stores: &impl Stores, now: DateTime<Utc>) -> Result<u32, SyncError> {
    let mut late = stores.with(|open| open.vault.pending_with_files())?;
    late.retain(|it| now - it.action.claimed_at >= MISSING_AFTER && waits_for_file(it));
    raise(stores, late.iter().map(|it| it.action.op), AttentionWhy::AttachmentMissing, now)
}

/// Raises those of the actions that need no attention yet.
fn raise(
    stores: &impl Stores,
    ops: impl Iterator<Item = OpId>,
    why: AttentionWhy,
    now: DateTime<Utc>,
) -> Result<u32, SyncError> {
    let ops: Vec<OpId> = ops.collect();
    if ops.is_empty() {
        return Ok(0);
    }
    stores.with(|open| {
        let items = open.vault.attention()?.into_iter();
        let told: BTreeSet<OpId> = items.filter_map(|it| op_of(&it.subject)).collect();
        let mut raised = 0;
        for op in ops.into_iter().filter(|op| !told.contains(op)) {
            open.vault.raise_attention(op, why, now)?;
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
    // A file of no bytes is sent too: its one chunk is empty.
    let mut sent = total > 0;
    while there < total || !sent {
        let end = (there + CHUNK_BYTES).min(total);
        let (Ok(from), Ok(to)) = (usize::try_from(there), usize::try_from(end)) else {
            return Ok(());
        };
        let Some(chunk) = bytes.get(from..to) else { return Ok(()) };
        let now_there = platform.put_chunk(hash, there, total, Exact(chunk.to_vec())).await?;
        sent = true;
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
    let kept = stores.with(|open| {
        let Some(agency) = open.cache.book().map(|it| it.agency.clone()) else { return Ok(false) };
        let mut hasher = AttachmentHasher::new(&agency);
        hasher.update(&bytes.0);
        if hasher.hash() != hash {
            return Ok(false);
        }
        open.files.put(hash, &bytes.0).map_err(|error| match error {
            FileError::Store(error) => error,
            FileError::Hash | FileError::Missing | FileError::Damaged => StoreError::Damaged,
        })?;
        Ok(true)
    })?;
    // Other bytes than were asked for are nobody's file.
    if kept { Ok(()) } else { Err(PlatformError::Nonsense.into()) }
}
