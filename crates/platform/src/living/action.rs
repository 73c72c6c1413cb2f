//! From a deed of the script to an action, with what the case looks like at that moment.

use super::script::{AskForm, CaseForm, Deed, PersonForm, RemedyForm, ReplyForm, ResolutionForm};
use super::when::Ahead;
use crate::import::person_id;
use chrono::{DateTime, Utc};
use domain::book::Book;
use domain::calendar::Calendar;
use domain::case::{Case, ReplyKind};
use domain::phone::parse_phone;
use domain::reference::Reference;
use domain::{
    Action, Identifier, IdentifierKind, Language, NextDate, OpenCase, Person, PersonOf,
    RecordContact, RemedyAsk, Resolution, SendReply, Slot,
};

/// What stands around a step.
pub(super) struct Scene<'a> {
    pub book: &'a Book,
    pub now: DateTime<Utc>,
    pub person: Option<&'a PersonForm>,
    pub reference: Reference,
    /// None before the case is opened.
    pub case: Option<&'a Case>,
}

impl Scene<'_> {
    /// How the case begins.
    pub fn open(&self, form: &CaseForm) -> Action {
        Action::OpenCase(Box::new(OpenCase {
            reference: self.reference,
            case_kind: form.kind,
            category: form.category.clone(),
            unit: None,
            person: self.person.map_or(PersonOf::Unknown, |it| self.new_person(it)),
            channel: form.channel,
            subject: form.subject.clone(),
            own_words: form.own_words.clone(),
            points: form.points.clone(),
            tried: form.tried.clone(),
            cost: form.cost,
            people_affected: form.people_affected,
            place: form.place.clone(),
            confidential: form.confidential,
            accused: form.accused.clone(),
        }))
    }

    /// The action of a deed; none when the case has nothing that it speaks of, such as an approval.
    pub fn action(&self, deed: &Deed) -> Option<Action> {
        let case = self.case?;
        Some(match deed {
            Deed::Take => Action::Take,
            Deed::Assign { to } => Action::Assign { to: to.clone() },
            Deed::Note { text } => Action::AddNote { text: self.fill(text) },
            Deed::Contact { own_words, channel, direction, outcome } => {
                Action::RecordContact(RecordContact {
                    channel: *channel,
                    direction: *direction,
                    outcome: *outcome,
                    own_words: own_words.clone(),
                    cost: None,
                })
            }
            Deed::Reply(form) => Action::SendReply(self.reply(case, form)?),
            Deed::Ask(form) => Action::AskPerson(self.ask(case, form)?),
            Deed::Grant(form) => Action::GrantRemedy(self.remedy(form)),
            Deed::Remedy { to, proof } => {
                let grant = case.remedies.last()?.id;
                Action::UpdateRemedy { grant, to: *to, proof: proof.clone() }
            }
            Deed::Decide(form) => Action::Decide(Box::new(self.resolution(case, form))),
            Deed::RequestApproval(form) => Action::RequestApproval {
                resolution: Box::new(self.resolution(case, form)),
                revises: None,
            },
            Deed::Approve => {
                let asked = case.approvals.last()?;
                Action::Approve { approval: asked.id, revision: asked.revision }
            }
            Deed::Return { note } => {
                let asked = case.approvals.last()?;
                let (approval, revision) = (asked.id, asked.revision);
                Action::ReturnRequest { approval, revision, note: note.clone() }
            }
            Deed::HeardSolved { text } => {
                Action::HeardSolved { decision: case.decision.as_ref()?.id, text: text.clone() }
            }
            Deed::HeardNotSolved { text } => {
                Action::HeardNotSolved { decision: case.decision.as_ref()?.id, text: text.clone() }
            }
        })
    }

    fn new_person(&self, form: &PersonForm) -> PersonOf {
        let Ok(phone) = parse_phone(&form.phone, &self.book.region) else {
            return PersonOf::Unknown;
        };
        let value = String::from(phone);
        let id = person_id(&self.book.agency, &value, &form.name);
        let identifier =
            Identifier { kind: IdentifierKind::Phone, value, since: self.now, until: None };
        let (name, language) = (form.name.clone(), form.language);
        PersonOf::New { record: Person { id, name, identifiers: vec![identifier], language } }
    }

    fn calendar(&self) -> &Calendar {
        self.case.map_or(&self.book.calendar, |it| self.book.calendar_of(&it.unit))
    }

    fn ahead(&self, ahead: Ahead) -> Option<DateTime<Utc>> {
        ahead.instant(self.calendar(), self.now)
    }

    fn reply(&self, case: &Case, form: &ReplyForm) -> Option<SendReply> {
        let next = match (&form.next, &form.no_date) {
            (Some(ahead), _) => NextDate::At { at: self.ahead(*ahead)? },
            (None, Some(because)) => NextDate::None { because: because.clone() },
            (None, None) => return None,
        };
        Some(self.letter(case, form.kind, &form.text, next))
    }

    fn ask(&self, case: &Case, form: &AskForm) -> Option<SendReply> {
        let next = NextDate::At { at: self.ahead(form.next)? };
        Some(self.letter(case, ReplyKind::Question, &form.text, next))
    }

    fn remedy(&self, form: &RemedyForm) -> RemedyAsk {
        RemedyAsk {
            remedy: form.remedy.clone(),
            amount: form.amount,
            due: form.due.and_then(|it| self.ahead(it)),
            performer: None,
            proof: form.proof.clone(),
        }
    }

    fn resolution(&self, case: &Case, form: &ResolutionForm) -> Resolution {
        let next = NextDate::Ending;
        Resolution {
            remedies: form.remedies.iter().map(|it| self.remedy(it)).collect(),
            none_because: form.none_because.clone(),
            points: form.points.iter().map(Into::into).collect(),
            grounds: form.grounds.clone(),
            cause: form.cause,
            letter: self.letter(case, ReplyKind::Decision, &form.text, next),
        }
    }

    fn letter(&self, case: &Case, reply_kind: ReplyKind, text: &str, next: NextDate) -> SendReply {
        let ordinal = u32::try_from(case.outbound.len()).unwrap_or(u32::MAX);
        SendReply {
            reply_kind,
            text: self.fill(text),
            language: self.person.map_or(Language::Ar, |it| it.language),
            template: None,
            next,
            slot: Slot { last_inbound: case.last_inbound, ordinal },
            draft: None,
            overrides: Vec::new(),
            attachments: Vec::new(),
        }
    }

    /// Fills `{name}`, `{reference}` and dates ahead such as `{+2d}`.
    fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, behind)) = after.split_once('}') else { break };
            filled.push_str(before);
            filled.push_str(&self.value(name));
            rest = behind;
        }
        filled + rest
    }

    fn value(&self, name: &str) -> String {
        match name {
            "name" => self.person.map(|it| it.name.clone()).unwrap_or_default(),
            "reference" => self.reference.to_string(),
            _ => Ahead::read(name).and_then(|it| self.ahead(it)).map_or_else(String::new, |at| {
                at.with_timezone(&self.calendar().zone()).format("%d/%m/%Y").to_string()
            }),
        }
    }
}
