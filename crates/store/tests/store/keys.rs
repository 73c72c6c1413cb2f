//! Profiles, wraps and the slowing down.

use crate::making::at;
use domain::{AgencyId, StaffId};
use std::path::Path;
use store::{
    Accepted, Card, Cost, KeyFile, Keys, OfflineWrap, Opened, OpenedBy, Profile, Secrets,
    StoreError, UnlockError, enrolled,
};

const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };

fn secrets<'a>(
    password: &'a str,
    keyring: Option<&'a [u8; 32]>,
    share: Option<&'a [u8; 32]>,
    password_alone: Accepted,
) -> Secrets<'a> {
    Secrets { password, keyring, share, password_alone, cost: CHEAP, cost_alone: CHEAP }
}

fn codes() -> (AgencyId, StaffId) {
    (AgencyId::from("nakheel"), StaffId::from("سالم"))
}

fn profile(root: &Path) -> Profile {
    let (agency, staff) = codes();
    Profile::open(root, &agency, &staff).unwrap()
}

fn file(keys: &Keys, secrets: &Secrets<'_>) -> KeyFile {
    let (agency, staff) = codes();
    KeyFile::create(agency, staff, keys, secrets).unwrap()
}

#[test]
fn the_keyring_or_the_platforms_share_opens_and_neither_alone_does() {
    let keys = Keys::random().unwrap();
    let (ring, share, other) = ([1; 32], [2; 32], [3; 32]);
    let file = file(&keys, &secrets("سرّ طويل", Some(&ring), Some(&share), Accepted::No));
    assert_eq!(file.offline(), OfflineWrap::WithKeyring);
    assert_eq!(file.unlock("سرّ طويل", Some(&ring), None).unwrap().keys, keys);
    assert_eq!(file.unlock("سرّ طويل", None, Some(&share)).unwrap().keys, keys);
    // The wrong secret closes one way only, and whoever asks is told which one opened.
    let opened = file.unlock("سرّ طويل", Some(&other), Some(&share)).unwrap();
    assert_eq!(opened, Opened { keys: keys.clone(), by: OpenedBy::Share });
    for (password, ring, share) in [
        ("سر", Some(&ring), Some(&share)),
        ("سرّ طويل", Some(&other), None),
        ("سرّ طويل", None, Some(&other)),
    ] {
        assert!(matches!(file.unlock(password, ring, share), Err(UnlockError::WrongPassword)));
    }
    assert!(matches!(file.unlock("سرّ طويل", None, None), Err(UnlockError::KeyringMissing)));
}

#[test]
fn the_password_alone_opens_only_when_the_user_accepted_it() {
    let keys = Keys::random().unwrap();
    let share = [2; 32];
    let off = file(&keys, &secrets("p", None, Some(&share), Accepted::No));
    assert_eq!(off.offline(), OfflineWrap::Off);
    assert!(matches!(off.unlock("p", None, None), Err(UnlockError::ShareMissing)));
    assert_eq!(off.unlock("p", None, Some(&share)).unwrap().keys, keys);
    let alone = file(&keys, &secrets("p", None, None, Accepted::Yes));
    assert_eq!(alone.offline(), OfflineWrap::PasswordOnly);
    assert_eq!(alone.unlock("p", None, None).unwrap().keys, keys);
}

#[test]
fn the_old_password_opens_nothing_after_the_keys_were_wrapped_anew() {
    let keys = Keys::random().unwrap();
    let (ring, share) = ([1; 32], [2; 32]);
    let mut file = file(&keys, &secrets("old", Some(&ring), Some(&share), Accepted::No));
    file.rewrap(&keys, &secrets("new", Some(&ring), Some(&share), Accepted::No)).unwrap();
    let old = file.unlock("old", Some(&ring), Some(&share));
    assert!(matches!(old, Err(UnlockError::WrongPassword)));
    assert_eq!(file.unlock("new", Some(&ring), None).unwrap().keys, keys);
}

#[test]
fn a_wrap_of_another_user_opens_nothing_here() {
    let (keys, ring) = (Keys::random().unwrap(), [1; 32]);
    let of_another = KeyFile::create(
        AgencyId::from("nakheel"),
        StaffId::from("huda"),
        &keys,
        &secrets("p", Some(&ring), None, Accepted::No),
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    of_another.unwrap().write(&path).unwrap();
    let moved = std::fs::read_to_string(&path).unwrap().replace("huda", "سالم");
    std::fs::write(&path, moved).unwrap();
    let file = KeyFile::read(&path).unwrap().unwrap();
    assert!(matches!(file.unlock("p", Some(&ring), None), Err(UnlockError::WrongPassword)));
}

#[test]
fn five_failures_slow_down_across_restarts_and_nothing_is_wiped() {
    let root = tempfile::tempdir().unwrap();
    let (keys, ring) = (Keys::random().unwrap(), [1; 32]);
    let first = profile(root.path());
    first.write_key_file(&file(&keys, &secrets("p", Some(&ring), None, Accepted::No))).unwrap();
    for _ in 0..5 {
        let wrong = first.unlock("q", Some(&ring), None, at(0));
        assert!(matches!(wrong, Err(UnlockError::WrongPassword)));
    }
    drop(first);
    let again = profile(root.path());
    let right_too_soon = again.unlock("p", Some(&ring), None, at(29));
    assert!(
        matches!(right_too_soon, Err(UnlockError::SlowDown { not_before }) if not_before == at(30))
    );
    assert_eq!(again.unlock("p", Some(&ring), None, at(30)).unwrap().keys, keys);
    assert_eq!(again.attempts().unwrap().failed, 0);
}

#[test]
fn a_second_window_on_the_same_root_is_told_so() {
    let root = tempfile::tempdir().unwrap();
    let (agency, staff) = codes();
    let first = profile(root.path());
    assert!(matches!(Profile::open(root.path(), &agency, &staff), Err(StoreError::InUse)));
    drop(first);
    assert!(Profile::open(root.path(), &agency, &staff).is_ok());
}

fn card() -> Card {
    let (agency, staff) = codes();
    Card {
        agency,
        staff,
        name: None,
        agency_name: None,
        platform: "http://[::1]".into(),
        device: None,
        device_key: None,
    }
}

#[test]
fn enrolled_users_are_listed_and_a_broken_folder_hides_nobody() {
    let root = tempfile::tempdir().unwrap();
    let keys = Keys::random().unwrap();
    let one = profile(root.path());
    one.write_key_file(&file(&keys, &secrets("p", None, None, Accepted::Yes))).unwrap();
    let card = card();
    one.write_card(&card).unwrap();
    std::fs::create_dir(root.path().join("broken")).unwrap();
    std::fs::write(root.path().join("broken/card.json"), "{").unwrap();
    let found = enrolled(root.path()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].card, found[0].offline), (&card, OfflineWrap::PasswordOnly));
}

#[test]
fn whoever_is_enrolled_by_a_newer_program_is_still_listed() {
    let root = tempfile::tempdir().unwrap();
    let one = profile(root.path());
    one.write_card(&card()).unwrap();
    assert!(enrolled(root.path()).unwrap().is_empty(), "a card without keys");
    let folder = one.vault_path().with_file_name("keys.json");
    std::fs::write(folder, r#"{"version": 9, "unknown": true}"#).unwrap();
    let found = enrolled(root.path()).unwrap();
    assert_eq!(found[0].offline, OfflineWrap::WithKeyring, "unlocking says what is wrong");
}

#[test]
fn a_key_file_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.json");
    std::fs::write(&path, r#"{"version": 9, "unknown": true}"#).unwrap();
    assert!(matches!(KeyFile::read(&path), Err(StoreError::Newer { found: 9 })));
}
