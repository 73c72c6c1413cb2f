//! `platform serve`: answers until it is told to stop.

use super::args::Serve;
use super::console::{Console, Stopped, shown};
use super::letters::outward;
use super::settings::Settings;
use crate::clockwork::keep_time;
use crate::sender::{FileSender, MESSAGES_PATH, Sender};
use crate::{App, router, system_clock, system_random};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

pub(super) fn serve(console: &Console, settings: Settings, args: &Serve) -> Result<(), Stopped> {
    let bind = settings.bind;
    let app = App::open(settings.config, system_clock(), system_random())
        .map_err(|error| console.failed(&error))?;
    ready(console, &app, bind)?;
    log();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| console.failed(&error))?;
    runtime.block_on(answer(console, Arc::new(app), bind, args.address_file.as_deref()))
}

/// What must hold before anything listens.
fn ready(console: &Console, app: &App, bind: SocketAddr) -> Result<(), Stopped> {
    let agencies = app.agencies().map_err(|error| console.failed(&error))?;
    if agencies.is_empty() {
        return Err(console.stop("serve-no-agency", &[]));
    }
    let demo = app.is_demo().map_err(|error| console.failed(&error))?;
    if demo && !bind.ip().is_loopback() {
        return Err(console.stop("serve-demo-bind", &[("bind", shown(&bind))]));
    }
    if !demo && !outward(console, app)?.is_configured() {
        console.warn("letters-none", &[]);
    }
    Ok(())
}

async fn answer(
    console: &Console,
    app: Arc<App>,
    bind: SocketAddr,
    address_file: Option<&Path>,
) -> Result<(), Stopped> {
    let listener = listen(console, bind).await?;
    let address = listener.local_addr().map_err(|error| console.failed(&error))?;
    tell(console, &app, address)?;
    if let Some(path) = address_file {
        std::fs::write(path, format!("http://{address}\n"))
            .map_err(|error| console.failed(&error))?;
    }
    let stop = stop_signal().map_err(|error| console.failed(&error))?;
    let (stopped, mut told) = tokio::sync::watch::channel(());
    let sender = sender(console, &app, address)?;
    let clockwork = keep_time(Arc::clone(&app), sender, async move {
        // Done when it is told, or when nobody is left to tell it.
        let _ = told.changed().await;
    });
    let clockwork = tokio::spawn(clockwork);
    let served = crate::serve(Arc::clone(&app), router(app), listener, stop).await;
    drop(stopped);
    clockwork.await.map_err(|error| console.failed(&error))?;
    served.map_err(|error| console.failed(&error))?;
    console.say("serve-stopped", &[]);
    Ok(())
}

/// Messages of a demo are files; elsewhere they leave by the senders of the settings, or stay queued.
fn sender(console: &Console, app: &App, address: SocketAddr) -> Result<Arc<dyn Sender>, Stopped> {
    if !app.is_demo().map_err(|error| console.failed(&error))? {
        return Ok(Arc::new(outward(console, app)?));
    }
    let page_url = app.config.page_url.clone().unwrap_or_else(|| format!("http://{address}"));
    let sender = FileSender::new(&app.config.data_dir, &page_url, Arc::clone(&app.clock));
    Ok(Arc::new(sender))
}

async fn listen(console: &Console, bind: SocketAddr) -> Result<TcpListener, Stopped> {
    TcpListener::bind(bind).await.map_err(|cause| {
        let values = [("bind", shown(&bind)), ("cause", shown(&cause))];
        console.stop("serve-bind-failed", &values)
    })
}

/// Where it answers, and in a demo how to get in.
fn tell(console: &Console, app: &App, address: SocketAddr) -> Result<(), Stopped> {
    let url = format!("http://{address}");
    console.say("serve-address", &[("address", url.clone().into())]);
    let accounts = app.demo_accounts().map_err(|error| console.failed(&error))?;
    let Some(accounts) = accounts else { return Ok(()) };
    console.say("serve-messages", &[("address", format!("{url}{MESSAGES_PATH}").into())]);
    console.say("serve-demo", &[]);
    for account in accounts {
        console.say(
            "serve-demo-account",
            &[
                ("staff", shown(&account.staff)),
                ("password", account.password.into()),
                ("code", account.code.into()),
                ("name", account.name.of(console.language).to_owned().into()),
                ("post", account.post.of(console.language).to_owned().into()),
            ],
        );
    }
    Ok(())
}

/// Done when the operator wants it to end: Ctrl+C, or SIGTERM from whoever started it. The handlers
/// stand before this answers, so that no signal comes too early.
fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    #[cfg(unix)]
    let terminated = async move { terminate.recv().await };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<Option<()>>();
    Ok(async move {
        tokio::select! {
            _ = terminated => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    })
}

/// Logs go to standard error; `RUST_LOG` chooses how much.
fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let _ =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
