//! What people fill in, as the window sends it.

use super::{Computer, book};
use desk::DeskError;
use desk::view::{
    Act, ActInput, ApprovalAnswer, ApprovalInput, AttentionInput, AttentionWay, CaseView,
    DecideInput, OpenCaseInput, ReplyInput, Saved,
};
use domain::case::{
    CaseKind, Channel, ContactDirection, ContactOutcome, PointAnswer, PointOutcome, ReplyKind,
    RootCause,
};
use domain::money::Money;
use domain::{Language, NextDate, Refusal, RemedyAsk};
use std::fmt::Debug;

/// What the person of [`late_bus`] said.
pub const OWN_WORDS: &str = "انتظرت الحافلة رقم 12 في المعبيلة ساعة كاملة ولم تأتِ";

/// An amount in the agency's currency.
pub fn money(minor: i64) -> Money {
    Money::new(minor, book().currency).expect("an amount")
}

/// A late bus, told on the phone, taken by who answers the call. `n` tells callers apart.
pub fn late_bus(n: u32) -> OpenCaseInput {
    OpenCaseInput {
        kind: CaseKind::Complaint,
        category: "late_bus".into(),
        person: None,
        name: format!("سالم بن راشد {n}"),
        phone: format!("+968921{n:05}"),
        national_id: String::new(),
        language: Language::Ar,
        channel: Channel::Phone,
        subject: format!("تأخر الحافلة 12 ({n})"),
        own_words: OWN_WORDS.into(),
        points: vec!["رد أجرة الرحلة".into()],
        tried: vec![],
        cost: None,
        people_affected: 1,
        place: String::new(),
        confidential: false,
        accused: None,
        draft: None,
        take: true,
    }
}

/// News on the way: neither an answer nor an ending.
pub fn progress(view: &CaseView, text: &str) -> ReplyInput {
    let next = view.clocks.next_contact.expect("a next date");
    ReplyInput {
        case: view.row.case.clone(),
        seen: view.seen.clone(),
        kind: ReplyKind::Progress,
        text: text.into(),
        language: Language::Ar,
        template: None,
        next: Some(NextDate::At { at: next }),
        draft: None,
        overrides: vec![],
        attachments: vec![],
    }
}

/// A fare given back, in a letter that names the amount. Above a handler's limit it needs somebody
/// above, whose power asks for the receipt.
pub fn refund(view: &CaseView, minor: i64) -> DecideInput {
    let words = format!("{}.{:03} ر.ع.", minor / 1_000, minor % 1_000);
    let text = format!(
        "تأخرت الحافلة رقم 12 لعطل في المحرك. نعيد إليك {words} أجرة الرحلة. إن لم توافق فلك أن تعترض."
    );
    let mut letter = progress(view, &text);
    letter.kind = ReplyKind::Decision;
    letter.next = None;
    let ask = RemedyAsk {
        remedy: "fare_refund".into(),
        amount: Some(money(minor)),
        due: None,
        performer: None,
        proof: Some("إيصال 5512".into()),
    };
    resolved(view, letter, vec![ask], None)
}

/// Nothing is granted, because.
pub fn none_because(view: &CaseView, because: &str) -> DecideInput {
    let text = format!(
        "قلت: انتظرت الحافلة رقم 12. راجعنا سجل الرحلة: {because}. إن لم توافق فلك أن تعترض."
    );
    let mut letter = progress(view, &text);
    letter.kind = ReplyKind::Decision;
    letter.next = None;
    resolved(view, letter, vec![], Some(because.into()))
}

fn resolved(
    view: &CaseView,
    letter: ReplyInput,
    remedies: Vec<RemedyAsk>,
    none_because: Option<String>,
) -> DecideInput {
    let outcome = if remedies.is_empty() { PointOutcome::Refused } else { PointOutcome::Granted };
    let because = none_because.clone().unwrap_or_default();
    let answer = |point| PointAnswer { point, outcome, because: because.clone() };
    DecideInput {
        points: (0..).zip(&view.points).map(|(point, _)| answer(point)).collect(),
        remedies,
        none_because,
        grounds: "شروط النقل، البند 9".into(),
        cause: Some(RootCause::System),
        letter,
        revises: None,
    }
}

/// The person reached the agency once more.
pub fn call(words: &str) -> Act {
    Act::Contact {
        channel: Channel::Phone,
        direction: ContactDirection::Inbound,
        outcome: ContactOutcome::Spoke,
        own_words: words.into(),
        cost: None,
    }
}

/// An internal note.
pub fn note(text: &str) -> Act {
    Act::Note { text: text.into(), draft: None }
}

impl Computer {
    /// Does a short act on a case as it stands on the screen.
    pub fn acts(&self, case: &str, act: Act) -> Result<Saved, DeskError> {
        let seen = self.sees(case).seen;
        self.desk().act_on_case(ActInput { case: case.to_owned(), seen, act })
    }

    /// Does a short act that the desk lets through.
    pub fn does(&self, case: &str, act: Act) -> Saved {
        self.acts(case, act).expect("an act that the desk lets through")
    }

    /// Decides with a refund, and the desk lets it through.
    pub fn decides(&self, case: &str, minor: i64) -> Saved {
        let input = refund(&self.sees(case), minor);
        self.desk().decide_case(input).expect("a decision that the desk lets through")
    }

    /// Sends news, and the desk lets it through.
    pub fn tells(&self, case: &str, text: &str) -> Saved {
        let input = progress(&self.sees(case), text);
        self.desk().send_reply(input).expect("a reply that the desk lets through")
    }

    /// Sends a refund up, and the desk lets it through.
    pub fn asks_above(&self, case: &str, minor: i64) -> Saved {
        let input = refund(&self.sees(case), minor);
        self.desk().request_approval(input).expect("a request that the desk lets through")
    }

    /// Answers the newest approval of a case as it stands on the screen.
    pub fn answers(&self, case: &str, answer: ApprovalAnswer) -> Result<Saved, DeskError> {
        let view = self.sees(case);
        let approval = view.approvals.last().expect("an approval");
        let (revision, approval) = (approval.revision, approval.approval.clone());
        let case = case.to_owned();
        self.desk().answer_approval(ApprovalInput {
            case,
            approval,
            revision,
            seen: view.seen,
            answer,
        })
    }

    /// Approves the newest request of a case, and the desk lets it through.
    pub fn approves(&self, case: &str) -> Saved {
        self.answers(case, ApprovalAnswer::Approve).expect("an approval that the desk lets through")
    }

    /// Goes on with the one item that needs attention.
    pub fn goes_on(&self, way: AttentionWay) {
        let op = self.one_item().op;
        self.desk().answer_attention(&AttentionInput { op, way }).expect("a way on");
    }
}

/// What a rule said no with.
pub fn refusal<T: Debug>(done: Result<T, DeskError>) -> Refusal {
    match done {
        Err(DeskError::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
