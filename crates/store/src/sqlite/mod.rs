//! What vault and cache share: opening an encrypted file, and values in columns.

/// The text of one statement under `sql/`.
macro_rules! sql {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $path, ".sql"))
    };
}

mod open;
mod values;

pub(crate) use open::{Durability, checkpoint_truncate, open};
pub(crate) use values::*;
