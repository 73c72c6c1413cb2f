//! What the person reads.

use super::browser::Browser;
use super::house::{House, LETTER, OWN_WORDS, agency, marwa};
use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use domain::book::Labels;
use domain::case::SubjectPiece;
use domain::{Action, Actor, CaseId, ImportCase, Language, OpId, OpenCase};
use platform::{Act, Announce};

async fn opened(house: &House) -> Browser {
    let (case, inbox) = house.answered();
    let mut browser = Browser::new(house);
    browser.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    browser
}

#[tokio::test]
async fn the_person_reads_what_was_asked_decided_promised_and_who_held_it() {
    let house = House::open();
    let mut browser = opened(&house).await;
    let arabic = browser.get("/c/case").await.text();
    for part in [OWN_WORDS, LETTER, "رد أجرة الرحلة", "رد الأجرة", "2.500 OMR", "موظف الحافلات"]
    {
        assert!(arabic.contains(part), "{part}");
    }
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(arabic.contains("ساعة واحدة"), "the bus desk held it for an hour");
    let english = browser.get("/c/case?lang=en").await.text();
    for part in [OWN_WORDS, LETTER, "Fare refund", "Bus desk", "one hour", "Is it solved?"] {
        assert!(english.contains(part), "{part}");
    }
    assert!(english.contains("Within ten minutes of the timetable"), "R46");
}

#[tokio::test]
async fn staff_stand_on_the_page_by_post_and_never_by_name() {
    let house = House::open();
    let mut browser = opened(&house).await;
    for lang in ["ar", "en"] {
        let page = browser.get(&format!("/c/case?lang={lang}")).await.text();
        for name in ["مروة", "Marwa", "marwa", "هلال", "Hilal", "hilal"] {
            assert!(!page.contains(name), "{name}");
        }
    }
}

#[tokio::test]
async fn internal_notes_and_drafts_are_not_on_the_page() {
    let house = House::open();
    let (case, inbox) = house.answered();
    house.act(&marwa(), case, &Action::AddNote { text: "ملاحظة داخلية".to_owned() });
    house.pass(TimeDelta::minutes(1));
    let mut browser = Browser::new(&house);
    let page = browser.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    assert!(page.text().contains(OWN_WORDS) && !page.text().contains("ملاحظة داخلية"));
}

#[tokio::test]
async fn a_decision_that_may_still_be_taken_back_is_not_shown() {
    let house = House::open();
    let case = house.open_case();
    house.pass(TimeDelta::seconds(11));
    let inbox = house.inbox(case);
    let mut browser = Browser::new(&house);
    browser.enter(&house.case(case).reference.to_string(), &inbox.code).await;
    let decision = house.act(&marwa(), case, &Action::Decide(house.resolution(case, 2_500)));
    house.pass(TimeDelta::seconds(5));
    let page = browser.get("/c/case?lang=en").await.text();
    assert!(!page.contains(LETTER) && !page.contains("Is it solved?"));
    house.act(&marwa(), case, &Action::Withdraw { op: decision });
    house.pass(TimeDelta::minutes(1));
    let page = browser.get("/c/case?lang=en").await.text();
    assert!(page.contains(OWN_WORDS) && !page.contains(LETTER));
}

#[tokio::test]
async fn what_people_write_can_bring_no_markup() {
    let house = House::open();
    let mut browser = opened(&house).await;
    let page = browser.get("/c/case").await;
    let (token, once) = (page.hidden("token"), page.hidden("once"));
    let evil = "<img src=x onerror=alert(1)>\"'";
    let fields = [("token", token.as_str()), ("once", &once), ("text", evil)];
    let receipt = browser.post("/c/case/message", &fields).await;
    assert_eq!(receipt.status, StatusCode::OK);
    let page = browser.get("/c/case").await;
    assert!(page.body.contains("onerror") && !page.body.contains("<img"));
    assert!(!receipt.body.contains("<img"));
}

#[tokio::test]
async fn looking_at_every_page_changes_nothing() {
    let house = House::open();
    let mut browser = opened(&house).await;
    let before = (house.last_seq(), house.app.letter_states(&super::house::agency()).unwrap());
    for path in [
        "/c",
        "/c/case",
        "/c/case/word",
        "/c/case/message",
        "/c/leave",
        "/c/accessibility",
        "/c/case/receipt?of=00000000-0000-0000-0000-000000000000",
        "/c/case/word?choice=solved&text=x&word=y",
    ] {
        for method in [Method::GET, Method::HEAD] {
            let page = browser.ask(method, path, "").await;
            assert!(!page.status.is_server_error(), "{path}");
        }
    }
    let after = (house.last_seq(), house.app.letter_states(&super::house::agency()).unwrap());
    assert_eq!(before, after);
    assert!(browser.get("/c/case").await.text().contains(LETTER), "nor closes the page");
}

#[tokio::test]
async fn an_imported_case_without_own_words_shows_the_form_in_the_readers_language() {
    let house = House::open();
    let case = CaseId(house.uuid());
    let open = OpenCase { own_words: String::new(), ..house.late_bus(&["mail"], Language::En) };
    let label = Labels { ar: "قطة نافقة".to_owned(), en: "Dead cat".to_owned() };
    let subject_pieces = vec![
        SubjectPiece::Label { label },
        SubjectPiece::Separator,
        SubjectPiece::Value { text: "74-04 METROPOLITAN AVENUE".to_owned() },
    ];
    let import = ImportCase {
        open,
        subject_from_form: true,
        subject_pieces,
        source: "old desk".to_owned(),
        source_key: "7".to_owned(),
        source_line: 8,
        opened_at: house.now() - TimeDelta::days(30),
        closed_at: None,
        resolution_words: None,
        next_contact: Some(house.now() + TimeDelta::days(1)),
    };
    let action = Action::ImportCase(Box::new(import));
    let (op, actor) = (OpId(house.uuid()), &Actor::Platform);
    let act = Act { op, actor, case: Some(case), action: &action, claimed_at: None };
    house.app.act_all_announcing(&agency(), &[act], Announce::Persons).unwrap();
    house.pass(TimeDelta::seconds(11));
    let inbox = house.inbox(case);
    let mut browser = Browser::new(&house);
    let reference = house.case(case).reference.to_string();
    let page = browser.enter(&reference, &inbox.code).await;
    assert!(page.body.contains("Dead cat, \u{2068}74-04 METROPOLITAN AVENUE\u{2069}"));
    let page = page.text();
    assert!(page.contains("There are no words of your own"));
    assert!(page.contains("30 days"), "its true age");
}
