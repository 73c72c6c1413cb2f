//! `platform import`: a backlog enters, and the report says what became of every row.

mod file;
mod tell;

use super::args::Import;
use super::console::{Console, Stopped, chain, shown};
use crate::import::{self, FileKind, ImportError, ImportMode, Map, Misfit, Sheet};
use crate::setup::place::line_at;
use crate::{Announce, App};
use domain::Refusal;
use std::fs::File;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

/// The exit code when everything else entered.
const REFUSED_ROWS: u8 = 3;

pub(super) fn import(console: &Console, app: &App, args: &Import) -> Result<ExitCode, Stopped> {
    let stop = |error| stopped(console, &args.map, error);
    if let Some(path) = &args.report {
        file::check(console, path, [&args.file, &args.map])?;
    }
    let map = map(&args.map).map_err(stop)?;
    let agency = map.agency.clone();
    let sheet = Sheet::read(open(&args.file).map_err(stop)?, &map).map_err(stop)?;
    let name = args.file.file_name().map(|it| it.to_string_lossy().into_owned());
    let announce = if args.announce { Announce::Persons } else { Announce::Nobody };
    let mode = ImportMode { is_dry_run: args.check, announce };
    let began = Instant::now();
    let mut report =
        import::import_sheet(app, map, &name.unwrap_or_default(), &sheet, mode).map_err(stop)?;
    let seconds = began.elapsed().as_secs_f64();
    // The same file again brings nobody more work.
    if args.assign > 0 && report.entered > 0 && !args.check {
        report.assigned =
            import::assign(app, &agency, args.assign).map_err(|error| console.failed(&error))?;
    }
    let book = app.book(&agency).map_err(|error| console.failed(&error))?;
    tell::tell(console, &report, &book, seconds);
    if let Some(path) = &args.report {
        file::write(console, path, &report, &sheet)?;
    }
    let code = if report.refused > 0 { REFUSED_ROWS } else { 0 };
    Ok(ExitCode::from(code))
}

fn map(path: &Path) -> Result<Map, ImportError> {
    let text = std::fs::read_to_string(path)
        .map_err(|cause| ImportError::File { path: path.to_owned(), cause })?;
    toml::from_str(&text).map_err(|error| ImportError::Form {
        line: error.span().map(|span| line_at(&text, span.start)),
        cause: error.message().to_owned(),
    })
}

fn open(path: &Path) -> Result<File, ImportError> {
    File::open(path).map_err(|cause| ImportError::File { path: path.to_owned(), cause })
}

/// The code and the facts of a refusal, as they travel.
pub(crate) fn code(refusal: &Refusal) -> String {
    serde_json::to_string(refusal).unwrap_or_default()
}

fn stopped(console: &Console, map: &Path, error: ImportError) -> Stopped {
    match error {
        ImportError::File { path, cause } => {
            let values = [("path", shown(&path.display())), ("cause", shown(&cause))];
            console.stop("import-error-file", &values)
        }
        ImportError::Form { line, cause } => {
            let line = shown(&line.unwrap_or(1));
            let values = [("path", shown(&map.display())), ("line", line), ("cause", cause.into())];
            console.stop("import-error-form", &values)
        }
        ImportError::Misfit(misfits) => {
            let stopped = console.stop("import-error-misfit", &[]);
            for misfit in &misfits {
                let (id, what) = misfit_words(misfit);
                console.warn(id, &[("what", what.into())]);
            }
            stopped
        }
        ImportError::NoSheet(kind) => console.stop(no_sheet(kind), &[]),
        ImportError::FileTooLarge => console.stop("import-error-too-large", &[]),
        ImportError::Read(cause) => console.stop("import-error-read", &[("cause", shown(&cause))]),
        ImportError::Platform(error) => console.stop("failed", &[("cause", chain(&error).into())]),
    }
}

fn no_sheet(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Empty => "import-error-empty",
        FileKind::Workbook => "import-error-workbook",
        FileKind::OldWorkbook => "import-error-old-workbook",
        FileKind::Pdf => "import-error-pdf",
        FileKind::Page => "import-error-page",
    }
}

fn misfit_words(misfit: &Misfit) -> (&'static str, String) {
    match misfit {
        Misfit::UnknownColumn { column } => ("misfit-unknown-column", column.clone()),
        Misfit::ColumnTwice { column } => ("misfit-column-twice", column.clone()),
        Misfit::UnknownAgency { agency } => ("misfit-unknown-agency", agency.to_string()),
        Misfit::UnknownUnit { unit, .. } => ("misfit-unknown-unit", unit.to_string()),
        Misfit::UnknownCategory { category, .. } => {
            ("misfit-unknown-category", category.to_string())
        }
        Misfit::BrokenPart { part } => ("misfit-broken-part", part.clone()),
        Misfit::BrokenTime { text } => ("misfit-broken-time", text.clone()),
        Misfit::TooManyValues { values } => ("misfit-too-many-values", values.join(" / ")),
        Misfit::Nothing { key } => ("misfit-nothing", key.clone()),
    }
}
