//! Sheets as agencies export them: what they hold enters as it is meant, or is refused by name, and
//! every row is counted once.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Utc};
use domain::case::Case;
use domain::{AgencyId, IdentifierKind, Person};
use platform::import::{
    ImportMode, ImportReport, LeftOutBecause, Map, Sheet, import, import_sheet,
};
use platform::setup::read_book;
use platform::{Announce, App, Config, system_random};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) const HEADER: [&str; 12] = [
    "رقم البلاغ",
    "تاريخ البلاغ",
    "تاريخ الإغلاق",
    "نص البلاغ",
    "الحي",
    "الموقع",
    "ما تم",
    "الاسم",
    "الجوال",
    "رقم الهوية",
    "الحالة",
    "نوع البلاغ",
];

pub(crate) struct Office {
    pub(crate) app: App,
    pub(crate) agency: AgencyId,
    _dir: tempfile::TempDir,
}

pub(crate) fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-26T06:00:00Z".parse().unwrap()
}

pub(crate) fn map() -> Map {
    let path = home().join("mappings/arabic_sheet.toml");
    toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

impl Office {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let app = App::open(Config::new(dir.path()), Arc::new(now), system_random()).unwrap();
        let book = read_book(&home().join("demo")).unwrap();
        app.put_book(&book).unwrap();
        Self { app, agency: book.agency, _dir: dir }
    }

    pub(crate) fn bring(&self, bytes: &[u8]) -> ImportReport {
        let report = import(&self.app, map(), "sheet.csv", bytes).unwrap();
        assert_eq!(report.rows_read, report.entered + report.there_already + report.refused);
        report
    }

    pub(crate) fn cases(&self) -> Vec<Case> {
        let events = self.app.events(&self.agency, 0, 10_000).unwrap();
        let ids: BTreeSet<_> = events.iter().filter_map(|it| it.case).collect();
        ids.into_iter().filter_map(|it| self.app.case(&self.agency, it).unwrap()).collect()
    }

    pub(crate) fn persons(&self) -> Vec<Person> {
        let ids: BTreeSet<_> = self.cases().iter().filter_map(|it| it.person).collect();
        ids.into_iter().filter_map(|it| self.app.person(&self.agency, it).unwrap()).collect()
    }
}

pub(crate) fn row(key: &str, opened: &str, words: &str) -> [String; 12] {
    let mut row = HEADER.map(|_| String::new());
    key.clone_into(&mut row[0]);
    opened.clone_into(&mut row[1]);
    words.clone_into(&mut row[3]);
    "مفتوح".clone_into(&mut row[10]);
    "تسرب مياه".clone_into(&mut row[11]);
    row
}

pub(crate) fn sheet(rows: &[[String; 12]]) -> String {
    let lines = rows.iter().map(|it| it.join(","));
    [HEADER.join(",")].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

pub(crate) fn faults(report: &ImportReport) -> Vec<(u64, &str, &str)> {
    let fault = |it| -> (u64, &str, &str) {
        let it: &platform::import::RowFault = it;
        (it.line, it.column.as_deref().unwrap_or(""), it.reason.code())
    };
    report.faults.iter().map(fault).collect()
}

pub(crate) fn opened(office: &Office) -> Vec<String> {
    let mut days: Vec<String> =
        office.cases().iter().map(|it| it.opened_at.date_naive().to_string()).collect();
    days.sort();
    days
}

#[test]
fn hijri_dates_are_days_of_the_umm_al_qura_calendar() {
    let office = Office::new();
    let dates = ["1446-09-14", "14/09/1446", "١٤/٠٩/١٤٤٦ ١٠:٣٠", "14/09/1446هـ", "١٤ رمضان ١٤٤٦"];
    let rows: Vec<_> =
        dates.iter().enumerate().map(|(n, it)| row(&format!("H{n}"), it, "ماء")).collect();
    let report = office.bring(sheet(&rows).as_bytes());
    assert_eq!((report.entered, report.refused), (5, 0), "{:?}", report.faults);
    assert!(opened(&office).iter().all(|it| it == "2025-03-14"));
}

#[test]
fn a_column_that_contradicts_the_mapping_enters_nothing_wrong() {
    let office = Office::new();
    let dates = ["3/4/2025 10:00", "3/14/2025 10:00", "4/3/2025 10:00", "5/25/2025 10:00"];
    let rows: Vec<_> =
        dates.iter().enumerate().map(|(n, it)| row(&format!("M{n}"), it, "ماء")).collect();
    let report = office.bring(sheet(&rows).as_bytes());
    assert_eq!((report.entered, report.refused), (0, 4));
    let all = (2..=5).map(|line| (line, "تاريخ البلاغ", "date-order-against")).collect::<Vec<_>>();
    assert_eq!(faults(&report), all);
}

#[test]
fn an_instant_with_a_zone_is_that_instant() {
    let office = Office::new();
    let rows =
        [row("Z1", "2025-03-14T07:30:00Z", "ماء"), row("Z2", "2025-03-14T10:30+03:00", "ماء")];
    office.bring(sheet(&rows).as_bytes());
    let at: DateTime<Utc> = "2025-03-14T07:30:00Z".parse().unwrap();
    assert!(office.cases().iter().all(|it| it.opened_at == at));
}

#[test]
fn years_of_two_digits_are_of_this_century() {
    let office = Office::new();
    let dates = ["14/03/25", "14/03/26", "14/03/46", "30/03/25"];
    let rows: Vec<_> =
        dates.iter().enumerate().map(|(n, it)| row(&n.to_string(), it, "ماء")).collect();
    let report = office.bring(sheet(&rows).as_bytes());
    assert_eq!(opened(&office), ["2025-03-14", "2025-03-30", "2026-03-14"]);
    assert_eq!(faults(&report), [(4, "تاريخ البلاغ", "date")]);
}

#[test]
fn an_open_quotation_mark_swallows_no_other_complaint() {
    let office = Office::new();
    let mut rows: Vec<_> =
        (1..=12).map(|n| row(&format!("Q{n}"), "14/03/2025 09:15", "ماء")).collect();
    rows[2][3] = "\"ماسورة مكسورة".to_owned();
    let report = office.bring(sheet(&rows).as_bytes());
    assert_eq!((report.rows_read, report.entered), (12, 11));
    assert_eq!(faults(&report), [(4, "", "quotation")]);
}

#[test]
fn a_key_that_is_used_again_is_refused_by_that_name() {
    let office = Office::new();
    let first = [row("1", "14/03/2025", "ماء"), row("2", "14/03/2025", "كهرباء")];
    assert_eq!(office.bring(sheet(&first).as_bytes()).entered, 2);
    let mut second = [row("1", "02/01/2026", "كلام آخر"), row("2", "14/03/2025", "كهرباء")];
    let report = office.bring(sheet(&second).as_bytes());
    assert_eq!((report.entered, report.there_already, report.refused), (0, 1, 1));
    assert_eq!(report.faults[0].reason.code(), "key-reused");
    second[1][2] = "20/03/2025".to_owned();
    second[1][10] = "مغلق".to_owned();
    let report = office.bring(sheet(&second).as_bytes());
    assert_eq!((report.there_already, report.refused), (0, 2));
}

#[test]
fn what_a_spreadsheet_left_in_a_cell_is_refused_with_its_column() {
    let office = Office::new();
    let cells = [
        ("#REF!", "sheet-error"),
        ("#VALEUR!", "sheet-error"),
        ("شارع #REF!", "sheet-error"),
        ("Error 2042", "sheet-error"),
        ("=Sheet2!B4", "sheet-error"),
        ("<p>ماء</p>", "markup"),
        ("<o:p></o:p>ماء", "markup"),
        ("<svg/onload=alert(1)>", "markup"),
        ("d&eacute;bit", "markup"),
        ("_x000D_ماء", "markup"),
        ("\u{202E}ماء", "control-character"),
        ("ماء\0كثير", "control-character"),
        ("Ø§Ù„Ø¨Ù„Ø§Øº", "encoding"),
        ("????? ?????", "lost-letters"),
    ];
    let rows: Vec<_> =
        cells.iter().enumerate().map(|(n, it)| row(&n.to_string(), "14/03/2025", it.0)).collect();
    let report = office.bring(sheet(&rows).as_bytes());
    let expect: Vec<_> =
        (2..).zip(cells).map(|(line, (_, code))| (line, "نص البلاغ", code)).collect();
    assert_eq!(faults(&report), expect);
    let report = office.bring(sheet(&[row("9", "14/03/2025", "NULL")]).as_bytes());
    assert_eq!((report.entered, report.subject_from_form), (1, 1));
}

#[test]
fn only_valid_identifiers_make_one_person_of_two_rows() {
    let office = Office::new();
    let ids = ["لا يوجد", "لا يوجد", "-", "-", "0", "0", "1023 456 781", "1023456781"];
    let mut rows = Vec::new();
    for (n, id) in ids.iter().enumerate() {
        let mut row = row(&format!("P{n}"), "14/03/2025", "ماء");
        // The last two are one person with two phones.
        row[7] = format!("سالم {}", n.min(6));
        row[8] = format!("05000004{n:02}");
        row[9] = (*id).to_owned();
        rows.push(row);
    }
    let mut rounded = row("P8", "14/03/2025", "ماء");
    rounded[9] = "1.02346E+09".to_owned();
    let mut phone = row("P9", "14/03/2025", "ماء");
    phone[8] = "9.66501E+11".to_owned();
    rows.extend([rounded, phone]);
    let report = office.bring(sheet(&rows).as_bytes());
    let expect = [(10, "رقم الهوية", "rounded"), (11, "الجوال", "rounded")];
    assert_eq!(faults(&report), expect);
    assert_eq!((report.entered, office.persons().len()), (8, 7));
}

#[test]
fn a_complaint_enters_whatever_its_phone_cell_holds() {
    let office = Office::new();
    let cells = [
        ("0501112233 / 0501112244", Some("+966501112233")),
        ("0501112233 و 0501112244", Some("+966501112233")),
        ("جوال الأخ 0501112233", Some("+966501112233")),
        ("0501112233\n0501112244", Some("+966501112233")),
        ("0501112233 0501112244", Some("+966501112233")),
        ("050 111 2233 0501112244", Some("+966501112233")),
        ("0501112233-0501112244", Some("+966501112233")),
        ("0501112233 او 0501112244", Some("+966501112233")),
        ("0501112233 or 0501112244", Some("+966501112233")),
        ("0501112233 ext 5", Some("+966501112233")),
        ("0501112233 5", Some("+966501112233")),
        ("0501112233+966501112244", Some("+966501112233")),
        ("تحويلة 12 - ٠٥٠١١١٢٢٣٣", Some("+966501112233")),
        ("اتصل لاحقاً", None),
        ("12", None),
    ];
    let mut rows = Vec::new();
    for (n, (cell, _)) in cells.iter().enumerate() {
        let mut row = row(&format!("T{n}"), "14/03/2025", "ماء");
        row[7] = format!("سالم {n}");
        row[8] = format!("\"{cell}\"");
        rows.push(row);
    }
    let report = office.bring(sheet(&rows).as_bytes());
    assert_eq!((report.entered, report.remarks.len()), (15, 15), "{:?}", report.faults);
    let mut phones: Vec<_> = office
        .persons()
        .iter()
        .map(|it| it.current(IdentifierKind::Phone).map(str::to_owned))
        .collect();
    phones.sort();
    let mut expect: Vec<_> = cells.iter().map(|it| it.1.map(str::to_owned)).collect();
    expect.sort();
    assert_eq!(phones, expect);
}

#[test]
fn titles_above_and_totals_below_are_no_rows() {
    let office = Office::new();
    let commas = ",".repeat(11);
    let rows = sheet(&[row("1", "14/03/2025", "ماء"), row("2", "14/03/2025", "ماء")]);
    let text = format!(
        "بلدية الواحة{commas}\nكشف البلاغات حتى 26/11/2026{commas}\n{commas}\n{rows}\n{commas}\nالإجمالي,2,,,,,,,,,,\n"
    );
    let report = office.bring(text.as_bytes());
    assert_eq!((report.rows_read, report.entered), (2, 2), "{:?}", report.faults);
    let why: Vec<_> = report.left_out.iter().map(|it| it.why).collect();
    assert_eq!(why.iter().filter(|it| **it == LeftOutBecause::AboveHeader).count(), 3);
    assert_eq!(why.last(), Some(&LeftOutBecause::Total));
}

#[test]
fn a_dry_run_enters_nothing_and_counts_the_messages() {
    let office = Office::new();
    let mut with_phone = row("1", "14/03/2025", "ماء");
    with_phone[8] = "0501112233".to_owned();
    let text = sheet(&[with_phone, row("2", "14/03/2025", "ماء")]);
    let run = |is_dry_run, announce| {
        let mode = ImportMode { is_dry_run, announce };
        let sheet = Sheet::read(text.as_bytes(), &map()).unwrap();
        import_sheet(&office.app, map(), "sheet.csv", &sheet, mode).unwrap()
    };
    let dry = run(true, Announce::Persons);
    assert_eq!((dry.entered, dry.letters.get("sms"), dry.preview.len()), (2, Some(&1), 2));
    assert!(
        dry.preview[0].opened.contains("2025-03-14")
            && dry.preview[0].opened.contains("1446-09-14")
    );
    assert!(office.cases().is_empty());
    run(false, Announce::Nobody);
    assert!(office.app.letter_states(&office.agency).unwrap().is_empty());
}
