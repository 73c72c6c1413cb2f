//! Text messages by an HTTP gateway. A message only announces: the letter is on the person's page.

use super::mail::is_loopback;
use super::settings::{SettingsFault, TextSettings};
use super::signature::{ID, SIGNATURE, TIMESTAMP, sign};
use super::text::{Carries, compose};
use super::{Delivery, OutgoingMessage, Sender};
use crate::say::Say;
use crate::surroundings::Clock;
use domain::Language;
use domain::case::{Channel, LetterFault};
use reqwest::{Client, StatusCode, Url, redirect};
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;

/// Posts messages to one gateway.
pub(super) struct GatewaySender {
    url: Url,
    secret: Vec<u8>,
    timeout: Duration,
    page_url: String,
    clock: Clock,
}

/// The body of a request.
#[derive(Serialize)]
struct Post<'a> {
    id: &'a str,
    to: &'a str,
    text: &'a str,
    language: Language,
}

impl GatewaySender {
    pub(super) fn new(
        settings: &TextSettings,
        page_url: &str,
        clock: &Clock,
    ) -> Result<Self, SettingsFault> {
        let fault = |code| SettingsFault::new(code, &settings.url);
        let url: Url = settings.url.parse().map_err(|_| fault("text-url"))?;
        let is_local = url.host_str().is_some_and(is_loopback);
        match url.scheme() {
            "https" => {}
            "http" if is_local => {}
            "http" => return Err(fault("text-plain")),
            _ => return Err(fault("text-url")),
        }
        Ok(Self {
            url,
            secret: settings.secret()?,
            timeout: Duration::from_secs(settings.timeout_s.clamp(1, 600)),
            page_url: page_url.to_owned(),
            clock: Arc::clone(clock),
        })
    }

    pub(super) fn test(&self, to: &str, language: Language, id: &str) -> Delivery {
        let text = Say(language).text("letter-test");
        self.send(&Post { id, to, text: &text, language })
    }

    fn send(&self, post: &Post<'_>) -> Delivery {
        let Ok(body) = serde_json::to_vec(post) else { return Delivery::Later };
        // A runtime of its own: senders are called on threads that may wait.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let Ok(runtime) = runtime else { return Delivery::Later };
        runtime.block_on(self.post(post.id, body))
    }

    async fn post(&self, id: &str, body: Vec<u8>) -> Delivery {
        let client = Client::builder()
            .timeout(self.timeout)
            .connect_timeout(self.timeout)
            .redirect(redirect::Policy::none())
            .build();
        let Ok(client) = client else { return Delivery::Later };
        let timestamp = (self.clock)().timestamp();
        let request = client
            .post(self.url.clone())
            .header("content-type", "application/json")
            .header("idempotency-key", id)
            .header(ID, id)
            .header(TIMESTAMP, timestamp)
            .header(SIGNATURE, sign(&self.secret, id, timestamp, &body))
            .body(body);
        match request.send().await {
            Ok(answer) => said(answer.status()),
            Err(error) if error.is_connect() || error.is_builder() => {
                tracing::warn!("the gateway of text messages could not be reached");
                Delivery::Later
            }
            Err(_) => {
                tracing::warn!("the gateway of text messages did not confirm a message");
                Delivery::Uncertain
            }
        }
    }
}

impl Sender for GatewaySender {
    fn deliver(&self, message: OutgoingMessage) -> Delivery {
        let text = compose(&message, &self.page_url, Carries::Announcement);
        let (to, language) = (&message.letter.address, message.letter.language);
        self.send(&Post { id: &message.slot(), to, text: &text, language })
    }

    fn carries(&self, channel: Channel) -> bool {
        channel == Channel::Sms
    }
}

/// What an answer of the gateway means. An error of the server's own leaves doubt.
fn said(status: StatusCode) -> Delivery {
    if !status.is_success() {
        tracing::warn!(status = status.as_u16(), "a text message was not taken");
    }
    match status.as_u16() {
        200..=299 => Delivery::HandedOver,
        // Settings that are wrong here or there: mended by people, while the message waits.
        300..=399 | 401 | 403 | 404 | 407 | 429 | 503 => Delivery::Later,
        422 => Delivery::Failed(LetterFault::Address),
        408 | 409 => Delivery::Uncertain,
        400..=499 => Delivery::Failed(LetterFault::Refused),
        _ => Delivery::Uncertain,
    }
}
