//! The whole job on two desks: the handler asks, the manager approves, the person has the last word.

use super::{answer_points_and_cause, find, open, open_first_case, reference};
use desktop::{Citizen, Town, Window};
use fantoccini::key::Key;

#[tokio::test]
async fn a_remedy_above_the_power_is_asked_for_offline_approved_and_confirmed_by_the_person() {
    let mut town = Town::begin().await;
    let handler = open(&town, "handler").await;
    let account = town.account("badr").await;
    handler.sign_in(&account).await;
    handler.wait_for("[role=row]").await;
    let manager = open(&town, "manager").await;
    manager.sign_in(&town.account("reem").await).await;

    town.stop();
    open_first_case(&handler).await;
    let reference = reference(&handler).await;
    ask_for_a_waiver(&handler, "900").await;
    handler.wait_for("footer.status a").await;
    handler.close().await;
    let handler = open(&town, "handler").await;
    handler.unlock(&account.password).await;
    handler.wait_for("footer.status a").await;

    town.start().await;
    handler.wait_until_gone("footer.status a").await;
    approve_what_is_asked(&manager, &reference).await;
    let citizen = Citizen::with_letter_about(&town, &reference).await;
    citizen.say(true, "وصلني الإعفاء").await;
    for window in [handler, manager] {
        find(&window, &reference).await;
        window.wait_for_text("main", "مؤكَّدة الحل").await;
        window.close().await;
    }
}

/// Chooses a remedy that has an amount, and asks for it as soon as the rule says that it is above.
async fn ask_for_a_waiver(window: &Window, amount: &str) {
    window.press(&[], 'e').await;
    window.wait_for(".decide").await;
    window.tab_to("input[type=checkbox]", "إعفاء من رسم أو غرامة").await;
    window.press(&[], ' ').await;
    window.wait_for(".amount-field input").await;
    window.tab_to(".amount-field input", "").await;
    window.type_text(amount).await;
    answer_points_and_cause(window).await;
    window.wait_for_text(".decide", "اطلب الموافقة").await;
    window.press(&[Key::Control], char::from(Key::Enter)).await;
}

/// Opens the request, never answers it from the list.
async fn approve_what_is_asked(window: &Window, reference: &str) {
    window.press(&[], 'g').await;
    window.press(&[], 'a').await;
    window.wait_for_text("#root", reference).await;
    // Older requests may stand above it.
    for _ in 0..10 {
        window.press(&[], 'j').await;
        window.press(&[], char::from(Key::Enter)).await;
        window.wait_for(".approval .identity").await;
        if window.text(".approval .identity").await.contains(reference) {
            break;
        }
    }
    window.tab_to("button", "وافق").await;
    window.press(&[], char::from(Key::Enter)).await;
    window.wait_until_gone(".approval").await;
}
