//! A platform with the test agency, a clock to turn, and a case to speak of.

use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::{Case, CaseKind, Channel, PointAnswer, PointOutcome, ReplyKind, RootCause};
use domain::money::{Currency, Money};
use domain::reference::{FollowCode, Prefix, Reference};
use domain::{
    Action, Actor, AgencyId, CaseId, Identifier, IdentifierKind, Language, NextDate, OpId,
    OpenCase, Person, PersonId, PersonOf, RemedyAsk, Resolution, SendReply, Slot,
};
use platform::sender::{MemorySender, OutgoingMessage};
use platform::{Act, Acted, Announce, App, Clock, Config, Random, router};
use protocol::Outcome;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// A platform of its own for one test.
pub struct House {
    pub app: Arc<App>,
    pub router: Router,
    pub sender: MemorySender,
    pub dir: tempfile::TempDir,
    now: Arc<Mutex<DateTime<Utc>>>,
    counter: AtomicU64,
}

/// What came to the person.
pub struct Inbox {
    pub code: String,
    pub word: Option<String>,
}

pub const OWN_WORDS: &str = "انتظرت الحافلة رقم 12 في المعبيلة ساعة كاملة ولم تأتِ";
pub const LETTER: &str = "تأخرت الحافلة رقم 12 لعطل في المحرك. نعيد إليك 2.500 ر.ع. أجرة الرحلة. \
    إن لم توافق فلك أن تعترض.";

impl House {
    /// Opens on a Sunday morning at eight in Muscat, a working day.
    pub fn open() -> Self {
        Self::marked(false)
    }

    /// The same, as a demo.
    pub fn demo() -> Self {
        Self::marked(true)
    }

    fn marked(demo: bool) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let start: DateTime<Utc> = "2026-11-22T04:00:00Z".parse().unwrap();
        let now = Arc::new(Mutex::new(start));
        let told = Arc::clone(&now);
        let clock: Clock = Arc::new(move || *told.lock().unwrap());
        let mut config = Config::new(dir.path());
        config.password_cost = platform::PasswordCost::TRIFLING;
        let app = Arc::new(App::open(config, clock, seeded()).unwrap());
        if demo {
            app.mark_demo().unwrap();
        }
        let agency = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/agency");
        app.put_book(&platform::setup::read_book(&agency).unwrap()).unwrap();
        Self {
            router: router(Arc::clone(&app)),
            sender: MemorySender::default(),
            app,
            dir,
            now,
            counter: AtomicU64::new(1),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    pub fn clock(&self) -> Clock {
        let told = Arc::clone(&self.now);
        Arc::new(move || *told.lock().unwrap())
    }

    pub fn pass(&self, time: TimeDelta) {
        *self.now.lock().unwrap() += time;
    }

    pub fn uuid(&self) -> Uuid {
        Uuid::from_u128(0x7000 << 64 | u128::from(self.counter.fetch_add(1, Ordering::Relaxed)))
    }

    /// Judges an action of somebody, which must be accepted.
    pub fn act(&self, actor: &Actor, case: CaseId, action: &Action) -> OpId {
        let op = OpId(self.uuid());
        let acted = self.try_act(op, actor, case, action);
        assert!(matches!(acted, Acted::Judged(Outcome::Accepted { .. })), "{acted:?}");
        op
    }

    pub fn try_act(&self, op: OpId, actor: &Actor, case: CaseId, action: &Action) -> Acted {
        let act = Act { op, actor, case: Some(case), action, claimed_at: None };
        let acted = self.app.act_all_announcing(&agency(), &[act], Announce::Persons);
        acted.unwrap().remove(0)
    }

    pub fn case(&self, case: CaseId) -> Case {
        self.app.case(&agency(), case).unwrap().unwrap()
    }

    pub fn last_seq(&self) -> u64 {
        self.app.last_seq(&agency()).unwrap()
    }

    /// A case about a late bus, of a person with a phone.
    pub fn open_case(&self) -> CaseId {
        self.open_case_of(&["phone"], Language::Ar)
    }

    /// A case of a person who can be reached on some ways.
    pub fn open_case_of(&self, ways: &[&str], language: Language) -> CaseId {
        let case = CaseId(self.uuid());
        let open = self.late_bus(ways, language);
        self.act(&marwa(), case, &Action::OpenCase(Box::new(open)));
        if self.case(case).owner.is_none() {
            self.act(&marwa(), case, &Action::Take);
        }
        case
    }

    /// What such a person brings.
    pub fn late_bus(&self, ways: &[&str], language: Language) -> OpenCase {
        let n = u8::try_from(self.counter.load(Ordering::Relaxed) % 250).unwrap();
        OpenCase {
            reference: Reference::from_random(Prefix::parse("NT").unwrap(), [7, n, 91, 33, n]),
            case_kind: CaseKind::Complaint,
            category: "late_bus".into(),
            unit: None,
            person: PersonOf::New { record: self.person(ways, language) },
            channel: Channel::Phone,
            subject: "تأخر الحافلة 12".to_owned(),
            own_words: OWN_WORDS.to_owned(),
            points: vec!["رد أجرة الرحلة".to_owned()],
            tried: vec![],
            cost: None,
            people_affected: 1,
            place: None,
            confidential: false,
            accused: None,
        }
    }

    fn person(&self, ways: &[&str], language: Language) -> Person {
        let identifiers = ways.iter().map(|way| Identifier {
            kind: if *way == "phone" { IdentifierKind::Phone } else { IdentifierKind::Mail },
            value: if *way == "phone" { "+96824123456" } else { "salim@example.om" }.to_owned(),
            since: self.now(),
            until: None,
        });
        Person {
            id: PersonId(self.uuid()),
            name: "سالم بن راشد".to_owned(),
            identifiers: identifiers.collect(),
            language,
        }
    }

    /// What the handler would decide: a refund of so many baisa, in a letter that names it.
    pub fn resolution(&self, case: CaseId, baisa: i64) -> Box<Resolution> {
        let state = self.case(case);
        let money = Money::new(baisa, Currency::parse("OMR").unwrap()).unwrap();
        let words = format!("{}.{:03} ر.ع.", baisa / 1_000, baisa % 1_000);
        let text = LETTER.replace("2.500 ر.ع.", &words);
        let letter = SendReply {
            reply_kind: ReplyKind::Decision,
            text,
            language: Language::Ar,
            template: None,
            next: NextDate::Ending,
            slot: Slot {
                last_inbound: state.last_inbound,
                ordinal: u32::try_from(state.outbound.len()).unwrap(),
            },
            draft: None,
            overrides: vec![],
            attachments: vec![],
        };
        Box::new(Resolution {
            remedies: vec![RemedyAsk {
                remedy: "fare_refund".into(),
                amount: Some(money),
                due: None,
                performer: None,
                proof: Some("إيصال 5512".to_owned()),
            }],
            none_because: None,
            points: vec![PointAnswer {
                point: 0,
                outcome: PointOutcome::Granted,
                because: String::new(),
            }],
            grounds: "شروط النقل، البند 9".to_owned(),
            cause: RootCause::System,
            letter,
        })
    }

    /// The owner decides; the letter leaves the house after its hold.
    pub fn decide(&self, case: CaseId) -> OpId {
        let decision = self.act(&marwa(), case, &Action::Decide(self.resolution(case, 2_500)));
        self.pass(TimeDelta::seconds(11));
        decision
    }

    /// Hands over what is due.
    pub fn deliver(&self) -> Vec<OutgoingMessage> {
        self.app.deliver_due(&self.sender).unwrap();
        self.sender.take()
    }

    /// The newest code and word that reached the person of a case.
    pub fn inbox(&self, case: CaseId) -> Inbox {
        let mut messages = self.deliver();
        messages.retain(|it| it.case == case);
        let word = messages.iter().rev().find_map(|it| it.word.as_ref()).map(FollowCode::grouped);
        Inbox { code: messages.last().expect("a message").code.grouped(), word }
    }

    /// A decided case with what its person holds.
    pub fn answered(&self) -> (CaseId, Inbox) {
        let case = self.open_case();
        self.pass(TimeDelta::hours(1));
        self.decide(case);
        let inbox = self.inbox(case);
        assert!(inbox.word.is_some());
        (case, inbox)
    }
}

pub fn agency() -> AgencyId {
    "nakheel".into()
}

/// Who owns the case.
pub fn marwa() -> Actor {
    Actor::Staff { staff: "marwa".into(), post: "fleet_agent".into() }
}

/// Random bytes that are the same in each run.
fn seeded() -> Random {
    let count = AtomicU64::new(0);
    Arc::new(move |bytes| {
        let n = count.fetch_add(1, Ordering::Relaxed);
        blake3::Hasher::new().update(&n.to_le_bytes()).finalize_xof().fill(bytes);
        Ok(())
    })
}
