//! Made cases of the small agency, by its own rules.

use crate::making::{at, case_id, op, staff};
use domain::book::Book;
use domain::case::{CaseKind, Channel, apply, decide, fold};
use domain::money::Money;
use domain::reference::{Prefix, Reference};
use domain::{
    Action, Actor, CaseId, Context, Identifier, IdentifierKind, Language, OpId, OpenCase, Person,
    PersonId, PersonOf, Recorded, Refusal, RemedyAsk, Side, SpentToday, StaffId,
};
use store::{Cache, CacheItem, News};
use tempfile::TempDir;
use uuid::Uuid;

pub fn book() -> Book {
    serde_json::from_str(include_str!("../../../domain/src/book/sample.json")).unwrap()
}

pub fn huda() -> Actor {
    staff("huda", "buses-handler")
}

pub fn hamed() -> Actor {
    staff("hamed", "buses-handler")
}

pub fn open_cache(folder: &TempDir, reader: &str) -> Cache {
    let path = folder.path().join("cache.db");
    Cache::open(&path, &crate::making::key(2), StaffId::from(reader)).unwrap()
}

/// A cache that has the book.
pub fn cache_with_book(folder: &TempDir, reader: &str) -> Cache {
    let mut cache = open_cache(folder, reader);
    let news = News { book: Some(book()), ..news(Vec::new(), "book") };
    cache.receive(news).unwrap();
    cache
}

pub fn news(items: Vec<CacheItem>, cursor: &str) -> News {
    News { items, cursor: cursor.to_owned(), epoch: 1, ..News::default() }
}

pub fn person(n: u128, name: &str, phone: &str) -> Person {
    let since = at(-1_000_000);
    let phone =
        Identifier { kind: IdentifierKind::Phone, value: phone.to_owned(), since, until: None };
    let id = Identifier {
        kind: IdentifierKind::NationalId,
        value: format!("77{n:06}"),
        since,
        until: None,
    };
    Person {
        id: PersonId(Uuid::from_u128(1_000_000 + n)),
        name: name.to_owned(),
        identifiers: vec![phone, id],
        language: Language::Ar,
    }
}

pub fn opening(n: u128, category: &str, subject: &str, own_words: &str) -> OpenCase {
    let bytes = u32::try_from(n).unwrap().wrapping_mul(2_654_435_761).to_be_bytes();
    let random = [bytes[0], bytes[1], bytes[2], bytes[3], n.to_le_bytes()[0]];
    OpenCase {
        reference: Reference::from_random(Prefix::parse("NK").unwrap(), random),
        case_kind: CaseKind::Complaint,
        category: category.into(),
        unit: None,
        person: PersonOf::Known { id: PersonId(Uuid::from_u128(1_000_000 + n)) },
        channel: Channel::Phone,
        subject: subject.to_owned(),
        own_words: own_words.to_owned(),
        points: vec![],
        tried: vec![],
        cost: None,
        people_affected: 1,
        place: None,
        confidential: false,
        accused: None,
    }
}

/// Events of one action by the rule, numbered from `seq` when the platform sends them.
pub fn events_of(
    book: &Book,
    before: &[Recorded],
    case: CaseId,
    (op, actor, second): (OpId, &Actor, i64),
    action: &Action,
    seq: Option<u64>,
) -> Result<Vec<Recorded>, Refusal> {
    let cx = Context {
        now: at(second),
        op,
        actor,
        side: Side::Platform,
        book,
        spent_today: &SpentToday::new(),
        load: &std::collections::BTreeMap::new(),
        person: None,
    };
    let events = decide(fold(before).as_ref(), action, &cx)?;
    let number = |n: u16| seq.map(|it| it + u64::from(n));
    let recorded = (0_u16..).zip(events).map(|(n, event)| Recorded {
        seq: number(n),
        case: Some(case),
        op,
        n,
        actor: actor.clone(),
        at: at(second),
        claimed_at: at(second),
        event,
    });
    Ok(recorded.collect())
}

/// A history that grows action by action.
pub struct History {
    pub case: CaseId,
    pub events: Vec<Recorded>,
    pub next_op: u128,
    pub seq: u64,
}

impl History {
    pub fn open(n: u128, second: i64, open: OpenCase) -> Self {
        let mut it =
            Self { case: case_id(n), events: Vec::new(), next_op: n * 1000, seq: seq_of(n) };
        it.then(second, &huda(), &Action::OpenCase(Box::new(open)));
        it
    }

    pub fn simple(n: u128, second: i64, words: &str) -> Self {
        Self::open(n, second, opening(n, "late-bus", "تأخر الحافلة", words))
    }

    /// One more action; answers its events.
    pub fn then(&mut self, second: i64, actor: &Actor, action: &Action) -> Vec<Recorded> {
        self.next_op += 1;
        self.seq += 20;
        let who = (op(self.next_op), actor, second);
        let events = events_of(&book(), &self.events, self.case, who, action, Some(self.seq));
        let events = events.unwrap();
        self.events.extend(events.clone());
        events
    }

    pub fn enter(&self, person: Option<Person>) -> CacheItem {
        CacheItem::Enter { case: self.case, events: self.events.clone(), person }
    }
}

fn seq_of(n: u128) -> u64 {
    u64::try_from(n).unwrap() * 10_000
}

pub fn event_items(events: Vec<Recorded>) -> Vec<CacheItem> {
    events.into_iter().map(|it| CacheItem::Event(Box::new(it))).collect()
}

pub fn note(text: &str) -> Action {
    Action::AddNote { text: text.to_owned() }
}

pub fn refund(minor: i64) -> Action {
    let amount = Money::new(minor, book().currency).unwrap();
    Action::GrantRemedy(RemedyAsk {
        remedy: "refund".into(),
        amount: Some(amount),
        due: None,
        performer: None,
        proof: None,
    })
}

/// The state that a plain fold makes of a case's events, one by one.
pub fn state_of(events: &[Recorded]) -> Option<domain::case::Case> {
    events.iter().fold(None, apply)
}
