//! The gate on letters as agencies write them, in both languages.

mod corpus_tests;

mod phrase_tests;
mod template_tests;
mod tune;

use super::*;
use crate::book::GateLists;

fn shipped() -> GateLists {
    GateLists::merged([&GateLists::arabic(), &GateLists::english()])
}

/// The raw text of a span, cut by its bytes; fails when its UTF-16 units mean another stretch.
fn cut(text: &str, span: Span) -> &str {
    let by_bytes = &text[span.start_byte as usize..span.end_byte as usize];
    let units: Vec<u16> = text.encode_utf16().collect();
    let by_units = &units[span.start_utf16 as usize..span.end_utf16 as usize];
    assert_eq!(String::from_utf16(by_units).unwrap(), by_bytes);
    by_bytes
}
