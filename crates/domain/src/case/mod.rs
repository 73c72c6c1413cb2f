//! A case: its words, its state, and one file per action.

mod limits;
mod powers_card;
mod rank;
mod state;
mod words;

pub use limits::*;
pub use powers_card::*;
pub use rank::{nearest_due, rank};
pub use state::*;
pub use words::*;
