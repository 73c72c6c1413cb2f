//! What the window holds: the desk while somebody is signed in, and the way to the platform.

use crate::args::Args;
use crate::told::{Told, Way};
use chrono::{DateTime, Utc};
use desk::{Desk, DeskError, Door, Edge, NoRandom};
use protocol::Progress;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use sync::{AddressError, Http, Link};
use tokio::sync::Notify;

/// What a command answers: a view, or a code with facts.
pub type Answer<T> = Result<T, Told>;

/// Shared by every command and the engine. No lock is held across the network.
pub struct Window {
    /// The folder of this profile's users.
    pub root: PathBuf,
    /// The platform's address.
    pub address: String,
    /// The platform.
    pub platform: Http,
    /// Clock and randomness.
    pub edge: Edge,
    /// The connection, as the engine knows it.
    pub link: Mutex<Link>,
    /// Wakes the engine.
    pub wake: Notify,
    /// A case that a link asked for before anybody was signed in.
    pub asked_for: Mutex<Option<String>>,
    /// Held during a round of agreement.
    pub rounds: tokio::sync::Mutex<()>,
    progress: Mutex<Option<Progress>>,
    session: Mutex<Session>,
}

/// Who is at the window.
#[derive(Default)]
pub struct Session {
    /// The open desk.
    pub desk: Option<Desk>,
    /// Who locked it; the desk is closed then, and typed text is safe in the vault.
    pub locked: Option<desk::view::EnrolledUser>,
}

impl Window {
    /// A window with nobody signed in.
    pub fn new(args: &Args, root: PathBuf) -> Result<Self, AddressError> {
        let edge = Edge::new(Utc::now, |bytes| getrandom::fill(bytes).map_err(|_| NoRandom));
        let address = args.platform.trim_end_matches('/').to_owned();
        Ok(Self {
            root,
            platform: Http::with(&address, args.trust()?)?,
            address,
            link: Mutex::new(Link::new(edge.now())),
            edge,
            wake: Notify::new(),
            asked_for: Mutex::default(),
            rounds: tokio::sync::Mutex::default(),
            progress: Mutex::default(),
            session: Mutex::default(),
        })
    }

    /// The door to this computer's users.
    pub fn door(&self) -> Door {
        Door::new(self.root.clone(), self.edge.clone())
    }

    /// Who is at the window, for a moment.
    pub fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far a first sync has come, for a moment.
    pub fn progress(&self) -> MutexGuard<'_, Option<Progress>> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tries the platform at once, when it may be tried.
    pub fn hurry(&self) {
        self.turn_link(Link::hurried);
    }

    /// Tries the platform at once because somebody came in, whatever failed before.
    pub fn begin_anew(&self) {
        self.turn_link(Link::signed_in);
    }

    fn turn_link(&self, turned: impl FnOnce(Link, DateTime<Utc>) -> Link) {
        let mut link = self.link();
        *link = turned(link.clone(), self.edge.now());
        self.wake.notify_one();
    }

    /// The connection, for a moment.
    pub fn link(&self) -> MutexGuard<'_, Link> {
        self.link.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs a command's work on the open desk, off the window's thread.
pub async fn on_desk<T: Send + 'static>(
    window: &Arc<Window>,
    work: impl FnOnce(&mut Desk) -> Result<T, DeskError> + Send + 'static,
) -> Answer<T> {
    off_thread(window, |window| {
        let mut session = window.session();
        let desk = session.desk.as_mut().ok_or(Told::Way(Way::SignedOut))?;
        work(desk).map_err(|error| Told::of(error, &window.edge))
    })
    .await
}

/// As [`on_desk`], for what is to be sent: the engine is woken when it is saved.
pub async fn save_on_desk<T: Send + 'static>(
    window: &Arc<Window>,
    work: impl FnOnce(&mut Desk) -> Result<T, DeskError> + Send + 'static,
) -> Answer<T> {
    let done = on_desk(window, work).await?;
    window.hurry();
    Ok(done)
}

/// Runs blocking work where it may block.
pub async fn off_thread<T: Send + 'static>(
    window: &Arc<Window>,
    work: impl FnOnce(&Window) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let window = Arc::clone(window);
    let edge = window.edge.clone();
    match tauri::async_runtime::spawn_blocking(move || work(&window)).await {
        Ok(done) => done,
        Err(_) => Err(Told::of(DeskError::File(std::io::ErrorKind::Interrupted.into()), &edge)),
    }
}
