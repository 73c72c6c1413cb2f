//! A backlog from CSV files: a mapping file says what the columns mean, good rows enter as cases with
//! their true age, bad ones are listed, and the same file again adds nothing.

mod assign;
mod dates;
mod fault;
mod ids;
mod lines;
mod map;
mod plan;
mod report;
mod row;
mod run;
mod spread;
mod subject;

pub use assign::assign;
pub use fault::{ImportError, Misfit, Reason, RowFault};
pub use ids::{RowIds, derived_op, person_id};
pub use lines::{Lines, ROW_BYTES_MAX};
pub use map::Map;
pub use plan::{Books, Plan};
pub use report::ImportReport;
pub use row::{MappedRow, map_row};
pub use run::{BATCH_ROWS, import};
