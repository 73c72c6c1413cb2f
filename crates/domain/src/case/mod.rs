//! A case: its words, its state, and one file per action.
//!
//! [`decide`] answers with events or a refusal, [`apply`] adds an event to a case, [`fold`] adds up
//! all of them. Absent on purpose: any way for a handler alone to close a case.

mod apply;
mod approval;
mod assign;
mod clocks;
mod clockwork;
mod correct_person;
mod decide;
mod dispatch;
mod fold;
mod grant_limits;
mod guard;
mod holder;
mod import_case;
mod ledger;
mod letter;
mod limits;
mod note;
mod open_case;
mod powers_card;
mod rank;
mod record_contact;
mod remedy;
mod repeat;
mod reply;
mod reply_gate;
mod resolution;
mod review;
mod settle;
mod silence;
mod state;
mod subject;
mod substance;
mod trail;
mod withdraw;
mod word;
mod words;

pub use apply::apply;
pub use clockwork::{due, next_due};
pub use dispatch::decide;
pub use fold::fold;
pub use grant_limits::REMEDIES_MAX;
pub use guard::{FILE_BYTES_MAX, LINE_CHARS_MAX, TEXT_CHARS_MAX};
pub use holder::holder;
pub use ledger::{SYNC_AFTER, holding_totals};
pub use limits::*;
pub use powers_card::*;
pub use rank::*;
pub use record_contact::FLAG_CONTACTS;
pub use repeat::REPEAT_PERCENT;
pub use reply_gate::{Finding, Weight, check_reply, facts_seen, kind_seen, latest_next};
pub use resolution::{check_resolution, facts_of_letter, mended_by_approval};
pub use state::*;
pub use subject::{SUBJECT_PIECES_MAX, SubjectPiece, compose_subject, plain_subject};
pub use trail::{HOLD, Reach, TRAIL_MAX, Trace};
pub use words::*;
