//! Agreement between the desk's store and the platform.
//!
//! [`round`] is one round of it; [`Link`] says when the next is due. What to do next is decided by
//! pure functions over plain data; time, storage and network are arguments, so that every fault can
//! be played against them. The store's lock is never held across the network.

mod address;
mod attachments;
mod batch;
mod bodies;
mod deliver;
mod engine;
mod error;
mod fetch;
mod http;
mod link;
mod receipts;
mod recover;
mod scope;
mod session;
mod stores;

pub use address::{AddressError, Trust};
pub use attachments::fetch_attachment;
pub use engine::{News, round};
pub use error::SyncError;
pub use http::Http;
pub use link::{Link, LinkState, POLL, QUIET_MAX};
pub use scope::{Call, Scope, scope};
pub use session::{refresh, sign_in};
pub use stores::{Open, Stores};
