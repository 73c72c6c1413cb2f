//! Files by hash: sent in chunks, resumable, believed only when the bytes give the hash.

use crate::judge::Bench;
use crate::session::Session;
use crate::store::{AttachmentRow, Cause};
use crate::{App, Denied, Error};
use domain::AgencyId;
use domain::reading::{CaseFacts, Reader, Sight, may_see};
use protocol::limits::CHUNK_BYTES;
use protocol::{AttachmentHasher, Exact, Hash};

/// Below this size a file may come as one chunk.
const WHOLE_BYTES_MAX: u64 = 8 * CHUNK_BYTES;

impl App {
    /// How many bytes of a file are here already.
    pub fn attachment_size(&self, session: &Session, hash: &str) -> Result<u64, Denied> {
        let hash = read_hash(hash).ok_or(Denied::Malformed("hash"))?;
        let row = self.store.read(|tx| tx.attachment(&session.agency, &hash))?;
        Ok(row.map_or(0, |it| it.received))
    }

    /// Takes a chunk at an offset; answers how many bytes are here now. A chunk that does not follow
    /// on what is here changes nothing: the answer says where to go on. `wrong_hash` when the whole
    /// turns out to be another file: then nothing of it is kept.
    pub fn put_chunk(
        &self,
        session: &Session,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: &[u8],
    ) -> Result<u64, Denied> {
        let hash = read_hash(hash).ok_or(Denied::Malformed("hash"))?;
        if total > self.config.attachment_bytes_max || chunk.len() as u64 > WHOLE_BYTES_MAX {
            return Err(Denied::TooLarge);
        }
        let agency = &session.agency;
        let (received, is_right) = self.store.write(|tx| {
            let new = AttachmentRow { total, received: 0, whole: false };
            let row = tx.attachment(agency, &hash)?.unwrap_or(new);
            if row.whole || row.total != total || row.received != offset {
                return Ok((row.received, row.whole || row.total == total));
            }
            let received = offset + chunk.len() as u64;
            if received > total || (chunk.is_empty() && total > 0) {
                return Err(Denied::Malformed("chunk"));
            }
            tx.insert_chunk(agency, &hash, offset, chunk)?;
            let row = AttachmentRow { received, ..row };
            tx.put_attachment(agency, &hash, row)?;
            if received < total {
                return Ok((received, true));
            }
            self.finish(tx, agency, &hash, row)
        })?;
        if is_right { Ok(received) } else { Err(Denied::Forbidden("wrong_hash")) }
    }

    /// Believes the bytes, and judges what waited for them; or throws them away. That they were wrong
    /// is committed too, so that the next try begins anew.
    fn finish(
        &self,
        tx: crate::store::Tx<'_>,
        agency: &AgencyId,
        hash: &Hash,
        row: AttachmentRow,
    ) -> Result<(u64, bool), Denied> {
        let mut hasher = AttachmentHasher::new(agency);
        hasher.update(&tx.attachment_bytes(agency, hash)?);
        if hasher.hash() != hash.to_string() {
            tx.clear_chunks(agency, hash)?;
            tx.put_attachment(agency, hash, AttachmentRow { received: 0, ..row })?;
            return Ok((0, false));
        }
        tx.put_attachment(agency, hash, AttachmentRow { whole: true, ..row })?;
        let mut bench = Bench::open(self, tx, agency)?;
        bench.release(&Cause::Attachment(hash.to_string()))?;
        bench.close()?;
        Ok((row.received, true))
    }

    /// A whole file, for who may see a case that it belongs to. Whether it exists is told to nobody
    /// else.
    pub fn attachment(&self, session: &Session, hash: &str) -> Result<Exact, Denied> {
        let hash = read_hash(hash).ok_or(Denied::Malformed("hash"))?;
        self.store.read(|tx| {
            let bench = Bench::open(self, tx, &session.agency)?;
            let row = tx.attachment(&session.agency, &hash)?;
            if !row.is_some_and(|it| it.whole) || !bench.may_fetch(session, &hash)? {
                return Err(Denied::NotFound);
            }
            Ok(Exact(tx.attachment_bytes(&session.agency, &hash)?))
        })
    }
}

impl Bench<'_> {
    fn may_fetch(&self, session: &Session, hash: &Hash) -> Result<bool, Error> {
        let reader = Reader::Staff { staff: session.staff.clone() };
        for case in self.tx.cases_with_attachment(self.agency, hash)? {
            let Some(case) = self.tx.case(self.agency, case)? else { continue };
            let facts = CaseFacts::of(&case);
            if may_see(&reader, &facts, &self.book, self.now) == Sight::Whole {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Reads 64 hex digits.
pub(crate) fn read_hash(hex: &str) -> Option<Hash> {
    blake3::Hash::from_hex(hex).ok().map(|it| Hash(*it.as_bytes()))
}
