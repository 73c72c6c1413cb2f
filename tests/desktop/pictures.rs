//! Pictures of the real window for the documents: `cargo test --test desktop -- --ignored pictures`
//! writes them under `target/pictures`.

use super::{open, open_first_case};
use desktop::{Town, Window};
use fantoccini::key::Key;

/// Says what was done, in the language of the person.
const NEWS: &str = "زرنا مطعم الضيافة صباح اليوم الساعة 9:30 بأمر العمل 8841، وأغلقنا مطبخه وفق المادة 16، ونعود يوم الأحد.";

async fn pictures_of(window: &Window, language: &str) {
    window.picture(&format!("desk-{language}")).await;
    open_first_case(window).await;
    window.picture(&format!("case-{language}")).await;
    window.press(&[], 'e').await;
    window.wait_for(".decide").await;
    window.picture(&format!("decide-{language}")).await;
    window.press(&[], char::from(Key::Escape)).await;
    window.wait_until_gone(".decide").await;
    window.press(&[], 'r').await;
    window.wait_for("textarea").await;
    window.type_text(NEWS).await;
    window.wait_for(".chip-found").await;
    // The next date that the form begins with gives way to one that the rule takes.
    window.wait_until_gone(".hint-lost").await;
    window.picture(&format!("reply-{language}")).await;
}

#[tokio::test]
#[ignore = "makes pictures"]
async fn pictures_are_made_in_both_languages() {
    let town = Town::begin().await;
    for (language, english) in [("ar", false), ("en", true)] {
        let window = open(&town, &format!("pictures-{language}")).await;
        if english {
            window.wait_for("input[autocomplete=username]").await;
            window.tab_to("button", "English").await;
            window.press(&[], char::from(Key::Enter)).await;
            window.tab_to("input[autocomplete=username]", "").await;
        }
        window.sign_in(&town.account("badr").await).await;
        window.wait_for("[role=row]").await;
        pictures_of(&window, language).await;
        window.close().await;
    }
}
