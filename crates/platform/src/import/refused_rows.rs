//! Refused rows as a sheet of their own, to be corrected and imported: what stands behind their cells,
//! and whether somebody has corrected them.

use super::cells::title_key;
use super::fault::{Reason, RowFault};
use super::sheet::{BrokenRow, Sheet, SheetRow};

/// Columns behind those of the file, which an import leaves alone when the rows are given again.
pub const REPORT_COLUMNS: [&str; 4] = ["rida line", "rida column", "rida reason", "rida row"];
/// Reasons that lie in the form of a row. The sheet of refused rows gives each row the cells of the
/// header, so an uncorrected row would look like a good one.
const OF_FORM: [&str; 4] = ["column-count", "quotation", "parted", "shifted"];
/// Reasons that the other rows of the column gave, which stand in another file now. The order of dates
/// may be answered by the mapping instead.
const OF_COLUMN: [&str; 1] = ["date"];
const OF_DATE_ORDER: [&str; 2] = ["date-order-mixed", "date-order-converted"];

impl Sheet {
    /// The columns of the file itself.
    #[must_use]
    pub fn own_columns(&self) -> &[String] {
        let end = report_columns(&self.header).unwrap_or(self.header.len());
        self.header.get(..end).unwrap_or_default()
    }

    /// The cells of a row with what stands behind them in a sheet of refused rows.
    #[must_use]
    pub fn refused_row(&self, row: &SheetRow, faults: &[&RowFault]) -> Vec<String> {
        let is_report = report_columns(&self.header).is_some();
        let behind = if is_report { REPORT_COLUMNS.len() } else { 0 };
        let mut cells = row.cells.clone();
        cells.truncate(row.cells.len().saturating_sub(behind));
        let (form, content) = fingerprints(&cells);
        cells.resize(cells.len().max(self.own_columns().len()), String::new());
        let columns: Vec<&str> = faults.iter().filter_map(|it| it.column.as_deref()).collect();
        let reasons: Vec<&str> = faults.iter().map(|it| code(&it.reason)).collect();
        let behind = [
            row.line.to_string(),
            columns.join(" | "),
            reasons.join(" | "),
            format!("{form} {content}"),
        ];
        cells.extend(behind);
        cells
    }
}

/// Marks the rows of a sheet of refused rows that are as they were when their form was refused, or a
/// date that did not agree with the rows around it.
pub fn mark_uncorrected(header: &[String], rows: &mut [SheetRow], is_order_named: bool) {
    let Some(own) = report_columns(header) else { return };
    for row in rows.iter_mut().filter(|it| it.broken.is_none()) {
        let Some((cells, behind)) = row.cells.split_at_checked(own) else { continue };
        let [_, _, reasons, before] = behind else { continue };
        let (form, content) = fingerprints(cells);
        let has = |codes: &[&str]| reasons.split(" | ").any(|it| codes.contains(&it.trim()));
        let is_asked = has(&OF_COLUMN) || has(&OF_DATE_ORDER) && !is_order_named;
        let is_as_it_was = |it: &str| before.split(' ').any(|before| before == it);
        if has(&OF_FORM) && is_as_it_was(&form) || is_asked && is_as_it_was(&content) {
            row.broken = Some(BrokenRow::Uncorrected);
        }
    }
}

/// The reason of a row that is as it was.
pub fn uncorrected(row: &SheetRow) -> Reason {
    let reasons = row.cells.iter().rev().nth(1).map(|it| it.trim().to_owned());
    Reason::Uncorrected { before: reasons.unwrap_or_default() }
}

/// The code of a reason; that of the first refusal for a row that was not corrected since.
fn code(reason: &Reason) -> &str {
    if let Reason::Uncorrected { before } = reason { before } else { reason.code() }
}

/// Where the columns of a report begin; none in any other sheet.
fn report_columns(header: &[String]) -> Option<usize> {
    let own = header.len().checked_sub(REPORT_COLUMNS.len())?;
    let titles = header.get(own..)?.iter().map(|it| title_key(it));
    titles.eq(REPORT_COLUMNS.iter().map(|it| title_key(it))).then_some(own)
}

/// What a correction of a row's form changes, and a spreadsheet that opens and saves it does not: the
/// letters and quotation marks of each cell. Behind it the same with the digits.
fn fingerprints(cells: &[String]) -> (String, String) {
    let form = hash("form", cells, |c| c.is_alphabetic() || c == '"');
    (form, hash("content", cells, |c| c.is_alphanumeric() || c == '"'))
}

fn hash(name: &str, cells: &[String], counts: fn(char) -> bool) -> String {
    let text = |cell: &String| cell.chars().filter(|c| counts(*c)).collect::<String>();
    let texts: Vec<String> = cells.iter().map(text).collect();
    let end = texts.iter().rposition(|it| !it.is_empty()).map_or(0, |at| at + 1);
    let joined = texts.get(..end).unwrap_or_default().join("\n");
    let hash = blake3::hash(joined.as_bytes()).to_hex();
    format!("{name}-{}", hash.get(..12).unwrap_or_default())
}
