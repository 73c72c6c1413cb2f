//! The rules of a case, seen from outside: sentences per action, then properties over random
//! sequences of actions.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing fails")]

mod accused;
mod approvals;
mod begins;
mod closings;
mod contacts;
mod corrections;
mod decisions;
mod hours;
mod letters;
mod make;
mod owners;
mod properties;
mod remedies;
mod replies;
mod reviews;
mod silences;
mod withdrawals;
mod words;
mod world;
