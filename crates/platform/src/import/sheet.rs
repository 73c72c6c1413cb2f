//! A file as a table: its encoding, its separator, its header wherever it stands, and its rows with the
//! lines on which they begin.

use super::cells::{title_key, words};
use super::encoding::decode;
use super::fault::ImportError;
use super::map::Map;
use super::records::{Inner, Part, Record, Records};
use super::refused_rows::mark_uncorrected;
use super::signs::Signs;
use serde::Serialize;
use std::io::Read;

/// No file is larger; a larger export is given in parts.
pub const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// The header stands among so many first records.
const HEADER_AMONG: usize = 40;
/// A line with so many titles of the mapping is the header.
const TITLES_MIN: usize = 2;
const SEPARATORS: [char; 6] = [',', ';', '\t', '|', '،', '؛'];

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its encoding, by its name in the Encoding Standard.
    pub encoding: &'static str,
    /// No encoding gave words: rows with bytes that are not UTF-8 are refused.
    pub is_encoding_doubtful: bool,
    /// Between two columns.
    pub separator: char,
    /// The line of the header, from 1.
    pub header_line: u64,
    /// The titles of the columns, as they stand.
    pub header: Vec<String>,
    /// Every row below the header that holds something.
    pub rows: Vec<SheetRow>,
    /// Lines that are no rows.
    pub left_out: Vec<LeftOut>,
}

/// A row below the header.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    /// Where it begins in the file, from 1.
    pub line: u64,
    /// As many cells as the header has, unless it is broken or has more that hold something.
    pub cells: Vec<String>,
    /// Cells that were missing at its end.
    pub missing: usize,
    /// Why it can't be a row.
    pub broken: Option<BrokenRow>,
}

/// Why a row is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenRow {
    /// Its quotation marks don't pair.
    Quotation,
    /// It has other cells than the header.
    Width,
    /// It is a part of a row that a line break parted.
    Parted,
    /// It was refused before for what its row alone does not show, and it is as it was.
    Uncorrected,
}

/// A line that is no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// From 1.
    pub line: u64,
    /// Why.
    pub why: LeftOutBecause,
}

/// Why a line is no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutBecause {
    /// It stands above the header.
    AboveHeader,
    /// It holds nothing.
    Blank,
    /// It is a sum below the rows.
    Total,
    /// It is the header once more, as on each page of a print.
    HeaderAgain,
}

/// What a file is when it is no sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// It holds nothing.
    Empty,
    /// A workbook of Excel or of `OpenDocument`, or another archive.
    Workbook,
    /// A workbook of Excel before 2007.
    OldWorkbook,
    /// A document for print.
    Pdf,
    /// A page of HTML or XML, as some systems call their exports `.xls`.
    Page,
}

impl FileKind {
    fn of(bytes: &[u8], text: &str) -> Option<Self> {
        let text = words(text);
        let is_page = ["<!doctype", "<html", "<table", "<?xml", "<head", "<body"]
            .iter()
            .any(|it| text.get(..it.len()).is_some_and(|found| found.eq_ignore_ascii_case(it)));
        match bytes {
            _ if text.is_empty() => Some(Self::Empty),
            [b'P', b'K', 3, 4, ..] => Some(Self::Workbook),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(Self::OldWorkbook),
            [b'%', b'P', b'D', b'F', ..] => Some(Self::Pdf),
            _ => is_page.then_some(Self::Page),
        }
    }
}

impl Sheet {
    /// Reads a whole file.
    pub fn read(from: impl Read, map: &Map) -> Result<Self, ImportError> {
        let mut bytes = Vec::new();
        let read = from.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes);
        read.map_err(ImportError::Read)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > FILE_BYTES_MAX {
            return Err(ImportError::FileTooLarge);
        }
        let decoded = decode(&bytes, map.encoding);
        if let Some(kind) = FileKind::of(&bytes, &decoded.text) {
            return Err(ImportError::NoSheet(kind));
        }
        // Old programs end a file with Ctrl-Z.
        let text = decoded.text.trim_end_matches('\u{1A}').to_owned();
        let text = with_line_ends(text);
        let sheet = Layout::find(&text, map).read(&text, map);
        Ok(Self { encoding: decoded.encoding, is_encoding_doubtful: decoded.is_doubtful, ..sheet })
    }
}

/// Where the header stands and what separates its columns.
struct Layout {
    separator: char,
    /// Records before the header, with a line that names the separator.
    above: usize,
    matches: usize,
}

impl Layout {
    /// The separator with which the most titles of the mapping are found in one record.
    fn find(text: &str, map: &Map) -> Self {
        let named = text.lines().next().and_then(|line| {
            let line = words(line.trim_matches('"'));
            let name = line.get(..4).filter(|it| it.eq_ignore_ascii_case("sep="))?;
            line.strip_prefix(name)?.chars().next()
        });
        let candidates: Vec<char> =
            map.delimiter.or(named).map_or_else(|| SEPARATORS.to_vec(), |it| vec![it]);
        let first = candidates.first().copied().unwrap_or(',');
        let wanted: Vec<String> = map.titles().into_iter().map(title_key).collect();
        let mut best = Self { separator: first, above: usize::from(named.is_some()), matches: 0 };
        for separator in candidates {
            let mut records = Records::new(text, separator);
            for above in 0..HEADER_AMONG {
                let Some(record) = records.next(is_header(&wanted)) else { break };
                let matches = titles_in(&wanted, &record.cells);
                if matches > best.matches {
                    best = Self { separator, above, matches };
                }
            }
        }
        best
    }

    fn read(&self, text: &str, map: &Map) -> Sheet {
        let wanted: Vec<String> = map.titles().into_iter().map(title_key).collect();
        let mut records = Records::new(text, self.separator);
        let mut left_out = Vec::new();
        for _ in 0..self.above {
            let Some(record) = records.next(is_header(&wanted)) else { break };
            left_out.push(LeftOut { line: record.line, why: LeftOutBecause::AboveHeader });
        }
        // Without a single known title the first record that holds something stands for the header.
        let mut header = records.next(is_header(&wanted));
        while self.matches == 0 && header.as_ref().is_some_and(Record::is_blank) {
            header = records.next(is_header(&wanted));
        }
        let header_line = header.as_ref().map_or(1, |it| it.line);
        let header: Vec<String> = header
            .map(|it| it.cells.iter().map(|it| super::cells::plain(it)).collect())
            .unwrap_or_default();
        let signs = Signs::new(&header, map);
        let is_row = |record: &[String], inner: &Inner| signs.is_swallowed(record, inner);
        let mut rows: Vec<SheetRow> = Vec::new();
        while let Some(record) = records.next(is_row) {
            let is_header = record
                .cells
                .iter()
                .map(|it| title_key(it))
                .eq(header.iter().map(|it| title_key(it)));
            let why = if record.is_blank() {
                Some(LeftOutBecause::Blank)
            } else if is_header {
                Some(LeftOutBecause::HeaderAgain)
            } else if !record.is_broken && signs.is_total(&record.cells) {
                Some(LeftOutBecause::Total)
            } else {
                None
            };
            match why {
                Some(why) => left_out.push(LeftOut { line: record.line, why }),
                None => rows.push(row(record, header.len())),
            }
        }
        mark_uncorrected(&header, &mut rows, map.date_order.is_some());
        let blank: Vec<u64> = left_out
            .iter()
            .filter(|it| it.why == LeftOutBecause::Blank)
            .map(|it| it.line)
            .collect();
        part_halves(&mut rows, &blank, |one, other| signs.has_sign(&one.cells, &other.cells));
        Sheet {
            encoding: "UTF-8",
            is_encoding_doubtful: false,
            separator: self.separator,
            header_line,
            header,
            rows,
            left_out,
        }
    }
}

/// A text in which a lone CR ends a line too, as old Macs write it and as lines that were put together
/// hold it.
fn with_line_ends(text: String) -> String {
    let is_lone = |at: usize| !text[at + 1..].starts_with('\n');
    if !text.match_indices('\r').any(|(at, _)| is_lone(at)) {
        return text;
    }
    let ends = text.char_indices().map(|(at, c)| if c == '\r' && is_lone(at) { '\n' } else { c });
    ends.collect()
}

/// How many of the mapping's titles stand in a record.
fn titles_in(wanted: &[String], cells: &[String]) -> usize {
    let titles: Vec<String> = cells.iter().map(|it| title_key(it)).collect();
    let is_there = |title: &&String| {
        let plain = title.rsplit_once('#').map(|it| it.0.to_owned());
        titles.contains(title) || plain.is_some_and(|it| titles.contains(&it))
    };
    wanted.iter().filter(is_there).count()
}

/// Whether a line within a quoted cell above the rows is the header: a title's quotation mark is open.
fn is_header(wanted: &[String]) -> impl Fn(&[String], &Inner) -> bool {
    |_, inner| inner.part == Part::Middle && titles_in(wanted, &inner.cells) >= TITLES_MIN
}

/// A record with as many cells as the header: missing ones are empty, empty ones too many are dropped.
fn row(record: Record, width: usize) -> SheetRow {
    let Record { line, mut cells, is_broken } = record;
    let missing = width.saturating_sub(cells.len());
    if is_broken {
        return SheetRow { line, cells, missing, broken: Some(BrokenRow::Quotation) };
    }
    if cells.iter().skip(width).all(|it| it.trim().is_empty()) {
        cells.resize(width, String::new());
    }
    let broken = (cells.len() != width).then_some(BrokenRow::Width);
    SheetRow { line, cells, missing, broken }
}

/// A row that is followed by a short one without any sign of a row is one part of a row: a line break
/// outside of quotation marks parted them. Its text would end in the middle. A whole row ends so only
/// when its last cell holds something; behind a blank line at the end of the file stands a signature.
fn part_halves(
    rows: &mut [SheetRow],
    blank: &[u64],
    is_row: impl Fn(&SheetRow, &SheetRow) -> bool,
) {
    let last = rows.len().saturating_sub(2);
    let is_parted = |at: usize, one: &SheetRow, other: &SheetRow| {
        let is_near = at < last || !blank.iter().any(|it| (one.line..other.line).contains(it));
        let is_open = one.missing > 0 || is_near && one.cells.last().is_some_and(|it| is_text(it));
        let rest = other.cells.len().saturating_sub(other.missing);
        let goes_on = rest > 0 && other.cells.get(rest - 1).is_some_and(|it| is_text(it));
        let is_short = other.missing > 0 && (one.missing > 0 || goes_on);
        is_open && is_short && !is_row(one, other)
    };
    let parted: Vec<usize> = rows
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| matches!(pair, [one, other] if is_parted(*at, one, other)))
        .map(|(at, _)| at)
        .collect();
    for at in parted {
        for row in rows.iter_mut().skip(at).take(2).filter(|it| it.broken.is_none()) {
            row.broken = Some(BrokenRow::Parted);
        }
    }
}

fn is_text(cell: &str) -> bool {
    cell.chars().any(char::is_alphanumeric)
}
