//! Reading cases and acting on them.

use super::Shared;
use crate::state::{Answer, on_desk, save_on_desk};
use desk::view::{
    ActInput, CaseView, DecideInput, QueueInput, QueueView, Saved, SearchInput, SearchView,
};

#[tauri::command]
pub async fn queue(window: Shared<'_>, input: QueueInput) -> Answer<QueueView> {
    on_desk(&window, move |desk| desk.queue(&input)).await
}

#[tauri::command]
pub async fn read_case(window: Shared<'_>, case: String) -> Answer<CaseView> {
    on_desk(&window, move |desk| desk.read_case(&case)).await
}

#[tauri::command]
pub async fn search(window: Shared<'_>, input: SearchInput) -> Answer<SearchView> {
    on_desk(&window, move |desk| desk.search(&input)).await
}

#[tauri::command]
pub async fn act_on_case(window: Shared<'_>, input: ActInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.act_on_case(input)).await
}

#[tauri::command]
pub async fn decide_case(window: Shared<'_>, input: DecideInput) -> Answer<Saved> {
    save_on_desk(&window, move |desk| desk.decide_case(input)).await
}

#[tauri::command]
pub async fn take_back(window: Shared<'_>, op: String) -> Answer<()> {
    save_on_desk(&window, move |desk| desk.take_back(&op).map(|_| ())).await
}
