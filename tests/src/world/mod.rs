//! A whole agency in one process: a real platform on a driven clock, the letters that leave it, and
//! computers with real desks that agree with it by the real engine.
//!
//! Nothing here decides anything: a story acts only through doors that people have.

mod authority;
mod clock;
mod computer;
mod forms;
mod house;
mod letters;
mod line;
mod page;
mod person;
mod prepared;
mod road;
mod served;

pub use authority::Authority;
pub use clock::{Seed, Wall};
pub use computer::{AtDesk, Computer};
pub use forms::*;
pub use house::House;
pub use letters::Letter;
pub use line::{Answered, Asked, Fault, Line};
pub use page::{Browser, Page};
pub use prepared::ENROLLED;
pub use road::Road;
pub use served::Served;

use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::case::Case;
use domain::{AgencyId, CaseId, Recorded};
use platform::import::import;
use std::path::Path;
use std::sync::Arc;
use sync::Trust;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// The password of every account here.
pub const PASSWORD: &str = "نخلة باسقة 7";

/// How computers reach the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// By a call.
    InProcess,
    /// Over HTTP on loopback.
    Http,
    /// Over HTTPS on loopback.
    Https,
}

/// A platform, its clock, its letters and the way to it.
pub struct World {
    /// The platform.
    pub house: Arc<House>,
    reach: Reach,
    authority: Option<Authority>,
    /// Declared after what runs on it, and before the folder that it writes to.
    runtime: Runtime,
    root: TempDir,
}

/// A Sunday morning at ten in Muscat, outside Ramadan and holidays.
pub fn morning() -> DateTime<Utc> {
    "2026-04-05T06:00:00Z".parse().expect("an instant")
}

/// The folder of the test agency.
fn agency_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/platform/tests/fixtures/agency")
}

/// The test agency as its files say it.
pub fn book() -> Book {
    platform::setup::read_book(&agency_folder()).expect("the agency's files are good")
}

impl World {
    /// A world whose computers call the platform in process.
    pub fn new() -> Self {
        Self::reached(Reach::InProcess)
    }

    /// A world whose computers reach the platform over real HTTP.
    pub fn over_http() -> Self {
        Self::reached(Reach::Http)
    }

    /// A world whose platform stands behind TLS, with an authority of the agency's own.
    pub fn over_tls() -> Self {
        Self::reached(Reach::Https)
    }

    fn reached(reach: Reach) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        let folder = root.path().join("authority");
        let authority = (reach == Reach::Https).then(|| Authority::found(&folder));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let house = Arc::new(House::build(&root.path().join("platform"), &book()));
        let world = Self { house, reach, authority, runtime, root };
        world.start();
        world
    }

    /// The folder with the platform's data and all computers' desks.
    pub fn folder(&self) -> &std::path::Path {
        self.root.path()
    }

    /// Starts the platform, again on its folder and its port if it ran before.
    pub fn start(&self) {
        self.house.start();
        if self.reach != Reach::InProcess {
            let tls = self.authority.as_ref().map(|it| Arc::clone(&it.tls));
            self.house.serve(self.runtime.handle(), tls);
        }
    }

    /// Stops the platform: nobody can reach it.
    pub fn stop(&self) {
        self.house.stop(self.runtime.handle());
    }

    /// Where futures of this world run.
    pub fn handle(&self) -> &tokio::runtime::Handle {
        self.runtime.handle()
    }

    /// What time it is at the platform.
    pub fn now(&self) -> DateTime<Utc> {
        self.house.wall.now()
    }

    /// Lets time pass everywhere.
    pub fn advance(&self, time: TimeDelta) {
        self.house.wall.advance(time);
    }

    /// Sets the clock to an instant ahead.
    pub fn advance_to(&self, at: DateTime<Utc>) {
        self.advance(at - self.now());
    }

    /// Lets the clockwork look once; answers how much it did.
    pub fn tick(&self) -> usize {
        self.house.app().tick().expect("the clockwork looks")
    }

    /// Which agency.
    pub fn agency(&self) -> &AgencyId {
        &self.house.agency
    }

    /// A new computer of somebody, enrolled by a real sign-in, that has heard everything so far.
    pub fn computer(&self, staff: &str) -> Computer {
        let computer = self.computer_named(staff, staff);
        computer.agrees();
        computer
    }

    /// One more computer of somebody.
    pub fn second_computer(&self, staff: &str) -> Computer {
        let computer = self.computer_named(staff, &format!("{staff}-2"));
        computer.agrees();
        computer
    }

    /// A computer that is enrolled and has heard nothing yet.
    pub fn computer_named(&self, staff: &str, name: &str) -> Computer {
        let road = match self.reach {
            Reach::InProcess => Road::in_process(Arc::clone(&self.house), name),
            Reach::Http | Reach::Https => Road::http(&self.house.address(), self.trust()),
        };
        let root = self.root.path().join("computers").join(name);
        let computer =
            Computer::new(Arc::clone(&self.house), self.handle().clone(), road, root, staff);
        computer.enrols();
        computer
    }

    /// Whom the desks of this world believe.
    pub fn trust(&self) -> Trust {
        let trust = Trust::default();
        match &self.authority {
            Some(it) => trust.with_authorities(&it.file).expect("an authority"),
            None => trust,
        }
    }

    /// Another computer with everything that a disk image holds: a clone, with a name of its own here.
    pub fn cloned(&self, staff: &str, name: &str, disk: &TempDir) -> Computer {
        let road = match self.reach {
            Reach::InProcess => Road::in_process(Arc::clone(&self.house), name),
            Reach::Http | Reach::Https => Road::http(&self.house.address(), self.trust()),
        };
        let root = self.root.path().join("computers").join(name);
        prepared::copy_folder(disk.path(), &root);
        let computer =
            Computer::new(Arc::clone(&self.house), self.handle().clone(), road, root, staff);
        computer.starts();
        computer
    }

    /// The platform's state of a case.
    pub fn case(&self, case: &str) -> Case {
        let case = self.house.app().case(self.agency(), id(case)).expect("the store answers");
        case.expect("a case that the platform knows")
    }

    /// The platform's state of a case, if it knows it.
    pub fn known_case(&self, case: &str) -> Option<Case> {
        self.house.app().case(self.agency(), id(case)).expect("the store answers")
    }

    /// The platform's events of a case.
    pub fn events(&self, case: &str) -> Vec<Recorded> {
        self.house.app().case_events(self.agency(), id(case)).expect("the store answers")
    }

    /// Imports the backlog of one row, as an administrator does; answers its case.
    pub fn imports(&self) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
        let read = |name: &str| std::fs::read(folder.join(name)).expect("a fixture");
        let map = toml::from_slice(&read("backlog.toml")).expect("a map");
        let report = import(&self.house.app(), map, "backlog.csv", &read("backlog.csv")[..]);
        let report = report.expect("imported");
        assert_eq!((report.entered, report.refused), (1, 0), "{:?}", report.faults);
        let unit = "buses".into();
        let cases = self.house.app().unassigned(self.agency(), &unit, 2).expect("cases");
        cases.first().expect("an imported case").to_string()
    }

    /// Changes the agency's facts, as an administrator does with its files.
    pub fn revises(&self, change: impl FnOnce(&mut Book)) {
        let app = self.house.app();
        let mut book = (*app.book(self.agency()).expect("a book")).clone();
        change(&mut book);
        app.put_book(&book).expect("the book is taken");
    }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

/// A case's id as the rules name it.
pub fn id(case: &str) -> CaseId {
    case.parse().expect("the id of a case")
}
