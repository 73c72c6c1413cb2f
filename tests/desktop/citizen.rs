//! The person who brought the case, on their own page, with what was sent to them.

use super::Town;
use super::platform::newest_message;
use std::time::Duration;

/// A person with a browser's cookies.
pub struct Citizen {
    browser: reqwest::Client,
    address: String,
    word: String,
}

impl Citizen {
    /// Waits until the letter of the decision has left the house, then opens the case with its code.
    pub async fn with_letter_about(town: &Town, reference: &str) -> Self {
        let message = wait_for_message(town, reference).await;
        let field = |name: &str| message[name].as_str().unwrap().to_owned();
        let browser = reqwest::Client::builder().cookie_store(true).build().unwrap();
        let citizen = Self { browser, address: town.address.clone(), word: field("word") };
        let door = citizen.get("/c").await;
        let fields = [("reference", reference.to_owned()), ("code", field("code"))];
        citizen.post("/c", &door, &fields).await;
        citizen
    }

    /// Says whether it is solved; answers the page that follows.
    pub async fn say(&self, solved: bool, text: &str) -> String {
        let page = self.get("/c/case").await;
        let choice = if solved { "solved" } else { "not_solved" };
        let fields =
            [("choice", choice.to_owned()), ("text", text.to_owned()), ("word", self.word.clone())];
        let after = self.post("/c/case/word", &page, &fields).await;
        assert!(!after.contains("name=\"word\""), "the word was not taken:\n{after}");
        after
    }

    async fn get(&self, path: &str) -> String {
        self.browser
            .get(format!("{}{path}", self.address))
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    /// Sends a form with the hidden fields of the page it stands on.
    async fn post(&self, path: &str, page: &str, fields: &[(&str, String)]) -> String {
        let mut form = hidden_fields(form_of(page, path));
        form.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())));
        let answer =
            self.browser.post(format!("{}{path}", self.address)).form(&form).send().await.unwrap();
        answer.text().await.unwrap()
    }
}

async fn wait_for_message(town: &Town, reference: &str) -> serde_json::Value {
    for _ in 0..300 {
        if let Some(message) = newest_message(&town.data(), reference) {
            return message;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("no letter about {reference} has left the house");
}

/// The form of a page that is sent to a path.
fn form_of<'a>(page: &'a str, path: &str) -> &'a str {
    let from = page.split(&format!("action=\"{path}")).nth(1).expect("the page has the form");
    from.split("</form>").next().unwrap_or_default()
}

fn hidden_fields(page: &str) -> Vec<(String, String)> {
    page.split("<input")
        .filter(|it| it.split('>').next().is_some_and(|tag| tag.contains("type=\"hidden\"")))
        .filter_map(|it| Some((attribute(it, "name")?, attribute(it, "value")?)))
        .collect()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split('>').next()?.split(&format!("{name}=\"")).nth(1)?;
    Some(rest.split('"').next()?.to_owned())
}
