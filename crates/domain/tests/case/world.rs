//! One case of a small agency, with everything that happened to it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::book::{Book, GateLists};
use domain::case::{Case, apply, decide, due, fold};
use domain::money::Money;
use domain::{
    Action, Actor, CaseId, Context, Event, OpId, Person, Recorded, Refusal, Side, SpentToday,
    StaffId,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// "Nakheel Transport": huda and hamed handle buses under badr, whose deputy is dalal of the depot;
/// faris handles fares under fatma; said directs; tariq is a trainee; amal administers.
pub struct World {
    pub book: Book,
    pub case: Option<Case>,
    pub log: Vec<Recorded>,
    pub now: DateTime<Utc>,
    pub person: Option<Person>,
    pub spent: BTreeMap<StaffId, SpentToday>,
    /// How long before its arrival the next act was claimed to happen.
    pub offline: TimeDelta,
    ops: u128,
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

impl World {
    /// An agency without a case, on a Sunday at ten in Muscat, a working day from eight to four.
    pub fn empty() -> Self {
        let mut book: Book =
            serde_json::from_str(include_str!("../../src/book/sample.json")).unwrap();
        book.gate = GateLists::merged([&GateLists::arabic(), &GateLists::english()]);
        Self {
            book,
            case: None,
            log: Vec::new(),
            now: at("2026-03-01T06:00:00Z"),
            person: Some(crate::make::person()),
            spent: BTreeMap::new(),
            offline: TimeDelta::zero(),
            ops: 0x100,
        }
    }

    /// A late bus that lies in its unit.
    pub fn opened() -> Self {
        let mut world = Self::empty();
        world.does("huda", crate::make::open());
        world
    }

    /// A late bus that huda owns.
    pub fn owned() -> Self {
        let mut world = Self::opened();
        world.does("huda", Action::Take);
        world
    }

    /// A late bus on which huda decided a refund within her powers.
    pub fn answered() -> Self {
        let mut world = Self::owned();
        world.does("huda", crate::make::decide(&world, 3_000));
        world
    }

    pub fn case(&self) -> &Case {
        self.case.as_ref().unwrap()
    }

    pub fn decision(&self) -> OpId {
        self.case().decision.as_ref().unwrap().id
    }

    pub fn later(&mut self, length: TimeDelta) {
        self.now += length;
    }

    pub fn actor(&self, who: &str) -> Actor {
        match who {
            "person" => Actor::Person,
            "platform" => Actor::Platform,
            "overseer" => Actor::Overseer { staff: "inspector".into() },
            _ => {
                let staff: StaffId = who.into();
                let post = self.book.posts_of(&staff, self.now).first().unwrap().clone();
                Actor::Staff { staff, post }
            }
        }
    }

    /// What the rule says, without doing it.
    pub fn judges(&self, who: &str, action: &Action) -> Result<Vec<Event>, Refusal> {
        let op = OpId(Uuid::from_u128(self.ops));
        self.judged(who, action, op)
    }

    fn judged(&self, who: &str, action: &Action, op: OpId) -> Result<Vec<Event>, Refusal> {
        let actor = self.actor(who);
        let nothing = SpentToday::new();
        let spent = actor.staff().and_then(|staff| self.spent.get(staff));
        let cx = Context {
            now: self.now,
            op,
            actor: &actor,
            side: Side::Platform,
            book: &self.book,
            spent_today: spent.unwrap_or(&nothing),
            load: &BTreeMap::new(),
            person: self.person.as_ref(),
        };
        decide(self.case.as_ref(), action, &cx)
    }

    /// Does it if the rule lets it, and says under which id.
    pub fn tries(&mut self, who: &str, action: &Action) -> Result<OpId, Refusal> {
        let op = OpId(Uuid::from_u128(self.ops));
        let events = self.judged(who, action, op)?;
        self.ops += 1;
        for (event, n) in events.into_iter().zip(0..) {
            self.records(who, op, n, event);
        }
        Ok(op)
    }

    /// Does what the rule must let it do.
    #[expect(clippy::needless_pass_by_value, reason = "a story reads better without borrows")]
    pub fn does(&mut self, who: &str, action: Action) -> OpId {
        self.tries(who, &action).unwrap_or_else(|no| panic!("{who} {}: {no}", action.kind()))
    }

    fn records(&mut self, who: &str, op: OpId, n: u16, event: Event) {
        if let Event::RemedyGranted { ask, by, .. } = &event {
            let spent = self.spent.entry(by.clone()).or_default();
            *spent.entry(ask.remedy.clone()).or_default() += ask.amount.map_or(0, Money::minor);
        }
        let withdrawn = matches!(event, Event::Withdrawn { .. });
        let recorded = Recorded {
            seq: Some(self.log.len() as u64 + 1),
            case: Some(CaseId(Uuid::from_u128(1))),
            op,
            n,
            actor: self.actor(who),
            at: self.now,
            claimed_at: self.now - self.offline,
            event,
        };
        self.case = apply(self.case.take(), &recorded);
        self.log.push(recorded);
        if withdrawn {
            self.case = fold(&self.log);
        }
    }

    /// Lets the clockwork do everything that is due now, and says what it did.
    pub fn ticks(&mut self) -> Vec<&'static str> {
        let mut done = Vec::new();
        loop {
            let actions = due(self.case(), self.person.as_ref(), &self.book, self.now);
            if actions.is_empty() {
                return done;
            }
            for action in actions {
                done.push(action.kind());
                self.does("platform", action);
            }
            assert!(done.len() < 50, "the clockwork never rests: {done:?}");
        }
    }

    /// The events of one action.
    pub fn events_of(&self, op: OpId) -> Vec<&Event> {
        self.log.iter().filter(|it| it.op == op).map(|it| &it.event).collect()
    }
}
