//! The wire between a desk and the platform: messages, limits, versions.
//!
//! Snapshots lock the shapes: a released message is never changed, only added to. An action and a
//! verdict travel as the exact bytes that were signed; JSON inside JSON is carried as base64.

mod action;
mod attachment;
mod bounded;
mod bytes;
pub mod limits;
mod platform;
mod proof;
mod pull;
mod push;
mod session;
mod size;
mod verdict;

pub use action::*;
pub use attachment::*;
pub use bounded::NUMBER_MAX;
pub use bytes::*;
pub use platform::*;
pub use proof::*;
pub use pull::*;
pub use push::*;
pub use session::*;
pub use size::json_bytes;
pub use verdict::*;

/// The version of the protocol; a platform answers the versions it speaks at `GET /v1/hello`.
pub const PROTOCOL: u16 = 1;
