//! The authority: judges what desks did, keeps the agency's history, and tells each desk what it may
//! know. An agency is set up from files, and a backlog comes from files.
//!
//! [`App`] is the whole platform without a network; [`router`] and [`InProcess`] are two doors to it.
//! SQL stands in `store` only.

mod act;
mod anchor;
mod app;
mod attachments;
mod backup;
pub mod cli;
pub mod clockwork;
mod codes;
mod config;
mod data_key;
mod data_lock;
mod derived_id;
mod encrypt;
mod error;
mod health;
mod http;
pub mod import;
mod in_process;
mod judge;
mod letters;
pub mod living;
mod outbox;
pub mod person_page;
mod pull;
mod push;
mod record;
mod say;
mod sealed;
mod secrets;
pub mod sender;
mod serving;
mod session;
pub mod setup;
mod store;
mod surroundings;
pub mod words;

pub use act::{Act, Acted, Announce};
pub use anchor::Behind;
pub use app::App;
pub use backup::{Manifest, restore};
pub use config::{Config, PasswordCost};
pub use data_key::{DataKey, DataKeyError};
pub use data_lock::DataLock;
pub use derived_id::DerivedId;
pub use encrypt::encrypt;
pub use error::{Denied, Error};
pub use health::{Check, Health, HealthState};
pub use http::router;
pub use in_process::InProcess;
pub use letters::LetterLine;
pub use record::{PersonChange, PersonChanged, reached_by};
pub use serving::{
    ForwardedHeader, Hosts, Limits, Proxies, Serving, Tls, TlsError, serve, serve_with,
};
pub use session::{AccountState, Ended, Session};
pub use store::ListedDevice;
pub use surroundings::{Clock, NoRandom, Random, system_clock, system_random};
