//! `platform serve`: answers until it is told to stop.

use super::args::Serve;
use super::console::{Console, Stopped, chain, shown};
use super::letters::outward;
use super::settings::{ServingSettings, Settings};
use crate::clockwork::keep_time;
use crate::sender::{FileSender, MESSAGES_PATH, Sender};
use crate::{App, Behind, DataLock, Serving, Tls, router, system_clock, system_random};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// Between two looks at the files of the certificate.
const RENEW_EVERY: Duration = Duration::from_mins(1);

pub(super) fn serve(console: &Console, settings: Settings, args: &Serve) -> Result<(), Stopped> {
    let bind = settings.bind;
    let serving = serving(console, settings.serving)?;
    super::is_there(console, &settings.config.data_dir)?;
    let _lock =
        DataLock::take(&settings.config.data_dir).map_err(|error| console.failed(&error))?;
    let app = App::open(settings.config, system_clock(), system_random())
        .map_err(|error| console.failed(&error))?;
    ready(console, &app, bind, &serving)?;
    log();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| console.failed(&error))?;
    let address_file = args.address_file.as_deref();
    runtime.block_on(answer(console, Arc::new(app), (bind, serving), address_file))
}

/// Opens what TLS needs.
fn serving(console: &Console, settings: ServingSettings) -> Result<Serving, Stopped> {
    let ServingSettings { tls_cert, tls_key, insecure_http, proxies, hosts, limits } = settings;
    let tls = match (tls_cert, tls_key) {
        (None, None) => None,
        (Some(cert), Some(key)) => {
            let cause =
                |error| console.stop("serve-tls-failed", &[("cause", chain(&error).into())]);
            Some(Arc::new(Tls::open(&cert, &key).map_err(cause)?))
        }
        (Some(_), None) | (None, Some(_)) => return Err(console.stop("serve-tls-half", &[])),
    };
    Ok(Serving { tls, insecure_http, proxies, hosts, limits })
}

/// What must hold before anything listens.
fn ready(console: &Console, app: &App, bind: SocketAddr, serving: &Serving) -> Result<(), Stopped> {
    match app.behind() {
        Some(Behind::Restored) => return Err(console.stop("serve-restored", &[])),
        Some(Behind::AnchorMissing) => return Err(console.stop("serve-anchor-missing", &[])),
        None => {}
    }
    let agencies = app.agencies().map_err(|error| console.failed(&error))?;
    if agencies.is_empty() {
        return Err(console.stop("serve-no-agency", &[]));
    }
    let demo = app.is_demo().map_err(|error| console.failed(&error))?;
    if demo && !bind.ip().is_loopback() {
        return Err(console.stop("serve-demo-bind", &[("bind", shown(&bind))]));
    }
    let plain = serving.tls.is_none() && !serving.insecure_http;
    if plain && !bind.ip().is_loopback() {
        return Err(console.stop("serve-plain-bind", &[("bind", shown(&bind))]));
    }
    if !demo && !outward(console, app)?.is_configured() {
        console.warn("letters-none", &[]);
    }
    Ok(())
}

async fn answer(
    console: &Console,
    app: Arc<App>,
    (bind, serving): (SocketAddr, Serving),
    address_file: Option<&Path>,
) -> Result<(), Stopped> {
    let listener = listen(console, bind).await?;
    let address = listener.local_addr().map_err(|error| console.failed(&error))?;
    let url = url(&serving, address);
    tell(console, &app, &url)?;
    if let Some(path) = address_file {
        std::fs::write(path, format!("{url}\n")).map_err(|error| console.failed(&error))?;
    }
    let stop = stop_signal().map_err(|error| console.failed(&error))?;
    let (stopped, mut told) = tokio::sync::watch::channel(());
    let sender = sender(console, &app, &url)?;
    let clockwork = keep_time(Arc::clone(&app), sender, async move {
        // Done when it is told, or when nobody is left to tell it.
        let _ = told.changed().await;
    });
    let clockwork = tokio::spawn(clockwork);
    let renewing = serving.tls.clone().map(|tls| tokio::spawn(renew(tls)));
    let served = crate::serve_with(Arc::clone(&app), router(app), listener, serving, stop).await;
    if let Some(renewing) = renewing {
        renewing.abort();
    }
    drop(stopped);
    clockwork.await.map_err(|error| console.failed(&error))?;
    served.map_err(|error| console.failed(&error))?;
    console.say("serve-stopped", &[]);
    Ok(())
}

/// Messages of a demo are files; elsewhere they leave by the senders of the settings, or stay queued.
fn sender(console: &Console, app: &App, url: &str) -> Result<Arc<dyn Sender>, Stopped> {
    if !app.is_demo().map_err(|error| console.failed(&error))? {
        return Ok(Arc::new(outward(console, app)?));
    }
    let page_url = app.config.page_url.clone().unwrap_or_else(|| url.to_owned());
    let sender = FileSender::new(&app.config.data_dir, &page_url, Arc::clone(&app.clock));
    Ok(Arc::new(sender))
}

async fn listen(console: &Console, bind: SocketAddr) -> Result<TcpListener, Stopped> {
    TcpListener::bind(bind).await.map_err(|cause| {
        let values = [("bind", shown(&bind)), ("cause", shown(&cause))];
        console.stop("serve-bind-failed", &values)
    })
}

fn url(serving: &Serving, address: SocketAddr) -> String {
    let scheme = if serving.tls.is_some() { "https" } else { "http" };
    format!("{scheme}://{address}")
}

/// Reads the certificate again when its files changed: each minute, and at once on SIGHUP.
async fn renew(tls: Arc<Tls>) {
    #[cfg(unix)]
    let mut hangup = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup()).ok();
    loop {
        #[cfg(unix)]
        let told = async {
            match hangup.as_mut() {
                Some(hangup) => hangup.recv().await,
                None => std::future::pending().await,
            }
        };
        #[cfg(not(unix))]
        let told = std::future::pending::<Option<()>>();
        tokio::select! {
            _ = told => {}
            () = tokio::time::sleep(RENEW_EVERY) => {}
        }
        match tls.reload() {
            Ok(false) => {}
            Ok(true) => tracing::info!("a new certificate is in use"),
            Err(error) => {
                let cause = chain(&error);
                tracing::error!(cause, "the certificate in use stays: its files can't be used");
            }
        }
    }
}

/// Where it answers, and in a demo how to get in.
fn tell(console: &Console, app: &App, url: &str) -> Result<(), Stopped> {
    console.say("serve-address", &[("address", url.to_owned().into())]);
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
