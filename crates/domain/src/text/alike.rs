//! How near two texts are: the second gate rule asks whether a person is told the same again (R20).

use std::collections::HashMap;

use super::words;

type Trigram = [char; 3];

/// How alike two texts are, in whole percent rounded down.
///
/// Both are folded, their words stripped and joined by single spaces; then twice the shared trigrams
/// stand over all trigrams (Sørensen–Dice). It is symmetric, linear in the length, and blind to
/// vowel marks, spelling of hamza, digits' script and punctuation. Two texts without words are alike,
/// one without words is like no other.
#[must_use]
pub fn alike(a: &str, b: &str) -> u8 {
    let (a, a_total) = trigrams(a);
    let (b, b_total) = trigrams(b);
    if a_total + b_total == 0 {
        return 100;
    }
    let shared: usize = a.iter().map(|(k, n)| (*n).min(b.get(k).copied().unwrap_or(0))).sum();
    u8::try_from(200 * shared / (a_total + b_total)).unwrap_or(100)
}

fn trigrams(text: &str) -> (HashMap<Trigram, usize>, usize) {
    let words = words(text);
    let mut counted = HashMap::new();
    if words.is_empty() {
        return (counted, 0);
    }
    // A space on each end gives the first and last letters their weight, and a text of one letter
    // its trigram.
    let line: Vec<char> = format!(" {} ", words.join(" ")).chars().collect();
    let mut total = 0;
    for three in line.array_windows::<3>() {
        *counted.entry(*three).or_insert(0) += 1;
        total += 1;
    }
    (counted, total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SENT: &str =
        "نفيدكم بأن الفريق الفني يعمل على إصلاح العطل في الخط وسيتم إبلاغكم بأي مستجدات";

    #[test]
    fn the_same_words_in_another_spelling_are_the_same() {
        let again =
            "نُفيدكم بان الفريق الفنّي يعمل على اصلاح العطل في الخط، وسيتم إبلاغكم بأيّ مستجدات.";
        assert_eq!(alike(SENT, again), 100);
        assert_eq!(alike("Your case No. ٢٣!", "your case no 23"), 100);
    }

    #[test]
    fn one_new_greeting_does_not_make_a_new_answer() {
        assert!(alike(SENT, &format!("مرحبا، {SENT}")) >= 90);
    }

    #[test]
    fn a_new_fact_makes_a_new_text() {
        let news = "وصل الفريق صباح اليوم واستبدل الكابل المقطوع، ويعود الخط مساء الثلاثاء";
        assert!(alike(SENT, news) < 50);
    }

    #[test]
    fn nothing_is_like_nothing_only() {
        assert_eq!(alike("", " … "), 100);
        assert_eq!(alike("", "ماء"), 0);
        assert_eq!(alike("أ", "ا"), 100);
    }

    proptest! {
        #[test]
        fn it_is_symmetric_bounded_and_whole_for_itself(a in "\\PC{0,80}", b in "\\PC{0,80}") {
            prop_assert_eq!(alike(&a, &b), alike(&b, &a));
            prop_assert!(alike(&a, &b) <= 100);
            prop_assert_eq!(alike(&a, &a), 100);
        }
    }
}
