//! A platform with one small agency, a clock that the test turns, and desks that sign.
#![allow(clippy::expect_used, clippy::missing_panics_doc, reason = "each file uses a part of it")]

mod acts;
mod cache;
mod desk;

pub use acts::*;
pub use cache::{Cache, all_cases};
pub use desk::Desk;

use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::case::{CaseKind, Channel};
use domain::reference::{Prefix, Reference};
use domain::{
    Action, AgencyId, CaseId, Identifier, IdentifierKind, Language, OpId, OpenCase, Person,
    PersonId, PersonOf, StaffId, StoreId,
};
use ed25519_dalek::SigningKey;
use platform::{App, Config, PasswordCost};
use protocol::{ChallengeRequest, Exact, Hash, Proof, RefreshRequest, SignInRequest};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use uuid::{Builder, Uuid};

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
    serde_json::from_str(include_str!("../../../../domain/src/book/sample.json")).expect("book")
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

    /// A platform on a copy of its folder, as if this one had died.
    pub fn moved_to(self, dir: TempDir) -> Self {
        let Self { app, agency, clock, random, .. } = self;
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
            proof: Proof::default(),
        };
        let answer = self.app.sign_in(&proven(&self.app, request, &key), None).expect("signed in");
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
            store: StoreId(self.id()),
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

    /// An id as devices make them.
    pub fn id(&self) -> Uuid {
        device_id(self.now(), &self.random_bytes())
    }

    pub fn op(&self) -> OpId {
        OpId(self.id())
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
        (CaseId(self.id()), Action::OpenCase(Box::new(open)))
    }

    fn person(&self) -> Person {
        let id = PersonId(self.id());
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

/// A sign-in with the proof of its key.
pub fn proven(app: &App, request: SignInRequest, key: &SigningKey) -> SignInRequest {
    let challenge = app.challenge(&ChallengeRequest::of_sign_in(&request)).expect("a challenge");
    request.proven(&challenge.nonce, key)
}

/// A refresh with the proof of its key.
pub fn proven_refresh(app: &App, request: RefreshRequest, key: &SigningKey) -> RefreshRequest {
    let challenge = ChallengeRequest::of_refresh(&request, &key.verifying_key());
    let challenge = app.challenge(&challenge).expect("a challenge");
    request.proven(&challenge.nonce, key)
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

/// A UUID of version 7.
pub fn device_id(at: DateTime<Utc>, random: &[u8; 10]) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).expect("after 1970");
    Builder::from_unix_timestamp_millis(millis, random).into_uuid()
}

/// The same bytes in each run.
fn fill(random: &Mutex<u64>, bytes: &mut [u8]) {
    let mut count = random.lock().expect("random");
    *count += 1;
    let mut hasher = blake3::Hasher::new();
    hasher.update(&count.to_le_bytes());
    hasher.finalize_xof().fill(bytes);
}
