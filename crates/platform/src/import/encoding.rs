//! The encoding of a file: told by a byte order mark, by the mapping, or by which reading gives words.

use encoding_rs::{
    Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1254, WINDOWS_1256,
};

/// Bytes at the beginning of a file in which UTF-16 is looked for.
const PROBE_BYTES: usize = 8_192;
/// Least score of a reading that is trusted.
const SCORE_MIN: i64 = 2;

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; bytes that mean nothing became U+FFFD.
    pub text: String,
    /// The encoding, by its name in the Encoding Standard.
    pub encoding: &'static str,
    /// No encoding gives words: the file is read as UTF-8, and rows with other bytes are refused.
    pub is_doubtful: bool,
}

/// Decodes a file. `named` is the mapping's encoding; a byte order mark outweighs it.
///
/// Windows-1256, ISO-8859-6 (the letters of `MacArabic` too) and Windows-1252 (a superset of ISO-8859-1)
/// have no mark. They are told apart by the words that each reading gives. Six letters of Turkish stand
/// where Windows-1252 has those of Icelandic: with them a file is doubtful.
#[must_use]
pub fn decode(bytes: &[u8], named: Option<&'static Encoding>) -> Decoded {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return decode_as(bytes, encoding);
    }
    if let Some(encoding) = named.or_else(|| utf_16(bytes)) {
        return decode_as(bytes, encoding);
    }
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken == 0 || letters > broken {
        return decode_as(bytes, UTF_8);
    }
    let mut readings: Vec<(i64, Decoded)> = [WINDOWS_1252, WINDOWS_1254, WINDOWS_1256, ISO_8859_6]
        .into_iter()
        .map(|encoding| decode_as(bytes, encoding))
        .map(|decoded| (score(&decoded.text), decoded))
        .collect();
    readings.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    // Windows-1256 and Windows-1254 have the letters of French too; readings that give the same text don't compete.
    let best = readings.first().map(|(_, it)| it.text.as_str());
    let others = readings.iter().filter(|(_, it)| best != Some(it.text.as_str()));
    let second = others.map(|(score, _)| *score).max().unwrap_or(0);
    match readings.into_iter().next() {
        Some((best, decoded)) if best >= SCORE_MIN && second.saturating_mul(3) < best * 2 => {
            decoded
        }
        Some(_) | None => Decoded { is_doubtful: true, ..decode_as(bytes, UTF_8) },
    }
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let (text, encoding, _) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), is_doubtful: false }
}

/// UTF-16 without a mark: nearly every second byte is the high byte of an ASCII or Arabic character.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = bytes.get(..bytes.len().min(PROBE_BYTES) & !1).filter(|it| it.len() >= 8)?;
    let pairs = probe.len() / 2;
    let high = |offset: usize| {
        let bytes = probe.iter().skip(offset).step_by(2);
        let (mut fit, mut zeros) = (0, 0);
        for byte in bytes {
            fit += usize::from(matches!(byte, 0x00 | 0x06 | 0x20 | 0xFE));
            zeros += usize::from(*byte == 0);
        }
        fit * 10 >= pairs * 9 && zeros * 20 >= pairs
    };
    match (high(0), high(1)) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        (true, true) | (false, false) => None,
    }
}

/// How much a text looks like Arabic or Latin words; ASCII alone scores nothing.
fn score(text: &str) -> i64 {
    let symbols = text.chars().map(|c| match c {
        '\u{FFFD}' | '\u{80}'..='\u{9F}' => -5,
        _ => 0,
    });
    let words = text.split(|c: char| !c.is_alphabetic() && !is_vowel_mark(c));
    symbols.sum::<i64>() + words.map(word_score).sum::<i64>()
}

fn word_score(word: &str) -> i64 {
    let (mut arabic, mut ascii, mut latin, mut common) = (0_i64, 0_i64, 0_i64, 0_i64);
    for c in word.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => ascii += 1,
            _ if is_vowel_mark(c) => common -= 1,
            '\u{0600}'..='\u{06FF}' => {
                arabic += 1;
                common += i64::from("اليمونرتبةهسعدف".contains(c));
                common -= i64::from("ظغثذضءئؤآپچژگ".contains(c));
            }
            _ => latin += 1,
        }
    }
    if arabic > 0 && ascii + latin > 0 {
        return -2 * (arabic + latin);
    }
    if arabic >= 2 {
        let article = if word.starts_with("ال") { 3 } else { 0 };
        let inner_end = word.chars().rev().skip(1).any(|c| matches!(c, 'ة' | 'ى'));
        return common + article - if inner_end { 3 } else { 0 };
    }
    match latin {
        0 => 0,
        _ if latin * 2 <= ascii + latin && ascii >= 2 => 2 * latin,
        _ => -latin,
    }
}

fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{0652}')
}

/// Whether a text is UTF-8 that somebody read as an older encoding and saved so: `Ø§Ù„` for «ال».
#[must_use]
pub fn is_misread(text: &str) -> bool {
    if text.is_ascii() {
        return false;
    }
    [WINDOWS_1252, WINDOWS_1256].into_iter().any(|encoding| {
        let (bytes, _, has_unmappable) = encoding.encode(text);
        let read = if has_unmappable { None } else { std::str::from_utf8(&bytes).ok() };
        let letters = read.map_or(0, |it| it.chars().filter(|c| !c.is_ascii()).count());
        letters >= if encoding == WINDOWS_1252 { 1 } else { 2 }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARABIC: &str = "رقم البلاغ;نص البلاغ;الحالة\r\n1;ماسورة مكسورة أمام البيت;مفتوح\r\n";

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn each_encoding_is_told_by_its_words() {
        for encoding in [WINDOWS_1256, ISO_8859_6, UTF_8] {
            let decoded = decode(&encoded(encoding, ARABIC), None);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (ARABIC, encoding.name()));
        }
        let french = "clé;texte\r\n1;fuite d'eau près de l'école\r\n";
        let decoded = decode(&encoded(WINDOWS_1252, french), None);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (french, "windows-1252"));
    }

    #[test]
    fn utf_16_is_told_with_and_without_a_mark() {
        for mark in ["\u{FEFF}", ""] {
            let text = format!("{mark}{ARABIC}");
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(decode(&little, None).text, ARABIC);
            assert_eq!(decode(&big, None).text, ARABIC);
        }
    }

    #[test]
    fn bytes_that_give_no_words_are_doubtful() {
        let decoded = decode(b"key,text\n1,\xFF\xFE\n", None);
        assert!(decoded.is_doubtful && decoded.text.contains('\u{FFFD}'));
        assert!(!decode(b"key,text\n1,plain\n", None).is_doubtful);
    }

    #[test]
    fn turkish_is_doubtful_and_read_when_it_is_named() {
        let text = "şikayet;açıklama\r\n1;yağmur suyu girişi kapalı, içeride su var\r\n";
        let bytes = encoded(WINDOWS_1254, text);
        assert!(decode(&bytes, None).is_doubtful);
        assert_eq!(decode(&bytes, Some(WINDOWS_1254)).text, text);
        // Without those letters both readings are one.
        let plain = encoded(WINDOWS_1254, "clé;texte\r\n1;fuite d'eau près de l'école\r\n");
        assert!(!decode(&plain, None).is_doubtful);
    }

    #[test]
    fn text_that_was_read_in_another_encoding_is_noticed() {
        let (bad, _, _) = WINDOWS_1252.decode("البلاغ".as_bytes());
        assert!(is_misread(&bad), "{bad}");
        let (bad, _, _) = WINDOWS_1256.decode("البلاغ".as_bytes());
        assert!(is_misread(&bad), "{bad}");
        for fine in ["البلاغ رقم ٣", "près de l'école", "plain", "ماءٌ جارٍ"] {
            assert!(!is_misread(fine), "{fine}");
        }
    }
}
