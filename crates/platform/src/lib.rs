//! The authority. An agency is set up from files, and a backlog comes from files.

pub mod import;
pub mod setup;
pub mod words;
