//! The person's page, its messages and the clockwork, through the real router and a real store, with
//! a clock that the tests drive.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod answers;
mod browser;
mod clockwork;
mod desk;
mod door;
mod house;
mod messages;
mod page;
