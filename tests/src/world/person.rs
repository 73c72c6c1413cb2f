//! The person, with what their letters hold: nothing but their page changes a case in their name.

use super::World;
use super::page::{Browser, Page};
use axum::http::StatusCode;
use chrono::TimeDelta;

impl World {
    /// The person of a case says that it is solved, with the word of the newest letter.
    pub fn person_confirms(&self, case: &str) {
        self.person_answers(case, "solved", "");
    }

    /// The person of a case says that it is not solved, with the word of the newest letter.
    pub fn person_disputes(&self, case: &str, text: &str) {
        self.person_answers(case, "not_solved", text);
    }

    fn person_answers(&self, case: &str, choice: &str, text: &str) {
        // The letter leaves the house when its hold is over.
        self.advance(TimeDelta::seconds(11));
        let word = self.word_sent_to(case);
        let (mut browser, page) = self.page_of(case);
        let decision = page.hidden("decision");
        self.sends(
            &mut browser,
            &page,
            "/c/case/word?lang=en",
            &[("decision", &decision), ("choice", choice), ("text", text), ("word", &word)],
        );
    }

    /// The person of a case writes on their page.
    pub fn person_writes(&self, case: &str, text: &str) {
        let (mut browser, page) = self.page_of(case);
        self.sends(&mut browser, &page, "/c/case/message?lang=en", &[("text", text)]);
    }

    /// The page of a case, opened with the code of the newest letter.
    pub fn page_of(&self, case: &str) -> (Browser, Page) {
        self.advance(TimeDelta::seconds(11));
        let (reference, code) = (self.case(case).reference.to_string(), self.code_sent_to(case));
        let mut browser = Browser::new(platform::router(self.house.app()));
        let page = self.handle().block_on(async {
            browser.enters(&reference, &code).await;
            browser.get("/c/case?lang=en").await
        });
        assert_eq!(page.status, StatusCode::OK, "the page opens: {}", page.body);
        (browser, page)
    }

    fn sends(&self, browser: &mut Browser, page: &Page, path: &str, fields: &[(&str, &str)]) {
        let (token, once) = (page.hidden("token"), page.hidden("once"));
        let mut whole = vec![("token", token.as_str()), ("once", once.as_str())];
        whole.extend(fields);
        let receipt = self.handle().block_on(browser.post(path, &whole));
        assert_eq!(receipt.status, StatusCode::OK, "it was taken: {}", receipt.body);
    }
}
