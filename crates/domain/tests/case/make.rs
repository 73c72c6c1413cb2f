//! Actions as people write them.

use crate::world::World;
use chrono::TimeDelta;
use domain::case::{
    CaseKind, Channel, ContactDirection, ContactOutcome, PointAnswer, PointOutcome, ReplyKind,
    RootCause,
};
use domain::money::{Currency, Money};
use domain::reference::{Prefix, Reference};
use domain::{
    Action, Identifier, IdentifierKind, ImportCase, Language, NextDate, OpenCase, Person, PersonId,
    PersonOf, RecordContact, RemedyAsk, Resolution, SendReply, Slot,
};
use uuid::Uuid;

pub fn omr(minor: i64) -> Money {
    Money::new(minor, Currency::parse("OMR").unwrap()).unwrap()
}

pub fn person() -> Person {
    let identifier = |kind, value: &str| Identifier {
        kind,
        value: value.to_owned(),
        since: crate::world::at("2026-01-01T00:00:00Z"),
        until: None,
    };
    Person {
        id: PersonId(Uuid::from_u128(7)),
        name: "سالم الحارثي".to_owned(),
        identifiers: vec![
            identifier(IdentifierKind::Phone, "+96892123456"),
            identifier(IdentifierKind::Mail, "salim@example.om"),
        ],
        language: Language::Ar,
    }
}

pub fn open_case() -> OpenCase {
    OpenCase {
        reference: Reference::from_random(Prefix::parse("NK").unwrap(), [1, 2, 3, 4, 5]),
        case_kind: CaseKind::Complaint,
        category: "late-bus".into(),
        unit: None,
        person: PersonOf::Known { id: person().id },
        channel: Channel::Phone,
        subject: "الحافلة رقم 14 لا تأتي".to_owned(),
        own_words: "انتظرت الحافلة في محطة روي ساعة كاملة ولم تأت".to_owned(),
        points: Vec::new(),
        tried: vec![Channel::Social],
        cost: None,
        people_affected: 1,
        place: None,
        confidential: false,
        accused: None,
    }
}

pub fn open() -> Action {
    Action::OpenCase(Box::new(open_case()))
}

pub fn import() -> ImportCase {
    ImportCase {
        open: OpenCase { channel: Channel::Import, person: PersonOf::Unknown, ..open_case() },
        subject_from_form: true,
        subject_pieces: Vec::new(),
        source: "sheet".to_owned(),
        source_key: "17".to_owned(),
        source_line: 18,
        opened_at: crate::world::at("2025-11-02T06:00:00Z"),
        closed_at: None,
        resolution_words: None,
        next_contact: None,
    }
}

pub fn contact() -> RecordContact {
    RecordContact {
        channel: Channel::Phone,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Spoke,
        own_words: String::new(),
        cost: None,
    }
}

pub fn called_again() -> Action {
    Action::RecordContact(contact())
}

/// A text in the slot that the writer sees now, with news in a day.
pub fn reply(world: &World, kind: ReplyKind, text: &str) -> SendReply {
    let case = world.case();
    SendReply {
        reply_kind: kind,
        text: text.to_owned(),
        language: Language::Ar,
        template: None,
        next: NextDate::At { at: world.now + TimeDelta::days(1) },
        slot: Slot {
            last_inbound: case.last_inbound,
            ordinal: u32::try_from(case.outbound.len()).unwrap(),
        },
        draft: None,
        overrides: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn refund(minor: i64) -> RemedyAsk {
    RemedyAsk {
        remedy: "refund".into(),
        amount: Some(omr(minor)),
        due: None,
        performer: None,
        proof: Some("إيصال 4471".to_owned()),
    }
}

pub fn visit() -> RemedyAsk {
    RemedyAsk { remedy: "visit".into(), amount: None, ..refund(1) }
}

/// A refund with its letter, every point granted.
pub fn resolution(world: &World, minor: i64) -> Resolution {
    let text = format!("نعيد إليكم {}.{:03} ر.ع لأن الحافلة لم تصل", minor / 1_000, minor % 1_000);
    let points = 0..u32::try_from(world.case().points.len()).unwrap();
    let granted =
        |point| PointAnswer { point, outcome: PointOutcome::Granted, because: String::new() };
    Resolution {
        remedies: vec![refund(minor)],
        none_because: None,
        points: points.map(granted).collect(),
        grounds: "لائحة النقل، المادة 12".to_owned(),
        cause: RootCause::System,
        letter: SendReply { next: NextDate::Ending, ..reply(world, ReplyKind::Decision, &text) },
    }
}

/// Nothing is granted, with a reason that quotes the person.
pub fn no_remedy(world: &World) -> Resolution {
    Resolution {
        remedies: Vec::new(),
        none_because: Some("وصلت الحافلة في موعدها حسب السجل".to_owned()),
        letter: SendReply {
            text: "راجعنا سجل الحافلة 12: وصلت إلى محطة روي الساعة 8:10 في موعدها، فلا تُرد الأجرة"
                .to_owned(),
            ..resolution(world, 1).letter
        },
        ..resolution(world, 1)
    }
}

pub fn decide(world: &World, minor: i64) -> Action {
    Action::Decide(Box::new(resolution(world, minor)))
}

pub fn ask_approval(world: &World, minor: i64) -> Action {
    Action::RequestApproval { resolution: Box::new(resolution(world, minor)), revises: None }
}
