//! The rows of a CSV file, one after the other, each within a bound.

use super::fault::ImportError;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// No honest row of a form is larger; a quotation mark that is never closed makes one that is.
pub const ROW_BYTES_MAX: usize = 256 * 1024;
const BUFFER_BYTES: usize = 64 * 1024;

/// A file that is read row by row.
pub struct Lines<R> {
    rows: Reader<Allowance<R>>,
    left: Rc<Cell<usize>>,
    header: Vec<String>,
    row: ByteRecord,
    /// Whether the reader has passed the line's end when it hands out a row: it has not when lines
    /// end in two characters.
    passes_line_end: bool,
}

impl<R: Read> Lines<R> {
    /// Reads the header. A byte order mark before it, as spreadsheets write it, is left out.
    pub fn new(from: R, delimiter: u8) -> Result<Self, ImportError> {
        let left = Rc::new(Cell::new(0));
        let from = Allowance { from, left: Rc::clone(&left) };
        let rows = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(BUFFER_BYTES)
            .from_reader(from);
        let (header, row) = (Vec::new(), ByteRecord::new());
        let mut lines = Self { rows, left, header, row, passes_line_end: true };
        if lines.advance()?.is_some() {
            lines.header = lines.row.iter().map(title).collect();
            lines.passes_line_end = lines.rows.position().line() > 1 + breaks(&lines.row);
        }
        Ok(lines)
    }

    /// The titles of the columns.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row and the line on which it begins; none at the end of the file.
    pub fn next_row(&mut self) -> Result<Option<(u64, &ByteRecord)>, ImportError> {
        Ok(self.advance()?.map(|line| (line, &self.row)))
    }

    fn advance(&mut self) -> Result<Option<u64>, ImportError> {
        self.left.set(ROW_BYTES_MAX);
        let before = self.rows.position().line();
        match self.rows.read_byte_record(&mut self.row) {
            Ok(true) => Ok(Some(self.begins(before))),
            Ok(false) => Ok(None),
            Err(error) => Err(broken(error, before + u64::from(!self.passes_line_end))),
        }
    }

    /// The line on which the row begins. The reader's own answer is the line on which it began to
    /// look, which is that of an empty line before the row; so it is counted back from the end.
    fn begins(&self, before: u64) -> u64 {
        let end = self.rows.position().line().saturating_sub(u64::from(self.passes_line_end));
        before.max(end.saturating_sub(breaks(&self.row)))
    }
}

/// Line breaks inside a row's texts.
fn breaks(row: &ByteRecord) -> u64 {
    row.as_slice().iter().map(|byte| u64::from(*byte == b'\n')).sum()
}

fn broken(error: csv::Error, line: u64) -> ImportError {
    let csv::ErrorKind::Io(cause) = error.into_kind() else {
        return ImportError::EndlessRow { line };
    };
    if cause.kind() == io::ErrorKind::FileTooLarge {
        return ImportError::EndlessRow { line };
    }
    ImportError::Rows { line, cause }
}

fn title(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_start_matches('\u{FEFF}').trim().to_owned()
}

/// Gives out only as many bytes as one row may have, until the next row is asked for.
struct Allowance<R> {
    from: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Allowance<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let upto = into.len().min(left);
        let read = self.from.read(into.get_mut(..upto).unwrap_or_default())?;
        self.left.set(left - read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_knows_the_line_on_which_it_begins() {
        for end in ["\n", "\r\n"] {
            let text = ["\u{FEFF}key,text", "1,\"two", "lines\"", "", "2,\"a \"\"b\"\"\"", "3,c"];
            let text = text.join(end);
            let mut lines = Lines::new(text.as_bytes(), b',').unwrap();
            assert_eq!(lines.header(), ["key", "text"]);
            let mut next = || lines.next_row().unwrap().map(|(at, row)| (at, row[1].to_vec()));
            assert_eq!(next(), Some((2, format!("two{end}lines").into_bytes())));
            assert_eq!(next(), Some((5, b"a \"b\"".to_vec())));
            assert_eq!(next(), Some((6, b"c".to_vec())));
            assert_eq!(next(), None);
        }
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_does_not_fill_the_memory() {
        let endless = io::Read::chain("a,b\n1,2\n3,\"".as_bytes(), io::repeat(b'x'));
        let mut lines = Lines::new(endless, b',').unwrap();
        assert!(lines.next_row().unwrap().is_some());
        let error = lines.next_row().unwrap_err();
        assert!(matches!(error, ImportError::EndlessRow { line: 3 }), "{error:?}");
    }

    #[test]
    fn an_empty_file_has_no_columns_and_no_rows() {
        let mut lines = Lines::new("".as_bytes(), b',').unwrap();
        assert!(lines.header().is_empty());
        assert!(lines.next_row().unwrap().is_none());
    }
}
