use super::*;

const MAP: &str = r#"
source = "s"
agency = "waha"
zone = "Asia/Riyadh"
day_begins = "08:00"
kind = "complaint"
columns = { key = "k", opened = "o" }
subject = { parts = ["{label}"], join = "، " }
categories = { columns = ["k"], values = [] }
"#;

fn map(more: &str) -> Map {
    toml::from_str(&format!("{more}\n{MAP}")).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T06:00:00Z".parse().unwrap()
}

fn column(more: &str, texts: &[&str]) -> DateColumn {
    DateColumn::new(&map(more), texts.iter().copied(), now()).unwrap()
}

fn read(more: &str, texts: &[&str]) -> Vec<Result<String, DateFault>> {
    let column = column(more, texts);
    let local = |at: DateTime<Utc>| at.with_timezone(&chrono_tz::Asia::Riyadh);
    texts
        .iter()
        .map(|it| column.read(it).map(|at| local(at).format("%Y-%m-%d %H:%M").to_string()))
        .collect()
}

fn one(text: &str) -> Result<String, DateFault> {
    read("date_order = \"day-first\"", &[text]).remove(0)
}

#[test]
fn one_day_in_many_spellings_is_one_day() {
    for text in [
        "14/03/2025 10:30",
        "14-3-2025 10:30",
        "14.03.2025 10:30",
        "١٤/٠٣/٢٠٢٥ ١٠:٣٠",
        "۱۴/۰۳/۲۰۲۵ ۱۰:۳۰",
        "\u{200F}14/03/2025\u{200E} 10:30",
        "14/03/2025 10:30 ص",
        "14/03/2025 10:30 صباحًا",
        "14/03/2025م 10:30 ص",
        "10:30 ص 14/03/2025",
        "14/03/2025 10:30 AM",
        "14/03/2025 10:30 a.m.",
        "2025-03-14 10:30",
        "2025/03/14 10:30:00",
        "2025-03-14T10:30:00",
        "2025-03-14T07:30:00Z",
        "2025-03-14T07:30Z",
        "2025-03-14 07:30 UTC",
        "2025-03-14T10:30:00.000+03:00",
        "2025-03-14T10:30+0300",
        "2025-03-14 11:30 GMT+4",
        "20250314103000",
        "14 مارس 2025 10:30",
        "14 آذار 2025 10:30",
        "الجمعة، 14 مارس 2025 10:30",
        "Friday, March 14, 2025 10:30",
        "14-Mar-2025 10:30",
        "14-Mar-25 10:30",
        "14/03/25 10:30",
        "14/09/1446 10:30",
        "14/09/1446هـ 10:30",
        "1446-09-14 10:30",
        "١٤ رمضان ١٤٤٦ هـ 10:30 ص",
    ] {
        assert_eq!(one(text).as_deref(), Ok("2025-03-14 10:30"), "{text}");
    }
}

#[test]
fn halves_of_the_day_are_read() {
    for (text, hour) in [
        ("14/03/2025 01:05 م", "13:05"),
        ("14/03/2025 1:05 PM", "13:05"),
        ("14/03/2025 12:05 ص", "00:05"),
        ("14/03/2025 12:05 م", "12:05"),
        ("14/03/2025 13:05 مساءً", "13:05"),
        ("14/03/2025", "08:00"),
        ("14/03/2025 م", "08:00"),
    ] {
        assert_eq!(one(text), Ok(format!("2025-03-14 {hour}")), "{text}");
    }
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        "-",
        "soon",
        "14/03",
        "14/13/2025",
        "31/02/2025",
        "0026-03-14",
        "14/03/0026",
        "1025-03-14",
        "14/03/2025 25:00",
        "14/03/2025 13:05 ص",
        "14/03-2025",
        "14/03/2025 10:30 AST",
        "Monday, March 14, 2025",
        "31/09/1446",
        "14/09/1446م",
        "14/03/2025هـ",
        "45730 days",
        "14/03/2025 15/03/2025",
        "1741937400",
        "#REF!",
        "14/03/99",
        "10 14/03/2025",
    ] {
        assert_eq!(one(text), Err(DateFault::NoDate), "{text}");
    }
    assert_eq!(one("14/03/1925"), Err(DateFault::TooOld));
}

#[test]
fn the_whole_column_says_which_number_is_the_day() {
    let texts = ["3/4/2025", "3/14/2025", "4/3/2025", "5/25/2025"];
    let dates = ["2025-03-04", "2025-03-14", "2025-04-03", "2025-05-25"];
    let read = read("", &texts);
    assert_eq!(read, dates.map(|it| Ok(format!("{it} 08:00"))));
}

#[test]
fn an_open_order_is_a_question_and_no_guess() {
    let open = |question| Err(DateFault::Open(question));
    let texts = ["3/4/2025", "6/7/2025", "5/5/2025"];
    let day = Ok("2025-05-05 08:00".to_owned());
    let ambiguous = open(DateQuestion::Ambiguous);
    assert_eq!(read("", &texts), [ambiguous.clone(), ambiguous, day]);
    let texts = ["3/14/2025", "14/3/2025", "4/3/2025", "3/25/2025", "25/3/2025"];
    assert!(read("", &texts).iter().all(|it| *it == open(DateQuestion::Mixed)));
    let texts = ["3/4/2025", "3/14/2025", "5/25/2025"];
    let against = read("date_order = \"day-first\"", &texts);
    assert!(against.iter().all(|it| *it == open(DateQuestion::AgainstMapping)), "{against:?}");
    assert_eq!(read("", &["14/03/25", "15/03/25"])[0], open(DateQuestion::Ambiguous));
}

#[test]
fn a_row_that_contradicts_its_column_is_no_date() {
    let texts = ["14/3/2025", "15/3/2025", "3/16/2025", "4/3/2025"];
    let read = read("", &texts);
    assert_eq!(read[2], Err(DateFault::NoDate));
    assert_eq!(read[3].as_deref(), Ok("2025-03-04 08:00"));
}

#[test]
fn a_time_without_a_half_is_refused_among_times_with_one() {
    let texts = ["14/3/2025 9:30 ص", "15/3/2025 1:30 م", "16/3/2025 1:30", "17/3/2025 14:30"];
    let read = read("", &texts);
    assert_eq!(read[2], Err(DateFault::NoDate));
    assert_eq!(read[3].as_deref(), Ok("2025-03-17 14:30"));
}

#[test]
fn serial_numbers_are_dates_in_a_column_of_them() {
    let read_all = read("", &["45730", "45730.4375", "45731"]);
    assert_eq!(read_all[0].as_deref(), Ok("2025-03-14 08:00"));
    assert_eq!(read_all[1].as_deref(), Ok("2025-03-14 10:30"));
    let mixed = read("", &["14/3/2025", "15/3/2025", "45730"]);
    assert_eq!(mixed[2], Err(DateFault::NoDate));
}

#[test]
fn years_of_two_digits_follow_the_calendar_of_the_column() {
    let hijri = read("calendar = \"hijri\"\ndate_order = \"day-first\"", &["14/09/46"]);
    assert_eq!(hijri[0].as_deref(), Ok("2025-03-14 08:00"));
    assert_eq!(one("14/09/46"), Err(DateFault::NoDate));
}

#[test]
fn the_forms_of_the_mapping_say_the_order_and_read_what_is_strange() {
    let more = "dates = [\"%m/%d/%Y\", \"%d|%m|%Y\"]";
    assert_eq!(order_of_forms(&map(more).dates), None);
    assert_eq!(read(more, &["14|03|2025"])[0].as_deref(), Ok("2025-03-14 08:00"));
    let forms = |it: &str| order_of_forms(&[it.to_owned()]);
    assert_eq!(forms("%m/%d/%Y"), Some(DateOrder::MonthFirst));
    assert_eq!(forms("%d/%m/%Y %H:%M"), Some(DateOrder::DayFirst));
    assert_eq!(forms("%Y-%m-%d"), None);
}

#[test]
fn an_hour_that_the_clock_skips_or_repeats_is_still_an_instant() {
    let map: Map = toml::from_str(&MAP.replace("Asia/Riyadh", "America/New_York")).unwrap();
    let texts = ["3/9/2025 2:30", "11/2/2025 1:30", "3/14/2025 1:20"];
    let column = DateColumn::new(&map, texts.into_iter(), now()).unwrap();
    let read = texts.map(|it| column.read(it).unwrap().to_rfc3339());
    let utc = ["2025-03-09T07:30", "2025-11-02T05:30", "2025-03-14T05:20"];
    assert_eq!(read, utc.map(|it| format!("{it}:00+00:00")));
}

#[test]
fn a_year_of_two_digits_that_may_stand_first_or_last_is_asked() {
    let forms = "dates = [\"%d/%m/%Y\"]";
    let texts = ["25/03/14", "25/03/15", "25/04/02", "25/05/20", "14/03/2025"];
    let year = Err(DateFault::Open(DateQuestion::Year));
    let found = read(forms, &texts);
    assert!(found[..4].iter().all(|it| *it == year), "{found:?}");
    assert_eq!(found[4].as_deref(), Ok("2025-03-14 08:00"));
    assert_eq!(column(forms, &texts).order(), Err(DateQuestion::Year));
    // One day above the last two digits of this year shows that no row begins with its year.
    let shown = read(forms, &["25/03/14", "30/03/15"]);
    assert_eq!(shown[0].as_deref(), Ok("2014-03-25 08:00"));
    for order in ["date_order = \"day-first\"", "dates = [\"%d/%m/%y\"]"] {
        assert_eq!(read(order, &texts[..1])[0].as_deref(), Ok("2014-03-25 08:00"), "{order}");
    }
    let first = read("date_order = \"year-first\"", &texts[..1]);
    assert_eq!(first[0].as_deref(), Ok("2025-03-14 08:00"));
}

#[test]
fn a_column_with_the_day_behind_the_year_is_asked_and_not_read_by_rows() {
    let mixed = Err(DateFault::Open(DateQuestion::Mixed));
    let found = read("", &["2025-14-03", "2025-25-05", "2025-04-03", "2025-06-07"]);
    assert!(found.iter().all(|it| *it == mixed), "{found:?}");
    let slip = read("", &["2025-03-14", "2025-05-25", "2025-28-03", "2025-04-03"]);
    assert_eq!(slip[2], Err(DateFault::NoDate));
    assert_eq!(slip[3].as_deref(), Ok("2025-04-03 08:00"));
}

#[test]
fn few_times_with_a_half_make_the_others_ambiguous() {
    let texts = [
        "14/03/2025 02:15 م",
        "14/03/2025 02:15",
        "14/03/2025 03:15",
        "14/03/2025 04:15",
        "15/03/2025 09:00 ص",
    ];
    let found = read("", &texts);
    assert!(found[1..4].iter().all(|it| *it == Err(DateFault::NoDate)), "{found:?}");
    assert_eq!(found[0].as_deref(), Ok("2025-03-14 14:15"));
    // A time after noon without a half shows a clock of 24 hours.
    let of_24 = ["14/03/2025 02:15 م", "14/03/2025 02:15", "14/03/2025 14:15", "15/03/2025 03:15"];
    assert_eq!(read("", &of_24)[1].as_deref(), Ok("2025-03-14 02:15"));
}

#[test]
fn one_row_against_one_row_is_no_order() {
    let forms = "dates = [\"%d/%m/%Y\"]";
    let mixed = Err(DateFault::Open(DateQuestion::Mixed));
    for more in ["", forms, "date_order = \"day-first\""] {
        let found = read(more, &["14/03/2025", "3/14/2025", "3/4/2025", "5/6/2025"]);
        assert!(found.iter().all(|it| *it == mixed), "{more} {found:?}");
    }
}

#[test]
fn a_column_that_a_spreadsheet_converted_in_part_is_asked() {
    let texts =
        ["14/03/2025", "25/05/2025", "2025-03-04 00:00:00", "2025-07-06 00:00:00", "30/06/2025"];
    let found = read("", &texts);
    let converted = Err(DateFault::Open(DateQuestion::Converted));
    assert_eq!([&found[2], &found[3]], [&converted, &converted]);
    assert_eq!(found[0].as_deref(), Ok("2025-03-14 08:00"));
    let named = read("date_order = \"day-first\"", &texts);
    assert_eq!(named[2].as_deref(), Ok("2025-03-04 00:00"));
    let fine = read("", &["14/03/2025", "03/05/2025", "2025-03-04", "2025-07-06"]);
    assert_eq!(fine[2].as_deref(), Ok("2025-03-04 08:00"));
}

#[test]
fn a_short_year_beside_hijri_years_is_asked_when_both_calendars_fit() {
    let texts = ["14/09/1446", "15/09/1446", "20/10/1446", "14/03/25", "14/09/46", "30/03/25"];
    let found = read("", &texts);
    assert_eq!(found[3], Err(DateFault::Open(DateQuestion::Calendar)));
    assert_eq!(found[4].as_deref(), Ok("2025-03-14 08:00"));
    let named = read("calendar = \"gregorian\"", &texts);
    assert_eq!(named[3].as_deref(), Ok("2025-03-14 08:00"));
    let marked = read("", &["14/09/1446", "15/09/1446", "14/03/25م", "30/03/25م"]);
    assert_eq!(marked[2].as_deref(), Ok("2025-03-14 08:00"));
}
