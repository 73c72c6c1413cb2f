//! The table "Outcomes that are fixed" of `sync.md`, row by row. Two things happen out of each other's
//! sight; whoever arrives second learns it, and no text is lost.

mod chain;
mod conversation;
mod powers;

use chrono::TimeDelta;
use desk::view::{AttentionWhy, MovedView};
use domain::Refusal;
use stories::world::{Computer, World, late_bus};

/// Marwa's computer with one case of hers that the platform knows.
pub fn with_a_case(world: &World) -> (Computer, String) {
    let marwa = world.computer("marwa");
    let case = marwa.opens(late_bus(1));
    marwa.agrees();
    (marwa, case)
}

/// The texts that reached the person, once the hold of all is over.
pub fn went_out(world: &World, case: &str) -> Vec<String> {
    world.advance(TimeDelta::minutes(1));
    world.replies(case)
}

pub fn rejected(why: &AttentionWhy) -> &Refusal {
    match why {
        AttentionWhy::Rejected { refusal } => refusal,
        other => panic!("not rejected: {other:?}"),
    }
}

pub fn moved(why: AttentionWhy) -> Vec<MovedView> {
    match why {
        AttentionWhy::Moved { changes } => changes,
        other => panic!("not moved: {other:?}"),
    }
}
