//! The handler's actions and what the window shows: the only door to the store.
//!
//! Each action is one file: load, ask the rule, one vault transaction writes the action (that is
//! *saved*), its effect goes to the overlay. Nothing here knows of windows or of the network.

pub mod view;
