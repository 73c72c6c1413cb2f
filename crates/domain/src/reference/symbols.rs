//! Crockford base32 and the check character over it.

use crate::text::fold;

/// Crockford's alphabet: no I, L, O or U.
pub(super) const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Longer input is no reference and no code, however many separators it holds.
const TYPED_BYTES_MAX: usize = 128;

/// The symbol of the lowest five bits.
pub(super) fn from_bits(bits: u64) -> u8 {
    SYMBOLS[usize::try_from(bits & 31).unwrap_or(0)]
}

/// The canonical symbol for a typed upper-case character, if there is one.
pub(super) fn symbol(typed: u8) -> Option<u8> {
    let meant = match typed {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    SYMBOLS.contains(&meant).then_some(meant)
}

/// What was typed without separators, in upper case, with ASCII digits. None when a character
/// stands in it that is neither a Latin letter, a digit nor a separator.
pub(super) fn compact(text: &str) -> Option<Vec<u8>> {
    if text.len() > TYPED_BYTES_MAX {
        return None;
    }
    fold(text)
        .chars()
        .filter(|c| !is_separator(*c))
        .map(|c| u8::try_from(c).ok().filter(u8::is_ascii_alphanumeric))
        .map(|c| c.map(|c| c.to_ascii_uppercase()))
        .collect()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '_' | '.' | '/' | '#' | ':' | '−' | '\u{2010}'..='\u{2015}')
}

/// The symbol that brings the sum over the field of 32 elements to zero. Each place has another
/// power of the generator as its weight, so one wrong symbol or two swapped neighbours always show.
/// Prefix letters weigh by their place in the alphabet, so that I and 1 differ there.
pub(super) fn check_symbol(chars: &[u8]) -> u8 {
    from_bits(chars.iter().enumerate().fold(0, |sum, (at, c)| double(sum ^ weight(at, *c))))
}

fn weight(at: usize, c: u8) -> u64 {
    if at < super::PREFIX_CHARS {
        return u64::from(c.wrapping_sub(b'A'));
    }
    SYMBOLS.iter().position(|s| *s == c).unwrap_or(0) as u64
}

/// Multiplies by the generator, modulo x⁵ + x² + 1.
fn double(element: u64) -> u64 {
    let carry = if element & 16 == 0 { 0 } else { 0b10_0101 };
    (element << 1) ^ carry
}
