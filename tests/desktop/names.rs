//! What a screen reader is told: the tree that the real window hands to AT-SPI.

use super::{open, open_first_case};
use desktop::{Town, listen, spoken};

#[tokio::test]
async fn a_screen_reader_hears_a_table_of_named_rows_and_a_name_for_every_control() {
    listen().await;
    let town = Town::begin().await;
    let window = open(&town, "handler").await;
    window.sign_in(&town.account("badr").await).await;
    open_first_case(&window).await;
    let tree = spoken().await;
    let nameless: Vec<_> = tree.iter().filter(|it| it.is_control() && it.name.is_empty()).collect();
    assert!(nameless.is_empty(), "controls without a name: {nameless:#?}");
    let named = |role: &str| tree.iter().any(|it| it.role == role && !it.name.is_empty());
    for role in ["table", "table row", "landmark", "button", "link", "radio button", "heading"] {
        assert!(named(role), "no {role} with a name: {tree:#?}");
    }
    window.close().await;
}
