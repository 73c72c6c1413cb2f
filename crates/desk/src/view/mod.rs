//! What the window shows and what it sends: one door, typed on both sides.
//!
//! Texts of people come with their own direction, computed here once. Nothing here is a sentence
//! for humans: codes, names, numbers and instants, which the interface puts into words.

mod agreement;
mod approval;
mod case;
mod input;
mod intake;
mod powers;
mod queue;
mod session;
mod timeline;

pub use agreement::*;
pub use approval::*;
pub use case::*;
pub use input::*;
pub use intake::*;
pub use powers::*;
pub use queue::*;
pub use session::*;
pub use timeline::*;
