//! A platform with one small agency, a clock that the test turns, and desks that sign.
#![allow(
    dead_code,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "each test binary uses a part of it"
)]

use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::case::{CaseKind, Channel, Fact, PointAnswer, PointOutcome, ReplyKind, RootCause};
use domain::money::Money;
use domain::reference::{Prefix, Reference};
use domain::{
    Action, Actor, AgencyId, CaseId, DeviceId, Identifier, IdentifierKind, Language, NextDate,
    OpId, OpenCase, Person, PersonId, PersonOf, PostId, RemedyAsk, Resolution, SendReply, Slot,
    StaffId, StoreId,
};
use ed25519_dalek::SigningKey;
use platform::{App, Config, Denied, PasswordCost, Session};
use protocol::{
    Base, Exact, Hash, Header, Outcome, PullAnswer, PullRequest, PushAnswer, PushRequest, Receipt,
    ReceiptState, SignInRequest, SignedAction,
};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use uuid::Uuid;

/// The password of every account here.
pub const PASSWORD: &str = "نخلة على الطريق";

/// A platform in a folder of its own.
pub struct World {
    pub app: Arc<App>,
    pub agency: AgencyId,
    clock: Arc<Mutex<DateTime<Utc>>>,
    random: Arc<Mutex<u64>>,
    pub dir: TempDir,
}

/// A Sunday morning in Muscat.
pub fn morning() -> DateTime<Utc> {
    "2026-03-01T06:00:00Z".parse().expect("instant")
}

pub fn book() -> Book {
    serde_json::from_str(include_str!("../../../domain/src/book/sample.json")).expect("book")
}

impl World {
    pub fn new() -> Self {
        let world = Self::empty();
        world.app.put_book(&book()).expect("book");
        world
    }

    /// A platform on which nothing was set up.
    pub fn empty() -> Self {
        let dir = tempfile::tempdir().expect("folder");
        let clock = Arc::new(Mutex::new(morning()));
        let random = Arc::new(Mutex::new(0));
        let app = open(&dir, &clock, &random);
        let agency = book().agency;
        Self { app, agency, clock, random, dir }
    }

    /// Stops the platform and starts it again on the same folder.
    pub fn restart(self) -> Self {
        let Self { app, agency, clock, random, dir } = self;
        drop(app);
        let app = open(&dir, &clock, &random);
        Self { app, agency, clock, random, dir }
    }

    pub fn pass(&self, time: TimeDelta) {
        *self.clock.lock().expect("clock") += time;
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.clock.lock().expect("clock")
    }

    /// A new computer of somebody, enrolled and signed in.
    pub fn desk(&self, staff: &str) -> Desk {
        self.desk_at(&self.agency, staff)
    }

    pub fn desk_at(&self, agency: &AgencyId, staff: &str) -> Desk {
        let id = StaffId::from(staff);
        if !self.app.has_account(agency, &id).expect("account") {
            self.app.set_password(agency, &id, PASSWORD).expect("account");
        }
        let code = self.app.enrolment_code(agency, &id).expect("code");
        let key = SigningKey::from_bytes(&self.random_bytes());
        let request = SignInRequest {
            agency: agency.clone(),
            staff: id.clone(),
            password: PASSWORD.to_owned(),
            device: None,
            device_key: Exact(key.verifying_key().to_bytes().to_vec()),
            code: Some(code),
        };
        let answer = self.app.sign_in(&request, None).expect("signed in");
        let session = self.app.session(&answer.access).expect("session");
        let book = self.app.book(agency).expect("book");
        let post = book.posts_of(&id, self.now()).remove(0);
        Desk {
            app: Arc::clone(&self.app),
            clock: Arc::clone(&self.clock),
            session,
            access: answer.access,
            refresh: answer.refresh,
            key,
            post,
            store: StoreId(Uuid::from_bytes(self.random_bytes())),
            dev_seq: 0,
            prev: Hash::ZERO,
            cursor: None,
        }
    }

    /// Begins another run of random bytes.
    pub fn reseed(&self, seed: u64) {
        *self.random.lock().expect("random") += seed;
    }

    pub fn random_bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        fill(&self.random, &mut bytes);
        bytes
    }

    pub fn op(&self) -> OpId {
        OpId(Uuid::from_bytes(self.random_bytes()))
    }

    /// A late bus, reported by phone.
    pub fn late_bus(&self) -> (CaseId, Action) {
        let prefix = Prefix::parse("NK").expect("prefix");
        let open = OpenCase {
            reference: Reference::from_random(prefix, self.random_bytes()),
            case_kind: CaseKind::Complaint,
            category: "late-bus".into(),
            unit: None,
            person: PersonOf::New { record: self.person() },
            channel: Channel::Phone,
            subject: "الحافلة لا تأتي".to_owned(),
            own_words: "انتظرت ساعة كاملة ولم تأت الحافلة".to_owned(),
            points: vec![],
            tried: vec![],
            cost: None,
            people_affected: 1,
            place: None,
            confidential: false,
            accused: None,
        };
        (CaseId(Uuid::from_bytes(self.random_bytes())), Action::OpenCase(Box::new(open)))
    }

    fn person(&self) -> Person {
        let id = PersonId(Uuid::from_bytes(self.random_bytes()));
        let digits = u64::from_le_bytes(self.random_bytes()) % 1_000_000;
        let phone = Identifier {
            kind: IdentifierKind::Phone,
            value: format!("+96892{digits:06}"),
            since: morning(),
            until: None,
        };
        let name = "سالم الحارثي".to_owned();
        Person { id, name, identifiers: vec![phone], language: Language::Ar }
    }
}

fn open(dir: &TempDir, clock: &Arc<Mutex<DateTime<Utc>>>, random: &Arc<Mutex<u64>>) -> Arc<App> {
    let config = Config { password_cost: PasswordCost::TRIFLING, ..Config::new(dir.path()) };
    let (clock, random) = (Arc::clone(clock), Arc::clone(random));
    let clock = Arc::new(move || *clock.lock().expect("clock"));
    let random = Arc::new(move |bytes: &mut [u8]| {
        fill(&random, bytes);
        Ok(())
    });
    Arc::new(App::open(config, clock, random).expect("platform"))
}

/// The same bytes in each run.
fn fill(random: &Mutex<u64>, bytes: &mut [u8]) {
    let mut count = random.lock().expect("random");
    *count += 1;
    let mut hasher = blake3::Hasher::new();
    hasher.update(&count.to_le_bytes());
    hasher.finalize_xof().fill(bytes);
}

/// One computer of one user.
pub struct Desk {
    app: Arc<App>,
    clock: Arc<Mutex<DateTime<Utc>>>,
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
        let mut id = [0; 16];
        op.finalize_xof().fill(&mut id);
        Header {
            op: OpId(Uuid::from_bytes(id)),
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
            claimed_at: *self.clock.lock().expect("clock"),
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

    /// Asks for news with all keys that are allowed.
    pub fn pull(&mut self) -> PullAnswer {
        let keys = self.keys();
        self.pull_keys(keys, 2_000)
    }

    pub fn keys(&self) -> Vec<String> {
        let request = PullRequest { cursor: None, keys: vec![], book_version: 1, items_max: 1 };
        self.app.pull(&self.session, &request).expect("pulled").keys
    }

    pub fn pull_keys(&mut self, keys: Vec<String>, items_max: u32) -> PullAnswer {
        let cursor = self.cursor.take();
        let request = PullRequest { cursor, keys, book_version: 1, items_max };
        let answer = self.app.pull(&self.session, &request).expect("pulled");
        self.cursor = Some(answer.cursor.clone());
        answer
    }
}

/// What a verdict says.
pub fn outcome(state: &ReceiptState) -> Outcome {
    match state {
        ReceiptState::Judged { verdict } => verdict.read(None).expect("verdict").outcome,
        ReceiptState::Held { why } => panic!("held: {why:?}"),
    }
}

pub fn outcome_of(receipt: &Receipt) -> Outcome {
    outcome(&receipt.state)
}

pub fn is_accepted(state: &ReceiptState) -> bool {
    matches!(state, ReceiptState::Judged { .. })
        && matches!(outcome(state), Outcome::Accepted { .. })
}

pub fn note(text: &str) -> Action {
    Action::AddNote { text: text.to_owned() }
}

/// A letter in the first slot of a case that was opened by an action.
pub fn letter(kind: ReplyKind, text: &str, ordinal: u32, inbound: Option<OpId>) -> SendReply {
    SendReply {
        reply_kind: kind,
        text: text.to_owned(),
        language: Language::Ar,
        template: None,
        facts: vec![Fact::Quote { words: "انتظرت ساعة كاملة".to_owned() }],
        next: NextDate::At { at: morning() + TimeDelta::days(1) },
        slot: Slot { last_inbound: inbound, ordinal },
        draft: None,
        overrides: vec![],
        attachments: vec![],
    }
}

pub fn progress(text: &str, ordinal: u32, inbound: Option<OpId>) -> Action {
    Action::SendReply(letter(ReplyKind::Progress, text, ordinal, inbound))
}

/// A refund with its letter.
pub fn decision(minor: i64, ordinal: u32, inbound: Option<OpId>) -> Action {
    let amount = Money::new(minor, book().currency).expect("money");
    let text = "قلتم: انتظرت ساعة كاملة. صرفنا لكم استردادا اليوم، ولكم الاعتراض إن لم يحل الأمر.";
    let mut letter = letter(ReplyKind::Decision, text, ordinal, inbound);
    letter.next = NextDate::Ending;
    Action::Decide(Box::new(Resolution {
        remedies: vec![RemedyAsk {
            remedy: "refund".into(),
            amount: Some(amount),
            due: None,
            performer: None,
            proof: None,
        }],
        none_because: None,
        points: vec![],
        grounds: "المادة 12".to_owned(),
        cause: RootCause::System,
        letter,
    }))
}

pub fn granted(point: u32) -> PointAnswer {
    PointAnswer { point, outcome: PointOutcome::Granted, because: String::new() }
}
