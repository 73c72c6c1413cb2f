//! `rida://case/…`: a case that another program asks for, shown now or when somebody has signed in.

use crate::engine::{Told, tell};
use crate::state::{Window, on_desk};
use std::sync::{Arc, PoisonError};
use tauri::{AppHandle, Manager};

/// Keeps what a link asks for and shows it as soon as a desk is open.
pub fn follow(app: &AppHandle, link: &str) {
    let Some(case) = link.strip_prefix("rida://case/") else { return };
    let window = Arc::clone(&app.state::<Arc<Window>>());
    let case = case.trim_end_matches('/').to_owned();
    *window.asked_for.lock().unwrap_or_else(PoisonError::into_inner) = Some(case);
    let app = app.clone();
    tauri::async_runtime::spawn(async move { show_asked(&app, &window).await });
}

/// Shows the case that a link asked for. One that is not here is asked for as it was written: the
/// screen says that it is not on this device.
pub async fn show_asked(app: &AppHandle, window: &Arc<Window>) {
    if window.session().desk.is_none() {
        return;
    }
    let asked = window.asked_for.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(asked) = asked else { return };
    let named = asked.clone();
    let found = on_desk(window, move |desk| desk.case_named(&named)).await;
    let case = found.ok().flatten().unwrap_or(asked);
    tell(app, Told::ShowCase { case });
}
