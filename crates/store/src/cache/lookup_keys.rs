//! Numbers as keys: every run of at least six digits of a number is the beginning of one of its tails.

/// Fewest digits that are looked up (R01).
pub(super) const DIGITS_MIN: usize = 6;
/// Digits of a key; what is longer is cut.
const DIGITS: usize = 18;

/// The keys of a number: each tail of six or more digits, filled up to eighteen, as an integer. Small
/// and sorted, so that typing any six digits is one short range.
pub(super) fn keys(number: &str) -> Vec<i64> {
    let digits = digits_of(number);
    let last = (digits.len() + 1).saturating_sub(DIGITS_MIN);
    let mut keys: Vec<i64> = (0..last).map(|from| range(&digits[from..]).0).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The range of keys that begin with what was typed; none below six digits.
pub(super) fn typed_range(text: &str) -> Option<(i64, i64)> {
    let digits = digits_of(text);
    (digits.len() >= DIGITS_MIN).then(|| range(&digits))
}

fn range(digits: &[u8]) -> (i64, i64) {
    let kept = &digits[..digits.len().min(DIGITS)];
    let value = kept.iter().fold(0_i64, |value, digit| value * 10 + i64::from(*digit));
    let step = 10_i64.pow(u32::try_from(DIGITS - kept.len()).unwrap_or_default());
    (value * step, (value + 1) * step)
}

fn digits_of(text: &str) -> Vec<u8> {
    let folded = domain::text::fold_digits(text);
    folded.bytes().filter(u8::is_ascii_digit).map(|it| it - b'0').collect()
}

/// A reference without dashes, as it is stored and compared: people read O for 0 and I or L for 1.
pub(super) fn compact(reference: &str) -> String {
    let folded = domain::text::fold_digits(reference);
    let letters = folded.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|c| c.to_ascii_uppercase())
        .enumerate()
        .map(|(at, c)| match c {
            'O' if at >= 2 => '0',
            'I' | 'L' if at >= 2 => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(number: &str, typed: &str) -> bool {
        let Some((from, until)) = typed_range(typed) else { return false };
        keys(number).iter().any(|key| (from..until).contains(key))
    }

    #[test]
    fn any_six_digits_in_a_row_find_a_number_in_any_script() {
        for typed in ["24123456", "٢٤١٢٣٤", "+968 2412", "968241", "123456", "412345"] {
            assert!(finds("+96824123456", typed), "{typed}");
        }
        for typed in ["24123", "241235", "968968", "124123456"] {
            assert!(!finds("+96824123456", typed), "{typed}");
        }
    }

    #[test]
    fn leading_noughts_and_long_numbers_have_keys_of_their_own() {
        assert!(finds("0012345678", "001234"));
        assert!(finds("0012345678", "012345"));
        assert!(!finds("0912345678", "012345"));
        assert!(finds("12345678901234567890123", "890123"));
        assert!(keys("12345").is_empty());
    }

    #[test]
    fn a_reference_is_compared_as_people_misread_it() {
        assert_eq!(compact("rd-7k2m-9qxf"), "RD7K2M9QXF");
        assert_eq!(compact("OL-OIL٢"), "OL0112");
    }
}
