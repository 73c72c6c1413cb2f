//! Access that was ended: the desk says why, keeps what was not sent, and sends it after a new sign-in.

use protocol::PlatformError;
use stories::world::{Computer, PASSWORD, World, late_bus, note};
use sync::{Link, LinkState, SyncError};

/// A computer with one note that is not sent yet.
fn with_unsent_note(world: &World) -> (Computer, String) {
    let computer = world.computer("marwa");
    let case = computer.opens(late_bus(1));
    computer.agrees();
    computer.does(&case, note("قبل أن تنتهي الجلسة"));
    (computer, case)
}

/// What the connection shows after a round that was refused.
fn refused(world: &World, computer: &Computer) -> LinkState {
    let Err(SyncError::Platform(error)) = computer.agree() else { panic!("refused") };
    assert_eq!(computer.pending().len(), 1, "the note is kept");
    assert!(matches!(error, PlatformError::Forbidden { .. }), "{error:?}");
    Link::new(world.now()).failed(&error, world.now(), 0).state
}

#[test]
fn a_session_that_a_new_password_ended_is_begun_anew_and_nothing_is_lost() {
    for world in [World::new(), World::over_http()] {
        let (computer, _) = with_unsent_note(&world);
        let staff = "marwa".into();
        world.house.app().set_password(world.agency(), &staff, PASSWORD).expect("changed");
        assert_eq!(refused(&world, &computer), LinkState::SessionEnded);
        computer.signs_in_again();
        computer.agrees();
        assert!(computer.pending().is_empty());
    }
}

#[test]
fn a_disabled_account_keeps_its_unsent_work_until_it_is_enabled() {
    let world = World::over_http();
    let (computer, _) = with_unsent_note(&world);
    let staff = "marwa".into();
    world.house.app().disable_account(world.agency(), &staff).expect("disabled");
    assert_eq!(refused(&world, &computer), LinkState::AccountDisabled);
    world.house.app().enable_account(world.agency(), &staff).expect("enabled");
    assert_eq!(refused(&world, &computer), LinkState::SessionEnded);
    computer.signs_in_again();
    computer.agrees();
    assert!(computer.pending().is_empty());
}

#[test]
fn a_revoked_computer_is_told_so_and_keeps_what_it_has() {
    let world = World::over_http();
    let (computer, _) = with_unsent_note(&world);
    world.house.app().revoke_devices(world.agency(), &"marwa".into()).expect("revoked");
    assert_eq!(refused(&world, &computer), LinkState::Revoked);
}
