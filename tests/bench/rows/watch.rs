//! A way to the platform that remembers when the last push was answered.

use crate::Fault;
use protocol::{
    BodyRequest, ChallengeAnswer, ChallengeRequest, Exact, Hello, OwnActionsAnswer,
    OwnActionsRequest, Platform, PlatformError, PullAnswer, PullRequest, PushAnswer, PushRequest,
    Receipt, RefreshAnswer, RefreshRequest, ShareAnswer, ShareRequest, SignInAnswer, SignInRequest,
    VerdictsAnswer, VerdictsRequest,
};
use std::sync::Mutex;
use std::time::{Duration, Instant};

pub struct Watched<'a, P> {
    inner: &'a P,
    begun: Instant,
    pushed: Mutex<Option<Duration>>,
}

impl<'a, P> Watched<'a, P> {
    /// The clock runs from now.
    pub fn new(inner: &'a P) -> Self {
        Self { inner, begun: Instant::now(), pushed: Mutex::new(None) }
    }

    /// From the beginning until the last push was answered.
    pub fn until_judged(&self) -> Result<Duration, Fault> {
        let pushed = self.pushed.lock().map_err(|_| "a panic")?;
        Ok(pushed.ok_or("nothing was pushed")?)
    }
}

impl<P: Platform> Platform for Watched<'_, P> {
    async fn hello(&self) -> Result<Hello, PlatformError> {
        self.inner.hello().await
    }

    async fn challenge(
        &self,
        request: &ChallengeRequest,
    ) -> Result<ChallengeAnswer, PlatformError> {
        self.inner.challenge(request).await
    }

    async fn share(&self, request: &ShareRequest) -> Result<ShareAnswer, PlatformError> {
        self.inner.share(request).await
    }

    async fn sign_in(&self, request: &SignInRequest) -> Result<SignInAnswer, PlatformError> {
        self.inner.sign_in(request).await
    }

    async fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, PlatformError> {
        self.inner.refresh(request).await
    }

    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, PlatformError> {
        let answer = self.inner.push(request).await?;
        if let Ok(mut pushed) = self.pushed.lock() {
            *pushed = Some(self.begun.elapsed());
        }
        Ok(answer)
    }

    async fn verdicts(&self, request: &VerdictsRequest) -> Result<VerdictsAnswer, PlatformError> {
        self.inner.verdicts(request).await
    }

    async fn own_actions(
        &self,
        request: &OwnActionsRequest,
    ) -> Result<OwnActionsAnswer, PlatformError> {
        self.inner.own_actions(request).await
    }

    async fn body(&self, request: &BodyRequest) -> Result<Receipt, PlatformError> {
        self.inner.body(request).await
    }

    async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, PlatformError> {
        self.inner.pull(request).await
    }

    async fn attachment_size(&self, hash: &str) -> Result<u64, PlatformError> {
        self.inner.attachment_size(hash).await
    }

    async fn put_chunk(
        &self,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: Exact,
    ) -> Result<u64, PlatformError> {
        self.inner.put_chunk(hash, offset, total, chunk).await
    }

    async fn attachment(&self, hash: &str) -> Result<Exact, PlatformError> {
        self.inner.attachment(hash).await
    }
}
