//! The ledger of messages to persons.

use super::Tx;
use super::row::{ms, uuid, uuid_or_none};
use crate::Error;
use crate::sender::{Letter, LetterKind};
use chrono::{DateTime, Utc};
use domain::case::LetterFault;
use domain::{AgencyId, CaseId, LetterId, OpId};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// One message of the ledger.
pub(crate) struct OutboxRow {
    pub(crate) id: LetterId,
    pub(crate) case: CaseId,
    pub(crate) decision: Option<OpId>,
    /// Attempts that certainly failed for now.
    pub(crate) attempts: u32,
    /// How often somebody sent it again after it had certainly failed.
    pub(crate) round: u32,
    /// How many times somebody sent it again, whatever had become of it.
    pub(crate) requeued: u32,
    pub(crate) letter: Letter,
}

/// One line of a list of messages.
pub(crate) struct OutboxLine {
    pub(crate) id: LetterId,
    pub(crate) case: CaseId,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) fault: Option<LetterFault>,
    pub(crate) attempts: u32,
    pub(crate) changed_at: DateTime<Utc>,
    pub(crate) letter: Letter,
}

impl Tx<'_> {
    /// Queues a message; it is not sent before `not_before`.
    pub(crate) fn queue_letter(
        self,
        agency: &AgencyId,
        row: &OutboxRow,
        not_before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/outbox/insert.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": row.id.op.0.as_bytes(),
                ":n": row.id.n,
                ":case_id": row.case.0.as_bytes(),
                ":kind": kind_word(row.letter.kind),
                ":decision": row.decision.as_ref().map(|it| it.0.as_bytes()),
                ":not_before": ms(not_before),
                ":changed_at": ms(now),
                ":body": serde_json::to_string(&row.letter)?,
            },
        )?;
        Ok(())
    }

    /// Messages that may be sent now, in order.
    pub(crate) fn letters_due(
        self,
        agency: &AgencyId,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<OutboxRow>, Error> {
        self.all(
            include_str!("../../sql/outbox/due.sql"),
            named_params! { ":agency": agency.as_str(), ":now": ms(now), ":limit": limit },
            outbox_row,
        )
    }

    /// A message and its state.
    pub(crate) fn letter(
        self,
        agency: &AgencyId,
        id: LetterId,
    ) -> Result<Option<(OutboxRow, String)>, Error> {
        self.one(
            include_str!("../../sql/outbox/get.sql"),
            named_params! { ":agency": agency.as_str(), ":op": id.op.0.as_bytes(), ":n": id.n },
            |row| Ok((outbox_row(row)?, row.get(8)?)),
        )
    }

    /// Moves a message on, if it is still in the state `from`; answers whether it was.
    pub(crate) fn move_letter(
        self,
        agency: &AgencyId,
        id: LetterId,
        (from, to): (&str, &str),
        runner: Uuid,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let touched = self.run(
            include_str!("../../sql/outbox/move.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": id.op.0.as_bytes(),
                ":n": id.n,
                ":from_state": from,
                ":to_state": to,
                ":runner": runner.as_bytes(),
                ":changed_at": ms(now),
            },
        )?;
        Ok(touched == 1)
    }

    /// Keeps what became of a message, if it is still in the state `from`; answers whether it was. The
    /// text of one that was sent is erased: it stands in the record of the case.
    pub(crate) fn settle_letter(
        self,
        agency: &AgencyId,
        row: &OutboxRow,
        (from, to): (&str, &str),
        fault: Option<LetterFault>,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let mut letter = row.letter.clone();
        if fault.is_none() {
            letter.text.clear();
        }
        let touched = self.run(
            include_str!("../../sql/outbox/settle.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": row.id.op.0.as_bytes(),
                ":n": row.id.n,
                ":from_state": from,
                ":to_state": to,
                ":fault": fault.map(LetterFault::code),
                ":changed_at": ms(now),
                ":body": serde_json::to_string(&letter)?,
            },
        )?;
        Ok(touched == 1)
    }

    /// Queues a message again that could not be handed over for now.
    pub(crate) fn postpone_letter(
        self,
        agency: &AgencyId,
        id: LetterId,
        fault: LetterFault,
        not_before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/outbox/postpone.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": id.op.0.as_bytes(),
                ":n": id.n,
                ":fault": fault.code(),
                ":not_before": ms(not_before),
                ":changed_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// Queues a failed or uncertain message again, as `row` says; answers whether it was one.
    pub(crate) fn requeue_letter(
        self,
        agency: &AgencyId,
        row: &OutboxRow,
        not_before: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let touched = self.run(
            include_str!("../../sql/outbox/requeue.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": row.id.op.0.as_bytes(),
                ":n": row.id.n,
                ":round": row.round,
                ":not_before": ms(not_before),
                ":changed_at": ms(now),
                ":body": serde_json::to_string(&row.letter)?,
            },
        )?;
        Ok(touched == 1)
    }

    /// Whether any text of an action has left, or may have.
    pub(crate) fn has_left(self, agency: &AgencyId, op: OpId) -> Result<bool, Error> {
        let count = self.number(
            include_str!("../../sql/outbox/left.sql"),
            named_params! { ":agency": agency.as_str(), ":op": op.0.as_bytes() },
        )?;
        Ok(count > 0)
    }

    /// Keeps the texts of an action in the house.
    pub(crate) fn cancel_letters(
        self,
        agency: &AgencyId,
        op: OpId,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/outbox/cancel.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": op.0.as_bytes(),
                ":changed_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// Messages that another run was handing over.
    pub(crate) fn letters_interrupted(
        self,
        agency: &AgencyId,
        runner: Uuid,
        limit: u32,
    ) -> Result<Vec<OutboxRow>, Error> {
        self.all(
            include_str!("../../sql/outbox/interrupted.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":runner": runner.as_bytes(),
                ":limit": limit,
            },
            outbox_row,
        )
    }

    /// Queues again what another run had only claimed.
    pub(crate) fn unclaim_letters(
        self,
        agency: &AgencyId,
        runner: Uuid,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/outbox/unclaim.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":runner": runner.as_bytes(),
                ":changed_at": ms(now),
            },
        )?;
        Ok(())
    }

    /// Holds what waits to leave for a human.
    pub(crate) fn hold_letters(self, agency: &AgencyId, now: DateTime<Utc>) -> Result<(), Error> {
        self.run(
            include_str!("../../sql/outbox/hold.sql"),
            named_params! { ":agency": agency.as_str(), ":changed_at": ms(now) },
        )?;
        Ok(())
    }

    /// Messages in a state, the longest in it first.
    pub(crate) fn letters_in(
        self,
        agency: &AgencyId,
        state: &str,
        limit: u32,
    ) -> Result<Vec<OutboxLine>, Error> {
        self.all(
            include_str!("../../sql/outbox/list.sql"),
            named_params! { ":agency": agency.as_str(), ":state": state, ":limit": limit },
            outbox_line,
        )
    }

    /// How many messages are in each state.
    pub(crate) fn letter_states(self, agency: &AgencyId) -> Result<Vec<(String, u32)>, Error> {
        self.all(
            include_str!("../../sql/outbox/states.sql"),
            named_params! { ":agency": agency.as_str() },
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

fn outbox_row(row: &Row<'_>) -> Result<OutboxRow, Error> {
    Ok(OutboxRow {
        id: LetterId { op: OpId(uuid(row, 0)?), n: row.get(1)? },
        case: CaseId(uuid(row, 2)?),
        decision: uuid_or_none(row, 3)?.map(OpId),
        attempts: row.get(4)?,
        round: row.get(5)?,
        requeued: row.get(6)?,
        letter: serde_json::from_str(&row.get::<_, String>(7)?)?,
    })
}

fn outbox_line(row: &Row<'_>) -> Result<OutboxLine, Error> {
    let fault: Option<String> = row.get(5)?;
    let at = DateTime::from_timestamp_millis(row.get(7)?);
    Ok(OutboxLine {
        id: LetterId { op: OpId(uuid(row, 0)?), n: row.get(1)? },
        case: CaseId(uuid(row, 2)?),
        kind: row.get(3)?,
        state: row.get(4)?,
        fault: fault.as_deref().and_then(LetterFault::of_code),
        attempts: row.get(6)?,
        changed_at: at.ok_or(Error::Broken("no such instant"))?,
        letter: serde_json::from_str(&row.get::<_, String>(8)?)?,
    })
}

fn kind_word(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Welcome => "welcome",
        LetterKind::Reply { .. } => "reply",
        LetterKind::Reminder => "reminder",
        LetterKind::Ended { .. } => "ended",
    }
}
