//! A platform with a backlog that its own rules have judged, and its door on loopback.

use crate::clock::Clock;
use crate::computer::{Computer, Lent};
use crate::{Fault, backlog};
use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::{Action, Actor, AgencyId, CaseId, Event, OpId, RecordContact, Recorded, StaffId};
use platform::{Act, Acted, App, Config, PasswordCost, router, serve, system_random};
use protocol::{Exact, Outcome, Platform, SignInAnswer, SignInRequest};
use std::path::Path;
use std::sync::{Arc, Mutex};
use store::Session;
use sync::Http;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use uuid::Uuid;

const PASSWORD: &str = "نخلة على الطريق";
/// Cases judged in one transaction.
const BATCH: usize = 100;
/// How far back the backlog of the platform reaches: all of it is in the keys that a desk follows.
const DAYS: i64 = 80;
/// One case in so many is the reader's own.
const OWN: usize = 500;

pub struct Authority {
    pub app: Arc<App>,
    pub runtime: Runtime,
    pub address: String,
    agency: AgencyId,
}

impl Authority {
    /// A platform with `n` open cases of the reader's unit.
    pub fn with_cases(dir: &Path, clock: &Clock, n: usize) -> Result<Self, Fault> {
        let book = backlog::book()?;
        let app = Arc::new(open(dir, clock)?);
        app.put_book(&book)?;
        fill(&app, clock, &book, n)?;
        clock.set(Clock::start());
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let address = format!("http://{}", listener.local_addr()?);
        let door =
            serve(Arc::clone(&app), router(Arc::clone(&app)), listener, std::future::pending());
        runtime.spawn(door);
        Ok(Self { app, runtime, address, agency: book.agency })
    }

    /// Somebody's new computer, signed in and empty.
    pub fn desk(
        &self,
        root: &Path,
        clock: &Clock,
        (staff, seed): (&StaffId, u8),
    ) -> Result<(Lent, Http), Fault> {
        let computer = Computer::new(root, &self.agency, staff, seed);
        let http = Http::new(&*self.address)?;
        let answer = self.sign_in(&http, &computer, staff)?;
        computer.enrol(&session(&answer)?)?;
        Ok((Lent(Mutex::new(computer.desk(clock)?)), http))
    }

    fn sign_in(
        &self,
        http: &Http,
        computer: &Computer,
        staff: &StaffId,
    ) -> Result<SignInAnswer, Fault> {
        if !self.app.has_account(&self.agency, staff)? {
            self.app.set_password(&self.agency, staff, PASSWORD)?;
        }
        let request = SignInRequest {
            agency: self.agency.clone(),
            staff: staff.clone(),
            password: PASSWORD.to_owned(),
            device: None,
            device_key: Exact(computer.signing().verifying_key().to_bytes().to_vec()),
            code: Some(self.app.enrolment_code(&self.agency, staff)?),
            proof: protocol::Proof::default(),
        };
        Ok(self.runtime.block_on(sync::sign_in(http, request, &computer.signing()))?)
    }

    /// One round of agreement of a desk.
    pub fn round(&self, lent: &Lent, http: &impl Platform, clock: &Clock) -> Result<(), Fault> {
        Ok(self.runtime.block_on(sync::round(lent, http, || clock.now(), |_| ()))?)
    }
}

/// A platform without cases.
pub fn open(dir: &Path, clock: &Clock) -> Result<App, Fault> {
    // An access token outlives the benchmark: refreshing it is no row here.
    let config = Config {
        password_cost: PasswordCost::TRIFLING,
        access_minutes: 24 * 60,
        ..Config::new(dir)
    };
    let clock = clock.clone();
    Ok(App::open(config, Arc::new(move || clock.now()), system_random())?)
}

fn session(answer: &SignInAnswer) -> Result<Session, Fault> {
    Ok(Session {
        device: answer.device,
        access: Some(answer.access.clone()),
        refresh: Some(answer.refresh.clone()),
        share: None,
        platform_key: answer.platform_key.0.as_slice().try_into()?,
        lease_until: answer.lease_until,
        last_contact: Some(answer.at),
        clock_off_seconds: 0,
    })
}

/// Judges the backlog at the times at which it came, oldest first.
fn fill(app: &App, clock: &Clock, book: &Book, n: usize) -> Result<(), Fault> {
    let mut generator = backlog::generator(book, n)?;
    for first in (0..n).step_by(BATCH) {
        let mut asked = Vec::new();
        for at in first..n.min(first + BATCH) {
            let made = generator.make();
            asked.extend(made.events.into_iter().filter_map(action));
            if at % OWN == 0 {
                asked.push(taken(made.id));
            }
        }
        clock.set(came_at(first, n));
        judge(app, book, &asked)?;
    }
    Ok(())
}

fn came_at(place: usize, n: usize) -> DateTime<Utc> {
    let of = i32::try_from(n).unwrap_or(i32::MAX);
    let ago = TimeDelta::days(DAYS) / of * (of - i32::try_from(place).unwrap_or(of));
    Clock::start() - ago - TimeDelta::hours(1)
}

struct Asked {
    op: OpId,
    case: CaseId,
    actor: Actor,
    action: Action,
}

impl Asked {
    fn act(&self) -> Act<'_> {
        let Self { op, case, actor, action } = self;
        Act { op: *op, actor, case: Some(*case), action, claimed_at: None }
    }
}

fn judge(app: &App, book: &Book, asked: &[Asked]) -> Result<(), Fault> {
    let acts: Vec<Act<'_>> = asked.iter().map(Asked::act).collect();
    for acted in app.act_all(&book.agency, &acts)? {
        if !matches!(acted, Acted::Judged(Outcome::Accepted { .. })) {
            return Err(format!("a made case was not accepted: {acted:?}").into());
        }
    }
    Ok(())
}

/// The act behind a made event. A made letter becomes a call with the same words, because letters
/// follow rules that look at more than their words.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others follow from these")]
fn action(recorded: Recorded) -> Option<Asked> {
    let action = match recorded.event {
        Event::CaseOpened { open, .. } => Action::OpenCase(open),
        Event::ContactRecorded { channel, direction, outcome, own_words, cost } => {
            Action::RecordContact(RecordContact { channel, direction, outcome, own_words, cost })
        }
        Event::ReplySent { text, .. } => Action::RecordContact(RecordContact {
            channel: domain::case::Channel::Phone,
            direction: domain::case::ContactDirection::Outbound,
            outcome: domain::case::ContactOutcome::Spoke,
            own_words: text,
            cost: None,
        }),
        Event::NoteAdded { text, .. } => Action::AddNote { text },
        _ => return None,
    };
    Some(Asked { op: recorded.op, case: recorded.case?, actor: recorded.actor, action })
}

fn taken(case: CaseId) -> Asked {
    let actor = Actor::Staff { staff: backlog::reader(), post: "water_handler".into() };
    // Any other id than the case's own.
    let op = OpId(Uuid::from_u128(case.0.as_u128() ^ 1));
    Asked { op, case, actor, action: Action::Take }
}
