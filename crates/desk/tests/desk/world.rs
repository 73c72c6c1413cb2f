//! A small agency, a clock that stands still, and a platform of forty lines.

use chrono::{DateTime, TimeDelta, Utc};
use desk::view::*;
use desk::{Accepted, Costs, Desk, Door, Edge, Enrolment, SignedIn};
use domain::book::Book;
use domain::case::{CaseKind, Channel, decide, fold};
use domain::{Action, Language};
use domain::{Actor, CaseId, Context, OpId, Person, PersonOf, Recorded, Refusal, Side};
use ed25519_dalek::SigningKey;
use protocol::{Exact, Hash, NextStep, Outcome, SignInAnswer, Verdict};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use store::{CacheItem, Cost, Judged, News, Receipt, ReceiptState, SavedAction};
use tempfile::TempDir;

/// A Sunday morning at ten in Muscat, a working day.
const START: &str = "2026-03-01T06:00:00Z";
pub const PASSWORD: &str = "نخلة باسقة 7";

/// Everything around the desks of one agency.
pub struct World {
    root: TempDir,
    now_us: Arc<AtomicI64>,
    seed: Arc<AtomicU64>,
    pub book: Book,
    key: SigningKey,
    events: BTreeMap<CaseId, Vec<Recorded>>,
    persons: BTreeMap<CaseId, Person>,
    seq: u64,
}

impl World {
    pub fn new() -> Self {
        let start: DateTime<Utc> = START.parse().unwrap();
        Self {
            root: tempfile::tempdir().unwrap(),
            now_us: Arc::new(AtomicI64::new(start.timestamp_micros())),
            seed: Arc::new(AtomicU64::new(1)),
            book: serde_json::from_str(include_str!("fixture/book.json")).unwrap(),
            key: SigningKey::from_bytes(&[7; 32]),
            events: BTreeMap::new(),
            persons: BTreeMap::new(),
            seq: 0,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.now_us.load(Ordering::SeqCst)).unwrap()
    }

    pub fn pass(&self, time: TimeDelta) {
        self.now_us.fetch_add(time.num_microseconds().unwrap(), Ordering::SeqCst);
    }

    pub fn edge(&self) -> Edge {
        let (now_us, seed) = (Arc::clone(&self.now_us), Arc::clone(&self.seed));
        Edge::new(
            move || DateTime::from_timestamp_micros(now_us.load(Ordering::SeqCst)).unwrap(),
            move |bytes| {
                for byte in bytes {
                    // A multiplicative walk: enough to make every id another one.
                    let seed = seed.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::SeqCst);
                    *byte = ((seed ^ seed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 56) as u8;
                }
                Ok(())
            },
        )
    }

    /// The folder of one computer.
    pub fn computer(&self, name: &str) -> std::path::PathBuf {
        self.root.path().join(name)
    }

    pub fn door(&self, computer: &str) -> Door {
        let light = Cost { memory_kib: 64, passes: 1 };
        Door::new(self.computer(computer), self.edge())
            .with_costs(Costs { usual: light, alone: light })
    }

    pub fn answer(&self) -> SignInAnswer {
        SignInAnswer {
            device: domain::DeviceId(self.edge().id(self.now()).unwrap()),
            staff: "huda".into(),
            access: "access".into(),
            refresh: "refresh".into(),
            share: Exact(vec![9; 32]),
            platform_key: Exact(self.key.verifying_key().to_bytes().to_vec()),
            lease_until: self.now() + TimeDelta::hours(72),
            at: self.now(),
        }
    }

    /// The desk of somebody on a computer of their own, having heard everything so far.
    pub fn desk(&mut self, staff: &str) -> Desk {
        self.another_computer(staff, staff)
    }

    /// The same user on a second computer.
    pub fn another_computer(&mut self, staff: &str, computer: &str) -> Desk {
        let answer = self.answer();
        let enrolment = Enrolment::begin().unwrap();
        let mut desk = self.door(computer).enrol(enrolment, &signed_in(staff, &answer)).unwrap();
        self.tell(&mut desk);
        desk
    }

    /// Everything the platform knows, whole.
    pub fn tell(&self, desk: &mut Desk) {
        let items = self.events.iter().map(|(case, events)| CacheItem::Enter {
            case: *case,
            events: events.clone(),
            person: self.persons.get(case).cloned(),
        });
        let news = News {
            items: items.collect(),
            cursor: self.seq.to_string(),
            epoch: 1,
            keys: None,
            book: Some(self.book.clone()),
        };
        desk.parts().cache.receive(news).unwrap();
        desk.agreed().unwrap();
    }

    /// The platform answers a desk, and nothing is new.
    pub fn meets(&self, desk: &mut Desk) {
        let vault = desk.parts().vault;
        let mut session = vault.session().unwrap().unwrap();
        session.last_contact = Some(self.now());
        vault.put_session(&session).unwrap();
    }

    /// The platform judges what waits on a desk, in order, and tells it.
    pub fn judge(&mut self, desk: &mut Desk) {
        for saved in desk.parts().vault.pending().unwrap() {
            let outcome = self.outcome(&saved);
            self.verdict(desk, &saved, outcome);
        }
        self.tell(desk);
    }

    /// A verdict of any kind on an action that waits.
    pub fn verdict(&self, desk: &mut Desk, saved: &SavedAction, outcome: Outcome) {
        let judged = match outcome {
            Outcome::Accepted { .. } => Judged::Accepted,
            Outcome::Rejected { .. } => Judged::Rejected,
            Outcome::NeedsConfirmation { .. } => Judged::NeedsConfirmation,
        };
        let header_hash = Hash(saved.header_hash);
        let (op, at) = (saved.action.op, self.now());
        let verdict = Verdict { op, header_hash, outcome, at, epoch: 1 }.sign(&self.key).unwrap();
        let state = ReceiptState::Judged {
            judged,
            verdict: verdict.verdict.0,
            signature: verdict.signature.0,
        };
        let receipt = Receipt { op, header_hash: saved.header_hash, state };
        desk.parts().vault.record_receipt(&receipt, at).unwrap();
    }

    fn outcome(&mut self, saved: &SavedAction) -> Outcome {
        let action = saved.read().unwrap();
        match self.happens(
            saved.action.case.unwrap(),
            &action,
            &saved.action.actor,
            saved.action.op,
        ) {
            Ok(()) => Outcome::Accepted { seq_first: Some(self.seq), seq_last: Some(self.seq) },
            Err(refusal) => Outcome::Rejected { refusal, next_steps: vec![NextStep::MakeApproval] },
        }
    }

    /// Something happens at the platform, by its rules.
    pub fn happens(
        &mut self,
        id: CaseId,
        action: &Action,
        actor: &Actor,
        op: OpId,
    ) -> Result<(), Refusal> {
        let events = self.events.entry(id).or_default();
        let cx = Context {
            now: DateTime::from_timestamp_micros(self.now_us.load(Ordering::SeqCst)).unwrap(),
            op,
            actor,
            side: Side::Platform,
            book: &self.book,
            spent_today: &BTreeMap::new(),
            load: &BTreeMap::new(),
            person: self.persons.get(&id),
        };
        let case = fold(events);
        let judged = decide(case.as_ref(), action, &cx)?;
        for (n, event) in judged.into_iter().enumerate() {
            self.seq += 1;
            events.push(Recorded {
                seq: Some(self.seq),
                case: Some(id),
                op,
                n: u16::try_from(n).unwrap(),
                actor: actor.clone(),
                at: cx.now,
                claimed_at: cx.now,
                event,
            });
        }
        if let Action::OpenCase(open) = action
            && let PersonOf::New { record } = &open.person
        {
            self.persons.insert(id, record.clone());
        }
        Ok(())
    }

    /// The actions a desk has not sent.
    pub fn waiting(desk: &mut Desk) -> usize {
        desk.parts().vault.pending().unwrap().len()
    }
}

pub fn signed_in<'a>(staff: &str, answer: &'a SignInAnswer) -> SignedIn<'a> {
    SignedIn {
        agency: "nakheel".into(),
        staff: staff.into(),
        password: PASSWORD,
        keyring: None,
        old_password: None,
        password_alone: Accepted::Yes,
        platform: "http://127.0.0.1:1".into(),
        demo: false,
        answer,
    }
}

/// A late bus, told on the phone by Salim, who asks for his fare.
pub fn late_bus() -> OpenCaseInput {
    OpenCaseInput {
        kind: CaseKind::Complaint,
        category: "late-bus".into(),
        person: None,
        name: "سالم البلوشي".into(),
        phone: "٩٢٣٤٥٦٧٨".into(),
        national_id: String::new(),
        language: Language::Ar,
        channel: Channel::Phone,
        subject: "تأخر الحافلة 12".into(),
        own_words: "انتظرت الحافلة رقم 12 ساعتين في محطة الخوير ولم تأتِ".into(),
        points: vec!["إعادة قيمة التذكرة".into()],
        tried: vec![Channel::Branch],
        cost: None,
        people_affected: 1,
        place: "محطة الخوير".into(),
        confidential: false,
        accused: None,
        draft: None,
        take: true,
    }
}

/// Everything below a folder, as bytes.
pub fn bytes_below(folder: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(bytes_below(&path));
        } else {
            all.extend(std::fs::read(path).unwrap());
        }
    }
    all
}
