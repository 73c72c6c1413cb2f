//! Whether what is left of a text says something of the case: a linear model over the counts of
//! [`Evidence`] and over the letters of its words, which sees a word in all its forms.
//!
//! It is made from the labelled replies under `tests/corpus` by the test `tune::the_model_is_made` (see
//! `docs/decisions/reply-check.md`), and it is the same number on every computer: the weights of
//! letters are whole numbers, and what is done with their sum is exact by IEEE 754.

use super::evidence::Evidence;

/// Rows of letters are told apart by so many bits of their hash.
pub(super) const BITS: u32 = 15;
/// Rows of so many letters of a word, its ends included.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=4;
/// Counts of the evidence, each with a weight of its own.
pub(super) const COUNTS: usize = 14;
/// How much the letters weigh beside the counts.
const LETTERS_WEIGHT: f64 = 4.0;
const COUNTS_WEIGHT: f64 = 0.5;

/// Bias, counts and the unit of the letters' weights, as 32-bit floats; then a byte for each row.
static WEIGHTS: &[u8] = include_bytes!("model/says.bin");

/// How sure it is that the text says something: above zero it does.
pub(super) fn score(words: &[&str], evidence: &Evidence) -> f64 {
    let float = |at: usize| {
        let bytes = WEIGHTS.get(at * 4..at * 4 + 4).and_then(|it| it.try_into().ok());
        f64::from(bytes.map_or(0.0, f32::from_le_bytes))
    };
    let mut sum = float(0);
    for (at, count) in counts(evidence).into_iter().enumerate() {
        sum += float(1 + at) * count;
    }
    let letters = &WEIGHTS[(2 + COUNTS) * 4..];
    let rows = rows(words);
    let weight = |row: &u32| letters.get(*row as usize).map_or(0, |it| i64::from(it.cast_signed()));
    let whole: i64 = rows.iter().map(weight).sum();
    // As many rows as a letter has fit into a float without loss.
    #[expect(clippy::cast_precision_loss)]
    let (whole, count) = (whole as f64, rows.len().max(1) as f64);
    sum + whole * float(1 + COUNTS) * LETTERS_WEIGHT / count.sqrt()
}

/// The counts, each bounded so that a long text is no better than a good one.
pub(super) fn counts(e: &Evidence) -> [f64; COUNTS] {
    let bounded = [
        (e.facts, 3),
        (e.warm_facts, 2),
        (e.deeds, 3),
        (e.named, 2),
        (e.fresh, 8),
        (e.own, 4),
        (e.acts, 4),
        (e.things, 4),
        (e.warm_words, 5),
        (e.warm, 8),
        (e.words, 40),
        (e.elsewhere, 2),
        (e.favours, 2),
        (e.doors, 4),
    ];
    bounded.map(|(count, max)| {
        let count = f64::from(u32::try_from(count.min(max)).unwrap_or(0));
        // Words are many: they weigh by the ten.
        if max == 40 { count / 10.0 * COUNTS_WEIGHT } else { count * COUNTS_WEIGHT }
    })
}

/// The rows of letters of each word, and each pair of words, once.
pub(super) fn rows(words: &[&str]) -> Vec<u32> {
    let mut rows = Vec::new();
    for word in words {
        let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain([' ']).collect();
        for length in LETTERS {
            rows.extend(letters.windows(length).map(|row| hash(row.iter().copied())));
        }
    }
    let ends = std::iter::once("^").chain(words.iter().copied()).chain(["$"]);
    let all: Vec<&str> = ends.collect();
    for pair in all.windows(2) {
        let line = ['='].into_iter().chain(pair[0].chars()).chain([' ']).chain(pair[1].chars());
        rows.push(hash(line));
    }
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// FNV-1a over the letters in UTF-8, cut to the bits.
fn hash(letters: impl Iterator<Item = char>) -> u32 {
    let mut hash = 2_166_136_261_u32;
    let mut buffer = [0; 4];
    for letter in letters {
        for byte in letter.encode_utf8(&mut buffer).bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
        }
    }
    hash & ((1 << BITS) - 1)
}
