//! The gate while one types: the same rules, asked before the act.

use crate::act::case_id;
use crate::ground::Ground;
use crate::show::Reader;
use crate::view::{CheckView, DecideInput, FactView, GateHint, ReplyInput};
use crate::{Desk, DeskError, compose};
use domain::case::{
    Finding, ReplyKind, RootCause, Weight, approver_for, check_reply, check_resolution,
    facts_of_letter, facts_seen, kind_seen, mended_by_approval,
};
use domain::gate::{FactSeen, template_share_percent};
use domain::{NextDate, NoDateReasonId, Refusal, SendReply};

impl Desk {
    /// What the gate says of a reply that is being written. A next date that is not chosen yet is a
    /// finding like any other.
    pub fn check_reply(&self, input: ReplyInput) -> Result<CheckView, DeskError> {
        let ground = self.ground(case_id(&input.case)?)?;
        let unchosen = input.next.is_none();
        let reply = compose::reply(with_some_next(input))?;
        let mut found = check_reply(ground.case()?, &reply, &ground.cx());
        if unchosen {
            found.retain(|it| it.refusal != no_such_reason());
            found.push(Finding {
                refusal: Refusal::NoNextDate,
                weight: Weight::Blocks,
                spans: Vec::new(),
            });
        }
        let kind = kind_seen(ground.case()?, &reply, &ground.cx());
        let facts = facts_seen(ground.case()?, &reply, &ground.cx());
        Ok(view(&ground, &reply, kind, &found, facts))
    }

    /// What keeps a decision from being made, and whether asking for approval is the way on.
    pub fn check_decision(&self, input: DecideInput) -> Result<CheckView, DeskError> {
        let ground = self.ground(case_id(&input.letter.case)?)?;
        let unchosen = input.cause.is_none();
        let some_cause = input.cause.or(Some(RootCause::System));
        let resolution = compose::resolution(DecideInput { cause: some_cause, ..input })?;
        let mut found = check_resolution(ground.case()?, &resolution, &ground.cx());
        if unchosen {
            let refusal = compose::no_cause();
            found.push(Finding { refusal, weight: Weight::Blocks, spans: Vec::new() });
        }
        let deflects = found.iter().any(|it| it.refusal == Refusal::Deflection);
        let kind = if deflects { ReplyKind::Deflection } else { ReplyKind::Decision };
        let (case, book) = (ground.case()?, self.book()?);
        let asked = approver_for(case, &self.staff, &resolution.remedies, &book, ground.now);
        let reader = Reader { book: &book, me: &self.staff, now: ground.now };
        let approver = asked.map(|it| reader.who(&it));
        let facts = facts_of_letter(case, &resolution, &ground.cx());
        let letter = &resolution.letter;
        Ok(CheckView { approver, ..view(&ground, letter, kind, &found, facts) })
    }
}

/// A text without a chosen date is judged as if it named a reason that no book has.
fn with_some_next(input: ReplyInput) -> ReplyInput {
    let next = input.next.or(Some(NextDate::None { because: NoDateReasonId::new("") }));
    ReplyInput { next, ..input }
}

fn no_such_reason() -> Refusal {
    Refusal::UnknownCode { what: String::new() }
}

fn view(
    ground: &Ground,
    reply: &SendReply,
    kind: ReplyKind,
    found: &[Finding],
    facts: Vec<FactSeen>,
) -> CheckView {
    let mut hints: Vec<GateHint> = found.iter().flat_map(hints_of).collect();
    hints.sort_by_key(|it| !it.blocks);
    CheckView {
        kind,
        hints,
        template_percent: template_percent(ground, reply),
        facts: facts.into_iter().map(fact_view).collect(),
        needs_approval: needs_approval(found),
        approver: None,
    }
}

fn fact_view(fact: FactSeen) -> FactView {
    FactView { kind: fact.kind, span: (fact.span.start_utf16, fact.span.end_utf16) }
}

/// One hint per place in the text, or one without a place.
fn hints_of(finding: &Finding) -> Vec<GateHint> {
    let hint = |span| GateHint {
        refusal: finding.refusal.clone(),
        blocks: finding.weight == Weight::Blocks,
        span,
    };
    if finding.spans.is_empty() {
        return vec![hint(None)];
    }
    finding.spans.iter().map(|it| hint(Some((it.start_utf16, it.end_utf16)))).collect()
}

/// Nothing but the powers is in the way.
fn needs_approval(found: &[Finding]) -> bool {
    let mut blocking = found.iter().filter(|it| it.weight == Weight::Blocks).peekable();
    blocking.peek().is_some() && blocking.all(|it| mended_by_approval(&it.refusal))
}

fn template_percent(ground: &Ground, reply: &SendReply) -> u8 {
    let cx = ground.cx();
    let template = reply.template.as_ref().and_then(|it| cx.book.templates.get(it));
    template.map_or(0, |it| template_share_percent(&reply.text, it.text.of(reply.language)))
}
