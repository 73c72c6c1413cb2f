//! What was typed outlives the application.

use super::{open, open_first_case};
use desktop::{Town, Window};
use std::time::{Duration, Instant};

/// How long is typed without a pause.
const LONG: Duration = Duration::from_secs(10);
/// What may be missing at most.
const MAY_BE_LOST: Duration = Duration::from_secs(1);
const FIELD: &str = "main textarea:focus";
const WORDS: &str = "نراجع بلاغك ";

#[tokio::test]
async fn an_application_killed_while_one_types_loses_at_most_the_last_second() {
    let town = Town::begin().await;
    let account = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.sign_in(&account).await;
    open_first_case(&window).await;
    window.press(&[], 'r').await;
    window.wait_for(FIELD).await;
    let steps = type_without_a_pause(&window).await;
    let killed_at = Instant::now();
    window.kill().await;

    let window = open(&town, "handler").await;
    window.unlock(&account.password).await;
    // The form stands open again, with what was written in it.
    open_first_case(&window).await;
    window.wait_for(FIELD).await;
    let kept = window.typed().await;
    let whole = WORDS.repeat(steps.len());
    assert!(whole.starts_with(&kept), "not what was typed: {kept}");
    let safe = steps.iter().filter(|at| killed_at.duration_since(**at) > MAY_BE_LOST).count();
    let (kept, safe) = (kept.chars().count(), safe * WORDS.chars().count());
    assert!(kept >= safe, "{kept} characters were kept, {safe} were older than a second");
    window.close().await;
}

/// Answers when each of the words had been typed.
async fn type_without_a_pause(window: &Window) -> Vec<Instant> {
    let begin = Instant::now();
    let mut steps = Vec::new();
    while begin.elapsed() < LONG {
        window.type_text(WORDS).await;
        steps.push(Instant::now());
    }
    steps
}
