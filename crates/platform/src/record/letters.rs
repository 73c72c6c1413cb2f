//! Texts that leave the house because of an event: queued now, handed over later.

use crate::Error;
use crate::act::Announce;
use crate::judge::Bench;
use crate::sender::{Letter, LetterKind};
use crate::store::{OutboxRow, Tx};
use domain::case::{AttachmentRef, Case, Channel, Ending, HOLD, ReplyKind};
use domain::{AgencyId, Event, Identifier, IdentifierKind, LetterId, OpId, Person, Recorded};

/// What an event says to the person.
struct Said<'a> {
    kind: LetterKind,
    text: &'a str,
    files: &'a [AttachmentRef],
    /// The decision on which it asks the person's word.
    decision: Option<OpId>,
    /// Where it must go; anywhere when none.
    channel: Option<Channel>,
}

impl Bench<'_> {
    /// Queues what an event says to the person, if they can be reached. A reply stays in the house for
    /// some seconds, so that it can be taken back.
    pub(super) fn queue_letters(&self, case: &Case, recorded: &Recorded) -> Result<(), Error> {
        if matches!(recorded.event, Event::CaseImported { .. }) && self.announce == Announce::Nobody
        {
            return Ok(());
        }
        let Some(said) = said(case, recorded) else { return Ok(()) };
        let Some(person) = case.person else { return Ok(()) };
        let Some(person) = self.tx.person(self.agency, person)? else { return Ok(()) };
        let Some((channel, address)) = self.way_of(case, &person, &said)? else { return Ok(()) };
        let row = OutboxRow {
            id: LetterId { op: recorded.op, n: recorded.n },
            case: case.id,
            decision: said.decision,
            attempts: 0,
            round: 0,
            requeued: 0,
            letter: Letter {
                kind: said.kind,
                channel,
                address,
                name: person.name,
                language: person.language,
                reference: case.reference,
                text: said.text.to_owned(),
                files: said.files.to_vec(),
            },
        };
        let not_before = self.now + HOLD;
        self.tx.queue_letter(self.agency, &row, not_before, self.now)
    }
}

impl Bench<'_> {
    /// Queues a message again that came back, to the address that is on record now. One that certainly
    /// did not reach anybody is another message to the provider; one that may have is the same, so that
    /// a provider that knows it drops it.
    pub(super) fn requeue_letter(&self, case: &Case, id: LetterId) -> Result<(), Error> {
        let Some((mut row, state)) = self.tx.letter(self.agency, id)? else { return Ok(()) };
        let person = case.person.map_or(Ok(None), |it| self.tx.person(self.agency, it))?;
        let way = person.as_ref().and_then(|person| {
            way_to(person, Some(row.letter.channel)).or_else(|| way_to(person, None))
        });
        if let Some((channel, address)) = way {
            (row.letter.channel, row.letter.address) = (channel, address);
        }
        row.round += u32::from(state == "failed");
        self.tx.requeue_letter(self.agency, &row, self.now, self.now)?;
        Ok(())
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the others say nothing to the person")]
fn said<'a>(case: &Case, recorded: &'a Recorded) -> Option<Said<'a>> {
    let decision = case.decision.as_ref().map(|it| it.id);
    match &recorded.event {
        Event::CaseOpened { .. } => Some(Said::own(LetterKind::Welcome, None)),
        // A case that ended elsewhere asks nobody for anything.
        Event::CaseImported { import, .. } if import.closed_at.is_none() => {
            Some(Said::own(LetterKind::Welcome, None))
        }
        Event::ReplySent { reply_kind, text, attachments, .. } => {
            let asks = matches!(reply_kind, ReplyKind::Decision | ReplyKind::RemedyDone);
            let kind = LetterKind::Reply { reply: *reply_kind };
            let decision = decision.filter(|_| asks);
            Some(Said { kind, text, files: attachments, decision, channel: None })
        }
        Event::Reminded { channel, decision } => {
            let own = Said::own(LetterKind::Reminder, Some(*decision));
            Some(Said { channel: Some(*channel), ..own })
        }
        Event::Closed { ending } if *ending != Ending::BeforeRida => {
            Some(Said::own(LetterKind::Ended { ending: *ending }, None))
        }
        _ => None,
    }
}

impl Said<'static> {
    /// Said in the sender's own words.
    fn own(kind: LetterKind, decision: Option<OpId>) -> Self {
        Self { kind, text: "", files: &[], decision, channel: None }
    }
}

/// By which way a message would reach this person, if by any: for the count of a dry run.
#[must_use]
pub fn reached_by(person: &Person) -> Option<Channel> {
    ways_to(person, None).first().map(|(channel, _)| *channel)
}

/// How a person is reached on a channel, if at all: a short message to their phone before mail.
pub(crate) fn way_to(person: &Person, channel: Option<Channel>) -> Option<(Channel, String)> {
    ways_to(person, channel).first().map(|(channel, it)| (*channel, it.value.clone()))
}

/// Whether the word of a decision may go to an address: never to one that somebody who owned, decided
/// or approved the case wrote down themself, because they could give the person's word.
pub(crate) fn carries_word(
    tx: Tx<'_>,
    agency: &AgencyId,
    case: &Case,
    (channel, address): (Channel, &str),
) -> Result<bool, Error> {
    let Some(person) = case.person else { return Ok(true) };
    let kind = if channel == Channel::Mail { IdentifierKind::Mail } else { IdentifierKind::Phone };
    let added_by = tx.identifier_added_by(agency, person, kind, address)?;
    let touched = |by| case.owner.as_ref() == Some(by) || case.touched_by.contains(by);
    Ok(!added_by.as_ref().is_some_and(touched))
}

impl Bench<'_> {
    /// Where a text goes. One that asks for the person's word goes to an address that may have it, if
    /// there is one; the word itself is only made for such an address.
    fn way_of(
        &self,
        case: &Case,
        person: &Person,
        said: &Said<'_>,
    ) -> Result<Option<(Channel, String)>, Error> {
        if said.decision.is_some() {
            for (channel, it) in ways_to(person, said.channel) {
                if carries_word(self.tx, self.agency, case, (channel, &it.value))? {
                    return Ok(Some((channel, it.value.clone())));
                }
            }
        }
        Ok(way_to(person, said.channel))
    }
}

/// The addresses of a person on a channel: phones for short messages before mail.
fn ways_to(person: &Person, channel: Option<Channel>) -> Vec<(Channel, &Identifier)> {
    let by = |kind, channel: Channel| person.theirs(kind).map(move |it| (channel, it));
    let phones = || by(IdentifierKind::Phone, Channel::Sms);
    let mails = || by(IdentifierKind::Mail, Channel::Mail);
    match channel {
        Some(Channel::Mail) => mails().collect(),
        Some(Channel::Sms) => phones().collect(),
        Some(Channel::Phone | Channel::Branch | Channel::Social | Channel::Import) => Vec::new(),
        Some(Channel::Portal) | None => phones().chain(mails()).collect(),
    }
}
