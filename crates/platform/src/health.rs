//! Whether the platform can work: what a monitor asks. Codes and numbers only, nothing of a person.

use crate::{App, Error, Tls};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// A file that is written and synced, to see that the disk takes something.
const PROBE_FILE: &str = "health.probe";
const PROBE_BYTES: usize = 64 * 1024;
/// Answers are kept for this long, so that asking often costs nothing.
const FRESH: TimeDelta = TimeDelta::seconds(5);
/// A message that should have left so long ago is late.
const LATE: TimeDelta = TimeDelta::minutes(15);
/// A certificate that ends sooner is to be renewed.
const RENEW: TimeDelta = TimeDelta::days(14);

/// The worst state of all checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HealthState {
    /// All is well.
    Ok,
    /// It works, and somebody should look.
    Degraded,
    /// It can't work.
    Failing,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// `disk`, `store`, `letters` or `tls`.
    pub check: String,
    /// How it is.
    pub state: HealthState,
    /// Why it is not well; see `docs/operations/serving.md`.
    pub code: Option<String>,
    /// How many: late letters, days until the certificate ends.
    pub count: Option<i64>,
}

/// The answer of `GET /health`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// The worst of all checks.
    pub state: HealthState,
    /// All of them.
    pub checks: Vec<Check>,
}

/// What the checks know besides the store.
#[derive(Default)]
pub(crate) struct Watch {
    tls: Mutex<Option<Arc<Tls>>>,
    last: Mutex<Option<(DateTime<Utc>, Health)>>,
}

/// Letters that did not go their way.
pub(crate) struct LetterCounts {
    pub(crate) late: u64,
    pub(crate) uncertain: u64,
    pub(crate) failed: u64,
}

impl App {
    /// How it is, at most some seconds ago.
    #[must_use]
    pub fn health(&self) -> Health {
        let now = self.now();
        let mut last = self.watch.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, health)) = &*last
            && (now - *at).abs() < FRESH
        {
            return health.clone();
        }
        let mut checks = vec![disk(&self.config.data_dir), self.store_check()];
        checks.extend(self.letters_check(now));
        checks.extend(self.tls_check(now));
        let state = checks.iter().map(|it| it.state).max().unwrap_or(HealthState::Ok);
        let health = Health { state, checks };
        *last = Some((now, health.clone()));
        health
    }

    /// Has the certificate looked at as well.
    pub(crate) fn watch_tls(&self, tls: Option<Arc<Tls>>) {
        *self.watch.tls.lock().unwrap_or_else(PoisonError::into_inner) = tls;
    }

    fn store_check(&self) -> Check {
        match self.agencies() {
            Ok(agencies) if agencies.is_empty() => {
                check("store", HealthState::Failing, "no_agency")
            }
            Ok(_) => well("store"),
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the store does not answer"
                );
                check("store", HealthState::Failing, "store_failed")
            }
        }
    }

    /// The worst of all agencies; nothing when the store can't be read.
    fn letters_check(&self, now: DateTime<Utc>) -> Option<Check> {
        let counts = self.letter_counts(now).ok()?;
        let sum = |of: fn(&LetterCounts) -> u64| counts.iter().map(of).sum::<u64>();
        let found = [
            ("letters_late", sum(|it| it.late)),
            ("letters_failed", sum(|it| it.failed)),
            ("letters_uncertain", sum(|it| it.uncertain)),
        ];
        let Some((code, count)) = found.into_iter().find(|(_, count)| *count > 0) else {
            let letters = &self.config.letters;
            let are_sent =
                letters.mail.is_some() || letters.text.is_some() || self.is_demo().ok()?;
            let unsent = || check("letters", HealthState::Degraded, "no_sender");
            return Some(if are_sent { well("letters") } else { unsent() });
        };
        let count = i64::try_from(count).ok();
        Some(Check { count, ..check("letters", HealthState::Degraded, code) })
    }

    fn letter_counts(&self, now: DateTime<Utc>) -> Result<Vec<LetterCounts>, Error> {
        let agencies = self.agencies()?;
        self.store
            .read(|tx| agencies.iter().map(|agency| tx.letter_counts(agency, now - LATE)).collect())
    }

    fn tls_check(&self, now: DateTime<Utc>) -> Option<Check> {
        let tls = self.watch.tls.lock().unwrap_or_else(PoisonError::into_inner).clone()?;
        let left = tls.expires_at().map(|it| it - now);
        let count = left.map(|it| it.num_days());
        let found = match left {
            Some(left) if left <= TimeDelta::zero() => {
                check("tls", HealthState::Failing, "certificate_expired")
            }
            _ if tls.reload_failed() => {
                check("tls", HealthState::Degraded, "certificate_not_reloaded")
            }
            Some(left) if left < RENEW => {
                check("tls", HealthState::Degraded, "certificate_expires_soon")
            }
            Some(_) | None => well("tls"),
        };
        Some(Check { count, ..found })
    }
}

fn well(name: &str) -> Check {
    Check { check: name.to_owned(), state: HealthState::Ok, code: None, count: None }
}

fn check(name: &str, state: HealthState, code: &str) -> Check {
    Check { state, code: Some(code.to_owned()), ..well(name) }
}

/// Whether the disk takes a small file and keeps it.
fn disk(dir: &Path) -> Check {
    let path = dir.join(PROBE_FILE);
    let written = std::fs::File::create(&path)
        .and_then(|mut file| {
            file.write_all(&vec![0; PROBE_BYTES])?;
            file.sync_all()
        })
        .and_then(|()| std::fs::remove_file(&path));
    match written {
        Ok(()) => well("disk"),
        Err(error) => {
            tracing::error!(%error, "the data folder takes no file");
            let full = error.kind() == std::io::ErrorKind::StorageFull;
            let code = if full { "disk_full" } else { "disk_failed" };
            check("disk", HealthState::Failing, code)
        }
    }
}
