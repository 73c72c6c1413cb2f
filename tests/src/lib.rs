//! What the stories and the benchmarks share: made cases, and a world with a platform and desks.

pub mod generator;
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "a world that can't be built fails its test"
)]
pub mod world;
