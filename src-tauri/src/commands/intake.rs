//! New cases: who is it, what is known, what they bring.

use super::Shared;
use crate::state::{Answer, on_desk, save_on_desk};
use desk::view::{DraftView, IntakeChoices, LookupView, OpenCaseInput, Saved};

#[tauri::command]
pub async fn lookup(window: Shared<'_>, text: String) -> Answer<LookupView> {
    on_desk(&window, move |desk| desk.lookup(&text)).await
}

#[tauri::command]
pub async fn intake_choices(window: Shared<'_>) -> Answer<IntakeChoices> {
    on_desk(&window, |desk| desk.intake_choices()).await
}

#[tauri::command]
pub async fn intake_drafts(window: Shared<'_>) -> Answer<Vec<DraftView>> {
    on_desk(&window, |desk| desk.intake_drafts()).await
}

#[tauri::command]
pub async fn open_case(window: Shared<'_>, input: OpenCaseInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.open_case(input)).await
}
