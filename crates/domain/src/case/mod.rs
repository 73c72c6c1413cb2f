//! A case: its words, its state, and one file per action.

mod state;
mod words;

pub use state::*;
pub use words::*;
