//! Files by hash: sent in chunks, resumable, kept only when the bytes give the hash.
//!
//! # Invariants
//!
//! - A hash is no right. A file is read by who sees a case that holds it, or who sent all of its
//!   bytes while it is on no case. An action may name a file under the same condition, or when its
//!   writer sent the bytes; until then it is held as if the file were missing.
//! - An upload belongs to one device. What one device claims or leaves unfinished changes nothing
//!   for another one that sends the same file.
//! - What a user may leave unfinished, or finished and on no case, is bounded.

use crate::judge::Bench;
use crate::session::Session;
use crate::store::{Cause, Tx, UploadId, UploadRow};
use crate::{App, Denied, Error};
use chrono::TimeDelta;
use domain::reading::{CaseFacts, Reader, Sight, may_see};
use domain::{AgencyId, StaffId};
use protocol::limits::CHUNK_BYTES;
use protocol::{AttachmentHasher, Exact, Hash};
use std::sync::atomic::Ordering;

/// Largest chunk.
const CHUNK_BYTES_MAX: u64 = 8 * CHUNK_BYTES;
/// Smallest chunk but for the last: every chunk is a row.
const CHUNK_BYTES_MIN: usize = 64 * 1024;
/// Unfinished uploads of one user, on all of their devices. The oldest ones give way to a new one.
const UPLOADS_PER_USER: usize = 16;
/// Bytes that a user may have sent in files that are on no case.
const UNFILED_BYTES_PER_USER: u64 = 1024 * 1024 * 1024;
/// An upload that has not moved for so long is deleted; its device begins anew.
const UPLOAD_KEPT: TimeDelta = TimeDelta::days(7);
/// A file that is on no case for so long is deleted; an action that names it later asks for it anew.
const UNFILED_KEPT: TimeDelta = TimeDelta::days(30);

/// Between two looks at what is to be deleted.
const PURGE_PAUSE: TimeDelta = TimeDelta::hours(1);

/// What became of a chunk.
enum Chunk {
    /// So many bytes are here now.
    Received(u64),
    /// The bytes are those of another file; the upload was deleted.
    WrongHash,
}

impl App {
    /// How many bytes of a file this device has sent; all of them when its user sent it before.
    pub fn attachment_size(&self, session: &Session, hash: &str) -> Result<u64, Denied> {
        let hash = read_hash(hash).ok_or(Denied::Malformed("hash"))?;
        let upload = UploadId { device: session.device, hash };
        self.store.read(|tx| {
            if let Some(total) = sent_before(tx, session, &hash)? {
                return Ok(total);
            }
            Ok(tx.upload(&session.agency, &upload)?.map_or(0, |it| it.received))
        })
    }

    /// Takes a chunk at an offset; answers how many bytes are here now. A chunk that does not follow
    /// on what is here changes nothing: the answer says where to go on. Another total begins the
    /// upload anew.
    ///
    /// `wrong_hash` when the whole is another file: nothing of it is kept. `upload_quota` when the
    /// user has too many bytes in files that are on no case.
    pub fn put_chunk(
        &self,
        session: &Session,
        hash: &str,
        offset: u64,
        total: u64,
        chunk: &[u8],
    ) -> Result<u64, Denied> {
        let hash = read_hash(hash).ok_or(Denied::Malformed("hash"))?;
        let bytes_max = u64::from(self.book(&session.agency)?.attachment_bytes_max);
        if total > bytes_max || chunk.len() as u64 > CHUNK_BYTES_MAX {
            return Err(Denied::TooLarge);
        }
        let upload = UploadId { device: session.device, hash };
        let put = self.store.write(|tx| {
            if let Some(total) = sent_before(tx, session, &hash)? {
                return Ok(Chunk::Received(total));
            }
            let row = match tx.upload(&session.agency, &upload)? {
                Some(row) if row.total == total => row,
                Some(_) | None => {
                    tx.delete_upload(&session.agency, &upload)?;
                    make_room(tx, session, total)?;
                    UploadRow { total, received: 0 }
                }
            };
            if row.received != offset {
                return Ok(Chunk::Received(row.received));
            }
            self.take_chunk(tx, session, &upload, row, chunk)
        })?;
        match put {
            Chunk::Received(bytes) => Ok(bytes),
            Chunk::WrongHash => Err(Denied::Forbidden("wrong_hash")),
        }
    }

    fn take_chunk(
        &self,
        tx: Tx<'_>,
        session: &Session,
        upload: &UploadId,
        row: UploadRow,
        chunk: &[u8],
    ) -> Result<Chunk, Denied> {
        let agency = &session.agency;
        let received = row.received + chunk.len() as u64;
        let too_small = chunk.len() < CHUNK_BYTES_MIN && received < row.total;
        if received > row.total || too_small {
            return Err(Denied::Malformed("chunk"));
        }
        tx.insert_chunk(agency, upload, row.received, chunk)?;
        let row = UploadRow { received, ..row };
        tx.put_upload(agency, upload, &session.staff, row, self.now())?;
        if received < row.total {
            return Ok(Chunk::Received(received));
        }
        self.finish(tx, session, upload, row)
    }

    /// Verifies the bytes, keeps the file and judges the actions that waited for it. The deletion of
    /// wrong bytes is committed too, so that the next try begins anew.
    fn finish(
        &self,
        tx: Tx<'_>,
        session: &Session,
        upload: &UploadId,
        row: UploadRow,
    ) -> Result<Chunk, Denied> {
        let (agency, hash) = (&session.agency, &upload.hash);
        let mut hasher = AttachmentHasher::new(agency);
        for chunk in tx.upload_chunks(agency, upload)? {
            hasher.update(&chunk);
        }
        if hasher.hash() != hash.to_string() {
            tx.delete_upload(agency, upload)?;
            return Ok(Chunk::WrongHash);
        }
        if tx.attachment(agency, hash)?.is_none() {
            tx.insert_attachment(agency, upload, row.total, self.now())?;
        }
        tx.delete_upload(agency, upload)?;
        tx.insert_source(agency, hash, &session.staff)?;
        let mut bench = Bench::open(self, tx, agency)?;
        bench.release(&Cause::Attachment(hash.to_string()))?;
        bench.close()?;
        Ok(Chunk::Received(row.received))
    }

    /// Whether an hour has passed since uploads were purged; says so once.
    pub(crate) fn is_purge_due(&self) -> bool {
        let now = self.now();
        let before = (now - PURGE_PAUSE).timestamp_millis();
        let last = self.purged_ms.load(Ordering::Relaxed);
        let due = last <= before;
        if due {
            self.purged_ms.store(now.timestamp_millis(), Ordering::Relaxed);
        }
        due
    }

    /// Deletes uploads that stopped long ago, and files that stayed on no case. Answers how many.
    pub fn purge_uploads(&self, agency: &AgencyId) -> Result<usize, Error> {
        let now = self.now();
        self.store.write(|tx| {
            let uploads = tx.uploads_before(agency, now - UPLOAD_KEPT)?;
            for upload in &uploads {
                tx.delete_upload(agency, upload)?;
            }
            let unfiled = tx.unfiled_attachments(agency, now - UNFILED_KEPT)?;
            for hash in &unfiled {
                tx.delete_attachment(agency, hash)?;
            }
            Ok(uploads.len() + unfiled.len())
        })
    }

    /// A whole file, for who may read it. Whether it exists is told to nobody else.
    pub fn attachment(&self, session: &Session, hash: &str) -> Result<Exact, Denied> {
        let hash = read_hash(hash).ok_or(Denied::Malformed("hash"))?;
        self.store.read(|tx| {
            let bench = Bench::open(self, tx, &session.agency)?;
            if !bench.may_read_file(&session.staff, &hash)? {
                return Err(Denied::NotFound);
            }
            Ok(Exact(tx.attachment_bytes(&session.agency, &hash)?))
        })
    }
}

/// The size of a file whose bytes this user sent before, on whatever device.
fn sent_before(tx: Tx<'_>, session: &Session, hash: &Hash) -> Result<Option<u64>, Error> {
    if !tx.is_source(&session.agency, hash, &session.staff)? {
        return Ok(None);
    }
    tx.attachment(&session.agency, hash)
}

/// Bounds what a user leaves on the platform before a new upload begins.
fn make_room(tx: Tx<'_>, session: &Session, total: u64) -> Result<(), Denied> {
    let Session { agency, staff, .. } = session;
    if tx.unfiled_bytes(agency, staff)? + total > UNFILED_BYTES_PER_USER {
        return Err(Denied::Forbidden("upload_quota"));
    }
    for (upload, _) in tx.uploads_of(agency, staff)?.iter().skip(UPLOADS_PER_USER - 1) {
        tx.delete_upload(agency, upload)?;
    }
    Ok(())
}

impl Bench<'_> {
    /// Whether a user may read a file.
    fn may_read_file(&self, staff: &StaffId, hash: &Hash) -> Result<bool, Error> {
        if self.tx.attachment(self.agency, hash)?.is_none() {
            return Ok(false);
        }
        let cases = self.tx.cases_with_attachment(self.agency, hash)?;
        if cases.is_empty() {
            return self.tx.is_source(self.agency, hash, staff);
        }
        let reader = Reader::Staff { staff: staff.clone() };
        for case in cases {
            let Some(case) = self.tx.case(self.agency, case)? else { continue };
            let facts = CaseFacts::of(&case);
            if may_see(&reader, &facts, &self.book, self.now) == Sight::Whole {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether an action of a user may name a file: it is here, and the user sent it or may read it.
    /// To anybody else it does not exist, so that knowing its hash opens nothing.
    pub(crate) fn may_name_file(&self, staff: &StaffId, hash: &Hash) -> Result<bool, Error> {
        let is_here = self.tx.attachment(self.agency, hash)?.is_some();
        let sent = is_here && self.tx.is_source(self.agency, hash, staff)?;
        Ok(sent || self.may_read_file(staff, hash)?)
    }
}

/// Reads 64 hex digits.
pub(crate) fn read_hash(hex: &str) -> Option<Hash> {
    blake3::Hash::from_hex(hex).ok().map(|it| Hash(*it.as_bytes()))
}
