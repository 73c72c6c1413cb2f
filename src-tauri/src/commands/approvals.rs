//! Asking somebody above, and answering.

use super::Shared;
use crate::state::{Answer, on_desk, save_on_desk};
use desk::view::{ApprovalInput, ApprovalRow, ApprovalView, DecideInput, Saved};

#[tauri::command]
pub async fn approvals(window: Shared<'_>) -> Answer<Vec<ApprovalRow>> {
    on_desk(&window, |desk| desk.approvals()).await
}

#[tauri::command]
pub async fn read_approval(
    window: Shared<'_>,
    case: String,
    approval: String,
) -> Answer<ApprovalView> {
    on_desk(&window, move |desk| desk.show_approval(&case, &approval)).await
}

#[tauri::command]
pub async fn request_approval(window: Shared<'_>, input: DecideInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.request_approval(input)).await
}

#[tauri::command]
pub async fn answer_approval(window: Shared<'_>, input: ApprovalInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.answer_approval(input)).await
}
