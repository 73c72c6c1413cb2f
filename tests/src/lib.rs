//! What the stories and the benchmarks share: made cases, and a world with a platform and desks.

pub mod generator;
