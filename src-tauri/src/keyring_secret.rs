//! The system keyring's half of wrap 1: 32 random bytes per enrolled user.
//!
//! The keyring is never the only way in: without it wrap 2 (online) or, if the user accepted,
//! the password alone still opens the vault.

use keyring::Entry;

const SERVICE: &str = "org.rida.desk";
const BYTES: usize = 32;

/// Reads the secret; `None` when there is no keyring, it is locked, or it holds none.
pub fn read(folder: &str) -> Option<[u8; BYTES]> {
    let secret = Entry::new(SERVICE, folder).ok()?.get_secret().ok()?;
    secret.try_into().ok()
}

/// Keeps a new secret and reads it back; `None` when the keyring can't be trusted with it.
pub fn keep(folder: &str, secret: [u8; BYTES]) -> Option<[u8; BYTES]> {
    Entry::new(SERVICE, folder).ok()?.set_secret(&secret).ok()?;
    read(folder).filter(|it| *it == secret)
}
