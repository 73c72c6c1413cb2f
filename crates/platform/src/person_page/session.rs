//! An open case: a cookie that the platform sealed, good for some minutes.
//!
//! The seal is a keyed hash, so that no process must remember who came in, and a restart throws
//! nobody out.

use super::Door;
use super::guard::Seal;
use axum::http::HeaderValue;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use domain::{AgencyId, CaseId};
use serde::{Deserialize, Serialize};

/// The cookie of an open case.
pub(super) const CASE_COOKIE: &str = "rida_case";
/// Minutes without a step after which a case closes itself.
pub(super) const OPEN_MINUTES: i64 = 20;

/// A case that its person opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Session {
    pub(super) agency: AgencyId,
    pub(super) case: CaseId,
    /// Makes this session's form tokens its own.
    pub(super) nonce: String,
    /// Milliseconds since 1970.
    until_ms: i64,
}

/// What a cookie says.
pub(super) enum Held {
    /// The case is open.
    Open(Session),
    /// It was, and closed itself.
    Ended,
    /// Nothing that we sealed.
    Nothing,
}

impl Door {
    /// Reads the cookie of an open case.
    pub(super) fn session(&self, cookie: Option<&str>) -> Held {
        let Some(session) = cookie.and_then(|it| self.unsealed(it)) else { return Held::Nothing };
        if session.until_ms > self.app.now().timestamp_millis() {
            Held::Open(session)
        } else {
            Held::Ended
        }
    }

    /// The cookie that opens a case, or keeps it open, from now on.
    pub(super) fn opened(
        &self,
        agency: AgencyId,
        case: CaseId,
        nonce: String,
    ) -> Option<HeaderValue> {
        let session = Session { agency, case, nonce, until_ms: until_ms(self.app.now()) };
        let json = serde_json::to_vec(&session).ok()?;
        let seal = self.seal(Seal::Session, &[&json]);
        let value = format!("{}.{seal}", BASE64_URL_SAFE_NO_PAD.encode(json));
        self.cookie(CASE_COOKIE, &value, OPEN_MINUTES * 60)
    }

    /// The cookie that closes it.
    pub(super) fn closed(&self) -> Option<HeaderValue> {
        self.cookie(CASE_COOKIE, "", 0)
    }

    /// A cookie that scripts can't read and that other sites' links don't carry.
    pub(super) fn cookie(&self, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
        let secure = if self.app.config.page_is_secure() { "; Secure" } else { "" };
        let text = format!(
            "{name}={value}; Path=/c; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
        );
        HeaderValue::from_str(&text).ok()
    }

    fn unsealed(&self, cookie: &str) -> Option<Session> {
        let (json, seal) = cookie.split_once('.')?;
        let json = BASE64_URL_SAFE_NO_PAD.decode(json).ok()?;
        self.is_sealed(seal, Seal::Session, &[&json])
            .then(|| serde_json::from_slice(&json).ok())
            .flatten()
    }
}

fn until_ms(now: DateTime<Utc>) -> i64 {
    now.timestamp_millis() + OPEN_MINUTES * 60_000
}
