//! Where in a text something stands.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stretch of the raw text, counted twice: in bytes for Rust, in UTF-16 units for the window,
/// whose strings and text fields count in those. The start belongs to it, the end does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    /// First byte.
    pub start_byte: u32,
    /// Byte after the last.
    pub end_byte: u32,
    /// First UTF-16 unit.
    pub start_utf16: u32,
    /// UTF-16 unit after the last.
    pub end_utf16: u32,
}

impl Span {
    pub(super) fn of(text: &str, bytes: Range<usize>) -> Self {
        let units = |part: Option<&str>| count(part.unwrap_or_default().encode_utf16().count());
        let start_utf16 = units(text.get(..bytes.start));
        Self {
            start_byte: count(bytes.start),
            end_byte: count(bytes.end),
            start_utf16,
            end_utf16: start_utf16 + units(text.get(bytes)),
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A phrase of a list that stands in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PhraseFound {
    /// The phrase as the agency's list has it.
    pub phrase: String,
    /// Where it stands.
    pub span: Span,
}
