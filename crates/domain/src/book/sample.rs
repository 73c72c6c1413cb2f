//! A small agency for the tests of this crate; no other crate sees it.

use super::Book;
use crate::case::{Case, CaseKind, Channel, Clocks, GrantedRemedy, RemedyState, Stage};
use crate::money::{Currency, Money};
use crate::reference::{Prefix, Reference};
use crate::{CaseId, GrantId, OpId, RemedyAsk};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// "Nakheel Transport": head office above buses and fares, a depot below buses.
pub(crate) fn book() -> Book {
    serde_json::from_str(include_str!("sample.json")).unwrap()
}

/// An instant in UTC; Muscat is four hours ahead. 2026-03-01 is a Sunday, a working day.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A late bus, opened on a Sunday morning, owned by Huda of the buses.
pub(crate) fn case() -> Case {
    let opened_at = at("2026-03-01T06:00:00Z");
    Case {
        id: CaseId(Uuid::from_u128(1)),
        reference: Reference::from_random(Prefix::parse("NK").unwrap(), [1, 2, 3, 4, 5]),
        kind: CaseKind::Complaint,
        category: "late-bus".into(),
        unit: "buses".into(),
        person: None,
        subject: "الحافلة لا تأتي".into(),
        subject_from_form: false,
        subject_pieces: vec![],
        own_words: "انتظرت ساعة".into(),
        points: vec![],
        tried: vec![],
        channel: Channel::Phone,
        cost_minor: 0,
        people_affected: 1,
        place: None,
        confidential: false,
        accused: None,
        stage: Stage::Open,
        ending: None,
        confirmed_by: None,
        owner: Some("huda".into()),
        touched_by: vec!["huda".into()],
        opened_at,
        closed_at: None,
        next_contact: Some(at("2026-03-03T06:00:00Z")),
        no_date: None,
        clocks: Clocks {
            answer_due: at("2026-03-02T06:00:00Z"),
            answered_at: None,
            solution_due: at("2026-03-08T06:00:00Z"),
            solved_at: None,
            ceiling: None,
            paused_since: None,
        },
        contacts: 1,
        contacts_without_progress: 1,
        flagged: false,
        last_inbound: None,
        outbound: vec![],
        asks: vec![],
        remedies: vec![],
        approvals: vec![],
        decision: None,
        disputed: vec![],
        attachments: vec![],
        returned: Vec::new(),
        drafts: vec![],
        ledger: vec![],
        trail: vec![],
        seq: Some(1),
        touched_at: opened_at,
    }
}

/// An amount of the agency's currency, in baisa.
pub(crate) fn omr(minor: i64) -> Money {
    Money::new(minor, Currency::parse("OMR").unwrap()).unwrap()
}

/// A refund that was granted on a case.
pub(crate) fn refund(minor: i64, state: RemedyState) -> GrantedRemedy {
    GrantedRemedy {
        id: GrantId { op: OpId(Uuid::from_u128(2)), n: 0 },
        ask: refund_ask(minor),
        by: "huda".into(),
        granted_at: at("2026-03-01T07:00:00Z"),
        due: at("2026-03-08T07:00:00Z"),
        state,
    }
}

/// A refund that is asked for.
pub(crate) fn refund_ask(minor: i64) -> RemedyAsk {
    let amount = Some(omr(minor));
    RemedyAsk { remedy: "refund".into(), amount, due: None, performer: None, proof: None }
}
