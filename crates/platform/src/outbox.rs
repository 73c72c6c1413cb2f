//! The ledger's runner: messages are handed over at most once (`sync.md`, Never twice).
//!
//! One process at a time hands messages over: the one that holds the lock of the data folder. Only it
//! may say of an attempt that it was interrupted, and only of one that an earlier run began.

use crate::act::Act;
use crate::anchor::{Carried, Known, Sent};
use crate::judge::Bench;
use crate::sender::{Delivery, OutgoingFile, OutgoingMessage, Sender};
use crate::store::{OutboxRow, Tx};
use crate::surroundings::uuid;
use crate::{Acted, App, Error};
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::{Channel, LetterFault};
use domain::{Action, Actor, AgencyId, LetterId, OpId};
use protocol::Outcome;
use std::fs::{File, TryLockError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;

/// Messages handed over in one run per agency.
const RUN_MAX: u32 = 100;
/// Held by the process that hands messages over.
const LOCK_FILE: &str = "letters.lock";
/// Minutes until the next attempt after each one that failed for now; after the last the message has
/// failed.
const WAITS_MINUTES: [i64; 8] = [1, 5, 15, 60, 120, 240, 480, 720];

/// What became of a message before it reached the sender.
enum Ready {
    /// Another run has it, or it was cancelled.
    Gone,
    /// The ledger outside the database knows of an attempt: the database was restored since.
    Known(Known),
    /// No channel of the person's can be used.
    NoWay,
    Message(Box<OutgoingMessage>),
}

impl App {
    /// Hands over what is due: each message is committed as *attempting*, with the hashes of its new
    /// codes, before the sender is called; what the sender says is committed after. A crash between
    /// leaves it *attempting*, which the next run calls uncertain: a human looks, nothing is sent
    /// twice. Nothing happens while another process hands messages over, or the sender carries none.
    /// Answers how many messages were tried.
    pub fn deliver_due(&self, sender: &dyn Sender) -> Result<usize, Error> {
        self.may_serve()?;
        let carries = [Channel::Sms, Channel::Mail].iter().any(|it| sender.carries(*it));
        if !carries || !self.begin_run()? {
            return Ok(0);
        }
        let mut tried = 0;
        for agency in self.agencies()? {
            for row in self.claim(&agency)? {
                tried += usize::from(self.hand_over(&agency, &row, sender)?);
            }
        }
        Ok(tried)
    }

    /// How many messages of an agency are in each state of the ledger.
    pub fn letter_states(&self, agency: &AgencyId) -> Result<Vec<(String, u32)>, Error> {
        self.store.read(|tx| tx.letter_states(agency))
    }

    /// Takes the lock of the data folder and settles what a dead process was handing over. False when
    /// another process has the lock.
    fn begin_run(&self) -> Result<bool, Error> {
        let mut lock = self.letters_lock.lock().unwrap_or_else(PoisonError::into_inner);
        if lock.is_some() {
            return Ok(true);
        }
        let Some(file) = self.try_lock()? else { return Ok(false) };
        for agency in self.agencies()? {
            self.settle_interrupted(&agency)?;
        }
        *lock = Some(file);
        Ok(true)
    }

    fn try_lock(&self) -> Result<Option<File>, Error> {
        let path = self.config.data_dir.join(LOCK_FILE);
        let failed = |source| Error::File { path: path.clone(), source };
        let file = private_files::open_or_create(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// What another run was handing over is uncertain; what it had only claimed is queued again.
    fn settle_interrupted(&self, agency: &AgencyId) -> Result<(), Error> {
        self.store.write(|tx| tx.unclaim_letters(agency, self.run, self.now()))?;
        loop {
            let rows = self.store.read(|tx| tx.letters_interrupted(agency, self.run, RUN_MAX))?;
            for row in &rows {
                self.settle(agency, row, "uncertain", Some(LetterFault::Interrupted))?;
            }
            if rows.is_empty() {
                return Ok(());
            }
        }
    }

    fn claim(&self, agency: &AgencyId) -> Result<Vec<OutboxRow>, Error> {
        let now = self.now();
        if self.store.read(|tx| tx.letters_due(agency, now, 1))?.is_empty() {
            return Ok(Vec::new());
        }
        self.store.write(|tx| {
            let due = tx.letters_due(agency, now, RUN_MAX)?;
            for row in &due {
                tx.move_letter(agency, row.id, ("queued", "claimed"), self.run, now)?;
            }
            Ok(due)
        })
    }

    fn hand_over(
        &self,
        agency: &AgencyId,
        row: &OutboxRow,
        sender: &dyn Sender,
    ) -> Result<bool, Error> {
        let known = self.anchor.begin_letter(agency, row.id, row.requeued)?;
        let ready = self.store.write(|tx| {
            let step = ("claimed", "attempting");
            if tx.move_letter(agency, row.id, step, self.run, self.now())? {
                match known {
                    Some(known) => {
                        self.keep_carried(tx, agency, row, known.carried)?;
                        Ok(Ready::Known(known))
                    }
                    None => self.message(tx, agency, row, sender),
                }
            } else {
                Ok(Ready::Gone)
            }
        })?;
        let message = match ready {
            Ready::Gone => {
                if known.is_none() {
                    let (id, none) = (row.id, Carried::default());
                    self.anchor.settle_letter(agency, id, row.requeued, Sent::Failed, none)?;
                }
                return Ok(false);
            }
            Ready::Known(Known { sent: Sent::HandedOver, .. }) => {
                self.settle(agency, row, "handed_over", None)?;
                return Ok(false);
            }
            Ready::Known(_) => {
                self.settle(agency, row, "uncertain", Some(LetterFault::Interrupted))?;
                return Ok(false);
            }
            Ready::NoWay => {
                let (id, none) = (row.id, Carried::default());
                self.anchor.settle_letter(agency, id, row.requeued, Sent::Failed, none)?;
                self.settle(agency, row, "failed", Some(LetterFault::NoWay))?;
                return Ok(false);
            }
            Ready::Message(message) => *message,
        };
        let carried = self.carried(agency, row, &message);
        let delivery = catch_unwind(AssertUnwindSafe(|| sender.deliver(message)));
        let delivery = delivery.unwrap_or(Delivery::Uncertain);
        let sent = Sent::of(delivery);
        self.anchor.settle_letter(agency, row.id, row.requeued, sent, carried)?;
        self.keep_delivery(agency, row, delivery)?;
        Ok(true)
    }

    fn keep_delivery(
        &self,
        agency: &AgencyId,
        row: &OutboxRow,
        delivery: Delivery,
    ) -> Result<(), Error> {
        match delivery {
            Delivery::HandedOver => self.settle(agency, row, "handed_over", None),
            Delivery::Uncertain => {
                self.settle(agency, row, "uncertain", Some(LetterFault::Unconfirmed))
            }
            Delivery::Failed(fault) => self.settle(agency, row, "failed", Some(fault)),
            Delivery::Later => match next_attempt(row.attempts, self.now()) {
                Some(at) => self.store.write(|tx| {
                    let fault = LetterFault::Unreachable;
                    tx.postpone_letter(agency, row.id, fault, at, self.now())
                }),
                None => self.settle(agency, row, "failed", Some(LetterFault::Unreachable)),
            },
        }
    }

    /// Keeps what became of an attempt, and tells the case when the message did not arrive.
    fn settle(
        &self,
        agency: &AgencyId,
        row: &OutboxRow,
        to: &str,
        fault: Option<LetterFault>,
    ) -> Result<(), Error> {
        self.store.write(|tx| {
            let is_kept = tx.settle_letter(agency, row, ("attempting", to), fault, self.now())?;
            if is_kept && fault.is_some() {
                self.report(tx, agency, row, fault)?;
            }
            Ok(())
        })
    }

    /// What a receipt says of a message that was handed over. A receipt that says nothing new, or
    /// comes after the message was sent again, changes nothing. False when there is no such message.
    pub(crate) fn take_receipt(
        &self,
        agency: &AgencyId,
        id: LetterId,
        round: u32,
        fault: Option<LetterFault>,
    ) -> Result<bool, Error> {
        self.store.write(|tx| {
            let Some((row, state)) = tx.letter(agency, id)? else { return Ok(false) };
            if row.round != round {
                return Ok(true);
            }
            let from = match (state.as_str(), fault) {
                ("handed_over" | "uncertain", _) | ("failed", None) => state.as_str(),
                _ => return Ok(true),
            };
            let to = if fault.is_some() { "failed" } else { "delivered" };
            tx.settle_letter(agency, &row, (from, to), fault, self.now())?;
            if fault.is_some() || from != "handed_over" {
                self.report(tx, agency, &row, fault)?;
            }
            Ok(true)
        })
    }

    /// Tells the case what became of a message, in the same transaction.
    fn report(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        row: &OutboxRow,
        fault: Option<LetterFault>,
    ) -> Result<(), Error> {
        let channel = row.letter.channel;
        let action = Action::ReportLetter { letter: row.id, channel, fault };
        let op = OpId(uuid(&self.random, self.now())?);
        let actor = &Actor::Platform;
        let mut bench = Bench::open(self, tx, agency)?;
        let act = Act { op, actor, case: Some(row.case), action: &action, claimed_at: None };
        let acted = bench.step(|bench| bench.act(&act))?;
        if !matches!(acted, Acted::Judged(Outcome::Accepted { .. })) {
            tracing::warn!(%op, "a message that came back could not be reported to its case");
        }
        bench.close()
    }

    /// The message with codes of its own, which are kept nowhere else.
    fn message(
        &self,
        tx: Tx<'_>,
        agency: &AgencyId,
        row: &OutboxRow,
        sender: &dyn Sender,
    ) -> Result<Ready, Error> {
        let case = tx.case(agency, row.case)?;
        let mut letter = row.letter.clone();
        if !sender.carries(letter.channel) {
            let other = [Channel::Sms, Channel::Mail].into_iter().find(|it| sender.carries(*it));
            let person = case.as_ref().and_then(|it| it.person);
            let person = person.map_or(Ok(None), |it| tx.person(agency, it))?;
            let way = person.as_ref().and_then(|it| crate::record::way_to(it, other));
            let Some((channel, address)) = way else { return Ok(Ready::NoWay) };
            (letter.channel, letter.address) = (channel, address);
        }
        let to = (letter.channel, letter.address.as_str());
        let carries_word = match &case {
            Some(case) => crate::record::carries_word(tx, agency, case, to)?,
            None => true,
        };
        let is_private = case.is_none_or(|it| it.confidential || it.accused.is_some());
        let files_max = if is_private { 0 } else { sender.files_bytes_max(agency, letter.channel) };
        let word = row
            .decision
            .filter(|_| carries_word)
            .map(|decision| self.new_word(tx, agency, row.case, decision))
            .transpose()?;
        let book = self.book_at(tx, agency, tx.head(agency)?)?;
        Ok(Ready::Message(Box::new(OutgoingMessage {
            agency: agency.clone(),
            from: book.name.clone(),
            op: row.id.op,
            n: row.id.n,
            round: row.round,
            at: self.now(),
            case: row.case,
            is_private,
            files: files(tx, agency, &letter.files, files_max)?,
            letter,
            code: self.new_code(tx, agency, row.case)?,
            word,
        })))
    }
}

/// The files of a letter, when all of them together are small enough to go with it; else none.
fn files(
    tx: Tx<'_>,
    agency: &AgencyId,
    named: &[domain::case::AttachmentRef],
    bytes_max: u64,
) -> Result<Vec<OutgoingFile>, Error> {
    let total = named.iter().fold(0_u64, |sum, it| sum.saturating_add(it.bytes));
    if total > bytes_max {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for file in named {
        let Some(hash) = crate::attachments::read_hash(&file.hash) else { continue };
        if tx.attachment(agency, &hash)?.is_none() {
            return Ok(Vec::new());
        }
        let bytes = tx.attachment_bytes(agency, &hash)?;
        let (name, media_type) = (file.name.clone(), file.media_type.clone());
        files.push(OutgoingFile { name, media_type, bytes });
    }
    Ok(files)
}

/// When to try again after so many attempts before this one; none when it was the last.
fn next_attempt(attempts: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let wait = WAITS_MINUTES.get(usize::try_from(attempts).ok()?)?;
    Some(now + TimeDelta::minutes(*wait))
}
