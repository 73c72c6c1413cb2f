//! The demo's living cases go through the real rules.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Datelike, Days, NaiveTime, Utc, Weekday};
use domain::case::{ApprovalState, Case, Ending, Stage};
use domain::{AgencyId, Recorded};
use platform::living::{SetClock, play, read_script};
use platform::setup::read_book;
use platform::{App, Config, PasswordCost, system_random};
use std::path::{Path, PathBuf};

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo")
}

struct Played {
    app: App,
    agency: AgencyId,
    cases: Vec<Case>,
    _dir: tempfile::TempDir,
}

fn played(now: DateTime<Utc>) -> Played {
    let dir = tempfile::tempdir().unwrap();
    let mut config = Config::new(dir.path());
    config.password_cost = PasswordCost::TRIFLING;
    let clock = SetClock::at(now);
    let app = App::open(config, clock.clock(), system_random()).unwrap();
    app.mark_demo().unwrap();
    let book = read_book(&demo()).unwrap();
    app.put_book(&book).unwrap();
    let script = read_script(&demo()).unwrap().unwrap();
    let first = play(&app, &clock, &book, &script, now).unwrap();
    assert_eq!(first.cases, script.cases.len());
    assert_eq!(play(&app, &clock, &book, &script, now).unwrap().cases, 0, "played once only");
    let agency = book.agency;
    let cases = cases(&app, &agency);
    Played { app, agency, cases, _dir: dir }
}

fn cases(app: &App, agency: &AgencyId) -> Vec<Case> {
    let events: Vec<Recorded> = app.events(agency, 0, 10_000).unwrap();
    let mut ids: Vec<_> = events.iter().filter_map(|it| it.case).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| app.case(agency, id).unwrap().unwrap()).collect()
}

fn wednesday() -> DateTime<Utc> {
    "2026-11-25T08:00:00Z".parse().unwrap()
}

impl Played {
    fn of(&self, category: &str) -> Vec<&Case> {
        self.cases.iter().filter(|it| it.category.as_str() == category).collect()
    }

    fn one(&self, category: &str) -> &Case {
        let [case] = self.of(category)[..] else { panic!("one case of {category}") };
        case
    }
}

#[test]
fn every_step_is_allowed_by_the_rules_on_any_day_of_the_week() {
    let sunday = wednesday().date_naive().week(Weekday::Sun).first_day();
    for day in 0..7 {
        let date = sunday + Days::new(day);
        let at = date.and_time(NaiveTime::from_hms_opt(6, 0, 0).unwrap()).and_utc();
        assert!(played(at).cases.len() >= 25, "{}", at.weekday());
    }
}

#[test]
fn the_burst_pipe_was_reported_five_times_and_stands_before_the_manager() {
    let demo = played(wednesday());
    let pipe = demo.one("burst_pipe");
    assert_eq!(pipe.contacts, 5);
    assert!(pipe.flagged, "R03");
    assert!(pipe.opened_at < wednesday() - Days::new(2));
}

#[test]
fn a_famous_person_and_an_unknown_one_stand_at_the_same_rank() {
    let demo = played(wednesday());
    let [famous, unknown] = demo.of("pothole")[..] else { panic!("two cases of the same hole") };
    assert_ne!(famous.person, unknown.person);
    let book = demo.app.book(&demo.agency).unwrap();
    let rank = |case| domain::case::rank(case, &book);
    assert_eq!(rank(famous), rank(unknown), "R05");
}

#[test]
fn approvals_wait_for_managers_and_one_came_back() {
    let demo = played(wednesday());
    for category in ["lamp_out", "late_refund", "damage_to_vehicle", "low_pressure"] {
        let approval = demo.one(category).approvals.last().unwrap();
        assert_eq!(approval.state, ApprovalState::Waiting, "{category}");
    }
    let objection = demo.one("fine_objection").approvals.last().unwrap();
    assert!(matches!(objection.state, ApprovalState::Returned { .. }));
}

#[test]
fn every_way_that_a_case_can_stand_is_there() {
    let demo = played(wednesday());
    for stage in [Stage::New, Stage::Open, Stage::Answered, Stage::Closed] {
        assert!(demo.cases.iter().any(|it| it.stage == stage), "{stage:?}");
    }
    assert_eq!(demo.one("dead_animal").ending, Some(Ending::Confirmed));
    assert!(demo.one("permit_refused").decision.as_ref().is_some_and(|it| it.disputed));
    assert!(demo.one("permit_delay").clocks.paused_since.is_some());
    let accused = demo.one("staff_conduct");
    assert!(accused.confidential && accused.accused.is_some(), "R63");
    let overdue = |it: &&Case| it.next_contact.is_some_and(|at| at < wednesday());
    assert!(demo.cases.iter().filter(|it| it.stage == Stage::Open).filter(overdue).count() >= 3);
}
