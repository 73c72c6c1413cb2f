//! A member of staff with a real session and key, and a program of their own.

use chrono::{DateTime, Utc};
use domain::{Action, Actor, CaseId, OpId, PostId, StaffId, StoreId};
use ed25519_dalek::{Signer, SigningKey};
use platform::{App, Denied, Session};
use protocol::{
    Base, ChallengeRequest, Exact, Hash, Header, Outcome, Proof, PullAnswer, PushAnswer,
    PushRequest, ReceiptState, SignInRequest, SignedAction,
};
use serde_json::{Value, json};
use std::sync::Arc;
use stories::world::{PASSWORD, World};
use uuid::{Builder, Uuid};

/// An enrolled computer whose program sends what its user wants.
pub struct Attacker {
    app: Arc<App>,
    pub session: Session,
    pub access: String,
    key: SigningKey,
    post: PostId,
    now: DateTime<Utc>,
    store: StoreId,
    dev_seq: u64,
    prev: Hash,
    random: fastrand::Rng,
}

/// A UUID of version 7, as devices make them.
pub fn device_id(random: &mut fastrand::Rng) -> Uuid {
    let mut bytes = [0; 10];
    random.fill(&mut bytes);
    Builder::from_unix_timestamp_millis(1_790_000_000_000, &bytes).into_uuid()
}

impl Attacker {
    /// Somebody of the agency, with one more computer.
    pub fn enrolled(world: &World, staff: &str) -> Self {
        let app = world.house.app();
        let mut seed = [0; 32];
        world.house.seed.fill(&mut seed);
        let mut random = fastrand::Rng::with_seed(
            seed.iter().fold(7_u64, |sum, it| sum.wrapping_mul(31) ^ u64::from(*it)),
        );
        let key = SigningKey::from_bytes(&seed);
        let staff = StaffId::from(staff);
        let request = SignInRequest {
            agency: world.agency().clone(),
            staff: staff.clone(),
            password: PASSWORD.to_owned(),
            device: None,
            device_key: Exact(key.verifying_key().to_bytes().to_vec()),
            code: Some(world.house.enrolment_code(&staff)),
            proof: Proof::default(),
        };
        let challenge = app.challenge(&ChallengeRequest::of_sign_in(&request));
        let request = request.proven(&challenge.expect("a challenge").nonce, &key);
        let answer = app.sign_in(&request, None).expect("signed in");
        let session = app.session(&answer.access).expect("a session");
        let book = app.book(world.agency()).expect("a book");
        let post = book.posts_of(&staff, world.now()).remove(0);
        let store = StoreId(device_id(&mut random));
        let (now, prev) = (world.now(), Hash::ZERO);
        let access = answer.access;
        Self { app, session, access, key, post, now, store, dev_seq: 0, prev, random }
    }

    pub fn id(&mut self) -> Uuid {
        device_id(&mut self.random)
    }

    /// The header of the next action of the chain, as an honest program writes it.
    pub fn header(&mut self, case: Option<CaseId>) -> Header {
        let seen = case.and_then(|it| self.app.case(&self.session.agency, it).expect("a case"));
        let base = seen.map_or(Base::default(), |it| Base {
            seq: it.seq.unwrap_or(0),
            last_inbound: it.last_inbound,
            last_outbound: it.outbound.last().map(|it| it.op),
            revision: None,
        });
        Header {
            op: OpId(self.id()),
            agency: self.session.agency.clone(),
            device: self.session.device,
            store: self.store,
            dev_seq: self.dev_seq + 1,
            prev: self.prev,
            kind: String::new(),
            version: Action::VERSION,
            case,
            actor: Actor::Staff { staff: self.session.staff.clone(), post: self.post.clone() },
            base,
            depends_on: vec![],
            confirms: None,
            grant: None,
            body_hash: Hash::ZERO,
            body_bytes: 0,
            attachments: vec![],
            claimed_at: self.now,
        }
    }

    /// Signs an action; the chain goes on behind it.
    pub fn signs(&mut self, header: Header, action: &Action) -> SignedAction {
        let signed = protocol::sign(header, action, &self.key).expect("signed");
        (self.dev_seq, self.prev) = (self.dev_seq + 1, signed.header_hash());
        signed
    }

    /// Signs any JSON as header and body. The chain does not move: it is taken only when accepted.
    pub fn signs_json(&self, mut header: Value, body: &Value) -> SignedAction {
        let body = serde_json::to_vec(body).expect("json");
        header["body_hash"] = json!(Hash::of(&body).to_string());
        let header = serde_json::to_vec(&header).expect("json");
        let signature = self.key.sign(&header).to_bytes().to_vec();
        SignedAction { header: Exact(header), body: Some(Exact(body)), signature: Exact(signature) }
    }

    /// The chain goes on behind an action that was signed as JSON.
    pub fn goes_on_behind(&mut self, signed: &SignedAction) {
        (self.dev_seq, self.prev) = (self.dev_seq + 1, signed.header_hash());
    }

    /// Where the chain stands, to go back to it after an action that was not taken.
    pub fn place(&self) -> (u64, Hash) {
        (self.dev_seq, self.prev)
    }

    pub fn goes_back_to(&mut self, place: (u64, Hash)) {
        (self.dev_seq, self.prev) = place;
    }

    pub fn push(&self, actions: Vec<SignedAction>) -> Result<PushAnswer, Denied> {
        let request = PushRequest { device: self.session.device, store: self.store, actions };
        self.app.push(&self.session, &request)
    }

    /// Signs and sends one action as an honest program does.
    pub fn does(&mut self, case: CaseId, action: &Action) -> ReceiptState {
        self.forges(case, action, |_| {}).expect("an answer")
    }

    /// Signs and sends one action whose header somebody changed.
    pub fn forges(
        &mut self,
        case: CaseId,
        action: &Action,
        change: impl FnOnce(&mut Header),
    ) -> Result<ReceiptState, Denied> {
        let place = self.place();
        let mut header = self.header(Some(case));
        change(&mut header);
        let signed = self.signs(header, action);
        let answer = self.push(vec![signed]);
        if answer.is_err() {
            self.goes_back_to(place);
        }
        // Its own comes first, before those of actions that it freed.
        let own = answer?.receipts.into_iter().next();
        Ok(own.expect("a receipt").state)
    }

    /// Asks for news with a question of any shape.
    pub fn asks(&self, question: Value) -> Result<PullAnswer, Denied> {
        let question =
            serde_json::from_value(question).map_err(|_| Denied::Malformed("message"))?;
        self.app.pull(&self.session, &question)
    }
}

/// What a verdict says.
pub fn outcome(state: &ReceiptState) -> Outcome {
    match state {
        ReceiptState::Judged { verdict } => verdict.read(None).expect("a verdict").outcome,
        ReceiptState::Held { why } => panic!("held: {why:?}"),
    }
}

pub fn is_accepted(state: &ReceiptState) -> bool {
    matches!(state, ReceiptState::Judged { .. })
        && matches!(outcome(state), Outcome::Accepted { .. })
}
