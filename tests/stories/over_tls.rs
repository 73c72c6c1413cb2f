//! A platform behind TLS, with a certificate of the agency's own authority, and desks on it.

use protocol::{Platform, PlatformError};
use stories::world::{World, late_bus, note};
use sync::{Http, Trust};

#[test]
fn a_desk_enrols_and_works_over_tls_with_the_agencys_own_authority() {
    let world = World::over_tls();
    assert!(world.house.address().starts_with("https://"));
    let one = world.computer("marwa");
    let case = one.opens(late_bus(1));
    one.agrees();
    assert_eq!(world.case(&case).id.to_string(), case);
    let two = world.second_computer("marwa");
    two.does(&case, note("من البيت"));
    two.agrees();
    one.agrees();
    assert_eq!(one.sees(&case).timeline.len(), two.sees(&case).timeline.len());
}

#[test]
fn a_desk_that_does_not_know_the_authority_sends_nothing() {
    let world = World::over_tls();
    let stranger = Http::with(world.house.address(), Trust::default()).expect("a client");
    let answer = world.handle().block_on(stranger.hello());
    assert_eq!(answer.err(), Some(PlatformError::Unreachable));
    let known = Http::with(world.house.address(), world.trust()).expect("a client");
    assert!(world.handle().block_on(known.hello()).is_ok());
}
