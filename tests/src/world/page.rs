//! A browser without script: it keeps cookies, reads forms and sends them.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode, header};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::{Ipv4Addr, SocketAddr};
use tower::ServiceExt;

/// One browser at one address.
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What a server answered.
pub struct Page {
    /// Its status.
    pub status: StatusCode,
    /// Its text.
    pub body: String,
    location: Option<String>,
}

impl Browser {
    /// A fresh browser before a server.
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new() }
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, String::new()).await
    }

    /// Sends a form and follows where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let pairs = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let form = pairs.collect::<Vec<_>>().join("&");
        let answer = self.ask(Method::POST, path, form).await;
        match answer.location.clone() {
            Some(to) => self.get(&to).await,
            None => answer,
        }
    }

    /// Knocks with a reference and a code.
    pub async fn enters(&mut self, reference: &str, code: &str) -> Page {
        let token = self.get("/c?lang=en").await.hidden("token");
        let fields = [("reference", reference), ("code", code), ("token", &token)];
        self.post("/c?lang=en", &fields).await
    }

    async fn ask(&mut self, method: Method, path: &str, form: String) -> Page {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}"));
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1")
            .header(header::COOKIE, cookies.collect::<Vec<_>>().join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form))
            .expect("a request");
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 4000));
        request.extensions_mut().insert(ConnectInfo(address));
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let status = response.status();
        let headers = response.headers();
        for line in headers.get_all(header::SET_COOKIE) {
            self.keep(line.to_str().expect("a cookie"));
        }
        let location = headers.get(header::LOCATION).and_then(|it| it.to_str().ok());
        let location = location.map(str::to_owned);
        let body = to_bytes(response.into_body(), usize::MAX).await.expect("a whole answer");
        Page { status, body: String::from_utf8_lossy(&body).into_owned(), location }
    }

    fn keep(&mut self, line: &str) {
        let (name, rest) = line.split_once('=').expect("a cookie");
        let value = rest.split(';').next().unwrap_or_default();
        self.cookies.insert(name.to_owned(), value.to_owned());
    }
}

impl Page {
    /// The value of a hidden field.
    pub fn hidden(&self, name: &str) -> String {
        let from = self.body.split(&format!("name=\"{name}\" value=\"")).nth(1);
        from.and_then(|it| it.split('"').next()).unwrap_or_default().to_owned()
    }
}

fn encoded(value: &str) -> String {
    value.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}
