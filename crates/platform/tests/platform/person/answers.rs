//! Solved or not solved, and messages.

use super::browser::{Browser, Page};
use super::house::{House, Inbox, marwa};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::case::{Ending, Stage};
use domain::{Action, CaseId};

async fn opened(house: &House) -> (CaseId, Inbox, Browser) {
    let (case, inbox) = house.answered();
    let mut browser = Browser::new(house);
    browser.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    (case, inbox, browser)
}

async fn send(browser: &mut Browser, page: &Page, text: &str) -> Page {
    let (token, once) = (page.hidden("token"), page.hidden("once"));
    let fields = [("token", token.as_str()), ("once", &once), ("text", text)];
    browser.post("/c/case/message?lang=en", &fields).await
}

#[tokio::test]
async fn solved_with_the_word_of_the_decision_closes_the_case() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    let receipt = browser.answer("solved", "شكرًا", inbox.word.as_deref().unwrap()).await;
    assert!(receipt.text().contains("You said that it is solved."));
    assert!(receipt.text().contains("شكرًا"));
    assert_eq!(house.case(case).ending, Some(Ending::Confirmed));
    let page = browser.get("/c/case?lang=en").await.text();
    assert!(page.contains("Over: you said that it is solved.") && !page.contains("solved-word"));
}

#[tokio::test]
async fn not_solved_opens_the_case_again_with_the_persons_words_in_it() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    let receipt =
        browser.answer("not_solved", "لم يصل المبلغ", inbox.word.as_deref().unwrap()).await;
    assert!(receipt.text().contains("The case is open again"));
    assert_eq!(house.case(case).stage, Stage::Open);
    let page = browser.get("/c/case?lang=en").await.text();
    assert!(page.contains("لم يصل المبلغ") && page.contains("You said that it is not solved."));
}

#[tokio::test]
async fn not_solved_without_words_is_asked_again_and_keeps_the_choice() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    let page = browser.answer("not_solved", "  ", inbox.word.as_deref().unwrap()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("value=\"not_solved\" checked") && page.body.contains("#text"));
    assert_eq!(house.case(case).stage, Stage::Answered);
    let page = browser.answer("", "x", inbox.word.as_deref().unwrap()).await;
    assert!(page.text().contains("Please choose: solved or not solved."));
    assert_eq!(house.case(case).stage, Stage::Answered);
}

#[tokio::test]
async fn the_code_of_the_page_is_not_the_word_of_the_decision() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    let before = house.last_seq();
    for word in [inbox.code.as_str(), "", "00000-00000-00000-00000"] {
        let page = browser.answer("solved", "kept words", word).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text().contains("This is not the word of this decision."));
        assert!(page.text().contains("kept words"));
        assert!(word.is_empty() || !page.body.contains(word), "a word is never shown again");
    }
    assert_eq!((house.last_seq(), house.case(case).stage), (before, Stage::Answered));
}

#[tokio::test]
async fn the_word_of_an_earlier_decision_answers_no_later_one() {
    let house = House::open();
    let (case, first, mut browser) = opened(&house).await;
    browser.answer("not_solved", "لم يصل المبلغ", first.word.as_deref().unwrap()).await;
    house.pass(TimeDelta::hours(1));
    let mut again = house.resolution(case, 1_500);
    again.letter.text = "راجعنا التحويل رقم 8841 فوجدناه مرفوضًا من المصرف. أعدنا اليوم 1.500 ر.ع. إلى حسابك. لك أن تعترض.".to_owned();
    house.act(&marwa(), case, &Action::Decide(again));
    house.pass(TimeDelta::seconds(11));
    let second = house.inbox(case);
    browser.enter(&house.case(case).reference.to_string(), &second.code).await;
    let page = browser.answer("solved", "", first.word.as_deref().unwrap()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser.answer("solved", "", second.word.as_deref().unwrap()).await;
    assert_eq!(house.case(case).ending, Some(Ending::Confirmed));
}

#[tokio::test]
async fn the_same_form_sent_twice_counts_once() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    let page = browser.get("/c/case?lang=en").await;
    let fields = page.answer("not_solved", "لم يصل", inbox.word.as_deref().unwrap());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, it)| (*name, &**it)).collect();
    browser.post("/c/case/word?lang=en", &fields).await;
    let seq = house.last_seq();
    browser.post("/c/case/word?lang=en", &fields).await;
    let message = browser.get("/c/case?lang=en").await;
    send(&mut browser, &message, "أين وصلتم؟").await;
    send(&mut browser, &message, "أين وصلتم؟").await;
    let contacts = house.case(case).contacts;
    assert_eq!(house.case(case).disputed.len(), 1);
    assert!(house.last_seq() > seq);
    let page = send(&mut browser, &message, "another text under the same form").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("another text under the same form"));
    assert_eq!(house.case(case).contacts, contacts);
}

#[tokio::test]
async fn a_step_without_its_form_token_changes_nothing() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    let before = house.last_seq();
    let word = inbox.word.as_deref().unwrap();
    let page = browser.get("/c/case").await;
    let decision = page.hidden("decision");
    let mut other = Browser::new(&house);
    let theirs = other.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    for token in ["", "0", &theirs.hidden("token")] {
        let fields = [
            ("token", token),
            ("once", "1"),
            ("decision", &decision),
            ("choice", "solved"),
            ("text", ""),
            ("word", word),
        ];
        let page = browser.post("/c/case/word", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("token", token), ("once", "2"), ("text", "x")];
        browser.post("/c/case/message", &fields).await;
        browser.send("/c/leave", &[("token", token)]).await;
    }
    assert_eq!(house.last_seq(), before);
    assert!(browser.cookies.contains_key("rida_case"));
}

#[tokio::test]
async fn a_message_on_an_answered_case_goes_to_its_owner_and_closes_nothing() {
    let house = House::open();
    let (case, _, mut browser) = opened(&house).await;
    let page = browser.get("/c/case?lang=en").await;
    let receipt = send(&mut browser, &page, "متى يصل المبلغ؟").await;
    assert!(receipt.text().contains("We have your message"));
    let state = house.case(case);
    assert_eq!((state.stage, state.contacts), (Stage::Answered, 2));
    assert!(state.next_contact.is_some(), "an answer is owed");
    assert!(browser.get("/c/case?lang=en").await.text().contains("متى يصل المبلغ؟"));
}

#[tokio::test]
async fn a_case_that_closed_itself_shows_what_was_typed_and_takes_nothing() {
    let house = House::open();
    let (_, inbox, mut browser) = opened(&house).await;
    let page = browser.get("/c/case?lang=en").await;
    let before = house.last_seq();
    house.pass(TimeDelta::minutes(21));
    let fields = page.answer("not_solved", "a long text", inbox.word.as_deref().unwrap());
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, it)| (*name, &**it)).collect();
    let ended = browser.post("/c/case/word?lang=en", &fields).await;
    assert_eq!(ended.status, StatusCode::FORBIDDEN);
    assert!(ended.text().contains("a long text"));
    assert_eq!(house.last_seq(), before);
}

#[tokio::test]
async fn leaving_closes_the_page_on_this_device() {
    let house = House::open();
    let (_, _, mut browser) = opened(&house).await;
    let token = browser.get("/c/case?lang=en").await.hidden("token");
    let page = browser.post("/c/leave?lang=en", &[("token", &token)]).await;
    assert!(page.text().contains("This page is closed"));
    assert!(!browser.cookies.contains_key("rida_case"));
    assert_eq!(
        browser.ask(axum::http::Method::GET, "/c/case", "").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test(start_paused = true)]
async fn guessing_the_word_slows_down_too() {
    let house = House::open();
    let (case, inbox, mut browser) = opened(&house).await;
    for _ in 0..10 {
        browser.answer("solved", "", "00000-00000-00000-00000").await;
    }
    let begun = tokio::time::Instant::now();
    browser.answer("solved", "", inbox.word.as_deref().unwrap()).await;
    assert_eq!(begun.elapsed().as_secs(), 1);
    assert_eq!(house.case(case).ending, Some(Ending::Confirmed));
}
