//! The real window under Xvfb and a real platform beside it, both as their users start them.
//!
//! The binaries must have been built after the interface, with the same profile:
//! `cargo build --workspace --features rida/custom-protocol`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::missing_panics_doc)]

mod citizen;
mod platform;
mod spoken;
mod window;

pub use citizen::Citizen;
pub use platform::Town;
pub use spoken::{Spoken, listen, spoken};
pub use window::{Start, Window, empty_page, second_start};

use std::path::{Path, PathBuf};

/// A binary of this workspace, built as this one was.
fn binary(name: &str) -> PathBuf {
    target().join(if cfg!(debug_assertions) { "debug" } else { "release" }).join(name)
}

/// Where builds, pictures and reports lie.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from)
}

fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
