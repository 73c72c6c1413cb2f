//! The platform over HTTP. Whatever is not the platform's own language is [`PlatformError::Nonsense`].

use crate::address::{AddressError, Trust};
use protocol::limits::{ANSWER_BYTES_MAX, ATTACHMENT_BYTES_MAX, PULL_BYTES_MAX};
use protocol::{
    AttachmentSize, BodyRequest, ChallengeAnswer, ChallengeRequest, ErrorBody, Exact, Hello,
    OwnActionsAnswer, OwnActionsRequest, Platform, PlatformError, PullAnswer, PullRequest,
    PushAnswer, PushRequest, Receipt, RefreshAnswer, RefreshRequest, ShareAnswer, ShareRequest,
    SignInAnswer, SignInRequest, VerdictsAnswer, VerdictsRequest,
};
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, redirect::Policy};
use serde::{Serialize, de::DeserializeOwned};
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

/// How long a connection may take to open.
const CONNECT: Duration = Duration::from_secs(5);
/// How long a whole call may take; a pull of the largest size fits into it on a slow line.
const CALL: Duration = Duration::from_mins(1);

/// A platform at an address, with the access token of its last sign-in.
pub struct Http {
    client: Client,
    address: String,
    access: RwLock<Option<String>>,
}

impl Http {
    /// `address` is scheme, host and port.
    ///
    /// # Errors
    /// As [`Self::with`].
    pub fn new(address: impl AsRef<str>) -> Result<Self, AddressError> {
        Self::with(address, Trust::default())
    }

    /// As [`Self::new`], with more certificate authorities or plain HTTP.
    ///
    /// # Errors
    /// [`AddressError`]: no address, or plain HTTP beyond this computer.
    pub fn with(address: impl AsRef<str>, trust: Trust) -> Result<Self, AddressError> {
        let address = trust.check(address.as_ref())?;
        let client = Client::builder()
            .https_only(address.starts_with("https:"))
            .tls_certs_merge(trust.authorities)
            .connect_timeout(CONNECT)
            .timeout(CALL)
            // A portal that redirects is not the platform; following it would hand it the token.
            .redirect(Policy::none())
            .build()
            .map_err(AddressError::Client)?;
        Ok(Self { client, address, access: RwLock::new(None) })
    }

    /// Uses a token that was kept, for example after a restart.
    pub fn set_access(&self, access: Option<String>) {
        *self.access.write().unwrap_or_else(PoisonError::into_inner) = access;
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.address));
        match &*self.access.read().unwrap_or_else(PoisonError::into_inner) {
            Some(access) => request.bearer_auth(access),
            None => request,
        }
    }

    /// In a task of its own: a page is fetched and parsed while the one before it is taken in.
    async fn post<T: DeserializeOwned + Send + 'static>(
        &self,
        path: &str,
        body: &impl Serialize,
        bytes_max: usize,
    ) -> Result<T, PlatformError> {
        let question = self.request(Method::POST, path).json(body);
        let call = tokio::spawn(async move {
            let answer = question.send().await;
            read_json(answer.map_err(|_| PlatformError::Unreachable)?, bytes_max).await
        });
        call.await.unwrap_or(Err(PlatformError::Unreachable))
    }
}

impl Platform for Http {
    async fn hello(&self) -> Result<Hello, PlatformError> {
        let answer = self.request(Method::GET, "/v1/hello").send().await;
        let hello: Hello =
            read_json(answer.map_err(|_| PlatformError::Unreachable)?, ANSWER_BYTES_MAX).await?;
        if !hello.protocols.contains(&protocol::PROTOCOL) {
            return Err(PlatformError::OtherVersion);
        }
        Ok(hello)
    }

    async fn challenge(
        &self,
        request: &ChallengeRequest,
    ) -> Result<ChallengeAnswer, PlatformError> {
        self.post("/v1/challenge", request, ANSWER_BYTES_MAX).await
    }

    async fn share(&self, request: &ShareRequest) -> Result<ShareAnswer, PlatformError> {
        self.post("/v1/share", request, ANSWER_BYTES_MAX).await
    }

    async fn sign_in(&self, request: &SignInRequest) -> Result<SignInAnswer, PlatformError> {
        self.set_access(None);
        let answer: SignInAnswer = self.post("/v1/sign-in", request, ANSWER_BYTES_MAX).await?;
        self.set_access(Some(answer.access.clone()));
        Ok(answer)
    }

    async fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, PlatformError> {
        self.set_access(None);
        let answer: RefreshAnswer = self.post("/v1/refresh", request, ANSWER_BYTES_MAX).await?;
        self.set_access(Some(answer.access.clone()));
        Ok(answer)
    }

    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, PlatformError> {
        self.post("/v1/push", request, ANSWER_BYTES_MAX).await
    }

    async fn verdicts(&self, request: &VerdictsRequest) -> Result<VerdictsAnswer, PlatformError> {
        self.post("/v1/verdicts", request, ANSWER_BYTES_MAX).await
    }

    async fn own_actions(
        &self,
        request: &OwnActionsRequest,
    ) -> Result<OwnActionsAnswer, PlatformError> {
        self.post("/v1/own-actions", request, ANSWER_BYTES_MAX).await
    }

    async fn body(&self, request: &BodyRequest) -> Result<Receipt, PlatformError> {
        self.post("/v1/body", request, ANSWER_BYTES_MAX).await
    }

    async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, PlatformError> {
        self.post("/v1/pull", request, PULL_BYTES_MAX).await
    }

    async fn attachment_size(&self, hash: &str) -> Result<u64, PlatformError> {
        let path = format!("/v1/attachments/{hash}/size");
        let answer = self.request(Method::GET, &path).send().await;
        read_size(answer).await
    }

    async fn put_chunk(
        &self,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: Exact,
    ) -> Result<u64, PlatformError> {
        let path = format!("/v1/attachments/{hash}?offset={offset}&total={total}");
        let answer = self.request(Method::PUT, &path).body(chunk.0).send().await;
        read_size(answer).await
    }

    async fn attachment(&self, hash: &str) -> Result<Exact, PlatformError> {
        let answer = self.request(Method::GET, &format!("/v1/attachments/{hash}")).send().await;
        let answer = accepted(answer.map_err(|_| PlatformError::Unreachable)?).await?;
        let bytes_max = usize::try_from(ATTACHMENT_BYTES_MAX).unwrap_or(usize::MAX);
        read_bytes(answer, bytes_max).await.map(Exact)
    }
}

async fn read_size(answer: reqwest::Result<Response>) -> Result<u64, PlatformError> {
    let answer = answer.map_err(|_| PlatformError::Unreachable)?;
    let size: AttachmentSize = read_json(answer, ANSWER_BYTES_MAX).await?;
    Ok(size.received)
}

async fn read_json<T: DeserializeOwned>(
    answer: Response,
    bytes_max: usize,
) -> Result<T, PlatformError> {
    let answer = accepted(answer).await?;
    let json = answer
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|it| it.as_bytes().starts_with(b"application/json"));
    if !json {
        return Err(PlatformError::Nonsense);
    }
    let bytes = read_bytes(answer, bytes_max).await?;
    serde_json::from_slice(&bytes).map_err(|_| PlatformError::Nonsense)
}

/// Reads at most `bytes_max`, so that an endless answer can't fill the memory.
async fn read_bytes(mut answer: Response, bytes_max: usize) -> Result<Vec<u8>, PlatformError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|_| PlatformError::Unreachable)? {
        if bytes.len() + chunk.len() > bytes_max {
            return Err(PlatformError::Nonsense);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

async fn accepted(answer: Response) -> Result<Response, PlatformError> {
    let status = answer.status();
    if status == StatusCode::OK {
        return Ok(answer);
    }
    let retry_after_s = answer
        .headers()
        .get(RETRY_AFTER)
        .and_then(|it| it.to_str().ok())
        .and_then(|it| it.parse().ok())
        .unwrap_or(5);
    let body = read_bytes(answer, 4096).await.unwrap_or_default();
    let code = serde_json::from_slice::<ErrorBody>(&body).ok().map(|it| it.code);
    Err(refusal_of(status, code, retry_after_s))
}

/// A status is believed only with the platform's own body, but for those that a proxy may send too.
fn refusal_of(status: StatusCode, code: Option<String>, retry_after_s: u32) -> PlatformError {
    match (status, code) {
        (StatusCode::UNAUTHORIZED, Some(_)) => PlatformError::Unauthorised,
        (StatusCode::FORBIDDEN, Some(code)) => PlatformError::Forbidden { code },
        (StatusCode::PAYLOAD_TOO_LARGE, _) => PlatformError::TooLarge,
        (StatusCode::TOO_MANY_REQUESTS, _) | (StatusCode::SERVICE_UNAVAILABLE, Some(_)) => {
            PlatformError::TooMany { retry_after_s }
        }
        (status, _) if status.is_server_error() => {
            PlatformError::Failed { status: status.as_u16() }
        }
        (_, Some(code)) => PlatformError::Forbidden { code },
        (_, None) => PlatformError::Nonsense,
    }
}
