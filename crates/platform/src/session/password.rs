//! Argon2id, at most two at a time behind short queues: a crowd of guesses never takes the memory
//! that the desks need, nor the place of a computer that is known.

use crate::config::PasswordCost;
use crate::surroundings::{Random, bytes};
use crate::{Denied, Error};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use std::sync::{Condvar, Mutex, PoisonError};

const AT_A_TIME: usize = 2;
/// Strangers never take the last place, so that known computers are not kept waiting by them.
const STRANGERS_AT_A_TIME: usize = 1;
const DEVICES_WAITING_MAX: usize = 64;
const STRANGERS_WAITING_MAX: usize = 16;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;
const RETRY_AFTER_S: u32 = 5;

/// Hashes and checks passwords.
pub(crate) struct Passwords {
    cost: PasswordCost,
    queue: Mutex<Queue>,
    freed: Condvar,
}

/// In which of two queues a guess waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// Of computers that are known, and of the operator.
    Device,
    /// Of everybody else.
    Stranger,
}

#[derive(Default)]
struct Queue {
    devices: Waiting,
    strangers: Waiting,
}

#[derive(Default)]
struct Waiting {
    running: usize,
    waiting: usize,
}

impl Queue {
    fn of(&mut self, lane: Lane) -> &mut Waiting {
        match lane {
            Lane::Device => &mut self.devices,
            Lane::Stranger => &mut self.strangers,
        }
    }

    fn may_run(&self, lane: Lane) -> bool {
        let room = self.devices.running + self.strangers.running < AT_A_TIME;
        room && match lane {
            Lane::Device => true,
            Lane::Stranger => self.strangers.running < STRANGERS_AT_A_TIME,
        }
    }
}

/// A place among those that run; given back when dropped.
struct Place<'a>(&'a Passwords, Lane);

impl Passwords {
    pub(crate) fn new(cost: PasswordCost) -> Self {
        Self { cost, queue: Mutex::default(), freed: Condvar::new() }
    }

    /// The stored form of a password: `memory$passes$salt$hash`.
    pub(super) fn hash(
        &self,
        password: &str,
        random: &Random,
        lane: Lane,
    ) -> Result<String, Denied> {
        let salt = bytes::<SALT_BYTES>(random)?;
        let _place = self.place(lane)?;
        let hash = derive(self.cost, &salt, password)?;
        let [salt, hash] = [&salt[..], &hash[..]].map(|it| BASE64_STANDARD_NO_PAD.encode(it));
        Ok(format!("{}${}${salt}${hash}", self.cost.memory_kib, self.cost.passes))
    }

    /// Whether the password fits its stored form. Without one the same work is done, so that the time
    /// does not tell whether there is an account.
    pub(super) fn fits(
        &self,
        password: &str,
        stored: Option<&str>,
        lane: Lane,
    ) -> Result<bool, Denied> {
        let _place = self.place(lane)?;
        let Some(stored) = stored else {
            derive(self.cost, &[0; SALT_BYTES], password)?;
            return Ok(false);
        };
        let (cost, salt, hash) = read(stored).ok_or(Error::PasswordHash)?;
        let derived = derive(cost, &salt, password)?;
        // The comparison of this type takes the same time whatever differs.
        Ok(blake3::Hash::from_bytes(derived) == blake3::Hash::from_bytes(hash))
    }

    fn place(&self, lane: Lane) -> Result<Place<'_>, Denied> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting_max = match lane {
            Lane::Device => DEVICES_WAITING_MAX,
            Lane::Stranger => STRANGERS_WAITING_MAX,
        };
        if queue.of(lane).waiting >= waiting_max {
            return Err(Denied::TooMany { retry_after_s: RETRY_AFTER_S });
        }
        queue.of(lane).waiting += 1;
        let mut queue = self
            .freed
            .wait_while(queue, |it| !it.may_run(lane))
            .unwrap_or_else(PoisonError::into_inner);
        queue.of(lane).waiting -= 1;
        queue.of(lane).running += 1;
        Ok(Place(self, lane))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut queue = self.0.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.of(self.1).running -= 1;
        drop(queue);
        self.0.freed.notify_all();
    }
}

fn derive(cost: PasswordCost, salt: &[u8], password: &str) -> Result<[u8; HASH_BYTES], Error> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, Some(HASH_BYTES))
        .map_err(|_| Error::PasswordHash)?;
    let mut hash = [0; HASH_BYTES];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut hash)
        .map_err(|_| Error::PasswordHash)?;
    Ok(hash)
}

fn read(stored: &str) -> Option<(PasswordCost, Vec<u8>, [u8; HASH_BYTES])> {
    let mut parts = stored.split('$');
    let cost = PasswordCost {
        memory_kib: parts.next()?.parse().ok()?,
        passes: parts.next()?.parse().ok()?,
    };
    let salt = BASE64_STANDARD_NO_PAD.decode(parts.next()?).ok()?;
    let hash = BASE64_STANDARD_NO_PAD.decode(parts.next()?).ok()?.try_into().ok()?;
    Some((cost, salt, hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::surroundings::system_random;

    #[test]
    fn a_password_fits_only_its_own_hash() {
        let passwords = Passwords::new(PasswordCost::TRIFLING);
        let stored =
            passwords.hash("نخلة في العراء", &system_random(), Lane::Device).expect("hash");
        assert!(passwords.fits("نخلة في العراء", Some(&stored), Lane::Device).expect("check"));
        assert!(!passwords.fits("نخله في العراء", Some(&stored), Lane::Device).expect("check"));
        assert!(!passwords.fits("نخلة في العراء", None, Lane::Device).expect("check"));
    }

    #[test]
    fn a_full_queue_of_strangers_turns_strangers_away_and_no_known_computer() {
        let passwords = Passwords::new(PasswordCost::TRIFLING);
        passwords.queue.lock().expect("queue").strangers =
            Waiting { running: STRANGERS_AT_A_TIME, waiting: STRANGERS_WAITING_MAX };
        let turned_away = passwords.fits("x", None, Lane::Stranger);
        assert!(matches!(turned_away, Err(Denied::TooMany { .. })));
        assert!(!passwords.fits("x", None, Lane::Device).expect("a place is left"));
    }
}
