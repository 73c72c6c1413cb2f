//! Argon2id, at most two at a time behind a short queue: a crowd of guesses never takes the memory
//! that the desks need.

use crate::config::PasswordCost;
use crate::surroundings::{Random, bytes};
use crate::{Denied, Error};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine, prelude::BASE64_STANDARD_NO_PAD};
use std::sync::{Condvar, Mutex, PoisonError};

const AT_A_TIME: usize = 2;
const WAITING_MAX: usize = 32;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;
const RETRY_AFTER_S: u32 = 5;

/// Hashes and checks passwords.
pub(crate) struct Passwords {
    cost: PasswordCost,
    queue: Mutex<Queue>,
    freed: Condvar,
}

#[derive(Default)]
struct Queue {
    running: usize,
    waiting: usize,
}

/// A place among those that run; given back when dropped.
struct Place<'a>(&'a Passwords);

impl Passwords {
    pub(crate) fn new(cost: PasswordCost) -> Self {
        Self { cost, queue: Mutex::default(), freed: Condvar::new() }
    }

    /// The stored form of a password: `memory$passes$salt$hash`.
    pub(crate) fn hash(&self, password: &str, random: &Random) -> Result<String, Denied> {
        let salt = bytes::<SALT_BYTES>(random)?;
        let _place = self.place()?;
        let hash = derive(self.cost, &salt, password)?;
        let [salt, hash] = [&salt[..], &hash[..]].map(|it| BASE64_STANDARD_NO_PAD.encode(it));
        Ok(format!("{}${}${salt}${hash}", self.cost.memory_kib, self.cost.passes))
    }

    /// Whether the password fits its stored form. Without one the same work is done, so that the time
    /// does not tell whether there is an account.
    pub(crate) fn fits(&self, password: &str, stored: Option<&str>) -> Result<bool, Denied> {
        let _place = self.place()?;
        let Some(stored) = stored else {
            derive(self.cost, &[0; SALT_BYTES], password)?;
            return Ok(false);
        };
        let (cost, salt, hash) = read(stored).ok_or(Error::PasswordHash)?;
        let derived = derive(cost, &salt, password)?;
        // The comparison of this type takes the same time whatever differs.
        Ok(blake3::Hash::from_bytes(derived) == blake3::Hash::from_bytes(hash))
    }

    fn place(&self) -> Result<Place<'_>, Denied> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.waiting >= WAITING_MAX {
            return Err(Denied::TooMany { retry_after_s: RETRY_AFTER_S });
        }
        queue.waiting += 1;
        let mut queue = self
            .freed
            .wait_while(queue, |it| it.running >= AT_A_TIME)
            .unwrap_or_else(PoisonError::into_inner);
        queue.waiting -= 1;
        queue.running += 1;
        Ok(Place(self))
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.queue.lock().unwrap_or_else(PoisonError::into_inner).running -= 1;
        self.0.freed.notify_one();
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
        let stored = passwords.hash("نخلة في العراء", &system_random()).expect("hash");
        assert!(passwords.fits("نخلة في العراء", Some(&stored)).expect("check"));
        assert!(!passwords.fits("نخله في العراء", Some(&stored)).expect("check"));
        assert!(!passwords.fits("نخلة في العراء", None).expect("check"));
    }

    #[test]
    fn a_full_queue_turns_away_instead_of_growing() {
        let passwords = Passwords::new(PasswordCost::TRIFLING);
        passwords.queue.lock().expect("queue").waiting = WAITING_MAX;
        assert!(matches!(passwords.fits("x", None), Err(Denied::TooMany { .. })));
    }
}
