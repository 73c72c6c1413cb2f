//! The handler's actions and what the window shows: the only door to the store.
//!
//! Each action is one file: load, ask the rule, one vault transaction writes the action (that is
//! *saved*), its effect goes to the overlay. Nothing here knows of windows or of the network.

mod act;
mod act_on_case;
mod agreement;
mod answer_approval;
mod answer_attention;
mod approvals;
mod ask_person;
mod attach;
mod check;
mod choices;
mod compose;
mod decide_case;
mod desk;
mod door;
mod edge;
mod error;
mod export_unsent;
mod ground;
mod lookup;
mod open_case;
mod queue;
mod request_approval;
mod save;
mod save_draft;
mod search;
mod send_reply;
mod session;
mod settings;
mod shelf;
mod show;
mod show_case;
mod take_back;
mod tidy;
pub mod view;

pub use desk::{Desk, Parts};
pub use door::{Costs, Door, Enrolment, KeySecrets, SignedIn, platform_view};
pub use ed25519_dalek::SigningKey;
pub use edge::{Edge, NoRandom};
pub use error::{DeskError, Shown, Trouble};
pub use store::Accepted;
