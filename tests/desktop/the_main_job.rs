//! A case within the handler's own power, with the network gone.

use super::{decide_with, find, open, open_first_case, reference};
use desktop::{Citizen, Town};

#[tokio::test]
async fn a_case_is_decided_offline_agreed_later_and_over_when_the_person_says_so() {
    let mut town = Town::begin().await;
    let handler = town.account("badr").await;
    let window = open(&town, "handler").await;
    window.sign_in(&handler).await;
    window.wait_for("[role=row]").await;

    town.stop();
    open_first_case(&window).await;
    let reference = reference(&window).await;
    decide_with(&window, "اعتذار باسم البلدية").await;
    window.wait_for("footer.status a").await;
    window.close().await;

    let window = open(&town, "handler").await;
    window.unlock(&handler.password).await;
    window.wait_for("footer.status a").await;

    town.start().await;
    window.wait_until_gone("footer.status a").await;
    let citizen = Citizen::with_letter_about(&town, &reference).await;
    citizen.say(true, "وصلني الرد، شكراً").await;
    find(&window, &reference).await;
    window.wait_for_text("main", "مؤكَّدة الحل").await;
    window.close().await;
}
