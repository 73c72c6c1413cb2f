//! The report of an import in the terminal.

use super::code;
use crate::cli::console::{Console, shown};
use crate::import::{DateOrder, ImportReport, LeftOut, LeftOutBecause, Reason, RemarkOf, RowFault};
use crate::words::Said;
use domain::book::Book;

/// Faults that are printed; the rest stands in the report file.
const FAULTS_SHOWN: usize = 20;
/// A text is cut here in the table of the first rows.
const TEXT_CHARS_SHOWN: usize = 60;

pub(super) fn tell(console: &Console, report: &ImportReport, book: &Book, seconds: f64) {
    let title = [("file", report.file.as_str().into()), ("source", report.source.as_str().into())];
    console.say("import-title", &title);
    understood(console, report);
    preview(console, report, book);
    if report.is_dry_run {
        console.say("import-dry-run", &[]);
    }
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
    letters(console, report);
    faults(console, report);
    remarks(console, report);
    left_out(console, report);
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
    let values: Vec<Said<'_>> = match &fault.reason {
        Reason::ColumnCount { found, expected } => {
            vec![("found", (*found).into()), ("expected", (*expected).into())]
        }
        Reason::KeyTwice { first } => vec![("first", shown(first))],
        Reason::KeyReused { opened_at } => vec![("opened", shown(&opened_at.date_naive()))],
        Reason::Date { value }
        | Reason::DateOrder { value, .. }
        | Reason::TooOld { value }
        | Reason::Future { value }
        | Reason::UnknownValue { value } => vec![("value", value.as_str().into())],
        Reason::Uncorrected { before } => vec![("before", before.as_str().into())],
        Reason::TooLong { chars_max } => vec![("max", (*chars_max).into())],
        Reason::Refused { refusal } => vec![("code", code(refusal).into())],
        Reason::Parted
        | Reason::Shifted
        | Reason::Quotation
        | Reason::Encoding
        | Reason::LostLetters
        | Reason::ControlCharacter
        | Reason::SheetError
        | Reason::Markup
        | Reason::Rounded
        | Reason::Empty
        | Reason::ClosedBeforeOpened
        | Reason::ClosedWithoutDate
        | Reason::OpenWithClosingDate => Vec::new(),
    };
    console.words(&id, &values)
}

/// How the file was understood, and what has to be asked.
fn understood(console: &Console, report: &ImportReport) {
    let understood = &report.understood;
    let separator = match understood.separator.as_str() {
        "\t" => "TAB",
        other => other,
    };
    console.say(
        "import-understood",
        &[
            ("encoding", understood.encoding.into()),
            ("separator", separator.into()),
            ("header", shown(&understood.header_line)),
        ],
    );
    if understood.is_encoding_doubtful {
        console.warn("import-encoding-doubtful", &[]);
    }
    for dates in &understood.dates {
        let column = [("column", dates.column.as_str().into())];
        match dates.order {
            Some(DateOrder::DayFirst) => console.say("import-day-first", &column),
            Some(DateOrder::MonthFirst) => console.say("import-month-first", &column),
            Some(DateOrder::YearFirst) => console.say("import-year-first", &column),
            None => {}
        }
        let asks = |it: &RowFault| {
            matches!(&it.reason, Reason::DateOrder { .. })
                && it.column.as_ref() == Some(&dates.column)
        };
        if report.faults.iter().any(asks) {
            console.warn("import-date-question", &column);
        }
    }
}

/// The first rows, when nothing enters.
fn preview(console: &Console, report: &ImportReport, book: &Book) {
    if !report.is_dry_run || report.preview.is_empty() {
        return;
    }
    console.say("import-preview", &[]);
    for row in &report.preview {
        let label = book.categories.get(&row.category).map(|it| it.label.of(console.language));
        let open = console.words("import-preview-open", &[]);
        let cut = |text: &str| text.chars().take(TEXT_CHARS_SHOWN).collect::<String>();
        // A line break would make one row of the table look like two.
        let one_line = |text: &str| cut(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        console.say(
            "import-preview-row",
            &[
                ("line", shown(&row.line)),
                ("key", row.key.as_str().into()),
                ("opened", row.opened.as_str().into()),
                ("closed", row.closed.clone().unwrap_or(open).into()),
                ("category", label.unwrap_or(row.category.as_str()).into()),
                ("name", row.name.as_str().into()),
                ("reached", row.reached.as_str().into()),
                ("id", row.national_id.as_str().into()),
                ("place", one_line(&row.place).into()),
                ("subject", one_line(&row.subject).into()),
                ("resolution", one_line(&row.resolution).into()),
            ],
        );
    }
}

/// How many persons are written to, by channel.
fn letters(console: &Console, report: &ImportReport) {
    let id = match (report.is_announced, report.is_dry_run) {
        (true, true) => "import-letters-would",
        (true, false) => "import-letters",
        (false, _) => "import-letters-none",
    };
    let of = |channel: &str| report.letters.get(channel).copied().unwrap_or_default();
    console.say(id, &[("texts", of("sms").into()), ("mails", of("mail").into())]);
}

fn remarks(console: &Console, report: &ImportReport) {
    if !report.remarks.is_empty() {
        console.say("import-remarks", &[]);
    }
    for remark in report.remarks.iter().take(FAULTS_SHOWN) {
        let key = match &remark.remark {
            RemarkOf::IdOfAnother { key } => Some(("key", key.as_str().into())),
            RemarkOf::NoPhone
            | RemarkOf::FillerPhone
            | RemarkOf::MoreThanPhone
            | RemarkOf::NoNationalId
            | RemarkOf::CheckDigit
            | RemarkOf::SeveralPersons
            | RemarkOf::NoMail => None,
        };
        let values: Vec<Said<'_>> = key.into_iter().collect();
        let why = console.words(&format!("remark-{}", remark.remark.code()), &values);
        let column = remark.column.clone().unwrap_or_default();
        let values =
            [("line", shown(&remark.line)), ("column", column.into()), ("why", why.into())];
        console.say("import-refusal", &values);
    }
    let more = report.remarks.len().saturating_sub(FAULTS_SHOWN) as u64 + report.remarks_left_out;
    if more > 0 {
        console.say("import-refusals-left-out", &[("faults", more.into())]);
    }
}

/// Lines that are no rows; blank ones are only counted.
fn left_out(console: &Console, report: &ImportReport) {
    let is_blank = |it: &&LeftOut| it.why == LeftOutBecause::Blank;
    let blank = report.left_out.iter().filter(is_blank).count();
    if blank > 0 {
        console.say("import-blank-lines", &[("rows", blank.into())]);
    }
    for line in report.left_out.iter().filter(|it| !is_blank(it)).take(FAULTS_SHOWN) {
        let id = match line.why {
            LeftOutBecause::AboveHeader => "import-left-out-above",
            LeftOutBecause::Total => "import-left-out-total",
            LeftOutBecause::HeaderAgain => "import-left-out-header",
            LeftOutBecause::Blank => continue,
        };
        console.say(id, &[("line", shown(&line.line))]);
    }
}
