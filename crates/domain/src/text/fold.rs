//! One spelling for many: the form under which text is searched and compared.

use unicode_normalization::char::decompose_compatible;

/// Text beyond this many bytes is neither indexed nor compared, so that a pasted book costs no more
/// than a long letter.
pub const FOLD_BYTES_MAX: usize = 262_144;

/// Folds a text for search and comparison.
///
/// أإآٱ become ا, ة becomes ه, ى and Persian ی become ي, ؤ becomes و, ئ becomes ي, Persian ک becomes
/// ك. Vowel marks, tatweel and invisible direction marks go. Arabic-Indic and Persian digits become
/// ASCII. Presentation forms, as they come out of old PDFs, become plain letters. Latin letters lose
/// case and accents. Folding twice changes nothing.
///
/// Only the first [`FOLD_BYTES_MAX`] bytes are folded.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len().min(FOLD_BYTES_MAX));
    for (_, raw) in bounded(text) {
        fold_char(raw, |c| folded.push(c));
    }
    folded
}

/// Turns Arabic-Indic and Persian digits into ASCII and leaves everything else as it was typed.
#[must_use]
pub fn fold_digits(text: &str) -> String {
    text.chars().map(|c| digit_of(c).unwrap_or(c)).collect()
}

/// Whether a character shows nothing: direction marks, joiners, byte order marks, soft hyphens.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}'
        | '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}')
}

/// The characters within the limit, with their byte offsets.
pub(super) fn bounded(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().take_while(|(at, _)| *at < FOLD_BYTES_MAX)
}

/// The ASCII digit that an Arabic-Indic or Persian digit stands for.
fn digit_of(c: char) -> Option<char> {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => return None,
    };
    char::from_digit(u32::from(c) - zero, 10)
}

/// Folds one character on its own. Being blind to its neighbours is what lets the gate point back at
/// the raw text.
pub(super) fn fold_char(raw: char, mut emit: impl FnMut(char)) {
    match raw {
        '\0'..='\u{7F}' => return emit(raw.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' => return emit('ا'),
        'ؤ' => return emit('و'),
        'ئ' | 'ى' => return emit('ي'),
        'ة' => return emit('ه'),
        'ء'..='غ' | 'ف'..='ي' => return emit(raw),
        '\u{064B}'..='\u{065F}' | '\u{0640}' => return,
        _ => {}
    }
    fold_rare(raw, emit);
}

/// What the short way of [`fold_char`] leaves over; a test holds the two to the same answers.
fn fold_rare(raw: char, mut emit: impl FnMut(char)) {
    decompose_compatible(raw, |part| {
        if !is_dropped(part) {
            letter(part).to_lowercase().filter(|c| !is_dropped(*c)).for_each(&mut emit);
        }
    });
}

/// The decomposition has already parted hamza and madda from their seats; what is left are letters
/// that Unicode holds to be different and readers do not.
fn letter(c: char) -> char {
    match c {
        'ٱ' => 'ا',
        'ة' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' => 'ك',
        '\u{066B}' => '.',
        '\u{066C}' => ',',
        other => digit_of(other).unwrap_or(other),
    }
}

/// Marks that carry no search: vowels, Quranic signs, accents, tatweel, joiners, direction marks.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}'
        | '\u{00AD}'
        | '\u{0610}'..='\u{061A}'
        | '\u{061C}'
        | '\u{0640}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}' | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{08D3}'..='\u{08FF}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_letter_of_the_agreed_table_folds() {
        assert_eq!(fold("أإآٱ ة ى ؤ ئ"), "اااا ه ي و ي");
        assert_eq!(fold("ی ک ہ"), "ي ك ه");
    }

    #[test]
    fn vowel_marks_and_tatweel_vanish() {
        assert_eq!(fold("مُحَمَّدٌ"), "محمد");
        assert_eq!(fold("الميـــاه"), "المياه");
        assert_eq!(fold("هذا"), fold("هٰذا"));
    }

    #[test]
    fn digits_of_three_scripts_are_one() {
        assert_eq!(fold("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹"), "0123456789 0123456789");
        assert_eq!(fold("١٢٫٥٠٠"), "12.500");
        assert_eq!(fold_digits("شارع ٢٣ أ"), "شارع 23 أ");
    }

    #[test]
    fn letters_from_an_old_pdf_are_plain_letters_again() {
        assert_eq!(fold("\u{FEFB}"), "لا");
        assert_eq!(fold("\u{FEE3}\u{FEF4}\u{FE8E}\u{FEA9}"), "مياد");
    }

    #[test]
    fn latin_loses_case_and_accents() {
        assert_eq!(fold("Café ÉLAN İzmir Ｗ"), "cafe elan izmir w");
    }

    #[test]
    fn invisible_direction_marks_do_not_hide_a_word() {
        assert_eq!(fold("\u{200F}فاتورة\u{200E}"), "فاتوره");
    }

    #[test]
    fn a_pasted_book_is_cut_at_the_limit() {
        assert!(fold(&"م".repeat(FOLD_BYTES_MAX)).len() <= FOLD_BYTES_MAX);
    }

    #[test]
    fn the_short_way_folds_every_character_as_the_long_way_does() {
        for raw in '\0'..='\u{FFFF}' {
            let (mut short, mut long) = (String::new(), String::new());
            fold_char(raw, |c| short.push(c));
            fold_rare(raw, |c| long.push(c));
            assert_eq!(short, long, "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn arabic_with_any_marks_folds_to_letters_alone(text in "[\u{0621}-\u{065F}]{0,40}") {
            prop_assert!(!fold(&text).chars().any(|c| "أإآؤئةىٱـ".contains(c) || is_dropped(c)));
        }
    }
}
