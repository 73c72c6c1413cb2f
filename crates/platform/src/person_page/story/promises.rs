//! What was promised to the person, by when, and where it stands.

use super::Teller;
use domain::case::{Case, GrantedRemedy, RemedyState};
use domain::money::Money;

/// One promise.
pub(in crate::person_page) struct Promise {
    pub(in crate::person_page) what: String,
    /// Digits and code of the currency: runs from left to right in every language.
    pub(in crate::person_page) amount: Option<String>,
    pub(in crate::person_page) due: String,
    pub(in crate::person_page) state: String,
    /// The name of its colour.
    pub(in crate::person_page) colour: &'static str,
}

impl Teller<'_> {
    /// All of them, the late and failed ones first.
    pub(super) fn promises(self, case: &Case) -> Vec<Promise> {
        let mut remedies: Vec<&GrantedRemedy> = case.remedies.iter().collect();
        remedies.sort_by_key(|it| (!is_broken(it.state), it.due));
        remedies.into_iter().map(|it| self.promise(it)).collect()
    }

    fn promise(self, remedy: &GrantedRemedy) -> Promise {
        let label = self.book.remedies.get(&remedy.ask.remedy).map(|it| it.label.of(self.say.0));
        let (state, colour) = match remedy.state {
            RemedyState::Granted => ("granted", "calm"),
            RemedyState::Ordered => ("ordered", "calm"),
            RemedyState::Done => ("done", "confirmed"),
            RemedyState::Failed => ("failed", "lost"),
            RemedyState::Late => ("late", "due"),
        };
        Promise {
            what: label.unwrap_or(remedy.ask.remedy.as_str()).to_owned(),
            amount: remedy.ask.amount.map(amount),
            due: self.instant(remedy.due),
            state: self.say.of("promise-is", "state", state),
            colour,
        }
    }
}

/// It was promised and its instant has not come.
pub(super) fn is_to_come(remedy: &GrantedRemedy) -> bool {
    matches!(remedy.state, RemedyState::Granted | RemedyState::Ordered)
}

fn is_broken(state: RemedyState) -> bool {
    matches!(state, RemedyState::Failed | RemedyState::Late)
}

fn amount(money: Money) -> String {
    let parts = money.parts();
    let sign = if parts.negative { "-" } else { "" };
    let point = if parts.fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{} {}", parts.whole, parts.fraction, parts.currency)
}
