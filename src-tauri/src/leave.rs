//! Closing the window: what stands in its fields is saved first, and the desk is locked as by hand.

use crate::engine::{Told, tell};
use crate::state::Window;
use std::sync::Arc;
use std::time::Duration;
use tauri::{AppHandle, Manager, WindowEvent};

/// The window is looked at so often …
const STEP: Duration = Duration::from_millis(20);
/// … and so many times: one that does not answer is closed all the same.
const STEPS_MAX: u32 = 50;

/// Asks the window for what is typed before it goes.
pub fn on_close(app: &AppHandle, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    api.prevent_close();
    tell(app, Told::Closing);
    tauri::async_runtime::spawn(go_when_locked(app.clone()));
}

async fn go_when_locked(app: AppHandle) {
    let window = Arc::clone(&app.state::<Arc<Window>>());
    for _ in 0..STEPS_MAX {
        if window.session().desk.is_none() {
            break;
        }
        tokio::time::sleep(STEP).await;
    }
    if let Some(desk) = window.session().desk.take()
        && let Err(error) = desk.lock()
    {
        tracing::error!(%error, "the desk was left unlocked; what was saved is in the vault");
    }
    if let Some(main) = app.get_webview_window("main") {
        // A window that is gone already needs no end.
        let _ = main.destroy();
    }
}
