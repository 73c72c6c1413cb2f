//! Whether somebody's powers reach as far as what is asked (`rules.md`, Powers).

use super::limits::{left_on_case, left_today};
use super::{Case, guard, powers_card};
use crate::book::{Book, Power};
use crate::money::Money;
use crate::{Context, Refusal, RemedyAsk, RemedyId, SpentToday, StaffId};
use chrono::{DateTime, Utc};

/// How many remedies one action may grant.
pub const REMEDIES_MAX: usize = 20;

/// Whose powers are looked at, and what they granted today as far as it is known here.
#[derive(Clone, Copy)]
pub(super) struct Granter<'a> {
    pub staff: &'a StaffId,
    pub spent_today: &'a SpentToday,
}

/// What keeps the asks from being granted by somebody, in their order; empty when they may. Sums of
/// one remedy count over the whole case, whoever granted them, and over the asks before.
pub(super) fn shortfalls(
    case: &Case,
    asks: &[RemedyAsk],
    granter: Granter<'_>,
    book: &Book,
    now: DateTime<Utc>,
) -> Vec<Refusal> {
    asks.iter()
        .enumerate()
        .filter_map(|(n, ask)| {
            let power = book.power_for(granter.staff, &ask.remedy, &case.category, now);
            let before = asks.get(..n).unwrap_or_default();
            within(case, ask, before, power, granter.spent_today).err()
        })
        .collect()
}

/// Whether somebody's powers reach as far as all asks on this case, whatever they granted today; the
/// proof that a power requires is the asker's to bring.
pub(super) fn reaches(
    case: &Case,
    asks: &[RemedyAsk],
    staff: &StaffId,
    book: &Book,
    now: DateTime<Utc>,
) -> bool {
    let granter = Granter { staff, spent_today: &SpentToday::new() };
    let shortfalls = shortfalls(case, asks, granter, book, now);
    shortfalls.iter().all(|it| matches!(it, Refusal::ProofMissing { .. }))
}

fn within(
    case: &Case,
    ask: &RemedyAsk,
    before: &[RemedyAsk],
    power: Option<&Power>,
    spent_today: &SpentToday,
) -> Result<(), Refusal> {
    let remedy = ask.remedy.clone();
    let power = power.ok_or_else(|| Refusal::NoPower { remedy: remedy.clone() })?;
    let asked_minor = minor(ask).saturating_add(sum(before, &remedy));
    let above = |left: &Money| asked_minor > left.minor();
    if left_on_case(power, case, &remedy).is_some_and(|left| above(&left)) {
        let limit = power.limit_case;
        return Err(Refusal::LimitExceeded { remedy, limit, asked: ask.amount });
    }
    if let Some(left) = left_today(power, &remedy, spent_today).filter(above) {
        return Err(Refusal::DailyLimitExceeded { remedy, left: Some(left), asked: ask.amount });
    }
    proof(power, ask)
}

fn proof(power: &Power, ask: &RemedyAsk) -> Result<(), Refusal> {
    let has_proof = ask.proof.as_ref().is_some_and(|it| !it.trim().is_empty());
    if power.proof_required && !has_proof {
        return Err(Refusal::ProofMissing { remedy: ask.remedy.clone() });
    }
    Ok(())
}

fn minor(ask: &RemedyAsk) -> i64 {
    ask.amount.map_or(0, Money::minor)
}

fn sum(asks: &[RemedyAsk], remedy: &RemedyId) -> i64 {
    asks.iter().filter(|it| it.remedy == *remedy).map(minor).fold(0, i64::saturating_add)
}

/// The asks make sense, whoever grants them: known remedies, amounts where they belong and in the
/// agency's currency, instants ahead, units that exist.
pub(super) fn check_asks(asks: &[RemedyAsk], cx: &Context<'_>) -> Result<(), Refusal> {
    if asks.len() > REMEDIES_MAX {
        return Err(guard::out_of_range("remedies"));
    }
    asks.iter().try_for_each(|ask| check_ask(ask, cx))
}

fn check_ask(ask: &RemedyAsk, cx: &Context<'_>) -> Result<(), Refusal> {
    let Some(remedy) = cx.book.remedies.get(&ask.remedy) else {
        return Err(guard::unknown(&ask.remedy));
    };
    match ask.amount {
        None if remedy.amount => {
            return Err(Refusal::AmountMissing { remedy: ask.remedy.clone() });
        }
        Some(money) if money.currency() != cx.book.currency => return Err(Refusal::WrongCurrency),
        Some(money) if !remedy.amount || money.minor() <= 0 => {
            return Err(guard::out_of_range("amount"));
        }
        None | Some(_) => {}
    }
    if ask.due.is_some_and(|due| due <= cx.now) {
        return Err(guard::out_of_range("due"));
    }
    guard::fits("proof", ask.proof.as_deref().unwrap_or_default(), guard::LINE_CHARS_MAX)?;
    match &ask.performer {
        Some(unit) if !cx.book.units.contains_key(unit) => Err(guard::unknown(unit)),
        Some(_) | None => Ok(()),
    }
}

/// By when a remedy is done: as asked, or after the catalogue's working days.
pub(super) fn due_of(case: &Case, ask: &RemedyAsk, cx: &Context<'_>) -> DateTime<Utc> {
    let usual =
        cx.book.remedies.get(&ask.remedy).map(|it| powers_card::due_of(case, it, cx.book, cx.now));
    ask.due.or(usual).unwrap_or(cx.now)
}
