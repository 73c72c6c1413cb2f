//! Connections: TLS, which addresses and names are believed, and limits that keep a place for an
//! honest desk however many others hold connections open.

mod connection;
mod forwarded;
mod gate;
mod hosts;
mod paced;
mod tls;
mod watched;

pub use forwarded::{ForwardedHeader, Proxies};
pub use gate::Limits;
pub use hosts::Hosts;
pub use tls::{Tls, TlsError};

use crate::{App, Error};
use axum::Router;
use connection::{Connection, serve_one};
use gate::Gate;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

/// After an accept that failed, as when no file descriptor is left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// How a platform is served.
#[derive(Clone, Debug, Default)]
pub struct Serving {
    /// Certificate and key; plain HTTP when none.
    pub tls: Option<Arc<Tls>>,
    /// Serve plain HTTP beyond loopback, because a proxy in front of it speaks TLS.
    pub insecure_http: bool,
    /// Whose forwarded addresses are believed.
    pub proxies: Proxies,
    /// Names under which it answers.
    pub hosts: Hosts,
    /// Connections.
    pub limits: Limits,
}

/// Serves on loopback with the defaults until `stop` is done, then finishes what was begun.
pub async fn serve(
    app: Arc<App>,
    router: Router,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    serve_with(app, router, listener, Serving::default(), stop).await
}

/// Serves until `stop` is done, then finishes what was begun. A demo is served on loopback only, and
/// plain HTTP beyond loopback only when that was asked for.
pub async fn serve_with(
    app: Arc<App>,
    router: Router,
    listener: TcpListener,
    serving: Serving,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let failed = |source| Error::File { path: "the listening socket".into(), source };
    let address = listener.local_addr().map_err(failed)?;
    let demo = app.is_demo()?;
    app.may_serve()?;
    if demo && !address.ip().is_loopback() {
        return Err(Error::DemoInPublic);
    }
    let plain_ok = address.ip().is_loopback() || serving.insecure_http;
    if serving.tls.is_none() && !plain_ok {
        return Err(Error::PlainHttpInPublic);
    }
    app.watch_tls(serving.tls.clone());
    let gate = Arc::new(Gate::new(serving.limits));
    let hosts = if demo { Hosts::loopback() } else { serving.hosts.clone() };
    let context = Arc::new(Context { router, hosts, proxies: serving.proxies, tls: serving.tls });
    accept(&listener, &gate, &context, stop).await;
    Ok(())
}

/// What every connection shares.
struct Context {
    router: Router,
    hosts: Hosts,
    proxies: Proxies,
    tls: Option<Arc<Tls>>,
}

async fn accept(
    listener: &TcpListener,
    gate: &Arc<Gate>,
    context: &Arc<Context>,
    stop: impl Future<Output = ()>,
) {
    let (stopping, stopped) = watch::channel(());
    let (running, mut all_done) = mpsc::channel::<()>(1);
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => {
                let peer = canonical(peer);
                let exempt = context.proxies.trusts(peer.ip());
                let Some(ticket) = gate.admit(peer.ip(), exempt) else { continue };
                let context = Arc::clone(context);
                let connection = Connection { stream, peer, ticket, stopped: stopped.clone() };
                let running = running.clone();
                tokio::spawn(async move {
                    serve_one(connection, context).await;
                    drop(running);
                });
            }
            Err(error) if is_of_the_peer(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                gate.make_room();
                tokio::time::sleep(ACCEPT_PAUSE).await;
            }
        }
    }
    drop((stopping, running));
    // Answers none once every connection has ended.
    let _ = all_done.recv().await;
}

/// An address of IP version 4 that came through a socket of version 6 is one of version 4.
fn canonical(peer: SocketAddr) -> SocketAddr {
    SocketAddr::new(peer.ip().to_canonical(), peer.port())
}

fn is_of_the_peer(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset
    )
}
