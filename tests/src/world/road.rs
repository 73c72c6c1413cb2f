//! The way of one computer to the platform: a call in process, or HTTP.

use super::House;
use platform::InProcess;
use protocol::{
    BodyRequest, ChallengeAnswer, ChallengeRequest, Exact, Hello, OwnActionsAnswer,
    OwnActionsRequest, Platform, PlatformError, PullAnswer, PullRequest, PushAnswer, PushRequest,
    Receipt, RefreshAnswer, RefreshRequest, ShareAnswer, ShareRequest, SignInAnswer, SignInRequest,
    VerdictsAnswer, VerdictsRequest,
};
use std::sync::Arc;
use sync::{Http, Trust};

/// The way of one computer.
pub enum Road {
    /// By a call.
    InProcess {
        /// Whose platform.
        house: Arc<House>,
        /// Whose way.
        computer: String,
    },
    /// Over HTTP.
    Http(Box<Http>),
}

impl Road {
    /// A way in process.
    pub fn in_process(house: Arc<House>, computer: &str) -> Self {
        Self::InProcess { house, computer: computer.to_owned() }
    }

    /// A way over HTTP.
    pub fn http(address: &str, trust: Trust) -> Self {
        Self::Http(Box::new(Http::with(address, trust).expect("a client")))
    }

    /// Forgets the access token, as a program that was quit.
    pub fn forget_access(&self) {
        match self {
            Self::InProcess { .. } => {
                if let Ok(way) = self.way() {
                    way.forget_access();
                }
            }
            Self::Http(http) => http.set_access(None),
        }
    }

    fn way(&self) -> Result<Arc<InProcess>, PlatformError> {
        let Self::InProcess { house, computer } = self else {
            return Err(PlatformError::Unreachable);
        };
        house.way(computer).ok_or(PlatformError::Unreachable)
    }
}

macro_rules! go {
    ($road:expr, $call:ident ( $($argument:expr),* )) => {
        match $road {
            Road::InProcess { .. } => $road.way()?.$call($($argument),*).await,
            Road::Http(http) => http.$call($($argument),*).await,
        }
    };
}

impl Platform for Road {
    async fn hello(&self) -> Result<Hello, PlatformError> {
        go!(self, hello())
    }

    async fn challenge(
        &self,
        request: &ChallengeRequest,
    ) -> Result<ChallengeAnswer, PlatformError> {
        go!(self, challenge(request))
    }

    async fn share(&self, request: &ShareRequest) -> Result<ShareAnswer, PlatformError> {
        go!(self, share(request))
    }

    async fn sign_in(&self, request: &SignInRequest) -> Result<SignInAnswer, PlatformError> {
        go!(self, sign_in(request))
    }

    async fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, PlatformError> {
        go!(self, refresh(request))
    }

    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, PlatformError> {
        go!(self, push(request))
    }

    async fn verdicts(&self, request: &VerdictsRequest) -> Result<VerdictsAnswer, PlatformError> {
        go!(self, verdicts(request))
    }

    async fn own_actions(
        &self,
        request: &OwnActionsRequest,
    ) -> Result<OwnActionsAnswer, PlatformError> {
        go!(self, own_actions(request))
    }

    async fn body(&self, request: &BodyRequest) -> Result<Receipt, PlatformError> {
        go!(self, body(request))
    }

    async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, PlatformError> {
        go!(self, pull(request))
    }

    async fn attachment_size(&self, hash: &str) -> Result<u64, PlatformError> {
        go!(self, attachment_size(hash))
    }

    async fn put_chunk(
        &self,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: Exact,
    ) -> Result<u64, PlatformError> {
        go!(self, put_chunk(hash, offset, total, chunk))
    }

    async fn attachment(&self, hash: &str) -> Result<Exact, PlatformError> {
        go!(self, attachment(hash))
    }
}
