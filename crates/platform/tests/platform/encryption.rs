//! Data at rest: encrypted with a key that lies elsewhere, and readable by its owner alone.
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use crate::support::{World, taken};
use platform::{App, Config, DataKey, Error, PasswordCost, encrypt, system_clock, system_random};
use std::path::Path;

/// Words of the case that [`taken`] opens.
const WORDS: &str = "انتظرت ساعة كاملة ولم تأت الحافلة";

fn key(digits: &str) -> DataKey {
    DataKey::parse(&digits.repeat(48)).expect("a key")
}

fn open(dir: &Path, key: Option<DataKey>) -> Result<App, Error> {
    let cost = PasswordCost::TRIFLING;
    let config = Config { password_cost: cost, data_key: key, ..Config::new(dir) };
    App::open(config, system_clock(), system_random())
}

fn stands_in_clear(dir: &Path, words: &str) -> bool {
    let files = std::fs::read_dir(dir).expect("folder").map(|it| it.expect("entry").path());
    files.filter(|it| it.is_file()).any(|file| {
        let bytes = std::fs::read(file).expect("bytes");
        bytes.windows(words.len()).any(|it| it == words.as_bytes())
    })
}

/// A platform with one case, stopped; its folder, and the number of its last event.
fn stopped() -> (tempfile::TempDir, u64, domain::AgencyId) {
    let world = World::new();
    let mut desk = world.desk("huda");
    taken(&world, &mut desk);
    drop(desk);
    let seq = world.app.last_seq(&world.agency).expect("seq");
    let World { app, dir, agency, .. } = world;
    drop(app);
    (dir, seq, agency)
}

#[test]
fn an_existing_platform_is_encrypted_whole_and_goes_on() {
    let (dir, seq, agency) = stopped();
    assert!(stands_in_clear(dir.path(), WORDS));
    assert!(matches!(open(dir.path(), Some(key("1f"))), Err(Error::NotEncrypted { .. })));

    assert!(encrypt(dir.path(), &key("1f")).expect("encrypted"));
    assert!(!stands_in_clear(dir.path(), WORDS));
    assert!(!stands_in_clear(dir.path(), "SQLite format 3"));
    assert!(!encrypt(dir.path(), &key("1f")).expect("nothing left to do"));

    let app = open(dir.path(), Some(key("1f"))).expect("opened");
    assert_eq!(app.last_seq(&agency).expect("seq"), seq);
}

#[test]
fn a_missing_or_wrong_key_is_said_and_changes_nothing() {
    let (dir, seq, agency) = stopped();
    encrypt(dir.path(), &key("1f")).expect("encrypted");
    assert!(matches!(open(dir.path(), None), Err(Error::KeyMissing { .. })));
    assert!(matches!(open(dir.path(), Some(key("2f"))), Err(Error::KeyWrong { .. })));
    assert!(matches!(encrypt(dir.path(), &key("2f")), Err(Error::KeyWrong { .. })));
    let app = open(dir.path(), Some(key("1f"))).expect("opened");
    assert_eq!(app.last_seq(&agency).expect("seq"), seq);
}

#[test]
fn a_new_platform_with_a_key_never_stands_in_clear() {
    let dir = tempfile::tempdir().expect("folder");
    let app = open(dir.path(), Some(key("1f"))).expect("opened");
    app.put_book(&crate::support::book()).expect("book");
    assert!(!stands_in_clear(dir.path(), "SQLite format 3"));
    assert!(!stands_in_clear(dir.path(), "late-bus"));
    drop(app);
    assert!(open(dir.path(), Some(key("1f"))).is_ok());
}

#[test]
fn a_platform_that_serves_is_not_encrypted_under_it() {
    let world = World::new();
    let denied = encrypt(world.dir.path(), &key("1f"));
    assert!(matches!(denied, Err(Error::InUse { .. })), "{denied:?}");
    assert!(world.restart().app.agencies().is_ok(), "nothing was changed");
}

#[test]
fn an_encryption_that_broke_off_is_completed_by_the_next() {
    for broken in ["platform.db", "platform.keys"] {
        let (dir, seq, agency) = stopped();
        let plain = std::fs::read(dir.path().join(broken)).expect("a file");
        encrypt(dir.path(), &key("1f")).expect("encrypted");
        std::fs::write(dir.path().join(broken), plain).expect("as before the crash");
        std::fs::write(dir.path().join("platform.db.encrypting"), b"half").expect("as after it");
        assert!(encrypt(dir.path(), &key("1f")).expect("completed"));
        assert!(!encrypt(dir.path(), &key("1f")).expect("nothing left to do"));
        let app = open(dir.path(), Some(key("1f"))).expect("opened");
        assert_eq!(app.last_seq(&agency).expect("seq"), seq);
    }
}

#[cfg(unix)]
mod modes {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    /// Everything below a folder, and the folder, that others than its owner may use.
    fn exposed(folder: &Path) -> Vec<PathBuf> {
        let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode();
        let mut found = vec![];
        let mut waiting = vec![folder.to_owned()];
        while let Some(path) = waiting.pop() {
            if mode(&path) & 0o077 != 0 {
                found.push(path.clone());
            }
            if path.is_dir() {
                let entries = std::fs::read_dir(path).expect("folder");
                waiting.extend(entries.map(|it| it.expect("entry").path()));
            }
        }
        found
    }

    #[test]
    fn nobody_else_can_read_a_platform_while_it_runs_or_stands() {
        let root = tempfile::tempdir().expect("folder");
        let dir = root.path().join("data");
        let app = open(&dir, None).expect("opened");
        app.put_book(&crate::support::book()).expect("book");
        assert!(dir.join("platform.db-wal").exists(), "the log is looked at too");
        assert!(dir.join("platform.db-shm").exists());
        assert_eq!(exposed(&dir), Vec::<PathBuf>::new());
        drop(app);
        assert_eq!(exposed(&dir), Vec::<PathBuf>::new());
    }

    #[test]
    fn what_a_backup_left_open_is_closed_at_the_next_start() {
        let (dir, ..) = stopped();
        for name in ["platform.db", "platform.keys"] {
            let open = std::fs::Permissions::from_mode(0o644);
            std::fs::set_permissions(dir.path().join(name), open).expect("opened up");
        }
        drop(open(dir.path(), None).expect("opened"));
        assert_eq!(exposed(dir.path()), Vec::<PathBuf>::new());
    }
}
