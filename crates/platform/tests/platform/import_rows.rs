//! Which lines of a sheet are rows: quotation marks, breaks, totals and halves.

#![allow(clippy::unwrap_used)]

use super::import_sheets::*;
use platform::import::{LeftOutBecause, Sheet};

/// A first row whose quotation mark is open, and one that seems to close it.
fn swallowing(inner: &[&str], last: &str) -> String {
    let open = "K1,14/03/2025,,\"نص مفتوح,الواحة,شارع,,فهد,0501234567,,مفتوح,تسرب مياه";
    let after = "K9,14/03/2025,,نص,الواحة,شارع,,نورة,0501234560,,مفتوح,تسرب مياه";
    let header = HEADER.join(",");
    [&header[..], open]
        .iter()
        .chain(inner)
        .chain(&[last, after])
        .copied()
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_quoted_cell_swallows_no_line_that_has_any_sign_of_a_row() {
    let tail = "الواحة,شارع,,سعاد,0501234569,,مفتوح,تسرب مياه";
    let dated = format!("K3,16/03/2025,,أنبوب قطره 5\",{tail}");
    let undated = format!("K3,قبل أسبوع,,أنبوب قطره 5\",{tail}");
    let keyless = format!(",16/03/2025,,أنبوب قطره 5\",{tail}");
    let cases: [(&[&str], &str, u64); 6] = [
        (&["K2,غير معروف,,نص,الواحة,شارع,,نورة,0501234568,,مفتوح,تسرب مياه"], &undated, 4),
        (&["K2,15/03/2025,,نص ثان,الواحة"], &dated, 4),
        (&["K2,غير معروف"], &undated, 4),
        (&[], &undated, 3),
        (&[], &keyless, 3),
        (&[",,,نص ثان,,,,,0501234568"], &undated, 4),
    ];
    for (inner, last, rows) in cases {
        let office = Office::new();
        let report = office.bring(swallowing(inner, last).as_bytes());
        assert_eq!(report.rows_read, rows, "{inner:?} {last} {:?}", report.faults);
        assert_eq!(faults(&report)[0], (2, "", "quotation"));
        assert!(report.entered > 0 && report.entered < rows);
    }
}

#[test]
fn a_form_of_the_mapping_is_a_sign_of_a_row_too() {
    let text = format!(
        "{}\nK1,14|03|2025,,\"نص\nالأول,15|03|2025,,قطره 5\",الواحة,شارع,,فهد,,,مفتوح,تسرب مياه\n",
        HEADER.join(",")
    );
    let mut map = map();
    map.dates.push("%d|%m|%Y".to_owned());
    let sheet = Sheet::read(text.as_bytes(), &map).unwrap();
    assert_eq!(sheet.rows.len(), 2, "{:?}", sheet.rows);
}

#[test]
fn a_quoted_text_of_several_lines_is_one_cell_in_every_column() {
    let office = Office::new();
    let words = "\"السلام عليكم, وبعد\nالماسورة مكسورة, والماء يجري\n\nشكراً, فهد 0501112233\"";
    let mut in_words = row("1", "14/03/2025", words);
    in_words[8] = "0501112233".to_owned();
    let mut in_place = row("2", "14/03/2025", "ماء");
    in_place[4] = words.to_owned();
    in_place[8] = "0501112233".to_owned();
    let report = office.bring(sheet(&[in_words, in_place]).as_bytes());
    assert_eq!((report.rows_read, report.entered), (2, 2), "{:?}", report.faults);
    // The first column may be one of several lines, with everything else behind it.
    let text =
        "نص البلاغ,رقم البلاغ,تاريخ البلاغ,الحالة,نوع البلاغ\n\"سطر\nسطر\",7,14/03/2025,مفتوح,إنارة";
    let mut first = map();
    first.columns.place = Vec::new();
    let read = Sheet::read(text.as_bytes(), &first).unwrap();
    assert!(read.rows.len() == 1 && read.rows[0].broken.is_none(), "{:?}", read.rows);
}

#[test]
fn an_open_quotation_mark_in_a_title_hides_neither_header_nor_rows() {
    let office = Office::new();
    let rows = sheet(&[row("1", "14/03/2025", "ماء"), row("2", "14/03/2025", "قطره 5\"")]);
    let report = office.bring(format!("\"كشف البلاغات\n{rows}").as_bytes());
    assert_eq!((report.rows_read, report.entered), (2, 2), "{:?}", report.faults);
}

#[test]
fn a_row_that_ends_a_quoted_cell_before_its_date_is_swallowed_by_none() {
    let text = "رقم البلاغ,نص البلاغ,تاريخ البلاغ,الحالة,نوع البلاغ,الاسم,الجوال\n\
                أ,\"نص مفتوح,14/03/2025,مفتوح,إنارة,فهد,\n\
                ب,قطره 5\",15/03/2025,مفتوح,إنارة,نورة,\n\
                ج,ماء,15/03/2025,مفتوح,إنارة,نورة,\n";
    let mut map = map();
    map.columns.place = Vec::new();
    let sheet = Sheet::read(text.as_bytes(), &map).unwrap();
    let lines: Vec<_> = sheet.rows.iter().map(|it| (it.line, it.broken.is_some())).collect();
    assert_eq!(lines, [(2, true), (3, false), (4, false)]);
}

/// A sheet whose last columns are often left out.
fn with_short_rows(rows: &[&str]) -> String {
    let header = "رقم البلاغ,تاريخ البلاغ,الحالة,نوع البلاغ,نص البلاغ,الاسم,الجوال,رقم الهوية,تاريخ الإغلاق,ما تم,الحي,الموقع";
    [&[header], rows].concat().join("\n")
}

#[test]
fn a_good_short_row_enters_although_the_next_row_has_a_bad_date() {
    let office = Office::new();
    let text = with_short_rows(&[
        "K1,14/03/2025,مفتوح,تسرب مياه,نص جيد,فهد,0501234567",
        "K2,قبل أسبوع,مفتوح,تسرب مياه,نص ثان,نورة,0501234568",
        "K3,16/03/2025,مفتوح,تسرب مياه,نص,سعاد,0501234569",
    ]);
    let report = office.bring(text.as_bytes());
    assert_eq!((report.rows_read, report.entered), (3, 2));
    assert_eq!(faults(&report), [(3, "تاريخ البلاغ", "date")]);
}

#[test]
fn a_total_with_a_date_is_no_case_and_a_case_named_like_one_is() {
    let office = Office::new();
    let totals = [
        "الإجمالي,26/11/2026,,,,,,,,,,",
        "إجمالي عدد البلاغات: 12,26/11/2026,,,,,,,,,,",
        ",26/11/2026,,,,,,,,,الإجمالي,12",
        "Grand total,26 نوفمبر 2026,,12,,,,,,,,",
        "العدد الكلي,5,,,,,,,,,,",
        "الإجمالي حتى,26/11/2026,,,,,,,,,,",
    ];
    let mut named = row("7", "14/03/2025", "مجموع");
    named[7] = "المجموع".to_owned();
    let mut keyed = row("8", "قبل أسبوع", "ماء");
    keyed[2] = "العدد".to_owned();
    let text = format!("{}\n{}", sheet(&[named, keyed]), totals.join("\n"));
    let report = office.bring(text.as_bytes());
    assert_eq!((report.rows_read, report.entered), (2, 1), "{:?}", report.faults);
    assert_eq!(report.left_out.len(), totals.len());
    assert!(report.left_out.iter().all(|it| it.why == LeftOutBecause::Total));
}

#[test]
fn a_row_whose_values_stand_in_the_columns_of_others_is_refused() {
    for shifted in [
        "K1,14/03/2025,,مكسورة, والماء يجري,الواحة,شارع,,فهد خالد,0501234567,1098765439,مفتوح",
        "K1,14/03/2025,,مكسورة, والماء يجري,الواحة,شارع,,فهد خالد,0501234567,,مفتوح",
        "K1,14/03/2025,,مكسورة, والماء يجري,الواحة,شارع,,فهد خالد,,,قيد الفرز",
        "K1,14/03/2025,,مكسورة, والماء يجري,الواحة,شارع,,فهد خالد,0501234567,,",
        "K1,14/03/2025,,مكسورة,الواحة,شارع,,فهد خالد,,مفتوح,تسرب مياه,",
    ] {
        let office = Office::new();
        let mut rows = [row("1", "14/03/2025", "ماء"), row("2", "14/03/2025", "ماء")];
        for row in &mut rows {
            row[10] = "قيد الفرز".to_owned();
        }
        let report = office.bring(format!("{}\n{shifted}", sheet(&rows)).as_bytes());
        assert_eq!((report.rows_read, report.entered), (3, 2), "{shifted}");
        assert_eq!(faults(&report), [(4, "", "shifted")], "{shifted}");
    }
}

#[test]
fn a_line_break_in_the_last_column_lets_no_half_of_a_text_enter() {
    let header = "رقم البلاغ,تاريخ البلاغ,الحالة,نوع البلاغ,تاريخ الإغلاق,ما تم,الحي,الموقع,الاسم,الجوال,رقم الهوية,نص البلاغ";
    let start = |key: &str| format!("{key},14/03/2025,مفتوح,تسرب مياه,,,الواحة,شارع,فهد,,,ماسورة");
    for rest in ["والماء يجري", "والماء يجري, منذ يومين", "والماء يجري\nمنذ يومين", "\nوالماء"]
    {
        let office = Office::new();
        let text = format!("{header}\n{}\n{rest}\n{}", start("K1"), start("K2"));
        let report = office.bring(text.as_bytes());
        assert_eq!(report.entered, 1, "{rest} {:?}", report.faults);
        assert_eq!(faults(&report)[0], (2, "", "parted"), "{rest}");
    }
    // What stands below the rows is no part of the last one.
    for below in ["\nأعده: سالم", "توقيع المدير,,", "أعده: سالم,,,,,,,,,,,"]
    {
        let office = Office::new();
        let report = office.bring(format!("{header}\n{}\n{below}", start("K1")).as_bytes());
        assert_eq!((report.entered, report.refused), (1, 1), "{below} {:?}", report.faults);
    }
}

#[test]
fn a_row_that_ended_on_the_day_on_which_it_began_needs_no_time() {
    let office = Office::new();
    let days = [
        ("14/03/2025 09:15", "14/03/2025", None),
        ("14/03/2025", "14/03/2025 07:15", None),
        ("14/03/2025 09:15", "14/03/2025 09:10", Some("closed-before-opened")),
        ("14/03/2025 09:15", "13/03/2025", Some("closed-before-opened")),
    ];
    let rows: Vec<_> = days
        .iter()
        .enumerate()
        .map(|(n, (opened, closed, _))| {
            let mut row = row(&n.to_string(), opened, "ماء");
            (row[2], row[10]) = ((*closed).to_owned(), "مغلق".to_owned());
            row
        })
        .collect();
    let report = office.bring(sheet(&rows).as_bytes());
    let expect: Vec<_> = (2..)
        .zip(days)
        .filter_map(|(line, (_, _, code))| Some((line, "تاريخ الإغلاق", code?)))
        .collect();
    assert_eq!(faults(&report), expect);
    assert_eq!(report.entered_closed, 2);
}

#[test]
fn a_lone_carriage_return_ends_a_row() {
    let office = Office::new();
    let lines: Vec<String> =
        ["1", "2", "3"].iter().map(|it| row(it, "14/03/2025", "ماء").join(",")).collect();
    let header = HEADER.join(",");
    let mixed = format!("{header}\r\n{}\r{}\n{}\r", lines[0], lines[1], lines[2]);
    assert_eq!(office.bring(mixed.as_bytes()).entered, 3);
    // Rows of an old Mac with a line feed within a cell.
    let office = Office::new();
    let of_mac = format!("{header}\r{}\r", row("4", "14/03/2025", "\"سطر\nسطر\"").join(","));
    let report = office.bring(of_mac.as_bytes());
    assert_eq!(report.entered, 1, "{:?}", report.faults);
}

#[test]
fn quoted_cells_behind_a_space_are_cells() {
    let office = Office::new();
    let quoted = |cells: &[String]| {
        cells.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ")
    };
    let header = quoted(&HEADER.map(str::to_owned));
    let text = format!("{header}\n{}", quoted(&row("1", "14/03/2025", "ماء, كثير")));
    let report = office.bring(text.as_bytes());
    assert_eq!(report.entered, 1, "{:?}", report.faults);
    assert!(office.cases()[0].subject.contains("ماء, كثير"));
}

#[test]
fn what_is_no_sheet_is_called_by_its_name() {
    use platform::import::{FileKind, ImportError};
    let cases: [(&[u8], FileKind); 7] = [
        (b"", FileKind::Empty),
        (b"\xEF\xBB\xBF \r\n", FileKind::Empty),
        (b"PK\x03\x04\x14\x00\x06\x00\x08", FileKind::Workbook),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::OldWorkbook),
        (b"%PDF-1.7\n", FileKind::Pdf),
        (b"<html><table><tr><td>x</td></tr></table></html>", FileKind::Page),
        (b"<?xml version=\"1.0\"?><Workbook/>", FileKind::Page),
    ];
    for (bytes, kind) in cases {
        let read = Sheet::read(bytes, &map());
        assert!(matches!(read, Err(ImportError::NoSheet(found)) if found == kind), "{kind:?}");
    }
}

#[test]
fn what_an_old_program_leaves_at_the_end_of_a_file_costs_no_row() {
    for end in ["\r\n\u{1A}", "\n\u{FFFD}"] {
        let office = Office::new();
        let text = format!("{}{end}", sheet(&[row("1", "14/03/2025", "ماء")]));
        assert_eq!(office.bring(text.as_bytes()).entered, 1, "{end:?}");
    }
}
