//! Reference and code: the same answer to everything wrong, slower each time, never shut.

use super::browser::{Browser, Page};
use super::house::House;
use axum::http::{Method, StatusCode, header};
use chrono::TimeDelta;
use tokio::time::{Duration, Instant};

const WRONG: &str = "00000-00000-00000-00000";

/// A page without what is new on each of them, and without what was typed.
fn without_chance(page: &Page, typed: &str) -> String {
    let body = page.body.replace(&page.hidden("token"), "").replace(&page.hidden("once"), "");
    body.replace(typed, "")
}

#[tokio::test]
async fn the_right_code_opens_the_case_and_stands_in_no_address() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let reference = house.case(case).reference.to_string();
    let mut browser = Browser::new(&house);
    let page = browser.enter(&reference, &inbox.code).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains(&reference));
    let mut again = Browser::new(&house);
    let token = again.get("/c").await.hidden("token");
    let fields = [
        ("reference", reference.as_str()),
        ("code", &inbox.code.to_lowercase()),
        ("token", &token),
    ];
    let answer = again.send("/c", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.headers[header::LOCATION], "/c/case?lang=ar");
}

#[tokio::test]
async fn a_wrong_code_an_unknown_reference_and_a_closed_page_look_the_same() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let reference = house.case(case).reference.to_string();
    let mut seen = Vec::new();
    for (reference, code) in [
        (reference.as_str(), WRONG),
        (reference.as_str(), "x"),
        ("NT-0000-0000", inbox.code.as_str()),
        ("nonsense", inbox.code.as_str()),
    ] {
        let page = Browser::new(&house).enter(reference, code).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        seen.push(without_chance(&page, reference));
    }
    let mut browser = Browser::new(&house);
    browser.enter(&reference, &inbox.code).await;
    browser.answer("solved", "", inbox.word.as_deref().unwrap()).await;
    house.pass(TimeDelta::days(366));
    let closed = Browser::new(&house).enter(&reference, &inbox.code).await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN);
    seen.push(without_chance(&closed, &reference));
    assert!(seen[0].contains("This did not open a case."));
    assert!(seen.iter().all(|it| *it == seen[0]));
}

#[tokio::test(start_paused = true)]
async fn after_ten_failures_each_guess_waits_longer_and_the_right_code_still_opens() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let reference = house.case(case).reference.to_string();
    let mut waits = Vec::new();
    for _ in 0..16 {
        let begun = Instant::now();
        Browser::new(&house).enter(&reference, WRONG).await;
        waits.push(begun.elapsed().as_secs());
    }
    assert_eq!(waits, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30]);
    let begun = Instant::now();
    let page = Browser::new(&house).enter(&reference, &inbox.code).await;
    assert_eq!(page.status, StatusCode::OK, "never locked out");
    assert_eq!(begun.elapsed().as_secs(), 30);
    house.pass(TimeDelta::hours(1));
    let begun = Instant::now();
    Browser::new(&house).enter(&reference, WRONG).await;
    assert!(begun.elapsed() < Duration::from_secs(1), "an hour forgives");
}

#[tokio::test(start_paused = true)]
async fn thirty_failures_from_one_address_slow_it_down_and_no_other_address() {
    let house = House::open();
    let references = (0..31).map(|n| format!("guess {n}"));
    let mut waits = Vec::new();
    for reference in references {
        let begun = Instant::now();
        Browser::new(&house).enter(&reference, WRONG).await;
        waits.push(begun.elapsed().as_secs());
    }
    assert_eq!(waits.iter().sum::<u64>(), 1);
    assert_eq!(waits.last(), Some(&1));
    let mut elsewhere = Browser::new(&house);
    elsewhere.address = "10.9.9.9:1".parse().unwrap();
    let begun = Instant::now();
    elsewhere.enter("guess 32", WRONG).await;
    assert_eq!(begun.elapsed().as_secs(), 0);
}

#[tokio::test]
async fn a_door_form_of_another_browser_opens_nothing() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let reference = house.case(case).reference.to_string();
    let stolen = Browser::new(&house).get("/c").await.hidden("token");
    for token in [stolen.as_str(), ""] {
        let mut browser = Browser::new(&house);
        browser.get("/c").await;
        let fields = [("reference", reference.as_str()), ("code", &inbox.code), ("token", token)];
        let page = browser.post("/c", &fields).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN);
        assert!(!browser.cookies.contains_key("rida_case"));
    }
}

#[tokio::test]
async fn an_open_case_is_a_cookie_that_scripts_and_other_sites_never_get() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let reference = house.case(case).reference.to_string();
    let mut browser = Browser::new(&house);
    let token = browser.get("/c").await.hidden("token");
    let fields = [("reference", reference.as_str()), ("code", &inbox.code), ("token", &token)];
    let answer = browser.send("/c", &fields).await;
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    for part in ["rida_case=", "HttpOnly", "SameSite=Strict", "Path=/c", "Max-Age=1200"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let (name, sealed) = browser.cookies.pop_first().unwrap();
    assert_eq!(name, "rida_case");
    let mut forged = sealed.into_bytes();
    forged[5] ^= 1;
    browser.cookies.insert(name, String::from_utf8(forged).unwrap());
    let page = browser.ask(Method::GET, "/c/case", "").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn every_answer_tells_the_browser_to_keep_nothing_and_tell_nobody() {
    let house = House::open();
    let (case, inbox) = house.answered();
    let mut browser = Browser::new(&house);
    browser.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    for path in ["/c", "/c/case", "/c/accessibility", "/c/case/receipt"] {
        let page = browser.get(path).await;
        assert_eq!(page.headers[header::REFERRER_POLICY], "no-referrer", "{path}");
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-store", "{path}");
        assert!(page.headers["x-robots-tag"].to_str().unwrap().contains("noindex"), "{path}");
        let policy = page.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        assert!(!policy.contains("script-src") && !page.body.contains("<script"), "{path}");
    }
}
