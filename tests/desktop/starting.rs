//! One window for one user, and links that open a case in it.

use super::{open, open_first_case, reference};
use desktop::{Start, Town, second_start};

#[tokio::test]
async fn a_second_start_hands_its_link_to_the_first_window_and_leaves() {
    let town = Town::begin().await;
    let window = open(&town, "desk").await;
    window.sign_in(&town.account("badr").await).await;
    open_first_case(&window).await;
    let reference = reference(&window).await;
    window.press(&[], 'g').await;
    window.press(&[], 'y').await;
    window.wait_until_gone(".identity").await;

    let start = Start { platform: &town.address, root: &town.desks(), profile: "desk" };
    second_start(&start, &format!("rida://case/{reference}")).await;
    window.wait_for_text(".identity", &reference).await;
    window.close().await;
}
