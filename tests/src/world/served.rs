//! Something that answers HTTP on loopback: the platform, or what stands in its place.

use axum::Router;
use platform::{App, Serving, Tls};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A server that runs until it is ended.
pub struct Served {
    /// Where it listens.
    pub port: u16,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Served {
    /// Serves the platform; port 0 takes a free one.
    pub fn platform(handle: &Handle, port: u16, app: &Arc<App>, tls: Option<Arc<Tls>>) -> Self {
        let serving = Serving { tls, ..Serving::default() };
        Self::run(handle, port, (Arc::clone(app), platform::router(Arc::clone(app))), serving)
    }

    /// Serves the platform behind something: `router` is the platform's own with a layer around it.
    pub fn with(handle: &Handle, port: u16, app: Arc<App>, router: Router) -> Self {
        Self::run(handle, port, (app, router), Serving::default())
    }

    fn run(
        handle: &Handle,
        port: u16,
        (app, router): (Arc<App>, Router),
        serving: Serving,
    ) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (listener, port) = listen(handle, port);
        let task = handle.spawn(async move {
            let stopped = async move { drop(stopped.await) };
            let serve = platform::serve_with(app, router, listener, serving, stopped);
            serve.await.expect("served");
        });
        Self { port, stop, task }
    }

    /// Serves what is not the platform.
    pub fn impostor(handle: &Handle, port: u16, router: Router) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (listener, port) = listen(handle, port);
        let task = handle.spawn(async move {
            let serve = axum::serve(listener, router);
            serve.with_graceful_shutdown(async move { drop(stopped.await) }).await.expect("served");
        });
        Self { port, stop, task }
    }

    /// Finishes what was begun, and ends.
    pub fn end(self, handle: &Handle) {
        // It may have ended by itself.
        let _ = self.stop.send(());
        handle.block_on(self.task).expect("the server ended well");
    }
}

fn listen(handle: &Handle, port: u16) -> (TcpListener, u16) {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let listener = handle.block_on(TcpListener::bind(address)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    (listener, port)
}
