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
