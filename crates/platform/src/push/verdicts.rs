//! What became of actions, after a crash or a lost answer.

use crate::judge::Bench;
use crate::session::Session;
use crate::{App, Denied, Error};
use domain::StoreId;
use protocol::limits::{RECEIPTS_BYTES_FULL, VERDICTS_MAX};
use protocol::{VerdictsAnswer, VerdictsRequest, json_bytes};

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
            let mut bytes = 0;
            for op in &request.ops {
                if bytes >= RECEIPTS_BYTES_FULL {
                    break;
                }
                let Some(row) = tx.action(&session.agency, *op)? else { continue };
                let Some(link) = row.link.filter(|it| it.device == session.device) else {
                    continue;
                };
                store = Some(link.store);
                let receipt = bench.receipt(*op, row.header_hash)?;
                bytes += json_bytes(&receipt).map_err(Error::from)?;
                receipts.push(receipt);
            }
            let expected = match store.or(tx.newest_store(&session.agency, session.device)?) {
                Some(store) => super::batch::expected(tx, session, store)?,
                None => 1,
            };
            Ok(VerdictsAnswer { receipts, expected, more: bytes >= RECEIPTS_BYTES_FULL })
        })
    }
}
