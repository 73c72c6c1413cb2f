//! The rules of Rida.
//!
//! Everything here is pure: no clock, disk, network, randomness, locale or async. A rule takes the
//! state of one aggregate, an action and a [`Context`] that was gathered before, and returns the
//! events that should happen or a typed [`Refusal`]. The desk runs it to answer at once, the
//! platform runs the same function to decide.

mod action;
mod actor;
pub mod book;
pub mod bounds;
pub mod calendar;
pub mod case;
mod context;
mod event;
pub mod gate;
mod ids;
mod lease;
pub mod money;
pub mod person;
pub mod phone;
pub mod reading;
pub mod reference;
mod refusal;
pub mod staff;
pub mod text;

pub use action::*;
pub use actor::*;
pub use context::*;
pub use event::*;
pub use ids::*;
pub use lease::lease_allows;
pub use person::*;
pub use refusal::*;
