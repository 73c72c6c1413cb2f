//! The program while it serves, and beside itself.

#![allow(clippy::unwrap_used)]

use super::command::{agency, home, platform, run, set_up, typed};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Kills what a failed test leaves behind.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A serving platform and its address, once it answers.
fn serve(data: &Path) -> (Running, String) {
    let address = data.join("address");
    let mut command = platform(data);
    command.args(["serve", "--bind", "127.0.0.1:0", "--address-file", address.to_str().unwrap()]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let running = Running(command.spawn().unwrap());
    let url = wait_for(|| std::fs::read_to_string(&address).ok().filter(|it| it.ends_with('\n')));
    (running, url)
}

#[cfg(unix)]
#[test]
fn it_serves_and_stops_when_it_is_told_to() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let (mut running, url) = serve(dir.path());
    assert!(health(url.trim()).contains(r#""code":"no_sender""#));
    let pid = running.0.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let status = wait_for(|| running.0.try_wait().unwrap());
    assert!(status.success(), "{status}");
}

fn health(url: &str) -> String {
    use std::io::Read;
    let host = url.strip_prefix("http://").unwrap();
    let mut line = std::net::TcpStream::connect(host).unwrap();
    write!(line, "GET /health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).unwrap();
    answer
}

fn wait_for<T>(mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "nothing happened for a minute");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn beyond_this_computer_it_answers_over_tls_only_and_says_what_to_give() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let serve =
        |more: &[&str]| run(dir.path(), &[&["serve", "--bind", "0.0.0.0:0"], more].concat());
    let (ok, said) = serve(&[]);
    assert!(!ok && said.contains("--tls-cert") && said.contains("--insecure-http"), "{said}");
    let (ok, said) = serve(&["--tls-cert", "cert.pem"]);
    assert!(!ok && said.contains("both files"), "{said}");
    let (ok, said) = serve(&["--tls-cert", "missing.pem", "--tls-key", "missing.key"]);
    assert!(!ok && said.contains("missing.pem can't be read"), "{said}");
}

#[test]
fn a_demo_answers_on_this_computer_only() {
    let dir = tempfile::tempdir().unwrap();
    let (ok, said) = run(dir.path(), &["setup", "--demo", agency().to_str().unwrap()]);
    assert!(ok && said.contains("8 demo accounts"), "{said}");
    let (ok, said) = run(dir.path(), &["serve", "--bind", "0.0.0.0:0"]);
    assert!(!ok && said.contains("not a loopback address"), "{said}");
}

#[test]
fn another_program_that_reads_the_database_of_a_serving_platform_takes_nothing_from_it() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let (ok, said) = typed(dir.path(), &["accounts", "add", "marwa"], "long enough 1\n");
    assert!(ok, "{said}");
    let (_running, _) = serve(dir.path());
    let log = dir.path().join("platform.db-wal");
    assert!(log.exists(), "it writes ahead");
    // Any client of SQLite that is the last to close a database deletes its log.
    let read = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); \
        c.execute('select count(*) from sqlite_schema').fetchall(); c.close()";
    let database = dir.path().join("platform.db");
    let other = Command::new("python3").args(["-c", read]).arg(database).status().unwrap();
    assert!(other.success());
    assert!(log.exists(), "the log of the serving platform was deleted under it");
}

#[test]
fn nothing_changes_the_data_of_a_serving_platform_as_a_whole() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy");
    let key = copies.path().join("key");
    let (copy, key) = (copy.to_str().unwrap(), key.to_str().unwrap());
    assert!(run(dir.path(), &["backup", copy]).0);
    assert!(run(dir.path(), &["new-key", key]).0);
    let (running, _) = serve(dir.path());
    let whole: [&[&str]; 4] = [
        &["serve", "--bind", "127.0.0.1:0"],
        &["encrypt", "--key-file", key],
        &["restore", "--force", copy],
        &["adopt-restore"],
    ];
    for args in whole {
        let (ok, said) = run(dir.path(), args);
        assert!(!ok && said.contains("in use"), "{args:?}: {said}");
    }
    drop(running);
    let (ok, said) = run(dir.path(), &["encrypt", "--key-file", key]);
    assert!(ok, "{said}");
}

#[test]
fn a_folder_without_a_platform_is_said_and_stays_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let nothing = dir.path().join("nothing");
    let copy = dir.path().join("copy");
    for args in [&["backup", copy.to_str().unwrap()][..], &["serve"], &["letters"]] {
        let (ok, said) = run(&nothing, args);
        assert!(!ok && said.contains("There is no platform in"), "{args:?}: {said}");
    }
    assert!(!nothing.join("platform.db").exists());
}

/// A platform with the demo agency, and the small sheet of complaints.
fn with_sheet() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let (ok, said) = run(dir.path(), &["setup", "--demo", home().join("demo").to_str().unwrap()]);
    assert!(ok, "{said}");
    let file = dir.path().join("sheet.csv");
    std::fs::copy(home().join("tests/fixtures/nyc311_sample.csv"), &file).unwrap();
    (dir, home().join("mappings/nyc311.toml"), file)
}

#[test]
fn a_report_that_can_not_be_written_stops_an_import_before_anything_enters() {
    let (dir, map, file) = with_sheet();
    let [map, file] = [&map, &file].map(|it| it.to_str().unwrap());
    let before = std::fs::read(file).unwrap();
    let other = dir.path().join("notes.txt");
    std::fs::write(&other, "mine").unwrap();
    let linked = dir.path().join("linked.csv");
    std::fs::hard_link(file, &linked).unwrap();
    let reports = [
        (dir.path().join("nowhere/refused.csv"), "can't be written"),
        (PathBuf::from(file), "this import reads"),
        (linked, "this import reads"),
        (other.clone(), "no report of an import"),
        (dir.path().join("platform.db"), "no report of an import"),
    ];
    for (report, words) in &reports {
        let args = ["import", "--map", map, "--report", report.to_str().unwrap(), file];
        let (ok, said) = run(dir.path(), &args);
        assert!(!ok && said.contains(words) && !said.contains("Entered"), "{report:?} {said}");
    }
    assert_eq!(
        (std::fs::read(file).unwrap(), std::fs::read(&other).unwrap()),
        (before, b"mine".into())
    );
    // A report is written over by the next one, and nothing had entered before.
    let refused = dir.path().join("refused.csv");
    let args = ["import", "--map", map, "--report", refused.to_str().unwrap(), file];
    assert!(run(dir.path(), &args).1.contains("Entered: 4"));
    assert!(run(dir.path(), &args).1.contains("There already: 4"));
    assert!(std::fs::read_to_string(&refused).unwrap().contains("rida reason"));
}

#[test]
fn a_file_that_is_no_sheet_is_called_by_its_name_in_both_languages() {
    let (dir, map, file) = with_sheet();
    let import = |lang: &str| {
        let args =
            ["import", "--map", map.to_str().unwrap(), file.to_str().unwrap(), "--lang", lang];
        run(dir.path(), &args).1
    };
    std::fs::write(&file, b"PK\x03\x04 and more").unwrap();
    assert!(import("en").contains("save the sheet as CSV"));
    assert!(import("ar").contains("CSV (UTF-8)"));
    std::fs::write(&file, b"").unwrap();
    assert!(import("en").contains("The file is empty"));
}

#[test]
fn a_refused_row_that_is_not_corrected_is_refused_again_and_enters_when_it_is() {
    let (dir, _, file) = with_sheet();
    let map = home().join("mappings/arabic_sheet.toml");
    let header = "رقم البلاغ,تاريخ البلاغ,تاريخ الإغلاق,نص البلاغ,الحي,الموقع,ما تم,الاسم,الجوال,رقم الهوية,الحالة,نوع البلاغ";
    let rows = [
        "1,14/03/2025,,\"ماسورة مكسورة,حي,شارع,,فهد,0501112233,,مفتوح,تسرب مياه",
        "2,14/03/2025,,\"قال\" ثم ذهب,حي,شارع,,فهد,0501112233,,مفتوح,تسرب مياه",
        "3,14/03/2025,,ماء,حي",
        "4,14/03/2025,,ماء كثير",
        "والماء يجري,حي,شارع,,فهد,0501112233",
        "5,14/03/2025,,مكسورة, والماء,حي,شارع,,فهد خالد,0501112233,,مفتوح",
        "6,14/03/2025,,مكسورة, والماء,حي,شارع,,فهد,0501112233,,مفتوح,تسرب مياه",
    ];
    std::fs::write(&file, format!("{header}\n{}", rows.join("\n"))).unwrap();
    let import = |file: &Path, report: &Path| {
        let [map, report, file] = [&map, report, file].map(|it| it.to_str().unwrap());
        run(dir.path(), &["import", "--map", map, "--report", report, file]).1
    };
    let [first, second, third] = ["1.csv", "2.csv", "3.csv"].map(|it| dir.path().join(it));
    for (from, to) in [(&file, &first), (&first, &second), (&second, &third)] {
        let said = import(from, to);
        assert!(said.contains("Entered: 0") && said.contains("Refused: 7"), "{said}");
    }
    let header =
        |path: &Path| std::fs::read_to_string(path).unwrap().lines().next().unwrap().to_owned();
    assert_eq!(header(&first), header(&third));
    let text = std::fs::read_to_string(&second).unwrap();
    std::fs::write(&second, text.replace("\"\"\"ماسورة", "\"ماسورة")).unwrap();
    let said = import(&second, &third);
    assert!(said.contains("Entered: 1") && said.contains("Refused: 6"), "{said}");
}

#[test]
fn a_date_that_its_column_made_wrong_does_not_enter_when_it_stands_alone() {
    let (dir, _, file) = with_sheet();
    let map = home().join("mappings/arabic_sheet.toml");
    let header = "رقم البلاغ,تاريخ البلاغ,تاريخ الإغلاق,نص البلاغ,الحي,الموقع,ما تم,الاسم,الجوال,رقم الهوية,الحالة,نوع البلاغ";
    let dates = ["14/03/2025 02:15 م", "14/03/2025 09:15 ص", "15/03/2025 02:15"];
    let rows: Vec<String> = (1..)
        .zip(dates)
        .map(|(key, date)| format!("{key},{date},,ماء,,,,,,,مفتوح,تسرب مياه"))
        .collect();
    std::fs::write(&file, format!("{header}\n{}", rows.join("\n"))).unwrap();
    let report = dir.path().join("refused.csv");
    let import = |file: &Path, report: &Path| {
        let [map, report, file] = [&map, report, file].map(|it| it.to_str().unwrap());
        run(dir.path(), &["import", "--map", map, "--report", report, file]).1
    };
    let again = dir.path().join("again.csv");
    assert!(import(&file, &report).contains("Entered: 2"));
    let said = import(&report, &again);
    assert!(said.contains("Entered: 0") && said.contains("is not corrected"), "{said}");
    let text = std::fs::read_to_string(&again).unwrap();
    std::fs::write(&again, text.replace("02:15", "14:15")).unwrap();
    assert!(import(&again, &report).contains("Entered: 1"));
}

#[test]
fn a_check_shows_every_part_of_the_first_rows() {
    let (dir, _, _) = with_sheet();
    let [map, file] = ["mappings/arabic_sheet.toml", "tests/fixtures/arabic_sheet.csv"];
    let [map, file] = [map, file].map(|it| home().join(it));
    let [map, file] = [&map, &file].map(|it| it.to_str().unwrap());
    let (_, said) = run(dir.path(), &["import", "--check", "--map", map, file]);
    let row = said.lines().find(|it| it.starts_with("line 5 |")).unwrap();
    let parts = ["نورة", "+966501112244", "1098765439", "السلام", "المدخل الشمالي", "رُدمت الحفرة"];
    for part in parts {
        assert!(row.contains(part), "{part} in {row}");
    }
}
