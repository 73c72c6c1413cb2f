//! What is saved stays saved.

use crate::making::{action, at, case_id, draft, draft_id, key, op, open_vault, save};
use domain::StoreId;
use store::{
    Along, AttentionWay, AttentionWhy, Judged, Noted, RawKey, Receipt, ReceiptState, Standing,
    StoreError, Subject, Vault,
};
use uuid::Uuid;

fn receipt(of: &store::NewAction, judged: Judged) -> Receipt {
    Receipt {
        op: of.op,
        header_hash: *blake3::hash(&of.header).as_bytes(),
        state: ReceiptState::Judged {
            judged,
            verdict: format!("{judged:?}").into_bytes(),
            signature: vec![9; 64],
        },
    }
}

#[test]
fn what_was_saved_is_there_after_the_program_was_killed() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let first = save(&mut vault, 1, 1);
    let second = save(&mut vault, 2, 1);
    // Killed: nothing is closed or written on the way out. The copies are what the disk holds.
    let killed = tempfile::tempdir().unwrap();
    for name in ["vault.db", "vault.db-wal"] {
        std::fs::copy(folder.path().join(name), killed.path().join(name)).unwrap();
    }
    let again = open_vault(&killed);
    let pending: Vec<_> = again.pending().unwrap().into_iter().map(|it| it.action.body).collect();
    assert_eq!(pending, [first.body, second.body]);
    assert_eq!(again.chain().unwrap(), vault.chain().unwrap());
}

#[test]
fn an_action_that_does_not_follow_the_head_is_refused_and_leaves_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let stale = vault.chain().unwrap();
    save(&mut vault, 1, 1);
    let late = action(&stale, 2, 1);
    let along = Along { closes_draft: Some(draft_id(5)), ..Along::default() };
    let refused = vault.save_action(&late, along);
    assert!(matches!(refused, Err(StoreError::ChainMoved { next: 2 })));
    let mut gap = action(&vault.chain().unwrap(), 3, 1);
    gap.dev_seq = 3;
    assert!(matches!(vault.save_action(&gap, along), Err(StoreError::ChainMoved { next: 2 })));
    assert_eq!(vault.pending_count().unwrap(), 1);
    assert!(!vault.is_stopped());
}

#[test]
fn another_key_does_not_open_the_vault() {
    let folder = tempfile::tempdir().unwrap();
    drop(open_vault(&folder));
    let path = folder.path().join("vault.db");
    let wrong = Vault::open(&path, &key(2), StoreId(Uuid::nil()));
    assert!(matches!(wrong, Err(StoreError::Unreadable)));
    let mut salted = [1; RawKey::BYTES];
    salted[0] = 2;
    let wrong = Vault::open(&path, &RawKey::new(salted), StoreId(Uuid::nil()));
    assert!(matches!(wrong, Err(StoreError::Unreadable)));
}

#[test]
fn not_a_word_of_the_vault_stands_readable_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    vault.put_draft(&draft(1, None, "WORDSOFTHEUSER", 0)).unwrap();
    save(&mut vault, 1, 1);
    vault.checkpoint().unwrap();
    vault.put_draft(&draft(1, None, "WORDSOFTHEUSER again", 1)).unwrap();
    let mut read = 0;
    for file in walk(folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        read += bytes.len();
        for word in ["WORDSOFTHEUSER", "add_note", "create table"] {
            assert!(
                !bytes.windows(word.len()).any(|it| it == word.as_bytes()),
                "{word} in {file:?}"
            );
        }
    }
    assert!(read > 4096);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walk(&path)) } else { files.push(path) }
    }
    files
}

#[test]
fn a_vault_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    drop(open_vault(&folder));
    let path = folder.path().join("vault.db");
    let raw = rusqlite::Connection::open(&path).unwrap();
    let digits = "01".repeat(RawKey::BYTES);
    raw.execute_batch(&format!("pragma key = \"x'{digits}'\"; pragma user_version = 99;")).unwrap();
    drop(raw);
    let before = std::fs::read(&path).unwrap();
    let newer = Vault::open(&path, &key(1), StoreId(Uuid::nil()));
    assert!(matches!(newer, Err(StoreError::Newer { found: 99 })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_second_program_cannot_open_a_vault_that_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let _held = open_vault(&folder);
    let second = Vault::open(&folder.path().join("vault.db"), &key(1), StoreId(Uuid::nil()));
    assert!(matches!(second, Err(StoreError::InUse)));
}

#[test]
fn a_draft_is_one_row_overwritten_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    for second in 0..20 {
        vault.put_draft(&draft(1, Some(3), &format!("نص {second}"), second)).unwrap();
    }
    vault.put_draft(&draft(2, None, "جديدة", 5)).unwrap();
    let of_case = vault.drafts_of(Some(case_id(3))).unwrap();
    assert_eq!(of_case, [draft(1, Some(3), "نص 19", 19)]);
    assert_eq!(vault.drafts_of(None).unwrap(), [draft(2, None, "جديدة", 5)]);
    assert_eq!(vault.drafts().unwrap().len(), 2);
    assert!(vault.revisions(draft_id(1)).unwrap().is_empty());
}

#[test]
fn revisions_are_frozen_once_and_outlive_the_draft() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    vault.put_draft(&draft(1, Some(3), "أول", 0)).unwrap();
    vault.freeze_draft(draft_id(1), at(300)).unwrap();
    vault.freeze_draft(draft_id(1), at(600)).unwrap();
    vault.put_draft(&draft(1, Some(3), "ثان", 700)).unwrap();
    let mut sent = action(&vault.chain().unwrap(), 1, 3);
    sent.claimed_at = at(701);
    let along = Along { closes_draft: Some(draft_id(1)), ..Along::default() };
    vault.save_action(&sent, along).unwrap();
    assert!(vault.drafts().unwrap().is_empty());
    let texts: Vec<_> =
        vault.revisions(draft_id(1)).unwrap().into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["ثان", "أول"]);
}

#[test]
fn text_that_the_log_lost_comes_back_from_its_mirror() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    vault.put_draft(&draft(1, Some(3), "قديم", 0)).unwrap();
    vault.checkpoint().unwrap();
    vault.put_draft(&draft(1, Some(3), "كتبته قبل العطل", 9)).unwrap();
    vault.put_draft(&draft(2, None, "وهذا أيضًا", 9)).unwrap();
    // One flipped bit in the first frame of the log takes all rows behind it along, silently.
    let damaged = copy_of(&folder);
    let log = damaged.path().join("vault.db-wal");
    let mut bytes = std::fs::read(&log).unwrap();
    bytes[32 + 24 + 100] ^= 1;
    std::fs::write(&log, bytes).unwrap();
    let without_mirror = copy_of(&damaged);
    std::fs::remove_dir_all(without_mirror.path().join("vault.mirror")).unwrap();
    let lost = open_vault(&without_mirror);
    assert_eq!(lost.drafts().unwrap(), [draft(1, Some(3), "قديم", 0)]);
    let healed = open_vault(&damaged);
    assert_eq!(healed.draft(draft_id(1)).unwrap().unwrap().text, "كتبته قبل العطل");
    assert_eq!(healed.draft(draft_id(2)).unwrap().unwrap().text, "وهذا أيضًا");
}

fn copy_of(folder: &tempfile::TempDir) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in walk(folder.path()) {
        let to = copy.path().join(file.strip_prefix(folder.path()).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(&file, to).unwrap();
    }
    copy
}

#[test]
fn a_closed_draft_does_not_come_back_and_its_mirror_goes_with_the_checkpoint() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    vault.put_draft(&draft(1, Some(3), "سأرسله", 50)).unwrap();
    // The device's clock was put back meanwhile.
    vault.discard_draft(draft_id(1), at(10)).unwrap();
    let mirror = folder.path().join("vault.mirror").join(draft_id(1).to_string());
    assert!(mirror.exists());
    drop(vault);
    let mut vault = open_vault(&folder);
    assert!(vault.drafts().unwrap().is_empty());
    vault.checkpoint().unwrap();
    assert!(!mirror.exists());
}

#[test]
fn a_damaged_mirror_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    vault.put_draft(&draft(1, Some(3), "نص", 0)).unwrap();
    let mirror = folder.path().join("vault.mirror").join(draft_id(1).to_string());
    let mut bytes = std::fs::read(&mirror).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&mirror, bytes).unwrap();
    drop(vault);
    assert_eq!(open_vault(&folder).drafts().unwrap(), [draft(1, Some(3), "نص", 0)]);
}

#[test]
fn a_receipt_is_recorded_once_and_a_verdict_is_final() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let one = save(&mut vault, 1, 1);
    let accepted = receipt(&one, Judged::Accepted);
    assert_eq!(vault.record_receipt(&accepted, at(1)).unwrap(), Noted::New);
    assert_eq!(vault.record_receipt(&accepted, at(2)).unwrap(), Noted::Known);
    let turned = receipt(&one, Judged::Rejected);
    assert_eq!(vault.record_receipt(&turned, at(3)).unwrap(), Noted::Contradicts);
    assert_eq!(vault.action(op(1)).unwrap().unwrap().standing, Standing::Accepted);
    assert_eq!(vault.verdict(op(1)).unwrap().unwrap(), b"Accepted");
    assert!(vault.unjudged_ops().unwrap().is_empty());
    assert!(vault.attention().unwrap().is_empty());
}

#[test]
fn a_verdict_on_other_bytes_leaves_the_action_pending() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let one = save(&mut vault, 1, 1);
    let mut other = receipt(&one, Judged::Accepted);
    other.header_hash = [0; 32];
    assert_eq!(vault.record_receipt(&other, at(1)).unwrap(), Noted::NotOurs);
    let mut stranger = receipt(&one, Judged::Accepted);
    stranger.op = op(2);
    assert_eq!(vault.record_receipt(&stranger, at(1)).unwrap(), Noted::NotOurs);
    assert_eq!(vault.unjudged_ops().unwrap(), [op(1)]);
}

#[test]
fn a_held_action_stays_pending_until_its_verdict() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let one = save(&mut vault, 1, 1);
    let mut held = receipt(&one, Judged::Accepted);
    held.state = ReceiptState::Held { why: r#"{"why":"body"}"#.to_owned() };
    vault.record_receipt(&held, at(1)).unwrap();
    let standing = vault.pending().unwrap().remove(0).standing;
    assert_eq!(standing, Standing::Held { why: r#"{"why":"body"}"#.to_owned() });
    vault.record_receipt(&receipt(&one, Judged::Accepted), at(2)).unwrap();
    assert_eq!(vault.record_receipt(&held, at(3)).unwrap(), Noted::Known);
    assert_eq!(vault.pending_count().unwrap(), 0);
}

#[test]
fn a_rejected_action_needs_attention_with_its_whole_text_until_it_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let one = save(&mut vault, 1, 1);
    let mut two = action(&vault.chain().unwrap(), 2, 1);
    two.only_adds = false;
    vault.save_action(&two, Along::default()).unwrap();
    save(&mut vault, 3, 2);
    vault.record_receipt(&receipt(&one, Judged::Rejected), at(1)).unwrap();
    let item = vault.attention().unwrap().remove(0);
    assert_eq!((item.why, item.behind), (AttentionWhy::Rejected, 1));
    assert_eq!(item.verdict.unwrap(), b"Rejected");
    assert!(matches!(&item.subject, Subject::Action(it) if it.action.body == one.body));
    let again = action(&vault.chain().unwrap(), 4, 1);
    let along = Along { answers: Some((op(1), AttentionWay::AddedAsNote)), ..Along::default() };
    vault.save_action(&again, along).unwrap();
    assert!(vault.attention().unwrap().is_empty());
    let settled = vault.settled_attention(at(0)).unwrap();
    assert!(matches!(&settled[0].0, Subject::Action(it) if it.action.body == one.body));
    vault.prune(at(100 * 86_400)).unwrap();
    assert!(vault.action(op(1)).unwrap().is_none());
    assert_eq!(vault.chain().unwrap().next_dev_seq, 5);
}

#[test]
fn own_words_stay_when_a_case_goes_out_of_sight() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    save(&mut vault, 1, 7);
    vault.put_draft(&draft(2, Some(7), "كنت أكتب", 0)).unwrap();
    vault.mark_no_longer_yours(case_id(7), at(5)).unwrap();
    let items = vault.attention().unwrap();
    assert_eq!(items.len(), 2);
    assert!(items.iter().all(|it| it.why == AttentionWhy::NoLongerYours));
    assert!(
        items.iter().any(|it| matches!(&it.subject, Subject::Draft(d) if d.text == "كنت أكتب"))
    );
}

#[test]
fn an_action_is_cancelled_here_only_before_it_was_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    save(&mut vault, 1, 1);
    save(&mut vault, 2, 1);
    vault.mark_sent(&[op(2)]).unwrap();
    assert!(vault.mark_cancelled(op(1)).unwrap());
    assert!(!vault.mark_cancelled(op(1)).unwrap());
    assert!(!vault.mark_cancelled(op(2)).unwrap());
    let pending = vault.pending_from(1, 10).unwrap();
    assert_eq!(pending.iter().map(|it| it.cancelled).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn accepted_actions_are_let_go_after_ninety_days_and_the_chain_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    let one = save(&mut vault, 1, 1);
    let two = save(&mut vault, 2, 1);
    let head = vault.chain().unwrap();
    for it in [&one, &two] {
        vault.record_receipt(&receipt(it, Judged::Accepted), at(1)).unwrap();
    }
    vault.prune(at(89 * 86_400)).unwrap();
    assert!(vault.action(op(1)).unwrap().is_some());
    vault.prune(at(91 * 86_400)).unwrap();
    assert!(vault.action(op(1)).unwrap().is_none());
    assert_eq!(vault.chain().unwrap(), head);
}

#[test]
fn settings_and_session_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    assert_eq!(vault.setting("digits").unwrap(), None);
    vault.put_setting("digits", "latin").unwrap();
    vault.put_setting("digits", "arabic").unwrap();
    let session = store::Session {
        device: domain::DeviceId(Uuid::from_u128(4)),
        access: Some("a".into()),
        refresh: Some("r".into()),
        share: Some([3; 32]),
        platform_key: [4; 32],
        lease_until: at(72 * 3600),
        last_contact: Some(at(0)),
        clock_off_seconds: -3,
    };
    vault.put_session(&session).unwrap();
    drop(vault);
    let vault = open_vault(&folder);
    assert_eq!(vault.setting("digits").unwrap().as_deref(), Some("arabic"));
    assert_eq!(vault.session().unwrap(), Some(session));
}

#[test]
fn a_clock_that_was_put_back_and_a_kill_restore_no_older_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = open_vault(&folder);
    vault.put_draft(&draft(1, Some(3), "أقدم", 500)).unwrap();
    let mirror = folder.path().join("vault.mirror").join(draft_id(1).to_string());
    let older = std::fs::read(&mirror).unwrap();
    // The clock is put back; the program is killed after the row and before the mirror is written.
    vault.put_draft(&draft(1, Some(3), "أحدث", 10)).unwrap();
    vault.put_draft(&draft(2, Some(3), "آخر ما كُتب", 5)).unwrap();
    drop(vault);
    std::fs::write(&mirror, older).unwrap();
    let vault = open_vault(&folder);
    assert_eq!(vault.draft(draft_id(1)).unwrap().unwrap().text, "أحدث");
    let texts: Vec<_> = vault.drafts().unwrap().into_iter().map(|it| it.text).collect();
    assert_eq!(texts, ["آخر ما كُتب", "أحدث"], "the order is that of the saves");
}
