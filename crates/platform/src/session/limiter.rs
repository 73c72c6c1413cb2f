//! Failures slow the one who fails, and nobody else.
//!
//! A computer that is known, by its proven key or by its id, is counted alone: no stranger, no
//! colleague and no shared address can make it wait. Everybody else is counted by account and
//! address, by account, and by address. Nobody is ever locked out.

use crate::Denied;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{AgencyId, DeviceId, StaffId};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Failures are forgotten after this time without a new one.
const MEMORY: TimeDelta = TimeDelta::hours(1);
/// No wait is longer, seconds.
const WAIT_S_MAX: i64 = 15 * 60;
/// Slots kept before the forgotten ones are swept out.
const SLOTS_SWEPT_AT: usize = 10_000;
/// Failures on a known computer before it slows down.
const FREE_OF_DEVICE: u32 = 10;
/// Failures of one account at one address.
const FREE_AT_ADDRESS: u32 = 5;
/// Failures of one account from anywhere, on computers that are not known.
const FREE_OF_ACCOUNT: u32 = 20;
/// Failures from one address, which a whole office may share, on computers that are not known.
const FREE_OF_ADDRESS: u32 = 100;

/// Who tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caller {
    /// A computer that is enrolled for this account.
    Device(DeviceId),
    /// Anybody.
    Stranger,
}

/// What a try is counted under.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Counted {
    Device(DeviceId),
    At(AgencyId, StaffId, Option<IpAddr>),
    Account(AgencyId, StaffId),
    Address(IpAddr),
}

impl Counted {
    fn free(&self) -> u32 {
        match self {
            Self::Device(_) => FREE_OF_DEVICE,
            Self::At(..) => FREE_AT_ADDRESS,
            Self::Account(..) => FREE_OF_ACCOUNT,
            Self::Address(_) => FREE_OF_ADDRESS,
        }
    }
}

/// A try that was let through, and is counted until it turns out right.
pub(super) struct Attempt(Vec<Counted>);

struct Slot {
    failures: u32,
    last: DateTime<Utc>,
}

/// Counts failures in memory: a restart forgives, which costs an attacker more than it gives.
#[derive(Default)]
pub(crate) struct Limiter {
    slots: Mutex<HashMap<Counted, Slot>>,
}

impl Limiter {
    /// Begins a try and counts it, or turns away who must still wait.
    pub(super) fn begin(
        &self,
        caller: Caller,
        agency: &AgencyId,
        staff: &StaffId,
        address: Option<IpAddr>,
        now: DateTime<Utc>,
    ) -> Result<Attempt, Denied> {
        let counted = counted(caller, agency, staff, address);
        let mut slots = self.slots();
        if slots.len() > SLOTS_SWEPT_AT {
            slots.retain(|_, slot| now - slot.last < MEMORY);
        }
        let until = counted.iter().filter_map(|it| slots.get(it).map(|slot| slot.until(it))).max();
        if let Some(until) = until.filter(|until| *until > now) {
            return Err(Denied::TooMany { retry_after_s: whole_s(until - now) });
        }
        for it in &counted {
            let slot = slots.entry(it.clone()).or_insert(Slot { failures: 0, last: now });
            if now - slot.last >= MEMORY {
                slot.failures = 0;
            }
            slot.failures = slot.failures.saturating_add(1);
            slot.last = now;
        }
        Ok(Attempt(counted))
    }

    /// The try was right: its own failures are forgotten, and it counts nowhere.
    pub(super) fn right(&self, attempt: &Attempt, now: DateTime<Utc>) {
        let mut slots = self.slots();
        for it in &attempt.0 {
            match it {
                Counted::Device(_) | Counted::At(..) => {
                    slots.remove(it);
                }
                Counted::Account(..) | Counted::Address(_) => take_back(&mut slots, it, Some(now)),
            }
        }
    }

    /// The try was neither right nor wrong, as when the queue was full.
    pub(super) fn not_counted(&self, attempt: &Attempt) {
        let mut slots = self.slots();
        for it in &attempt.0 {
            take_back(&mut slots, it, None);
        }
    }

    fn slots(&self) -> MutexGuard<'_, HashMap<Counted, Slot>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Slot {
    fn until(&self, of: &Counted) -> DateTime<Utc> {
        self.last + wait(self.failures, of.free())
    }
}

fn take_back(slots: &mut HashMap<Counted, Slot>, of: &Counted, now: Option<DateTime<Utc>>) {
    if let Some(slot) = slots.get_mut(of) {
        slot.failures = slot.failures.saturating_sub(1);
        slot.last = now.unwrap_or(slot.last);
    }
}

fn counted(
    caller: Caller,
    agency: &AgencyId,
    staff: &StaffId,
    address: Option<IpAddr>,
) -> Vec<Counted> {
    match caller {
        Caller::Device(device) => vec![Counted::Device(device)],
        Caller::Stranger => {
            let address = address.map(whole_house);
            let (agency, staff) = (agency.clone(), staff.clone());
            let mut counted = vec![
                Counted::At(agency.clone(), staff.clone(), address),
                Counted::Account(agency, staff),
            ];
            counted.extend(address.map(Counted::Address));
            counted
        }
    }
}

/// An address of IP version 6 is cut to its first half, for that is what one subscriber has.
pub(crate) fn whole_house(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(whole) => {
            let [a, b, c, d, ..] = whole.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        four @ IpAddr::V4(_) => four,
    }
}

fn wait(failures: u32, free: u32) -> TimeDelta {
    let doublings = failures.saturating_sub(free);
    if doublings == 0 {
        return TimeDelta::zero();
    }
    // Sixteen doublings are beyond the longest wait already.
    TimeDelta::seconds((1_i64 << doublings.min(16)).min(WAIT_S_MAX))
}

fn whole_s(wait: TimeDelta) -> u32 {
    u32::try_from(wait.num_seconds() + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_after_the_free_failures_and_end() {
        let waits: Vec<i64> = (4..10).map(|failures| wait(failures, 5).num_seconds()).collect();
        assert_eq!(waits, [0, 0, 2, 4, 8, 16]);
        assert_eq!(wait(u32::MAX, 5).num_seconds(), WAIT_S_MAX);
        assert_eq!(wait(68, 5).num_seconds(), WAIT_S_MAX);
    }

    #[test]
    fn tries_at_once_wait_like_tries_one_after_another() {
        let limiter = Limiter::default();
        let (agency, staff) = (AgencyId::new("waha"), StaffId::new("huda"));
        let begun = (0..100).flat_map(|_| {
            limiter.begin(Caller::Stranger, &agency, &staff, None, DateTime::UNIX_EPOCH)
        });
        assert_eq!(begun.count(), usize::try_from(FREE_AT_ADDRESS).expect("small") + 1);
    }
}
