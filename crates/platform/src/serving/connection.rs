//! One connection: handshake, requests, and the times that each of them has.

use super::Context;
use super::gate::{Phase, Ticket};
use super::paced::Paced;
use super::watched::Watched;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tower::Service;

/// For the handshake of TLS.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// For the whole head of a request; also the longest idle time between two requests.
const HEAD: Duration = Duration::from_secs(15);
/// Bytes of the head of a request.
const HEAD_BYTES_MAX: usize = 32 * 1024;
/// A connection ends after this, once its request is answered: no trickle lasts longer.
const AGE_MAX: Duration = Duration::from_mins(10);
/// For what was begun, when a connection should end.
const FINISH: Duration = Duration::from_mins(1);

/// A connection that was let in.
pub(super) struct Connection {
    pub(super) stream: TcpStream,
    pub(super) peer: SocketAddr,
    pub(super) ticket: Ticket,
    pub(super) stopped: watch::Receiver<()>,
}

/// Serves one connection until it ends, or has to make room for another.
pub(super) async fn serve_one(connection: Connection, context: Arc<Context>) {
    let Connection { stream, peer, ticket, stopped } = connection;
    // Small answers go out at once; without it they only go out later.
    let _ = stream.set_nodelay(true);
    let stream = Paced::new(stream);
    let closed = ticket.clone();
    let work = async {
        match context.tls.as_ref().map(|it| it.acceptor()) {
            None => requests(stream, peer, ticket, stopped, context).await,
            Some(acceptor) => {
                let handshake = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await;
                if let Ok(Ok(stream)) = handshake {
                    requests(stream, peer, ticket, stopped, context).await;
                }
            }
        }
    };
    tokio::select! {
        () = work => {}
        () = closed.closed() => {}
    }
}

async fn requests(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    peer: SocketAddr,
    ticket: Ticket,
    mut stopped: watch::Receiver<()>,
    context: Arc<Context>,
) {
    let service = service_fn(|request| answer(request, peer, ticket.clone(), &context));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(HEAD_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    tokio::select! {
        // How a connection ended is nobody's concern.
        _ = &mut connection => return,
        _ = stopped.changed() => {}
        () = tokio::time::sleep(AGE_MAX) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = tokio::time::timeout(FINISH, connection).await;
}

async fn answer(
    request: Request<Incoming>,
    peer: SocketAddr,
    ticket: Ticket,
    context: &Context,
) -> Result<Response<Body>, Infallible> {
    ticket.enter(Phase::Reading);
    let response = if context.hosts.allow(&request) {
        let client = context.proxies.client(peer.ip(), request.headers());
        let read = ticket.clone();
        let mut request = request.map(|it| Body::new(Watched::new(it, read, Phase::Working)));
        let client = SocketAddr::new(client, peer.port());
        request.extensions_mut().insert(ConnectInfo(client));
        let Ok(response) = context.router.clone().call(request).await;
        response
    } else {
        super::hosts::misdirected()
    };
    ticket.enter(Phase::Answering);
    Ok(response.map(|it| Body::new(Watched::new(it, ticket, Phase::Waiting))))
}
