//! The window of Rida: wiring only. Each command locks, calls and converts in a few lines.

mod args;
mod commands;
mod engine;
mod keyring_secret;
mod leave;
mod links;
mod state;
mod told;

use args::Args;
use clap::Parser;
use mimalloc::MiMalloc;
use state::Window;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindowBuilder};

/// Views are many small texts, made and dropped at each look: the system's own takes a fifth longer.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    // The engine of the window writes files of its own: nobody else may read those either.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let args = Args::parse();
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    // A packaged window is never driven from outside.
    let automated = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    if automated && !cfg!(debug_assertions) {
        tracing::error!("refusing to start under automation");
        return ExitCode::FAILURE;
    }
    match build(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error, "the window could not be opened");
            ExitCode::FAILURE
        }
    }
}

fn build(args: Args) -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = tauri::Builder::default();
    // One window per profile; two profiles are two applications on purpose.
    if args.profile == "desk" {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, args, _| {
            come_forward(app, args.get(1..).unwrap_or_default());
        }));
    }
    builder
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .setup(move |app| open(app, &args))
        .invoke_handler(tauri::generate_handler![
            commands::session,
            commands::sign_in,
            commands::unlock,
            commands::lock,
            commands::sign_out,
            commands::settings,
            commands::save_settings,
            commands::queue,
            commands::read_case,
            commands::lookup,
            commands::intake_choices,
            commands::search,
            commands::approvals,
            commands::read_approval,
            commands::agreement,
            commands::waiting,
            commands::intake_drafts,
            commands::save_draft,
            commands::discard_draft,
            commands::check_reply,
            commands::send_reply,
            commands::ask_person,
            commands::check_decision,
            commands::decide_case,
            commands::request_approval,
            commands::answer_approval,
            commands::act_on_case,
            commands::open_case,
            commands::take_back,
            commands::choose_files,
            commands::attach_file,
            commands::open_attachment,
            commands::save_attachment,
            commands::agree_now,
            commands::dismiss_recovery,
            commands::answer_attention,
            commands::export_unsent,
        ])
        .run(tauri::generate_context!())?;
    Ok(())
}

fn open(app: &mut tauri::App, args: &Args) -> Result<(), Box<dyn std::error::Error>> {
    let root = args.folder(app.path().app_data_dir()?);
    keep_private(&root)?;
    let window = Arc::new(Window::new(args, root)?);
    app.manage(Arc::clone(&window));
    tauri::async_runtime::spawn(engine::run(app.handle().clone(), window));
    let main = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("رضا · Rida")
        .inner_size(1366.0, 768.0)
        .min_inner_size(960.0, 600.0)
        .disable_drag_drop_handler()
        .build()?;
    let handle = app.handle().clone();
    main.on_window_event(move |event| leave::on_close(&handle, event));
    if let Some(link) = &args.link {
        links::follow(app.handle(), link);
    }
    Ok(())
}

/// Whatever another program, a backup or an older version left open to others becomes private.
fn keep_private(root: &Path) -> std::io::Result<()> {
    let exposed = private_files::restrict(root)?;
    if !exposed.is_empty() {
        let files = exposed.len();
        tracing::warn!(files, folder = %root.display(), "other users of this computer could read \
            files of this desk; they no longer can");
    }
    Ok(())
}

/// A second start brings the first window forward and hands over its link.
fn come_forward(app: &AppHandle, args: &[String]) {
    if let Some(window) = app.get_webview_window("main") {
        // Without these the window stays where it is, which is no reason to stop.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(link) = args.iter().find(|it| it.starts_with("rida:")) {
        links::follow(app, link);
    }
}
