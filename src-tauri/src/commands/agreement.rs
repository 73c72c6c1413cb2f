//! Where agreement with the platform stands.

use super::Shared;
use crate::engine::{link_view, progress_view};
use crate::state::{Answer, on_desk, save_on_desk};
use crate::told::Told;
use desk::DeskError;
use desk::view::{AgreementView, AttentionInput, WaitingView};

#[tauri::command]
pub async fn agreement(window: Shared<'_>) -> Answer<AgreementView> {
    let link = link_view(&window.link());
    let progress = progress_view(&window);
    on_desk(&window, move |desk| desk.agreement(link, progress)).await
}

#[tauri::command]
pub async fn waiting(window: Shared<'_>, limit: u32) -> Answer<WaitingView> {
    on_desk(&window, move |desk| desk.waiting(limit)).await
}

#[tauri::command]
#[allow(clippy::unused_async, reason = "a command that is not async runs on the window's thread")]
pub async fn agree_now(window: Shared<'_>) -> Answer<()> {
    window.hurry();
    Ok(())
}

#[tauri::command]
pub async fn dismiss_recovery(window: Shared<'_>) -> Answer<()> {
    on_desk(&window, desk::Desk::dismiss_recovery).await
}

#[tauri::command]
pub async fn answer_attention(window: Shared<'_>, input: AttentionInput) -> Answer<()> {
    save_on_desk(&window, move |desk| desk.answer_attention(&input)).await
}

/// Asks where to, then writes what was not sent.
#[tauri::command]
pub async fn export_unsent(window: Shared<'_>) -> Answer<Option<String>> {
    let bytes = on_desk(&window, |desk| desk.export_unsent()).await?;
    let Some(file) =
        rfd::AsyncFileDialog::new().set_file_name("rida-unsent.json").save_file().await
    else {
        return Ok(None);
    };
    match private_files::write(file.path(), &bytes) {
        Ok(()) => Ok(Some(file.file_name())),
        Err(error) => Err(Told::of(DeskError::from(error), &window.edge)),
    }
}
