//! Who speaks: sign-in, enrolment, tokens.

mod access;
mod challenge;
mod enrol;
mod hello;
mod limiter;
mod password;
mod refresh;
mod sign_in;
mod tokens;

pub use access::{AccountState, Ended};
pub(crate) use limiter::{Limiter, whole_house};
pub(crate) use password::Passwords;
pub use tokens::Session;
