//! One round of agreement: send what waits, fetch what is new, then believe the verdicts.
//!
//! On receipt the order is fixed (`sync.md`): events and cursor into the cache, verdicts into the
//! vault, overlay of the touched cases. A crash between any two is repaired by the next round,
//! which asks for the verdicts of everything that was sent.

use crate::attachments::{raise_missing, upload};
use crate::bodies::bring_bodies;
use crate::deliver::deliver;
use crate::fetch::fetch;
use crate::receipts::{kept, receipts_of};
use crate::session::{platform_key, with_session};
use crate::{Stores, SyncError};
use chrono::{DateTime, Utc};
use domain::{CaseId, OpId};
use protocol::{Outcome, Platform, PlatformError, Progress, Receipt, ReceiptState};
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
/// An error leaves everything in place for the next round. A round that answers `Ok` has a receipt for
/// every action that was ever sent.
pub async fn round(
    stores: &impl Stores,
    platform: &impl Platform,
    now: impl Fn() -> DateTime<Utc> + Send + Sync,
    heard: impl Fn(News) + Send + Sync,
) -> Result<(), SyncError> {
    let key = platform_key(stores)?;
    let uploaded = with_session(stores, platform, || upload(stores, platform, &now)).await?;
    let mut receipts =
        with_session(stores, platform, || bring_bodies(stores, platform, &now)).await?;
    let delivered = with_session(stores, platform, || deliver(stores, platform, &now)).await?;
    receipts.extend(delivered.receipts);
    let asked = with_session(stores, platform, || ask_verdicts(stores, platform, &receipts)).await;
    let asked = asked.map(|answered| receipts.extend(answered));
    // What the platform said of our own work is kept whether or not its news can be fetched.
    let fetched = with_session(stores, platform, || fetch(stores, platform, &now, &heard)).await;
    let touched = fetched.as_ref().ok().cloned().unwrap_or_default();
    if fetched.is_err() {
        // The events of what was accepted are not here yet: until then it stays what it is, on its way.
        receipts.retain(|it| !is_accepted(it, &key));
    }
    let settled = settle(stores, &receipts, &key, touched, &now, &heard)?;
    let raised = uploaded.refused + raise_missing(stores, now())?;
    if raised > 0 {
        heard(News { receipts: raised, ..News::default() });
    }
    asked?;
    fetched?;
    let trouble = delivered.trouble.or(uploaded.trouble).or(settled);
    trouble.map_or_else(|| all_answered(stores), |trouble| Err(trouble.into()))
}

fn is_accepted(receipt: &Receipt, key: &ed25519_dalek::VerifyingKey) -> bool {
    let ReceiptState::Judged { verdict } = &receipt.state else { return false };
    verdict.read(Some(key)).is_ok_and(|it| matches!(it.outcome, Outcome::Accepted { .. }))
}

/// What was sent has an answer. A platform that gives none is not one that work can be trusted to.
fn all_answered(stores: &impl Stores) -> Result<(), SyncError> {
    let unanswered = stores.with(|open| open.vault.unanswered_count())?;
    if unanswered == 0 {
        return Ok(());
    }
    tracing::error!(unanswered, "actions were sent and have no receipt");
    Err(PlatformError::Nonsense.into())
}

/// Asks for the verdicts of what was sent or held before and not answered in this round.
async fn ask_verdicts(
    stores: &impl Stores,
    platform: &impl Platform,
    answered: &[Receipt],
) -> Result<Vec<Receipt>, SyncError> {
    let known: BTreeSet<OpId> = answered.iter().map(|it| it.op).collect();
    let mut ops = stores.with(|open| open.vault.unjudged_ops())?;
    ops.retain(|op| !known.contains(op));
    Ok(receipts_of(platform, ops).await?)
}

/// Verdicts into the vault, then the overlay of every touched case. A receipt that is not the
/// platform's is left out and answered as trouble; the others count.
fn settle(
    stores: &impl Stores,
    receipts: &[Receipt],
    key: &ed25519_dalek::VerifyingKey,
    mut touched: BTreeSet<CaseId>,
    now: &impl Fn() -> DateTime<Utc>,
    heard: &impl Fn(News),
) -> Result<Option<PlatformError>, SyncError> {
    let (good, bad): (Vec<_>, Vec<_>) =
        receipts.iter().map(|it| kept(it, key)).partition(Result::is_ok);
    let trouble = (!bad.is_empty()).then_some(PlatformError::Nonsense);
    let receipts: Vec<_> = good.into_iter().flatten().collect();
    if receipts.is_empty() && touched.is_empty() {
        return Ok(trouble);
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
    Ok(trouble)
}
