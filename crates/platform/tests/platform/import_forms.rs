//! Random correct sheets in every form are read as they are meant; broken ones bring right rows or none.

#![allow(clippy::unwrap_used)]

use crate::import_sheets::{HEADER, home, map, now, row};
use chrono::{DateTime, Utc};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1256};
use platform::import::{Books, Plan, Sheet, map_row};
use platform::setup::read_book;
use proptest::prelude::*;

/// What is expected of a row: its key, its instant and its words.
type ReadRow = (String, DateTime<Utc>, String);

/// One way in which a correct sheet may be written.
#[derive(Clone, Debug)]
struct Form {
    encoding: usize,
    separator: char,
    date: usize,
    arabic_digits: bool,
    line_end: &'static str,
    extra: bool,
}

fn forms() -> impl Strategy<Value = Form> {
    let separators = prop::sample::select(vec![',', ';', '\t', '|', '،']);
    let ends = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    (0..5_usize, separators, 0..7_usize, any::<bool>(), ends, any::<bool>()).prop_map(
        |(encoding, separator, date, arabic_digits, line_end, extra)| Form {
            encoding,
            separator,
            date,
            arabic_digits,
            line_end,
            extra,
        },
    )
}

fn written_date(at: DateTime<Utc>, form: usize) -> String {
    let local = at.with_timezone(&chrono_tz::Asia::Riyadh);
    let form = [
        "%d/%m/%Y %H:%M",
        "%-d-%-m-%Y %I:%M ص",
        "%Y-%m-%d %H:%M",
        "%Y-%m-%dT%H:%M:%S+03:00",
        "%d.%m.%Y %H:%M:%S",
        "%Y/%m/%d %H:%M",
        "%d %B %Y %H:%M",
    ][form];
    local.format(form).to_string()
}

fn arabic(text: &str) -> String {
    let digit = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(0x0660 + digit).unwrap(),
        None => c,
    };
    text.chars().map(digit).collect()
}

fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    let as_of = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
    match encoding {
        0 => as_of(UTF_8, text),
        1 => as_of(UTF_8, &format!("\u{FEFF}{text}")),
        2 => as_of(WINDOWS_1256, text),
        3 => format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    }
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// A correct sheet and, for each row, its key, instant and words.
fn made(form: &Form, rows: &[(u32, String)]) -> (Vec<u8>, Vec<ReadRow>) {
    let separator = form.separator.to_string();
    let mut lines = Vec::new();
    if form.extra {
        lines.push(quoted("كشف البلاغات"));
        lines.push(separator.repeat(11));
    }
    let titles = HEADER.map(|it| if form.extra { format!(" {it} ") } else { it.to_owned() });
    lines.push(titles.map(|it| quoted(&it)).join(&separator));
    let mut expect = Vec::new();
    for (n, (minutes, words)) in rows.iter().enumerate() {
        let begin: DateTime<Utc> = "2025-01-14T05:00:00Z".parse().unwrap();
        let days = i64::from(minutes / 200);
        let at = begin
            + chrono::TimeDelta::days(days)
            + chrono::TimeDelta::minutes(i64::from(minutes % 200));
        let mut cells = row(&format!("K{n}"), &written_date(at, form.date), words);
        // Arabic-Indic digits stand in no 8-bit encoding.
        if form.arabic_digits && form.encoding != 2 {
            cells[1] = arabic(&cells[1]);
        }
        lines.push(cells.map(|it| quoted(&it)).join(&separator));
        expect.push((format!("K{n}"), at, words.clone()));
    }
    if form.extra {
        lines.push(quoted("الإجمالي"));
    }
    (encoded(&lines.join(form.line_end), form.encoding), expect)
}

fn words() -> impl Strategy<Value = String> {
    let some = ["ماسورة مكسورة", "الماء مقطوع، والناس", "قال: \"غداً\"", "a, b; c", "شارع 8"];
    prop::sample::select(some.map(str::to_owned).to_vec())
}

fn read_back(bytes: &[u8]) -> Vec<ReadRow> {
    let map = map();
    let sheet = Sheet::read(bytes, &map).unwrap();
    let book = read_book(&home().join("demo")).unwrap();
    let books = Books::from([(book.agency.clone(), book)]);
    let Ok(plan) = Plan::new(map, &sheet, &books, now()) else {
        return Vec::new();
    };
    let rows = sheet.rows.iter();
    rows.filter_map(|it| map_row(&plan, &books, it, now()).ok())
        .map(|it| (it.import.source_key, it.import.opened_at, it.import.open.own_words))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn a_correct_sheet_is_read_as_it_is_meant_in_every_form(
        form in forms(),
        rows in prop::collection::vec((0_u32..40_000, words()), 4..9),
    ) {
        let (bytes, expect) = made(&form, &rows);
        prop_assert_eq!(read_back(&bytes), expect);
    }

    #[test]
    fn a_broken_sheet_brings_right_rows_or_none(
        form in forms(),
        rows in prop::collection::vec((0_u32..40_000, words()), 4..9),
        at in 0.3_f64..1.0,
        with in prop::sample::select(vec![b'"', b'\n', b',', b';', 0_u8, 0xFF, b'#']),
    ) {
        let (mut bytes, expect) = made(&form, &rows);
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = (bytes.len() as f64 * at) as usize;
        bytes.insert(place.min(bytes.len()), with);
        // One byte was put into one row: every other row is right or refused, and that one row may
        // differ only where the byte stands.
        let wrong = read_back(&bytes).into_iter().filter(|it| !expect.contains(it)).count();
        prop_assert!(wrong <= 1, "{} rows differ", wrong);
    }
}
