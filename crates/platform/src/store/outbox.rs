//! The ledger of texts that leave the house.

use super::Tx;
use super::row::{ms, uuid, uuid_or_none};
use crate::Error;
use crate::sender::{Delivery, Letter, LetterKind};
use chrono::{DateTime, Utc};
use domain::{AgencyId, CaseId, OpId};
use rusqlite::named_params;

/// One text of the ledger.
pub(crate) struct OutboxRow {
    pub(crate) op: OpId,
    pub(crate) n: u16,
    pub(crate) case: CaseId,
    pub(crate) decision: Option<OpId>,
    pub(crate) letter: Letter,
}

impl Tx<'_> {
    /// Queues a text; it stays in the house until `not_before`.
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
                ":op": row.op.0.as_bytes(),
                ":n": row.n,
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

    /// Texts that may leave now, in order.
    pub(crate) fn letters_due(
        self,
        agency: &AgencyId,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<OutboxRow>, Error> {
        self.all(
            include_str!("../../sql/outbox/due.sql"),
            named_params! { ":agency": agency.as_str(), ":now": ms(now), ":limit": limit },
            |row| {
                Ok(OutboxRow {
                    op: OpId(uuid(row, 0)?),
                    n: row.get(1)?,
                    case: CaseId(uuid(row, 2)?),
                    decision: uuid_or_none(row, 3)?.map(OpId),
                    letter: serde_json::from_str(&row.get::<_, String>(4)?)?,
                })
            },
        )
    }

    /// Moves a text on, if it still stands where it stood; answers whether it did.
    pub(crate) fn move_letter(
        self,
        agency: &AgencyId,
        row: &OutboxRow,
        from: &str,
        to: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let touched = self.run(
            include_str!("../../sql/outbox/move.sql"),
            named_params! {
                ":agency": agency.as_str(),
                ":op": row.op.0.as_bytes(),
                ":n": row.n,
                ":from_state": from,
                ":to_state": to,
                ":changed_at": ms(now),
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

    /// After a stop: what was being handed over is uncertain, what was only claimed waits again.
    pub(crate) fn settle_interrupted(
        self,
        agency: &AgencyId,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        for sql in [
            include_str!("../../sql/outbox/interrupted.sql"),
            include_str!("../../sql/outbox/unclaim.sql"),
        ] {
            self.run(sql, named_params! { ":agency": agency.as_str(), ":changed_at": ms(now) })?;
        }
        Ok(())
    }

    /// How many texts stand where.
    pub(crate) fn letter_states(self, agency: &AgencyId) -> Result<Vec<(String, u32)>, Error> {
        self.all(
            include_str!("../../sql/outbox/states.sql"),
            named_params! { ":agency": agency.as_str() },
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }
}

fn kind_word(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Welcome => "welcome",
        LetterKind::Reply { .. } => "reply",
        LetterKind::Reminder => "reminder",
        LetterKind::Ended { .. } => "ended",
    }
}

impl Delivery {
    /// The state of the ledger that an answer of the sender leads to.
    pub(crate) fn state(self) -> &'static str {
        match self {
            Self::HandedOver => "handed_over",
            Self::Uncertain => "uncertain",
            Self::Failed => "failed",
        }
    }
}
