//! What became of actions, after a crash or a lost answer.

use crate::judge::Bench;
use crate::session::Session;
use crate::{App, Denied};
use domain::StoreId;
use protocol::limits::VERDICTS_MAX;
use protocol::{VerdictsAnswer, VerdictsRequest};

impl App {
    /// Receipts of this device's actions; ids that are unknown, or another device's, are absent.
    pub fn verdicts(
        &self,
        session: &Session,
        request: &VerdictsRequest,
    ) -> Result<VerdictsAnswer, Denied> {
        if request.ops.len() > VERDICTS_MAX {
            return Err(Denied::TooLarge);
        }
        self.store.read(|tx| {
            let bench = Bench::open(self, tx, &session.agency)?;
            let mut receipts = Vec::with_capacity(request.ops.len());
            let mut store: Option<StoreId> = None;
            for op in &request.ops {
                let Some(row) = tx.action(&session.agency, *op)? else { continue };
                let Some(link) = row.link.filter(|it| it.device == session.device) else {
                    continue;
                };
                store = Some(link.store);
                receipts.push(bench.receipt(*op, row.header_hash)?);
            }
            let expected = match store.or(tx.newest_store(&session.agency, session.device)?) {
                Some(store) => super::batch::expected(tx, session, store)?,
                None => 1,
            };
            Ok(VerdictsAnswer { receipts, expected })
        })
    }
}
