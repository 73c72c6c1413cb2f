//! A backlog from CSV files: a mapping file says what the columns mean, good rows enter as cases with
//! their true age, bad ones are listed, and the same file again adds nothing.

mod assign;
mod cells;
mod columns;
mod content;
mod dates;
mod encoding;
mod fault;
mod ids;
mod map;
mod people;
mod plan;
mod preview;
mod records;
mod refused_rows;
mod report;
mod row;
mod run;
mod sheet;
mod signs;
mod spread;
mod subject;

pub use assign::assign;
pub use dates::{Calendar, DateOrder, DateQuestion};
pub use fault::{ImportError, Misfit, Reason, Remark, RemarkOf, RowFault};
pub use ids::{RowIds, derived_op, person_id};
pub use map::Map;
pub use plan::{Books, Plan};
pub use preview::PreviewRow;
pub use refused_rows::REPORT_COLUMNS;
pub use report::{DatesUnderstood, ImportReport, Understood};
pub use row::{MappedRow, map_row};
pub use run::{BATCH_ROWS, ImportMode, import, import_sheet};
pub use sheet::{BrokenRow, FileKind, LeftOut, LeftOutBecause, Sheet, SheetRow};
