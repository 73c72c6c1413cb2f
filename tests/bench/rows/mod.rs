//! The rows, in the order in which they need one another's worlds.

mod act;
mod case;
mod desk;
mod first_sync;
mod import;
mod intake;
mod news;
mod nothing;
mod push;
mod rebase;
mod search;
mod watch;

use crate::backlog::{self, Known};
use crate::clock::Clock;
use crate::computer::Computer;
use crate::{Fault, Run};
use ::desk::Desk;
use chrono::TimeDelta;
use domain::DeviceId;
use rusqlite::Connection;
use std::path::Path;
use store::Session;
use uuid::Uuid;

/// A desk with a backlog, and a bare connection to a copy of its cache.
struct Place {
    n: usize,
    desk: Desk,
    bare: Connection,
    computer: Computer,
    known: Known,
}

/// Measures what was asked for, at one size.
pub fn measure(run: &mut Run, folder: &Path) -> Result<(), Fault> {
    if run.wants(&["desk", "case", "search", "intake", "act", "rebase"]) {
        alone(run, &folder.join("alone"))?;
    }
    if run.wants(&["first_sync", "nothing", "news", "push"]) {
        agreeing(run, folder)?;
    }
    if run.wants(&["import"]) {
        import::measure(run, &folder.join("import"))?;
    }
    Ok(())
}

/// Rows of a desk without the network.
fn alone(run: &mut Run, root: &Path) -> Result<(), Fault> {
    let clock = Clock::new();
    let mut place = place(run.n, root, &clock)?;
    desk::measure(run, &place)?;
    case::measure(run, &place)?;
    search::measure(run, &place)?;
    intake::measure(run, &place)?;
    act::measure(run, &mut place, &clock)?;
    rebase::measure(run, &mut place)
}

fn place(n: usize, root: &Path, clock: &Clock) -> Result<Place, Fault> {
    let book = backlog::book()?;
    let computer = Computer::new(root, &book.agency, &backlog::reader(), 7);
    computer.enrol(&Session {
        device: DeviceId(Uuid::from_u128(7)),
        access: None,
        refresh: None,
        share: None,
        platform_key: computer.signing().verifying_key().to_bytes(),
        lease_until: Clock::start() + TimeDelta::hours(72),
        last_contact: Some(Clock::start()),
        clock_off_seconds: 0,
    })?;
    let known = backlog::fill(&mut computer.cache()?, &book, n)?;
    computer.leave_for_the_window(n)?;
    let bare = computer.bare_copy()?;
    Ok(Place { n, desk: computer.desk(clock)?, bare, computer, known })
}

/// Rows of desks and a platform.
fn agreeing(run: &mut Run, folder: &Path) -> Result<(), Fault> {
    let clock = Clock::new();
    let authority =
        crate::authority::Authority::with_cases(&folder.join("platform"), &clock, run.n)?;
    let scene = Scene { authority, clock, folder: folder.to_owned() };
    let mine = first_sync::measure(run, &scene)?;
    nothing::measure(run, &scene, &mine)?;
    news::measure(run, &scene, &mine)?;
    push::measure(run, &scene, &mine)
}

/// A platform with a backlog, and where desks may stand.
struct Scene {
    authority: crate::authority::Authority,
    clock: Clock,
    folder: std::path::PathBuf,
}

/// A desk that has heard everything.
struct Seat {
    lent: crate::computer::Lent,
    http: sync::Http,
}

impl Seat {
    fn desk(&self) -> Result<std::sync::MutexGuard<'_, Desk>, Fault> {
        Ok(self.lent.0.lock().map_err(|_| "a panic")?)
    }

    /// What its sign-in left.
    fn session(&self) -> Result<Session, Fault> {
        Ok(self.desk()?.parts().vault.session()?.ok_or("nobody is signed in")?)
    }
}
