//! Writing to the person: drafts, the gate while typing, sending.

use super::Shared;
use crate::state::{Answer, on_desk, save_on_desk};
use desk::view::{CheckView, DecideInput, DraftInput, ReplyInput, Saved};

#[tauri::command]
pub async fn save_draft(window: Shared<'_>, input: DraftInput) -> Answer<String> {
    on_desk(&window, move |desk| desk.save_draft(input)).await
}

#[tauri::command]
pub async fn discard_draft(window: Shared<'_>, draft: String) -> Answer<()> {
    on_desk(&window, move |desk| desk.discard_draft(&draft)).await
}

#[tauri::command]
pub async fn check_reply(window: Shared<'_>, input: ReplyInput) -> Answer<CheckView> {
    on_desk(&window, move |desk| desk.check_reply(input)).await
}

#[tauri::command]
pub async fn check_decision(window: Shared<'_>, input: DecideInput) -> Answer<CheckView> {
    on_desk(&window, move |desk| desk.check_decision(input)).await
}

#[tauri::command]
pub async fn send_reply(window: Shared<'_>, input: ReplyInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.send_reply(input)).await
}

#[tauri::command]
pub async fn ask_person(window: Shared<'_>, input: ReplyInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.ask_person(input)).await
}
