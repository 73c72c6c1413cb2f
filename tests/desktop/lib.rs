//! The real window under Xvfb and a real platform beside it, both as their users start them.
//!
//! The binaries must have been built: `cargo build -p platform`, and `cargo build -p rida
//! --features custom-protocol` after the interface.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::missing_panics_doc)]

mod citizen;
mod platform;
mod spoken;
mod window;

pub use citizen::Citizen;
pub use platform::Town;
pub use spoken::{Spoken, listen, spoken};
pub use window::{Start, Window, second_start};

use std::path::{Path, PathBuf};

/// A binary of this workspace's debug build.
fn binary(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| workspace().join("target"), PathBuf::from);
    target.join("debug").join(name)
}

fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
