//! One computer of one user: signs, pushes, pulls.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{Action, Actor, CaseId, DeviceId, OpId, PostId, StoreId};
use ed25519_dalek::SigningKey;
use platform::{App, Denied, Session};
use protocol::{
    Base, Hash, Header, PullAnswer, PullRequest, PushAnswer, PushRequest, ReceiptState,
    SignedAction,
};
use std::sync::{Arc, Mutex};

/// One computer of one user.
pub struct Desk {
    pub(super) app: Arc<App>,
    pub(super) clock: Arc<Mutex<DateTime<Utc>>>,
    pub session: Session,
    pub access: String,
    pub refresh: String,
    pub key: SigningKey,
    pub post: PostId,
    pub store: StoreId,
    pub dev_seq: u64,
    pub prev: Hash,
    pub cursor: Option<String>,
}

impl Desk {
    pub fn device(&self) -> DeviceId {
        self.session.device
    }

    /// A header as the next of the chain.
    pub fn header(&self, case: Option<CaseId>, base: Base) -> Header {
        let mut op = blake3::Hasher::new();
        op.update(self.session.device.0.as_bytes());
        op.update(self.store.0.as_bytes());
        op.update(&(self.dev_seq + 1).to_le_bytes());
        let now = *self.clock.lock().expect("clock");
        // A millisecond each, so that ids stand in the order in which they were made.
        let made_at = now + TimeDelta::milliseconds(self.dev_seq.cast_signed());
        let mut id = [0; 10];
        op.finalize_xof().fill(&mut id);
        Header {
            op: OpId(super::device_id(made_at, &id)),
            agency: self.session.agency.clone(),
            device: self.session.device,
            store: self.store,
            dev_seq: self.dev_seq + 1,
            prev: self.prev,
            kind: String::new(),
            version: 1,
            case,
            actor: Actor::Staff { staff: self.session.staff.clone(), post: self.post.clone() },
            base,
            depends_on: vec![],
            confirms: None,
            grant: None,
            body_hash: Hash::ZERO,
            body_bytes: 0,
            attachments: vec![],
            claimed_at: now,
        }
    }

    /// Signs an action as the next of the chain.
    pub fn sign(&mut self, case: CaseId, base: Base, action: &Action) -> SignedAction {
        let header = self.header(Some(case), base);
        self.sign_header(header, action)
    }

    pub fn sign_header(&mut self, header: Header, action: &Action) -> SignedAction {
        let signed = protocol::sign(header, action, &self.key).expect("signed");
        self.dev_seq += 1;
        self.prev = signed.header_hash();
        signed
    }

    pub fn push(&self, actions: Vec<SignedAction>) -> Result<PushAnswer, Denied> {
        let request = PushRequest { device: self.session.device, store: self.store, actions };
        self.app.push(&self.session, &request)
    }

    /// Signs and pushes one action; answers what became of it.
    pub fn does(&mut self, case: CaseId, action: &Action) -> ReceiptState {
        let base = self.sees(case);
        self.does_from(case, base, action)
    }

    pub fn does_from(&mut self, case: CaseId, base: Base, action: &Action) -> ReceiptState {
        let signed = self.sign(case, base, action);
        let mut answer = self.push(vec![signed]).expect("pushed");
        assert_eq!(answer.expected, self.dev_seq + 1);
        answer.receipts.pop().expect("receipt").state
    }

    /// What the case looks like to somebody who looks now.
    pub fn sees(&self, case: CaseId) -> Base {
        let Some(case) = self.app.case(&self.session.agency, case).expect("case") else {
            return Base::default();
        };
        Base {
            seq: case.seq.unwrap_or(0),
            last_inbound: case.last_inbound,
            last_outbound: case.outbound.last().map(|it| it.op),
            revision: None,
        }
    }

    /// Asks for news with all keys that are allowed, as a desk asks.
    /// Brings a file whole; answers its hash.
    pub fn uploads(&self, bytes: &[u8]) -> String {
        let mut hasher = protocol::AttachmentHasher::new(&self.session.agency);
        hasher.update(bytes);
        let hash = hasher.hash();
        let total = bytes.len() as u64;
        self.app.put_chunk(&self.session, &hash, 0, total, bytes).expect("uploaded");
        hash
    }

    pub fn pull(&mut self) -> PullAnswer {
        self.pull_with(None, 2_000)
    }

    pub fn keys(&self) -> Vec<String> {
        let request = PullRequest { cursor: None, keys: None, book_version: 1, items_max: 1 };
        let answer = self.app.pull(&self.session, &request).expect("pulled");
        answer.keys.expect("the keys of a first question")
    }

    pub fn pull_keys(&mut self, keys: Vec<String>, items_max: u32) -> PullAnswer {
        self.pull_with(Some(keys), items_max)
    }

    fn pull_with(&mut self, keys: Option<Vec<String>>, items_max: u32) -> PullAnswer {
        let cursor = self.cursor.take();
        let request = PullRequest { cursor, keys, book_version: 1, items_max };
        let answer = self.app.pull(&self.session, &request).expect("pulled");
        self.cursor = Some(answer.cursor.clone());
        answer
    }
}
