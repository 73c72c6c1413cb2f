//! Files over HTTP: bytes as they are, sizes as JSON.

use super::answer::Refused;
use super::desk::{Bearer, blocking, unread};
use crate::App;
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use protocol::AttachmentSize;
use serde::Deserialize;
use std::sync::Arc;

/// Where a chunk belongs.
#[derive(Deserialize)]
pub(super) struct Place {
    offset: u64,
    total: u64,
}

/// How much of a file is here.
pub(super) async fn size(
    State(app): State<Arc<App>>,
    bearer: Bearer,
    Path(hash): Path<String>,
) -> Result<Json<AttachmentSize>, Refused> {
    let received =
        blocking(app, move |app| app.attachment_size(&app.session(&bearer.0)?, &hash)).await?;
    Ok(Json(AttachmentSize { received }))
}

/// Takes a chunk.
pub(super) async fn put(
    State(app): State<Arc<App>>,
    bearer: Bearer,
    Path(hash): Path<String>,
    Query(place): Query<Place>,
    chunk: Result<Bytes, BytesRejection>,
) -> Result<Json<AttachmentSize>, Refused> {
    let chunk = chunk.map_err(unread)?;
    let put = move |app: &App| {
        let session = app.session(&bearer.0)?;
        app.put_chunk(&session, &hash, place.offset, place.total, &chunk)
    };
    Ok(Json(AttachmentSize { received: blocking(app, put).await? }))
}

/// Gives a whole file. What it is, is for the desk to tell from its bytes.
pub(super) async fn get(
    State(app): State<Arc<App>>,
    bearer: Bearer,
    Path(hash): Path<String>,
) -> Result<(HeaderMap, Vec<u8>), Refused> {
    let bytes = blocking(app, move |app| app.attachment(&app.session(&bearer.0)?, &hash)).await?;
    let kind = HeaderValue::from_static("application/octet-stream");
    Ok((HeaderMap::from_iter([(header::CONTENT_TYPE, kind)]), bytes.0))
}
