//! One action of each kind, filled in so that every optional field is there.

use super::device_id;
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::{
    AttachmentRef, Bearing, Case, CaseKind, Channel, ContactDirection, ContactOutcome, PointAnswer,
    PointOutcome, ReplyKind, RootCause,
};
use domain::reference::{Prefix, Reference};
use domain::{
    Action, Address, CorrectPerson, Delegate, DraftId, GrantId, Identifier, IdentifierKind,
    ImportCase, Language, LetterId, NextDate, OpId, OpenCase, Person, PersonId, PersonOf,
    RecordContact, RemedyAsk, RemedyProgress, Resolution, ReviewOutcome, SendReply, Slot,
};
use stories::world::money;

/// What the samples speak of.
pub struct About {
    pub now: DateTime<Utc>,
    /// An action that the samples name: to take back, to confirm, to approve.
    pub op: OpId,
    pub random: fastrand::Rng,
    pub case: Option<Case>,
}

impl About {
    fn slot(&self) -> Slot {
        let case = self.case.as_ref();
        let sent = case.map_or(0, |it| it.outbound.len());
        Slot {
            last_inbound: case.and_then(|it| it.last_inbound),
            ordinal: u32::try_from(sent).expect("a small number"),
        }
    }

    pub fn reply(&self, kind: ReplyKind) -> SendReply {
        let at = self.now + TimeDelta::days(1);
        let text = "قلتم: انتظرت الحافلة رقم 12. راجعنا سجل الرحلة اليوم ووجدنا العطل في المحرك";
        SendReply {
            reply_kind: kind,
            text: text.to_owned(),
            language: Language::Ar,
            template: None,
            next: NextDate::At { at },
            slot: self.slot(),
            draft: None,
            overrides: vec![],
            attachments: vec![],
        }
    }

    fn remedy(&self) -> RemedyAsk {
        RemedyAsk {
            remedy: "fare_refund".into(),
            amount: Some(money(2_500)),
            due: Some(self.now + TimeDelta::days(2)),
            performer: None,
            proof: Some("إيصال 5512".to_owned()),
        }
    }

    fn resolution(&self) -> Box<Resolution> {
        let answer =
            |point| PointAnswer { point, outcome: PointOutcome::Granted, because: String::new() };
        Box::new(Resolution {
            remedies: vec![self.remedy()],
            none_because: None,
            points: vec![answer(0)],
            grounds: "شروط النقل، البند 9".to_owned(),
            cause: RootCause::System,
            letter: self.reply(ReplyKind::Decision),
        })
    }

    pub fn person(&mut self) -> Person {
        let phone = Identifier {
            kind: IdentifierKind::Phone,
            value: format!("+968921{:05}", self.random.u32(..100_000)),
            since: self.now,
            until: Some(self.now + TimeDelta::days(9)),
        };
        let id = PersonId(device_id(&mut self.random));
        Person { id, name: "سالم".to_owned(), identifiers: vec![phone], language: Language::Ar }
    }

    pub fn open(&mut self) -> OpenCase {
        let prefix = Prefix::parse("NT").expect("a prefix");
        let mut random = [0; 5];
        self.random.fill(&mut random);
        OpenCase {
            reference: Reference::from_random(prefix, random),
            case_kind: CaseKind::Complaint,
            category: "late_bus".into(),
            unit: None,
            person: PersonOf::New { record: self.person() },
            channel: Channel::Phone,
            subject: "تأخر الحافلة 12".to_owned(),
            own_words: "انتظرت الحافلة رقم 12 ساعة كاملة".to_owned(),
            points: vec!["رد أجرة الرحلة".to_owned()],
            tried: vec![],
            cost: Some(money(2_500)),
            people_affected: 1,
            place: None,
            confidential: false,
            accused: None,
        }
    }

    fn import(&mut self) -> ImportCase {
        ImportCase {
            open: OpenCase { channel: Channel::Import, ..self.open() },
            subject_from_form: false,
            subject_pieces: vec![],
            source: "sheet".to_owned(),
            source_key: "17".to_owned(),
            source_line: 18,
            opened_at: self.now - TimeDelta::days(90),
            closed_at: Some(self.now - TimeDelta::days(60)),
            resolution_words: None,
            next_contact: Some(self.now + TimeDelta::days(1)),
        }
    }

    /// Every kind once; [`has_a_sample`] fails to compile when there is a new one.
    pub fn every_action(&mut self) -> Vec<Action> {
        let mut all = vec![
            Action::OpenCase(Box::new(self.open())),
            Action::ImportCase(Box::new(self.import())),
        ];
        all.extend(self.talk());
        all.extend(self.approvals());
        all.extend(self.endings());
        assert!(all.iter().all(has_a_sample));
        all
    }

    fn talk(&mut self) -> Vec<Action> {
        let attachment = AttachmentRef {
            hash: "0".repeat(64),
            name: "صورة.png".to_owned(),
            bytes: 5,
            media_type: "image/png".to_owned(),
        };
        vec![
            Action::RecordContact(RecordContact {
                channel: Channel::Phone,
                direction: ContactDirection::Inbound,
                outcome: ContactOutcome::Spoke,
                own_words: "اتصل مرة أخرى".to_owned(),
                cost: Some(money(100)),
            }),
            Action::Take,
            Action::Assign { to: "qais".into() },
            Action::Release { because: "إجازة".to_owned() },
            Action::AddNote { text: "ملاحظة".to_owned() },
            Action::Attach { attachment },
            Action::DraftReply {
                draft: DraftId(device_id(&mut self.random)),
                parent: Some(self.op),
                text: "مسودة".to_owned(),
            },
            Action::SendReply(self.reply(ReplyKind::Progress)),
            Action::AskPerson(self.reply(ReplyKind::Question)),
        ]
    }

    fn approvals(&self) -> Vec<Action> {
        let approval = self.op;
        vec![
            Action::GrantRemedy(self.remedy()),
            Action::UpdateRemedy {
                grant: GrantId { op: self.op, n: 0 },
                to: RemedyProgress::Done,
                proof: "إيصال".to_owned(),
            },
            Action::RequestApproval { resolution: self.resolution(), revises: None },
            Action::Approve { approval, revision: 1 },
            Action::RefuseRequest { approval, revision: 1, reasons: "لا".to_owned() },
            Action::ReturnRequest { approval, revision: 1, note: "أعد".to_owned() },
            Action::Recall { approval },
            Action::PassApproval { approval, to: "hilal".into() },
        ]
    }

    fn endings(&self) -> Vec<Action> {
        let (op, decision) = (self.op, self.op);
        let text = "نعم".to_owned();
        vec![
            Action::Decide(self.resolution()),
            Action::Withdraw { op },
            Action::Confirm { decision, text: text.clone(), by: Bearing::SpokenWord },
            Action::Dispute { decision, text: text.clone(), by: Bearing::SpokenWord },
            Action::HeardSolved { decision, text: text.clone() },
            Action::HeardNotSolved { decision, text: text.clone() },
            Action::Review { decision, outcome: ReviewOutcome::Upheld, reasons: text },
            Action::Remind { decision, channel: Channel::Phone },
            Action::EndUnconfirmed { decision },
            Action::RemedyDue { grant: GrantId { op, n: 0 } },
            Action::AskLapsed { ask: op },
            Action::ReportLetter {
                letter: LetterId { op, n: 1 },
                channel: Channel::Mail,
                fault: None,
            },
            Action::ResendLetter { letter: LetterId { op, n: 1 } },
            Action::CorrectPerson(CorrectPerson {
                add: vec![Address {
                    kind: IdentifierKind::Phone,
                    value: "+96892100009".to_owned(),
                }],
                end: vec![],
                because: "قالته في المكالمة".to_owned(),
            }),
            Action::Delegate(Delegate {
                post: "fleet_agent".into(),
                to: "qais".into(),
                since: self.now,
                until: self.now + TimeDelta::days(3),
            }),
            Action::EndDelegation { delegation: op },
        ]
    }
}

/// Lists every kind that has a sample above, so that a new kind is not forgotten there.
fn has_a_sample(action: &Action) -> bool {
    match action {
        Action::OpenCase(_)
        | Action::RecordContact(_)
        | Action::ImportCase(_)
        | Action::Take
        | Action::Assign { .. }
        | Action::Release { .. }
        | Action::AddNote { .. }
        | Action::Attach { .. }
        | Action::DraftReply { .. }
        | Action::SendReply(_)
        | Action::AskPerson(_)
        | Action::GrantRemedy(_)
        | Action::UpdateRemedy { .. }
        | Action::RequestApproval { .. }
        | Action::Approve { .. }
        | Action::RefuseRequest { .. }
        | Action::ReturnRequest { .. }
        | Action::Recall { .. }
        | Action::PassApproval { .. }
        | Action::Decide(_)
        | Action::Withdraw { .. }
        | Action::Confirm { .. }
        | Action::Dispute { .. }
        | Action::HeardSolved { .. }
        | Action::HeardNotSolved { .. }
        | Action::Review { .. }
        | Action::Remind { .. }
        | Action::EndUnconfirmed { .. }
        | Action::RemedyDue { .. }
        | Action::AskLapsed { .. }
        | Action::ReportLetter { .. }
        | Action::ResendLetter { .. }
        | Action::CorrectPerson(_)
        | Action::Delegate(_)
        | Action::EndDelegation { .. } => true,
    }
}
