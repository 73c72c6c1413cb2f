//! The conflict-of-interest wall (R63).

use crate::make;
use crate::world::World;
use domain::{Action, Refusal};

fn about(staff: &str) -> World {
    let mut open = make::open_case();
    open.accused = Some(staff.into());
    let mut world = World::empty();
    world.does("faris", Action::OpenCase(Box::new(open)));
    world
}

#[test]
fn the_accused_may_do_nothing_on_the_case() {
    let world = about("huda");
    for action in [Action::Take, Action::AddNote { text: "x".into() }, make::called_again()] {
        assert_eq!(world.judges("huda", &action), Err(Refusal::IsAccused));
    }
}

#[test]
fn neither_the_accused_nor_their_chain_hold_it() {
    let world = about("huda");
    let to = |staff: &str| Action::Assign { to: staff.into() };
    assert_eq!(world.judges("badr", &to("huda")), Err(Refusal::IsAccused));
    assert_eq!(world.judges("badr", &Action::Take), Err(Refusal::IsAccused));
    assert!(world.judges("badr", &to("hamed")).is_ok());
}

#[test]
fn neither_the_accused_nor_their_chain_approve_it() {
    let mut world = about("badr");
    world.does("huda", Action::Take);
    let asks = make::ask_approval(&world, 20_000);
    assert_eq!(world.judges("huda", &asks), Err(Refusal::NobodyAbove));
    // Somebody of another chain with the power would be asked: an accused of the fares leaves badr.
    let mut world = about("faris");
    world.case.as_mut().unwrap().accused = Some("faris".into());
    world.does("huda", Action::Take);
    world.does("huda", make::ask_approval(&world, 20_000));
    assert_eq!(world.case().approvals[0].approvers, ["badr".into()]);
}

#[test]
fn an_accused_who_is_not_on_the_books_is_a_slip_of_the_pen() {
    let mut open = make::open_case();
    open.accused = Some("nobody".into());
    let refused = World::empty().judges("huda", &Action::OpenCase(Box::new(open)));
    assert_eq!(refused, Err(Refusal::UnknownCode { what: "nobody".into() }));
}
