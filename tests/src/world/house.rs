//! The platform of a world: started, stopped and started again on the same folder.

use super::letters::Post;
use super::{PASSWORD, Seed, Served, Wall, morning};
use domain::book::Book;
use domain::{AgencyId, StaffId};
use platform::{App, Config, InProcess, PasswordCost, Tls};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::runtime::Handle;

/// A platform in a folder of its own.
pub struct House {
    /// Its clock.
    pub wall: Wall,
    /// Where chance comes from.
    pub seed: Seed,
    /// Its one agency.
    pub agency: AgencyId,
    dir: PathBuf,
    running: Mutex<Option<Running>>,
    port: Mutex<u16>,
    scheme: Mutex<&'static str>,
    post: Post,
}

struct Running {
    app: Arc<App>,
    ways: HashMap<String, Arc<InProcess>>,
    served: Option<Served>,
}

impl House {
    /// Sets the agency up in a fresh folder. It does not run yet.
    pub fn build(dir: &Path, book: &Book) -> Self {
        let house = Self::found(dir, book, Seed::default());
        house.start();
        house.app().put_book(book).expect("the book is taken");
        for staff in book.staff.keys() {
            house.app().set_password(&house.agency, staff, PASSWORD).expect("an account");
        }
        house
    }

    /// The agency in a folder where it was set up before. It does not run yet.
    pub(super) fn found(dir: &Path, book: &Book, seed: Seed) -> Self {
        Self {
            wall: Wall::at(morning()),
            seed,
            agency: book.agency.clone(),
            dir: dir.to_owned(),
            running: Mutex::default(),
            port: Mutex::new(0),
            scheme: Mutex::new("http"),
            post: Post::default(),
        }
    }

    /// Opens the folder, if it is not open.
    pub fn start(&self) {
        let mut running = self.running.lock().expect("the house");
        if running.is_none() {
            let app = Arc::new(self.open());
            *running = Some(Running { app, ways: HashMap::new(), served: None });
        }
    }

    /// What the platform is configured with.
    pub fn config(&self) -> Config {
        Config { password_cost: PasswordCost::TRIFLING, ..Config::new(&self.dir) }
    }

    /// The folder that remembers what left the stopped platform is gone.
    pub fn loses_its_anchor(&self) {
        std::fs::remove_dir_all(self.dir.join("anchor")).expect("the anchor goes");
    }

    fn open(&self) -> App {
        let config = self.config();
        let (wall, seed) = (self.wall.clone(), self.seed.clone());
        let clock = Arc::new(move || wall.now());
        let random = Arc::new(move |bytes: &mut [u8]| {
            seed.fill(bytes);
            Ok(())
        });
        App::open(config, clock, random).expect("the platform opens")
    }

    /// Closes it. Whoever calls now finds nobody.
    pub fn stop(&self, handle: &Handle) {
        let running = self.running.lock().expect("the house").take();
        if let Some(served) = running.and_then(|it| it.served) {
            served.end(handle);
        }
    }

    /// Copies the stopped platform's folder aside, as a backup does.
    pub fn back_up(&self) -> tempfile::TempDir {
        let backup = tempfile::tempdir().expect("a folder");
        copy_files(&self.dir, backup.path());
        backup
    }

    /// Puts a backup in the place of the stopped platform's folder, and adopts it.
    pub fn restore(&self, backup: &Path) {
        self.put_back(backup);
        self.open().adopt_restore().expect("adopted");
    }

    /// Where its files lie.
    pub fn folder(&self) -> &Path {
        &self.dir
    }

    /// Puts a backup in the place of the stopped platform's files, as somebody does who tells nobody. What
    /// lies in folders of their own stays.
    pub fn put_back(&self, backup: &Path) {
        for entry in std::fs::read_dir(&self.dir).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_file() {
                std::fs::remove_file(path).expect("the file goes");
            }
        }
        copy_files(backup, &self.dir);
    }

    /// The running platform.
    pub fn app(&self) -> Arc<App> {
        self.running().expect("the platform runs")
    }

    /// The running platform, if it runs.
    pub fn running(&self) -> Option<Arc<App>> {
        self.running.lock().expect("the house").as_ref().map(|it| Arc::clone(&it.app))
    }

    /// One computer's way in process; none while the platform stands still.
    pub fn way(&self, computer: &str) -> Option<Arc<InProcess>> {
        let mut running = self.running.lock().expect("the house");
        let Running { app, ways, .. } = running.as_mut()?;
        let way = ways.entry(computer.to_owned());
        Some(Arc::clone(way.or_insert_with(|| Arc::new(InProcess::new(Arc::clone(app))))))
    }

    /// Serves over HTTP, or HTTPS with a certificate, on the port of the last time if there was one.
    pub fn serve(&self, handle: &Handle, tls: Option<Arc<Tls>>) {
        let app = self.app();
        let mut port = self.port.lock().expect("the port");
        *self.scheme.lock().expect("the scheme") = if tls.is_some() { "https" } else { "http" };
        let served = Served::platform(handle, *port, &app, tls);
        *port = served.port;
        if let Some(running) = self.running.lock().expect("the house").as_mut() {
            running.served = Some(served);
        }
    }

    /// Where it is served, scheme and port.
    pub fn address(&self) -> String {
        let scheme = *self.scheme.lock().expect("the scheme");
        format!("{scheme}://127.0.0.1:{}", self.port.lock().expect("the port"))
    }

    /// A one-time code to enrol a computer.
    pub fn enrolment_code(&self, staff: &StaffId) -> String {
        self.app().enrolment_code(&self.agency, staff).expect("a code")
    }

    /// What left the house, by whatever way.
    pub(super) fn post(&self) -> &Post {
        &self.post
    }
}

fn copy_files(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_file() {
            let name = path.file_name().expect("a name");
            std::fs::copy(&path, to.join(name)).expect("copied");
        }
    }
}
