//! The platform's history moves backwards: it was restored from a backup. Devices fetch anew and offer
//! again what the backup never saw; nothing is lost and nothing happens twice.

use super::checker;
use domain::case::Stage;
use stories::world::{Answered, Computer, World, late_bus, note};

/// A case before the backup; after it, judged and told: a decision on it, a note, and another case.
fn worked_after_the_backup(world: &World) -> (Computer, String, String, tempfile::TempDir) {
    let marwa = world.computer("marwa");
    let old = marwa.opens(late_bus(1));
    marwa.agrees();
    world.stop();
    let backup = world.house.back_up();
    world.start();
    marwa.does(&old, note("بعد النسخة"));
    marwa.decides(&old, 2_500);
    let new = marwa.opens(late_bus(2));
    marwa.agrees();
    assert!(marwa.pending().is_empty());
    assert_eq!(world.case(&old).stage, Stage::Answered);
    (marwa, old, new, backup)
}

fn restores(world: &World, backup: &tempfile::TempDir) {
    world.stop();
    world.house.restore(backup.path());
    world.start();
}

#[test]
fn what_the_backup_never_saw_is_offered_again_and_judged_once() {
    let world = World::new();
    let (marwa, old, new, backup) = worked_after_the_backup(&world);
    restores(&world, &backup);
    assert!(world.known_case(&new).is_none(), "the backup knows nothing of it");
    marwa.signs_in_again();
    marwa.agrees();
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    assert_eq!(world.case(&old).stage, Stage::Answered);
    assert!(world.known_case(&new).is_some());
    assert_eq!(world.case(&old).remedies.len(), 1, "one payment");
    assert_eq!(marwa.sees(&old).row.stage, Stage::Answered);
    let last = world.house.app().last_seq(world.agency()).expect("seq");
    marwa.agrees();
    assert_eq!(world.house.app().last_seq(world.agency()).expect("seq"), last);
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn between_the_two_rounds_the_desk_shows_its_own_work_as_waiting() {
    let world = World::new();
    let (marwa, old, new, backup) = worked_after_the_backup(&world);
    restores(&world, &backup);
    marwa.signs_in_again();
    marwa.agrees();
    assert_eq!(marwa.pending().len(), 4, "{:?}", marwa.pending());
    assert_eq!(marwa.sees(&old).row.stage, Stage::Answered);
    assert_eq!(marwa.sees(&new).row.stage, Stage::Open);
    marwa.is_killed();
    marwa.starts();
    assert_eq!(marwa.pending().len(), 4);
    assert_eq!(marwa.sees(&old).row.stage, Stage::Answered);
    marwa.agrees();
    marwa.agrees();
    assert!(marwa.pending().is_empty());
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn a_round_that_finds_an_older_chain_sends_again_what_it_lacks_before_it_is_well() {
    let world = World::new();
    let (marwa, old, _, backup) = worked_after_the_backup(&world);
    restores(&world, &backup);
    marwa.signs_in_again();
    marwa.does(&old, note("بعد الاسترجاع"));
    marwa.agrees();
    assert!(marwa.pending().is_empty(), "{:?}", marwa.pending());
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn the_code_and_the_word_of_a_letter_that_left_before_a_restore_stay_good() {
    let world = World::new();
    let (marwa, old, _, backup) = worked_after_the_backup(&world);
    assert_eq!(decisions(&world, &old), 1);
    restores(&world, &backup);
    marwa.signs_in_again();
    marwa.agrees();
    marwa.agrees();
    assert_eq!(decisions(&world, &old), 1, "nothing is sent again");
    world.person_confirms(&old);
    assert_eq!(world.case(&old).stage, Stage::Closed);
    marwa.agrees();
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn a_desk_that_wrote_nothing_forgets_what_never_happened() {
    let world = World::new();
    let qais = world.computer("qais");
    let (marwa, old, new, backup) = worked_after_the_backup(&world);
    qais.agrees();
    assert!(qais.desk().show_case(&new).is_ok());
    restores(&world, &backup);
    qais.signs_in_again();
    qais.agrees();
    assert!(qais.desk().show_case(&new).is_err(), "it never happened in this history");
    assert_eq!(qais.sees(&old).row.stage, Stage::Open);
    marwa.signs_in_again();
    marwa.agrees();
    marwa.agrees();
    qais.agrees();
    assert_eq!(qais.sees(&old).row.stage, Stage::Answered);
    checker::all_is_well(&world, &[&marwa, &qais]);
}

#[test]
fn a_platform_that_changes_its_history_with_each_answer_wedges_nothing() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let mut epoch = 10;
    marwa.line.forges(move |answered| {
        if let Answered::Pull(answer) = answered {
            epoch += 1;
            answer.epoch = epoch;
        }
    });
    marwa.does(&case, note("تبقى"));
    for _ in 0..3 {
        let _ = marwa.agree();
    }
    marwa.line.heals();
    marwa.agrees();
    marwa.agrees();
    assert!(marwa.pending().is_empty());
    assert_eq!(marwa.sees(&case).timeline.len(), 3);
    checker::all_is_well(&world, &[&marwa]);
}

/// The decision letters that the person of a case got.
fn decisions(world: &World, case: &str) -> usize {
    world.advance(chrono::TimeDelta::minutes(1));
    world.replies(case).len()
}

#[test]
fn a_restore_sends_no_letter_again_however_often_it_happens() {
    let world = World::new();
    let (marwa, old, _, backup) = worked_after_the_backup(&world);
    assert_eq!(decisions(&world, &old), 1);
    for times in 1..=3 {
        restores(&world, &backup);
        marwa.signs_in_again();
        for _ in 0..3 {
            marwa.agrees();
        }
        assert_eq!(world.case(&old).stage, Stage::Answered, "offered again, restore {times}");
        assert_eq!(decisions(&world, &old), 1, "restore {times}");
        checker::all_is_well(&world, &[&marwa]);
    }
}

#[test]
fn a_restore_that_nobody_adopted_serves_nobody() {
    let world = World::new();
    let (marwa, old, _, backup) = worked_after_the_backup(&world);
    world.stop();
    world.house.put_back(backup.path());
    world.start();
    assert_eq!(world.house.app().behind(), Some(platform::Behind::Restored));
    marwa.does(&old, note("تنتظر"));
    assert!(marwa.agree().is_err());
    let post = platform::sender::MemorySender::default();
    assert!(world.house.app().deliver_due(&post).is_err() && post.take().is_empty());
    assert!(world.house.app().tick().is_err());
    world.stop();
    world.house.restore(backup.path());
    world.start();
    assert_eq!(world.house.app().behind(), None);
    marwa.signs_in_again();
    for _ in 0..3 {
        marwa.agrees();
    }
    assert!(marwa.pending().is_empty());
    checker::all_is_well(&world, &[&marwa]);
}

#[test]
fn without_its_anchor_a_platform_holds_what_waits_to_leave() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    marwa.decides(&case, 2_500);
    marwa.agrees();
    world.stop();
    let backup = world.house.back_up();
    world.house.loses_its_anchor();
    world.start();
    assert_eq!(world.house.app().behind(), Some(platform::Behind::AnchorMissing));
    world.stop();
    world.house.restore(backup.path());
    world.start();
    assert_eq!(decisions(&world, &case), 0, "a human looks first");
    let states = world.house.app().letter_states(world.agency()).expect("states");
    assert!(states.iter().any(|(state, count)| state == "uncertain" && *count > 0), "{states:?}");
}

#[test]
fn a_backup_that_is_made_while_desks_work_is_whole_and_can_be_put_back() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("backup");
    let manifest = world.house.app().backup(&to).expect("backed up");
    assert_eq!(
        manifest.heads[world.agency()],
        world.house.app().last_seq(world.agency()).expect("seq")
    );
    assert!(world.house.app().backup(&to).is_err(), "never over another backup");
    marwa.decides(&case, 2_500);
    marwa.agrees();
    assert_eq!(decisions(&world, &case), 1);
    world.stop();
    let config = world.house.config();
    assert!(platform::restore(&config, &to, false).is_err(), "not over a database unasked");
    let mut damaged = std::fs::read(to.join("platform.db")).expect("the copy");
    let (whole, middle) = (damaged.clone(), damaged.len() / 2);
    damaged[middle] ^= 1;
    std::fs::write(to.join("platform.db"), damaged).expect("written");
    assert!(platform::restore(&config, &to, true).is_err(), "a damaged copy is refused");
    std::fs::write(to.join("platform.db"), whole).expect("written");
    platform::restore(&config, &to, true).expect("put back");
    world.start();
    assert_eq!(world.house.app().behind(), Some(platform::Behind::Restored));
    world.house.app().adopt_restore().expect("adopted");
    world.stop();
    world.start();
    marwa.signs_in_again();
    for _ in 0..3 {
        marwa.agrees();
    }
    assert_eq!(world.case(&case).stage, Stage::Answered);
    assert_eq!(decisions(&world, &case), 1, "no letter twice");
    checker::all_is_well(&world, &[&marwa]);
}
