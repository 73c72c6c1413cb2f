//! The main job in the real window, by keyboard alone.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use desktop::{Citizen, Start, Town, Window};
use fantoccini::key::Key;

async fn open(town: &Town, profile: &str) -> Window {
    Window::open(&Start { platform: &town.address, root: &town.desks(), profile }).await
}

/// The reference of the case that is open.
async fn reference(window: &Window) -> String {
    let found = window.look("return document.querySelector('.identity').innerText.match(/[A-Z]{2}-\\w{4}-\\w{4}/)[0]").await;
    found.as_str().expect("a reference").to_owned()
}

#[tokio::test]
async fn a_case_is_decided_offline_agreed_later_and_over_when_the_person_says_so() {
    let mut town = Town::begin().await;
    let handler = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.sign_in(&handler).await;
    window.wait_for("[role=row]").await;

    town.stop();
    window.press(&[], 'j').await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for(".identity").await;
    let reference = reference(&window).await;
    window.press(&[], 'e').await;
    window.wait_for(".decide").await;
    window.press(&[Key::Control], char::from(Key::Enter)).await;
    window.wait_for("footer.status a").await;
    window.close().await;

    let window = open(&town, "handler").await;
    window.unlock(&handler).await;
    window.wait_for("footer.status a").await;

    town.start().await;
    window.wait_until_gone("footer.status a").await;
    let citizen = Citizen::with_letter_about(&town, &reference).await;
    citizen.say(true, "وصلني الرد، شكراً").await;
    window.press(&[], '/').await;
    window.type_text(&reference).await;
    window.wait_for("main [role=row]").await;
    for _ in 0..2 {
        window.press(&[], char::from(Key::Tab)).await;
    }
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_for(".identity").await;
    window.wait_for_text("main", "أكّد صاحبها الحل").await;
    window.close().await;
}
