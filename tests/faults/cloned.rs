//! A computer whose disk was restored from an older copy, or cloned: it notices, takes in what the
//! platform has of its own work, goes on under another name, and says so. Nothing is lost.

use super::checker;
use stories::world::{Computer, World, late_bus, note};

fn notes(world: &World, case: &str) -> Vec<String> {
    let events = serde_json::to_value(world.events(case)).expect("json");
    let events = events.as_array().expect("a list").iter();
    let notes = events.filter(|it| it["event"]["event"] == "note_added");
    notes.map(|it| it["event"]["text"].as_str().unwrap_or_default().to_owned()).collect()
}

/// What the screen says of a recovery: fetched, and sent under a new name.
fn said(computer: &Computer) -> Option<(u32, u32)> {
    let view = computer.desk().agreement(desk::view::LinkView::Online, None).expect("a view");
    view.recovery.map(|it| (it.recovered, it.resent))
}

fn both_worlds(test: impl Fn(&World)) {
    test(&World::new());
    test(&World::over_http());
}

#[test]
fn a_disk_that_was_restored_from_an_older_copy_loses_no_action() {
    both_worlds(|world| {
        let marwa = world.computer("marwa");
        let case = marwa.opens(late_bus(1));
        marwa.agrees();
        let disk = marwa.copied_disk();
        marwa.does(&case, note("قبل الاستعادة"));
        marwa.does(&case, note("وهذه أيضًا"));
        marwa.agrees();
        marwa.restored_from(&disk);
        marwa.signs_in_again();
        marwa.does(&case, note("بعد الاستعادة"));
        marwa.agrees();
        assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
        assert_eq!(notes(world, &case), ["قبل الاستعادة", "وهذه أيضًا", "بعد الاستعادة"]);
        assert_eq!(said(&marwa), Some((2, 1)));
        marwa.desk().dismiss_recovery().expect("dismissed");
        marwa.does(&case, note("كالمعتاد"));
        marwa.agrees();
        assert_eq!(said(&marwa), None, "once");
        assert_eq!(notes(world, &case).len(), 4);
        checker::all_is_well(world, &[&marwa]);
    });
}

#[test]
fn two_computers_with_one_disk_each_go_on_and_lose_no_action() {
    both_worlds(|world| {
        let marwa = world.computer("marwa");
        let case = marwa.opens(late_bus(1));
        marwa.agrees();
        marwa.does(&case, note("لم تُرسل بعد"));
        let disk = marwa.copied_disk();
        let clone = world.cloned("marwa", "clone", &disk);
        marwa.signs_in_again();
        clone.signs_in_again();
        clone.does(&case, note("من النسخة"));
        clone.agrees();
        marwa.does(&case, note("من الأصل"));
        marwa.agrees();
        clone.does(&case, note("من النسخة مرة أخرى"));
        clone.agrees();
        marwa.does(&case, note("من الأصل مرة أخرى"));
        marwa.agrees();
        clone.agrees();
        for computer in [&marwa, &clone] {
            assert!(computer.pending().is_empty(), "{:?}", computer.pending());
            assert!(computer.attention().is_empty(), "{:?}", computer.attention());
        }
        let mut all = notes(world, &case);
        all.sort();
        let mut wanted =
            vec!["لم تُرسل بعد", "من النسخة", "من الأصل", "من النسخة مرة أخرى", "من الأصل مرة أخرى"];
        wanted.sort_unstable();
        assert_eq!(all, wanted, "each once");
        assert!(said(&marwa).is_some() || said(&clone).is_some(), "whoever came second says so");
        checker::all_is_well(world, &[&marwa, &clone]);
    });
}

#[test]
fn a_restored_disk_and_a_restored_platform_lose_no_action_either() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let disk = marwa.copied_disk();
    world.stop();
    let backup = world.house.back_up();
    world.start();
    marwa.does(&case, note("أولى"));
    marwa.agrees();
    marwa.restored_from(&disk);
    marwa.signs_in_again();
    marwa.does(&case, note("ثانية"));
    marwa.agrees();
    world.stop();
    world.house.restore(backup.path());
    world.start();
    marwa.signs_in_again();
    for _ in 0..3 {
        marwa.agrees();
    }
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    let mut all = notes(&world, &case);
    all.sort();
    assert_eq!(all, ["أولى", "ثانية"]);
    checker::all_is_well(&world, &[&marwa]);
}
