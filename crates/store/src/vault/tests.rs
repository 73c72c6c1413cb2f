//! Faults that only the inside can bring about.

use super::{Draft, Vault};
use crate::{RawKey, StoreError};
use chrono::DateTime;
use domain::{DraftId, StoreId};
use tempfile::TempDir;
use uuid::Uuid;

fn open(folder: &TempDir) -> Vault {
    let key = RawKey::new([1; RawKey::BYTES]);
    Vault::open(&folder.path().join("vault.db"), &key, StoreId(Uuid::nil())).unwrap()
}

fn draft(n: u128, chars: usize) -> Draft {
    Draft {
        draft: DraftId(Uuid::from_u128(n)),
        case: None,
        form: "reply".to_owned(),
        text: "ن".repeat(chars),
        saved_at: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
    }
}

#[test]
fn a_full_disk_takes_nothing_and_is_no_end_once_it_is_freed() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open(&folder);
    vault.put_draft(&draft(1, 10)).unwrap();
    let limit = |vault: &Vault, pages: u32| {
        let connection = vault.connection().unwrap();
        connection.pragma(None, "max_page_count", pages, |_| Ok(())).unwrap();
    };
    limit(&vault, 1);
    assert!(matches!(vault.put_draft(&draft(2, 50_000)), Err(StoreError::Full)));
    assert!(!vault.is_stopped());
    assert_eq!(vault.drafts().unwrap(), [draft(1, 10)]);
    limit(&vault, 1_000_000);
    vault.put_draft(&draft(2, 50_000)).unwrap();
    assert_eq!(vault.drafts().unwrap().len(), 2);
}

#[test]
fn after_a_failed_write_the_vault_stops_and_opens_again_with_all_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open(&folder);
    vault.put_draft(&draft(1, 10)).unwrap();
    let failed = vault.write(|t| {
        super::drafts::close(t, DraftId(Uuid::from_u128(1)), draft(1, 1).saved_at)?;
        Err::<(), _>(StoreError::Damaged)
    });
    assert!(matches!(failed, Err(StoreError::Damaged)));
    assert!(vault.is_stopped());
    assert!(matches!(vault.put_draft(&draft(2, 10)), Err(StoreError::Stopped)));
    assert!(matches!(vault.drafts(), Err(StoreError::Stopped)));
    assert!(matches!(vault.checkpoint(), Err(StoreError::Stopped)));
    drop(vault);
    assert_eq!(open(&folder).drafts().unwrap(), [draft(1, 10)]);
}
