//! One round of agreement: send what waits, fetch what is new, then believe the verdicts.
//!
//! On receipt the order is fixed (`sync.md`): events and cursor into the cache, verdicts into the
//! vault, overlay of the touched cases. A crash between any two is repaired by the next round,
//! which asks for the verdicts of everything that was sent.

use crate::attachments::{raise_missing, upload};
use crate::bodies::bring_bodies;
use crate::deliver::deliver;
use crate::fetch::fetch;
use crate::receipts::kept;
use crate::session::{platform_key, with_session};
use crate::{Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::{CaseId, OpId};
use protocol::limits::VERDICTS_MAX;
use protocol::{Platform, Progress, Receipt, VerdictsRequest};
use std::collections::BTreeSet;
use store::replay;

/// What a round changed, for the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Cases that look different now.
    pub cases: BTreeSet<CaseId>,
    /// Actions that were judged or held.
    pub receipts: u32,
    /// The agency's facts are new.
    pub book: bool,
    /// How far a first sync has come.
    pub progress: Option<Progress>,
}

impl News {
    /// True when the screen may stay as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.receipts == 0 && !self.book
    }
}

/// Runs one round. `heard` gets the news of each page, so that a first sync is seen as it comes.
/// An error leaves everything in place for the next round.
pub async fn round(
    stores: &impl Stores,
    platform: &impl Platform,
    now: impl Fn() -> DateTime<Utc> + Send + Sync,
    heard: impl Fn(News) + Send + Sync,
) -> Result<(), SyncError> {
    let key = platform_key(stores)?;
    with_session(stores, platform, || upload(stores, platform)).await?;
    let mut receipts =
        with_session(stores, platform, || bring_bodies(stores, platform, &now)).await?;
    let delivered = with_session(stores, platform, || deliver(stores, platform, &now)).await?;
    receipts.extend(delivered.receipts);
    receipts.extend(
        with_session(stores, platform, || ask_verdicts(stores, platform, &receipts)).await?,
    );
    let touched = with_session(stores, platform, || fetch(stores, platform, &now, &heard)).await?;
    settle(stores, &receipts, &key, touched, &now, &heard)?;
    let missing = raise_missing(stores, now())?;
    if missing > 0 {
        heard(News { receipts: missing, ..News::default() });
    }
    delivered.trouble.map_or(Ok(()), |trouble| Err(trouble.into()))
}

/// Asks for the verdicts of what was sent or held before and not answered in this round.
async fn ask_verdicts(
    stores: &impl Stores,
    platform: &impl Platform,
    answered: &[Receipt],
) -> Result<Vec<Receipt>, SyncError> {
    let known: BTreeSet<OpId> = answered.iter().map(|it| it.op).collect();
    let ops: Vec<OpId> = stores
        .with(|open| open.vault.unjudged_ops())?
        .into_iter()
        .filter(|op| !known.contains(op))
        .take(VERDICTS_MAX)
        .collect();
    if ops.is_empty() {
        return Ok(vec![]);
    }
    Ok(platform.verdicts(&VerdictsRequest { ops }).await?.receipts)
}

/// Verdicts into the vault, then the overlay of every touched case.
fn settle(
    stores: &impl Stores,
    receipts: &[Receipt],
    key: &ed25519_dalek::VerifyingKey,
    mut touched: BTreeSet<CaseId>,
    now: &impl Fn() -> DateTime<Utc>,
    heard: &impl Fn(News),
) -> Result<(), SyncError> {
    let receipts = receipts.iter().map(|it| kept(it, key)).collect::<Result<Vec<_>, _>>()?;
    if receipts.is_empty() && touched.is_empty() {
        return Ok(());
    }
    let at = now();
    let count = stores.with(|open| {
        let noted = open.vault.record_receipts(&receipts, at)?;
        for receipt in &receipts {
            if let Some(case) = open.vault.action(receipt.op)?.and_then(|it| it.action.case) {
                touched.insert(case);
            }
        }
        let cases: Vec<CaseId> = touched.iter().copied().collect();
        replay(open.vault, open.cache, Some(&cases))?;
        Ok(noted.iter().filter(|it| **it == store::Noted::New).count())
    })?;
    let news = News {
        cases: touched,
        receipts: u32::try_from(count).unwrap_or(u32::MAX),
        ..News::default()
    };
    if !news.is_empty() {
        heard(news);
    }
    Ok(())
}
