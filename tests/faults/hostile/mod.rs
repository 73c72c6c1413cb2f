//! A client that means no good: bytes at random, answers that somebody changed, and a member of staff
//! with an enrolled computer who signs whatever they like.
//!
//! A new attack is one test: [`Attacker::enrolled`] gives a signing client, [`Attacker::forges`] sends
//! an action under a changed header, [`Attacker::asks`] sends a changed question for news, and
//! [`Rows`] compares all tables of the platform before and after.

mod answers;
mod attacker;
mod bounds;
mod cursor;
mod holds;
mod ids;
mod rows;
mod samples;

pub use attacker::{Attacker, device_id};
pub use rows::Rows;
