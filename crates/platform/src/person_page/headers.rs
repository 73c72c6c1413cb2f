//! What every answer says to the browser: keep nothing, tell nobody, load nothing from elsewhere.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const SAFE: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow, noarchive"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// For everything that is served.
pub(crate) async fn safe(mut response: Response) -> Response {
    for (name, value) in SAFE {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// For everything that may be about somebody.
pub(super) async fn private(mut response: Response) -> Response {
    let keep_nothing = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, keep_nothing);
    response
}
