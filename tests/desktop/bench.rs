//! The window's rows of `performance.md`, on the desks that the other benchmarks left: from the start
//! until the queue is painted beside the engine's empty page, and from a key until the next case is
//! painted. Adds to `target/bench/report.json`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use desktop::{Start, Window, empty_page, target};
use fantoccini::key::Key;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const STARTS: usize = 7;
const STEPS: usize = 40;
const REST: Duration = Duration::from_millis(500);
/// One frame of a screen of 60 Hz.
const FRAME_MS: f64 = 1000.0 / 60.0;
/// Where nobody listens: the desk is at home offline.
const NOWHERE: &str = "http://127.0.0.1:9";

/// Keeps in `painted` how long each key took until another case stood on the screen and was painted:
/// from the press as the engine stamped it until the frame that shows the change is done.
/// `textContent`, because `innerText` would lay the page out anew at every look.
const WATCH: &str = "window.painted = []; \
    const shown = () => document.querySelector('.identity')?.textContent ?? ''; \
    let last = shown(); \
    addEventListener('keydown', ({ timeStamp }) => { \
      const look = () => { \
        if (shown() === last || shown() === '') { requestAnimationFrame(look); return; } \
        last = shown(); \
        setTimeout(() => window.painted.push(performance.now() - timeStamp), 0); \
      }; \
      requestAnimationFrame(look); \
    }, true);";

#[tokio::main]
async fn main() {
    let bench = target().join("bench");
    let desks = bench.join("desks");
    let password =
        fs::read_to_string(desks.join("password")).expect("run the other benchmarks first");
    for n in sizes(&desks) {
        let start = Start { platform: NOWHERE, root: &desks, profile: &n.to_string() };
        add(&bench.join("report.json"), &rows(n, &start, &password).await);
    }
}

/// The folders of the desks are named by their number of cases.
fn sizes(desks: &Path) -> Vec<usize> {
    let names = fs::read_dir(desks).unwrap().map(|it| it.unwrap().file_name());
    let mut sizes: Vec<usize> = names.filter_map(|it| it.to_str()?.parse().ok()).collect();
    sizes.sort_unstable();
    sizes
}

async fn rows(n: usize, start: &Start<'_>, password: &str) -> [Value; 2] {
    let (mut starts, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        empty.push(ms(empty_page().await));
        starts.push(one_start(start, password).await);
    }
    let steps = steps(start, password).await;
    let (empty, start, step) = (at(&mut empty, 50), row(starts), row(steps));
    [
        json!({ "row": "window_start", "n": n, "unit": "ms", "value": start.0, "p50": start.0,
            "p95": start.1, "limit": empty, "ratio_to_limit": start.0 / empty,
            "target": "<= 1 s, <= 1.5 x limit",
            "met": start.1 <= 1000.0 && start.0 <= 1.5 * empty }),
        json!({ "row": "window_next_case", "n": n, "unit": "ms", "value": step.0, "p50": step.0,
            "p95": step.1, "limit": FRAME_MS, "ratio_to_limit": step.0 / FRAME_MS,
            "target": "<= 50 ms p95", "met": step.1 <= 50.0 }),
    ]
}

/// From the start of the application until the first row stands, without the time in which the
/// password is typed.
async fn one_start(start: &Start<'_>, password: &str) -> f64 {
    let begun = Instant::now();
    let window = Window::open(start).await;
    window.wait_for("input[autocomplete=current-password]").await;
    let until_the_door = begun.elapsed();
    window.type_text(password).await;
    let begun = Instant::now();
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for("[role=row]").await;
    let taken = until_the_door + begun.elapsed();
    window.close().await;
    ms(taken)
}

/// From case to case with one key.
async fn steps(start: &Start<'_>, password: &str) -> Vec<f64> {
    let window = Window::open(start).await;
    window.unlock(password).await;
    window.wait_for("[role=row]").await;
    window.press(&[], 'j').await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for(".identity").await;
    window.look(WATCH).await;
    for step in 1..=STEPS {
        window.press(&[], 'j').await;
        // Nobody looks while it paints, and what the window does after that is no part of the next step.
        tokio::time::sleep(REST).await;
        painted(&window, step).await;
    }
    let painted = window.look("return window.painted").await;
    window.close().await;
    painted.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}

/// Waits until so many cases were painted: a key pressed before that would wait for the one before it.
async fn painted(window: &Window, count: usize) {
    for _ in 0..200 {
        if window.look("return window.painted.length").await == json!(count) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the next case is not painted");
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Median and 95th percentile.
fn row(mut times: Vec<f64>) -> (f64, f64) {
    assert!(!times.is_empty(), "nothing was painted");
    (at(&mut times, 50), at(&mut times, 95))
}

fn at(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * percent / 100).min(times.len() - 1)]
}

/// Puts the rows into the report in the place of older ones, and shows them.
fn add(report: &Path, rows: &[Value]) {
    let mut all: Vec<Value> =
        fs::read(report).ok().and_then(|it| serde_json::from_slice(&it).ok()).unwrap_or_default();
    all.retain(|old| rows.iter().all(|new| new["row"] != old["row"] || new["n"] != old["n"]));
    all.extend_from_slice(rows);
    fs::write(report, serde_json::to_vec_pretty(&all).unwrap()).unwrap();
    for row in rows {
        eprintln!("{row}");
    }
}
