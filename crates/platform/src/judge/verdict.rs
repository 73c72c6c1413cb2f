//! Writing the platform's word down, once and for ever.

use super::{Ask, Bench};
use crate::Error;
use protocol::{Outcome, SignedVerdict, Verdict};

impl Bench<'_> {
    /// Signs what became of an action and keeps it.
    pub(crate) fn pronounce(
        &mut self,
        ask: &Ask<'_>,
        outcome: Outcome,
    ) -> Result<(Verdict, SignedVerdict), Error> {
        let verdict = Verdict {
            op: ask.op,
            header_hash: ask.header_hash,
            outcome,
            at: self.now,
            epoch: self.app.epoch,
        };
        let signed = verdict.sign(self.app.secrets.signing())?;
        self.tx.insert_verdict(self.agency, &verdict, &signed)?;
        self.judged_now.insert(ask.op);
        Ok((verdict, signed))
    }
}
