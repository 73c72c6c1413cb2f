//! The desk's requests: each reads its message, finds the session, and asks the platform.

use super::answer::Refused;
use crate::{App, Denied, Error, Session};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{ConnectInfo, FromRequest, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use protocol::{
    BodyRequest, ChallengeAnswer, ChallengeRequest, Hello, OwnActionsAnswer, OwnActionsRequest,
    PullAnswer, PullRequest, PushAnswer, PushRequest, Receipt, RefreshAnswer, RefreshRequest,
    ShareAnswer, ShareRequest, SignInAnswer, SignInRequest, VerdictsAnswer, VerdictsRequest,
};
use serde::de::DeserializeOwned;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

type Answer<T> = Result<Json<T>, Refused>;
type Platform = State<Arc<App>>;

/// The bearer token of a request; empty when there is none.
pub(super) struct Bearer(pub(super) String);

/// Where a request comes from, when the server knows.
pub(super) struct Address(Option<IpAddr>);

/// A message of the protocol. Whatever is not one is refused by a code.
pub(super) struct Message<T>(T);

impl<S: Sync> FromRequestParts<S> for Bearer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let header = parts.headers.get(header::AUTHORIZATION).and_then(|it| it.to_str().ok());
        let token = header.and_then(|it| it.strip_prefix("Bearer "));
        Ok(Self(token.unwrap_or_default().to_owned()))
    }
}

impl<S: Sync> FromRequestParts<S> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let info = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        Ok(Self(info.map(|it| it.0.ip())))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Message<T> {
    type Rejection = Refused;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refused> {
        let bytes = Bytes::from_request(request, state).await.map_err(unread)?;
        let message = serde_json::from_slice(&bytes).map_err(|_| Denied::Malformed("message"))?;
        Ok(Self(message))
    }
}

/// A body that could not be read: too large, or broken off.
pub(super) fn unread(rejection: BytesRejection) -> Refused {
    match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Denied::TooLarge.into(),
        _ => Denied::Malformed("body").into(),
    }
}

/// Works where waiting for the disk holds up nobody else.
pub(super) async fn blocking<T: Send + 'static>(
    app: Arc<App>,
    work: impl FnOnce(&App) -> Result<T, Denied> + Send + 'static,
) -> Result<T, Refused> {
    let done = tokio::task::spawn_blocking(move || work(&app)).await;
    done.map_err(|_| Denied::Failed(Error::Broken("a request panicked")))?.map_err(Refused::from)
}

async fn in_session<T: Send + 'static>(
    app: Arc<App>,
    bearer: Bearer,
    work: impl FnOnce(&App, &Session) -> Result<T, Denied> + Send + 'static,
) -> Answer<T> {
    blocking(app, move |app| work(app, &app.session(&bearer.0)?)).await.map(Json)
}

pub(super) async fn hello(State(app): Platform) -> Answer<Hello> {
    blocking(app, |app| Ok(app.hello()?)).await.map(Json)
}

pub(super) async fn challenge(
    State(app): Platform,
    Message(request): Message<ChallengeRequest>,
) -> Answer<ChallengeAnswer> {
    blocking(app, move |app| app.challenge(&request)).await.map(Json)
}

pub(super) async fn share(
    State(app): Platform,
    address: Address,
    Message(request): Message<ShareRequest>,
) -> Answer<ShareAnswer> {
    blocking(app, move |app| app.share(&request, address.0)).await.map(Json)
}

pub(super) async fn sign_in(
    State(app): Platform,
    address: Address,
    Message(request): Message<SignInRequest>,
) -> Answer<SignInAnswer> {
    blocking(app, move |app| app.sign_in(&request, address.0)).await.map(Json)
}

pub(super) async fn refresh(
    State(app): Platform,
    Message(request): Message<RefreshRequest>,
) -> Answer<RefreshAnswer> {
    blocking(app, move |app| app.refresh(&request)).await.map(Json)
}

pub(super) async fn push(
    State(app): Platform,
    bearer: Bearer,
    Message(request): Message<PushRequest>,
) -> Answer<PushAnswer> {
    in_session(app, bearer, move |app, session| app.push(session, &request)).await
}

pub(super) async fn verdicts(
    State(app): Platform,
    bearer: Bearer,
    Message(request): Message<VerdictsRequest>,
) -> Answer<VerdictsAnswer> {
    in_session(app, bearer, move |app, session| app.verdicts(session, &request)).await
}

pub(super) async fn own_actions(
    State(app): Platform,
    bearer: Bearer,
    Message(request): Message<OwnActionsRequest>,
) -> Answer<OwnActionsAnswer> {
    in_session(app, bearer, move |app, session| app.own_actions(session, &request)).await
}

pub(super) async fn pull(
    State(app): Platform,
    bearer: Bearer,
    Message(request): Message<PullRequest>,
) -> Answer<PullAnswer> {
    in_session(app, bearer, move |app, session| app.pull(session, &request)).await
}

pub(super) async fn body(
    State(app): Platform,
    bearer: Bearer,
    Message(request): Message<BodyRequest>,
) -> Answer<Receipt> {
    in_session(app, bearer, move |app, session| app.body(session, request)).await
}
