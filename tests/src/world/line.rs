//! A line that can fail: it stands between a computer and its way, and does to each call what a test
//! planned.

use super::Road;
use protocol::{
    BodyRequest, ChallengeAnswer, ChallengeRequest, Exact, Hello, OwnActionsAnswer,
    OwnActionsRequest, Platform, PlatformError, PullAnswer, PullRequest, PushAnswer, PushRequest,
    Receipt, RefreshAnswer, RefreshRequest, ShareAnswer, ShareRequest, SignInAnswer, SignInRequest,
    VerdictsAnswer, VerdictsRequest,
};
use std::future::Future;
use std::sync::Mutex;

/// A call on its way.
pub enum Asked<'a> {
    /// What anybody may know.
    Hello,
    /// A challenge.
    Challenge,
    /// A sign-in.
    SignIn,
    /// A refresh of the session.
    Refresh,
    /// A batch.
    Push(&'a PushRequest),
    /// The body of a stub.
    Body(&'a BodyRequest),
    /// A question for verdicts.
    Verdicts,
    /// A question for the device's own actions.
    OwnActions,
    /// A question for news.
    Pull,
    /// Anything about a file.
    File,
}

/// What the line does to a call.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Nothing.
    Pass,
    /// The call never arrives; this is what comes back instead.
    Instead(PlatformError),
    /// It arrives and is done; the answer is lost.
    AnswerLost,
    /// It arrives twice, and the second answer comes back.
    Twice,
}

type Plan = Box<dyn FnMut(&Asked<'_>) -> Fault + Send>;
type Forgery = Box<dyn FnMut(Answered<'_>) + Send>;

/// An answer on its way back.
pub enum Answered<'a> {
    /// Of a batch.
    Push(&'a mut PushAnswer),
    /// Of a question for verdicts.
    Verdicts(&'a mut VerdictsAnswer),
    /// Of a question for news.
    Pull(&'a mut PullAnswer),
}

/// A way with faults on it.
pub struct Line {
    /// The way itself.
    pub road: Road,
    plan: Mutex<Option<Plan>>,
    forgery: Mutex<Option<Forgery>>,
}

impl Line {
    /// A line without faults.
    pub fn new(road: Road) -> Self {
        Self { road, plan: Mutex::default(), forgery: Mutex::default() }
    }

    /// From now on every call suffers what the plan says.
    pub fn fails(&self, plan: impl FnMut(&Asked<'_>) -> Fault + Send + 'static) {
        *self.plan.lock().expect("the plan") = Some(Box::new(plan));
    }

    /// From now on somebody changes what comes back.
    pub fn forges(&self, forgery: impl FnMut(Answered<'_>) + Send + 'static) {
        *self.forgery.lock().expect("the forgery") = Some(Box::new(forgery));
    }

    /// No fault any more.
    pub fn heals(&self) {
        *self.plan.lock().expect("the plan") = None;
        *self.forgery.lock().expect("the forgery") = None;
    }

    fn fault(&self, asked: &Asked<'_>) -> Fault {
        self.plan.lock().expect("the plan").as_mut().map_or(Fault::Pass, |plan| plan(asked))
    }

    fn forge(&self, answered: Answered<'_>) {
        if let Some(forge) = self.forgery.lock().expect("the forgery").as_mut() {
            forge(answered);
        }
    }

    async fn suffer<T, F>(&self, asked: Asked<'_>, call: impl Fn() -> F) -> Result<T, PlatformError>
    where
        F: Future<Output = Result<T, PlatformError>>,
    {
        match self.fault(&asked) {
            Fault::Pass => call().await,
            Fault::Instead(error) => Err(error),
            Fault::AnswerLost => {
                // Whatever it was, nobody hears it.
                let _ = call().await;
                Err(PlatformError::Unreachable)
            }
            Fault::Twice => {
                let _ = call().await;
                call().await
            }
        }
    }
}

impl Platform for Line {
    async fn hello(&self) -> Result<Hello, PlatformError> {
        self.suffer(Asked::Hello, || self.road.hello()).await
    }

    async fn challenge(
        &self,
        request: &ChallengeRequest,
    ) -> Result<ChallengeAnswer, PlatformError> {
        self.suffer(Asked::Challenge, || self.road.challenge(request)).await
    }

    async fn share(&self, request: &ShareRequest) -> Result<ShareAnswer, PlatformError> {
        self.suffer(Asked::SignIn, || self.road.share(request)).await
    }

    async fn sign_in(&self, request: &SignInRequest) -> Result<SignInAnswer, PlatformError> {
        self.suffer(Asked::SignIn, || self.road.sign_in(request)).await
    }

    async fn refresh(&self, request: &RefreshRequest) -> Result<RefreshAnswer, PlatformError> {
        self.suffer(Asked::Refresh, || self.road.refresh(request)).await
    }

    async fn push(&self, request: &PushRequest) -> Result<PushAnswer, PlatformError> {
        let mut answer = self.suffer(Asked::Push(request), || self.road.push(request)).await?;
        self.forge(Answered::Push(&mut answer));
        Ok(answer)
    }

    async fn verdicts(&self, request: &VerdictsRequest) -> Result<VerdictsAnswer, PlatformError> {
        let mut answer = self.suffer(Asked::Verdicts, || self.road.verdicts(request)).await?;
        self.forge(Answered::Verdicts(&mut answer));
        Ok(answer)
    }

    async fn own_actions(
        &self,
        request: &OwnActionsRequest,
    ) -> Result<OwnActionsAnswer, PlatformError> {
        self.suffer(Asked::OwnActions, || self.road.own_actions(request)).await
    }

    async fn body(&self, request: &BodyRequest) -> Result<Receipt, PlatformError> {
        self.suffer(Asked::Body(request), || self.road.body(request)).await
    }

    async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, PlatformError> {
        let mut answer = self.suffer(Asked::Pull, || self.road.pull(request)).await?;
        self.forge(Answered::Pull(&mut answer));
        Ok(answer)
    }

    async fn attachment_size(&self, hash: &str) -> Result<u64, PlatformError> {
        self.suffer(Asked::File, || self.road.attachment_size(hash)).await
    }

    async fn put_chunk(
        &self,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: Exact,
    ) -> Result<u64, PlatformError> {
        self.suffer(Asked::File, || self.road.put_chunk(hash, offset, total, chunk.clone())).await
    }

    async fn attachment(&self, hash: &str) -> Result<Exact, PlatformError> {
        self.suffer(Asked::File, || self.road.attachment(hash)).await
    }
}
