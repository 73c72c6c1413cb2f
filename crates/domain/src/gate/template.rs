//! How much of a text a template brought.

use super::Span;
use super::said::Said;
use crate::text::Word;

/// Beyond this many differing words the rest counts as typed; no letter is that long.
pub const ALIGNED_WORDS_MAX: usize = 2_000;

/// A template with its places filled: `{name}` becomes the value of `name`. A place without a value
/// becomes nothing and is left for the handler to type; a brace that opens no place stays.
///
/// The gate compares a reply with this text, so the device and the platform fill by this function.
#[must_use]
pub fn fill_template(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((place, behind)) = after.split_once('}').filter(|(place, _)| is_place(place))
        else {
            filled.push('{');
            rest = after;
            continue;
        };
        let value = values.iter().find(|(name, _)| *name == place);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    filled + rest
}

/// Stands in a text where its writer has to write.
pub const GAP: &str = "«…»";

/// Stands in the text of a template where its date goes.
pub const DATE_PLACE: &str = "{date}";

/// Where gaps are still open.
#[must_use]
pub fn gaps(text: &str) -> Vec<Span> {
    text.match_indices(GAP).map(|(at, gap)| Span::of(text, at..at + gap.len())).collect()
}

fn is_place(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// How much of the text stands in the template in the same order, in percent of its letters, rounded
/// down (R25). The template is the text that it gave for this case, its places filled in.
#[must_use]
pub fn template_share_percent(text: &str, template_text: &str) -> u8 {
    let said = Said::new(text);
    let typed = typed_words(&said, Some(template_text));
    let letters = |word: &Word| word.whole.chars().count();
    let all: usize = said.words.iter().map(letters).sum();
    let kept = said.words.iter().zip(&typed).filter(|(_, typed)| !**typed);
    let brought: usize = kept.map(|(word, _)| letters(word)).sum();
    u8::try_from((100 * brought).checked_div(all).unwrap_or(0)).unwrap_or(100)
}

/// For each word of the text whether a human typed it: it is not part of the longest row of words
/// that text and template have in common.
pub(super) fn typed_words(said: &Said<'_>, template_text: Option<&str>) -> Vec<bool> {
    let template = template_text.map(Said::new).map(|template| template.words).unwrap_or_default();
    let (a, b) = (said.words.as_slice(), template.as_slice());
    let front = a.iter().zip(b).take_while(|(a, b)| is_same(a, b)).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| is_same(a, b)).count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    let mut typed = vec![false; front];
    typed.extend(not_common(a, b));
    typed.resize(said.words.len(), false);
    typed
}

fn is_same(a: &Word, b: &Word) -> bool {
    a.whole == b.whole
}

/// For each word of `a` whether it lies outside the longest common subsequence with `b`.
fn not_common(a: &[Word], b: &[Word]) -> Vec<bool> {
    let rows = a.len().min(ALIGNED_WORDS_MAX);
    let columns = b.len().min(ALIGNED_WORDS_MAX);
    let width = columns + 1;
    // The length of the longest common row of the words from `row` and from `column` on.
    let mut longest = vec![0_u16; (rows + 1) * width];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let here = row * width + column;
            longest[here] = if is_same(&a[row], &b[column]) {
                longest[here + width + 1] + 1
            } else {
                longest[here + width].max(longest[here + 1])
            };
        }
    }
    let mut typed = vec![true; a.len()];
    let (mut row, mut column) = (0, 0);
    while row < rows && column < columns {
        let here = row * width + column;
        if is_same(&a[row], &b[column]) {
            typed[row] = false;
            (row, column) = (row + 1, column + 1);
        } else if longest[here + width] >= longest[here + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    typed
}
