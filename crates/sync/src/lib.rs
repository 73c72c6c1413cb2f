//! Agreement between the desk's store and the platform.
//!
//! What to do next is decided by pure functions over plain data; time, ids, storage and network
//! are arguments, so that every fault can be played against them. The store's lock is never held
//! across the network.

mod http;
mod link;

pub use http::Http;
pub use link::{Link, LinkState, POLL, QUIET_MAX};
