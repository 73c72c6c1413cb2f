//! The desk through its real store, beside a platform that judges by the same rules.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod acting;
mod agreeing;
mod approving;
mod attaching;
mod correcting;
mod offering;
mod reading;
mod returning;
mod taking_back;
mod tidying;
mod typing;
mod unlocking;
mod world;
