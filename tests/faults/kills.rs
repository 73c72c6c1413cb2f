//! The program is gone between two steps: nothing missing, nothing twice.

use super::checker;
use domain::Event;
use std::sync::atomic::{AtomicU32, Ordering};
use stories::world::{Computer, World, late_bus, note};
use sync::{Open, Stores, SyncError};

/// A store that is gone after so many visits.
struct Dying<'a> {
    computer: &'a Computer,
    visits: AtomicU32,
}

impl Stores for Dying<'_> {
    fn with<T>(
        &self,
        work: impl FnOnce(Open<'_>) -> Result<T, store::StoreError>,
    ) -> Result<T, SyncError> {
        let left =
            self.visits.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |it| it.checked_sub(1));
        if left.is_err() {
            return Err(SyncError::SignedOut);
        }
        self.computer.with(work)
    }
}

/// A round that is cut after so many steps; true when it came to its end.
fn dies_after(world: &World, computer: &Computer, visits: u32) -> bool {
    let dying = Dying { computer, visits: AtomicU32::new(visits) };
    let wall = computer.wall.clone();
    let round = sync::round(&dying, &computer.line, move || wall.now(), |_| {});
    world.handle().block_on(round).is_ok()
}

fn notes(world: &World, case: &str) -> usize {
    let events = world.events(case);
    events.iter().filter(|it| matches!(it.event, Event::NoteAdded { .. })).count()
}

#[test]
fn a_kill_between_any_two_steps_of_a_round_loses_nothing_and_doubles_nothing() {
    let world = World::new();
    let (marwa, qais) = (world.computer("marwa"), world.computer("qais"));
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    qais.agrees();
    let mut written = 0;
    for visits in 0.. {
        assert!(visits < 60, "a round has an end");
        marwa.does(&case, note(&format!("ملاحظة {visits}")));
        qais.does(&case, note(&format!("من قيس {visits}")));
        qais.agrees();
        written += 2;
        let ended = dies_after(&world, &marwa, visits);
        marwa.is_killed();
        marwa.starts();
        let shown = marwa.sees(&case).timeline.len();
        assert!(shown > written / 2, "what was written here is in view after {visits} steps");
        marwa.agrees();
        assert_eq!(notes(&world, &case), written, "after {visits} steps");
        assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
        if ended {
            break;
        }
    }
    qais.agrees();
    checker::all_is_well(&world, &[&marwa, &qais]);
}

#[test]
fn a_kill_in_a_first_sync_is_taken_up_where_it_was() {
    let world = World::new();
    let marwa = world.computer("marwa");
    for n in 0..30 {
        marwa.opens(late_bus(n));
    }
    marwa.agrees();
    let mut ended = false;
    let fresh = world.computer_named("qais", "fresh");
    for visits in 3..60 {
        ended |= dies_after(&world, &fresh, visits);
        fresh.is_killed();
        fresh.starts();
    }
    assert!(ended, "it comes to its end");
    fresh.agrees();
    checker::all_is_well(&world, &[&marwa, &fresh]);
}

#[test]
fn what_was_saved_survives_a_kill_without_any_round() {
    let world = World::new();
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.decides(&case, 2_500);
    for _ in 0..3 {
        marwa.is_killed();
        marwa.starts();
        assert_eq!(marwa.pending().len(), 3, "opened, taken, decided");
    }
    marwa.agrees();
    assert!(marwa.pending().is_empty() && marwa.attention().is_empty());
    checker::all_is_well(&world, &[&marwa]);
}
