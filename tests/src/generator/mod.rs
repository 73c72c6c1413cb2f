//! A seeded maker of cases in Arabic and English, about 2.5 kB each with three messages.
//!
//! The same seed gives the same cases. It stands in for the backlog of an agency in benchmarks;
//! codes of units, categories and staff are those of the book that it is given.

mod words;

use chrono::{DateTime, TimeDelta, Utc};
use domain::book::Book;
use domain::case::{CaseKind, Channel, Clocks, ContactDirection, ContactOutcome, ReplyKind};
use domain::reference::{Prefix, Reference, ReferenceError};
use domain::{
    Actor, CaseId, CategoryId, Event, Identifier, IdentifierKind, Language, OpId, OpenCase, Person,
    PersonId, PersonOf, Recorded, Slot, StaffId, UnitId,
};
use uuid::Builder;

/// One made case: its person and its events in order, without platform numbers.
pub struct MadeCase {
    /// Which.
    pub id: CaseId,
    /// Who brought it.
    pub person: Person,
    /// In order.
    pub events: Vec<Recorded>,
}

/// Makes cases, one after the other.
pub struct Generator<'a> {
    random: fastrand::Rng,
    book: &'a Book,
    categories: Vec<(CategoryId, UnitId)>,
    staff: Vec<(StaffId, UnitId)>,
    now: DateTime<Utc>,
    made: u64,
    prefix: Prefix,
    of: u64,
}

impl<'a> Generator<'a> {
    /// `of` cases will be made; their ages spread over the two years before `now`.
    pub fn new(
        seed: u64,
        book: &'a Book,
        now: DateTime<Utc>,
        of: u64,
    ) -> Result<Self, ReferenceError> {
        let prefix = Prefix::parse(&book.reference_prefix)?;
        let categories =
            book.categories.iter().map(|(id, it)| (id.clone(), it.unit.clone())).collect();
        let staff = book
            .staff
            .iter()
            .filter_map(|(id, it)| {
                let post = book.posts.get(&it.posts.first()?.post)?;
                Some((id.clone(), post.unit.clone()))
            })
            .collect();
        let random = fastrand::Rng::with_seed(seed);
        Ok(Self { random, book, categories, staff, now, made: 0, of, prefix })
    }

    fn uuid(&mut self, at: DateTime<Utc>) -> uuid::Uuid {
        let mut bytes = [0; 10];
        self.random.fill(&mut bytes);
        Builder::from_unix_timestamp_millis(
            u64::try_from(at.timestamp_millis()).unwrap_or(0),
            &bytes,
        )
        .into_uuid()
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.random.usize(..words.len())]
    }

    fn text(&mut self, words: &[&str]) -> String {
        self.pick(words).replace("{n}", &self.random.u32(1000..99_999).to_string())
    }

    /// Some sentences: half in Arabic, as an agency in the Gulf would hear them.
    fn said(&mut self, sentences: usize) -> String {
        let arabic = self.random.u8(..10) < 7;
        let parts: Vec<String> = (0..sentences)
            .map(|_| if arabic { self.text(&words::ARABIC) } else { self.text(&words::ENGLISH) })
            .collect();
        parts.join(if arabic { "، ثم " } else { ". " })
    }

    fn person(&mut self, at: DateTime<Utc>) -> Person {
        let phone = format!("+9689{:07}", self.random.u32(1_000_000..9_999_999));
        Person {
            id: PersonId(self.uuid(at)),
            name: self.pick(&words::NAMES).to_owned(),
            identifiers: vec![Identifier {
                kind: IdentifierKind::Phone,
                value: phone,
                since: at,
                until: None,
            }],
            language: Language::Ar,
        }
    }

    fn recorded(
        &mut self,
        case: CaseId,
        actor: Actor,
        at: DateTime<Utc>,
        event: Event,
    ) -> Recorded {
        let op = OpId(self.uuid(at));
        Recorded { seq: None, case: Some(case), op, n: 0, actor, at, claimed_at: at, event }
    }

    /// Makes the next case, from the oldest to the newest.
    pub fn make(&mut self) -> MadeCase {
        self.make_longer_by(0)
    }

    /// Makes the next case with so many more calls of the person in it.
    pub fn make_longer_by(&mut self, calls: u16) -> MadeCase {
        let age = TimeDelta::days(730) * i32::try_from(self.of - self.made).unwrap_or(1)
            / i32::try_from(self.of.max(1)).unwrap_or(1);
        self.made += 1;
        let opened = self.now - age;
        let id = CaseId(self.uuid(opened));
        let person = self.person(opened);
        let (category, unit) = self.categories[self.random.usize(..self.categories.len())].clone();
        let owner = self.owner_in(&unit);
        let actor = Actor::Staff {
            staff: owner.clone(),
            post: self.book.staff[&owner].posts[0].post.clone(),
        };
        let mut events = vec![self.opened(id, &actor, opened, &person, (category, unit), &owner)];
        let clocks = clocks(opened, self.random.i64(1..240));
        events.push(self.recorded(id, actor.clone(), opened, Event::ClocksSet { clocks }));
        self.conversation(id, &actor, opened, &mut events);
        for call in 0..calls {
            let at = opened + TimeDelta::hours(51) + TimeDelta::minutes(call.into());
            let contact = self.contact();
            events.push(self.recorded(id, actor.clone(), at, contact));
        }
        if self.random.u8(..100) < 85 && age > TimeDelta::days(20) {
            let closed = opened + TimeDelta::days(9);
            let ending = domain::case::Ending::Unconfirmed { channels_tried: 2 };
            events.push(self.recorded(id, Actor::Platform, closed, Event::Closed { ending }));
        }
        MadeCase { id, person, events }
    }

    fn owner_in(&mut self, unit: &UnitId) -> StaffId {
        let here: Vec<&StaffId> =
            self.staff.iter().filter(|(_, of)| of == unit).map(|(id, _)| id).collect();
        match here.len() {
            0 => self.staff[self.random.usize(..self.staff.len())].0.clone(),
            n => here[self.random.usize(..n)].clone(),
        }
    }

    fn opened(
        &mut self,
        case: CaseId,
        actor: &Actor,
        at: DateTime<Utc>,
        person: &Person,
        (category, unit): (CategoryId, UnitId),
        owner: &StaffId,
    ) -> Recorded {
        let mut random = [0; 5];
        self.random.fill(&mut random);
        let open = OpenCase {
            reference: Reference::from_random(self.prefix, random),
            case_kind: CaseKind::Complaint,
            category,
            unit: Some(unit.clone()),
            person: PersonOf::New { record: person.clone() },
            channel: Channel::Phone,
            subject: self.said(1),
            own_words: self.said(5),
            points: vec![self.said(1), self.said(1)],
            tried: vec![Channel::Phone, Channel::Branch],
            cost: None,
            people_affected: self.random.u32(1..40),
            place: Some(format!(
                "سكة {}، مبنى {}",
                self.random.u32(100..999),
                self.random.u32(1..200)
            )),
            confidential: false,
            accused: None,
        };
        let next_contact = at + TimeDelta::days(self.random.i64(1..20));
        let event = Event::CaseOpened {
            open: Box::new(open),
            unit,
            next_contact,
            owner: Some(owner.clone()),
        };
        self.recorded(case, actor.clone(), at, event)
    }

    /// Three messages and a note.
    fn conversation(
        &mut self,
        case: CaseId,
        actor: &Actor,
        opened: DateTime<Utc>,
        events: &mut Vec<Recorded>,
    ) {
        let reply = self.reply(case, actor, opened + TimeDelta::hours(5), 0);
        events.push(reply);
        let contact = self.contact();
        events.push(self.recorded(case, actor.clone(), opened + TimeDelta::hours(30), contact));
        let note = Event::NoteAdded { text: self.text(&words::NOTES), late: false };
        events.push(self.recorded(case, actor.clone(), opened + TimeDelta::hours(31), note));
        let reply = self.reply(case, actor, opened + TimeDelta::hours(50), 1);
        events.push(reply);
    }

    fn contact(&mut self) -> Event {
        Event::ContactRecorded {
            channel: Channel::Phone,
            direction: ContactDirection::Inbound,
            outcome: ContactOutcome::Spoke,
            own_words: self.said(2),
            cost: None,
        }
    }

    fn reply(&mut self, case: CaseId, actor: &Actor, at: DateTime<Utc>, ordinal: u32) -> Recorded {
        let text = format!("{}\n{}", self.text(&words::REPLIES), self.text(&words::REPLIES));
        let event = Event::ReplySent {
            reply_kind: ReplyKind::Progress,
            chosen_kind: ReplyKind::Progress,
            text,
            language: Language::Ar,
            template: None,
            slot: Slot { last_inbound: None, ordinal },
            draft: None,
            overrides: vec![],
            attachments: vec![],
        };
        self.recorded(case, actor.clone(), at, event)
    }
}

fn clocks(opened: DateTime<Utc>, hours: i64) -> Clocks {
    Clocks {
        answer_due: opened + TimeDelta::hours(hours),
        answered_at: None,
        solution_due: opened + TimeDelta::hours(hours * 4),
        solved_at: None,
        ceiling: None,
        paused_since: None,
    }
}
