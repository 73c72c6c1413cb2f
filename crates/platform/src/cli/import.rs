//! `platform import`: a backlog enters, and the report says what became of every row.

use super::args::Import;
use super::console::{Console, Stopped, chain, shown};
use crate::App;
use crate::import::{self, ImportError, ImportReport, Map, Misfit, Reason, RowFault};
use crate::setup::place::line_at;
use domain::Refusal;
use domain::book::Book;
use std::fs::File;
use std::path::Path;
use std::time::Instant;

/// Faults that are printed; the rest stands in the JSON report.
const FAULTS_SHOWN: usize = 20;

pub(super) fn import(console: &Console, app: &App, args: &Import) -> Result<(), Stopped> {
    let stop = |error| stopped(console, &args.map, error);
    let map = map(&args.map).map_err(stop)?;
    let agency = map.agency.clone();
    let file = open(&args.file).map_err(stop)?;
    let name = args.file.file_name().map(|it| it.to_string_lossy().into_owned());
    let began = Instant::now();
    let mut report = import::import(app, map, &name.unwrap_or_default(), file).map_err(stop)?;
    let seconds = began.elapsed().as_secs_f64();
    // The same file again brings nobody more work.
    if args.assign > 0 && report.entered > 0 {
        report.assigned =
            import::assign(app, &agency, args.assign).map_err(|error| console.failed(&error))?;
    }
    let book = app.book(&agency).map_err(|error| console.failed(&error))?;
    tell(console, &report, &book, seconds);
    args.report.as_deref().map_or(Ok(()), |path| write(console, path, &report))
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

fn tell(console: &Console, report: &ImportReport, book: &Book, seconds: f64) {
    let title = [("file", report.file.as_str().into()), ("source", report.source.as_str().into())];
    console.say("import-title", &title);
    for (id, rows) in [
        ("import-rows-read", report.rows_read),
        ("import-entered", report.entered),
        ("import-entered-open", report.entered_open),
        ("import-entered-closed", report.entered_closed),
        ("import-from-form", report.subject_from_form),
        ("import-without-person", report.without_person),
        ("import-there-already", report.there_already),
        ("import-refused", report.refused),
        ("import-assigned", report.assigned),
    ] {
        console.say(id, &[("rows", rows.into())]);
    }
    if !report.by_category.is_empty() {
        console.say("import-by-category", &[]);
    }
    for (category, rows) in &report.by_category {
        let label = book.categories.get(category).map(|it| it.label.of(console.language));
        let label = label.unwrap_or(category.as_str());
        let values = [("label", label.into()), ("rows", (*rows).into())];
        console.say("import-by-category-line", &values);
    }
    faults(console, report);
    #[allow(clippy::cast_precision_loss, reason = "a speed for eyes")]
    let speed = (report.rows_read as f64 / seconds.max(0.001)).round();
    console.say(
        "import-speed",
        &[
            ("rows", report.rows_read.into()),
            ("seconds", shown(&format!("{seconds:.1}"))),
            ("speed", shown(&speed)),
        ],
    );
}

fn faults(console: &Console, report: &ImportReport) {
    if !report.faults.is_empty() {
        console.say("import-refusals", &[]);
    }
    for fault in report.faults.iter().take(FAULTS_SHOWN) {
        let values = [("line", shown(&fault.line)), ("why", why(console, fault).into())];
        match &fault.column {
            Some(column) => {
                let column = [("column", column.as_str().into())];
                console.say("import-refusal", &[&values[..], &column].concat());
            }
            None => console.say("import-refusal-row", &values),
        }
    }
    let more = report.faults.len().saturating_sub(FAULTS_SHOWN) as u64 + report.faults_left_out;
    if more > 0 {
        console.say("import-refusals-left-out", &[("faults", more.into())]);
    }
}

fn why(console: &Console, fault: &RowFault) -> String {
    let id = format!("row-{}", fault.reason.code());
    match &fault.reason {
        Reason::ColumnCount { found, expected } => {
            console.words(&id, &[("found", (*found).into()), ("expected", (*expected).into())])
        }
        Reason::KeyTwice { first } => console.words(&id, &[("first", shown(first))]),
        Reason::Date { value } | Reason::Future { value } | Reason::UnknownValue { value } => {
            console.words(&id, &[("value", value.as_str().into())])
        }
        Reason::TooLong { chars_max } => console.words(&id, &[("max", (*chars_max).into())]),
        Reason::Refused { refusal } => console.words(&id, &[("code", code(refusal).into())]),
        Reason::Encoding
        | Reason::Empty
        | Reason::ClosedBeforeOpened
        | Reason::ClosedWithoutDate
        | Reason::OpenWithClosingDate
        | Reason::Phone => console.words(&id, &[]),
    }
}

/// The code and the facts of a refusal, as they travel.
pub(super) fn code(refusal: &Refusal) -> String {
    serde_json::to_string(refusal).unwrap_or_default()
}

fn write(console: &Console, path: &Path, report: &ImportReport) -> Result<(), Stopped> {
    let written = serde_json::to_vec_pretty(report)
        .map_err(std::io::Error::from)
        .and_then(|bytes| std::fs::write(path, bytes));
    written.map_err(|cause| {
        let values = [("path", shown(&path.display())), ("cause", shown(&cause))];
        console.stop("import-error-report", &values)
    })
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
        ImportError::EndlessRow { line } => {
            console.stop("import-error-endless", &[("line", shown(&line))])
        }
        ImportError::Rows { line, cause } => {
            let values = [("line", shown(&line)), ("cause", shown(&cause))];
            console.stop("import-error-rows", &values)
        }
        ImportError::Platform(error) => console.stop("failed", &[("cause", chain(&error).into())]),
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
