//! The report of an import as a file. It may hold words of persons, so only its owner reads it.

use crate::cli::console::{Console, Stopped, shown};
use crate::import::{ImportReport, REPORT_COLUMNS, RowFault, Sheet};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;

/// How much of a file shows whether it is a report.
const REPORT_BEGIN_BYTES: u64 = 64 * 1024;

/// Makes sure that a report can be written, before anything enters. It never writes over a file that is
/// no report of an import, and not over those that this import reads.
pub(super) fn check(console: &Console, path: &Path, read: [&Path; 2]) -> Result<(), Stopped> {
    let path_shown = || [("path", shown(&path.display()))];
    if read.iter().any(|it| is_same_file(it, path)) {
        return Err(console.stop("import-error-report-is-read", &path_shown()));
    }
    let stop = |cause| {
        let values = [path_shown(), [("cause", shown(&cause))]].concat();
        console.stop("import-error-report", &values)
    };
    let is_there = path.exists();
    if is_there && !is_report(path).map_err(stop)? {
        return Err(console.stop("import-error-report-exists", &path_shown()));
    }
    options().append(true).open(path).map_err(stop)?;
    if !is_there {
        std::fs::remove_file(path).map_err(stop)?;
    }
    Ok(())
}

fn is_same_file(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(a), Ok(b)) = (std::fs::metadata(a), std::fs::metadata(b)) {
        use std::os::unix::fs::MetadataExt;
        return (a.dev(), a.ino()) == (b.dev(), b.ino());
    }
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Whether a file is an earlier report, or empty, or no file with content at all.
fn is_report(path: &Path) -> io::Result<bool> {
    let file = std::fs::File::open(path)?;
    if !file.metadata()?.is_file() {
        return Ok(true);
    }
    let mut begin = Vec::new();
    file.take(REPORT_BEGIN_BYTES).read_to_end(&mut begin)?;
    let begin = String::from_utf8_lossy(&begin);
    let is_csv = begin
        .lines()
        .next()
        .is_some_and(|line| REPORT_COLUMNS.iter().take(3).all(|it| line.contains(it)));
    let is_json = begin.starts_with('{') && begin.contains("\"rows_read\"");
    Ok(begin.is_empty() || is_csv || is_json)
}

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
    let titles = sheet.own_columns().iter().map(String::as_str).chain(REPORT_COLUMNS);
    writer.write_record(titles)?;
    for row in &sheet.rows {
        let Some(faults) = faults.get(&row.line) else { continue };
        writer.write_record(sheet.refused_row(row, faults))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn save(path: &Path, bytes: &[u8]) -> io::Result<()> {
    options().write(true).truncate(true).open(path)?.write_all(bytes)
}

/// Creates what is not there, for its owner alone.
fn options() -> std::fs::OpenOptions {
    let mut options = std::fs::OpenOptions::new();
    options.create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
