//! Files of a case: chosen, dropped, pasted, opened.

use super::Shared;
use crate::state::{Answer, on_desk, save_on_desk};
use crate::told::Told;
use base64::{Engine, prelude::BASE64_STANDARD};
use desk::{DeskError, Trouble};
use domain::Refusal;
use domain::case::AttachmentRef;
use protocol::limits::ATTACHMENT_BYTES_MAX;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;
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
    opened.map_err(|_| Told::of(Trouble::NoProgramForFile.into(), &window.edge))
}

/// Saves a file of a case where the user says; answers the name of the written file, or nothing.
#[tauri::command]
pub async fn save_attachment(
    window: Shared<'_>,
    case: String,
    hash: String,
) -> Answer<Option<String>> {
    crate::engine::fetch_attachment(&window, &hash).await?;
    let (at, of) = (case.clone(), hash.clone());
    let name = on_desk(&window, move |desk| desk.attachment_name(&at, &of)).await?;
    let Some(path) = choose_path(name).await else { return Ok(None) };
    let written = path.file_name().map(|it| it.to_string_lossy().into_owned());
    on_desk(&window, move |desk| desk.save_attachment(&case, &hash, &path)).await?;
    Ok(written)
}

/// Asks with the system's dialog. No test can drive that one, so that a window under test takes the
/// folder that its start names; a packaged window refuses to be driven at all.
async fn choose_path(name: String) -> Option<PathBuf> {
    let folder = std::env::var_os("RIDA_SAVE_FOLDER").filter(|_| cfg!(debug_assertions));
    if let Some(folder) = folder {
        return Some(PathBuf::from(folder).join(name));
    }
    let chosen = rfd::AsyncFileDialog::new().set_file_name(name).save_file().await?;
    Some(chosen.path().to_owned())
}
