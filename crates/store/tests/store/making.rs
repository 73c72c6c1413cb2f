//! Small things that tests are made of.

use chrono::{DateTime, Utc};
use domain::{Actor, CaseId, DraftId, OpId, PostId, StaffId, StoreId};
use store::{Along, ChainHead, Draft, NewAction, RawKey, Vault};
use tempfile::TempDir;
use uuid::Uuid;

pub fn key(seed: u8) -> RawKey {
    RawKey::new([seed; RawKey::BYTES])
}

/// Seconds after a fixed instant.
pub fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000 + second, 0).unwrap()
}

pub fn op(n: u128) -> OpId {
    OpId(Uuid::from_u128(n))
}

pub fn case_id(n: u128) -> CaseId {
    CaseId(Uuid::from_u128(n))
}

pub fn draft_id(n: u128) -> DraftId {
    DraftId(Uuid::from_u128(n))
}

pub fn staff(code: &str, post: &str) -> Actor {
    Actor::Staff { staff: StaffId::from(code), post: PostId::from(post) }
}

pub fn open_vault(folder: &TempDir) -> Vault {
    let fresh = StoreId(Uuid::from_u128(77));
    Vault::open(&folder.path().join("vault.db"), &key(1), fresh).unwrap()
}

/// An action that fits onto the head; its bytes need not be signed here.
pub fn action(head: &ChainHead, n: u128, case: u128) -> NewAction {
    NewAction {
        op: op(n),
        dev_seq: head.next_dev_seq,
        prev_hash: head.prev_hash,
        case: Some(case_id(case)),
        kind: "add_note".to_owned(),
        only_adds: true,
        actor: staff("salma", "handler"),
        claimed_at: at(0),
        header: format!("header {n}").into_bytes(),
        body: r#"{"kind":"add_note","text":"اتصلت به"}"#.as_bytes().to_vec(),
        signature: vec![7; 64],
        attachments: Vec::new(),
    }
}

pub fn save(vault: &mut Vault, n: u128, case: u128) -> NewAction {
    let action = action(&vault.chain().unwrap(), n, case);
    vault.save_action(&action, Along::default()).unwrap();
    action
}

pub fn draft(n: u128, case: Option<u128>, text: &str, second: i64) -> Draft {
    Draft {
        draft: draft_id(n),
        case: case.map(case_id),
        form: "reply".to_owned(),
        text: text.to_owned(),
        saved_at: at(second),
    }
}
