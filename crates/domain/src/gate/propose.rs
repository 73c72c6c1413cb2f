//! Facts found in what was typed, so that nobody has to claim them by hand (R49).

use std::ops::Range;

use chrono::{DateTime, Utc};

use super::about::About;
use super::facts::Looked;
use super::own_words;
use crate::case::Fact;
use crate::money::Money;

/// What the case already knows and a reply may tell.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// When something was done, is due or was promised.
    pub instants: &'a [DateTime<Utc>],
    /// What was granted or asked for.
    pub amounts: &'a [Money],
    /// Work orders and receipts.
    pub work_orders: &'a [String],
    /// Labels of remedies granted and things done, in any language.
    pub deeds: &'a [String],
}

/// The facts that the text holds, ready to be claimed: each passes [`super::facts`] for the same text,
/// template and case. A fact that is told twice is proposed once.
#[must_use]
pub fn propose_facts(
    text: &str,
    template_text: Option<&str>,
    known: &Known<'_>,
    about: &About<'_>,
) -> Vec<Fact> {
    let looked = Looked::new(text, template_text, about);
    let told = |fact: Fact| {
        let first = looked.ranges(&fact, about).into_iter().next()?;
        Some((looked.raw(&first), fact))
    };
    let no_words = String::new;
    let instants = known.instants.iter().map(|at| Fact::When { at: *at, words: no_words() });
    let amounts =
        known.amounts.iter().map(|money| Fact::Amount { money: *money, words: no_words() });
    let orders = known.work_orders.iter().map(|number| Fact::WorkOrder { number: number.clone() });
    let deeds = known.deeds.iter().map(|label| Fact::Done { words: label.clone() });
    let mut facts: Vec<Fact> = instants
        .chain(amounts)
        .chain(orders)
        .chain(deeds)
        .filter_map(told)
        .map(in_its_words)
        .collect();
    facts.extend(
        looked
            .quotes(about.own_words.unwrap_or_default())
            .into_iter()
            .filter_map(|words| told(Fact::Quote { words }).map(|(_, fact)| fact)),
    );
    facts
}

/// The fact with the words that tell it in this text.
fn in_its_words((raw, fact): (String, Fact)) -> Fact {
    match fact {
        Fact::When { at, .. } => Fact::When { at, words: raw },
        Fact::Amount { money, .. } => Fact::Amount { money, words: raw },
        told @ (Fact::Done { .. } | Fact::WorkOrder { .. } | Fact::Quote { .. }) => told,
    }
}

impl Looked<'_> {
    fn raw(&self, range: &Range<usize>) -> String {
        self.said.raw.get(self.said.bytes(range)).unwrap_or_default().to_owned()
    }

    /// The rows that are the person's, as they stand in this text.
    fn quotes(&self, own: &str) -> Vec<String> {
        let rows = own_words::ranges(&self.said, own, &self.counts);
        rows.iter().map(|range| self.raw(range)).collect()
    }
}
