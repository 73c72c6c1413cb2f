//! Runs rounds of agreement beside the window, and tells it what changed.

use crate::state::{Answer, Window};
use crate::told::Way;
use desk::Parts;
use desk::view::{LinkView, ProgressView};
use domain::CaseId;
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;
use store::StoreError;
use sync::{Link, LinkState, News, Open, Stores, SyncError};
use tauri::{AppHandle, Emitter};

/// The name under which the window hears.
const EVENT: &str = "news";
/// A cap, so that a clock that jumps can't leave the engine asleep.
const NAP_MAX: Duration = Duration::from_secs(30);

/// What the window is told unasked; `ui/src/api/commands.ts` knows it as `News`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum Told {
    /// A case looks different, or many.
    Changed {
        /// Which; none for many.
        case: Option<String>,
    },
    /// Pending, attention or the connection.
    Agreement,
    /// The window is about to go: what is typed is saved now.
    Closing,
    /// A case is to be shown.
    ShowCase {
        /// Its id; as it was asked for when it is not here.
        case: String,
    },
}

/// Tells the window.
pub fn tell(app: &AppHandle, told: Told) {
    // A window that is gone needs no news.
    let _ = app.emit(EVENT, told);
}

struct OpenDesk<'a>(&'a Window);

impl Stores for OpenDesk<'_> {
    fn with<T>(
        &self,
        work: impl FnOnce(Open<'_>) -> Result<T, StoreError>,
    ) -> Result<T, SyncError> {
        let mut session = self.0.session();
        let desk = session.desk.as_mut().ok_or(SyncError::SignedOut)?;
        let Parts { vault, cache, files, signing } = desk.parts();
        Ok(work(Open { vault, cache, files, device_key: signing })?)
    }
}

/// Never ends: a round when one is due, then a nap until the next or until something is saved.
pub async fn run(app: AppHandle, window: Arc<Window>) {
    loop {
        let now = window.edge.now();
        if window.link().is_due(now) && window.session().desk.is_some() {
            agree(&app, &window).await;
        }
        tidy(&window);
        let nap = (window.link().next_at - window.edge.now()).to_std().unwrap_or_default();
        let nap = nap.clamp(Duration::from_millis(200), NAP_MAX);
        if tokio::time::timeout(nap, window.wake.notified()).await.is_ok() {
            // Something was saved: it waits now, whether or not the platform can be reached.
            tell(&app, Told::Agreement);
        }
    }
}

/// A bounded step of what may wait, before the nap.
fn tidy(window: &Window) {
    if let Some(desk) = window.session().desk.as_mut()
        && let Err(error) = desk.tidy()
    {
        tracing::warn!(%error, "the search index stays as it is");
    }
}

/// One round now.
pub async fn agree(app: &AppHandle, window: &Arc<Window>) {
    // A sign-in may ask for a round while the engine runs one.
    let _one_at_a_time = window.rounds.lock().await;
    let before = window.link().state.clone();
    let edge = window.edge.clone();
    let done = sync::round(
        &OpenDesk(window),
        &window.platform,
        move || edge.now(),
        |news| hear(app, window, &news),
    )
    .await;
    let now = window.edge.now();
    let [jitter] = window.edge.bytes().unwrap_or_default();
    let link = window.link().clone();
    let link = match done {
        Ok(()) => {
            *window.progress() = None;
            link.answered(now)
        }
        Err(SyncError::SignedOut) => link,
        Err(SyncError::Platform(error)) => link.failed(&error, now, jitter),
        Err(SyncError::Store(error)) => {
            tracing::error!(%error, "the store failed during agreement");
            link.store_failed(now, jitter)
        }
    };
    let changed = link.state != before;
    *window.link() = link;
    if changed {
        tell(app, Told::Agreement);
    }
}

fn hear(app: &AppHandle, window: &Window, news: &News) {
    let cases: Vec<CaseId> = news.cases.iter().copied().collect();
    if let Some(desk) = window.session().desk.as_mut() {
        let laid = if news.book { desk.agreed() } else { desk.agreed_on(&cases) };
        if let Err(error) = laid {
            tracing::error!(%error, "what was agreed can't be laid over");
        }
    }
    if news.progress.is_some() {
        *window.progress() = news.progress;
    }
    let case = match cases.as_slice() {
        [one] => Some(one.to_string()),
        _ => None,
    };
    if !cases.is_empty() || news.book {
        tell(app, Told::Changed { case });
    }
    tell(app, Told::Agreement);
}

/// Fetches an attachment that this device does not hold yet.
pub async fn fetch_attachment(window: &Window, hash: &str) -> Answer<()> {
    match sync::fetch_attachment(&OpenDesk(window), &window.platform, hash).await {
        Ok(()) => Ok(()),
        Err(SyncError::SignedOut) => Err(crate::told::Told::Way(Way::SignedOut)),
        Err(SyncError::Platform(error)) => Err(error.into()),
        Err(SyncError::Store(error)) => Err(crate::told::Told::of(error.into(), &window.edge)),
    }
}

/// The connection in the window's words.
pub fn link_view(link: &Link) -> LinkView {
    match link.state {
        LinkState::Online => LinkView::Online,
        LinkState::Unknown | LinkState::Offline => LinkView::Offline { since: link.since },
        LinkState::NotPlatform => {
            LinkView::NotPlatform { since: link.since.unwrap_or(link.next_at) }
        }
        LinkState::SignInNeeded => LinkView::SignInNeeded,
        LinkState::SessionEnded => LinkView::SessionEnded,
        LinkState::AccountDisabled => LinkView::AccountDisabled,
        LinkState::OtherVersion => LinkView::OtherVersion,
        LinkState::Revoked => LinkView::Revoked,
        LinkState::StoreFailed => LinkView::StoreFailed,
    }
}

/// How far a first sync has come.
pub fn progress_view(window: &Window) -> Option<ProgressView> {
    let progress = (*window.progress())?;
    Some(ProgressView { tier: progress.tier, done: progress.done, total: progress.total })
}
