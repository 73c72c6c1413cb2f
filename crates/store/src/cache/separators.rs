//! Words that FTS5 leaves behind: its `secure-delete` erases them from the leaves of the index, but a
//! word that began a leaf stays as the separator that leads there. Found by scanning the pages.
//!
//! A separator is right as long as it is above every word of the leaf before and not above the first
//! word of its own. So it is replaced by the first word that its leaf still holds. Segments never
//! gain words, so it stays right. The layout read here is that of FTS5's leaf pages; the test scans
//! the pages and lets FTS5 check itself.

use super::Writer;
use crate::StoreError;
use rusqlite::{OptionalExtension, named_params};
use std::collections::BTreeSet;

/// Bits of a leaf's number below its segment's.
const PAGE_BITS: u32 = 37;

/// Words that were erased from the index in one transaction.
pub(super) struct Erased(BTreeSet<Vec<u8>>);

impl Erased {
    pub(super) fn of(words: &BTreeSet<&str>) -> Self {
        Self(words.iter().map(|it| it.as_bytes().to_vec()).collect())
    }

    /// Whether a separator is a word that was erased or begins one. Its first byte names the index
    /// of whole words or of beginnings.
    fn holds(&self, separator: &[u8]) -> bool {
        let Some(word) = separator.get(1..).filter(|it| !it.is_empty()) else { return false };
        let from = self.0.range(word.to_vec()..).next();
        from.is_some_and(|it| it.starts_with(word))
    }
}

impl Writer<'_> {
    /// Replaces separators that only an erased word explains.
    pub(super) fn move_separators(&self, erased: &Erased) -> Result<(), StoreError> {
        if erased.0.is_empty() {
            return Ok(());
        }
        // A savepoint makes FTS5 write what it holds in memory.
        self.t.execute_batch(sql!("shared/begin_part"))?;
        for (segment, separator, page) in self.separators(erased)? {
            self.move_separator(segment, &separator, page)?;
        }
        self.t.execute_batch(sql!("shared/end_part"))?;
        Ok(())
    }

    fn separators(&self, erased: &Erased) -> Result<Vec<(i64, Vec<u8>, i64)>, StoreError> {
        let mut statement = self.t.prepare_cached(sql!("cache/words/separators"))?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            // The first separator of a segment is empty text.
            let term = row.get_ref("term")?.as_bytes().map_err(rusqlite::Error::from)?;
            if erased.holds(term) {
                found.push((row.get("segid")?, term.to_vec(), row.get("pgno")?));
            }
        }
        Ok(found)
    }

    fn move_separator(&self, segment: i64, separator: &[u8], page: i64) -> Result<(), StoreError> {
        // The lowest bit says something else.
        let id = (segment << PAGE_BITS) + (page >> 1);
        let leaf: Option<Vec<u8>> = self
            .t
            .prepare_cached(sql!("cache/words/leaf"))?
            .query_row(named_params! {":id": id}, |row| row.get("block"))
            .optional()?;
        let first = leaf.as_deref().and_then(first_word).ok_or(StoreError::Damaged)?;
        if !first.starts_with(separator) {
            self.t.prepare_cached(sql!("cache/words/move_separator"))?.execute(named_params! {
                ":segid": segment, ":before": separator, ":term": first,
            })?;
        }
        Ok(())
    }
}

/// The first word of a leaf. Its bytes 2 and 3 say where the index of the page begins, whose first
/// number says where the first word stands: its length, then the word.
fn first_word(leaf: &[u8]) -> Option<&[u8]> {
    let index = u16::from_be_bytes([*leaf.get(2)?, *leaf.get(3)?]);
    let (at, _) = number(leaf.get(usize::from(index)..)?)?;
    let word = leaf.get(at..)?;
    let (length, digits) = number(word)?;
    word.get(digits..digits.checked_add(length)?)
}

/// A number in base 128, the most significant digit first; and how many bytes it took.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(4).enumerate() {
        value = value << 7 | usize::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}
