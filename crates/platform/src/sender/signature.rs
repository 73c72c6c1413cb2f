//! Signatures of requests between the platform and the gateway of text messages: the scheme of
//! Standard Webhooks, HMAC-SHA256 over id, timestamp and body.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Names the message; also the idempotency key.
pub(super) const ID: &str = "webhook-id";
/// Seconds since 1970.
pub(super) const TIMESTAMP: &str = "webhook-timestamp";
/// One or more `v1,<base64>`, separated by spaces.
pub(super) const SIGNATURE: &str = "webhook-signature";
/// Seconds that the two clocks may differ; an older request is a replay.
const WINDOW_S: i64 = 5 * 60;

/// Signs a request: the value of the signature header.
#[must_use]
pub fn sign(secret: &[u8], id: &str, timestamp: i64, body: &[u8]) -> String {
    let tag = mac(secret, id, timestamp, body).map(|it| it.finalize().into_bytes());
    tag.map_or_else(String::new, |tag| format!("v1,{}", STANDARD.encode(tag)))
}

/// Whether one of the signatures is right and the request is no older than the window.
pub(super) fn is_signed(
    secret: &[u8],
    (id, timestamp, signatures): (&str, &str, &str),
    body: &[u8],
    now: DateTime<Utc>,
) -> bool {
    let Ok(seconds) = timestamp.parse::<i64>() else { return false };
    if now.timestamp().saturating_sub(seconds).unsigned_abs() > WINDOW_S.unsigned_abs() {
        return false;
    }
    signatures.split_ascii_whitespace().filter_map(|it| it.strip_prefix("v1,")).any(|it| {
        let Ok(tag) = STANDARD.decode(it) else { return false };
        mac(secret, id, seconds, body).is_some_and(|mac| mac.verify_slice(&tag).is_ok())
    })
}

fn mac(secret: &[u8], id: &str, timestamp: i64, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"a secret of thirty-two characters";

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).expect("an instant")
    }

    fn holds(id: &str, timestamp: i64, signature: &str, body: &[u8]) -> bool {
        is_signed(SECRET, (id, &timestamp.to_string(), signature), body, now())
    }

    #[test]
    fn a_signature_holds_for_its_own_id_time_and_body_only() {
        let at = now().timestamp();
        let signature = sign(SECRET, "id", at, b"body");
        assert!(holds("id", at, &signature, b"body"));
        assert!(holds("id", at, &format!("v1,AAAA {signature}"), b"body"), "keys may be changed");
        assert!(!holds("other", at, &signature, b"body"));
        assert!(!holds("id", at + 1, &signature, b"body"));
        assert!(!holds("id", at, &signature, b"other"));
        assert!(!holds("id", at, "", b"body"));
        assert!(!holds("id", at, &sign(b"another", "id", at, b"body"), b"body"));
    }

    #[test]
    fn a_request_outside_the_window_is_a_replay() {
        for (off, is_good) in [(-300, true), (300, true), (-301, false), (301, false)] {
            let at = now().timestamp() + off;
            assert_eq!(holds("id", at, &sign(SECRET, "id", at, b""), b""), is_good, "{off}");
        }
        assert!(!holds("id", i64::MIN, &sign(SECRET, "id", i64::MIN, b""), b""));
    }
}
