//! Versions of the store. A released migration is never changed, only added to.

use rusqlite_migration::{M, Migrations};

/// The first version: every table of the embedded store, its key beginning with the agency.
const FIRST: &str = concat!(
    include_str!("../../sql/meta/create.sql"),
    include_str!("../../sql/head/create.sql"),
    include_str!("../../sql/book/create.sql"),
    include_str!("../../sql/account/create.sql"),
    include_str!("../../sql/demo_account/create.sql"),
    include_str!("../../sql/device/create.sql"),
    include_str!("../../sql/enrolment_code/create.sql"),
    include_str!("../../sql/access_token/create.sql"),
    include_str!("../../sql/refresh_token/create.sql"),
    include_str!("../../sql/used_challenge/create.sql"),
    include_str!("../../sql/chain/create.sql"),
    include_str!("../../sql/action/create.sql"),
    include_str!("../../sql/action/index_chain.sql"),
    include_str!("../../sql/verdict/create.sql"),
    include_str!("../../sql/held/create.sql"),
    include_str!("../../sql/held/index_cause.sql"),
    include_str!("../../sql/block/create.sql"),
    include_str!("../../sql/answer/create.sql"),
    include_str!("../../sql/event/create.sql"),
    include_str!("../../sql/event/index_case.sql"),
    include_str!("../../sql/case_state/create.sql"),
    include_str!("../../sql/case_state/index_reference.sql"),
    include_str!("../../sql/case_state/index_wake.sql"),
    include_str!("../../sql/case_state/index_scope_until.sql"),
    include_str!("../../sql/case_state/index_follows_book.sql"),
    include_str!("../../sql/case_state/index_owner.sql"),
    include_str!("../../sql/case_state/index_unit.sql"),
    include_str!("../../sql/case_state/index_person.sql"),
    include_str!("../../sql/person/create.sql"),
    include_str!("../../sql/person_event/create.sql"),
    include_str!("../../sql/identifier/create.sql"),
    include_str!("../../sql/scope/create.sql"),
    include_str!("../../sql/scope/index_case.sql"),
    include_str!("../../sql/feed/create.sql"),
    include_str!("../../sql/stub/create.sql"),
    include_str!("../../sql/stub/index_change.sql"),
    include_str!("../../sql/spent/create.sql"),
    include_str!("../../sql/spent/index_op.sql"),
    include_str!("../../sql/outbox/create.sql"),
    include_str!("../../sql/outbox/index_due.sql"),
    include_str!("../../sql/outbox/index_state.sql"),
    include_str!("../../sql/attachment/create.sql"),
    include_str!("../../sql/attachment_chunk/create.sql"),
    include_str!("../../sql/attachment_source/create.sql"),
    include_str!("../../sql/attachment_source/index_staff.sql"),
    include_str!("../../sql/upload/create.sql"),
    include_str!("../../sql/upload_chunk/create.sql"),
    include_str!("../../sql/case_attachment/create.sql"),
    include_str!("../../sql/case_code/create.sql"),
    include_str!("../../sql/decision_word/create.sql"),
);

/// All migrations, oldest first.
pub(super) fn migrations() -> Migrations<'static> {
    Migrations::new(vec![M::up(FIRST)])
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_migration_runs_on_an_empty_store() {
        assert!(super::migrations().validate().is_ok());
    }
}
