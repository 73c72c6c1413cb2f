//! The program itself, as an operator runs it.

#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

pub(crate) fn agency() -> PathBuf {
    home().join("tests/fixtures/agency")
}

pub(crate) fn platform(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_platform"));
    command.env_clear().env("RIDA_PLATFORM_DATA", data).env("RIDA_PLATFORM_LANG", "en");
    command
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

pub(crate) fn run(data: &Path, args: &[&str]) -> (bool, String) {
    let output = platform(data).args(args).output().unwrap();
    (output.status.success(), said(&output))
}

pub(crate) fn set_up(data: &Path) {
    let (ok, said) = run(data, &["setup", agency().to_str().unwrap()]);
    assert!(ok, "{said}");
}

pub(crate) fn typed(data: &Path, args: &[&str], input: &str) -> (bool, String) {
    let mut command = platform(data);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.success(), said(&output))
}

#[test]
fn help_shows_what_to_type_first() {
    let dir = tempfile::tempdir().unwrap();
    let (ok, said) = run(dir.path(), &["--help"]);
    assert!(ok);
    for words in ["setup", "import", "--data", "RIDA_PLATFORM_DATA", "First steps"] {
        assert!(said.contains(words), "{words} in {said}");
    }
}

#[test]
fn a_setup_can_be_repeated() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let (ok, said) = run(dir.path(), &["setup", agency().to_str().unwrap()]);
    assert!(ok && said.contains("nothing changed, version 1"), "{said}");
}

#[test]
fn a_fault_in_the_files_is_said_with_its_place_in_both_languages_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let broken = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(agency()).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, broken.path().join(path.file_name().unwrap())).unwrap();
    }
    let units = broken.path().join("units.toml");
    let text = std::fs::read_to_string(&units).unwrap();
    std::fs::write(&units, text.replace("manager = \"fleet_head\"", "manager = \"boss\"")).unwrap();
    let args = ["setup", broken.path().to_str().unwrap()];
    let (ok, said) = run(dir.path(), &args);
    assert!(!ok && said.contains("units.toml, line 8, units.buses.manager"), "{said}");
    let (ok, said) = run(dir.path(), &[&args[..], &["--lang", "ar"]].concat());
    assert!(!ok && said.contains("لا توجد وظيفة"), "{said}");
    let (ok, said) = run(dir.path(), &["serve"]);
    assert!(!ok && said.contains("There is no platform"), "{said}");
}

#[test]
fn a_store_with_a_real_agency_never_becomes_a_demo() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let (ok, said) = run(dir.path(), &["setup", "--demo", agency().to_str().unwrap()]);
    assert!(!ok && said.contains("never becomes a demo"), "{said}");
}

#[test]
fn an_account_is_made_with_a_password_that_is_long_enough() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let add = ["accounts", "add", "marwa"];
    let (ok, said) = typed(dir.path(), &add, "short\n");
    assert!(!ok && said.contains("at least 10"), "{said}");
    let (ok, said) = typed(dir.path(), &add, "");
    assert!(!ok && said.contains("standard input"), "{said}");
    let (ok, said) = typed(dir.path(), &["accounts", "add", "ghost"], "long enough 1\n");
    assert!(!ok && said.contains("no staff"), "{said}");
    let (ok, said) = typed(dir.path(), &add, "long enough 1\n");
    assert!(ok && said.contains("may sign in"), "{said}");
    let (_, said) = run(dir.path(), &["accounts", "list"]);
    let line = said.lines().find(|it| it.starts_with("marwa")).unwrap();
    assert!(line.contains("ready"), "{line}");
    let (ok, said) = run(dir.path(), &["enrol", "marwa"]);
    assert!(ok && said.contains("marwa: "), "{said}");
}

#[test]
fn an_operator_ends_access_and_is_told_what_was_done_and_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let accounts = |what: &str, who: &str| run(dir.path(), &["accounts", what, who]);
    let (ok, said) = accounts("disable", "marwa");
    assert!(!ok && said.contains("platform accounts add marwa"), "{said}");
    let (ok, said) = accounts("end-sessions", "ghost");
    assert!(!ok && said.contains("platform accounts list"), "{said}");
    let (ok, said) = typed(dir.path(), &["accounts", "add", "marwa"], "long enough 1\n");
    assert!(ok, "{said}");
    let (ok, said) = accounts("disable", "marwa");
    assert!(ok && said.contains("can't sign in") && said.contains("enable marwa"), "{said}");
    let (ok, said) = run(dir.path(), &["enrol", "marwa"]);
    assert!(!ok && said.contains("accounts enable marwa"), "{said}");
    let (_, said) = run(dir.path(), &["accounts", "list"]);
    assert!(said.lines().any(|it| it.starts_with("marwa   disabled")), "{said}");
    let (ok, said) = accounts("enable", "marwa");
    assert!(ok && said.contains("same password"), "{said}");
    let (ok, said) = accounts("end-sessions", "marwa");
    assert!(ok && said.contains("no session"), "{said}");
    let (ok, said) = typed(dir.path(), &["accounts", "password", "marwa"], "long enough 2\n");
    assert!(ok && said.contains("was changed"), "{said}");
    let (ok, said) = run(dir.path(), &["devices", "list", "--staff", "marwa"]);
    assert!(ok && said.contains("No computer"), "{said}");
    let (ok, said) = run(dir.path(), &["devices", "revoke", "nonsense"]);
    assert!(!ok && said.contains("platform devices list"), "{said}");
    let (ok, said) = run(dir.path(), &["devices", "revoke", "--staff", "marwa", "--lang", "ar"]);
    assert!(ok && said.contains("لا يوجد جهاز"), "{said}");
    let (ok, said) = run(dir.path(), &["devices", "revoke"]);
    assert!(!ok && said.contains("--staff"), "{said}");
    for help in [["accounts", "disable"], ["accounts", "end-sessions"], ["devices", "revoke"]] {
        let (ok, said) = run(dir.path(), &[&help[..], &["--help"]].concat());
        assert!(
            ok && said.contains("at once")
                || said.contains("next request")
                || said.contains("End every"),
            "{said}"
        );
    }
}

#[test]
fn an_import_that_can_not_begin_says_why() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let map = home().join("mappings/nyc311.toml");
    let file = home().join("tests/fixtures/nyc311_sample.csv");
    let sheet = home().join("tests/fixtures/arabic_sheet.csv");
    let (map, file) = (map.to_str().unwrap(), file.to_str().unwrap());
    let sheet = sheet.to_str().unwrap();
    let (ok, said) = run(dir.path(), &["import", "--map", map, "missing.csv"]);
    assert!(!ok && said.contains("missing.csv can't be read"), "{said}");
    let (ok, said) = run(dir.path(), &["import", "--map", map, file]);
    assert!(!ok && said.contains("knows no agency “waha”"), "{said}");
    let (ok, said) = run(dir.path(), &["import", "--map", sheet, file]);
    assert!(!ok && said.contains("line 1"), "{said}");
}

#[test]
fn the_same_backlog_again_gives_nobody_more_work() {
    let dir = tempfile::tempdir().unwrap();
    let (ok, said) = run(dir.path(), &["setup", "--demo", home().join("demo").to_str().unwrap()]);
    assert!(ok, "{said}");
    let map = home().join("mappings/nyc311.toml");
    let file = home().join("tests/fixtures/nyc311_sample.csv");
    let report = dir.path().join("report.json");
    let [map, file, told] = [&map, &file, &report].map(|it| it.to_str().unwrap());
    let assigned = || {
        let args = ["import", "--map", map, "--assign", "1", "--report", told, file];
        let status = platform(dir.path()).args(args).output().unwrap().status;
        assert_eq!(status.code(), Some(3), "the sample holds rows that are refused");
        let report: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
        report["assigned"].as_u64()
    };
    assert_eq!([assigned(), assigned()], [Some(1), Some(0)]);
}

#[test]
fn settings_that_can_not_be_read_stop_everything() {
    let dir = tempfile::tempdir().unwrap();
    let config = dir.path().join("settings.toml");
    std::fs::write(&config, "bnid = \"0.0.0.0:1\"").unwrap();
    let (ok, said) = run(dir.path(), &["--config", config.to_str().unwrap(), "serve"]);
    assert!(!ok && said.contains("bnid"), "{said}");
}

#[test]
fn a_backup_that_fails_leaves_its_name_free_and_a_restore_says_what_force_is_for() {
    let dir = tempfile::tempdir().unwrap();
    set_up(dir.path());
    let copies = tempfile::tempdir().unwrap();
    let copy = copies.path().join("copy");
    let keys = dir.path().join("platform.keys");
    let aside = copies.path().join("keys");
    let args = ["backup", copy.to_str().unwrap()];
    // What can't be read can't be copied: a folder stands where the keys were.
    std::fs::rename(&keys, &aside).unwrap();
    std::fs::create_dir(&keys).unwrap();
    let (ok, said) = run(dir.path(), &args);
    assert!(!ok && !copy.exists(), "{said}");
    std::fs::remove_dir(&keys).unwrap();
    std::fs::rename(&aside, &keys).unwrap();
    let (ok, said) = run(dir.path(), &args);
    assert!(ok && !said.contains('{'), "{said}");
    let restore = ["restore", copy.to_str().unwrap()];
    let (ok, said) = run(dir.path(), &restore);
    assert!(!ok && said.contains("--force"), "{said}");
    std::fs::write(copy.join("platform.db"), b"damaged").unwrap();
    let (ok, said) = run(dir.path(), &["restore", "--force", copy.to_str().unwrap()]);
    assert!(!ok && !said.contains("--force"), "{said}");
}
