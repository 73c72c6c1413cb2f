//! Stories of `product.md` and outcomes that `sync.md` fixes, played through real desks, the real
//! engine and a real platform; and what may go wrong on the way.

#![allow(
    clippy::expect_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test fails by panicking"
)]

mod ended_access;
mod every_limit_over_http;
mod every_message_over_http;
mod fixed_outcomes;
mod nothing_new;
mod on_the_officials_desk;
#[cfg(unix)]
mod only_the_owner_reads;
mod out_of_sight;
mod over_tls;
mod the_accused;
mod the_long_case;
mod the_lost_attachment;
mod the_main_job;
mod the_powerless_agent;
mod the_verified_account;
mod two_computers;
mod two_drafts;
mod write_to_us_in_private;

#[path = "../faults/mod.rs"]
mod faults;
