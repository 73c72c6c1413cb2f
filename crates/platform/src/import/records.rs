//! The records of a text: cells between separators, quoted as spreadsheets quote them. A quotation
//! mark that is never closed costs the line on which it stands, never the lines below it.

use std::ops::Range;

/// No honest record is larger, in bytes; one that is has an open quotation mark.
pub const ROW_BYTES_MAX: usize = 256 * 1024;

/// One record of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its cells as they stand, without the quotation marks around them.
    pub cells: Vec<String>,
    /// Its quotation marks don't pair; it holds the cells of one line only.
    pub is_broken: bool,
}

impl Record {
    /// Whether no cell holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.chars().all(|c| c.is_whitespace() || is_nothing(c)))
    }
}

fn is_nothing(c: char) -> bool {
    domain::text::is_invisible(c)
}

/// Reads a text record by record.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    text: &'a str,
    separator: char,
    at: usize,
    line: u64,
}

impl<'a> Records<'a> {
    /// Begins at a byte of the text, which is the beginning of a line.
    #[must_use]
    pub fn new(text: &'a str, separator: char) -> Self {
        Self { text, separator, at: 0, line: 1 }
    }

    /// The next record. `is_row` gets the cells of the record and a line within one of its quoted cells
    /// and tells whether that line would be a row of its own: then the cell has swallowed it.
    pub fn next(&mut self, is_row: impl Fn(&[String], &Inner) -> bool) -> Option<Record> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let scan = scan(rest, self.separator);
        let first_line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let swallows = || {
            scan.spanning.iter().any(|(at, quoted)| {
                let before = scan.cells.get(..*at).unwrap_or_default();
                let lines = inner_lines(rest, before, quoted, self.separator);
                lines.iter().any(|inner| is_row(&scan.cells, inner))
            })
        };
        let is_broken = !scan.is_paired || swallows();
        let line = self.line;
        let (cells, bytes) = if is_broken {
            let plain = rest.get(..first_line).unwrap_or_default();
            (plain_cells(plain.trim_end_matches(['\r', '\n']), self.separator), first_line)
        } else {
            (scan.cells, scan.bytes)
        };
        let passed = rest.get(..bytes).unwrap_or_default();
        self.line += passed.bytes().map(|byte| u64::from(byte == b'\n')).sum::<u64>();
        self.at += bytes;
        Some(Record { line, cells, is_broken })
    }
}

/// A line of a quoted cell that holds several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inner {
    /// Its cells, as far as it stands within the quoted cell.
    pub cells: Vec<String>,
    /// The cells of the whole line in the file.
    pub line: Vec<String>,
    /// Which line of the cell it is.
    pub part: Part,
}

/// A part of a quoted cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The line on which the cell begins.
    First,
    /// A line that the cell holds as a whole.
    Middle,
    /// The line on which the cell ends.
    Last,
}

/// The lines of a quoted cell; `before` are the cells of the record before it.
fn inner_lines(
    record: &str,
    before: &[String],
    quoted: &Range<usize>,
    separator: char,
) -> Vec<Inner> {
    let text = record.get(quoted.clone()).unwrap_or_default();
    let behind = record.get(quoted.end..).and_then(|it| it.lines().next()).unwrap_or_default();
    let count = text.lines().count();
    let mut inner = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let part = match at {
            0 => Part::First,
            at if at + 1 < count => Part::Middle,
            _ => Part::Last,
        };
        // A swallowed row may have quoted cells of its own.
        for cells in [scan(line, separator).cells, plain_cells(line, separator)] {
            let whole = match part {
                Part::First => [before, &cells[..]].concat(),
                Part::Middle => cells.clone(),
                Part::Last => plain_cells(&format!("{line}{behind}"), separator),
            };
            inner.push(Inner { cells, line: whole, part });
        }
    }
    inner
}

struct Scan {
    cells: Vec<String>,
    /// Which quoted cells hold a line break, and where they stand without their quotation marks.
    spanning: Vec<(usize, Range<usize>)>,
    /// With the line's end.
    bytes: usize,
    is_paired: bool,
}

/// One record from the beginning of a text.
fn scan(text: &str, separator: char) -> Scan {
    let (mut cells, mut spanning) = (Vec::new(), Vec::new());
    let mut rest = text;
    loop {
        let Some(cell) = cell(rest, separator) else {
            return Scan { cells, spanning, bytes: text.len(), is_paired: false };
        };
        if cell.text.contains('\n') {
            let begin = text.len() - rest.len();
            spanning.push((cells.len(), begin + cell.opens..begin + cell.closes));
        }
        cells.push(cell.text);
        rest = rest.get(cell.bytes..).unwrap_or_default();
        let bytes = text.len() - rest.len();
        if bytes > ROW_BYTES_MAX {
            return Scan { cells, spanning, bytes, is_paired: false };
        }
        if let Some(behind) = rest.strip_prefix(separator) {
            rest = behind;
            continue;
        }
        let end = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        return Scan { cells, spanning, bytes: bytes + end, is_paired: true };
    }
}

struct Cell {
    text: String,
    /// Where its text begins.
    opens: usize,
    /// Where its text ends.
    closes: usize,
    bytes: usize,
}

/// One cell; none when it opens a quotation mark that doesn't pair.
fn cell(text: &str, separator: char) -> Option<Cell> {
    let ends = |at: usize, c: char| {
        c == separator || c == '\n' || (c == '\r' && text[at..].starts_with("\r\n"))
    };
    if let Some(cell) = spaced_cell(text, separator) {
        return Some(cell);
    }
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.char_indices().find(|(at, c)| ends(*at, *c)).map_or(text.len(), |it| it.0);
        return Some(Cell { text: text.get(..end)?.to_owned(), opens: 0, closes: end, bytes: end });
    };
    let quoted = quoted.get(..floor(quoted, ROW_BYTES_MAX))?;
    let mut cell = String::new();
    let mut at = 0;
    loop {
        let close = at + quoted.get(at..)?.find('"')?;
        cell.push_str(quoted.get(at..close)?);
        at = close + 1;
        if quoted.get(at..)?.starts_with('"') {
            cell.push('"');
            at += 1;
            continue;
        }
        let behind = text.get(1 + at..)?;
        let end = text.len() - behind.trim_start_matches(' ').len();
        let next = text.get(end..)?.chars().next();
        return next.is_none_or(|c| ends(end, c)).then_some(Cell {
            text: cell,
            opens: 1,
            closes: at,
            bytes: end,
        });
    }
}

/// A quoted cell behind spaces, as some exports write `1, "two"`; none when it isn't quoted as a whole.
fn spaced_cell(text: &str, separator: char) -> Option<Cell> {
    let quoted = text.trim_start_matches(' ');
    let before = text.len() - quoted.len();
    if before == 0 || !quoted.starts_with('"') {
        return None;
    }
    let mut cell = cell(quoted, separator)?;
    cell.opens += before;
    cell.closes += before;
    cell.bytes += before;
    Some(cell)
}

fn floor(text: &str, bytes: usize) -> usize {
    (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The cells of a line whose quotation marks mean nothing.
fn plain_cells(line: &str, separator: char) -> Vec<String> {
    line.split(separator).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Record> {
        let mut records = Records::new(text, ',');
        let is_row = |_: &[String], it: &Inner| {
            it.line.len() == 2 && it.line[0].starts_with('k') && it.part != Part::First
        };
        std::iter::from_fn(|| records.next(is_row)).collect()
    }

    #[test]
    fn a_record_knows_the_line_on_which_it_begins() {
        for end in ["\n", "\r\n"] {
            let text = ["key,text", "1,\"two", "lines\"", "", "2,\"a \"\"b\"\"\"", "3,5\" pipe"];
            let found: Vec<(u64, String, bool)> = read(&text.join(end))
                .into_iter()
                .map(|it| (it.line, it.cells.last().unwrap().clone(), it.is_broken))
                .collect();
            let expect = [
                (1, "text".to_owned()),
                (2, format!("two{end}lines")),
                (4, String::new()),
                (5, "a \"b\"".to_owned()),
                (6, "5\" pipe".to_owned()),
            ];
            assert_eq!(found, expect.map(|(line, text)| (line, text, false)));
        }
    }

    #[test]
    fn an_open_quotation_mark_costs_its_own_line_only() {
        for text in [
            "k1,\"open\nk2,two\nk3,three",
            "k1,\"open\nk2,two\nk3,\"three\"",
            "k1,\"open\nk2,two\"\nk3,three",
            "k1,\"a\" b\nk2,two\nk3,three",
        ] {
            let broken: Vec<(u64, bool)> =
                read(text).iter().map(|it| (it.line, it.is_broken)).collect();
            assert_eq!(broken, [(1, true), (2, false), (3, false)], "{text}");
        }
    }

    #[test]
    fn a_space_before_a_quotation_mark_is_no_part_of_the_cell() {
        let read = read("k1, \"a, b\"\nk2, \"two\nlines\"\nk3, \"a\" b\nk4, \"open");
        let last: Vec<_> = read.iter().map(|it| it.cells.last().unwrap().as_str()).collect();
        assert_eq!(last, ["a, b", "two\nlines", " \"a\" b", " \"open"]);
    }

    #[test]
    fn an_endless_cell_is_broken() {
        let text = format!("k1,\"{}\nk2,two", "x\n".repeat(ROW_BYTES_MAX));
        assert!(read(&text)[0].is_broken);
    }

    proptest! {
        #[test]
        fn what_a_writer_writes_is_read_again(
            rows in prop::collection::vec(prop::collection::vec("[a\",; \nب٣]{0,6}", 3), 1..6),
            separator in prop::sample::select(vec![',', ';', '\t', '|']),
        ) {
            let mut writer = csv::WriterBuilder::new()
                .delimiter(u8::try_from(separator).unwrap())
                .quote_style(csv::QuoteStyle::Always)
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let mut records = Records::new(&text, separator);
            let read: Vec<Record> = std::iter::from_fn(|| records.next(|_, _| false)).collect();
            prop_assert!(read.iter().all(|it| !it.is_broken));
            prop_assert_eq!(read.into_iter().map(|it| it.cells).collect::<Vec<_>>(), rows);
        }

        #[test]
        fn no_text_is_lost_or_read_twice(text in "[k12a\", \n\r]{0,80}") {
            let records = read(&text);
            let lines: Vec<u64> = records.iter().map(|it| it.line).collect();
            prop_assert!(lines.is_sorted_by(|a, b| a < b));
            let marks = |it: &str| it.matches(['k', 'a', '1', '2']).count();
            let found: usize = records.iter().flat_map(|it| &it.cells).map(|it| marks(it)).sum();
            prop_assert_eq!(found, marks(&text));
        }
    }
}
