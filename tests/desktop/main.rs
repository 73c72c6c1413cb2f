//! The real window, by keyboard alone.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod a_file;
mod above_the_power;
mod names;
mod pictures;
mod starting;
mod the_main_job;
mod troubles;
mod typing;

use desktop::{Start, Town, Window};
use fantoccini::key::Key;

async fn open(town: &Town, profile: &str) -> Window {
    Window::open(&Start { platform: &town.address, root: &town.desks(), profile }).await
}

/// Opens the first case of the list.
async fn open_first_case(window: &Window) {
    window.wait_for("[role=row]").await;
    window.press(&[], 'j').await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for(".identity").await;
}

/// Decides the open case with a plain remedy, by keyboard: the remedy, "yes" to each point, the cause.
async fn decide_with(window: &Window, remedy: &str) {
    window.press(&[], 'e').await;
    window.wait_for(".decide").await;
    window.tab_to("input[type=checkbox]", remedy).await;
    window.press(&[], ' ').await;
    answer_points_and_cause(window).await;
    window.press(&[Key::Control], char::from(Key::Enter)).await;
}

async fn answer_points_and_cause(window: &Window) {
    let points = window.look("return document.querySelectorAll('.point').length").await;
    for _ in 0..points.as_u64().expect("a number") {
        window.press(&[], char::from(Key::Tab)).await;
        window.tab_to("input[type=radio]", "نعم").await;
        window.press(&[], ' ').await;
    }
    window.tab_to(".cause button", "").await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for("[role=option]").await;
    window.press(&[], char::from(Key::Down)).await;
    window.press(&[], char::from(Key::Enter)).await;
}

/// The reference of the case that is open.
async fn reference(window: &Window) -> String {
    let script = "return document.querySelector('.identity').innerText\
        .match(/[A-Z]{2}-\\w{4}-\\w{4}/)[0]";
    window.look(script).await.as_str().expect("a reference").to_owned()
}

/// Finds a case by its reference and opens it.
async fn find(window: &Window, reference: &str) {
    window.press(&[], '/').await;
    window.type_text(reference).await;
    window.wait_for_text("main [role=row]", reference).await;
    window.tab_to("[role=row]", reference).await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for(".identity").await;
}
