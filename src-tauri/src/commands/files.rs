//! Files of a case: chosen, dropped, pasted, opened.

use super::Shared;
use crate::state::{Answer, on_desk, save_on_desk};
use crate::told::Told;
use base64::{Engine, prelude::BASE64_STANDARD};
use desk::DeskError;
use domain::Refusal;
use domain::case::AttachmentRef;
use protocol::limits::ATTACHMENT_BYTES_MAX;
use std::io::{Error, ErrorKind};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

#[tauri::command]
pub async fn choose_files(window: Shared<'_>, case: String) -> Answer<Vec<AttachmentRef>> {
    let Some(files) = rfd::AsyncFileDialog::new().pick_files().await else { return Ok(vec![]) };
    save_on_desk(&window, move |desk| {
        files.iter().map(|file| desk.attach_file(&case, file.path())).collect()
    })
    .await
}

#[tauri::command]
pub async fn attach_file(
    window: Shared<'_>,
    case: String,
    name: String,
    bytes: String,
) -> Answer<AttachmentRef> {
    // Four characters carry three bytes; measured before anything is unpacked.
    if bytes.len() as u64 / 4 * 3 > ATTACHMENT_BYTES_MAX + 3 {
        let bytes_max = u32::try_from(ATTACHMENT_BYTES_MAX).unwrap_or(u32::MAX);
        return Err(Told::of(Refusal::FileTooLarge { bytes_max }.into(), &window.edge));
    }
    save_on_desk(&window, move |desk| {
        let bytes = BASE64_STANDARD
            .decode(bytes)
            .map_err(|_| DeskError::from(Error::from(ErrorKind::InvalidData)))?;
        desk.attach(&case, &name, &bytes)
    })
    .await
}

/// Writes a read-only copy that is wiped at lock, and lets the system show it.
#[tauri::command]
pub async fn open_attachment(
    app: AppHandle,
    window: Shared<'_>,
    case: String,
    hash: String,
) -> Answer<()> {
    crate::engine::fetch_attachment(&window, &hash).await?;
    let path = on_desk(&window, move |desk| desk.open_attachment(&case, &hash)).await?;
    let opened = app.opener().open_path(path.to_string_lossy(), None::<&str>);
    opened.map_err(|error| Told::of(DeskError::from(Error::other(error)), &window.edge))
}
