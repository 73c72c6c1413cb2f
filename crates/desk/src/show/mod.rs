//! From a case and its events to what the window shows. Pure: everything known is an argument.

mod approval;
mod facts;
mod hours;
mod row;
mod said;
mod story;
mod timeline;
mod who;

pub(crate) use approval::{approval_row, case_approvals};
pub(crate) use facts::{clocks, person, remedies, remedy_label};
pub(crate) use hours::hours;
pub(crate) use row::{row, stub_row};
pub(crate) use said::{in_pieces, one_line, said, said_if_any};
pub(crate) use story::story;
pub(crate) use timeline::timeline;
pub(crate) use who::Reader;
