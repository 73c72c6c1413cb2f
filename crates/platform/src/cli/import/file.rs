//! The report of an import as a file. It may hold words of persons, so only its owner reads it.

use crate::cli::console::{Console, Stopped, shown};
use crate::import::{ImportReport, RowFault, Sheet};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// Columns behind those of the file, which an import leaves alone when the rows are given again.
const COLUMNS: [&str; 3] = ["rida line", "rida column", "rida reason"];

pub(super) fn write(
    console: &Console,
    path: &Path,
    report: &ImportReport,
    sheet: &Sheet,
) -> Result<(), Stopped> {
    let is_csv = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("csv"));
    let bytes = if is_csv {
        refused_rows(report, sheet)
    } else {
        serde_json::to_vec_pretty(report).map_err(io::Error::from)
    };
    bytes.and_then(|bytes| save(path, &bytes)).map_err(|cause| {
        let values = [("path", shown(&path.display())), ("cause", shown(&cause))];
        console.stop("import-error-report", &values)
    })
}

/// The refused rows as they stand in the file, with line, column and reason behind.
fn refused_rows(report: &ImportReport, sheet: &Sheet) -> io::Result<Vec<u8>> {
    let mut faults: BTreeMap<u64, Vec<&RowFault>> = BTreeMap::new();
    for fault in &report.faults {
        faults.entry(fault.line).or_default().push(fault);
    }
    // Spreadsheets read UTF-8 only behind a byte order mark.
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer("\u{FEFF}".into());
    let titles = sheet.header.iter().map(String::as_str).chain(COLUMNS);
    writer.write_record(titles)?;
    for row in &sheet.rows {
        let Some(faults) = faults.get(&row.line) else { continue };
        let mut cells = row.cells.clone();
        cells.resize(cells.len().max(sheet.header.len()), String::new());
        let columns: Vec<&str> = faults.iter().filter_map(|it| it.column.as_deref()).collect();
        let reasons: Vec<&str> = faults.iter().map(|it| it.reason.code()).collect();
        cells.extend([row.line.to_string(), columns.join(" | "), reasons.join(" | ")]);
        writer.write_record(&cells)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}
