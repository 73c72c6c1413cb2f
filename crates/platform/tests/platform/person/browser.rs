//! A browser without script: it keeps cookies, reads forms and sends them.

use super::house::House;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use tower::ServiceExt;

/// One browser at one address.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    pub address: SocketAddr,
}

/// What a server answered.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Browser {
    pub fn new(house: &House) -> Self {
        Self {
            router: house.router.clone(),
            cookies: BTreeMap::new(),
            address: "10.1.2.3:4000".parse().unwrap(),
        }
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, "").await
    }

    /// Sends a form and follows the redirect that it leads to.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.send(path, fields).await;
        match answer.headers.get(header::LOCATION).and_then(|it| it.to_str().ok()) {
            Some(to) => self.get(to).await,
            None => answer,
        }
    }

    /// Sends a form.
    pub async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        self.ask(Method::POST, path, &pairs.collect::<Vec<_>>().join("&")).await
    }

    pub async fn ask(&mut self, method: Method, path: &str, form: &str) -> Page {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:7000")
            .header(header::COOKIE, cookies.collect::<Vec<_>>().join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned()))
            .unwrap();
        request.extensions_mut().insert(ConnectInfo(self.address));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        self.keep_cookies(&headers);
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&body).into_owned();
        Page { status, headers, body }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, rest) = line.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Knocks with a reference and a code.
    pub async fn enter(&mut self, reference: &str, code: &str) -> Page {
        let door = self.get("/c?lang=en").await;
        let token = door.hidden("token");
        let fields = [("reference", reference), ("code", code), ("token", &token)];
        self.post("/c?lang=en", &fields).await
    }

    /// Answers the question of the open case.
    pub async fn answer(&mut self, choice: &str, text: &str, word: &str) -> Page {
        let page = self.get("/c/case?lang=en").await;
        let fields = page.answer(choice, text, word);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, it)| (*name, &**it)).collect();
        self.post("/c/case/word?lang=en", &fields).await
    }
}

impl Page {
    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let from = self.body.split(&format!("name=\"{name}\" value=\"")).nth(1);
        from.and_then(|it| it.split('"').next()).unwrap_or_default().to_owned()
    }

    /// The fields of the question as a person fills them in.
    pub fn answer(&self, choice: &str, text: &str, word: &str) -> Vec<(&'static str, String)> {
        vec![
            ("token", self.hidden("token")),
            ("once", self.hidden("once")),
            ("decision", self.hidden("decision")),
            ("choice", choice.to_owned()),
            ("text", text.to_owned()),
            ("word", word.to_owned()),
        ]
    }

    /// The text as it is read, without marks that isolate.
    pub fn text(&self) -> String {
        self.body.replace(['\u{2068}', '\u{2069}'], "")
    }
}

fn encoded(value: &str) -> String {
    let bytes: Vec<String> = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
    bytes.concat()
}
