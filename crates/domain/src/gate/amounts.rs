//! An amount of money in the ways people write it.

use std::ops::Range;

use super::said::Said;
use crate::money::Money;

/// Words that stand beside an amount in any currency; its code always does.
const UNITS: [&str; 24] = [
    "ريال",
    "ريالا",
    "ريالات",
    "دينار",
    "دينارا",
    "دنانير",
    "درهم",
    "درهما",
    "دراهم",
    "جنيه",
    "جنيها",
    "جنيهات",
    "ليره",
    "دولار",
    "دولارا",
    "يورو",
    "rial",
    "rials",
    "riyal",
    "riyals",
    "dinar",
    "dinars",
    "dirhams",
    "pounds",
];
const UNIT_DISTANCE_WORDS: usize = 2;

/// Where the amount stands, as ranges of words. A whole number needs its currency beside it: «12» may
/// be days. A number with as many decimals as the currency has speaks for itself.
pub(super) fn ranges(said: &Said<'_>, money: Money) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < said.words.len() {
        let end = number_end(said, start);
        let range = start..end.max(start + 1);
        start = range.end;
        if end > range.start && is_amount(said, &range, money) {
            found.push(range);
        }
    }
    found
}

/// The end of the number that begins at this word, its groups and decimals included; the same word
/// when there is no number.
fn number_end(said: &Said<'_>, start: usize) -> usize {
    if !is_digits(said, start) {
        return start;
    }
    let mut end = start + 1;
    while is_digits(said, end)
        && said.joint(end - 1).is_some_and(|joint| matches!(joint.as_str(), "." | ","))
    {
        end += 1;
    }
    end
}

fn is_digits(said: &Said<'_>, at: usize) -> bool {
    said.words.get(at).is_some_and(|word| word.whole.bytes().all(|b| b.is_ascii_digit()))
}

fn is_amount(said: &Said<'_>, range: &Range<usize>, money: Money) -> bool {
    let written = said.raw.get(said.bytes(range)).unwrap_or_default();
    // A comma that can be read twice is taken either way: the reader of a letter knows which.
    let readings = [written.to_owned(), written.replace(',', "."), written.replace(',', "")];
    let is_equal = readings.iter().any(|r| Money::parse(r, money.currency()) == Ok(money));
    is_equal && (has_decimals(said, range, money) || has_unit(said, range, money))
}

fn has_decimals(said: &Said<'_>, range: &Range<usize>, money: Money) -> bool {
    let decimals = usize::from(money.currency().decimals());
    let last = said.words.get(range.end - 1).map_or(0, |word| word.whole.len());
    decimals > 0 && range.len() > 1 && last == decimals
}

fn has_unit(said: &Said<'_>, range: &Range<usize>, money: Money) -> bool {
    let code = money.currency().to_string().to_lowercase();
    let near = range.start.saturating_sub(UNIT_DISTANCE_WORDS)..range.end + UNIT_DISTANCE_WORDS;
    said.words.iter().take(near.end).skip(near.start).any(|word| {
        // «OMR12» is one word, «ر.ع» two; both are as near as a unit can be.
        word.stem == code || UNITS.contains(&word.stem.as_str()) || word.whole == "ر"
    })
}
