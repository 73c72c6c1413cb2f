//! The store on real files: what is kept, what is erased, what is found.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod cache;
mod cases;
mod files;
mod keys;
mod leave;
mod lookup;
mod making;
mod queue;
mod replay;
mod search;
mod vault;
