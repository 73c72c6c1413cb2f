//! Files of both sides after a day's work: nobody but their owner may read them.

use desk::view::{DraftForm, DraftInput};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use stories::world::{World, late_bus, note};

/// Everything below a folder with its rights, and how much there is.
fn below(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = vec![];
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        let entry = std::fs::symlink_metadata(&path).expect("there");
        if entry.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder");
            waiting.extend(entries.map(|it| it.expect("an entry").path()));
        }
        found.push((path, entry.permissions().mode()));
    }
    found
}

/// What others could use, but for the test's own folder.
fn exposed(folder: &Path) -> Vec<PathBuf> {
    let all = below(folder).into_iter().filter(|(path, _)| path != folder);
    all.filter(|(_, mode)| mode & 0o077 != 0).map(|(path, _)| path).collect()
}

#[test]
fn everything_that_a_days_work_writes_is_readable_by_its_owner_alone() {
    let world = World::over_http();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    let file = marwa.desk().attach(&case, "وصل.txt", "وصل الدفع".as_bytes()).expect("attached");
    let draft = DraftInput {
        draft: None,
        case: Some(case.clone()),
        form: DraftForm::Reply,
        text: "نص لم يُرسل بعد".into(),
    };
    marwa.desk().save_draft(draft).expect("kept");
    marwa.does(&case, note("تمضي"));
    marwa.agrees();
    let opened = marwa.desk().open_attachment(&case, &file.hash).expect("opened");
    let elsewhere = world.folder().join("elsewhere.txt");
    marwa.desk().save_attachment(&case, &file.hash, &elsewhere).expect("saved elsewhere");
    assert_eq!(std::fs::read(&elsewhere).expect("bytes"), "وصل الدفع".as_bytes());

    let paths: Vec<PathBuf> = below(world.folder()).into_iter().map(|(path, _)| path).collect();
    let written = |end: &str| paths.iter().any(|it| it.to_string_lossy().contains(end));
    for part in
        ["vault.db-wal", "cache.db", "vault.mirror/", "keys.json", "files/", "platform.db-shm"]
    {
        assert!(written(part), "{part} is not looked at: {paths:#?}");
    }
    assert!(paths.contains(&opened) && paths.contains(&elsewhere));
    assert_eq!(exposed(world.folder()), Vec::<PathBuf>::new());
}

#[test]
fn what_something_else_left_open_is_closed_when_the_desk_opens_again() {
    let world = World::new();
    let marwa = world.computer("marwa");
    marwa.opens(late_bus(1));
    marwa.quits();
    for (path, mode) in below(world.folder()) {
        let open = std::fs::Permissions::from_mode(mode | 0o044);
        std::fs::set_permissions(path, open).expect("opened up");
    }
    marwa.starts();
    world.stop();
    world.start();
    // Folders above a desk's and the platform's own are not the product's.
    let own = |it: &PathBuf| it.strip_prefix(world.folder()).is_ok_and(|it| it.iter().count() > 1);
    let left: Vec<PathBuf> = exposed(world.folder()).into_iter().filter(own).collect();
    assert_eq!(left, Vec::<PathBuf>::new());
}
