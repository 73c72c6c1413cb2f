//! domain

pub mod calendar;
pub mod money;
pub mod phone;
pub mod reference;
pub mod text;
