//! A world that is set up once and copied for each history: an agency, its accounts, and enrolled
//! computers that are switched off.

use super::{Computer, House, Reach, Road, Seed, World, book};
use std::path::Path;
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

/// Whose computers are enrolled, by the name of the computer: *marwa* has two.
pub const ENROLLED: [(&str, &str); 9] = [
    ("marwa", "marwa"),
    ("marwa-2", "marwa"),
    ("qais", "qais"),
    ("amina", "amina"),
    ("hilal", "hilal"),
    ("zahra", "zahra"),
    ("tamer", "tamer"),
    ("suhail", "suhail"),
    ("yusuf", "yusuf"),
];

impl World {
    /// A copy of the prepared world. All that is random in it follows from the seed.
    pub fn copied(seed: u64) -> Self {
        let root = tempfile::tempdir().expect("a folder");
        copy_folder(prepared(), root.path());
        let random = Seed::default().lane(&format!("history {seed}"));
        let house = House::found(&root.path().join("platform"), &book(), random);
        let world = Self {
            house: Arc::new(house),
            reach: Reach::InProcess,
            authority: None,
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .expect("a runtime"),
            root,
        };
        world.start();
        world
    }

    /// One of the enrolled computers of a copied world, switched on and unlocked.
    pub fn switched_on(&self, name: &str) -> Computer {
        let (_, staff) = ENROLLED.iter().find(|it| it.0 == name).expect("an enrolled computer");
        let road = Road::in_process(Arc::clone(&self.house), name);
        let root = self.root.path().join("computers").join(name);
        let computer =
            Computer::new(Arc::clone(&self.house), self.handle().clone(), road, root, staff);
        computer.starts();
        computer
    }
}

/// The folder of the prepared world, made by whoever needs it first.
fn prepared() -> &'static Path {
    static PREPARED: OnceLock<TempDir> = OnceLock::new();
    PREPARED.get_or_init(prepare).path()
}

fn prepare() -> TempDir {
    let world = World::new();
    for (name, staff) in ENROLLED {
        let computer = world.computer_named(staff, name);
        computer.agrees();
        computer.quits();
    }
    world.stop();
    let kept = tempfile::tempdir().expect("a folder");
    copy_folder(world.root.path(), kept.path());
    kept
}

pub(super) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}
