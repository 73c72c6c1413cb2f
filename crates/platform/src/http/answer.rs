//! How an answer or a refusal is written.

use crate::Denied;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use protocol::ErrorBody;

/// A refusal on its way out.
pub(super) struct Refused(Denied);

impl Refused {
    pub(super) fn not_found() -> Self {
        Self(Denied::NotFound)
    }
}

impl From<Denied> for Refused {
    fn from(denied: Denied) -> Self {
        Self(denied)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        if let Denied::Failed(error) = &self.0 {
            tracing::error!(error = error as &dyn std::error::Error, "failed");
        }
        let status =
            StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = Json(ErrorBody { code: self.0.code().to_owned() });
        let mut response = (status, body).into_response();
        if let Denied::TooMany { retry_after_s } = self.0 {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after_s));
        }
        response
    }
}
