//! How many connections there may be, and which one goes when a new one finds no room: never one whose
//! request is being answered, always the one that has kept the server waiting longest. So a thousand
//! connections that never finish a request replace each other and not an honest desk.

use crate::session::whole_house;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Connections of a platform in all.
const ALL_MAX: usize = 4_096;
/// Connections from one address, which a whole office may share.
const PER_ADDRESS_MAX: usize = 512;
/// File descriptors left for the database and files.
const FILES_KEPT_FREE: usize = 256;
/// However few descriptors there are.
const ALL_MIN: usize = 32;

/// How many connections there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In all.
    pub all_max: usize,
    /// From one address; a trusted proxy is exempt.
    pub per_address_max: usize,
}

impl Default for Limits {
    /// As many as the system's limit of open files leaves room for.
    fn default() -> Self {
        let files = open_files_max().unwrap_or(1_024);
        let all_max = files.saturating_sub(FILES_KEPT_FREE).clamp(ALL_MIN, ALL_MAX);
        Self { all_max, per_address_max: PER_ADDRESS_MAX.min(all_max / 2) }
    }
}

/// What a connection is doing; the first is the first to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// No whole request head is here: idle, half sent, or in a handshake.
    Waiting,
    /// The body of a request comes in.
    Reading,
    /// The answer goes out.
    Answering,
    /// The request is being worked on.
    Working,
}

struct Slot {
    address: IpAddr,
    phase: Phase,
    /// A count that grows with each change of phase: the smallest has waited longest.
    since: u64,
    close: Arc<Notify>,
}

#[derive(Default)]
struct Table {
    slots: HashMap<u64, Slot>,
    ticks: u64,
}

/// Every open connection.
pub(super) struct Gate {
    limits: Limits,
    table: Mutex<Table>,
}

/// The place of one connection; given back when dropped.
#[derive(Clone)]
pub(super) struct Ticket(Arc<Held>);

struct Held {
    gate: Arc<Gate>,
    id: u64,
    close: Arc<Notify>,
}

impl Gate {
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, table: Mutex::default() }
    }

    /// A place for a new connection. Closes another one when there is no room; none when every other
    /// one is being worked on.
    pub(super) fn admit(self: &Arc<Self>, address: IpAddr, exempt: bool) -> Option<Ticket> {
        let address = whole_house(address);
        let mut table = self.table();
        let same = |slot: &Slot| slot.address == address;
        let of_address = table.slots.values().filter(|it| same(it)).count();
        if !exempt && of_address >= self.limits.per_address_max && !table.close_one(same) {
            return None;
        }
        if table.slots.len() >= self.limits.all_max && !table.close_one(|_| true) {
            return None;
        }
        let close = Arc::new(Notify::new());
        let id = table.tick();
        let slot = Slot { address, phase: Phase::Waiting, since: id, close: Arc::clone(&close) };
        table.slots.insert(id, slot);
        Some(Ticket(Arc::new(Held { gate: Arc::clone(self), id, close })))
    }

    /// Closes one connection, as when the system has no descriptor left.
    pub(super) fn make_room(&self) {
        self.table().close_one(|_| true);
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    fn tick(&mut self) -> u64 {
        self.ticks += 1;
        self.ticks
    }

    fn close_one(&mut self, of: impl Fn(&Slot) -> bool) -> bool {
        let candidates = self.slots.iter().filter(|(_, it)| of(it) && it.phase < Phase::Working);
        let Some((id, _)) = candidates.min_by_key(|(_, it)| (it.phase, it.since)) else {
            return false;
        };
        let id = *id;
        if let Some(slot) = self.slots.remove(&id) {
            // A permit is kept when nobody waits for it yet.
            slot.close.notify_one();
        }
        true
    }
}

impl Ticket {
    /// Notes what the connection is doing now.
    pub(super) fn enter(&self, phase: Phase) {
        let mut table = self.0.gate.table();
        let since = table.tick();
        if let Some(slot) = table.slots.get_mut(&self.0.id) {
            (slot.phase, slot.since) = (phase, since);
        }
    }

    /// Done when the connection must make room.
    pub(super) async fn closed(&self) {
        self.0.close.notified().await;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.gate.table().slots.remove(&self.id);
    }
}

/// The soft limit of open files, where the system says it.
fn open_files_max() -> Option<usize> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find_map(|it| it.strip_prefix("Max open files"))?;
    let soft = line.split_whitespace().next()?;
    if soft == "unlimited" { Some(usize::MAX) } else { soft.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate(all_max: usize, per_address_max: usize) -> Arc<Gate> {
        Arc::new(Gate::new(Limits { all_max, per_address_max }))
    }

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 0, 2, last])
    }

    fn open(gate: &Gate) -> usize {
        gate.table().slots.len()
    }

    #[test]
    fn a_new_connection_takes_the_place_of_the_one_that_waited_longest() {
        let gate = gate(3, 3);
        let tickets: Vec<_> = (0..3).filter_map(|_| gate.admit(address(1), false)).collect();
        tickets[0].enter(Phase::Working);
        assert!(gate.admit(address(1), false).is_some_and(|new| {
            assert_eq!(open(&gate), 3);
            let slots = &gate.table().slots;
            slots.contains_key(&tickets[0].0.id)
                && !slots.contains_key(&tickets[1].0.id)
                && slots.contains_key(&new.0.id)
        }));
    }

    #[test]
    fn what_is_being_worked_on_is_never_closed() {
        let gate = gate(2, 2);
        let tickets: Vec<_> = (0..2).filter_map(|_| gate.admit(address(1), false)).collect();
        for ticket in &tickets {
            ticket.enter(Phase::Working);
        }
        assert!(gate.admit(address(2), false).is_none());
        tickets[1].enter(Phase::Answering);
        assert!(gate.admit(address(2), false).is_some());
    }

    #[test]
    fn one_address_replaces_its_own_connections_and_a_proxy_is_exempt() {
        let gate = gate(10, 2);
        let other = gate.admit(address(9), false);
        let many: Vec<_> = (0..5).filter_map(|_| gate.admit(address(1), false)).collect();
        assert_eq!((many.len(), open(&gate), other.is_some()), (5, 3, true));
        let proxied: Vec<_> = (0..5).filter_map(|_| gate.admit(address(2), true)).collect();
        assert_eq!((proxied.len(), open(&gate)), (5, 8));
    }

    #[test]
    fn a_connection_that_ends_gives_its_place_back() {
        let gate = gate(2, 2);
        drop(gate.admit(address(1), false));
        assert_eq!(open(&gate), 0);
    }
}
