//! Who speaks: sign-in, enrolment, tokens.

mod enrol;
mod hello;
mod limiter;
mod password;
mod refresh;
mod sign_in;
mod tokens;

pub(crate) use limiter::Limiter;
pub(crate) use password::Passwords;
pub use tokens::Session;
